// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/importservice.h"

#include "figures/timeline/eventmarks.h"
#include "importing/limits.h"
#include "services/evidencecolumns.h"
#include "services/importsession.h"
#include "store/eventrepository.h"
#include "store/library.h"
#include "store/reviewrepository.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

/// Larger sources are not kept whole: their events still name their places in the file.
constexpr qint64 kKeptBytes = 32LL * 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Import", text);
}

Error inFile(Error error, const QString &path)
{
    if (error.file.isEmpty() && error.code != ErrorCode::Storage)
        error.file = path;
    return error;
}

/// Takes the first events of a file and then asks the importer to stop.
class PreviewSink final : public Importing::ImportSink {
public:
    PreviewSink(ImportPreview &preview, int count)
        : m_preview(preview)
        , m_count(count)
    {
    }
    Result<void> event(Importing::ParsedEvent event) override
    {
        m_preview.events << std::move(event);
        if (m_preview.events.size() >= m_count)
            return failure(ErrorCode::Cancelled, u"enough"_s);
        return {};
    }
    Result<void> series(Importing::ParsedSeries) override { return {}; }
    void skip(const QString &place, const QString &why) override { note(place, why); }
    void remark(const QString &place, const QString &what) override { note(place, what); }
    void advance(qint64) override { }
    bool isCancelled() const override { return m_preview.events.size() >= m_count; }

private:
    void note(const QString &place, const QString &what)
    {
        if (m_preview.problems.size() < m_count)
            m_preview.problems << ImportProblem{ place, what };
    }

    ImportPreview &m_preview;
    int m_count;
};

QString needWords(Importing::Needs needs)
{
    QStringList words;
    if (needs.testFlag(Importing::Need::Zone))
        words << tr("its time zone (--zone)");
    if (needs.testFlag(Importing::Need::Date))
        words << tr("its date (--date)");
    if (needs.testFlag(Importing::Need::Start))
        words << tr("when it started (--start)");
    if (needs.testFlag(Importing::Need::Mapping))
        words << tr("which column holds what (--mapping)");
    return words.join(tr(", "));
}

/// Keeps the source's own bytes, piece after piece, so that it can be stopped.
Result<void> keepBytes(Importing::EvidenceInput &input, Store::SourceWriter &writer,
                       ImportSession &session)
{
    constexpr qint64 kPieceBytes = 1024 * 1024;
    auto stream = input.stream();
    if (!stream)
        return failure(stream.error());
    while (!(*stream)->atEnd()) {
        if (!session.goOn())
            return failure(ErrorCode::Cancelled,
                           tr("the import was cancelled; nothing of the file was kept"));
        if (auto done = writer.keepBytes((*stream)->read(kPieceBytes)); !done)
            return done;
    }
    return {};
}

struct FileState {
    qint64 size = 0;
    QDateTime modified;
    bool operator==(const FileState &) const = default;
    static FileState of(const QString &path)
    {
        const QFileInfo info(path);
        return { info.size(), info.lastModified() };
    }
};

Result<const Importing::Importer *> choose(const Importing::ImporterRegistry &registry,
                                           const ImportRequest &request,
                                           const Importing::EvidenceInput &input)
{
    if (!request.importerId.isEmpty()) {
        if (const Importing::Importer *importer = registry.find(request.importerId))
            return importer;
        return failure(ErrorCode::Usage, tr("there is no format \"%1\"").arg(request.importerId),
                       tr("see `secondstory-cli formats`"));
    }
    const auto candidates = registry.detect(input);
    if (!candidates.empty())
        return candidates.front().importer;
    Error error;
    error.code = ErrorCode::BadInput;
    error.file = request.path;
    error.what = tr("none of %1 formats fits this file").arg(registry.all().size());
    error.hint = tr("if you know its format, name it; `secondstory-cli formats` lists them");
    return failure(std::move(error));
}

} // namespace

QString laneNameOf(const Importing::ParsedEvent &event, LaneRule rule, const QString &sourceLane)
{
    switch (rule) {
    case LaneRule::Source:
        return sourceLane;
    case LaneRule::Person:
        return event.actors.isEmpty() ? sourceLane : event.actors.constFirst().name;
    case LaneRule::Kind:
        return Figures::eventKindLabel(event.kind);
    case LaneRule::Suggested:
        break;
    }
    return event.lane.isEmpty() ? sourceLane : event.lane;
}

QString ownLaneName(const QString &fileName)
{
    const QFileInfo file(fileName);
    return file.completeBaseName().isEmpty() ? file.fileName() : file.completeBaseName();
}

Result<std::shared_ptr<Importing::EvidenceInput>> ImportInputs::open(const ImportRequest &request)
{
    const QDateTime modified = QFileInfo(request.path).lastModified();
    std::shared_ptr<Importing::EvidenceInput> whole =
        !request.entry.isEmpty() && request.path == m_path && modified == m_modified ? m_bundle
                                                                                     : nullptr;
    if (!whole) {
        auto opened = Importing::EvidenceInput::open(request.path);
        if (!opened)
            return failure(inFile(opened.error(), request.path));
        whole = std::move(*opened);
    }
    if (request.entry.isEmpty())
        return whole;
    m_path = request.path;
    m_modified = modified;
    m_bundle = whole;
    auto part = whole->part(request.entry);
    if (!part)
        return failure(inFile(part.error(), request.path));
    return std::shared_ptr<Importing::EvidenceInput>(std::move(*part));
}

ImportService::ImportService(Store::Library &library, const Importing::ImporterRegistry &registry)
    : m_library(library)
    , m_registry(registry)
{
}

Result<ImportOutcome> ImportService::run(const ImportRequest &request,
                                         const ProgressCallback &progress)
{
    const FileState before = FileState::of(request.path);
    auto input = m_inputs.open(request);
    if (!input)
        return failure(input.error());
    const auto importer = choose(m_registry, request, **input);
    if (!importer)
        return failure(importer.error());
    const auto contents = m_library.reviews().load(request.review);
    if (!contents)
        return failure(contents.error());
    const auto stillWanted = [&] { return !progress || progress({ 0, (*input)->size(), 0 }); };
    const auto digest = (*input)->sha256(stillWanted);
    if (!digest)
        return failure(inFile(digest.error(), request.path));
    const auto fileDigest = (*input)->isPacked() ? (*input)->fileSha256(stillWanted) : digest;
    if (!fileDigest)
        return failure(inFile(fileDigest.error(), request.path));
    const auto twin = m_library.sources().findByDigest(request.review, *digest);
    if (!twin)
        return failure(twin.error());
    if (const auto *there = findRecord<EvidenceSource>(*contents, *twin)) {
        ImportOutcome outcome{ *there, true };
        outcome.source.duplicates += outcome.source.imported;
        outcome.source.imported = 0;
        return outcome;
    }
    Importing::ImportOptions options = request.options;
    if (options.fallbackZone.isEmpty())
        options.fallbackZone = contents->review.zone;
    if (const auto missing = (*importer)->missing(**input, options)) {
        Error error;
        error.code = ErrorCode::BadInput;
        error.file = request.path;
        error.what = tr("the file does not say %1").arg(needWords(missing));
        error.hint = tr("give it and import again");
        return failure(std::move(error));
    }
    auto knownKeys = m_library.events().naturalKeys(request.review, (*importer)->id());
    if (!knownKeys)
        return failure(knownKeys.error());

    EvidenceSource source;
    source.id = SourceId::create();
    source.version = 1;
    source.reviewId = request.review;
    source.fileName = request.entry.isEmpty()
        ? (*input)->name()
        : QString(QFileInfo(request.path).fileName() + u'/' + request.entry);
    source.sha256 = *fileDigest;
    if (*fileDigest != *digest)
        source.contentSha256 = *digest;
    source.size = (*input)->isPacked() ? before.size : (*input)->size();
    source.importerId = (*importer)->id();
    source.importerVersion = (*importer)->version();
    source.importedAt = TimePoint::now();
    source.importedBy = request.by.simplified();
    if (options.date)
        source.assumedDate = toRfc3339(fromUtc(*options.date)).left(10);
    if (options.start)
        source.assumedStart = toRfc3339(*options.start);

    source.ownLane = request.lane.isEmpty() ? ownLaneName((*input)->name()) : request.lane;

    const auto channels = m_library.events().lanesOfChannels(request.review);
    if (!channels)
        return failure(channels.error());
    auto writer = m_library.sources().beginImport(request.review, source.id);
    if (!writer)
        return failure(writer.error());
    ImportSession session(*contents, source, source.ownLane, request.laneRule,
                          std::move(*knownKeys), **writer, progress, (*input)->size());
    if (request.laneRule == LaneRule::Suggested)
        session.setLanesOfChannels(*channels);
    const auto summary = (*importer)->read(**input, options, session);
    if (!summary)
        return failure(inFile(summary.error(), request.path));
    if (FileState::of(request.path) != before) {
        Error error;
        error.code = ErrorCode::BadInput;
        error.file = request.path;
        error.what = tr("the file changed while it was read; nothing was imported");
        error.hint = tr("import it again once it is complete");
        return failure(std::move(error));
    }
    session.source().zone = summary->zone;
    session.source().basis = summary->basis;
    if (!(*input)->isBundle() && (*input)->size() <= kKeptBytes) {
        if (auto done = keepBytes(**input, **writer, session); !done)
            return failure(inFile(done.error(), request.path));
    }
    const auto goOn = [&session] { return session.goOn(); };
    if (auto done = (*writer)->finish(session.source(), goOn); !done)
        return failure(done.error());
    return ImportOutcome{ session.source(), false };
}

Result<ImportPreview> ImportService::preview(const ImportRequest &request, int count)
{
    ImportRequest asked = request;
    if (asked.options.fallbackZone.isEmpty()) {
        if (const auto contents = m_library.reviews().load(request.review))
            asked.options.fallbackZone = contents->review.zone;
    }
    return previewImport(m_registry, m_inputs, asked, count);
}

Result<ImportPreview> previewImport(const Importing::ImporterRegistry &registry,
                                    ImportInputs &inputs, const ImportRequest &request, int count)
{
    auto input = inputs.open(request);
    if (!input)
        return failure(input.error());
    ImportPreview preview;
    preview.size = (*input)->size();
    preview.isBundle = (*input)->isBundle();
    preview.entries = static_cast<int>((*input)->entries().size());
    for (const auto &candidate : registry.detect(**input))
        preview.candidates << std::pair{ candidate.importer->id(), candidate.likelihood };
    const auto importer = choose(registry, request, **input);
    if (!importer) {
        preview.problem = importer.error().what;
        return preview;
    }
    preview.columns = evidenceColumns(**input, (*importer)->id());
    preview.missing = (*importer)->missing(**input, request.options);
    if (preview.missing)
        return preview;
    PreviewSink sink(preview, count);
    const auto read = (*importer)->read(**input, request.options, sink);
    if (!read && read.error().code != ErrorCode::Cancelled)
        preview.problem = read.error().toString();
    return preview;
}

} // namespace SecondStory::Services
