// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inspector/inspectorpanel.h"

#include "editing/reviewdocument.h"
#include "inspector/activityinspector.h"
#include "inspector/eventinspector.h"
#include "inspector/eventsinspector.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

InspectorPanel::InspectorPanel(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_event(new EventInspector)
    , m_events(new EventsInspector)
{
    setAccessibleName(tr("Inspector"));
    setMinimumWidth(260);
    m_eventPage = inScrollArea(m_event);
    m_eventsPage = inScrollArea(m_events);
    m_reviewPage = new QWidget(m_stack);
    auto *review = new QVBoxLayout(m_reviewPage);
    review->setContentsMargins(Space::kPanel, Space::kPanel, Space::kPanel, Space::kPanel);
    review->setSpacing(Space::kSmall);
    review->addWidget(plainLabel(tr("This review"), 1.15, QFont::DemiBold, m_reviewPage));
    m_facts = new QGridLayout;
    m_facts->setHorizontalSpacing(Space::kPanel);
    m_facts->setVerticalSpacing(Space::kTiny);
    m_facts->setColumnStretch(1, 1);
    review->addLayout(m_facts);
    review->addWidget(hairline(m_reviewPage));
    m_hint = mutedLabel(tr("Choose an event, a factor or a moment to see all of it here."), 1.0,
                        m_reviewPage);
    m_hint->setWordWrap(true);
    review->addWidget(m_hint);
    review->addStretch();
    m_stack->addWidget(m_reviewPage);
    m_stack->addWidget(m_eventPage);
    m_stack->addWidget(m_eventsPage);
    // Its list scrolls by itself.
    m_activity = new ActivityInspector(m_stack);
    m_stack->addWidget(m_activity);
    connect(m_activity, &ActivityInspector::targetRequested, this,
            &InspectorPanel::targetRequested);
    connect(m_activity, &ActivityInspector::statusMessage, this, &InspectorPanel::statusMessage);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_event, &EventInspector::targetRequested, this, &InspectorPanel::targetRequested);
    connect(m_event, &EventInspector::evidenceRequested, this, &InspectorPanel::evidenceRequested);
    connect(m_event, &EventInspector::clockRequested, this, &InspectorPanel::clockRequested);
    connect(m_event, &EventInspector::statusMessage, this, &InspectorPanel::statusMessage);
    connect(m_events, &EventsInspector::statusMessage, this, &InspectorPanel::statusMessage);
    refresh();
}

QWidget *InspectorPanel::inScrollArea(QWidget *page)
{
    auto *area = new QScrollArea(m_stack);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(page);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    return area;
}

void InspectorPanel::setExtraPage(TargetKind kind, QWidget *page)
{
    m_stack->addWidget(page);
    m_extraPages.insert(kind, page);
    refresh();
}

void InspectorPanel::showTargets(Editing::ReviewDocument *document, const QList<TargetRef> &targets)
{
    if (m_document != document) {
        if (m_document)
            m_document->disconnect(this);
        m_document = document;
        if (document) {
            connect(document, &Editing::ReviewDocument::changed, this, &InspectorPanel::refresh);
            connect(document, &Editing::ReviewDocument::eventsReloaded, this,
                    &InspectorPanel::refresh);
        }
    }
    m_targets = targets;
    refresh();
}

QList<EventId> InspectorPanel::eventsOnly() const
{
    QList<EventId> events;
    for (const TargetRef &target : m_targets) {
        if (target.kind == TargetKind::Activity)
            continue;
        if (target.kind != TargetKind::Event)
            return {};
        events << EventId{ target.id };
    }
    return events;
}

bool InspectorPanel::showsActivity()
{
    return m_document && !m_targets.isEmpty() && m_targets.first().kind == TargetKind::Activity
        && m_activity->showActivityOf(m_document, { m_targets.first().id });
}

void InspectorPanel::refresh()
{
    const QList<EventId> events = m_document ? eventsOnly() : QList<EventId>();
    if (showsActivity()) {
        m_stack->setCurrentWidget(m_activity);
    } else if (events.size() == 1 && m_event->showEventOf(m_document, events.first())) {
        m_stack->setCurrentWidget(m_eventPage);
    } else if (events.size() > 1) {
        m_events->showEventsOf(m_document, events);
        m_stack->setCurrentWidget(m_eventsPage);
    } else if (m_document && !m_targets.isEmpty()
               && m_extraPages.contains(m_targets.first().kind)) {
        m_stack->setCurrentWidget(m_extraPages.value(m_targets.first().kind));
    } else {
        showReview();
        m_stack->setCurrentWidget(m_reviewPage);
    }
}

void InspectorPanel::addFact(const QString &name, qint64 count)
{
    const int row = m_facts->count() / 2;
    auto *value = plainLabel(QLocale().toString(count), 1.0, QFont::DemiBold, m_reviewPage);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setFont(tabular(value->font()));
    m_facts->addWidget(value, row, 0);
    m_facts->addWidget(mutedLabel(name, 1.0, m_reviewPage), row, 1);
}

void InspectorPanel::showReview()
{
    clearLayout(m_facts);
    if (!m_document)
        return;
    const ReviewContents &contents = m_document->contents();
    const auto count = [](qsizetype size) { return static_cast<int>(size); };
    const auto &events = m_document->events();
    addFact(tr("event(s)", nullptr, count(events.size())), events.size());
    const auto undated = static_cast<qint64>(events.undated.size());
    if (undated > 0)
        addFact(tr("of them undated"), undated);
    addFact(tr("source(s)", nullptr, count(contents.sources.size())), contents.sources.size());
    addFact(tr("people", nullptr, count(contents.people.size())), contents.people.size());
    addFact(tr("factor(s)", nullptr, count(contents.factors.size())), contents.factors.size());
    addFact(tr("pressure(s)", nullptr, count(contents.pressures.size())),
            contents.pressures.size());
    addFact(tr("moment(s)", nullptr, count(contents.moments.size())), contents.moments.size());
    qint64 open = 0;
    for (const Question &question : contents.questions)
        open += question.status == QuestionStatus::Open ? 1 : 0;
    addFact(tr("open question(s)", nullptr, count(open)), open);
}

} // namespace SecondStory::Ui
