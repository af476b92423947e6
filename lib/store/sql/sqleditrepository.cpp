// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqleditrepository.h"

#include "domain/validation.h"
#include "store/sql/sqllaneassignment.h"
#include "store/sql/sqlprose.h"
#include "store/sql/sqlretiming.h"
#include "store/sql/sqltable.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Store", text);
}

/// What a person needs to see of a record to settle a conflict.
template <class T>
QString wordsOf(const T &record)
{
    if constexpr (std::is_same_v<T, Event>)
        return record.displayTitle() + u'\n' + record.text + u'\n' + record.note;
    else if (const auto prose = proseOf(record))
        return prose->title + u'\n' + prose->body;
    else
        return record.id.toString();
}

template <class T>
Error conflict(const T &stored, const std::optional<T> &mine)
{
    Error error;
    error.code = ErrorCode::Conflict;
    error.what = tr("somebody else changed this since it was read (version %1 is stored)")
                     .arg(stored.version);
    error.hint = tr("read it again and repeat the edit");
    error.place = stored.id.toString();
    error.detail =
        tr("Stored:\n%1\nYours:\n%2")
            .arg(wordsOf(stored).trimmed(), mine ? wordsOf(*mine).trimmed() : tr("(removed)"));
    return error;
}

Error refusal(const QString &place, const QString &what, const QString &hint)
{
    Error error;
    error.code = ErrorCode::Refused;
    error.place = place;
    error.what = what;
    error.hint = hint;
    return error;
}

/// Applies single changes inside the caller's transaction.
class ChangeWriter {
public:
    explicit ChangeWriter(SqlConnection &connection)
        : m_connection(connection)
    {
    }

    /// A change that says itself when the review was last changed is taken at its word.
    [[nodiscard]] QSet<ReviewId> touchedNow() const { return m_touched - m_dated; }

    template <class T>
    Result<void> write(RecordChange<T> &change)
    {
        if (change.after) {
            if (const QString problem = problemWith(*change.after); !problem.isEmpty())
                return badRecord(change.after->id.toString(), problem);
        }
        noteReview(change);
        if (change.isInsertion())
            return insert(*change.after);
        const auto stored = selectOne<T>(m_connection, change.before->id);
        if (!stored)
            return failure(stored.error());
        if (!*stored)
            return notFound(change.before->id.toString());
        if ((*stored)->version != change.before->version)
            return failure(conflict(**stored, change.after));
        return change.after ? update(**stored, *change.after) : remove(**stored);
    }

    Result<void> write(RecordChange<LaneAssignment> &change)
    {
        noteReview(change);
        return assignLanes(m_connection, change);
    }

private:
    static tl::unexpected<Error> badRecord(const QString &place, const QString &what)
    {
        Error error;
        error.code = ErrorCode::BadInput;
        error.place = place;
        error.what = what;
        return failure(std::move(error));
    }
    static tl::unexpected<Error> notFound(const QString &place)
    {
        Error error;
        error.code = ErrorCode::Conflict;
        error.place = place;
        error.what = tr("somebody else removed this since it was read");
        error.detail = error.what;
        return failure(std::move(error));
    }

    template <class T>
    void noteReview(const RecordChange<T> &change)
    {
        const T &record = change.after ? *change.after : *change.before;
        if constexpr (std::is_same_v<T, Review>) {
            m_touched << record.id;
            if (change.after && (!change.before || change.before->updated != record.updated))
                m_dated << record.id;
        } else if constexpr (kBelongsToReview<T>)
            m_touched << record.reviewId;
    }

    template <class T>
    Result<void> insert(T &record)
    {
        if constexpr (std::is_same_v<T, Event>) {
            if (record.isImported())
                return failure(refusal(record.id.toString(),
                                       tr("evidence is added only by importing it"), {}));
        }
        if constexpr (std::is_same_v<T, Series>)
            return failure(
                refusal(record.id.toString(), tr("evidence is added only by importing it"), {}));
        record.version += 1;
        if (auto done = insertRow(m_connection, record); !done)
            return done;
        return index(record, true);
    }

    template <class T>
    Result<void> update(const T &stored, T &after)
    {
        if constexpr (std::is_same_v<T, Event>) {
            if (stored.isImported() && !keepsRecord(stored, after))
                return failure(refusal(stored.id.toString(),
                                       tr("what the evidence states cannot be changed"),
                                       tr("state another time or wording beside it")));
            // The store's own: older values of an event may not know it yet.
            after.channel = stored.channel;
            if (auto done = forgetEvent(stored); !done)
                return done;
        }
        if constexpr (std::is_same_v<T, Series>) {
            if (!keepsRecord(stored, after))
                return failure(refusal(stored.id.toString(),
                                       tr("what the evidence states cannot be changed"), {}));
        }
        if constexpr (std::is_same_v<T, EvidenceSource>) {
            // Where the source's events stand follows from its clock, here and on undo.
            if (clockOf(stored) != clockOf(after)) {
                if (auto done = retimeEvents(m_connection, clockOf(stored), after); !done)
                    return done;
            }
        }
        after.version = stored.version + 1;
        const auto changed = updateRow(m_connection, after, stored.version);
        if (!changed)
            return failure(changed.error());
        if (*changed != 1)
            return failure(conflict(stored, std::optional<T>(after)));
        return index(after, true);
    }

    template <class T>
    Result<void> remove(const T &stored)
    {
        if constexpr (std::is_same_v<T, Event>) {
            if (stored.isImported())
                return failure(refusal(stored.id.toString(),
                                       tr("imported evidence is not removed event by event"),
                                       tr("take the whole source out instead")));
            if (auto done = forgetEvent(stored); !done)
                return done;
        }
        if constexpr (std::is_same_v<T, Series>)
            return failure(refusal(stored.id.toString(),
                                   tr("imported evidence is not removed event by event"),
                                   tr("take the whole source out instead")));
        if constexpr (std::is_same_v<T, Review>) {
            return failure(
                refusal(stored.id.toString(), tr("a review is removed through the library"), {}));
        } else {
            const auto gone = removeRow(m_connection, stored);
            if (!gone)
                return failure(gone.error());
            return index(stored, false);
        }
    }

    Result<QVariant> seqOf(const Event &event)
    {
        return m_connection.scalar(u"SELECT seq FROM event WHERE id = ?"_s,
                                   { m_connection.dialect().idValue(event.id.value) });
    }

    Result<void> forgetEvent(const Event &event)
    {
        const auto seq = seqOf(event);
        if (!seq)
            return failure(seq.error());
        return m_connection.execute(m_connection.dialect().forgetSearchRow(u"event"_s), { *seq });
    }

    template <class T>
    Result<void> index(const T &record, bool isThere)
    {
        if constexpr (std::is_same_v<T, Event>) {
            if (!isThere)
                return {};
            const auto seq = seqOf(record);
            if (!seq)
                return failure(seq.error());
            return m_connection.execute(m_connection.dialect().addSearchRow(u"event"_s), { *seq });
        } else {
            const auto prose = proseOf(record);
            return prose
                ? updateProse(m_connection, record.id.value, isThere ? prose : std::nullopt)
                : Result<void>();
        }
    }

    SqlConnection &m_connection;
    QSet<ReviewId> m_touched;
    QSet<ReviewId> m_dated;
};

} // namespace

Result<ChangeSet> SqlEditRepository::apply(const ChangeSet &set)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    ChangeSet applied = set;
    ChangeWriter writer(m_connection);
    for (AnyChange &change : applied.changes) {
        const auto done = std::visit([&](auto &c) { return writer.write(c); }, change);
        if (!done)
            return failure(done.error());
    }
    const qint64 now = TimePoint::now().us;
    for (const ReviewId &review : writer.touchedNow()) {
        const auto done =
            m_connection.execute(u"UPDATE review SET updated = ? WHERE id = ?"_s,
                                 { now, m_connection.dialect().idValue(review.value) });
        if (!done)
            return failure(done.error());
    }
    if (auto done = (*transaction)->commit(); !done)
        return failure(done.error());
    return applied;
}

} // namespace SecondStory::Store
