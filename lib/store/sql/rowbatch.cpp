// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/rowbatch.h"

#include <QStringEncoder>
#include <QtEndian>

#include <cstring>
#include <numeric>

namespace SecondStory::Store {

/// The archive that lays a record's described fields down as cells.
class RowBatchWriter {
public:
    /// Writes to cells that are there already.
    RowBatchWriter(RowBatch &batch, RowBatch::Cell *to)
        : m_batch(batch)
        , m_to(to)
    {
    }

    void operator()(const char16_t *, QString &v) { text(v); }
    void operator()(const char16_t *, bool &v) { integer(v ? 1 : 0); }
    void operator()(const char16_t *, int &v) { integer(v); }
    void operator()(const char16_t *, TimePoint &v) { integer(v.us); }
    void operator()(const char16_t *, std::optional<TimePoint> &v)
    {
        if (v)
            integer(v->us);
        else
            put({});
    }
    void operator()(const char16_t *, std::optional<qint64> &v)
    {
        if (v)
            integer(*v);
        else
            put({});
    }
    template <class Tag>
    void operator()(const char16_t *, Id<Tag> &v)
    {
        if (v.isNull())
            return put({});
        char *to = room(16);
        const QUuid &id = v.value;
        qToBigEndian(id.data1, to);
        qToBigEndian(id.data2, to + 4);
        qToBigEndian(id.data3, to + 6);
        std::memcpy(to + 8, id.data4, 8);
        keep(16, RowBatch::Type::Bytes);
    }
    template <class Tag>
    void operator()(const char16_t *, QList<Id<Tag>> &v)
    {
        // As idListText() writes them.
        qsizetype length = 0;
        for (const auto &id : v) {
            char *to = room(length + 37) + length;
            if (length > 0)
                *to++ = ' ';
            writeId(id.value, to);
            length += length > 0 ? 37 : 36;
        }
        (void)room(length);
        keep(length, RowBatch::Type::Text);
    }
    template <class E>
    requires std::is_enum_v<E>
    void operator()(const char16_t *, E &v) { integer(static_cast<int>(v)); }
    template <class T>
    void nested(const char16_t *, T &part)
    {
        describe(*this, part);
    }
    template <class T>
    void optional(const char16_t *, std::optional<T> &part)
    {
        T missing;
        m_isMissing = !part.has_value();
        describe(*this, part ? *part : missing);
        m_isMissing = false;
    }

private:
    static void writeId(const QUuid &id, char *to)
    {
        static constexpr char kDigits[] = "0123456789abcdef";
        const auto write = [&to](quint64 value, int digits) {
            for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
                *to++ = kDigits[(value >> shift) & 0xF];
        };
        const auto rest = qFromBigEndian<quint64>(id.data4);
        write(id.data1, 8);
        *to++ = '-';
        write(id.data2, 4);
        *to++ = '-';
        write(id.data3, 4);
        *to++ = '-';
        write(rest >> 48, 4);
        *to++ = '-';
        write(rest, 12);
    }

    void put(const RowBatch::Cell &cell) { *m_to++ = cell; }
    void integer(qint64 v)
    {
        put(m_isMissing ? RowBatch::Cell{} : RowBatch::Cell{ v, 0, RowBatch::Type::Integer });
    }
    /// Room behind the kept bytes.
    char *room(qsizetype length)
    {
        const size_t needed = m_used + static_cast<size_t>(length);
        if (m_batch.m_bytes.size() < needed)
            m_batch.m_bytes.resize(std::max(needed, 2 * m_batch.m_bytes.size()));
        return m_batch.m_bytes.data() + m_used;
    }
    void keep(qsizetype length, RowBatch::Type type)
    {
        // Empty values look the same wherever they stand.
        put({ length == 0 ? 0 : static_cast<qint64>(m_used), static_cast<qint32>(length), type });
        m_used += static_cast<size_t>(length);
    }
    void text(const QString &v)
    {
        if (m_isMissing)
            return put({});
        // UTF-8 takes at most three bytes for a unit of UTF-16.
        char *const to = room(3 * v.size());
        const char *const end = m_encoder.appendToBuffer(to, v);
        keep(end - to, RowBatch::Type::Text);
    }

    RowBatch &m_batch;
    RowBatch::Cell *m_to;
    QStringEncoder m_encoder{ QStringEncoder::Utf8, QStringEncoder::Flag::Stateless };
    size_t m_used = 0;
    bool m_isMissing = false;

    friend class RowBatch;
};

RowBatch::RowBatch(qsizetype columns)
    : m_columns(columns)
{
    clear();
}

void RowBatch::add(const Event &event)
{
    // describe() also serves those who fill records, so it asks for one that may change; a writer
    // changes nothing.
    auto &record = const_cast<Event &>(event);
    const size_t from = m_rows * static_cast<size_t>(m_columns);
    if (m_cells.size() < from + static_cast<size_t>(m_columns))
        m_cells.resize(std::max(from + static_cast<size_t>(m_columns), 2 * m_cells.size()));
    RowBatchWriter write(*this, m_cells.data() + from);
    write.m_used = m_used;
    write(u"id", record.id);
    write(u"version", record.version);
    write(u"reviewId", record.reviewId);
    describe(write, record);
    std::optional<TimePoint> start = event.effectiveStart();
    std::optional<TimePoint> end = event.effectiveEnd();
    write(u"start", start);
    write(u"end", end);
    m_used = write.m_used;
    Q_ASSERT(write.m_to == m_cells.data() + from + m_columns);
    ++m_rows;
    compareWithFirst();
}

void RowBatch::clear()
{
    m_rows = 0;
    m_used = 0;
    m_constants.resize(static_cast<size_t>(m_columns));
    std::iota(m_constants.begin(), m_constants.end(), 0);
}

void RowBatch::compareWithFirst()
{
    const Cell *const first = m_cells.data();
    const Cell *const last = first + (m_rows - 1) * static_cast<size_t>(m_columns);
    std::erase_if(m_constants, [&](qsizetype column) {
        const Cell &a = first[column];
        const Cell &b = last[column];
        // No padding: mostly the cells themselves are the same.
        if (std::memcmp(&a, &b, sizeof(Cell)) == 0)
            return false;
        if (a.type != b.type || a.length != b.length || a.length == 0)
            return true;
        return std::memcmp(bytes(a), bytes(b), static_cast<size_t>(a.length)) != 0;
    });
}

} // namespace SecondStory::Store
