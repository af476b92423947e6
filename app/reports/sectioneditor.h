// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/section.h"
#include "reports/narrativeedit.h"

#include <QLabel>
#include <QLineEdit>
#include <QTimer>
#include <QWidget>

namespace SecondStory::Ui {

/// Edits the heading and body of one section. What is typed is handed out at most kDelay later, and
/// at once when the focus leaves or another section is shown.
class SectionEditor : public QWidget {
    Q_OBJECT
public:
    static constexpr int kDelay = 1500; ///< milliseconds

    explicit SectionEditor(const LinkHighlighter::IsKnown &isKnown, QWidget *parent = nullptr);

    /// Shows a section. The same one again takes over what changed elsewhere, keeping the cursor.
    void showSection(const Section &section, const QString &hint);
    [[nodiscard]] SectionId sectionId() const { return m_section.id; }
    [[nodiscard]] NarrativeEdit *edit() const { return m_edit; }
    [[nodiscard]] QLineEdit *heading() const { return m_heading; }
    /// Hands out what was typed and not handed out yet.
    void flush();

Q_SIGNALS:
    void bodyEdited(SecondStory::SectionId id, const QString &body);
    void headingEdited(SecondStory::SectionId id, const QString &heading);

private:
    void takeBody(const QString &body);

    QLineEdit *m_heading;
    NarrativeEdit *m_edit;
    QLabel *m_help;
    QTimer m_timer;
    Section m_section;
    bool m_isTaking = false;
    bool m_isDirty = false;
};

} // namespace SecondStory::Ui
