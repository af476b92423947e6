// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/evidencewords.h"

#include "domain/labels.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("EvidenceWords", text, nullptr, count);
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

bool isDirectionMark(char16_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e
        || c == 0x200f || c == 0x061c;
}

bool isHidden(char16_t c)
{
    return (c >= 0x80 && c < 0xa0) || isDirectionMark(c) || (c >= 0x200b && c <= 0x200d)
        || c == 0x2028 || c == 0x2029 || c == 0xfeff || c == 0xad;
}

} // namespace

QString formatName(const QString &importerId)
{
    static const Importing::ImporterRegistry registry;
    const auto *importer = registry.find(importerId);
    return importer ? importer->displayName() : importerId;
}

QString likelihoodText(Importing::Likelihood likelihood)
{
    if (likelihood >= 90)
        return tr("certainly");
    if (likelihood >= 70)
        return tr("very likely");
    return likelihood >= 40 ? tr("likely") : tr("perhaps");
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString precisionText(const RecordedTime &time)
{
    if (!time.isDated())
        return {};
    if (time.approximate)
        return tr("about");
    switch (time.precision) {
    case TimePrecision::Day:
        return tr("to the day");
    case TimePrecision::Hour:
        return tr("to the hour");
    case TimePrecision::Minute:
        return tr("to the minute");
    case TimePrecision::Second:
        return tr("to the second");
    case TimePrecision::Millisecond:
    case TimePrecision::Microsecond:
        break;
    }
    return tr("finer than a second");
}

QString timeText(const RecordedTime &time, const ZoneClock &clock)
{
    if (!time.start)
        return tr("undated");
    if (time.precision == TimePrecision::Day && !time.end)
        return clock.isoDate(*time.start);
    const QString start = clock.isoText(*time.start);
    if (!time.end)
        return start;
    const bool isSameDay = clock.isoDate(*time.start) == clock.isoDate(*time.end);
    return QString(start + u" – "_s
                   + (isSameDay ? clock.clockText(*time.end) : clock.isoText(*time.end)));
}

QList<std::pair<QString, QString>> timeFacts(const RecordedTime &time, const ZoneClock &clock)
{
    QList<std::pair<QString, QString>> facts{ { tr("Recorded"), timeText(time, clock) } };
    if (!time.text.isEmpty())
        facts << std::pair(tr("Written"), visibleText(time.text));
    if (time.zone.isEmpty())
        facts << std::pair(tr("Known by"), wordFor(time.basis));
    else
        facts << std::pair(tr("Zone"),
                           QString(visibleText(time.zone) + u", "_s + wordFor(time.basis)));
    if (time.isDated())
        facts << std::pair(tr("Precision"), precisionText(time));
    return facts;
}

QString daysText(const EvidenceSource &source, const ZoneClock &clock)
{
    if (!source.first || !source.last)
        return tr("no dated events");
    const QString first = clock.isoDate(*source.first);
    const QString last = clock.isoDate(*source.last);
    return first == last ? first : QString(first + u" – "_s + last);
}

QString countsText(const EvidenceSource &source)
{
    return tr("%1 read = %2 imported + %3 skipped + %4 there already")
        .arg(number(source.read), number(source.imported), number(source.skipped),
             number(source.duplicates));
}

QString reportText(const EvidenceSource &source, const ZoneClock &clock)
{
    QStringList lines;
    lines << tr("Import of %1").arg(visibleText(source.fileName)) << countsText(source)
          << tr("Format: %1, version %2")
                 .arg(formatName(source.importerId))
                 .arg(source.importerVersion)
          << tr("Size: %1 bytes").arg(source.size)
          << tr("SHA-256: %1").arg(QString::fromLatin1(source.sha256.toHex()))
          << tr("Imported: %1 (%2)").arg(clock.isoText(source.importedAt), clock.zoneId())
          << tr("Times: %1").arg(wordFor(source.basis));
    if (!source.importedBy.isEmpty())
        lines << tr("Imported by: %1").arg(visibleText(source.importedBy));
    if (!source.contentSha256.isEmpty())
        lines << tr("SHA-256 of what was packed in it: %1")
                     .arg(QString::fromLatin1(source.contentSha256.toHex()));
    if (!source.zone.isEmpty())
        lines << tr("Zone used: %1").arg(source.zone);
    if (!source.assumedDate.isEmpty())
        lines << tr("Date given: %1").arg(source.assumedDate);
    if (!source.assumedStart.isEmpty())
        lines << tr("Start given: %1").arg(source.assumedStart);
    lines << tr("Events: %1").arg(daysText(source, clock)) << tr("Undated: %1").arg(source.undated);
    for (const ImportProblem &problem : source.problems)
        lines << QString(visibleText(problem.place) + u": "_s + visibleText(problem.what));
    const qint64 more = source.problemCount - source.problems.size();
    if (more > 0)
        lines << tr("and %n more", static_cast<int>(more));
    return lines.join(u'\n') + u'\n';
}

QString visibleText(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        if (code == u'\n' || code == u'\t')
            shown += c;
        else if (code < 0x20)
            shown += QChar(0x2400 + code);
        else if (code == 0x7f)
            shown += QChar(0x2421);
        else if (isHidden(code))
            shown += u"⟦U+%1⟧"_s.arg(static_cast<uint>(code), 4, 16, QLatin1Char('0')).toUpper();
        else
            shown += c;
    }
    return shown;
}

} // namespace SecondStory::Ui
