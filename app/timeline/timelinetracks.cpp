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
    connect(&viewport, &TimelineViewport::scrolled, this, [this] {
        const double y = m_viewport.scrollY();
        if (y < m_builtTop || y + height() > m_builtBottom)
            m_isStale = true;
        update();
    });
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
    if (!m_previewLane.isNull())
        m_layout.setStretch(m_previewLane, m_previewStretch);
    const double smallest = std::max(kSmallestLane, fontMetrics().height() + 10.0);
    double open = 0;
    int folded = 0;
    for (const Figures::LaneRow &row : m_model.layout().rows()) {
        if (row.collapsed || row.isGroup)
            folded += 1;
        else
            open += row.stretch;
    }
    const double foldedHeight = std::ceil(smallest * 0.6);
    const double room = height() - kAir - folded * (foldedHeight + kAir);
    const double fitting = open > 0 ? room / open - kAir : kTallestLane;
    const double lane = std::clamp(fitting, smallest, kTallestLane) * m_laneZoom;
    m_usualHeight = std::floor(std::max(smallest * 0.7, lane));
    m_layout.arrange(m_usualHeight, foldedHeight, kAir, kAir);
    Q_EMIT layoutChanged();
}

void TimelineTracks::invalidate()
{
    m_isStale = true;
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
    // Half a screen of rows above and below, so that not every notch builds anew.
    metrics.top = m_builtTop = m_viewport.scrollY() - height() / 2.0;
    metrics.bottom = m_builtBottom = m_viewport.scrollY() + 1.5 * height();
    m_geometry.build(m_model.events(), m_model.index(), m_model.pyramid(), m_layout,
                     m_viewport.scale(), metrics);
    m_model.fetchLabels(m_geometry.wantedLabels(), labelFont);
    m_geometry.place([this](quint32 row) { return m_model.label(row); });
    m_isStale = false;
}

Figures::TrackHit TimelineTracks::hitAt(QPointF place)
{
    return geometry().hit(QPointF(place.x(), layoutY(place.y())));
}

QRectF TimelineTracks::rectOf(qint64 seq)
{
    const double half = geometry().metrics().mark / 2 + 1;
    for (size_t number = 0; number < geometry().lanes().size(); ++number) {
        const double scroll = scrollOf(m_layout.rows()[number]);
        for (const Figures::TrackItem &item : m_geometry.lanes()[number].items) {
            if (m_model.events().rows[item.row].seq != seq)
                continue;
            const QRectF whole = item.isBar
                ? QRectF(item.x0, item.y - half, item.x1 - item.x0, 2 * half)
                : QRectF(item.x0 - half, item.y - half, 2 * half, 2 * half);
            return whole.translated(0, -scroll);
        }
    }
    return {};
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
