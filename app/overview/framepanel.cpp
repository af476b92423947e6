// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "overview/framepanel.h"

#include "domain/labels.h"
#include "editing/reviewdocument.h"
#include "overview/frameevidence.h"
#include "overview/stateddurationspanel.h"
#include "theme/theme.h"
#include "theme/tooltip.h"
#include "theme/widgets.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

QString nameOf(FramePoint point)
{
    switch (point) {
    case FramePoint::Began:
        return FramePanel::tr("Began");
    case FramePoint::Detected:
        return FramePanel::tr("Detected");
    case FramePoint::Declared:
        return FramePanel::tr("Declared");
    case FramePoint::Mitigated:
        return FramePanel::tr("Mitigated");
    case FramePoint::Resolved:
        return FramePanel::tr("Resolved");
    }
    return {};
}

} // namespace

std::optional<TimePoint> parseLocalTime(const QString &text, const ZoneClock &clock,
                                        std::optional<TimePoint> near)
{
    static const QRegularExpression form(
        u"^(?:(\\d{4})-(\\d{1,2})-(\\d{1,2})[ T]+)?(\\d{1,2}):(\\d{2})(?::(\\d{2}))?$"_s);
    const auto match = form.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    CivilTime civil;
    if (match.capturedLength(1) > 0) {
        civil.year = match.captured(1).toInt();
        civil.month = match.captured(2).toInt();
        civil.day = match.captured(3).toInt();
    } else if (near) {
        const CivilTime day = clock.toLocal(*near);
        civil.year = day.year;
        civil.month = day.month;
        civil.day = day.day;
    } else {
        return {};
    }
    civil.hour = match.captured(4).toInt();
    civil.minute = match.captured(5).toInt();
    civil.second = match.captured(6).toInt();
    return isValid(civil) ? std::optional(clock.fromLocal(civil).time) : std::nullopt;
}

FramePanel::FramePanel(Editing::ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::kPanel);
    grid->setVerticalSpacing(Space::kTiny);
    int column = 0;
    for (const auto point : { FramePoint::Began, FramePoint::Detected, FramePoint::Declared,
                              FramePoint::Mitigated, FramePoint::Resolved }) {
        auto *line = new QLineEdit;
        line->setPlaceholderText(tr("not recorded"));
        line->setAccessibleName(nameOf(point));
        line->setToolTip(
            plainToolTip(tr("A time as 2026-03-12 14:02, or 14:02 on the same day; empty takes the "
                            "statement back")));
        grid->addWidget(mutedLabel(nameOf(point), 0.85), 0, column);
        grid->addWidget(line, 1, column);
        auto *evidence = new FrameEvidence(m_document, point);
        grid->addWidget(evidence, 2, column, Qt::AlignTop);
        connect(evidence, &FrameEvidence::eventRequested, this, &FramePanel::eventRequested);
        connect(evidence, &FrameEvidence::refused, this, &FramePanel::refused);
        grid->setColumnStretch(column, 1);
        connect(line, &QLineEdit::editingFinished, this, [this, point] { take(point); });
        m_lines << std::pair{ point, line };
        ++column;
    }
    auto *stated = new StatedDurationsPanel(m_document);
    grid->addWidget(stated, 3, 0, 1, column);
    connect(stated, &StatedDurationsPanel::eventRequested, this, &FramePanel::eventRequested);
    connect(stated, &StatedDurationsPanel::refused, this, &FramePanel::refused);
    connect(&m_document, &Editing::ReviewDocument::changed, this, &FramePanel::refresh);
    refresh();
}

void FramePanel::refresh()
{
    for (const auto &[point, line] : std::as_const(m_lines)) {
        const auto time = timeOf(m_document.contents().review.frame, point);
        if (!line->hasFocus() || !line->isModified())
            line->setText(time ? m_document.clock().isoDate(*time) + u' '
                                  + m_document.clock().clockText(*time, ZoneClock::Detail::Minutes)
                               : QString());
    }
}

void FramePanel::take(FramePoint point)
{
    const auto it = std::find_if(m_lines.begin(), m_lines.end(),
                                 [point](const auto &entry) { return entry.first == point; });
    QLineEdit *line = it->second;
    if (!line->isModified())
        return;
    line->setModified(false);
    const IncidentFrame &frame = m_document.contents().review.frame;
    std::optional<TimePoint> near = timeOf(frame, point);
    for (const auto &known :
         { frame.began, frame.detected, frame.declared, frame.mitigated, frame.resolved }) {
        if (!near)
            near = known;
    }
    if (const auto span = m_document.events().span(); !near && span)
        near = span->start;
    const QString text = line->text().trimmed();
    const auto time = parseLocalTime(text, m_document.clock(), near);
    if (!text.isEmpty() && !time)
        emit refused(
            tr("\"%1\" was not understood as a time; write it as 2026-03-12 14:02").arg(text));
    else if (const auto done = Editing::setFrameTime(m_document, point, time); !done)
        emit refused(done.error().toString());
    refresh();
}

} // namespace SecondStory::Ui
