// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinetracks.h"

#include "theme/theme.h"
#include "timeline/tools/durationtool.h"
#include "timeline/tools/pantool.h"
#include "timeline/tools/rangetool.h"
#include "timeline/tools/retimetool.h"
#include "timeline/tools/rubberbandtool.h"

#include <QKeyEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr double kAir = 4;
constexpr double kSnapReach = 7;
constexpr double kSmallestLane = 26;
constexpr double kTallestLane = 120;

} // namespace

TimelineTracks::TimelineTracks(TimelineModel &model, TimelineViewport &viewport,
                               TimelineSelection &selection, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_viewport(viewport)
    , m_selection(selection)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(120, 80);
    connect(&model, &TimelineModel::contentChanged, this, [this] {
        arrange();
        invalidate();
    });
    connect(&viewport, &TimelineViewport::scaleChanged, this, &TimelineTracks::invalidate);
    connect(&viewport, &TimelineViewport::scrolled, this, qOverload<>(&QWidget::update));
    connect(&selection, &TimelineSelection::changed, this, qOverload<>(&QWidget::update));
    connect(&selection, &TimelineSelection::rangeChanged, this, qOverload<>(&QWidget::update));
    connect(&selection, &TimelineSelection::cursorChanged, this, qOverload<>(&QWidget::update));
    restyle();
    arrange();
}

TimelineTracks::~TimelineTracks() = default;

void TimelineTracks::restyle()
{
    m_painter = std::make_unique<Figures::TrackPainter>(
        Figures::TrackStyle{ paletteFor(this), fontAt(font(), 0.92), false });
    m_rulerStyle = { paletteFor(this), fontAt(font(), 0.85), 84, false };
    invalidate();
}

void TimelineTracks::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange) {
        restyle();
        arrange();
    }
}

void TimelineTracks::arrange()
{
    m_layout = m_model.layout();
    const double smallest = std::max(kSmallestLane, fontMetrics().height() + 10.0);
    int open = 0;
    int folded = 0;
    for (const Figures::LaneRow &row : m_layout.rows())
        (row.collapsed ? folded : open) += 1;
    const double foldedHeight = std::ceil(smallest * 0.6);
    const double room = height() - kAir - folded * (foldedHeight + kAir);
    const double fitting = open > 0 ? room / open - kAir : kTallestLane;
    const double lane = std::clamp(fitting, smallest, kTallestLane) * m_laneZoom;
    m_layout.arrange(std::floor(std::max(smallest * 0.7, lane)), foldedHeight, kAir, kAir);
    Q_EMIT layoutChanged();
}

void TimelineTracks::invalidate()
{
    m_isStale = true;
    update();
}

void TimelineTracks::setVeil(Figures::TrackVeil veil)
{
    m_veil = std::move(veil);
    update();
}

void TimelineTracks::setLaneZoom(double factor)
{
    m_laneZoom = std::clamp(factor, 0.4, 6.0);
    arrange();
    invalidate();
}

void TimelineTracks::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_viewport.setWidth(width());
    arrange();
    invalidate();
}

const Figures::TrackGeometry &TimelineTracks::geometry()
{
    if (m_isStale)
        rebuildGeometry();
    return m_geometry;
}

void TimelineTracks::rebuildGeometry()
{
    const QFont labelFont = m_painter->style().labelFont;
    const double textHeight = std::ceil(QFontMetricsF(labelFont).height());
    Figures::TrackMetrics metrics;
    metrics.textRow = textHeight + 4;
    metrics.mark = std::round(textHeight * 0.72);
    metrics.longestLabel = textHeight * 16;
    metrics.shortestLabel = textHeight * 3;
    metrics.resolution = devicePixelRatioF();
    std::vector<double> widths;
    for (const Figures::ActivityBar &bar : m_model.activities())
        widths.push_back(
            std::ceil(QFontMetricsF(labelFont).horizontalAdvance(Figures::activityLabel(bar))) + 1);
    m_geometry.setActivities(m_model.activities(), std::move(widths));
    m_geometry.build(m_model.events(), m_model.index(), m_model.pyramid(), m_layout,
                     m_viewport.scale(), metrics);
    m_model.fetchLabels(m_geometry.wantedLabels(), labelFont);
    m_geometry.place([this](quint32 row) { return m_model.label(row); });
    m_isStale = false;
}

Figures::TrackHit TimelineTracks::hitAt(QPointF place)
{
    Figures::TrackHit hit = geometry().hit(place + QPointF(0, m_viewport.scrollY()));
    // What is held back altogether cannot be found by pointing either.
    if (hit.row && m_veil.share(m_model.events().rows[*hit.row]) >= 1) {
        hit.row.reset();
        hit.isNearEnd = false;
    }
    return hit;
}

QRectF TimelineTracks::rectOf(qint64 seq)
{
    const double half = geometry().metrics().mark / 2 + 1;
    for (const Figures::LaneTracks &lane : geometry().lanes()) {
        for (const Figures::TrackItem &item : lane.items) {
            if (m_model.events().rows[item.row].seq != seq)
                continue;
            const QRectF whole = item.isBar
                ? QRectF(item.x0, item.y - half, item.x1 - item.x0, 2 * half)
                : QRectF(item.x0 - half, item.y - half, 2 * half, 2 * half);
            return whole.translated(0, -m_viewport.scrollY());
        }
    }
    return {};
}

TimePoint TimelineTracks::snapped(TimePoint time)
{
    const Figures::TimeScale &scale = m_viewport.scale();
    const double x = scale.x(time);
    double nearest = kSnapReach;
    TimePoint best = time;
    const auto offer = [&](TimePoint candidate) {
        const double distance = std::abs(scale.x(candidate) - x);
        if (distance < nearest) {
            nearest = distance;
            best = candidate;
        }
    };
    for (const Figures::RulerInstant &instant : m_model.instants())
        offer(instant.start);
    for (const Figures::LaneTracks &lane : geometry().lanes()) {
        for (const Figures::TrackItem &item : lane.items) {
            const EventRow &row = m_model.events().rows[item.row];
            if (std::abs(item.x0 - x) < nearest && !m_selection.contains(row.seq))
                offer({ row.start });
        }
    }
    if (best == time)
        offer(Figures::snapped(time, Figures::fineStep(scale), m_model.clock()));
    return best;
}

void TimelineTracks::setHint(const QString &text, QPointF place)
{
    m_hint = text;
    m_hintPlace = place;
    update();
}

bool TimelineTracks::cancelGesture()
{
    if (!m_tool)
        return false;
    m_tool->cancel();
    m_tool.reset();
    unsetCursor();
    update();
    return true;
}

void TimelineTracks::setPanning(bool isPanning)
{
    m_isPanning = isPanning;
    if (isPanning)
        setCursor(Qt::OpenHandCursor);
    else if (!m_tool)
        unsetCursor();
}

} // namespace SecondStory::Ui
