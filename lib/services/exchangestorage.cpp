// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/exchangestorage.h"

#include "services/exchangelists.h"
#include "store/editrepository.h"
#include "store/eventrepository.h"
#include "store/library.h"
#include "store/reviewrepository.h"
#include "store/sourcewriter.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Exchange", text);
}

/// What evidence refers to is stored before it, and evidence by its own way; the rest comes after.
template <class T>
constexpr bool kStandsBeforeSources =
    std::is_same_v<
        T,
        Person> || std::is_same_v<T, LaneGroup> || std::is_same_v<T, Lane> || std::is_same_v<T, EvidenceSource> || std::is_same_v<T, Series>;

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
        for (const LaneGroup &group : std::as_const(review.contents.laneGroups))
            first.insert(group);
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
            if constexpr (!kStandsBeforeSources<T>) {
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
