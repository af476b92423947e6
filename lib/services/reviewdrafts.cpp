// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reviewdrafts.h"

#include "domain/zoneclock.h"
#include "importing/recordwriter.h"
#include "importing/reports/reportdraft.h"
#include "services/analystname.h"
#include "store/editrepository.h"
#include "store/library.h"
#include "store/sourcewriter.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

using Importing::ReportDraft;
using Importing::StatedTime;

/// The importers that read reports, as the registry knows them.
const QStringList &reportImporters()
{
    static const QStringList ids{ u"incident-report"_s, u"text-timeline"_s };
    return ids;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::ReviewDrafts", text);
}

std::optional<TimePoint> instantOf(const std::optional<StatedTime> &stated)
{
    return stated ? stated->time.start : std::nullopt;
}

Review reviewFrom(const ReportDraft &draft, const QString &zone)
{
    Review review;
    review.id = ReviewId::create();
    review.title = draft.title.trimmed();
    review.summary = draft.summary;
    review.zone = zone;
    review.templateId = u"report"_s;
    review.frame = { instantOf(draft.began), instantOf(draft.detected), instantOf(draft.declared),
                     instantOf(draft.mitigated), instantOf(draft.resolved) };
    review.created = review.updated = TimePoint::now();
    return review;
}

/// What the report states of itself and no other part of a review holds: a line each.
QString statedFacts(const ReportDraft &draft)
{
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.trimmed().isEmpty())
            lines << QString(u"- "_s + name + u": "_s + value.simplified());
    };
    for (const StatedTime &stated : draft.statedTimes())
        add(stated.label, stated.text);
    for (const Importing::StatedDuration &duration : draft.durations)
        add(duration.label, duration.text);
    add(tr("Organization"), draft.company);
    add(tr("Product"), draft.product);
    add(tr("Categories"), draft.categories.join(tr(", ")));
    add(tr("Tags"), draft.tags.join(tr(", ")));
    add(tr("Address"), draft.url);
    for (const Importing::ReportField &field : draft.otherFields)
        add(field.name, field.values.join(tr(", ")));
    return lines.join(u'\n');
}

void addSections(ChangeSet &set, const ReportDraft &draft, ReviewId review)
{
    int position = 0;
    const auto add = [&](const QString &heading, const QString &body) {
        if (!body.trimmed().isEmpty())
            set.insert(
                Section{ SectionId::create(), 0, review, heading, body.trimmed(), position++ });
    };
    for (const Importing::ReportSection &section : draft.sections)
        add(section.heading.isEmpty() ? tr("Beginning") : section.heading, section.body);
    add(tr("As the report states it"), statedFacts(draft));
}

void addLists(ChangeSet &set, const ReportDraft &draft, ReviewId review)
{
    for (const QString &words : draft.contributingFactors) {
        Factor factor;
        factor.id = FactorId::create();
        factor.reviewId = review;
        factor.title = Importing::titleFrom(words);
        factor.note = factor.title == words ? QString() : words;
        factor.view = tr("the report");
        set.insert(factor);
    }
    int position = 0;
    for (const QString &words : draft.actionItems) {
        Action action;
        action.id = ActionId::create();
        action.reviewId = review;
        action.title = Importing::titleFrom(words);
        action.note = action.title == words ? QString() : words;
        action.position = position++;
        set.insert(action);
    }
    position = 0;
    const auto learn = [&](const QStringList &list, const QString &prefix) {
        for (const QString &words : list)
            set.insert(Learning{
                LearningId::create(), 0, review, QString(prefix + words), {}, position++ });
    };
    learn(draft.wentWell, tr("Went well: "));
    learn(draft.wentPoorly, tr("Was hard: "));
    learn(draft.gotLucky, tr("Was luck: "));
    learn(draft.learnings, {});
}

/// The two points a label like "Time to detect" speaks of; nothing for one that names no pair.
std::optional<std::pair<FramePoint, FramePoint>> pointsOf(const QString &label)
{
    const QString words = label.toLower();
    const auto says = [&words](std::initializer_list<const char *> parts) {
        return std::any_of(parts.begin(), parts.end(), [&words](const char *part) {
            return words.contains(QLatin1String(part));
        });
    };
    if (says({ "detect", "notice" }))
        return std::pair{ FramePoint::Began, FramePoint::Detected };
    if (says({ "mitigat" }))
        return std::pair{ FramePoint::Began, FramePoint::Mitigated };
    if (says({ "resol", "repair", "recover", "duration" }))
        return std::pair{ FramePoint::Began, FramePoint::Resolved };
    return {};
}

/// What the report says of lengths of time, to be held against the times it states.
void addDurations(ChangeSet &set, const ReportDraft &draft, ReviewId review)
{
    for (const Importing::StatedDuration &stated : draft.durations) {
        const auto points = pointsOf(stated.label);
        if (!stated.us || !points)
            continue;
        StatedDuration duration;
        duration.id = StatedDurationId::create();
        duration.reviewId = review;
        std::tie(duration.from, duration.to) = *points;
        duration.lengthUs = *stated.us;
        duration.words = stated.text.simplified();
        set.insert(duration);
    }
}

/// Brings the report in as evidence; one without any entry still makes a review.
Result<void> importReport(Store::Library &library, const Importing::ImporterRegistry &registry,
                          const QString &path, const Importing::ImportOptions &options,
                          DraftOutcome &outcome)
{
    ImportRequest request;
    request.path = path;
    request.review = outcome.review;
    request.by = analystName();
    request.options = options;
    const auto imported = ImportService(library, registry).run(request);
    if (imported) {
        outcome.events = imported->source.imported;
        outcome.remarks += imported->source.problems;
        return {};
    }
    if (imported.error().code != ErrorCode::BadInput)
        return failure(imported.error());
    outcome.remarks << ImportProblem{ imported.error().place, imported.error().what };
    return {};
}

bool isReport(const QString &path, const Importing::ImporterRegistry &registry)
{
    const auto input = Importing::EvidenceInput::open(path);
    if (!input || (*input)->isBundle())
        return false;
    const auto candidates = registry.detect(**input);
    return !candidates.empty() && reportImporters().contains(candidates.front().importer->id());
}

} // namespace

QStringList reportFiles(const QStringList &paths, const Importing::ImporterRegistry &registry)
{
    QStringList files;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            files << path;
            continue;
        }
        QDirIterator walk(path, QDir::Files | QDir::NoSymLinks | QDir::NoDotAndDotDot,
                          QDirIterator::Subdirectories);
        while (walk.hasNext())
            files << walk.next();
    }
    files.removeDuplicates();
    files.sort();
    files.removeIf([&registry](const QString &path) { return !isReport(path, registry); });
    return files;
}

Result<DraftOutcome> makeReviewDraft(Store::Library &library,
                                     const Importing::ImporterRegistry &registry,
                                     const QString &path, const Importing::ImportOptions &options)
{
    const auto at = [&path](Error error) {
        if (error.file.isEmpty())
            error.file = path;
        return failure(std::move(error));
    };
    auto input = Importing::EvidenceInput::open(path);
    if (!input)
        return at(input.error());
    const auto digest = (*input)->sha256();
    if (!digest)
        return at(digest.error());
    const auto draft = Importing::readReportDraft(**input, options);
    if (!draft)
        return at(draft.error());
    DraftOutcome outcome;
    outcome.path = path;
    outcome.title = draft->title;
    const auto known = library.sources().reviewOfDigest(*digest);
    if (!known)
        return failure(known.error());
    if (!known->isNull()) {
        outcome.review = *known;
        outcome.wasThere = true;
        return outcome;
    }
    QString zone = draft->zone.isEmpty() ? options.zone : draft->zone;
    // A review is shown in a region's time; an offset of one day would mislead on the next.
    if (!zone.contains(u'/') || !ZoneClock::isKnownZone(zone))
        zone = options.fallbackZone.contains(u'/') ? options.fallbackZone : u"UTC"_s;
    const Review review = reviewFrom(*draft, zone);
    outcome.review = review.id;
    outcome.statedTimes = static_cast<int>(draft->statedTimes().size());
    for (const Importing::ReportNote &note : draft->remarks + draft->skipped)
        outcome.remarks << ImportProblem{ note.place, note.what };
    const auto stored = library.inTransaction([&]() -> Result<void> {
        ChangeSet set;
        set.insert(review);
        addSections(set, *draft, review.id);
        addLists(set, *draft, review.id);
        addDurations(set, *draft, review.id);
        if (auto applied = library.edits().apply(set); !applied)
            return failure(applied.error());
        for (const AnyChange &change : std::as_const(set.changes))
            outcome.sections += std::holds_alternative<RecordChange<Section>>(change) ? 1 : 0;
        return importReport(library, registry, path, options, outcome);
    });
    if (!stored)
        return at(stored.error());
    return outcome;
}

} // namespace SecondStory::Services
