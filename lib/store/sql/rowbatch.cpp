// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/rowbatch.h"

#include <QStringEncoder>
#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace SecondStory::Store {

/// The archive that lays a record's described fields down as cells.
class RowBatchWriter {
public:
    explicit RowBatchWriter(RowBatch &batch)
        : m_batch(batch)
        , m_used(batch.m_used)
    {
    }

    void operator()(const char16_t *, QString &v) { text(v); }
    void operator()(const char16_t *, bool &v) { integer(v ? 1 : 0); }
    void operator()(const char16_t *, int &v) { integer(v); }
    void operator()(const char16_t *, qint64 &v) { integer(v); }
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

    void put(const RowBatch::Cell &cell) { m_batch.put(cell, m_column++); }
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
        const int ending = type == RowBatch::Type::Line ? 1 : 0;
        const RowBatch::Cell cell{ static_cast<qint64>(m_used), static_cast<qint32>(length), type };
        if (isAsInFirstRow(cell)) {
            ++m_column;
            return;
        }
        put(cell);
        m_used += static_cast<size_t>(length + ending);
    }
    /// Whether the bytes just written are those of a column that has been constant so far; then
    /// they need not be kept again.
    [[nodiscard]] bool isAsInFirstRow(const RowBatch::Cell &cell) const
    {
        if (m_batch.m_rows == 0 || !m_batch.isConstant(m_column))
            return false;
        const RowBatch::Cell &first = m_batch.cell(0, m_column);
        return first.type == cell.type && first.length == cell.length
            && std::memcmp(m_batch.bytes(first), m_batch.bytes(cell),
                           static_cast<size_t>(cell.length))
            == 0;
    }
    void text(const QString &v)
    {
        if (m_isMissing)
            return put({});
        // UTF-8 takes at most three bytes for a unit of UTF-16.
        char *const to = room(3 * v.size() + 1);
        char *const end = m_encoder.appendToBuffer(to, v);
        *end = 0;
        const bool isLine = std::memchr(to, 0, static_cast<size_t>(end - to)) == nullptr;
        keep(end - to, isLine ? RowBatch::Type::Line : RowBatch::Type::Text);
    }

    RowBatch &m_batch;
    qsizetype m_column = 0;
    QStringEncoder m_encoder{ QStringEncoder::Utf8, QStringEncoder::Flag::Stateless };
    size_t m_used;
    bool m_isMissing = false;

    friend class RowBatch;
};

RowBatch::RowBatch(qsizetype columns, size_t capacity)
    : m_columns(columns)
    , m_capacity(capacity)
    , m_cells(std::make_unique_for_overwrite<Cell[]>(static_cast<size_t>(columns) * capacity))
{
    clear();
}

void RowBatch::add(const StoredEvent &event)
{
    Q_ASSERT(!isFull());
    // describe() also serves those who fill records; a writer changes nothing.
    StoredEvent row = event;
    RowBatchWriter write(*this);
    describe(write, row);
    m_used = write.m_used;
    Q_ASSERT(write.m_column == m_columns);
    ++m_rows;
}

void RowBatch::clear()
{
    m_rows = 0;
    m_used = 0;
    m_isConstant.assign(static_cast<size_t>(m_columns), 1);
}

void RowBatch::put(const Cell &cell, qsizetype column)
{
    Cell *const cells = m_cells.get() + static_cast<size_t>(column) * m_capacity;
    if (m_isConstant[static_cast<size_t>(column)] && m_rows > 0) {
        // No padding, and equal bytes were told before.
        if (std::memcmp(&cell, cells, sizeof(Cell)) == 0)
            return;
        std::fill(cells + 1, cells + m_rows, *cells);
        m_isConstant[static_cast<size_t>(column)] = 0;
    }
    cells[m_rows] = cell;
}

} // namespace SecondStory::Store
