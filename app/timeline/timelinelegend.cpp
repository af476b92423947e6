// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinelegend.h"

#include "theme/theme.h"
#include "timeline/timelinetracks.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QRadioButton>
#include <QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kSampleWidth = 56;
constexpr int kSampleHeight = 22;
constexpr double kMark = 13;

/// The kinds that differ in shape, one of each.
constexpr std::array kKinds{ EventKind::Observation, EventKind::Decision,  EventKind::Action,
                             EventKind::Alert,       EventKind::Change,    EventKind::Statement,
                             EventKind::Assessment,  EventKind::Knowledge, EventKind::State,
                             EventKind::Help,        EventKind::Page,      EventKind::Absence,
                             EventKind::Milestone,   EventKind::Log };

} // namespace

/// One sample, drawn by the painter that draws the timeline.
class TimelineLegend::Sample : public QWidget {
public:
    /// A scene of its own: `rows` over 100 minutes in one lane.
    struct Scene {
        std::vector<EventRow> rows;
        Figures::EventLabel label; ///< of all of them: only earliest and latest count
        std::vector<Figures::ActivityBar> activities;
        int hue = -1; ///< of CodeColours; -1: the lane's
    };

    Sample(Scene scene, QWidget *parent)
        : QWidget(parent)
        , m_scene(std::move(scene))
    {
        setFixedSize(kSampleWidth, kSampleHeight);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event)
        EventTable events;
        events.rows = m_scene.rows;
        events.lanes = { LaneId{} };
        Lane lane;
        lane.name = u"-"_s;
        Figures::LaneLayout layout({ lane }, events, {});
        layout.arrange(height(), height(), 0);
        const Figures::EventIndex index(events, layout.tableLanes(), layout.count(), {});
        Figures::TrackMetrics metrics;
        metrics.mark = kMark;
        metrics.resolution = devicePixelRatioF();
        Figures::TrackGeometry geometry;
        geometry.setActivities(m_scene.activities, { 0 });
        geometry.build(events, index, Figures::DensityPyramid(index), layout,
                       Figures::TimeScale({ { 0 }, { 6'000'000'000 } }, width()), metrics);
        const auto label = [this](quint32) { return &m_scene.label; };
        geometry.place(label);
        Figures::TrackPainter tracks({ paletteFor(this), font(), false });
        if (m_scene.hue >= 0)
            tracks.setHues([this](const EventRow &) { return m_scene.hue; });
        QPainter painter(this);
        painter.fillRect(rect(), tracks.laneGround());
        tracks.paint(painter, events, layout, geometry, label, [](qint64) { return false; });
    }

private:
    Scene m_scene;
};

namespace {

/// A stretch between two striped limits.
class LimitSample : public QWidget {
public:
    LimitSample(Figures::RangeUser user, QWidget *parent)
        : QWidget(parent)
        , m_user(user)
    {
        setFixedSize(kSampleWidth, kSampleHeight);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Figures::Palette &palette = paletteFor(this);
        QPainter painter(this);
        painter.fillRect(rect(), Figures::blend(palette.surface, palette.window, 0.6));
        for (const double x : { 8.0, width() - 8.0 - Figures::kLimitWidth })
            Figures::paintLimitStripes(painter, { x, 0, Figures::kLimitWidth, height() + 0.0 },
                                       m_user, palette);
    }

private:
    Figures::RangeUser m_user;
};

constexpr qint64 kMinute = 60'000'000;

std::vector<EventRow> one(EventKind kind, quint8 flags = 0, int lasting = 0)
{
    EventRow row;
    row.seq = 1;
    row.start = (lasting > 0 ? 15 : 50) * kMinute;
    row.end = row.start + lasting * kMinute;
    row.kind = kind;
    row.flags = flags;
    return { row };
}

std::vector<EventRow> crowd()
{
    std::vector<EventRow> rows;
    for (int i = 0; i < 400; ++i) {
        EventRow row;
        row.seq = i + 1;
        row.start = row.end = (i < 40 ? 2 * i : 80 + (i - 40) / 20) * kMinute;
        rows.push_back(row);
    }
    return rows;
}

} // namespace

TimelineLegend::TimelineLegend(TimelineTracks &tracks, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_tracks(tracks)
    , m_edges(new QVBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("What the marks mean"));
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(Space::kPanel, Space::kPanel, Space::kPanel, Space::kPanel);
    columns->setSpacing(Space::kPanel * 2);
    auto *shapes = new QVBoxLayout;
    QVBoxLayout *edges = m_edges;
    columns->addLayout(shapes);
    columns->addLayout(edges);
    addHeading(shapes, tr("Shape: what kind of event"));
    for (const EventKind kind : kKinds)
        addLine(shapes, new Sample({ one(kind), {}, {}, -1 }, this), Figures::eventKindLabel(kind));
    shapes->addStretch();
    const auto say = [&](Sample::Scene scene, const QString &text) {
        addLine(edges, new Sample(std::move(scene), this), text);
    };
    addHeading(edges, tr("Edge: what it rests on"));
    say({ one(EventKind::Action), {}, {}, -1 }, tr("solid: documented"));
    say({ one(EventKind::Action, EventRow::Remembered), {}, {}, -1 }, tr("dashed: remembered"));
    say({ one(EventKind::Action, EventRow::Inferred), {}, {}, -1 }, tr("dotted: inferred"));
    addHeading(edges, tr("Time: how sure it is"));
    say({ one(EventKind::Action, EventRow::Approximate), {}, {}, -1 },
        tr("hollow, with short lines: about this time"));
    say({ one(EventKind::Action, EventRow::Approximate),
          { {}, 0, TimePoint{ 20 * kMinute }, TimePoint{ 80 * kMinute } },
          {},
          -1 },
        tr("whisker: between the earliest and the latest"));
    say({ one(EventKind::State, 0, 50),
          { {}, 0, TimePoint{ 2 * kMinute }, TimePoint{ 95 * kMinute } },
          {},
          -1 },
        tr("bar that fades: began or ended within the faded part"));
    say({ one(EventKind::Action, EventRow::AssumedTime), {}, {}, -1 },
        tr("underlined: zone or date was assumed"));
    addHeading(edges, tr("More"));
    say({ one(EventKind::Action, EventRow::Starred), {}, {}, -1 }, tr("star: set apart by you"));
    Figures::ActivityBar bar;
    bar.start = { 10 * kMinute };
    bar.end = { 90 * kMinute };
    say({ {}, {}, { bar }, -1 }, tr("brackets: an activity of several events"));
    say({ crowd(), {}, {}, -1 }, tr("band: many events; slanted lines: zoom in to see them"));
    addColours(edges);
    edges->addStretch();
}

void TimelineLegend::addColours(QVBoxLayout *column)
{
    addHeading(column, tr("Colour"));
    auto *byLane = new QRadioButton(tr("Colour by lane"), this);
    auto *byCode = new QRadioButton(tr("Colour by code"), this);
    const bool isByCode = m_tracks.isColouredByCode();
    (isByCode ? byCode : byLane)->setChecked(true);
    byCode->setEnabled(m_tracks.model().document() != nullptr);
    column->addWidget(byLane);
    column->addWidget(byCode);
    connect(byCode, &QRadioButton::toggled, this, [this](bool isOn) {
        m_tracks.setColouredByCode(isOn);
        close();
    });
    if (!isByCode)
        return;
    const CodeColours &colours = m_tracks.codeColours();
    for (qsizetype i = 0; i < colours.names().size(); ++i)
        addLine(column, new Sample({ one(EventKind::Action), {}, {}, static_cast<int>(i) }, this),
                colours.names()[i]);
    if (colours.hasOthers())
        addLine(column, new Sample({ one(EventKind::Action), {}, {}, CodeColours::kOther }, this),
                tr("other codes"));
    if (colours.names().isEmpty()) {
        auto *none = new QLabel(tr("No event has a code yet."), this);
        none->setTextFormat(Qt::PlainText);
        column->addWidget(none);
    }
}

void TimelineLegend::addLimits(const QList<Figures::RangeLimit> &limits)
{
    if (limits.isEmpty())
        return;
    addHeading(m_edges, tr("Striped limits: where another view begins and ends"));
    for (const Figures::RangeLimit &limit : limits)
        addLine(m_edges, new LimitSample(limit.user, this), limit.words);
}

void TimelineLegend::addHeading(QVBoxLayout *column, const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setFont(fontAt(font(), 0.92, QFont::DemiBold));
    if (column->count() > 0)
        column->addSpacing(Space::kSmall);
    column->addWidget(label);
}

void TimelineLegend::addLine(QVBoxLayout *column, QWidget *sample, const QString &text)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::kSmall);
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setText(fontMetrics().elidedText(text.simplified(), Qt::ElideRight,
                                            fontMetrics().averageCharWidth() * 52));
    row->addWidget(sample);
    row->addWidget(label, 1);
    column->addLayout(row);
    m_lines << text;
}

QStringList TimelineLegend::lines() const
{
    return m_lines;
}

} // namespace SecondStory::Ui
