// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inspector/eventsinspector.h"

#include "coding/codepicker.h"
#include "domain/labels.h"
#include "editing/codingedits.h"
#include "editing/eventedits.h"
#include "editing/reviewdocument.h"
#include "evidence/evidencewords.h"
#include "figures/timeline/eventmarks.h"
#include "inspector/knownpanel.h"
#include "store/eventrepository.h"
#include "store/library.h"
#include "store/reviewrepository.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QComboBox>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// What all have in common; nothing when they differ.
template <class T, class Read>
std::optional<T> common(const QList<Event> &events, Read read)
{
    std::optional<T> value;
    for (const Event &event : events) {
        if (value && *value != read(event))
            return {};
        value = read(event);
    }
    return value;
}

} // namespace

EventsInspector::EventsInspector(QWidget *parent)
    : QWidget(parent)
{
    build();
}

void EventsInspector::build()
{
    m_count = plainLabel({}, 1.5, QFont::DemiBold, this);
    m_span = mutedLabel({}, 0.85, this);
    m_span->setWordWrap(true);
    m_kind = new QComboBox(this);
    m_kind->setAccessibleName(tr("Kind of all"));
    m_lane = new QComboBox(this);
    m_lane->setAccessibleName(tr("Lane of all"));
    m_star = new LinkButton(tr("Star all"), this);
    m_unstar = new LinkButton(tr("Take the stars away"), this);
    m_code = new LinkButton(tr("Code all…"), this);
    m_picker = new CodePicker(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kPanel, Space::kPanel, Space::kPanel, Space::kPanel);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(m_count);
    layout->addWidget(m_span);
    layout->addWidget(hairline(this));
    layout->addWidget(mutedLabel(tr("Kind"), 0.85, this));
    layout->addWidget(m_kind);
    layout->addWidget(mutedLabel(tr("Lane"), 0.85, this));
    layout->addWidget(m_lane);
    layout->addWidget(hairline(this));
    for (LinkButton *link : { m_star, m_unstar, m_code })
        layout->addWidget(link, 0, Qt::AlignLeft);
    m_known = new KnownPanel(this);
    layout->addWidget(hairline(this));
    layout->addWidget(mutedLabel(tr("Known to"), 0.85, this));
    layout->addWidget(m_known);
    layout->addStretch();
    connect(m_known, &KnownPanel::statusMessage, this, &EventsInspector::statusMessage);
    connect(m_kind, &QComboBox::activated, this, [this] {
        if (m_document && m_kind->currentData().toInt() >= 0)
            report(Editing::setKind(*m_document, m_events,
                                    static_cast<EventKind>(m_kind->currentData().toInt())));
    });
    connect(m_lane, &QComboBox::activated, this, [this] {
        if (m_document && m_lane->currentData().isValid())
            report(Editing::setLane(*m_document, m_events,
                                    LaneId::fromString(m_lane->currentData().toString())));
    });
    connect(m_star, &LinkButton::clicked, this, [this] {
        if (m_document)
            report(Editing::setStarred(*m_document, m_events, true));
    });
    connect(m_unstar, &LinkButton::clicked, this, [this] {
        if (m_document)
            report(Editing::setStarred(*m_document, m_events, false));
    });
    connect(m_code, &LinkButton::clicked, this, [this] {
        if (!m_document)
            return;
        m_picker->setCodes(m_document->library().reviews().codes().value_or(QList<Code>()));
        m_picker->popUpUnder(m_code);
    });
    connect(m_picker, &CodePicker::picked, this, [this](CodeId code) {
        QList<TargetRef> targets;
        for (const EventId id : std::as_const(m_events))
            targets << TargetRef{ TargetKind::Event, id.value };
        if (m_document)
            report(Editing::applyCode(*m_document, code, targets));
    });
}

void EventsInspector::showEventsOf(Editing::ReviewDocument *document, const QList<EventId> &events)
{
    m_document = document;
    m_events = events;
    const auto found = document->library().events().byId(events).value_or(QList<Event>());
    m_count->setText(tr("%n event(s)", nullptr, static_cast<int>(found.size())));
    m_known->showEvents(*document, found);
    std::optional<TimePoint> first;
    std::optional<TimePoint> last;
    int undated = 0;
    for (const Event &event : found) {
        const auto start = event.effectiveStart();
        const auto end = event.effectiveEnd();
        undated += start ? 0 : 1;
        if (start && (!first || *start < *first))
            first = start;
        const auto until = end ? end : start;
        if (until && (!last || *until > *last))
            last = until;
    }
    QStringList words;
    if (first && last)
        words << QString(document->clock().isoText(*first) + u" – "_s
                         + (document->clock().isoDate(*first) == document->clock().isoDate(*last)
                                ? document->clock().clockText(*last)
                                : document->clock().isoText(*last)))
              << durationText(last->us - first->us);
    if (undated > 0)
        words << tr("%n undated", nullptr, undated);
    m_span->setText(words.join(u" · "_s));

    m_kind->clear();
    m_lane->clear();
    const auto kind = common<EventKind>(found, [](const Event &event) { return event.kind; });
    const auto lane = common<LaneId>(found, [](const Event &event) { return event.laneId; });
    if (!kind)
        m_kind->addItem(tr("Several"), -1);
    for (const auto &entry : EnumNames<EventKind>::entries)
        m_kind->addItem(Figures::eventKindLabel(entry.first), static_cast<int>(entry.first));
    if (kind)
        m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(*kind)));
    if (!lane)
        m_lane->addItem(tr("Several"));
    m_lane->addItem(tr("No lane"), LaneId().toString());
    for (const Lane &each : document->contents().lanes)
        m_lane->addItem(visibleText(each.name), each.id.toString());
    if (lane)
        m_lane->setCurrentIndex(std::max(0, m_lane->findData(lane->toString())));
}

void EventsInspector::report(const Result<void> &done)
{
    if (!done)
        emit statusMessage(done.error().toString());
}

} // namespace SecondStory::Ui
