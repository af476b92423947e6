// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/files.h"
#include "cli/words.h"
#include "analysis/framedurations.h"
#include "domain/zoneclock.h"
#include "services/exchangestorage.h"
#include "services/reviewdrafts.h"
#include "services/reviewtemplates.h"
#include "store/reviewrepository.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

struct Names {
    QString title;
    QString zone;
    QString templateId = u"standard"_s;
    QString review;
    QString file;
};

QJsonObject toJson(const Store::ReviewListing &listing)
{
    const Review &review = listing.review;
    return { { u"id"_s, review.id.toString() },
             { u"version"_s, review.version },
             { u"title"_s, review.title },
             { u"status"_s, toString(review.status) },
             { u"depth"_s, toString(review.depth) },
             { u"zone"_s, review.zone },
             { u"events"_s, listing.events },
             { u"factors"_s, listing.factors },
             { u"openQuestions"_s, listing.questions },
             { u"created"_s, toRfc3339(review.created) },
             { u"updated"_s, toRfc3339(review.updated) } };
}

Result<int> create(Context &context, const Names &names)
{
    const auto library = context.library();
    if (!library)
        return failure(library.error());
    if (!names.zone.isEmpty() && !ZoneClock::isKnownZone(names.zone))
        return failure(ErrorCode::Usage, tr("the time zone \"%1\" is not known").arg(names.zone),
                       tr("name it like Europe/Paris or +01:00"));
    const auto id = Services::createReview(
        **library,
        { .title = names.title,
          .zone = names.zone,
          .templateId = names.templateId,
          .depth = fromString<ReviewDepth>(names.templateId).value_or(ReviewDepth::Standard) });
    if (!id)
        return failure(id.error());
    if (context.out.isJson)
        context.out.object({ { u"id"_s, id->toString() }, { u"version"_s, 1 } });
    else
        context.out.line(id->toString());
    return 0;
}

Result<int> list(Context &context)
{
    const auto library = context.library();
    if (!library)
        return failure(library.error());
    const auto listings = (*library)->reviews().list();
    if (!listings)
        return failure(listings.error());
    QJsonArray array;
    QList<TextRow> rows;
    for (const Store::ReviewListing &listing : *listings) {
        array << toJson(listing);
        const Review &review = listing.review;
        rows << TextRow{ review.id.toString(),
                         toString(review.status),
                         QString::number(listing.events),
                         QString::number(listing.factors),
                         toRfc3339({ review.updated.us / 1'000'000 * 1'000'000 }),
                         review.title };
    }
    if (context.out.isJson)
        context.out.object({ { u"reviews"_s, array } });
    else
        context.out.table(
            { tr("id"), tr("status"), tr("events"), tr("factors"), tr("changed"), tr("title") },
            rows);
    return 0;
}

QJsonObject counts(const ReviewContents &contents, qint64 events)
{
    const auto count = [](const auto &list) { return static_cast<qint64>(list.size()); };
    return { { u"events"_s, events },
             { u"people"_s, count(contents.people) },
             { u"lanes"_s, count(contents.lanes) },
             { u"sources"_s, count(contents.sources) },
             { u"moments"_s, count(contents.moments) },
             { u"claims"_s, count(contents.claims) },
             { u"factors"_s, count(contents.factors) },
             { u"influences"_s, count(contents.influences) },
             { u"pressures"_s, count(contents.pressures) },
             { u"codings"_s, count(contents.codings) },
             { u"evidence"_s, count(contents.evidenceLinks) },
             { u"questions"_s, count(contents.questions) },
             { u"learnings"_s, count(contents.learnings) },
             { u"actions"_s, count(contents.actions) },
             { u"sections"_s, count(contents.sections) } };
}

QJsonValue timeOrNull(const std::optional<TimePoint> &time)
{
    return time ? QJsonValue(toRfc3339(*time)) : QJsonValue();
}

QJsonObject sourceSummary(const EvidenceSource &source)
{
    return { { u"id"_s, source.id.toString() },
             { u"file"_s, source.fileName },
             { u"format"_s, source.importerId },
             { u"sha256"_s, QString::fromLatin1(source.sha256.toHex()) },
             { u"imported"_s, source.imported },
             { u"removed"_s, source.removed } };
}

/// The events each point of the frame rests on.
QJsonObject frameEvidence(const ReviewContents &contents)
{
    QJsonObject object;
    for (const auto &[point, name] : EnumNames<FramePoint>::entries) {
        QJsonArray events;
        const TargetRef target = frameTarget(contents.review.id, point);
        for (const EvidenceLink &link : contents.evidenceLinks) {
            if (link.target == target)
                events << link.eventId.toString();
        }
        object.insert(QString::fromUtf16(name), events);
    }
    return object;
}

QJsonArray statedDurations(const ReviewContents &contents)
{
    QJsonArray array;
    for (const Analysis::FrameDuration &duration : Analysis::frameDurations(contents)) {
        const StatedDuration &stated = duration.stated;
        array << QJsonObject{
            { u"id"_s, stated.id.toString() },
            { u"from"_s, toString(stated.from) },
            { u"to"_s, toString(stated.to) },
            { u"words"_s, stated.words },
            { u"statedSeconds"_s, static_cast<double>(stated.lengthUs) / 1e6 },
            { u"computedSeconds"_s,
              duration.computedUs ? QJsonValue(static_cast<double>(*duration.computedUs) / 1e6)
                                  : QJsonValue() },
            { u"differs"_s, duration.differs },
            { u"event"_s,
              stated.eventId.isNull() ? QJsonValue() : QJsonValue(stated.eventId.toString()) },
            { u"sentence"_s, Analysis::sentenceOf(duration) }
        };
    }
    return array;
}

QJsonObject wholeReview(const Store::ReviewListing &listing, const ReviewContents &contents)
{
    QJsonObject object = toJson(listing);
    const IncidentFrame &frame = contents.review.frame;
    object.insert(u"summary"_s, contents.review.summary);
    object.insert(u"frame"_s,
                  QJsonObject{ { u"began"_s, timeOrNull(frame.began) },
                               { u"detected"_s, timeOrNull(frame.detected) },
                               { u"declared"_s, timeOrNull(frame.declared) },
                               { u"mitigated"_s, timeOrNull(frame.mitigated) },
                               { u"resolved"_s, timeOrNull(frame.resolved) } });
    object.insert(u"frameEvidence"_s, frameEvidence(contents));
    object.insert(u"statedDurations"_s, statedDurations(contents));
    object.insert(u"counts"_s, counts(contents, listing.events));
    QJsonArray sources;
    for (const EvidenceSource &source : contents.sources)
        sources << sourceSummary(source);
    object.insert(u"sources"_s, sources);
    return object;
}

void printReview(Output &out, const QJsonObject &object)
{
    out.line(object[u"title"].toString());
    for (const QString &key : { u"id"_s, u"status"_s, u"depth"_s, u"zone"_s, u"summary"_s,
                                u"created"_s, u"updated"_s }) {
        if (const QString value = object[key].toString(); !value.isEmpty())
            out.line(u"  %1 %2"_s.arg(key, -11).arg(value));
    }
    const QJsonObject frame = object[u"frame"].toObject();
    for (const QString &key :
         { u"began"_s, u"detected"_s, u"declared"_s, u"mitigated"_s, u"resolved"_s }) {
        const auto rests = object[u"frameEvidence"][key].toArray().size();
        if (frame[key].isString())
            out.line(u"  %1 %2"_s.arg(key, -11).arg(frame[key].toString())
                     + (rests > 0 ? tr("  (evidence: %1)").arg(rests) : QString()));
    }
    const QJsonArray durations = object[u"statedDurations"].toArray();
    for (const QJsonValue &duration : durations)
        out.line(u"  %1 %2"_s.arg(duration[u"differs"].toBool() ? tr("differs") : tr("stated"), -11)
                     .arg(duration[u"sentence"].toString()));
    const QJsonObject counted = object[u"counts"].toObject();
    for (auto it = counted.begin(); it != counted.end(); ++it)
        out.line(u"  %1 %2"_s.arg(it.key(), -11).arg(it->toInteger()));
    const QJsonArray sources = object[u"sources"].toArray();
    for (const QJsonValue &source : sources)
        out.line(tr("  source      %1 (%2, %3 events)")
                     .arg(source[u"file"].toString(), source[u"format"].toString())
                     .arg(source[u"imported"].toInteger()));
}

Result<int> show(Context &context, const Names &names)
{
    const auto id = context.review(names.review);
    if (!id)
        return failure(id.error());
    Store::Library &library = **context.library();
    const auto contents = library.reviews().load(*id);
    if (!contents)
        return failure(contents.error());
    const auto listings = library.reviews().list();
    if (!listings)
        return failure(listings.error());
    for (const Store::ReviewListing &listing : *listings) {
        if (listing.review.id != *id)
            continue;
        const QJsonObject object = wholeReview(listing, *contents);
        context.out.isJson ? context.out.object(object) : printReview(context.out, object);
    }
    return 0;
}

Result<int> remove(Context &context, const Names &names)
{
    const auto id = context.review(names.review);
    if (!id)
        return failure(id.error());
    if (auto gone = (*context.library())->reviews().remove(*id); !gone)
        return failure(gone.error());
    if (context.out.isJson)
        context.out.object({ { u"deleted"_s, id->toString() } });
    else
        context.out.line(tr("Deleted %1").arg(id->toString()));
    return 0;
}

QJsonObject toJson(const Services::DraftOutcome &outcome)
{
    QJsonArray remarks;
    for (const ImportProblem &remark : outcome.remarks)
        remarks << QJsonObject{ { u"place"_s, remark.place }, { u"what"_s, remark.what } };
    return { { u"file"_s, outcome.path },
             { u"review"_s, outcome.review.toString() },
             { u"title"_s, outcome.title },
             { u"wasThere"_s, outcome.wasThere },
             { u"events"_s, outcome.events },
             { u"sections"_s, outcome.sections },
             { u"statedTimes"_s, outcome.statedTimes },
             { u"problems"_s, remarks } };
}

/// Makes a draft of each report; each is all or nothing, and one that fails keeps none of the
/// others out.
Result<int> importReports(Context &context, Store::Library &library, const Names &names)
{
    if (!QFileInfo::exists(names.file))
        return failure(
            Error{ ErrorCode::NotFound, tr("there is no such file"), {}, names.file, {}, {} });
    if (!names.zone.isEmpty() && !ZoneClock::isKnownZone(names.zone))
        return failure(ErrorCode::Usage, tr("the time zone \"%1\" is not known").arg(names.zone),
                       tr("name it like Europe/Paris or +01:00"));
    const Importing::ImporterRegistry registry;
    const QStringList files = Services::reportFiles({ names.file }, registry);
    if (files.isEmpty())
        return failure(Error{ ErrorCode::BadInput,
                              tr("no incident report was found"),
                              tr("reports are Markdown or text that tell when things happened"),
                              names.file,
                              {},
                              {} });
    Importing::ImportOptions options;
    options.zone = names.zone;
    QJsonArray ids;
    QJsonArray reports;
    int status = 0;
    for (const QString &file : files) {
        const auto outcome = Services::makeReviewDraft(library, registry, file, options);
        if (!outcome) {
            context.out.error(outcome.error());
            status = exitCode(outcome.error().code);
            continue;
        }
        ids << outcome->review.toString();
        reports << toJson(*outcome);
        if (!context.out.isJson)
            context.out.line(outcome->review.toString() + u"  "_s + outcome->title);
    }
    if (context.out.isJson)
        context.out.object({ { u"reviews"_s, ids }, { u"reports"_s, reports } });
    return status;
}

bool isExchangeFile(const QString &path)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly)
        && file.read(4'096).trimmed().startsWith('{');
}

Result<int> importFile(Context &context, const Names &names)
{
    const auto library = context.library();
    if (!library)
        return failure(library.error());
    const bool isMissing = !QFileInfo::exists(names.file);
    if (!isMissing && !isExchangeFile(names.file))
        return importReports(context, **library, names);
    const auto ids = Services::importExchangeFile(**library, names.file);
    if (!ids)
        return failure(ids.error());
    QJsonArray array;
    for (const ReviewId &id : *ids) {
        array << id.toString();
        if (!context.out.isJson)
            context.out.line(id.toString());
    }
    if (context.out.isJson)
        context.out.object({ { u"reviews"_s, array } });
    return 0;
}

Result<int> exportFile(Context &context, const Names &names)
{
    const auto id = context.review(names.review);
    if (!id)
        return failure(id.error());
    const auto review = Services::loadForExchange(**context.library(), *id);
    if (!review)
        return failure(review.error());
    const QByteArray json = QJsonDocument(Services::writeExchange(*review)).toJson();
    if (auto written = writeFile(context.out, names.file, json); !written)
        return failure(written.error());
    if (names.file == u"-")
        return 0;
    if (context.out.isJson)
        context.out.object({ { u"review"_s, id->toString() }, { u"file"_s, names.file } });
    else
        context.out.line(names.file);
    return 0;
}

} // namespace

void addReviewCommands(Command &line, Context &context)
{
    Command review = line.add("review", tr("reviews of the library"));
    review.needsOneCommand();
    const auto names = std::make_shared<Names>();

    Command command = review.add("new", tr("begin a review; prints its id"));
    command.text("--title", names->title, tr("what it is called"))->required();
    command.text("--zone", names->zone, tr("time zone people worked in, e.g. Europe/Paris"));
    QStringList templates;
    for (const Services::ReviewTemplate &each : Services::reviewTemplates())
        templates << each.id;
    command.word("--template", names->templateId, templates, tr("the parts of its narrative"));
    command.runs(context, [&context, names] { return create(context, *names); });

    review.add("list", tr("every review")).runs(context, [&context] { return list(context); });

    command = review.add("show", tr("one review in numbers"));
    command.text("REVIEW", names->review, tr("id, unique beginning of it, or exact title"));
    command.runs(context, [&context, names] { return show(context, *names); });

    command = review.add("delete", tr("remove a review and all that belongs to it, for good"));
    command.text("REVIEW", names->review, tr("id, unique beginning of it, or exact title"))
        ->required();
    command.runs(context, [&context, names] { return remove(context, *names); });

    command = review.add(
        "import", tr("add reviews from the exchange format, or as drafts from incident reports"));
    command
        .text("FILE", names->file,
              tr("one JSON object, or one a line; or a report or folder of reports"))
        ->required();
    command.text("--zone", names->zone, tr("time zone of times without one, for reports"));
    command.runs(context, [&context, names] { return importFile(context, *names); });

    command = review.add("export", tr("write a review in the exchange format"));
    command.text("REVIEW", names->review, tr("id, unique beginning of it, or exact title"));
    command.text("-o,--output", names->file, tr("file to write; - is standard output"))->required();
    command.runs(context, [&context, names] { return exportFile(context, *names); });
}

} // namespace SecondStory::Cli
