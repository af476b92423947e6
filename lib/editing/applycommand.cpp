// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/applycommand.h"

#include "editing/reviewdocument.h"

namespace SecondStory::Editing {

namespace {

constexpr qint64 kMergeWithinMs = 2'000;

bool isUpdateOfSame(const AnyChange &first, const AnyChange &second)
{
    if (first.index() != second.index())
        return false;
    return std::visit(
        [&second](const auto &a) {
            const auto &b = std::get<std::decay_t<decltype(a)>>(second);
            return a.before && a.after && b.before && b.after && a.id() == b.id();
        },
        first);
}

/// True when the record is back where it began, versions apart.
bool changesNothing(const AnyChange &change)
{
    return std::visit(
        [](const auto &c) {
            if (!c.before || !c.after)
                return false;
            auto before = *c.before;
            before.version = c.after->version;
            return before == *c.after;
        },
        change);
}

} // namespace

ApplyCommand::ApplyCommand(ReviewDocument &document, ChangeSet applied, const QString &text,
                           MergeId merge)
    : m_document(document)
    , m_set(std::move(applied))
    , m_merge(merge)
{
    setText(text);
    m_age.start();
}

void ApplyCommand::undo()
{
    if (auto applied = m_document.store(inverted(m_set)))
        m_set = inverted(*applied);
    else
        setObsolete(true);
}

void ApplyCommand::redo()
{
    if (m_isStored) {
        m_isStored = false;
        return;
    }
    if (auto applied = m_document.store(m_set))
        m_set = std::move(*applied);
    else
        setObsolete(true);
}

bool ApplyCommand::mergeWith(const QUndoCommand *command)
{
    const auto *other = dynamic_cast<const ApplyCommand *>(command);
    if (!other || m_age.hasExpired(kMergeWithinMs)
        || other->m_set.changes.size() != m_set.changes.size())
        return false;
    for (qsizetype i = 0; i < m_set.changes.size(); ++i) {
        if (!isUpdateOfSame(m_set.changes[i], other->m_set.changes[i]))
            return false;
    }
    bool isIdle = true;
    for (qsizetype i = 0; i < m_set.changes.size(); ++i) {
        std::visit(
            [&](auto &mine) {
                mine.after = std::get<std::decay_t<decltype(mine)>>(other->m_set.changes[i]).after;
            },
            m_set.changes[i]);
        isIdle = isIdle && changesNothing(m_set.changes[i]);
    }
    m_age.restart();
    setObsolete(isIdle);
    return true;
}

} // namespace SecondStory::Editing
