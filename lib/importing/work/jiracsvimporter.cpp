// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/work/jiracsvimporter.h"

#include "importing/csvreader.h"
#include "importing/importerrors.h"
#include "importing/recordmapper.h"
#include "importing/recordtext.h"
#include "importing/textlines.h"
#include "importing/work/jiradate.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kAdvanceEvery = 200;
constexpr int kProbedRows = 50;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// Where the columns stand; -1: not there. Comments have a column each.
struct Columns {
    int key = -1;
    int summary = -1;
    int description = -1;
    int created = -1;
    int resolved = -1;
    int resolution = -1;
    int status = -1;
    int type = -1;
    int priority = -1;
    int project = -1;
    int reporter = -1;
    int creator = -1;
    QList<int> comments;
};

Columns columnsOf(const QStringList &header)
{
    Columns columns;
    const std::pair<QString, int *> names[]{
        { u"issue key"_s, &columns.key },           { u"summary"_s, &columns.summary },
        { u"description"_s, &columns.description }, { u"created"_s, &columns.created },
        { u"resolved"_s, &columns.resolved },       { u"resolution"_s, &columns.resolution },
        { u"status"_s, &columns.status },           { u"issue type"_s, &columns.type },
        { u"priority"_s, &columns.priority },       { u"project key"_s, &columns.project },
        { u"reporter"_s, &columns.reporter },       { u"creator"_s, &columns.creator },
    };
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QString name = header[i].trimmed().toLower();
        if (name == u"comment"_s || name == u"comments"_s)
            columns.comments.append(static_cast<int>(i));
        for (const auto &[known, column] : names) {
            if (name == known && *column < 0)
                *column = static_cast<int>(i);
        }
    }
    return columns;
}

bool isJiraHeader(const QStringList &header)
{
    const Columns columns = columnsOf(header);
    return columns.key >= 0 && (columns.summary >= 0 || columns.created >= 0);
}

/// Reads one file; knows where its columns stand.
class JiraCsvRun {
public:
    JiraCsvRun(LineReader &lines, QChar delimiter, const ImportOptions &options,
               RecordWriter &writer)
        : m_lines(lines)
        , m_csv(lines, delimiter)
        , m_writer(writer)
        , m_times(options)
    {
    }

    Result<ReadSummary> run()
    {
        const auto header = m_csv.next();
        if (!header)
            return tl::make_unexpected(header.error());
        if (!*header || !isJiraHeader(m_csv.fields()))
            return badInput(m_writer.fileName(), linePlace(1),
                            translated("has no column “Issue key” with “Summary” or “Created”"));
        m_columns = columnsOf(m_csv.fields());
        for (qint64 count = 1;; ++count) {
            const auto more = m_csv.next();
            if (!more)
                return tl::make_unexpected(more.error());
            if (!*more)
                break;
            if (count % kAdvanceEvery == 0)
                m_writer.advance(m_lines.bytesRead());
            if (const auto taken = takeRow(); !taken)
                return tl::make_unexpected(taken.error());
        }
        m_writer.advance(m_lines.bytesRead());
        return m_writer.finish(m_times.usedZone(), translated("no issue could be read"));
    }

private:
    [[nodiscard]] QString field(int column) const
    {
        return column < 0 ? QString() : m_csv.fields().value(column).trimmed();
    }

    Result<void> takeRow()
    {
        m_place = linePlace(m_csv.line());
        m_key = field(m_columns.key);
        if (m_csv.isOversized()) {
            m_writer.skip(m_place, translated("a field is longer than 1 MiB"));
            return {};
        }
        if (m_key.isEmpty()) {
            m_writer.skip(m_place, translated("has no issue key"));
            return {};
        }
        if (m_csv.isRepaired())
            m_writer.remark(m_place, translated("bytes that are not UTF-8 were replaced"));
        if (auto taken = takeCreation(); !taken)
            return taken;
        for (const int column : std::as_const(m_columns.comments)) {
            if (auto taken = takeComment(column); !taken)
                return taken;
        }
        return takeResolution();
    }

    ParsedEvent eventAt(const QString &tail)
    {
        ParsedEvent event;
        event.place = tail.isEmpty() ? m_place : QString(m_place + u", "_s + tail);
        const QString project = field(m_columns.project);
        event.lane = project.isEmpty() ? m_key.left(m_key.lastIndexOf(u'-')) : project;
        return event;
    }

    RecordedTime timeOf(const QString &text, const QString &place)
    {
        if (isNoTime(text))
            return {};
        const auto date = readJiraDate(text);
        if (!date) {
            m_writer.remark(place,
                            translated("“%1” is not a date that Jira prints in English; the event "
                                       "is undated")
                                .arg(text.left(60)));
            return TimeResolver::undated(text.left(60));
        }
        if (date->isOddMeridiem)
            m_writer.remark(
                place,
                translated("am or pm makes no sense in “%1” and was left out").arg(text.left(60)));
        const RecordedTime time = date->stated
            ? m_times.resolve(*date->stated, text, place, m_writer)
            : m_times.resolveWall(date->civil, date->precision, text, place, m_writer);
        if (!time.isDated())
            m_writer.remark(place,
                            translated("“%1” states no time zone and none was chosen; the event "
                                       "is undated")
                                .arg(text.left(60)));
        return time;
    }

    Result<void> takeCreation()
    {
        ParsedEvent event = eventAt({});
        event.time = timeOf(field(m_columns.created), event.place);
        const QString summary = readableText(field(m_columns.summary));
        event.title = titleFrom(summary.isEmpty() ? m_key : QString(m_key + u": "_s + summary));
        QStringList lines;
        appendNamed(lines, u"type"_s, field(m_columns.type));
        appendNamed(lines, u"priority"_s, field(m_columns.priority));
        appendNamed(lines, u"status at export"_s, field(m_columns.status));
        event.text = paragraphs({ readableText(field(m_columns.description)), lines.join(u'\n') });
        event.kind = EventKind::Message;
        event.naturalKey = QString(m_key + u":created"_s);
        const QString creator = field(m_columns.creator);
        addActor(event, creator.isEmpty() ? field(m_columns.reporter) : creator);
        return m_writer.event(std::move(event));
    }

    /// "01/Feb/24 9:15 AM;account;words"; without that head the words stand without a time.
    Result<void> takeComment(int column)
    {
        const QString whole = field(column);
        if (whole.isEmpty())
            return {};
        ParsedEvent event = eventAt(u"column "_s + QString::number(column + 1));
        const qsizetype first = whole.indexOf(u';');
        const qsizetype second = first < 0 ? -1 : whole.indexOf(u';', first + 1);
        const bool hasHead = second > 0 && readJiraDate(QStringView(whole).left(first)).has_value();
        if (hasHead) {
            event.time = timeOf(whole.left(first), event.place);
            addActor(event, whole.mid(first + 1, second - first - 1).trimmed());
        } else {
            m_writer.remark(event.place, translated("the comment states no time"));
        }
        const QString words = readableText(hasHead ? whole.mid(second + 1) : whole);
        event.title = titleFrom(words);
        event.text = paragraphs({ words == event.title ? QString() : words, m_key });
        event.kind = EventKind::Message;
        return m_writer.event(std::move(event));
    }

    Result<void> takeResolution()
    {
        const QString text = field(m_columns.resolved);
        if (isNoTime(text))
            return {};
        ParsedEvent event = eventAt(u"resolved"_s);
        event.time = timeOf(text, event.place);
        event.title =
            titleFrom(QString(m_key + u": resolved "_s + field(m_columns.resolution)).trimmed());
        event.kind = EventKind::Action;
        event.naturalKey = QString(m_key + u":resolved"_s);
        return m_writer.event(std::move(event));
    }

    static void addActor(ParsedEvent &event, const QString &name)
    {
        if (!name.isEmpty())
            event.actors.append({ name.simplified().left(200), {}, PersonKind::Human });
    }

    LineReader &m_lines;
    CsvReader m_csv;
    RecordWriter &m_writer;
    TimeResolver m_times;
    Columns m_columns;
    QString m_place;
    QString m_key;
};

QChar delimiterOf(const EvidenceInput &input)
{
    return sniffDelimiter(input.headText()).value_or(u',');
}

} // namespace

QString JiraCsvImporter::displayName() const
{
    return translated("Jira issues (CSV)");
}

Likelihood JiraCsvImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle())
        return 0;
    const QString first = input.headText().section(u'\n', 0, 0).toLower();
    if (!first.contains(u"issue key"_s) || !first.contains(u"summary"_s))
        return 0;
    return first.contains(u"issue id"_s) || first.contains(u"issue type"_s) ? 97 : 80;
}

Needs JiraCsvImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    if (options.hasZone())
        return {};
    auto device = input.stream();
    if (!device)
        return {};
    LineReader lines(**device, input.path());
    CsvReader csv(lines, delimiterOf(input));
    Columns columns;
    for (int row = 0; row < kProbedRows; ++row) {
        const auto more = csv.next();
        if (!more || !*more)
            break;
        if (row == 0) {
            columns = columnsOf(csv.fields());
            continue;
        }
        const auto date = readJiraDate(csv.fields().value(columns.created));
        if (date && (!date->stated || !date->stated->offset))
            return Need::Zone;
    }
    return {};
}

Result<ReadSummary> JiraCsvImporter::read(EvidenceInput &input, const ImportOptions &options,
                                          ImportSink &sink) const
{
    return readByLines(input, sink, [&](LineReader &lines, RecordWriter &writer) {
        return JiraCsvRun(lines, delimiterOf(input), options, writer).run();
    });
}

} // namespace SecondStory::Importing
