// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/reviewpreview.h"

#include "domain/labels.h"
#include "domain/zoneclock.h"
#include "theme/theme.h"
#include "theme/widgets.h"

#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

QString frameText(const Review &review)
{
    const ZoneClock clock(review.zone);
    const std::pair<QString, std::optional<TimePoint>> instants[] = {
        { ReviewPreview::tr("Began"), review.frame.began },
        { ReviewPreview::tr("Detected"), review.frame.detected },
        { ReviewPreview::tr("Declared"), review.frame.declared },
        { ReviewPreview::tr("Mitigated"), review.frame.mitigated },
        { ReviewPreview::tr("Resolved"), review.frame.resolved },
    };
    QStringList lines;
    QString lastDay;
    for (const auto &[name, time] : instants) {
        if (!time) {
            lines << ReviewPreview::tr("%1: not recorded").arg(name);
            continue;
        }
        const QString day = clock.dateText(*time);
        QString line = u"%1 %2"_s.arg(name, clock.clockText(*time, ZoneClock::Detail::Minutes));
        if (day != lastDay)
            line += u" · "_s + day;
        lastDay = day;
        lines << line;
    }
    return lines.join(u'\n');
}

ReviewPreview::ReviewPreview(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel({}, 1.15, QFont::DemiBold))
    , m_facts(mutedLabel({}))
    , m_summary(plainLabel({}))
    , m_frame(plainLabel({}))
    , m_pressuresTitle(plainLabel(tr("Pressures"), 1.0, QFont::DemiBold))
    , m_pressures(plainLabel({}))
    , m_open(new QPushButton(tr("Open")))
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    auto *content = new QWidget;
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(Space::kWide, Space::kWide, Space::kWide, Space::kWide);
    layout->setSpacing(Space::kSmall);
    for (QLabel *label : { m_title, m_facts, m_summary, m_frame, m_pressuresTitle, m_pressures }) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
        if (label == m_facts || label == m_summary || label == m_frame)
            layout->addSpacing(Space::kSmall);
    }
    layout->addSpacing(Space::kSmall);
    makePrimary(m_open);
    auto *row = new QHBoxLayout;
    row->addWidget(m_open);
    row->addStretch();
    layout->addLayout(row);
    layout->addStretch();
    connect(m_open, &QPushButton::clicked, this, &ReviewPreview::openRequested);
    showReview(nullptr, {});
}

void ReviewPreview::showReview(const Store::ReviewListing *listing, const QStringList &pressures)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_facts, m_summary, m_frame, m_pressuresTitle, m_pressures, m_open })
        widget->setVisible(listing != nullptr);
    if (!listing) {
        m_title->setText(tr("Choose a review to see what it is about."));
        m_title->setFont(font());
        return;
    }
    m_title->setFont(fontAt(font(), 1.15, QFont::DemiBold));
    m_title->setText(listing->review.title);
    m_facts->setText(tr("%1 · %n event(s)", nullptr, static_cast<int>(listing->events))
                         .arg(wordFor(listing->review.status))
                     + u" · "_s + tr("%n factor(s)", nullptr, listing->factors) + u" · "_s
                     + tr("%n open question(s)", nullptr, listing->questions));
    m_summary->setText(listing->review.summary);
    m_summary->setVisible(!listing->review.summary.isEmpty());
    m_frame->setText(frameText(listing->review));
    m_pressuresTitle->setVisible(!pressures.isEmpty());
    m_pressures->setVisible(!pressures.isEmpty());
    m_pressures->setText(pressures.join(u'\n'));
}

} // namespace SecondStory::Ui
