// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinetracks.h"

#include "editing/reviewdocument.h"
#include "theme/theme.h"
#include "timeline/tools/durationtool.h"
#include "timeline/tools/pantool.h"
#include "timeline/tools/rangetool.h"
#include "timeline/tools/retimetool.h"
#include "timeline/tools/rubberbandtool.h"

#include <QKeyEvent>
#include <QSettings>

#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr double kAir = 4;
constexpr double kSmallestLane = 26;
constexpr double kTallestLane = 120;
constexpr size_t kManyEvents = 20'000;
constexpr size_t kWordsInAFrame = 64;
constexpr int kStandingStill = 60; ///< milliseconds
constexpr char16_t kColouringSetting[] = u"timeline/colouring";

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
    if (model.document())
        connect(model.document(), &Editing::ReviewDocument::changed, this,
                [this](const ChangeSet &applied) {
                    const bool isCoding = std::any_of(
                        applied.changes.begin(), applied.changes.end(), [](const AnyChange &c) {
                            return std::holds_alternative<RecordChange<Coding>>(c);
                        });
                    if (m_isColouredByCode && isCoding)
                        recolour();
                });
    m_isColouredByCode = model.document()
        && QSettings().value(QString::fromUtf16(kColouringSetting)).toString() == u"code"_s;
    connect(&viewport, &TimelineViewport::scrolled, this, qOverload<>(&QWidget::update));
    connect(&selection, &TimelineSelection::changed, this, qOverload<>(&QWidget::update));
    connect(&selection, &TimelineSelection::rangeChanged, this, qOverload<>(&QWidget::update));
    connect(&selection, &TimelineSelection::cursorChanged, this, qOverload<>(&QWidget::update));
    m_wordsLater.setSingleShot(true);
    m_wordsLater.setInterval(kStandingStill);
    connect(&m_wordsLater, &QTimer::timeout, this, &TimelineTracks::invalidate);
    restyle();
    arrange();
}

TimelineTracks::~TimelineTracks() = default;

void TimelineTracks::restyle()
{
    m_painter = std::make_unique<Figures::TrackPainter>(
        Figures::TrackStyle{ paletteFor(this), fontAt(font(), 0.92), false });
    m_rulerStyle = { paletteFor(this), fontAt(font(), 0.85), 84, false };
    recolour();
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

bool TimelineTracks::isOutOfReach() const
{
    const Figures::TrackMetrics &metrics = m_geometry.metrics();
    return m_viewport.scrollY() < std::max(0.0, metrics.top)
        || (m_viewport.scrollY() + height() > metrics.bottom && metrics.bottom < m_layout.height());
}

void TimelineTracks::recolour()
{
    if (m_isColouredByCode && m_model.document()) {
        m_codeColours = CodeColours(*m_model.document());
        m_painter->setHues([this](const EventRow &row) { return m_codeColours.hueOf(row.seq); });
    } else {
        m_painter->setHues({});
    }
    update();
}

void TimelineTracks::setColouredByCode(bool isByCode)
{
    if (isByCode == m_isColouredByCode)
        return;
    m_isColouredByCode = isByCode;
    QSettings().setValue(QString::fromUtf16(kColouringSetting), isByCode ? u"code"_s : u"lane"_s);
    recolour();
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
    if (m_isStale || isOutOfReach())
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
    // Half a screen of rows above and below, so that not every notch builds anew.
    metrics.top = m_viewport.scrollY() - height() / 2.0;
    metrics.bottom = m_viewport.scrollY() + 1.5 * height();
    m_geometry.build(m_model.events(), m_model.index(), m_model.pyramid(), m_layout,
                     m_viewport.scale(), metrics);
    fetchWords();
    m_geometry.place([this](quint32 row) { return m_model.label(row); });
    m_isStale = false;
}

/// In a large review a frame reads the words of some events only, so that moving stays smooth; the
/// rest follow as soon as one stands still.
void TimelineTracks::fetchWords()
{
    std::vector<quint32> wanted = m_geometry.wantedLabels();
    if (m_model.events().rows.size() >= kManyEvents) {
        std::erase_if(wanted, [this](quint32 row) { return m_model.label(row) != nullptr; });
        if (wanted.size() > kWordsInAFrame) {
            wanted.resize(kWordsInAFrame);
            m_wordsLater.start();
        }
    }
    m_model.fetchLabels(wanted, m_painter->style().labelFont);
}

Figures::TrackHit TimelineTracks::hitAt(QPointF place)
{
    Figures::TrackHit hit = geometry().hit(QPointF(place.x(), layoutY(place.y())));
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

QRectF TimelineTracks::rectOf(ActivityId activity)
{
    const double half = geometry().metrics().textRow / 2;
    for (size_t number = 0; number < geometry().lanes().size(); ++number) {
        for (const Figures::ActivityItem &item : m_geometry.lanes()[number].activities) {
            if (m_geometry.activities()[item.activity].id != activity)
                continue;
            return QRectF(item.x0, item.y - half, item.x1 - item.x0, 2 * half)
                .translated(0, -scrollOf(m_layout.rows()[number]));
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
