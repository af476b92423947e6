// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinefilterbar.h"

#include "figures/timeline/eventmarks.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kSearchDelay = 250;
constexpr qsizetype kLongestChip = 40;

QToolButton *makeButton(const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setAutoRaise(true);
    button->setMinimumHeight(Space::kTarget);
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

} // namespace

TimelineFilterBar::TimelineFilterBar(TimelineModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_search(new QLineEdit(this))
    , m_searchDelay(new QTimer(this))
    , m_kinds(makeButton(tr("Kind"), this))
    , m_lanes(makeButton(tr("Lane"), this))
    , m_starred(makeButton(tr("Starred"), this))
    , m_chips(new QHBoxLayout)
    , m_count(new QLabel(this))
{
    m_search->setPlaceholderText(tr("Filter by words"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 28);
    m_searchDelay->setSingleShot(true);
    m_starred->setCheckable(true);
    m_count->setTextFormat(Qt::PlainText);
    for (QToolButton *button : { m_kinds, m_lanes }) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->setMenu(new QMenu(button));
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::kSmall, Space::kTiny, Space::kPanel, Space::kTiny);
    row->setSpacing(Space::kSmall);
    for (QWidget *widget : QList<QWidget *>{ m_search, m_kinds, m_lanes, m_starred })
        row->addWidget(widget);
    m_chips->setSpacing(Space::kTiny);
    row->addLayout(m_chips);
    row->addStretch();
    row->addWidget(m_count);
    connect(m_search, &QLineEdit::textEdited, this, [this] { m_searchDelay->start(kSearchDelay); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_searchDelay->start(0); });
    connect(m_searchDelay, &QTimer::timeout, this, [this] {
        change([this](Figures::EventFilter &filter) { filter.text = m_search->text().trimmed(); });
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            m_searchDelay->start(0);
    });
    connect(m_starred, &QToolButton::toggled, this, [this](bool isOn) {
        change([isOn](Figures::EventFilter &filter) { filter.onlyStarred = isOn; });
    });
    connect(m_kinds->menu(), &QMenu::aboutToShow, this, &TimelineFilterBar::fillKinds);
    connect(m_lanes->menu(), &QMenu::aboutToShow, this, &TimelineFilterBar::fillLanes);
    connect(&model, &TimelineModel::contentChanged, this, &TimelineFilterBar::refresh);
    connect(&model, &TimelineModel::countingChanged, this,
            [this] { m_count->setText(countText()); });
    refresh();
}

void TimelineFilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TimelineFilterBar::clearAll()
{
    m_model.setFilter({});
}

void TimelineFilterBar::change(const std::function<void(Figures::EventFilter &)> &change)
{
    Figures::EventFilter filter = m_model.filter();
    change(filter);
    m_model.setFilter(filter);
}

void TimelineFilterBar::fillKinds()
{
    m_kinds->menu()->clear();
    for (const auto &[value, name] : EnumNames<EventKind>::entries) {
        const EventKind kind = value;
        QAction *action = m_kinds->menu()->addAction(Figures::eventKindLabel(kind));
        action->setCheckable(true);
        action->setChecked(m_model.filter().kinds.contains(kind));
        connect(action, &QAction::toggled, this, [this, kind](bool isOn) {
            change([&](Figures::EventFilter &filter) { toggle(filter.kinds, kind, isOn); });
        });
    }
}

void TimelineFilterBar::fillLanes()
{
    m_lanes->menu()->clear();
    for (const Lane &lane : m_model.lanes()) {
        const LaneId id = lane.id;
        QString name = lane.name;
        QAction *action = m_lanes->menu()->addAction(name.replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(m_model.filter().lanes.contains(id));
        connect(action, &QAction::toggled, this, [this, id](bool isOn) {
            change([&](Figures::EventFilter &filter) { toggle(filter.lanes, id, isOn); });
        });
    }
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

QStringList TimelineFilterBar::chips() const
{
    QStringList texts;
    const Figures::EventFilter &filter = m_model.filter();
    for (const EventKind kind : filter.kinds)
        texts.append(tr("kind: %1").arg(Figures::eventKindLabel(kind)));
    for (const Lane &lane : m_model.lanes()) {
        if (filter.lanes.contains(lane.id))
            texts.append(tr("lane: %1").arg(lane.name));
    }
    if (filter.onlyStarred)
        texts.append(tr("starred"));
    if (!filter.text.isEmpty())
        texts.append(tr("words: %1").arg(filter.text));
    return texts;
}

void TimelineFilterBar::addChip(const QString &text,
                                const std::function<void(Figures::EventFilter &)> &remove)
{
    const QString shown =
        text.size() > kLongestChip ? QString(text.left(kLongestChip) + u'…') : text;
    auto *chip = new QToolButton(this);
    chip->setText(QString(shown + u"  ×"_s).replace(u'&', u"&&"_s));
    chip->setAccessibleName(tr("Take away the filter %1").arg(text));
    chip->setMinimumHeight(Space::kTarget);
    m_chips->addWidget(chip);
    connect(
        chip, &QToolButton::clicked, this, [this, remove] { change(remove); },
        Qt::QueuedConnection);
}

void TimelineFilterBar::refresh()
{
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        std::unique_ptr<QLayoutItem> owned(item);
    }
    const Figures::EventFilter filter = m_model.filter();
    for (const EventKind kind : filter.kinds)
        addChip(tr("kind: %1").arg(Figures::eventKindLabel(kind)),
                [kind](Figures::EventFilter &f) { f.kinds.remove(kind); });
    for (const Lane &lane : m_model.lanes()) {
        const LaneId id = lane.id;
        if (filter.lanes.contains(id))
            addChip(tr("lane: %1").arg(lane.name),
                    [id](Figures::EventFilter &f) { f.lanes.remove(id); });
    }
    if (!filter.text.isEmpty())
        addChip(tr("words: %1").arg(filter.text), [](Figures::EventFilter &f) { f.text.clear(); });
    if (!m_searchDelay->isActive() && !m_search->hasFocus())
        m_search->setText(filter.text);
    const QSignalBlocker blocker(m_starred);
    m_starred->setChecked(filter.onlyStarred);
    m_count->setText(countText());
}

} // namespace SecondStory::Ui
