// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inspector/timestatement.h"

#include "domain/timeentry.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "widgets/smallwidgets.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

TimeStatement::TimeStatement(QWidget *parent)
    : QWidget(parent)
{
    m_open = new LinkButton(tr("State another time"), this);
    m_editor = new QWidget(this);
    m_certainty = new QComboBox(m_editor);
    for (const auto &entry : EnumNames<Certainty>::entries)
        m_certainty->addItem(wordFor(entry.first), static_cast<int>(entry.first));
    m_certainty->setAccessibleName(tr("How sure the time is"));
    m_time = new QLineEdit(m_editor);
    m_time->setAccessibleName(tr("Time"));
    m_until = new QLineEdit(m_editor);
    m_until->setAccessibleName(tr("Until"));
    m_reason = new QLineEdit(m_editor);
    m_reason->setPlaceholderText(tr("Why: a clock that was off, an account…"));
    m_reason->setAccessibleName(tr("Reason"));
    m_problem = plainLabel({}, 0.85, QFont::Normal, m_editor);
    m_problem->setWordWrap(true);
    m_apply = new LinkButton(tr("State it"), m_editor);
    m_clear = new LinkButton(tr("Use the recorded time"), m_editor);
    auto *grid = new QGridLayout(m_editor);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Space::kTiny);
    grid->addWidget(m_certainty, 0, 0);
    grid->addWidget(m_time, 0, 1);
    grid->addWidget(m_until, 1, 1);
    grid->addWidget(m_reason, 2, 0, 1, 2);
    grid->addWidget(m_problem, 3, 0, 1, 2);
    auto *links = new QHBoxLayout;
    links->setSpacing(0);
    links->addWidget(m_apply);
    links->addStretch();
    links->addWidget(m_clear);
    grid->addLayout(links, 4, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kTiny);
    layout->addWidget(m_open, 0, Qt::AlignLeft);
    layout->addWidget(m_editor);
    connect(m_open, &LinkButton::clicked, this, &TimeStatement::begin);
    connect(m_certainty, &QComboBox::activated, this, &TimeStatement::showFields);
    connect(m_apply, &LinkButton::clicked, this, &TimeStatement::apply);
    connect(m_clear, &LinkButton::clicked, this, [this] {
        if (m_event.asserted)
            emit cleared();
        else
            setOpen(false);
    });
    for (QLineEdit *edit : { m_time, m_until, m_reason })
        connect(edit, &QLineEdit::returnPressed, this, &TimeStatement::apply);
}

void TimeStatement::setEvent(const Event &event, const QString &zone)
{
    const bool isAnother = event.id != m_event.id || event.asserted != m_event.asserted;
    m_event = event;
    m_clock = ZoneClock(zone);
    m_clear->setText(event.asserted ? tr("Use the recorded time") : tr("Leave it"));
    if (!isAnother)
        return;
    m_problem->hide();
    const auto text = [this](const std::optional<TimePoint> &time) {
        return time ? m_clock.isoText(*time) : QString();
    };
    const auto &asserted = event.asserted;
    const Certainty certainty = asserted ? asserted->certainty : Certainty::Exact;
    m_certainty->setCurrentIndex(m_certainty->findData(static_cast<int>(certainty)));
    if (asserted && certainty == Certainty::Between) {
        m_time->setText(text(asserted->earliest.value_or(asserted->start)));
        m_until->setText(text(asserted->latest));
    } else {
        m_time->setText(asserted ? text(asserted->start) : text(event.recorded.start));
        m_until->setText(asserted ? text(asserted->end) : text(event.recorded.end));
    }
    m_reason->setText(asserted ? asserted->reason : QString());
    setOpen(asserted.has_value());
    showFields();
}

void TimeStatement::begin()
{
    setOpen(true);
    m_time->setFocus();
    m_time->selectAll();
}

void TimeStatement::setOpen(bool isOpen)
{
    m_open->setVisible(!isOpen);
    m_editor->setVisible(isOpen);
}

void TimeStatement::showFields()
{
    const auto certainty = static_cast<Certainty>(m_certainty->currentData().toInt());
    const bool isBetween = certainty == Certainty::Between;
    m_time->setPlaceholderText(isBetween ? tr("not before") : tr("2026-03-12 14:07"));
    m_until->setPlaceholderText(isBetween ? tr("not after") : tr("until, if it lasted"));
    m_until->setVisible(certainty != Certainty::Before && certainty != Certainty::After);
}

std::optional<AssertedTime> TimeStatement::read(QString &problem) const
{
    const auto near = m_event.effectiveStart();
    const auto start = readTimeEntry(m_time->text(), m_clock, near);
    if (!start) {
        problem = tr("Write the time like 2026-03-12 14:07 or 14:07:35.");
        return {};
    }
    AssertedTime time;
    time.start = *start;
    time.certainty = static_cast<Certainty>(m_certainty->currentData().toInt());
    time.reason = m_reason->text().trimmed();
    const QString untilText = m_until->text().trimmed();
    const auto until = readTimeEntry(untilText, m_clock, start);
    const bool wantsUntil = time.certainty == Certainty::Between;
    if (!m_until->isHidden() && ((wantsUntil && !until) || (!untilText.isEmpty() && !until))) {
        problem = tr("Write the second time like 2026-03-12 14:20 or 14:20.");
        return {};
    }
    if (!m_until->isHidden() && until && *until < *start) {
        problem = tr("The second time lies before the first.");
        return {};
    }
    switch (time.certainty) {
    case Certainty::Between:
        time.earliest = start;
        time.latest = until;
        break;
    case Certainty::Before:
        time.latest = start;
        break;
    case Certainty::After:
        time.earliest = start;
        break;
    case Certainty::Exact:
    case Certainty::About:
        if (until && *until > *start)
            time.end = until;
        break;
    }
    return time;
}

void TimeStatement::apply()
{
    QString problem;
    const auto time = read(problem);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (time)
        emit stated(*time);
}

QString wordFor(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Exact:
        return TimeStatement::tr("exactly");
    case Certainty::About:
        return TimeStatement::tr("about");
    case Certainty::Between:
        return TimeStatement::tr("between");
    case Certainty::Before:
        return TimeStatement::tr("before");
    case Certainty::After:
        return TimeStatement::tr("after");
    }
    return {};
}

} // namespace SecondStory::Ui
