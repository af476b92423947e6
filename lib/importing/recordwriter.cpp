// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/recordwriter.h"

#include "importing/importerrors.h"
#include "importing/limits.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qint64 kCheckEvery = 500;

} // namespace

RecordWriter::RecordWriter(ImportSink &sink, QString fileName)
    : m_sink(sink)
    , m_fileName(std::move(fileName))
{
}

Result<void> RecordWriter::event(ParsedEvent event)
{
    if (const auto checked = check(); !checked)
        return checked;
    // A QString takes two bytes a character, and UTF-8 at most three: this never lets more through.
    if (event.text.size() > Limits::kFieldBytes || event.title.size() > Limits::kFieldBytes) {
        skip(event.place,
             QCoreApplication::translate("Importing", "the text is longer than 1 MiB"));
        return {};
    }
    if (event.title.size() > Limits::kTitleCharacters || event.title.isEmpty()
        || event.title.contains(u'\n')) {
        if (event.text.isEmpty())
            event.text = event.title.trimmed();
        event.title = titleFrom(event.title);
    }
    if (event.time.isDated())
        m_weakest = std::max(m_weakest.value_or(TimeBasis::Absolute), event.time.basis);
    ++m_taken;
    return m_sink.event(std::move(event));
}

Result<void> RecordWriter::series(ParsedSeries series)
{
    if (const auto checked = check(); !checked)
        return checked;
    m_weakest = std::max(m_weakest.value_or(TimeBasis::Absolute), TimeBasis::Absolute);
    ++m_taken;
    return m_sink.series(std::move(series));
}

void RecordWriter::skip(const QString &place, const QString &why)
{
    if (m_firstSkipReason.isEmpty()) {
        m_firstSkipPlace = place;
        m_firstSkipReason = why;
    }
    ++m_seen;
    m_sink.skip(place, why);
}

void RecordWriter::remark(const QString &place, const QString &what)
{
    m_sink.remark(place, what);
}

Result<void> RecordWriter::check()
{
    ++m_seen;
    if (m_seen > Limits::kRecords)
        return badInput(
            m_fileName, {},
            QCoreApplication::translate("Importing", "holds more than 5,000,000 records"),
            QCoreApplication::translate("Importing", "split the file"));
    if (m_seen % kCheckEvery == 0 && m_sink.isCancelled())
        return wasStopped();
    return {};
}

Result<ReadSummary> RecordWriter::finish(const QString &zone, const QString &what) const
{
    if (m_taken == 0) {
        if (m_firstSkipReason.isEmpty())
            return badInput(m_fileName, {}, what);
        return badInput(m_fileName, m_firstSkipPlace, what + u": "_s + m_firstSkipReason);
    }
    ReadSummary summary;
    summary.zone = zone;
    summary.basis = m_weakest.value_or(TimeBasis::None);
    return summary;
}

QString titleFrom(QStringView text)
{
    text = text.trimmed();
    const qsizetype lineEnd = text.indexOf(u'\n');
    QString title = (lineEnd < 0 ? text : text.left(lineEnd)).toString().simplified();
    title.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    if (title.isEmpty())
        return QCoreApplication::translate("Importing", "(no words)");
    if (title.size() <= Limits::kTitleCharacters)
        return title;
    qsizetype cut = title.lastIndexOf(u' ', Limits::kTitleCharacters - 2);
    if (cut < Limits::kTitleCharacters / 2)
        cut = Limits::kTitleCharacters - 1;
    if (title[cut - 1].isHighSurrogate())
        --cut;
    return title.left(cut) + u'…';
}

void setWords(ParsedEvent &event, const QString &whole)
{
    const QString trimmed = whole.trimmed();
    event.title = titleFrom(trimmed);
    event.text = trimmed == event.title ? QString() : trimmed;
}

} // namespace SecondStory::Importing
