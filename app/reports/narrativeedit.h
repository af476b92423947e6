// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "reports/linkhighlighter.h"

#include <QPlainTextEdit>

namespace SecondStory::Ui {

/// A plain text editor for narrative: links to events are chips that are removed whole and opened
/// with Ctrl and a click or Ctrl+Return. Undo belongs to the review, not to the editor.
class NarrativeEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit NarrativeEdit(const LinkHighlighter::IsKnown &isKnown, QWidget *parent = nullptr);

    /// Puts a link in the place of the selection, or at the cursor.
    void insertLink(EventId event, const QString &words);
    /// The event linked where the cursor stands, or null.
    [[nodiscard]] EventId linkAtCursor() const;

Q_SIGNALS:
    void linkWanted();
    void eventRequested(SecondStory::EventId event);
    void undoRequested();
    void redoRequested();
    void focusLost();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    [[nodiscard]] EventId linkAt(const QTextCursor &cursor) const;
    bool removeLinkBeside(int key);
};

} // namespace SecondStory::Ui
