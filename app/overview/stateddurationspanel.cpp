// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "overview/stateddurationspanel.h"

#include "editing/frameedits.h"
#include "editing/reviewdocument.h"
#include "evidence/evidencewords.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "timeline/statedplace.h"
#include "widgets/smallwidgets.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

StatedDurationsPanel::StatedDurationsPanel(Editing::ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_lines(new QVBoxLayout)
    , m_words(new QLineEdit)
    , m_from(new QComboBox)
    , m_to(new QComboBox)
{
    build();
    m_place = new StatedPlace(document, this);
    connect(m_place, &StatedPlace::refused, this, &StatedDurationsPanel::refused);
    connect(&document, &Editing::ReviewDocument::changed, this, &StatedDurationsPanel::refresh);
    refresh();
}

void StatedDurationsPanel::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kTiny);
    m_lines->setSpacing(Space::kTiny);
    layout->addLayout(m_lines);
    for (QComboBox *combo : { m_from, m_to }) {
        for (const FrameField &field : kFrameFields)
            combo->addItem(Analysis::wordFor(field.point), static_cast<int>(field.point));
    }
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    m_to->setCurrentIndex(m_to->count() - 1);
    m_words->setObjectName(u"statedWords"_s);
    m_words->setAccessibleName(tr("Stated duration"));
    m_words->setPlaceholderText(tr("Somebody says how long: about 45 minutes"));
    auto *button = new QPushButton(tr("Note it"));
    button->setObjectName(u"stateDuration"_s);
    button->setToolTip(tr("Keeps what is said beside what the frame comes to"));
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::kSmall);
    row->addWidget(m_words, 1);
    row->addWidget(mutedLabel(tr("from"), 0.85));
    row->addWidget(m_from);
    row->addWidget(mutedLabel(tr("to"), 0.85));
    row->addWidget(m_to);
    row->addWidget(button);
    layout->addLayout(row);
    connect(m_words, &QLineEdit::returnPressed, this, &StatedDurationsPanel::state);
    connect(button, &QPushButton::clicked, this, &StatedDurationsPanel::state);
}

void StatedDurationsPanel::refresh()
{
    const auto durations = Analysis::frameDurations(m_document.contents());
    if (durations == m_shown)
        return;
    m_shown = durations;
    clearLayout(m_lines);
    for (const Analysis::FrameDuration &duration : durations)
        add(duration);
}

void StatedDurationsPanel::add(const Analysis::FrameDuration &duration)
{
    const StatedDuration &stated = duration.stated;
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::kSmall);
    auto *words = new ElidedLabel(Qt::ElideRight, box);
    const QString sentence = visibleText(Analysis::sentenceOf(duration));
    words->setWholeText(duration.differs ? QString(u"≠  "_s + sentence) : sentence);
    words->setAccessibleName(sentence);
    words->setFont(fontAt(font(), 0.85));
    if (duration.differs) {
        QPalette ink = words->palette();
        ink.setColor(QPalette::WindowText, paletteFor(this).warning);
        words->setPalette(ink);
    }
    row->addWidget(words, 1);
    if (!stated.eventId.isNull()) {
        auto *where = new LinkButton(tr("Where it is said"), box);
        connect(where, &LinkButton::clicked, this,
                [this, id = stated.eventId] { emit eventRequested(id); });
        row->addWidget(where);
    } else {
        auto *where = new LinkButton(tr("Say where…"), box);
        where->setAccessibleName(tr("Say where this is said: %1").arg(sentence));
        connect(where, &LinkButton::clicked, this, [this, where, id = stated.id] {
            m_place->ask(id, where->mapToGlobal(where->rect().bottomLeft()));
        });
        row->addWidget(where);
    }
    auto *remove = new LinkButton(tr("Remove"), box);
    remove->setAccessibleName(tr("Remove: %1").arg(sentence));
    connect(remove, &LinkButton::clicked, this, [this, id = stated.id] {
        if (const auto done = Editing::removeStatedDuration(m_document, id); !done)
            emit refused(done.error().toString());
    });
    row->addWidget(remove);
    m_lines->addWidget(box);
}

void StatedDurationsPanel::state()
{
    const QString words = m_words->text().simplified();
    if (words.isEmpty()) {
        m_words->setFocus();
        return;
    }
    const auto done =
        Editing::stateDuration(m_document, static_cast<FramePoint>(m_from->currentData().toInt()),
                               static_cast<FramePoint>(m_to->currentData().toInt()), words);
    if (!done)
        emit refused(done.error().toString());
    else
        m_words->clear();
}

} // namespace SecondStory::Ui
