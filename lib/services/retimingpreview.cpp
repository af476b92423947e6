// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/retimingpreview.h"

#include "domain/skewtext.h"
#include "store/eventrepository.h"
#include "store/library.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

constexpr qsizetype kLinesShown = 5;
constexpr qint64 kAskEvery = 1'000;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("SecondStory::Retiming", text, nullptr, n);
}

/// Counts event after event.
class Counter {
public:
    Counter(const EvidenceSource &source, const SourceClock &clock)
        : m_before(clockOf(source))
        , m_resolver(clock)
    {
    }

    void take(const Event &event)
    {
        ++m_preview.events;
        countNeeds(event.recorded);
        const RecordedTime after = m_resolver.retimed(event.recorded, m_before);
        if (after.start == event.recorded.start)
            return;
        m_preview.asserted += event.asserted ? 1 : 0;
        if (!event.recorded.start)
            ++m_preview.dated;
        else if (!after.start)
            ++m_preview.undated;
        else
            move(after.start->us - event.recorded.start->us);
        if (after.start)
            countOddities(event.recorded);
        if (m_preview.first.size() < kLinesShown)
            m_preview.first << RetimedLine{ event.id, event.displayTitle(), event.recorded.text,
                                            event.recorded.start, after.start };
    }
    [[nodiscard]] RetimingPreview preview() { return std::move(m_preview); }
    [[nodiscard]] qint64 count() const { return m_preview.events; }

private:
    void move(qint64 shift)
    {
        const bool isFirst = m_preview.moved++ == 0;
        m_preview.leastShiftUs = isFirst ? shift : std::min(m_preview.leastShiftUs, shift);
        m_preview.mostShiftUs = isFirst ? shift : std::max(m_preview.mostShiftUs, shift);
    }

    void countOddities(const RecordedTime &time)
    {
        if (!time.reading)
            return;
        const auto resolved = m_resolver.resolve(time.reference, *time.reading);
        m_preview.inGap += resolved && resolved->inGap ? 1 : 0;
        m_preview.inFold += resolved && resolved->inFold ? 1 : 0;
    }

    void countNeeds(const RecordedTime &time)
    {
        using Ref = ClockReference;
        const Ref ref = time.reference;
        const bool isWall = ref == Ref::Wall || ref == Ref::YearWall || ref == Ref::DayWall;
        m_preview.needZone += isWall ? 1 : 0;
        m_preview.needDate +=
            ref == Ref::YearWall || ref == Ref::DayWall || ref == Ref::DayInstant ? 1 : 0;
        m_preview.needStart += ref == Ref::Start ? 1 : 0;
    }

    SourceClock m_before;
    ReadingResolver m_resolver;
    RetimingPreview m_preview;
};

QString number(qint64 value)
{
    return QLocale().toString(value);
}

} // namespace

Result<RetimingPreview> previewRetiming(Store::Library &library, const EvidenceSource &source,
                                        const SourceClock &clock, const std::function<bool()> &goOn)
{
    Counter counter(source, clock);
    bool isStopped = false;
    Store::EventQuery query;
    query.review = source.reviewId;
    query.source = source.id;
    query.withRemovedSources = true;
    const auto done = library.events().visit(query, [&](const Event &event) {
        isStopped = goOn && counter.count() % kAskEvery == 0 && !goOn();
        if (!isStopped)
            counter.take(event);
        return !isStopped;
    });
    if (!done)
        return failure(done.error());
    if (isStopped)
        return failure(ErrorCode::Cancelled, tr("the preview was cancelled"));
    return counter.preview();
}

QString sentenceOf(const RetimingPreview &preview)
{
    if (preview.changesNothing())
        return tr("No event moves");
    QStringList parts;
    if (preview.moved > 0) {
        const QString by = preview.leastShiftUs == preview.mostShiftUs
            ? tr("by %1").arg(skewText(preview.leastShiftUs))
            : tr("by %1 to %2").arg(skewText(preview.leastShiftUs), skewText(preview.mostShiftUs));
        parts << (preview.moved == 1 ? tr("1 of %1 events moves %2").arg(number(preview.events), by)
                                     : tr("%1 of %2 events move %3")
                                           .arg(number(preview.moved), number(preview.events), by));
    }
    if (preview.dated > 0)
        parts << tr("%n get(s) a time", static_cast<int>(preview.dated));
    if (preview.undated > 0)
        parts << tr("%n become(s) undated", static_cast<int>(preview.undated));
    if (preview.inGap > 0)
        parts << tr("%n fall(s) into a gap of the clocks", static_cast<int>(preview.inGap));
    if (preview.inFold > 0)
        parts << tr("%n may mean two instants, the first is taken",
                    static_cast<int>(preview.inFold));
    if (preview.asserted > 0)
        parts << tr("%n stay(s) where you stated", static_cast<int>(preview.asserted));
    return parts.join(u"; "_s);
}

} // namespace SecondStory::Services
