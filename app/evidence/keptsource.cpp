// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/keptsource.h"

#include "domain/zoneclock.h"
#include "evidence/evidencewords.h"
#include "importing/textdecoding.h"
#include "store/eventrepository.h"
#include "store/library.h"
#include "store/sourcewriter.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// Wrapped, so that all of it can be read; beyond this the end is told in words.
constexpr qsizetype kLineShown = 60'000;
constexpr int kRecordsShown = 20'000;
/// Beyond this, reading every event to know its line would take longer than it helps.
constexpr qint64 kEventsPlaced = 200'000;
/// How many records before and after one are shown with it, or placed in their lines.
constexpr qint64 kRecordsAround = 40;
constexpr qint64 kPlacedAround = 2'000;

QString shownLine(QStringView line)
{
    if (line.size() <= kLineShown)
        return visibleText(line.toString());
    const auto more = static_cast<int>(line.size() - kLineShown);
    const QString tail =
        QCoreApplication::translate("KeptSource", " … and %n more character(s)", nullptr, more);
    return QString(visibleText(line.left(kLineShown).toString()) + tail);
}

QString decoded(const QByteArray &bytes)
{
    const Importing::TextStart start = Importing::textStart(bytes);
    const QByteArrayView body = QByteArrayView(bytes).sliced(start.markLength);
    if (start.encoding == Importing::TextEncoding::Utf8)
        return Importing::decodeUtf8(body).text;
    QStringDecoder decoder(start.encoding == Importing::TextEncoding::Utf16LittleEndian
                               ? QStringDecoder::Utf16LE
                               : QStringDecoder::Utf16BE);
    return decoder.decode(body);
}

/// Line ends as importers count them: CRLF, LF and CR.
QStringList linesOf(const QByteArray &bytes)
{
    QString text = decoded(bytes);
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    QStringList lines;
    for (const QStringView line : QStringView(text).split(u'\n'))
        lines << shownLine(line);
    if (lines.size() > 1 && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

void addRecord(KeptSource &kept, const Event &event, const QString &zone)
{
    const int line = static_cast<int>(kept.lines.size()) + 1;
    kept.recordLines.insert(event.id, line);
    kept.events.insert(line, event.id);
    kept.lines << recordLines(event, zone) << QString();
}

/// The events of a source stored up to `reach` places before and after one: in the order in which
/// they were read.
Result<QList<Event>> storedAround(Store::Library &library, SourceId source, qint64 seq,
                                  qint64 reach)
{
    QList<qint64> seqs;
    for (qint64 near = std::max<qint64>(1, seq - reach); near <= seq + reach; ++near)
        seqs << near;
    auto found = library.events().bySeq(seqs);
    if (found)
        found->removeIf([&](const Event &event) { return event.sourceId != source; });
    return found;
}

void place(QMap<int, EventId> &events, const Event &event)
{
    if (const int line = lineOfPlace(event.place); line > 0 && !events.contains(line))
        events.insert(line, event.id);
}

} // namespace

QStringList recordLines(const Event &event, const QString &zone)
{
    const ZoneClock clock(zone);
    QStringList lines;
    QString head = event.place.isEmpty() ? QString() : QString(visibleText(event.place) + u"  "_s);
    head += timeText(event.recorded, clock);
    if (!event.recorded.text.isEmpty())
        head += u"  “"_s + visibleText(event.recorded.text) + u'”';
    lines << head;
    const QString words = event.text.isEmpty() ? event.title : event.text;
    for (const QStringView line : QStringView(words).split(u'\n'))
        lines << QString(u"    "_s + shownLine(line));
    return lines;
}

int lineOfPlace(const QString &place)
{
    // "line 88", "line 120, /alerts/3", "logs/app.log line 14"; an entry's own name comes before.
    static const QRegularExpression pattern(u"(?:^|[\\s,])line (\\d+)(?=$|[\\s,.;:])"_s);
    return pattern.match(place).captured(1).toInt();
}

KeptSource readKeptSource(const QString &libraryPath, const EvidenceSource &source,
                          const QString &zone)
{
    KeptSource kept;
    kept.id = source.id;
    const auto library = Store::Library::open(libraryPath);
    if (!library) {
        kept.error = library.error().toString();
        return kept;
    }
    const auto bytes = (*library)->sources().bytes(source.id);
    if (!bytes) {
        kept.error = bytes.error().toString();
        return kept;
    }
    Store::EventQuery query;
    query.review = source.reviewId;
    query.source = source.id;
    query.withRemovedSources = true;
    if (!bytes->isEmpty()) {
        kept.lines = linesOf(*bytes);
        if (source.imported > kEventsPlaced)
            return kept;
        const auto placed = (*library)->events().visit(query, [&kept](const Event &event) {
            place(kept.events, event);
            return true;
        });
        if (!placed)
            kept.error = placed.error().toString();
        return kept;
    }
    kept.isRecords = true;
    const auto done = (*library)->events().visit(query, [&](const Event &event) {
        kept.isCut = kept.recordLines.size() >= kRecordsShown;
        if (kept.isCut)
            return false;
        addRecord(kept, event, zone);
        return true;
    });
    if (!done)
        kept.error = done.error().toString();
    return kept;
}

KeptSource readKeptText(const QString &libraryPath, SourceId source)
{
    KeptSource kept;
    kept.id = source;
    const auto library = Store::Library::open(libraryPath);
    if (!library) {
        kept.error = library.error().toString();
        return kept;
    }
    const auto bytes = (*library)->sources().bytes(source);
    if (!bytes)
        kept.error = bytes.error().toString();
    else if (!bytes->isEmpty())
        kept.lines = linesOf(*bytes);
    return kept;
}

KeptSource readRecordsAround(const QString &libraryPath, SourceId source, qint64 seq,
                             const QString &zone)
{
    KeptSource kept;
    kept.id = source;
    kept.isRecords = true;
    kept.isAround = true;
    const auto library = Store::Library::open(libraryPath);
    if (!library) {
        kept.error = library.error().toString();
        return kept;
    }
    const auto records = storedAround(**library, source, seq, kRecordsAround);
    if (!records)
        kept.error = records.error().toString();
    for (const Event &event : records.value_or(QList<Event>()))
        addRecord(kept, event, zone);
    return kept;
}

PlacedEvents readPlacedEvents(const QString &libraryPath, const EvidenceSource &source, qint64 seq)
{
    PlacedEvents placed;
    placed.id = source.id;
    const auto library = Store::Library::open(libraryPath);
    if (!library)
        return placed;
    if (source.imported > kEventsPlaced) {
        const auto near = storedAround(**library, source.id, seq, kPlacedAround);
        for (const Event &event : near.value_or(QList<Event>()))
            place(placed.events, event);
        return placed;
    }
    Store::EventQuery query;
    query.review = source.reviewId;
    query.source = source.id;
    query.withRemovedSources = true;
    const auto done = (*library)->events().visit(query, [&placed](const Event &event) {
        place(placed.events, event);
        return true;
    });
    placed.isAll = done.has_value();
    return placed;
}

} // namespace SecondStory::Ui
