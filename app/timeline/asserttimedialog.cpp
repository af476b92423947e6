// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/asserttimedialog.h"

#include "theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

AssertTimeDialog::AssertTimeDialog(const Analysis::GoToContext &context, const QString &title,
                                   const QString &recorded, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_start(new QLineEdit(this))
    , m_end(new QLineEdit(this))
    , m_earliest(new QLineEdit(this))
    , m_latest(new QLineEdit(this))
    , m_certainty(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_reading(new QLabel(this))
    , m_accept(nullptr)
{
    setWindowTitle(tr("Assert a time"));
    auto *heading = new QLabel(title, this);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    heading->setFont(fontAt(font(), 1.15, QFont::DemiBold));
    auto *stated =
        new QLabel(tr("The evidence states: %1. That stays as it is.").arg(recorded), this);
    stated->setTextFormat(Qt::PlainText);
    stated->setWordWrap(true);
    m_reading->setTextFormat(Qt::PlainText);
    m_start->setPlaceholderText(tr("14:07, +5m, 2018-02-20 14:07, 2h before detected"));
    m_end->setPlaceholderText(tr("only if it lasted"));
    for (QLineEdit *line : { m_earliest, m_latest })
        line->setPlaceholderText(tr("not before, not after: if you know"));
    m_reason->setPlaceholderText(tr("what makes you think so"));
    m_certainty->addItem(tr("exactly"), QVariant::fromValue(static_cast<int>(Certainty::Exact)));
    m_certainty->addItem(tr("about"), QVariant::fromValue(static_cast<int>(Certainty::About)));
    m_certainty->addItem(tr("somewhere between"),
                         QVariant::fromValue(static_cast<int>(Certainty::Between)));
    m_certainty->addItem(tr("before"), QVariant::fromValue(static_cast<int>(Certainty::Before)));
    m_certainty->addItem(tr("after"), QVariant::fromValue(static_cast<int>(Certainty::After)));
    auto *form = new QFormLayout;
    form->addRow(tr("&Time"), m_start);
    form->addRow(QString(), m_reading);
    form->addRow(tr("&Until"), m_end);
    form->addRow(tr("&How sure"), m_certainty);
    form->addRow(tr("&Earliest"), m_earliest);
    form->addRow(tr("&Latest"), m_latest);
    form->addRow(tr("&Because"), m_reason);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Assert this time"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QLineEdit *line : { m_start, m_end, m_earliest, m_latest })
        connect(line, &QLineEdit::textChanged, this, &AssertTimeDialog::check);
    auto *box = new QVBoxLayout(this);
    box->setSpacing(Space::kPanel);
    box->addWidget(heading);
    box->addWidget(stated);
    box->addLayout(form);
    box->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    check();
}

void AssertTimeDialog::setTime(const AssertedTime &time)
{
    const auto write = [this](QLineEdit *line, const std::optional<TimePoint> &t) {
        line->setText(t ? m_context.clock.isoText(*t) : QString());
    };
    write(m_start, time.start);
    write(m_end, time.end);
    write(m_earliest, time.earliest);
    write(m_latest, time.latest);
    m_certainty->setCurrentIndex(m_certainty->findData(static_cast<int>(time.certainty)));
    m_reason->setText(time.reason);
}

std::optional<TimePoint> AssertTimeDialog::read(const QLineEdit *line) const
{
    Analysis::GoToContext context = m_context;
    if (line != m_start) {
        if (const auto start = Analysis::goToTime(m_start->text(), m_context))
            context.reference = *start;
    }
    const auto time = Analysis::goToTime(line->text(), context);
    return time ? std::optional(*time) : std::nullopt;
}

std::optional<AssertedTime> AssertTimeDialog::time() const
{
    const auto start = read(m_start);
    if (!start)
        return {};
    for (const QLineEdit *line : { m_end, m_earliest, m_latest }) {
        if (!line->text().trimmed().isEmpty() && !read(line))
            return {};
    }
    AssertedTime time;
    time.start = *start;
    time.end = read(m_end);
    time.earliest = read(m_earliest);
    time.latest = read(m_latest);
    time.certainty = static_cast<Certainty>(m_certainty->currentData().toInt());
    time.reason = m_reason->text().trimmed();
    if ((time.end && *time.end < *start) || (time.earliest && *time.earliest > *start)
        || (time.latest && *time.latest < *start))
        return {};
    return time;
}

void AssertTimeDialog::check()
{
    const auto start = Analysis::goToTime(m_start->text(), m_context);
    if (start)
        m_reading->setText(QString(m_context.clock.dateText(*start) + u", "_s
                                   + m_context.clock.clockText(*start) + u' '
                                   + m_context.clock.offsetText(*start)));
    else
        m_reading->setText(m_start->text().isEmpty() ? QString() : start.error().hint);
    m_accept->setEnabled(time().has_value());
}

} // namespace SecondStory::Ui
