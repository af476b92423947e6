// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/changeset.h"
#include "editing/mergeid.h"

#include <QElapsedTimer>
#include <QUndoCommand>

namespace SecondStory::Editing {

class ReviewDocument;

/// One stored change set on the undo stack. Holds ids and values only, so nothing in it can dangle.
class ApplyCommand final : public QUndoCommand {
public:
    /// `applied` has been stored already: the first redo(), which the stack calls, does nothing.
    ApplyCommand(ReviewDocument &document, ChangeSet applied, const QString &text, MergeId merge);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override { return static_cast<int>(m_merge); }
    /// Joins an edit of the same records that follows within two seconds.
    bool mergeWith(const QUndoCommand *other) override;

private:
    ReviewDocument &m_document;
    ChangeSet m_set;
    MergeId m_merge;
    QElapsedTimer m_age;
    bool m_isStored = true;
};

} // namespace SecondStory::Editing
