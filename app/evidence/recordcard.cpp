// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/recordcard.h"

#include "evidence/evidencewords.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

RecordCard::RecordCard(QWidget *parent)
    : QFrame(parent)
    , m_source(new ElidedLabel(Qt::ElideMiddle, this))
    , m_time(plainLabel({}, 1.0, QFont::DemiBold, this))
    , m_people(mutedLabel({}, 0.85, this))
    , m_words(new QPlainTextEdit(this))
    , m_show(new QPushButton(tr("Show on the timeline"), this))
{
    m_source->setFont(fontAt(font(), 0.85));
    m_time->setWordWrap(true);
    m_people->setWordWrap(true);
    m_words->setReadOnly(true);
    m_words->setFrameShape(QFrame::NoFrame);
    m_words->setAccessibleName(tr("Words of the record"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kPanel, Space::kSmall, Space::kPanel, Space::kSmall);
    layout->setSpacing(Space::kTiny);
    layout->addWidget(m_source);
    layout->addWidget(m_time);
    layout->addWidget(m_people);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_show, 0, Qt::AlignLeft);
    setFrameShape(QFrame::StyledPanel);
    connect(m_show, &QPushButton::clicked, this, [this] { emit showRequested(m_event); });
}

void RecordCard::setRecord(const Event &event, const QString &source, const QStringList &people,
                           const ZoneClock &clock, const QStringList &shared)
{
    m_event = event.id;
    m_source->setWholeText(
        event.place.isEmpty() ? source : QString(source + u", "_s + visibleText(event.place)));
    m_time->setText(timeText(event.recorded, clock));
    m_people->setText(people.join(tr(", ")));
    m_people->setVisible(!people.isEmpty());
    const QString words = event.text.isEmpty() ? event.title : event.text;
    m_words->setPlainText(visibleText(words));
    m_show->setEnabled(event.effectiveStart().has_value());
    mark(shared);
}

void RecordCard::mark(const QStringList &words)
{
    QList<QTextEdit::ExtraSelection> marks;
    const Figures::Palette &palette = paletteFor(this);
    for (const QString &word : words) {
        QTextCursor cursor(m_words->document());
        while (!(cursor = m_words->document()->find(word, cursor)).isNull()) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = cursor;
            mark.format.setBackground(palette.selection);
            mark.format.setFontUnderline(true);
            marks << mark;
        }
    }
    m_words->setExtraSelections(marks);
}

} // namespace SecondStory::Ui
