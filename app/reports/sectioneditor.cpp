// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/sectioneditor.h"

#include "theme/theme.h"

#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

SectionEditor::SectionEditor(const LinkHighlighter::IsKnown &isKnown, QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLineEdit(this))
    , m_edit(new NarrativeEdit(isKnown, this))
    , m_help(new QLabel(this))
{
    m_heading->setFrame(false);
    m_heading->setFont(fontAt(font(), 1.5, QFont::DemiBold));
    m_heading->setPlaceholderText(tr("Heading"));
    m_heading->setAccessibleName(tr("Heading of the section"));
    m_help->setTextFormat(Qt::PlainText);
    m_help->setForegroundRole(QPalette::PlaceholderText);
    m_help->setFont(fontAt(font(), 0.85));
    m_help->setWordWrap(true);
    m_help->setText(tr("Ctrl+L links to an event · Ctrl and a click opens it · a blank line begins "
                       "a paragraph · “- ” begins a list item"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kWide, Space::kPanel, Space::kWide, Space::kSmall);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(m_heading);
    layout->addWidget(m_edit, 1);
    auto *link = new QPushButton(icon(u"link"_s, this), tr("Link to an event…"), this);
    link->setFlat(true);
    // The cursor stays in the words, where the link will stand.
    link->setFocusPolicy(Qt::TabFocus);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Space::kSmall);
    foot->addWidget(m_help, 1);
    foot->addWidget(link, 0, Qt::AlignTop);
    layout->addLayout(foot);
    setFocusProxy(m_edit);

    connect(link, &QPushButton::clicked, m_edit, &NarrativeEdit::linkWanted);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelay);
    connect(&m_timer, &QTimer::timeout, this, &SectionEditor::flush);
    connect(m_edit, &NarrativeEdit::focusLost, this, &SectionEditor::flush);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        if (m_isTaking || m_edit->toPlainText() == m_section.body)
            return;
        m_isDirty = true;
        if (!m_timer.isActive()) // not restarted: steady typing is stored as well
            m_timer.start();
    });
    connect(m_heading, &QLineEdit::editingFinished, this, [this] {
        if (!m_section.id.isNull() && m_heading->text().simplified() != m_section.heading)
            emit headingEdited(m_section.id, m_heading->text());
    });
}

void SectionEditor::showSection(const Section &section, const QString &hint)
{
    const bool isSame = section.id == m_section.id;
    if (!isSame)
        flush();
    m_section = section;
    if (!isSame || !m_heading->hasFocus())
        m_heading->setText(section.heading);
    m_edit->setPlaceholderText(hint);
    if (!isSame || (!m_isDirty && m_edit->toPlainText() != section.body))
        takeBody(section.body);
}

void SectionEditor::takeBody(const QString &body)
{
    m_isTaking = true;
    const int position = m_edit->textCursor().position();
    m_edit->setPlainText(body);
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(std::min<int>(position, m_edit->document()->characterCount() - 1));
    m_edit->setTextCursor(cursor);
    m_isTaking = false;
    m_isDirty = false;
    m_timer.stop();
}

void SectionEditor::flush()
{
    m_timer.stop();
    if (!m_isDirty)
        return;
    m_isDirty = false;
    m_section.body = m_edit->toPlainText();
    emit bodyEdited(m_section.id, m_section.body);
}

} // namespace SecondStory::Ui
