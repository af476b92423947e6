// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reviewcheck.h"

#include "analysis/framedurations.h"
#include "services/evidencechecks.h"
#include "store/library.h"
#include "store/reviewrepository.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

using Analysis::CheckFinding;
using Analysis::CheckKind;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("SecondStory::ReviewCheck", text, nullptr, n);
}

int clamped(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

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
        const auto evidence = checkEvidence(m_library, m_review, m_now);
        if (!evidence)
            return failure(evidence.error());
        for (const EvidenceSource &source : std::as_const(m_contents.sources)) {
            if (!source.removed)
                tellSource(source, *evidence);
        }
        tellOwn(*evidence);
        tellFrame();
        tellStated();
        tellSilences(*evidence);
        tellUnsupported();
        return m_findings;
    }

private:
    void add(FindingKind kind, const QString &place, const QString &what)
    {
        m_findings.append({ kind, m_review, place, what });
    }

    static QString at(const QString &file, const QString &place)
    {
        return place.isEmpty() ? file : QString(file + u':' + place);
    }

    /// What is listed of a source, one line for each kind that would be many.
    void tellSource(const EvidenceSource &source, const QList<CheckFinding> &evidence)
    {
        const auto sum = [&](CheckKind kind, FindingKind as, auto words) {
            const CheckFinding *first = nullptr;
            qint64 count = 0;
            for (const CheckFinding &finding : evidence) {
                if (finding.kind != kind || finding.source != source.id)
                    continue;
                first = first ? first : &finding;
                count += finding.count;
            }
            if (first)
                add(as, at(source.fileName, first->place), words(clamped(count)));
        };
        sum(CheckKind::OutOfOrder, FindingKind::Order, [](int n) {
            return tr("%n time(s) stand against the order of the file, the first one here", n);
        });
        sum(CheckKind::Undated, FindingKind::Undated,
            [](int n) { return tr("%n event(s) have no time, the first one here", n); });
        sum(CheckKind::Future, FindingKind::Future, [](int n) {
            return tr("%n event(s) are later than the import, the first one here", n);
        });
        sum(CheckKind::Duplicate, FindingKind::Duplicate, [](int n) {
            return tr("%n event(s) stand twice in their lane, the first one here", n);
        });
        sum(CheckKind::PerhapsSame, FindingKind::PerhapsSame, [](int n) {
            return tr("%n event(s) may be the same as another, the first one here", n);
        });
        for (const CheckFinding &finding : evidence) {
            if (finding.source == source.id && finding.kind >= CheckKind::ZoneSuspect
                && finding.kind <= CheckKind::FarAway)
                add(finding.kind == CheckKind::FarAway ? FindingKind::Outside : FindingKind::Zone,
                    at(source.fileName, finding.place), finding.what);
        }
        if (source.problemCount > 0) {
            const QString first = source.problems.isEmpty() ? QString() : source.problems[0].what;
            const QString place = source.problems.isEmpty() ? QString() : source.problems[0].place;
            add(FindingKind::Problems, at(source.fileName, place),
                tr("%n remark(s) from the import, the first: %1", clamped(source.problemCount))
                    .arg(first));
        }
    }

    void tellOwn(const QList<CheckFinding> &evidence)
    {
        qint64 undated = 0;
        qint64 future = 0;
        for (const CheckFinding &finding : evidence) {
            if (!finding.source.isNull())
                continue;
            undated += finding.kind == CheckKind::Undated ? finding.count : 0;
            future += finding.kind == CheckKind::Future ? finding.count : 0;
            if (finding.kind == CheckKind::FarAway)
                add(FindingKind::Outside, {}, finding.what);
        }
        if (undated > 0)
            add(FindingKind::Undated, {},
                tr("%n event(s) of the analyst's own have no time", clamped(undated)));
        if (future > 0)
            add(FindingKind::Future, {},
                tr("%n event(s) of the analyst's own lie in the future", clamped(future)));
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

    void tellSilences(const QList<CheckFinding> &evidence)
    {
        for (const CheckFinding &finding : evidence) {
            if (finding.kind == CheckKind::Silence)
                add(FindingKind::Gap, toRfc3339(finding.span->start), finding.what);
        }
    }

    void tellStated()
    {
        for (const Analysis::FrameDuration &duration : Analysis::frameDurations(m_contents)) {
            if (duration.differs)
                add(FindingKind::Stated,
                    u"frame/"_s + toString(duration.stated.from) + u'-'
                        + toString(duration.stated.to),
                    Analysis::sentenceOf(duration));
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
    QList<Finding> m_findings;
};

} // namespace

Result<QList<Finding>> checkReview(Store::Library &library, ReviewId review, TimePoint now)
{
    return ReviewCheck(library, review, now).run();
}

} // namespace SecondStory::Services
