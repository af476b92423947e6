// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reviewcheck.h"

#include "store/eventrepository.h"
#include "store/library.h"
#include "store/reviewrepository.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

constexpr qint64 kMinute = 60'000'000;
constexpr qint64 kDay = 24 * 60 * kMinute;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("SecondStory::ReviewCheck", text, nullptr, n);
}

int clamped(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

/// How the dated events of one source follow each other, in the order they stand in it. Files that
/// begin with the newest are as good as those that end with it.
struct SourceOrder {
    qint64 forward = 0;
    qint64 backward = 0;
    qint64 undated = 0;
    qint64 future = 0;
    QString firstForward;
    QString firstBackward;
    QString firstUndated;
    QString firstFuture;
    QString entry;
    std::optional<TimePoint> last;

    void take(const Event &event, TimePoint now)
    {
        if (!event.effectiveStart() && undated++ == 0)
            firstUndated = event.place;
        if (!event.recorded.start)
            return;
        // A folder or an archive has an order within each entry only: "day.json, message 3".
        if (const QString current = event.place.section(u',', 0, -2); current != entry) {
            entry = current;
            last.reset();
        }
        const TimePoint time = *event.recorded.start;
        if (time.us > now.us + kDay && future++ == 0)
            firstFuture = event.place;
        // A record that itself says "about" takes no part: it may stand a little out of place.
        if (event.recorded.approximate)
            return;
        if (last && time > *last && forward++ == 0)
            firstForward = event.place;
        if (last && time < *last && backward++ == 0)
            firstBackward = event.place;
        last = time;
    }
    [[nodiscard]] bool isNewestFirst() const { return backward > forward; }
    [[nodiscard]] qint64 against() const { return std::min(forward, backward); }
    [[nodiscard]] QString firstAgainst() const
    {
        return isNewestFirst() ? firstForward : firstBackward;
    }
};

class ReviewCheck {
public:
    ReviewCheck(Store::Library &library, ReviewId review, TimePoint now)
        : m_library(library)
        , m_review(review)
        , m_now(now)
    {
    }

    Result<QList<Finding>> run()
    {
        auto contents = m_library.reviews().load(m_review);
        if (!contents)
            return failure(contents.error());
        m_contents = std::move(*contents);
        if (auto read = readEvents(); !read)
            return failure(read.error());
        for (const EvidenceSource &source : std::as_const(m_contents.sources)) {
            if (!source.removed)
                tellSource(source);
        }
        tellOwn();
        tellFrame();
        tellGaps();
        tellUnsupported();
        return m_findings;
    }

private:
    void add(FindingKind kind, const QString &place, const QString &what)
    {
        m_findings.append({ kind, m_review, place, what });
    }

    Result<void> readEvents()
    {
        const auto table = m_library.events().table(m_review);
        if (!table)
            return failure(table.error());
        // The store's numbers grow in the order of import, which is the order of the source.
        QList<qint64> seqs;
        seqs.reserve(table->size());
        for (const EventRow &row : table->rows) {
            seqs << row.seq;
            m_times << TimePoint{ row.start };
        }
        for (const EventRow &row : table->undated)
            seqs << row.seq;
        std::sort(seqs.begin(), seqs.end());
        constexpr qsizetype kAtOnce = 5'000;
        for (qsizetype from = 0; from < seqs.size(); from += kAtOnce) {
            const auto events = m_library.events().bySeq(seqs.mid(from, kAtOnce));
            if (!events)
                return failure(events.error());
            for (const Event &event : *events)
                m_orders[event.sourceId].take(event, m_now);
        }
        return {};
    }

    static QString at(const QString &file, const QString &place)
    {
        return place.isEmpty() ? file : QString(file + u':' + place);
    }

    void tellSource(const EvidenceSource &source)
    {
        const SourceOrder order = m_orders.value(source.id);
        if (order.against() > 0)
            add(FindingKind::Order, at(source.fileName, order.firstAgainst()),
                tr("%n time(s) stand against the order of the file, the first one here",
                   clamped(order.against())));
        if (order.undated > 0)
            add(FindingKind::Undated, at(source.fileName, order.firstUndated),
                tr("%n event(s) have no time, the first one here", clamped(order.undated)));
        if (order.future > 0)
            add(FindingKind::Future, at(source.fileName, order.firstFuture),
                tr("%n event(s) lie in the future, the first one here", clamped(order.future)));
        if (source.problemCount > 0) {
            const QString first = source.problems.isEmpty() ? QString() : source.problems[0].what;
            const QString place = source.problems.isEmpty() ? QString() : source.problems[0].place;
            add(FindingKind::Problems, at(source.fileName, place),
                tr("%n remark(s) from the import, the first: %1", clamped(source.problemCount))
                    .arg(first));
        }
    }

    void tellOwn()
    {
        const SourceOrder own = m_orders.value(SourceId{});
        if (own.undated > 0)
            add(FindingKind::Undated, {},
                tr("%n event(s) of the analyst's own have no time", clamped(own.undated)));
        if (own.future > 0)
            add(FindingKind::Future, {},
                tr("%n event(s) of the analyst's own lie in the future", clamped(own.future)));
    }

    void tellFrame()
    {
        const IncidentFrame &frame = m_contents.review.frame;
        const std::pair<const char *, std::optional<TimePoint>> steps[] = {
            { "began", frame.began },       { "detected", frame.detected },
            { "declared", frame.declared }, { "mitigated", frame.mitigated },
            { "resolved", frame.resolved },
        };
        // Declaring may come before or after detecting in good order; all lie within the incident.
        for (const auto &[name, time] : steps) {
            if (time && frame.began && *time < *frame.began)
                add(FindingKind::Order, u"frame/"_s + QLatin1String(name),
                    tr("this time lies before the incident began"));
            if (time && frame.resolved && *time > *frame.resolved)
                add(FindingKind::Order, u"frame/"_s + QLatin1String(name),
                    tr("this time lies after the incident was resolved"));
        }
        for (const Moment &moment : std::as_const(m_contents.moments)) {
            if (moment.start && moment.end && *moment.end < *moment.start)
                add(FindingKind::Order, u"moment "_s + moment.id.toString(),
                    tr("the moment \"%1\" ends before it starts").arg(moment.title));
        }
    }

    /// A silence is worth a look when it takes a fifth of the incident and at least half an hour.
    void tellGaps()
    {
        const IncidentFrame &frame = m_contents.review.frame;
        if (!frame.began || !frame.resolved || *frame.resolved <= *frame.began)
            return;
        const qint64 least =
            std::max(30 * kMinute, TimeSpan{ *frame.began, *frame.resolved }.length() / 5);
        TimePoint from = *frame.began;
        QList<TimePoint> times;
        for (const TimePoint &time : std::as_const(m_times)) {
            if (time > *frame.began && time < *frame.resolved)
                times << time;
        }
        times << *frame.resolved;
        for (const TimePoint &time : std::as_const(times)) {
            if (time.us - from.us >= least)
                add(FindingKind::Gap, toRfc3339(from),
                    tr("nothing is recorded for %1 minutes during the incident")
                        .arg((time.us - from.us) / kMinute));
            from = std::max(from, time);
        }
    }

    void tellUnsupported()
    {
        QSet<QUuid> supported;
        for (const EvidenceLink &link : std::as_const(m_contents.evidenceLinks))
            supported << link.target.id;
        for (const Claim &claim : std::as_const(m_contents.claims)) {
            // A hypothesis says of itself that nothing shows it yet.
            if (claim.status != ClaimStatus::Hypothesis && !supported.contains(claim.id.value))
                add(FindingKind::Unsupported, u"claim "_s + claim.id.toString(),
                    tr("no evidence is linked to the claim \"%1\"").arg(claim.text.left(120)));
        }
        for (const Factor &factor : std::as_const(m_contents.factors)) {
            if (factor.confidence == Confidence::Documented && !supported.contains(factor.id.value))
                add(FindingKind::Unsupported, u"factor "_s + factor.id.toString(),
                    tr("\"%1\" counts as documented, and no evidence is linked to it")
                        .arg(factor.title));
        }
    }

    Store::Library &m_library;
    ReviewId m_review;
    TimePoint m_now;
    ReviewContents m_contents;
    QHash<SourceId, SourceOrder> m_orders;
    QList<TimePoint> m_times; ///< of dated events, in time order
    QList<Finding> m_findings;
};

} // namespace

Result<QList<Finding>> checkReview(Store::Library &library, ReviewId review, TimePoint now)
{
    return ReviewCheck(library, review, now).run();
}

} // namespace SecondStory::Services
