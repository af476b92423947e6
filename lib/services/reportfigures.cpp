// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reportfigures.h"

#include "reporting/castnames.h"
#include "services/lanecurves.h"
#include "store/eventrepository.h"
#include "store/library.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>

#include <algorithm>

namespace SecondStory::Services {

namespace {

using Reporting::FigureId;

/// A canvas narrower than this is not blown up to the width of the page. Units: canvas units.
constexpr double kSmallestCanvas = 600;
/// So that a caption fits below it on the page. Units: points.
constexpr double kTallest = 620;

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::ReportFigures", text);
}

/// Everything the drawings write, with the people called what the report calls them.
ReviewContents worded(ReviewContents contents, const Reporting::CastNames &names)
{
    const auto reword = [&names](auto &records, auto field) {
        for (auto &record : records)
            record.*field = names.replacedIn(record.*field);
    };
    reword(contents.factors, &Factor::title);
    reword(contents.lanes, &Lane::name);
    reword(contents.laneGroups, &LaneGroup::name);
    reword(contents.marks, &TimeMark::name);
    reword(contents.moments, &Moment::title);
    reword(contents.activities, &Activity::title);
    return contents;
}

Figures::TimelineFigureInput timelineInput(const ReviewContents &contents, EventTable table,
                                           const ReportFigures::Fetch &fetch,
                                           const Figures::LaneCurves &curves,
                                           const QList<Figures::FigureActivity> &activities)
{
    Figures::TimelineFigureInput input;
    input.events = std::move(table);
    input.lanes = contents.lanes;
    input.frame = contents.review.frame;
    input.marks = contents.marks;
    input.zone = contents.review.zone;
    input.fetch = fetch;
    input.curves = curves;
    input.groups = contents.laneGroups;
    input.activities = activities;
    input.moments = Figures::MomentRows(contents);
    input.nameWithoutLane = tr("Other");
    return input;
}

/// The activities whose events are dated and in the table, with their times from there.
Result<QList<Figures::FigureActivity>>
figureActivities(Store::Library &library, const ReviewContents &contents, const EventTable &table)
{
    QList<Figures::FigureActivity> all;
    QHash<qint64, qsizetype> placeOf; // an event is in one activity at most
    for (const Activity &activity : contents.activities) {
        Figures::FigureActivity drawn;
        drawn.bar.id = activity.id;
        drawn.bar.lane = activity.laneId;
        drawn.bar.title = activity.title.simplified();
        drawn.isCollapsed = activity.collapsed;
        for (const EventId event : activity.events) {
            const auto seq = library.events().seqOf(event);
            if (seq)
                placeOf.insert(*seq, all.size());
            else if (seq.error().code != ErrorCode::NotFound)
                return failure(seq.error());
        }
        all.append(drawn);
    }
    if (placeOf.isEmpty())
        return QList<Figures::FigureActivity>();
    for (const EventRow &row : table.rows) {
        const auto place = placeOf.constFind(row.seq);
        if (place == placeOf.constEnd())
            continue;
        Figures::FigureActivity &drawn = all[*place];
        drawn.bar.start = drawn.seqs.isEmpty() ? TimePoint{ row.start } : drawn.bar.start;
        drawn.bar.end = drawn.seqs.isEmpty() ? TimePoint{ row.end }
                                             : std::max(drawn.bar.end, TimePoint{ row.end });
        drawn.seqs.append(row.seq);
        ++drawn.bar.count;
    }
    for (const EventRow &row : table.undated) {
        if (const auto place = placeOf.constFind(row.seq); place != placeOf.constEnd())
            ++all[*place].bar.count;
    }
    all.removeIf([](const Figures::FigureActivity &drawn) { return drawn.seqs.isEmpty(); });
    return all;
}

} // namespace

ReportFigures::ReportFigures(const ReviewContents &contents, EventTable table, const Fetch &fetch,
                             const Figures::LaneCurves &curves,
                             const QList<Figures::FigureActivity> &activities)
    : m_hasEvents(!table.rows.empty())
    , m_canvas(contents.factors, contents.influences, Figures::evidenceCounts(contents),
               Figures::Palette::print(), QGuiApplication::font())
    , m_timeline(timelineInput(contents, std::move(table), fetch, curves, activities))
{
}

QSizeF ReportFigures::sizeFor(FigureId figure, double width) const
{
    if (figure == FigureId::Timeline)
        return m_hasEvents ? m_timeline.sizeFor(width) : QSizeF();
    if (m_canvas.bounds().isEmpty())
        return {};
    const QSizeF size = m_canvas.bounds().size();
    const double scale =
        std::min(width / std::max(size.width(), kSmallestCanvas), kTallest / size.height());
    return { width, size.height() * scale };
}

void ReportFigures::paint(FigureId figure, QPainter &painter, const QRectF &rect) const
{
    if (figure == FigureId::Timeline)
        m_timeline.paint(painter, rect);
    else
        m_canvas.paint(painter, rect);
}

QString ReportFigures::description(FigureId figure) const
{
    if (figure == FigureId::Timeline)
        return m_hasEvents ? m_timeline.description() : QString();
    if (m_canvas.factors().isEmpty())
        return {};
    return tr("Factor canvas with %1 factors and %2 links between them.")
        .arg(m_canvas.factors().size())
        .arg(m_canvas.influences().size());
}

Result<std::shared_ptr<const ReportFigures>> readFigures(Store::Library &library,
                                                         const ReviewContents &original,
                                                         EventTable table,
                                                         Reporting::NamesPolicy policy)
{
    const Reporting::CastNames names(original.people, policy);
    const ReviewContents contents = worded(original, names);
    QHash<SeriesId, std::shared_ptr<const Figures::SeriesCurve>> known;
    const auto curves = laneCurves(library, contents, known);
    if (!curves)
        return failure(curves.error());
    const auto activities = figureActivities(library, contents, table);
    if (!activities)
        return failure(activities.error());
    // Without words the drawing names no event, and still shows each.
    const auto words = [&library, &names](const QList<qint64> &seqs) {
        QList<Event> events = library.events().bySeq(seqs).value_or(QList<Event>());
        for (Event &event : events) {
            event.title = names.replacedIn(event.title);
            event.caption = names.replacedIn(event.caption);
        }
        return events;
    };
    return std::make_shared<const ReportFigures>(contents, std::move(table), words, *curves,
                                                 *activities);
}

} // namespace SecondStory::Services
