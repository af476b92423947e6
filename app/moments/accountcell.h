// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "canvas/noteedit.h"

namespace SecondStory::Ui {

/// One text of an account: as high as its words, or as what it asks for while it is empty. Undo
/// and redo are those of the review.
class AccountCell : public NoteEdit {
    Q_OBJECT
public:
    explicit AccountCell(QWidget *parent = nullptr);

    /// Draws the outline of a text that another account does not agree with.
    void setDiffering(bool isDiffering);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// It got the focus.
    void entered();

protected:
    bool event(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();

    bool m_isDiffering = false;
};

} // namespace SecondStory::Ui
