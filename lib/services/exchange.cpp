// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/exchange.h"

#include "domain/zoneclock.h"
#include "services/jsonarchive.h"
#include "store/codebookseed.h"
#include "store/editrepository.h"
#include "store/eventrepository.h"
#include "store/library.h"
#include "store/reviewrepository.h"
#include "store/sourcewriter.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

const QString kFormat = u"secondstory-review/1"_s;

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Exchange", text);
}

tl::unexpected<Error> bad(const QString &place, const QString &what)
{
    Error error;
    error.code = ErrorCode::BadInput;
    error.place = place;
    error.what = what;
    return failure(std::move(error));
}

template <class T>
void readList(JsonContext &context, const QJsonObject &root, const char16_t *key, ReviewId review,
              QList<T> &list)
{
    const QJsonValue value = root.value(QStringView(key));
    if (value.isUndefined() || value.isNull())
        return;
    const QString name = QString::fromUtf16(key);
    if (!value.isArray())
        return context.fail(u'/' + name, tr("is a list of records"));
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size() && !context.error; ++i) {
        const QString place = u"/%1/%2"_s.arg(name).arg(i);
        if (!array[i].isObject())
            return context.fail(place, tr("is not a record"));
        JsonRecordReader reader(context, array[i].toObject(), place);
        T record;
        reader.identity(record);
        if constexpr (requires { record.reviewId; })
            record.reviewId = review;
        describe(reader, record);
        reader.finish();
        list << record;
    }
}

template <class T>
QJsonArray writeList(const CodeKeys &codes, const QList<T> &list)
{
    QJsonArray array;
    for (T record : list) {
        JsonRecordWriter writer(codes);
        writer(u"id", record.id);
        describe(writer, record);
        array << writer.object;
    }
    return array;
}

QJsonArray samplesToJson(const std::vector<SeriesSample> &samples)
{
    QJsonArray array;
    for (const SeriesSample &sample : samples)
        array << QJsonArray{ toRfc3339(sample.time),
                             std::isfinite(sample.value) ? QJsonValue(sample.value)
                                                         : QJsonValue() };
    return array;
}

std::vector<SeriesSample> samplesFromJson(JsonContext &context, const QJsonArray &array,
                                          const QString &place)
{
    std::vector<SeriesSample> samples;
    samples.reserve(static_cast<size_t>(array.size()));
    for (qsizetype i = 0; i < array.size(); ++i) {
        const auto time = fromRfc3339(array[i][0].toString());
        if (!time || (!samples.empty() && samples.back().time >= *time)) {
            context.fail(u"%1/%2"_s.arg(place).arg(i),
                         tr("a sample is a time, later than the one before, and a number"));
            return {};
        }
        samples.push_back({ *time, array[i][1].toDouble(std::nan("")) });
    }
    return samples;
}

/// Samples stand inside their series in the file, and beside it in memory.
QJsonObject takeSamples(JsonContext &context, QJsonObject root, QList<QJsonArray> &samples)
{
    QJsonArray series = root[u"series"].toArray();
    for (qsizetype i = 0; i < series.size(); ++i) {
        if (!series[i].isObject()) {
            context.fail(u"/series/%1"_s.arg(i), tr("is not a record"));
            return root;
        }
        QJsonObject one = series[i].toObject();
        samples << one.take(u"samples"_s).toArray();
        series[i] = one;
    }
    if (!series.isEmpty())
        root.insert(u"series"_s, series);
    return root;
}

/// Calls `visit` for every list of the format, in an order in which records can be stored.
template <class Contents, class Visit>
void forEachList(Contents &contents, Visit &&visit)
{
    visit(u"people", contents.people);
    visit(u"laneGroups", contents.laneGroups);
    visit(u"lanes", contents.lanes);
    visit(u"sources", contents.sources);
    visit(u"sections", contents.sections);
    visit(u"moments", contents.moments);
    visit(u"accounts", contents.accounts);
    visit(u"contradictions", contents.contradictions);
    visit(u"activities", contents.activities);
    visit(u"claims", contents.claims);
    visit(u"factors", contents.factors);
    visit(u"influences", contents.influences);
    visit(u"pressures", contents.pressures);
    visit(u"codings", contents.codings);
    visit(u"evidence", contents.evidenceLinks);
    visit(u"questions", contents.questions);
    visit(u"learnings", contents.learnings);
    visit(u"actions", contents.actions);
    visit(u"marks", contents.marks);
    visit(u"series", contents.series);
    visit(u"sameAs", contents.sameAs);
    visit(u"knownTo", contents.knownTo);
    visit(u"statedDurations", contents.statedDurations);
    visit(u"savedViews", contents.savedViews);
}

void resolveEventNames(JsonContext &context, const QJsonObject &names, const EventFinder &find)
{
    for (auto it = names.constBegin(); it != names.constEnd(); ++it) {
        const QString place = u"/eventNames/"_s + it.key();
        const auto at = fromRfc3339(it.value()[u"at"].toString());
        if (!at)
            return context.fail(place, tr("needs a time \"at\" in RFC 3339"));
        const EventId id = find
            ? find({ it.value()[u"source"].toString(), *at, it.value()[u"contains"].toString() })
            : EventId{};
        if (id.isNull())
            return context.fail(place, tr("no imported event fits"));
        context.name(it.key(), id.value);
        context.define(id.value);
    }
}

/// Names in `[[event:NAME|words]]` become ids, like everywhere else in the file.
void resolveLinks(JsonContext &context, QString &body)
{
    static const QRegularExpression link(u"\\[\\[event:([^\\]|]+)"_s);
    qsizetype from = 0;
    QRegularExpressionMatch match;
    while ((match = link.match(body, from)).hasMatch()) {
        const QString name = match.captured(1);
        const QString id = context.idFor(name).toString(QUuid::WithoutBraces);
        body.replace(match.capturedStart(1), match.capturedLength(1), id);
        from = match.capturedStart(1) + id.size();
    }
}

void readCodebook(JsonContext &context, const QJsonObject &root, const QList<Code> &known,
                  QList<Code> &codes)
{
    for (const Code &code : known)
        context.codes.add(code);
    const QJsonArray array = root[u"codebook"].toArray();
    for (qsizetype i = 0; i < array.size() && !context.error; ++i) {
        JsonRecordReader reader(context, array[i].toObject(), u"/codebook/%1"_s.arg(i));
        Code code;
        reader.identity(code);
        describe(reader, code);
        reader.finish();
        if (context.codes.ids.contains(code.key))
            continue;
        context.codes.add(code);
        codes << code;
    }
}

void checkKeys(JsonContext &context, const QJsonObject &root)
{
    QSet<QString> keys{ u"format"_s, u"review"_s, u"codebook"_s, u"events"_s, u"eventNames"_s };
    ReviewContents contents;
    forEachList(contents, [&](const char16_t *key, auto &) { keys << QString::fromUtf16(key); });
    for (auto it = root.constBegin(); it != root.constEnd(); ++it) {
        if (!keys.contains(it.key()))
            return context.fail(u'/' + it.key(), tr("is not a key of this format"));
    }
}

/// Storing a review is no change of it: it was last changed when it says.
Result<void> restoreDate(Store::Library &library, const Review &review)
{
    const auto stored = library.reviews().load(review.id);
    if (!stored)
        return failure(stored.error());
    Review dated = stored->review;
    dated.updated = review.updated;
    if (dated == stored->review)
        return {};
    const auto applied = library.edits().apply(ChangeSet().update(stored->review, dated));
    if (!applied)
        return failure(applied.error());
    return {};
}

Result<void> storeSources(Store::Library &library, const ExchangeReview &review)
{
    QHash<SourceId, QList<Event>> bySource;
    for (const Event &event : review.events) {
        if (event.isImported())
            bySource[event.sourceId] << event;
    }
    for (EvidenceSource source : review.contents.sources) {
        auto writer = library.sources().beginImport(source.reviewId, source.id);
        if (!writer)
            return failure(writer.error());
        const QList<Event> events = bySource.value(source.id);
        for (Event event : events) {
            event.version = 1;
            if (auto done = (*writer)->add(event); !done)
                return done;
        }
        for (Series series : review.contents.series) {
            if (series.sourceId != source.id)
                continue;
            series.version = 1;
            if (auto done = (*writer)->addSeries(series, review.samples.value(series.id)); !done)
                return done;
        }
        source.version = 1;
        if (auto done = (*writer)->finish(source); !done)
            return done;
    }
    return {};
}

} // namespace

Result<ExchangeReview> readExchange(const QJsonObject &object, const QList<Code> &known,
                                    const ExchangeNames &names)
{
    if (object[u"format"].toString() != kFormat)
        return bad(u"/format"_s,
                   tr("this is not a review in the exchange format (%1 is expected)").arg(kFormat));
    JsonContext context;
    ExchangeReview result;
    QList<QJsonArray> samples;
    const QJsonObject root = takeSamples(context, object, samples);
    for (auto it = names.ids.constBegin(); it != names.ids.constEnd(); ++it)
        context.name(it.key(), it.value());
    checkKeys(context, root);
    readCodebook(context, root, known, result.codes);
    resolveEventNames(context, root[u"eventNames"].toObject(), names.find);

    Review &review = result.contents.review;
    JsonRecordReader head(context, root[u"review"].toObject(), u"/review"_s);
    head.identity(review);
    review.created = review.updated = TimePoint::now();
    describe(head, review);
    head.finish();

    readList(context, root, u"events", review.id, result.events);
    forEachList(result.contents, [&](const char16_t *key, auto &list) {
        readList(context, root, key, review.id, list);
    });
    for (qsizetype i = 0; i < result.contents.series.size() && !context.error; ++i)
        result.samples.insert(result.contents.series[i].id,
                              samplesFromJson(context, samples[i], u"/series/%1/samples"_s.arg(i)));
    for (Section &section : result.contents.sections)
        resolveLinks(context, section.body);
    context.checkReferences();
    if (context.error)
        return failure(*context.error);
    result.names = context.names();
    return result;
}

QJsonObject writeExchange(const ExchangeReview &review)
{
    CodeKeys codes;
    QJsonArray codebook;
    for (Code code : review.codes) {
        codes.add(code);
        JsonRecordWriter writer(codes);
        describe(writer, code);
        writer.object.remove(u"parent"_s);
        codebook << writer.object;
    }
    Review head = review.contents.review;
    JsonRecordWriter writer(codes);
    writer(u"id", head.id);
    describe(writer, head);
    QJsonObject root{ { u"format"_s, kFormat },
                      { u"review"_s, writer.object },
                      { u"codebook"_s, codebook } };
    root.insert(u"events"_s, writeList(codes, review.events));
    forEachList(review.contents, [&](const char16_t *key, const auto &list) {
        root.insert(QStringView(key), writeList(codes, list));
    });
    QJsonArray series = root[u"series"].toArray();
    for (qsizetype i = 0; i < series.size(); ++i) {
        QJsonObject one = series[i].toObject();
        one.insert(u"samples"_s, samplesToJson(review.samples.value(review.contents.series[i].id)));
        series[i] = one;
    }
    root.insert(u"series"_s, series);
    return root;
}

namespace {

/// What points at one event goes with it; what gathers several lets go of those that are gone.
void leaveOutEvents(ReviewContents &contents, const QSet<EventId> &there)
{
    const auto isGone = [&there](EventId id) { return !there.contains(id); };
    contents.sameAs.removeIf(
        [&](const SameAs &same) { return isGone(same.first) || isGone(same.second); });
    contents.evidenceLinks.removeIf([&](const EvidenceLink &link) { return isGone(link.eventId); });
    contents.knownTo.removeIf([&](const KnownTo &known) { return isGone(known.eventId); });
    for (Moment &moment : contents.moments)
        moment.events.removeIf(isGone);
    for (Activity &activity : contents.activities)
        activity.events.removeIf(isGone);
    for (StatedDuration &stated : contents.statedDurations) {
        if (isGone(stated.eventId))
            stated.eventId = {};
    }
}

/// Removed sources are a matter of this library's undo, not of the review: they stay behind, and
/// so does what hangs on them.
Result<void> leaveOutRemoved(Store::Library &library, ExchangeReview &review)
{
    ReviewContents &contents = review.contents;
    contents.sources.removeIf([](const EvidenceSource &source) { return source.removed; });
    const auto isGone = [&contents](SourceId id) {
        return !id.isNull() && !findRecord<EvidenceSource>(contents, id);
    };
    contents.series.removeIf([&](const Series &series) { return isGone(series.sourceId); });
    QSet<EventId> events;
    QSet<LaneId> lanes;
    QSet<PersonId> people;
    for (const Event &event : std::as_const(review.events)) {
        events << event.id;
        lanes << event.laneId;
        people += QSet<PersonId>(event.actors.begin(), event.actors.end());
    }
    for (const Series &series : std::as_const(contents.series))
        lanes << series.laneId;
    contents.lanes.removeIf([&](const Lane &lane) {
        return isGone(lane.origin) && lane.version <= 1 && !lanes.contains(lane.id);
    });
    contents.people.removeIf([&](const Person &person) {
        return isGone(person.origin) && person.version <= 1 && !people.contains(person.id);
    });
    for (Lane &lane : contents.lanes)
        lane.origin = isGone(lane.origin) ? SourceId() : lane.origin;
    for (Person &person : contents.people)
        person.origin = isGone(person.origin) ? SourceId() : person.origin;
    leaveOutEvents(contents, events);
    for (const Series &series : std::as_const(contents.series)) {
        auto samples = library.sources().samples(series.id);
        if (!samples)
            return failure(samples.error());
        review.samples.insert(series.id, std::move(*samples));
    }
    return {};
}

} // namespace

Result<ExchangeReview> loadForExchange(Store::Library &library, ReviewId id)
{
    ExchangeReview result;
    auto contents = library.reviews().load(id);
    if (!contents)
        return failure(contents.error());
    result.contents = std::move(*contents);
    const auto visited = library.events().visit({ .review = id }, [&](const Event &event) {
        result.events << event;
        return true;
    });
    if (!visited)
        return failure(visited.error());
    if (auto done = leaveOutRemoved(library, result); !done)
        return failure(done.error());
    QSet<CodeId> used;
    for (const Pressure &pressure : std::as_const(result.contents.pressures))
        used << pressure.codeId;
    for (const Coding &coding : std::as_const(result.contents.codings))
        used << coding.codeId;
    const auto codes = library.reviews().codes();
    if (!codes)
        return failure(codes.error());
    for (const Code &code : *codes) {
        if (used.contains(code.id))
            result.codes << code;
    }
    return result;
}

Result<void> storeExchange(Store::Library &library, ExchangeReview review)
{
    if (library.reviews().load(review.contents.review.id)) {
        Error error;
        error.code = ErrorCode::Conflict;
        error.place = review.contents.review.id.toString();
        error.what = tr("this review is in the library already");
        error.hint = tr("delete it first, or import into another library");
        return failure(std::move(error));
    }
    return library.inTransaction([&]() -> Result<void> {
        ChangeSet first;
        for (const Code &code : std::as_const(review.codes))
            first.insert(code);
        first.insert(review.contents.review);
        for (const Person &person : std::as_const(review.contents.people))
            first.insert(person);
        for (const Lane &lane : std::as_const(review.contents.lanes))
            first.insert(lane);
        if (auto done = library.edits().apply(first); !done)
            return failure(done.error());
        if (auto done = storeSources(library, review); !done)
            return done;
        ChangeSet rest;
        for (const Event &event : std::as_const(review.events)) {
            if (!event.isImported())
                rest.insert(event);
        }
        forEachList(review.contents, [&](const char16_t *, const auto &list) {
            using T = typename std::decay_t<decltype(list)>::value_type;
            if constexpr (
                !std::is_same_v<
                    T,
                    Person> && !std::is_same_v<T, Lane> && !std::is_same_v<T, EvidenceSource> && !std::is_same_v<T, Series>) {
                for (const T &record : list)
                    rest.insert(record);
            }
        });
        if (auto done = library.edits().apply(rest); !done)
            return failure(done.error());
        return restoreDate(library, review.contents.review);
    });
}

Result<QList<ReviewId>> importExchangeFile(Store::Library &library, const QString &path)
{
    const auto at = [&path](Error error, const QString &place) {
        error.file = path;
        error.place = place + error.place;
        return failure(std::move(error));
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error{ ErrorCode::NotFound,
                              tr("the file cannot be read: %1").arg(file.errorString()),
                              {},
                              path,
                              {},
                              {} });
    const QByteArray bytes = file.readAll();
    QJsonParseError whole;
    QList<std::pair<QString, QJsonObject>> objects;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &whole);
    if (whole.error == QJsonParseError::NoError) {
        objects << std::pair{ QString(), document.object() };
    } else {
        int line = 0;
        for (const QByteArray &text : bytes.split('\n')) {
            ++line;
            if (text.trimmed().isEmpty())
                continue;
            QJsonParseError parse;
            const QJsonDocument one = QJsonDocument::fromJson(text, &parse);
            if (parse.error != QJsonParseError::NoError)
                return at(Error{ ErrorCode::BadInput, parse.errorString(), {}, {}, {}, {} },
                          u"line %1"_s.arg(line));
            objects << std::pair{ u"line %1"_s.arg(line), one.object() };
        }
    }
    if (objects.isEmpty())
        return at(Error{ ErrorCode::BadInput, tr("the file is empty"), {}, {}, {}, {} }, {});
    QList<ReviewId> ids;
    const auto done = library.inTransaction([&]() -> Result<void> {
        for (const auto &[place, object] : std::as_const(objects)) {
            const auto codes = library.reviews().codes();
            if (!codes)
                return failure(codes.error());
            auto review = readExchange(object, *codes);
            if (!review)
                return at(review.error(), place);
            ids << review->contents.review.id;
            if (auto stored = storeExchange(library, std::move(*review)); !stored)
                return at(stored.error(), place);
        }
        return {};
    });
    if (!done)
        return failure(done.error());
    return ids;
}

} // namespace SecondStory::Services
