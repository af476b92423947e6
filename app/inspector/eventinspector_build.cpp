// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "coding/codepicker.h"
#include "editing/eventdetails.h"
#include "editing/eventedits.h"
#include "editing/reviewdocument.h"
#include "figures/timeline/eventmarks.h"
#include "inspector/eventinspector.h"
#include "inspector/knownpanel.h"
#include "inspector/eventmoments.h"
#include "inspector/timestatement.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "timeline/framemenu.h"
#include "widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kNoteHeight = 64;

QLabel *sectionTitle(const QString &text, QWidget *parent)
{
    auto *label = mutedLabel(text, 0.85, parent);
    QFont face = label->font();
    face.setWeight(QFont::DemiBold);
    label->setFont(face);
    return label;
}

/// Tells when somebody leaves a text field.
class LeaveWatcher final : public QObject {
public:
    LeaveWatcher(QObject *parent, std::function<void()> onLeave)
        : QObject(parent)
        , m_onLeave(std::move(onLeave))
    {
        parent->installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::FocusOut)
            m_onLeave();
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_onLeave;
};

} // namespace

void EventInspector::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kPanel, Space::kPanel, Space::kPanel, Space::kPanel);
    layout->setSpacing(Space::kSmall);
    buildHead(layout);
    buildWords(layout);
    buildTime(layout);
    buildLinks(layout);
    layout->addStretch();
    connectEdits();
}

void EventInspector::buildHead(QBoxLayout *layout)
{
    m_time = plainLabel({}, 1.5, QFont::DemiBold, this);
    m_time->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_date = mutedLabel({}, 0.85, this);
    m_star = new QToolButton(this);
    m_star->setAutoRaise(true);
    m_star->setCheckable(true);
    m_star->setAccessibleName(tr("Star"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_time);
    row->addStretch();
    row->addWidget(m_star);
    layout->addLayout(row);
    layout->addWidget(m_date);
}

void EventInspector::buildWords(QBoxLayout *layout)
{
    m_title = new QLineEdit(this);
    m_title->setAccessibleName(tr("Title"));
    m_recordedTitle = new ElidedLabel(Qt::ElideRight, this);
    m_recordedTitle->setFont(fontAt(font(), 0.85));
    m_text = new QPlainTextEdit(this);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Text as recorded"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_kind = new QComboBox(this);
    m_kind->setAccessibleName(tr("Kind"));
    for (const auto &entry : EnumNames<EventKind>::entries)
        m_kind->addItem(Figures::eventKindLabel(entry.first), static_cast<int>(entry.first));
    m_lane = new QComboBox(this);
    m_lane->setAccessibleName(tr("Lane"));
    for (QComboBox *combo : { m_kind, m_lane }) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(6);
    }
    auto *people = new QWidget(this);
    m_people = new FlowLayout(people);
    layout->addWidget(m_title);
    layout->addWidget(m_recordedTitle);
    layout->addWidget(m_text);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::kSmall);
    row->addWidget(m_kind, 1);
    row->addWidget(m_lane, 1);
    layout->addLayout(row);
    layout->addWidget(people);
}

void EventInspector::buildTime(QBoxLayout *layout)
{
    layout->addWidget(hairline(this));
    layout->addWidget(sectionTitle(tr("Time"), this));
    m_recorded = new QGridLayout;
    m_recorded->setHorizontalSpacing(Space::kPanel);
    m_recorded->setVerticalSpacing(2);
    m_recorded->setColumnStretch(1, 1);
    layout->addLayout(m_recorded);
    m_ownTime = new QWidget(this);
    m_ownStart = new QLineEdit(m_ownTime);
    m_ownStart->setAccessibleName(tr("When it happened"));
    m_ownStart->setPlaceholderText(tr("2026-03-12 14:07"));
    m_ownEnd = new QLineEdit(m_ownTime);
    m_ownEnd->setAccessibleName(tr("When it ended"));
    m_ownEnd->setPlaceholderText(tr("until, if it lasted"));
    auto *own = new QHBoxLayout(m_ownTime);
    own->setContentsMargins(0, 0, 0, 0);
    own->setSpacing(Space::kTiny);
    own->addWidget(m_ownStart);
    own->addWidget(m_ownEnd);
    layout->addWidget(m_ownTime);
    m_statement = new TimeStatement(this);
    layout->addWidget(m_statement);
    layout->addWidget(hairline(this));
    layout->addWidget(sectionTitle(tr("Known to"), this));
    m_known = new KnownPanel(this);
    layout->addWidget(m_known);
    connect(m_known, &KnownPanel::statusMessage, this, &EventInspector::statusMessage);
}

void EventInspector::buildLinks(QBoxLayout *layout)
{
    layout->addWidget(hairline(this));
    auto *codesHead = new QHBoxLayout;
    codesHead->addWidget(sectionTitle(tr("Codes"), this));
    codesHead->addStretch();
    m_addCode = new LinkButton(tr("Add code"), this);
    m_addCode->setToolTip(tr("Search the codebook"));
    codesHead->addWidget(m_addCode);
    layout->addLayout(codesHead);
    auto *codes = new QWidget(this);
    m_codeChips = new FlowLayout(codes);
    layout->addWidget(codes);
    m_picker = new CodePicker(this);

    m_supportsBox = new QWidget(this);
    auto *supports = new QVBoxLayout(m_supportsBox);
    supports->setContentsMargins(0, 0, 0, 0);
    supports->setSpacing(0);
    m_supports = supports;
    layout->addWidget(hairline(this));
    layout->addWidget(sectionTitle(tr("Evidence for"), this));
    layout->addWidget(m_supportsBox);
    m_moments = new EventMoments(this);
    layout->addWidget(m_moments);
    connect(m_moments, &EventMoments::targetRequested, this, &EventInspector::targetRequested);
    auto *frame = new LinkButton(tr("In the incident…"), this);
    frame->setObjectName(u"frameMenu"_s);
    frame->setToolTip(tr("This is when it began, was detected …; or evidence for that"));
    layout->addWidget(frame, 0, Qt::AlignLeft);
    connect(frame, &LinkButton::clicked, this, [this, frame] {
        if (!m_document)
            return;
        QMenu menu(this);
        addFrameMenus(menu, *m_document, { m_event.id },
                      [this](const QString &why) { emit statusMessage(why); });
        menu.exec(frame->mapToGlobal(frame->rect().bottomLeft()));
    });

    layout->addWidget(hairline(this));
    layout->addWidget(sectionTitle(tr("Note"), this));
    m_note = new QPlainTextEdit(this);
    m_note->setMaximumHeight(kNoteHeight);
    m_note->setTabChangesFocus(true);
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("What you wonder or know about it"));
    layout->addWidget(m_note);

    m_sourceBox = new QWidget(this);
    auto *source = new QVBoxLayout(m_sourceBox);
    source->setContentsMargins(0, 0, 0, 0);
    source->setSpacing(2);
    source->addWidget(hairline(m_sourceBox));
    source->addSpacing(Space::kTiny);
    source->addWidget(sectionTitle(tr("Place in its source"), m_sourceBox));
    m_source = new ElidedLabel(Qt::ElideMiddle, m_sourceBox);
    source->addWidget(m_source);
    auto *show = new LinkButton(tr("Show in evidence"), m_sourceBox);
    show->setObjectName(u"showInEvidence"_s);
    source->addWidget(show, 0, Qt::AlignLeft);
    auto *clock = new LinkButton(tr("It really was at another time…"), m_sourceBox);
    clock->setToolTip(tr("Corrects the clock of its source by what you know of this event"));
    source->addWidget(clock, 0, Qt::AlignLeft);
    layout->addWidget(m_sourceBox);
    connect(show, &LinkButton::clicked, this, [this] { emit evidenceRequested(m_event.id); });
    connect(clock, &LinkButton::clicked, this, [this] { emit clockRequested(m_event.id); });
}

void EventInspector::connectEdits()
{
    connect(m_star, &QToolButton::clicked, this,
            [this](bool isOn) { report(Editing::setStarred(*m_document, { m_event.id }, isOn)); });
    connect(m_title, &QLineEdit::editingFinished, this, [this] {
        if (m_document && m_title->text().simplified() != m_event.displayTitle())
            report(Editing::setCaption(*m_document, m_event.id, m_title->text()));
    });
    connect(m_kind, &QComboBox::activated, this, [this] {
        report(Editing::setKind(*m_document, { m_event.id },
                                static_cast<EventKind>(m_kind->currentData().toInt())));
    });
    connect(m_lane, &QComboBox::activated, this, [this] {
        report(Editing::setLane(*m_document, { m_event.id },
                                LaneId::fromString(m_lane->currentData().toString())));
    });
    connect(m_ownStart, &QLineEdit::editingFinished, this, &EventInspector::editOwnTime);
    connect(m_ownEnd, &QLineEdit::editingFinished, this, &EventInspector::editOwnTime);
    connect(m_statement, &TimeStatement::stated, this, [this](const AssertedTime &time) {
        report(Editing::setAssertedTime(*m_document, m_event.id, time));
    });
    connect(m_statement, &TimeStatement::cleared, this,
            [this] { report(Editing::clearAssertedTime(*m_document, { m_event.id })); });
    connect(m_addCode, &LinkButton::clicked, this, &EventInspector::pickCode);
    new LeaveWatcher(m_note, [this] {
        if (m_document && m_note->toPlainText() != m_event.note)
            report(Editing::setEventNote(*m_document, m_event.id, m_note->toPlainText()));
    });
}

} // namespace SecondStory::Ui
