// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/curtainveil.h"

#include "theme/theme.h"
#include "timeline/timelinecurtain.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace SecondStory::Ui {

namespace {

using Analysis::Sight;

/// How much is held back of what is not yet known, and of what is not known to whom.
constexpr float kNotYet = 0.82F;
constexpr float kUnsaid = 0.45F;
constexpr float kDensity = 0.78F;

} // namespace

CurtainVeil::CurtainVeil(TimelineCurtain &curtain)
    : QWidget(&curtain.tracks())
    , m_curtain(curtain)
    , m_exceptions(curtain)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    curtain.tracks().installEventFilter(this);
    connect(&curtain, &TimelineCurtain::eyesChanged, this, [this] { m_exceptions.forget(); });
    connect(&curtain.tracks().model(), &TimelineModel::contentChanged, this, [this] {
        m_exceptions.forget();
        draw();
    });
    connect(&curtain, &TimelineCurtain::changed, this, &CurtainVeil::draw);
    connect(&curtain.tracks(), &TimelineTracks::layoutChanged, this, &CurtainVeil::draw);
    draw();
}

void CurtainVeil::draw()
{
    const bool isDrawn = m_curtain.isDrawn();
    setVisible(isDrawn);
    if (!isDrawn) {
        if (m_curtain.tracks().veil().ofEvent)
            m_curtain.tracks().setVeil({});
        return;
    }
    setGeometry(m_curtain.tracks().rect());
    const bool hides = m_curtain.hides();
    Figures::TrackVeil veil;
    veil.ofEvent = [curtain = &m_curtain, hides](const EventRow &row) {
        switch (curtain->sight(row)) {
        case Sight::Known:
            return 0.0F;
        case Sight::NotYet:
            return hides ? 1.0F : kNotYet;
        case Sight::Unsaid:
            break;
        }
        return kUnsaid;
    };
    holdBackDensity(veil);
    m_curtain.tracks().setVeil(std::move(veil));
    update();
}

/// A row's events follow from its lane, but for some: those are said one by one.
void CurtainVeil::holdBackDensity(Figures::TrackVeil &veil)
{
    using RowSight = TimelineCurtain::RowSight;
    const float share = m_curtain.hides() ? 1.0F : kDensity;
    const TimePoint now = m_curtain.time();
    for (int row = 0; row < m_curtain.tracks().layout().count(); ++row) {
        const RowSight sight = m_curtain.rowSight(row);
        // Of a lane in which nobody has ever shown, nothing may be said: it is hatched instead.
        const float before = sight == RowSight::Known ? 0
            : sight == RowSight::NotYet               ? share
                                                      : kUnsaid;
        if (before > 0)
            veil.ofDensity.push_back({ row, { kEarliestTime, now }, before });
        veil.ofDensity.push_back({ row, { now, kLatestTime }, share });
    }
    veil.exceptions = m_exceptions.at(share);
}

bool CurtainVeil::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        setGeometry(m_curtain.tracks().rect());
    return QWidget::eventFilter(watched, event);
}

void CurtainVeil::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const Figures::Palette &palette = paletteFor(this);
    const double x =
        std::clamp(m_curtain.tracks().viewport().scale().x(m_curtain.time()), 0.0, width() + 0.0);
    QColor later = palette.strongLine;
    later.setAlphaF(0.16F);
    painter.fillRect(QRectF(x, 0, width() - x, height()), later);
    painter.translate(0, -m_curtain.tracks().viewport().scrollY());
    hatchLanes(painter);
    hatchEvents(painter);
}

void CurtainVeil::hatchLanes(QPainter &painter) const
{
    TimelineTracks &tracks = m_curtain.tracks();
    const Figures::TrackGeometry &geometry = tracks.geometry();
    const double until = geometry.scale().x(m_curtain.time());
    const QBrush hatch(paletteFor(this).uncertain, Qt::BDiagPattern);
    for (size_t i = 0; i < geometry.lanes().size() && i < tracks.layout().rows().size(); ++i) {
        const Figures::LaneRow &row = tracks.layout().rows()[i];
        if (m_curtain.rowSight(static_cast<int>(i)) != TimelineCurtain::RowSight::Unsaid)
            continue;
        const double height = std::min(row.height - 2, 28.0);
        for (const Figures::DensityRun &run : geometry.lanes()[i].runs) {
            const double resolution = geometry.metrics().resolution;
            const double left = geometry.firstColumnX() + run.firstColumn / resolution;
            const double right = std::min(until, left + run.columns / resolution);
            if (right > std::max(left, 0.0))
                painter.fillRect(QRectF(left, row.middle() - height / 2, right - left, height),
                                 hatch);
        }
    }
}

void CurtainVeil::hatchEvents(QPainter &painter) const
{
    TimelineTracks &tracks = m_curtain.tracks();
    const Figures::TrackGeometry &geometry = tracks.geometry();
    const auto &rows = tracks.model().events().rows;
    const double size = geometry.metrics().mark + 8;
    const QColor ink = paletteFor(this).uncertain;
    painter.setPen(QPen(ink, 1, Qt::DotLine));
    painter.setBrush(QBrush(ink, Qt::BDiagPattern));
    for (const Figures::LaneTracks &lane : geometry.lanes()) {
        for (const Figures::TrackItem &item : lane.items) {
            if (m_curtain.sight(rows[item.row]) != Sight::Unsaid)
                continue;
            const double right = item.isBar ? std::min(item.x1, width() + size) : item.x0;
            const double left = std::max(item.x0, -size);
            painter.drawRect(QRectF(left - size / 2, item.y - size / 2, right - left + size, size)
                                 .adjusted(0.5, 0.5, -0.5, -0.5));
        }
    }
}

} // namespace SecondStory::Ui
