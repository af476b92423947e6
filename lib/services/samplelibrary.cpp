// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/samplelibrary.h"

#include "services/exchangestorage.h"
#include "services/importservice.h"
#include "store/codebookseed.h"
#include "store/editrepository.h"
#include "store/eventrepository.h"
#include "store/library.h"
#include "store/reviewrepository.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

Result<QJsonObject> readObject(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error{ ErrorCode::NotFound, file.errorString(), {}, path, {}, {} });
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &parse);
    if (parse.error != QJsonParseError::NoError)
        return failure(Error{ ErrorCode::BadInput,
                              parse.errorString(),
                              {},
                              path,
                              u"byte %1"_s.arg(parse.offset),
                              {} });
    return document.object();
}

Result<ImportRequest> requestFrom(const QJsonObject &entry, const QString &folder, ReviewId review)
{
    ImportRequest request;
    request.path = folder + u'/' + entry[u"file"].toString();
    request.review = review;
    request.importerId = entry[u"format"].toString();
    request.lane = entry[u"lane"].toString();
    request.options.zone = entry[u"zone"].toString();
    request.options.start = fromRfc3339(entry[u"start"].toString());
    if (const auto date = fromRfc3339(QString(entry[u"date"].toString() + u"T00:00:00Z")))
        request.options.date = toUtc(*date);
    if (entry.contains(u"mapping")) {
        auto mapping =
            Importing::mappingFromJson(QJsonDocument(entry[u"mapping"].toObject()).toJson());
        if (!mapping)
            return failure(mapping.error());
        request.options.mapping = std::move(*mapping);
    }
    return request;
}

/// Looks an imported event up by its source, its exact time and words of its text.
EventFinder finderFor(const QList<Event> &events, const QList<EvidenceSource> &sources)
{
    QHash<QString, SourceId> byName;
    for (const EvidenceSource &source : sources)
        byName.insert(source.fileName, source.id);
    return [events, byName](const EventPointer &pointer) {
        for (const Event &event : events) {
            if (event.sourceId == byName.value(pointer.source) && event.recorded.start == pointer.at
                && (event.title.contains(pointer.contains, Qt::CaseInsensitive)
                    || event.text.contains(pointer.contains, Qt::CaseInsensitive)))
                return event.id;
        }
        return EventId{};
    };
}

/// Review head and cast come first, so that importers find the people by their handles.
Result<ExchangeReview> storeHead(Store::Library &library, const QJsonObject &object)
{
    const QJsonObject head{ { u"format"_s, object[u"format"] },
                            { u"review"_s, object[u"review"] },
                            { u"codebook"_s, object[u"codebook"] },
                            { u"people"_s, object[u"people"] } };
    const auto codes = library.reviews().codes();
    if (!codes)
        return failure(codes.error());
    auto review = readExchange(head, *codes);
    if (!review)
        return review;
    if (auto done = storeExchange(library, *review); !done)
        return failure(done.error());
    return review;
}

/// Stores what a hand-written review says, around the evidence that was imported before.
Result<void> storeAround(Store::Library &library, const QJsonObject &object,
                         const ExchangeReview &head)
{
    const ReviewId id = head.contents.review.id;
    const auto imported = loadForExchange(library, id);
    if (!imported)
        return failure(imported.error());
    const auto codes = library.reviews().codes();
    if (!codes)
        return failure(codes.error());
    const ExchangeNames names{ finderFor(imported->events, imported->contents.sources),
                               head.names };
    auto review = readExchange(object, *codes, names);
    if (!review)
        return failure(review.error());
    ReviewContents &contents = review->contents;
    ChangeSet set;
    const auto take = [&](auto &list) {
        for (auto &record : list) {
            record.reviewId = id;
            set.insert(record);
        }
    };
    take(review->events);
    take(contents.sections);
    take(contents.moments);
    take(contents.accounts);
    take(contents.contradictions);
    take(contents.activities);
    take(contents.claims);
    take(contents.factors);
    take(contents.influences);
    take(contents.pressures);
    take(contents.codings);
    take(contents.evidenceLinks);
    take(contents.questions);
    take(contents.learnings);
    take(contents.actions);
    take(contents.marks);
    take(contents.knownTo);
    take(contents.statedDurations);
    take(contents.savedViews);
    const auto applied = library.edits().apply(set);
    if (!applied)
        return failure(applied.error());
    return {};
}

Result<void> buildReview(Store::Library &library, const QString &folder)
{
    const auto manifest = readObject(folder + u"/manifest.json"_s);
    if (!manifest)
        return failure(manifest.error());
    const auto object = readObject(folder + u'/' + (*manifest)[u"review"].toString());
    if (!object)
        return failure(object.error());
    const auto head = storeHead(library, *object);
    if (!head)
        return failure(head.error());
    const Importing::ImporterRegistry registry;
    ImportService service(library, registry);
    const QJsonArray evidence = (*manifest)[u"evidence"].toArray();
    for (const QJsonValue &entry : evidence) {
        const auto request = requestFrom(entry.toObject(), folder, head->contents.review.id);
        if (!request)
            return failure(request.error());
        if (auto outcome = service.run(*request); !outcome)
            return failure(outcome.error());
    }
    return storeAround(library, *object, *head);
}

} // namespace

Result<void> buildSampleLibrary(const QString &path, const std::function<bool(int)> &progress)
{
    auto library = Store::Library::create(path);
    if (!library)
        return failure(library.error());
    const auto tell = [&progress](int percent) -> Result<void> {
        if (progress && !progress(percent))
            return failure(ErrorCode::Cancelled, u"cancelled"_s);
        return {};
    };
    const auto done = (*library)->inTransaction([&]() -> Result<void> {
        if (auto go = tell(10); !go)
            return go;
        if (auto many = importExchangeFile(**library, u":/samples/library.jsonl"_s); !many)
            return failure(many.error());
        if (auto go = tell(50); !go)
            return go;
        if (auto one = buildReview(**library, u":/samples/checkout"_s); !one)
            return one;
        return tell(100);
    });
    library->reset();
    if (!done) {
        for (const QString &ending : { u""_s, u"-wal"_s, u"-shm"_s })
            QFile::remove(path + ending);
    }
    return done;
}

} // namespace SecondStory::Services
