// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/pressuresbar.h"

#include "analysis/periods.h"
#include "charts/segments.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

std::optional<TimePoint> chosenTime(const QComboBox *box)
{
    const QVariant value = box->currentData();
    return value.isValid() ? std::optional(TimePoint{ value.toLongLong() }) : std::nullopt;
}

void choose(QComboBox *box, std::optional<TimePoint> time)
{
    const int index = time ? box->findData(QVariant::fromValue(time->us)) : 0;
    if (index >= 0) {
        box->setCurrentIndex(index);
        return;
    }
    box->addItem(toRfc3339(*time).left(10), QVariant::fromValue(time->us));
    box->setCurrentIndex(box->count() - 1);
}

} // namespace

PressuresBar::PressuresBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_polarity(
          new Segments({ tr("All"), tr("− Hindered"), tr("+ Helped") }, tr("Polarity"), this))
    , m_length(new Segments({ tr("Quarter"), tr("Month") }, tr("Periods"), this))
    , m_from(periodBox(tr("From")))
    , m_to(periodBox(tr("Until the end of")))
    , m_sort(new QComboBox(this))
{
    m_search->setPlaceholderText(tr("Filter pressures"));
    m_search->setAccessibleName(tr("Filter pressures"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * 14);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 32);
    m_sort->addItems({ tr("Most reviews first"), tr("By name"), tr("Hindered most first"),
                       tr("Helped most first") });
    m_sort->setAccessibleName(tr("Order"));
    build();
    fillPeriods();
    connect(m_search, &QLineEdit::textChanged, this, [this] { emit filterChanged(filter()); });
    connect(m_sort, &QComboBox::currentIndexChanged, this, [this] { emit sortChanged(sort()); });
    connect(m_polarity, &Segments::chosen, this, [this](int index) {
        auto query = m_query;
        query.polarity = index == 0
            ? std::nullopt
            : std::optional(index == 1 ? Polarity::Hindered : Polarity::Helped);
        ask(query);
    });
    connect(m_length, &Segments::chosen, this, [this](int index) {
        auto query = m_query;
        query.by = index == 0 ? Analysis::PeriodLength::Quarter : Analysis::PeriodLength::Month;
        ask(query);
    });
    for (QComboBox *box : { m_from, m_to }) {
        connect(box, &QComboBox::activated, this, [this] {
            auto query = m_query;
            query.from = chosenTime(m_from);
            query.to = chosenTime(m_to);
            ask(query);
        });
    }
}

QComboBox *PressuresBar::periodBox(const QString &name)
{
    auto *box = new QComboBox(this);
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMinimumContentsLength(8);
    return box;
}

QPushButton *PressuresBar::exportButton()
{
    auto *button = new QPushButton(this);
    button->setText(tr("Export"));
    button->setMinimumHeight(Space::kTarget);
    auto *menu = new QMenu(button);
    const std::array entries{ std::pair{ tr("Numbers (CSV)…"), u"csv"_s },
                              std::pair{ tr("Picture (SVG)…"), u"svg"_s },
                              std::pair{ tr("Picture (PNG)…"), u"png"_s } };
    for (const auto &[words, ending] : entries)
        menu->addAction(words, this, [this, wanted = ending] { emit exportRequested(wanted); });
    button->setMenu(menu);
    return button;
}

void PressuresBar::build()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kSmall);
    const auto addLabelled = [&](const QString &words, QWidget *buddy) {
        auto *label = new QLabel(words, this);
        label->setBuddy(buddy);
        label->setForegroundRole(QPalette::WindowText);
        layout->addWidget(label);
        layout->addWidget(buddy);
    };
    layout->addWidget(m_search, 1);
    layout->addWidget(m_polarity);
    addLabelled(tr("From"), m_from);
    addLabelled(tr("to"), m_to);
    layout->addWidget(m_length);
    layout->addStretch(1);
    layout->addWidget(m_sort);
    layout->addWidget(exportButton());
}

QString PressuresBar::filter() const
{
    return m_search->text().trimmed();
}

Figures::PressureFigure::Sort PressuresBar::sort() const
{
    return Figures::PressureFigure::Sort(m_sort->currentIndex());
}

bool PressuresBar::isNarrowed() const
{
    return m_query.from || m_query.to || m_query.polarity || !filter().isEmpty();
}

void PressuresBar::setTable(const Analysis::RecurrenceTable &table)
{
    m_query = table.query;
    if (!m_query.from && !m_query.to) {
        m_periods = table.periods;
        m_periodsBy = m_query.by;
    }
    m_polarity->setCurrent(!m_query.polarity ? 0 : *m_query.polarity == Polarity::Helped ? 2 : 1);
    m_length->setCurrent(m_query.by == Analysis::PeriodLength::Quarter ? 0 : 1);
    fillPeriods();
}

void PressuresBar::fillPeriods()
{
    const QSignalBlocker noFrom(m_from);
    const QSignalBlocker noTo(m_to);
    m_from->clear();
    m_to->clear();
    m_from->addItem(tr("the start"));
    m_to->addItem(tr("today"));
    for (const Analysis::PeriodRecurrence &period : std::as_const(m_periods)) {
        const QString name = Analysis::periodName(period, m_periodsBy);
        m_from->addItem(name, QVariant::fromValue(period.span.start.us));
        m_to->addItem(name, QVariant::fromValue(period.span.end.us));
    }
    choose(m_from, m_query.from);
    choose(m_to, m_query.to);
}

void PressuresBar::ask(const Analysis::RecurrenceQuery &query)
{
    auto asked = query;
    // An end before the beginning holds nothing: the one just chosen wins.
    if (asked.from && asked.to && *asked.to <= *asked.from) {
        if (asked.from != m_query.from)
            asked.to.reset();
        else
            asked.from.reset();
    }
    if (asked == m_query)
        return;
    m_query = asked;
    fillPeriods();
    emit queryChanged(m_query);
}

void PressuresBar::clear()
{
    m_search->clear();
    m_polarity->setCurrent(0);
    auto query = m_query;
    query.from.reset();
    query.to.reset();
    query.polarity.reset();
    ask(query);
}

} // namespace SecondStory::Ui
