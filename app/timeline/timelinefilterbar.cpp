// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinefilterbar.h"

#include "editing/reviewdocument.h"
#include "evidence/evidencewords.h"
#include "figures/timeline/eventmarks.h"
#include "theme/theme.h"
#include "theme/tooltip.h"
#include "theme/widgets.h"
#include "widgets/smallwidgets.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QTimer>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kSearchDelay = 250;
constexpr qsizetype kLongestChip = 40;

/// As high as it has to be to be hit, at any size of the font.
QToolButton *makeButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    const int target = std::max(Space::kTarget, button->fontMetrics().height() + Space::kSmall);
    button->setMinimumSize(target, target);
    return button;
}

template <class T>
void toggle(QSet<T> &set, const T &value, bool isIn)
{
    if (isIn)
        set.insert(value);
    else
        set.remove(value);
}

QString forMenu(const QString &text)
{
    return visibleText(text).left(60).replace(u'&', u"&&"_s);
}

QString spanText(TimeSpan span, const ZoneClock &clock)
{
    const bool isOneDay = clock.isoDate(span.start) == clock.isoDate(span.end);
    return QString(clock.isoText(span.start) + u'–'
                   + (isOneDay ? clock.clockText(span.end) : clock.isoText(span.end)));
}

} // namespace

TimelineFilterBar::TimelineFilterBar(TimelineModel &model, TimelineSearch &search,
                                     TimelineSelection &selection, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_search(search)
    , m_selection(selection)
    , m_line(new QLineEdit(this))
    , m_searchDelay(new QTimer(this))
    , m_hits(new QLabel(this))
    , m_previous(makeButton(u"↑"_s, tr("Previous hit (Shift+F3)"), this))
    , m_next(makeButton(u"↓"_s, tr("Next hit (F3)"), this))
    , m_filter(makeButton(tr("Filter"), tr("Show only some events"), this))
    , m_menu(new QMenu(this))
    , m_undated(new LinkButton({}, this))
    , m_count(new QLabel(this))
    , m_chips(new QWidget(this))
{
    buildSearch();
    m_menu->setTitle(tr("Filter"));
    m_filter->setIcon(icon(u"filter"_s, this));
    m_filter->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_count->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::kTiny);
    for (QWidget *widget : QList<QWidget *>{ m_line, m_hits, m_previous, m_next })
        row->addWidget(widget);
    row->addSpacing(Space::kSmall);
    row->addWidget(m_filter);
    row->addStretch();
    row->addWidget(m_undated);
    row->addSpacing(Space::kSmall);
    row->addWidget(m_count);
    auto *flow = new FlowLayout(m_chips);
    flow->setContentsMargins(0, 0, 0, Space::kTiny);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(Space::kSmall, Space::kTiny, Space::kPanel, Space::kTiny);
    box->setSpacing(Space::kTiny);
    box->addLayout(row);
    box->addWidget(m_chips);
    connect(m_menu, &QMenu::aboutToShow, this, &TimelineFilterBar::fillMenu);
    m_filter->setMenu(m_menu);
    m_filter->setPopupMode(QToolButton::InstantPopup);
    connect(&model, &TimelineModel::contentChanged, this, &TimelineFilterBar::refresh);
    connect(m_undated, &QToolButton::clicked, this, &TimelineFilterBar::undatedRequested);
    connect(&search, &TimelineSearch::changed, this, &TimelineFilterBar::refreshSearch);
    connect(&model, &TimelineModel::countingChanged, this,
            [this] { m_count->setText(countText()); });
    refresh();
    refreshSearch();
}

void TimelineFilterBar::buildSearch()
{
    m_line->setPlaceholderText(tr("Search (Ctrl+F)"));
    m_line->setAccessibleName(tr("Search the events"));
    m_line->setClearButtonEnabled(true);
    m_line->setMaximumWidth(fontMetrics().averageCharWidth() * 32);
    m_line->setMinimumHeight(Space::kTarget);
    m_line->addAction(icon(u"search"_s, this), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);
    m_searchDelay->setSingleShot(true);
    m_hits->setTextFormat(Qt::PlainText);
    for (QToolButton *button : { m_previous, m_next })
        button->setFocusPolicy(Qt::TabFocus);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_searchDelay->start(text.isEmpty() ? 0 : kSearchDelay);
    });
    connect(m_searchDelay, &QTimer::timeout, this, [this] { m_search.setWords(m_line->text()); });
    connect(m_previous, &QToolButton::clicked, &m_search, &TimelineSearch::previous);
    connect(m_next, &QToolButton::clicked, &m_search, &TimelineSearch::next);
}

bool TimelineFilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isBack = key->modifiers() & Qt::ShiftModifier;
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3:
        m_searchDelay->stop();
        m_search.setWords(m_line->text());
        isBack ? m_search.previous() : m_search.next();
        return true;
    case Qt::Key_Escape:
        // First the words, then the place.
        if (m_line->text().isEmpty())
            Q_EMIT left();
        else
            m_line->clear();
        return true;
    case Qt::Key_Down:
        Q_EMIT left();
        return true;
    default:
        return false;
    }
}

void TimelineFilterBar::focusSearch()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void TimelineFilterBar::clearAll()
{
    m_model.setFilter({});
}

void TimelineFilterBar::filterTo(TimeSpan span)
{
    change([span](Figures::EventFilter &filter) { filter.span = span; });
}

void TimelineFilterBar::filterTo(LaneId lane)
{
    change([lane](Figures::EventFilter &filter) { filter.lanes = { lane }; });
}

void TimelineFilterBar::change(const std::function<void(Figures::EventFilter &)> &change)
{
    Figures::EventFilter filter = m_model.filter();
    change(filter);
    m_model.setFilter(filter);
}

template <class Set, class Value>
void TimelineFilterBar::addChoice(QMenu &menu, const QString &text, Set Figures::EventFilter::*set,
                                  const Value &value)
{
    QAction *action = menu.addAction(forMenu(text));
    action->setCheckable(true);
    action->setChecked((m_model.filter().*set).contains(value));
    connect(action, &QAction::toggled, this, [this, set, value](bool isOn) {
        change([&](Figures::EventFilter &filter) { toggle(filter.*set, value, isOn); });
    });
}

void TimelineFilterBar::fillMenu()
{
    QMenu &menu = *m_menu;
    menu.clear();
    QMenu *kinds = menu.addMenu(tr("Kind"));
    for (const auto &[kind, name] : EnumNames<EventKind>::entries)
        addChoice(*kinds, Figures::eventKindLabel(kind), &Figures::EventFilter::kinds, kind);
    QMenu *lanes = menu.addMenu(tr("Lane"));
    for (const Lane &lane : m_model.lanes())
        addChoice(*lanes, lane.name, &Figures::EventFilter::lanes, lane.id);
    lanes->setEnabled(!lanes->isEmpty());
    addPeople(*menu.addMenu(tr("Person")));
    addSources(*menu.addMenu(tr("Source")));
    QAction *starred = menu.addAction(tr("Starred"));
    starred->setCheckable(true);
    starred->setChecked(m_model.filter().onlyStarred);
    connect(starred, &QAction::toggled, this, [this](bool isOn) {
        change([isOn](Figures::EventFilter &filter) { filter.onlyStarred = isOn; });
    });
    menu.addSeparator();
    QAction *words = menu.addAction(m_search.words().isEmpty()
                                        ? tr("What is searched for")
                                        : tr("Events with “%1”").arg(forMenu(m_search.words())));
    words->setEnabled(!m_search.words().isEmpty());
    connect(words, &QAction::triggered, this, [this] {
        change([this](Figures::EventFilter &filter) { filter.text = m_search.words(); });
    });
    QAction *range = menu.addAction(tr("The selected range"));
    range->setEnabled(m_selection.range().has_value());
    connect(range, &QAction::triggered, this, [this] {
        if (m_selection.range())
            filterTo(*m_selection.range());
    });
    menu.addSeparator();
    QAction *clear = menu.addAction(tr("Clear all filters"));
    clear->setEnabled(m_model.filter().isActive());
    connect(clear, &QAction::triggered, this, &TimelineFilterBar::clearAll);
}

void TimelineFilterBar::addPeople(QMenu &menu)
{
    if (m_model.document()) {
        for (const Person &person : m_model.document()->contents().people)
            addChoice(menu, person.displayName(), &Figures::EventFilter::people, person.id);
    }
    menu.setEnabled(!menu.isEmpty());
}

void TimelineFilterBar::addSources(QMenu &menu)
{
    if (m_model.document()) {
        for (const EvidenceSource &source : m_model.document()->contents().sources) {
            if (!source.removed)
                addChoice(menu, source.fileName, &Figures::EventFilter::sources, source.id);
        }
    }
    menu.setEnabled(!menu.isEmpty());
}

QString TimelineFilterBar::countText() const
{
    if (m_model.isCounting())
        return tr("counting…");
    const QLocale locale;
    const auto all = static_cast<qlonglong>(m_model.events().rows.size());
    const auto shown = static_cast<qlonglong>(m_model.index().shown());
    if (!m_model.filter().isActive())
        return tr("%n event(s)", nullptr, static_cast<int>(all))
            .replace(QString::number(all), locale.toString(all));
    return tr("%1 of %2").arg(locale.toString(shown), locale.toString(all));
}

QList<FilterPart> TimelineFilterBar::parts() const
{
    using Figures::EventFilter;
    QList<FilterPart> parts;
    const EventFilter &filter = m_model.filter();
    for (const auto &entry : EnumNames<EventKind>::entries) {
        const EventKind kind = entry.first;
        if (filter.kinds.contains(kind))
            parts.append({ tr("kind: %1").arg(Figures::eventKindLabel(kind)),
                           [kind](EventFilter &f) { f.kinds.remove(kind); } });
    }
    for (const Lane &lane : m_model.lanes()) {
        if (filter.lanes.contains(lane.id))
            parts.append({ tr("lane: %1").arg(visibleText(lane.name)),
                           [id = lane.id](EventFilter &f) { f.lanes.remove(id); } });
    }
    if (m_model.document()) {
        for (const Person &person : m_model.document()->contents().people) {
            if (filter.people.contains(person.id))
                parts.append({ tr("person: %1").arg(visibleText(person.displayName())),
                               [id = person.id](EventFilter &f) { f.people.remove(id); } });
        }
        for (const EvidenceSource &source : m_model.document()->contents().sources) {
            if (filter.sources.contains(source.id))
                parts.append({ tr("source: %1").arg(visibleText(source.fileName)),
                               [id = source.id](EventFilter &f) { f.sources.remove(id); } });
        }
    }
    if (filter.onlyStarred)
        parts.append({ tr("starred"), [](EventFilter &f) { f.onlyStarred = false; } });
    if (!filter.text.isEmpty())
        parts.append({ tr("words: %1").arg(filter.text), [](EventFilter &f) { f.text.clear(); } });
    if (filter.span)
        parts.append({ tr("time: %1").arg(spanText(*filter.span, m_model.clock())),
                       [](EventFilter &f) { f.span.reset(); } });
    return parts;
}

QStringList TimelineFilterBar::chips() const
{
    QStringList texts;
    for (const FilterPart &part : parts())
        texts.append(part.text);
    return texts;
}

void TimelineFilterBar::refresh()
{
    m_count->setText(countText());
    refreshUndated();
    QLayout *flow = m_chips->layout();
    while (QLayoutItem *item = flow->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> owned(item);
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    const QList<FilterPart> all = parts();
    if (!all.isEmpty()) {
        auto *lead = mutedLabel(tr("Showing only"), 1.0, m_chips);
        lead->setMinimumHeight(std::max(Space::kTarget, fontMetrics().height() + Space::kTiny));
        flow->addWidget(lead);
    }
    for (const FilterPart &part : all) {
        const QString text = part.text.size() > kLongestChip
            ? QString(part.text.left(kLongestChip) + u'…')
            : part.text;
        auto *chip = new Chip(text, true, m_chips);
        chip->setToolTip(plainToolTip(part.text));
        if (auto *cross = chip->findChild<QToolButton *>())
            cross->setAccessibleName(tr("Take away the filter %1").arg(part.text));
        flow->addWidget(chip);
        connect(
            chip, &Chip::removeRequested, this, [this, remove = part.remove] { change(remove); },
            Qt::QueuedConnection);
    }
    if (all.size() > 1) {
        auto *clear = new LinkButton(tr("Clear all"), m_chips);
        flow->addWidget(clear);
        connect(clear, &QToolButton::clicked, this, &TimelineFilterBar::clearAll,
                Qt::QueuedConnection);
    }
    for (int i = 0; i < flow->count(); ++i)
        flow->itemAt(i)->widget()->show();
    m_chips->setVisible(!all.isEmpty());
    updateGeometry();
}

void TimelineFilterBar::refreshUndated()
{
    const auto undated = static_cast<int>(m_model.events().undated.size());
    m_undated->setVisible(undated > 0);
    m_undated->setText(tr("%n event(s) need a time", nullptr, undated));
    m_undated->setAccessibleName(m_undated->text());
}

void TimelineFilterBar::refreshSearch()
{
    if (!m_searchDelay->isActive() && m_line->text().trimmed() != m_search.words()) {
        const QSignalBlocker blocker(m_line);
        m_line->setText(m_search.words());
    }
    const QString status = m_search.statusText();
    m_hits->setText(status);
    m_hits->setVisible(!status.isEmpty());
    for (QToolButton *button : { m_previous, m_next }) {
        button->setVisible(!status.isEmpty());
        button->setEnabled(m_search.count() > 0);
    }
    m_line->setAccessibleDescription(status);
}

} // namespace SecondStory::Ui
