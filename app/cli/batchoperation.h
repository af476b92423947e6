// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/context.h"
#include "cli/eventfields.h"
#include "services/jsonarchive.h"

#include <QJsonObject>

namespace SecondStory::Cli {

/// The edits of `batch`: `{"op":"KIND.add|edit|delete", …}` with the exchange format's fields, and
/// those of `event add` for events. A word in place of an id stays the same record for the whole
/// batch.
class BatchOperations {
public:
    BatchOperations(Context &context, QString review)
        : m_context(context)
        , m_review(std::move(review))
    {
    }

    /// Commits one edit and gives what is to be printed for it. Errors: as EditRepository::apply;
    /// BadInput, Usage, NotFound.
    [[nodiscard]] Result<QJsonObject> run(const QJsonObject &line);
    /// What may stand in a line, for people.
    [[nodiscard]] static QString help();

private:
    Result<QJsonObject> runEvent(const QString &verb, QJsonObject fields);
    Result<EventEdit> eventEdit(const QString &verb, const QJsonObject &fields);
    template <class T>
    Result<QJsonObject> runRecord(const QString &verb, const QJsonObject &fields);
    template <class T>
    Result<ChangeSet> recordEdit(const QString &verb, QJsonObject fields);
    Result<QJsonObject> runReview(const QString &verb, const QJsonObject &fields);

    Result<ReviewId> reviewOf(const QJsonObject &fields);
    Result<ReviewContents> contentsOf(const QJsonObject &fields);
    Result<Event> storedEvent(const QJsonObject &fields);
    Result<EventFields> eventFields(const QJsonObject &fields);
    /// Ids in place of local names; fails when the review does not hold what is named.
    Result<void> checkReferences(const ReviewContents &contents,
                                 const Services::JsonContext &names);
    template <class T>
    Result<QJsonObject> commit(const ChangeSet &set);

    Context &m_context;
    QString m_review;
    QHash<QString, QUuid> m_names; ///< words that stood for ids so far
};

} // namespace SecondStory::Cli
