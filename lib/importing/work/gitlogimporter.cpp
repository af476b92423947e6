// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/work/gitlogimporter.h"

#include "importing/importerrors.h"
#include "importing/limits.h"
#include "importing/textlines.h"
#include "importing/timeresolver.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// The hash of a "commit 1a2b3c… (HEAD -> main)" line; empty when the line is another.
QString hashOf(const QString &line)
{
    if (!line.startsWith(u"commit "_s))
        return {};
    const QStringView rest = QStringView(line).mid(7);
    qsizetype n = 0;
    while (n < rest.size() && (rest[n].isDigit() || (rest[n] >= u'a' && rest[n] <= u'f')))
        ++n;
    const bool ends = n == rest.size() || rest[n] == u' ';
    return n >= 7 && n <= 64 && ends ? rest.left(n).toString() : QString();
}

/// "Kelly Brazil <kelly@example.com>"; the address stands in when the name is blank.
std::optional<ParsedActor> actorFrom(const QString &text)
{
    ParsedActor actor;
    const qsizetype open = text.lastIndexOf(u'<');
    const qsizetype close = text.lastIndexOf(u'>');
    if (open >= 0 && close > open)
        actor.handle = text.mid(open + 1, close - open - 1).trimmed();
    actor.name = (open >= 0 ? text.left(open) : text).simplified();
    if (actor.name.isEmpty())
        actor.name = actor.handle;
    if (actor.name.isEmpty())
        return {};
    const QString lower = actor.name.toLower();
    if (lower.endsWith(u"[bot]"_s) || lower == u"github"_s || lower == u"gitlab"_s)
        actor.kind = PersonKind::Bot;
    return actor;
}

/// One commit while its lines come in.
struct Commit {
    QString hash;
    qint64 line = 0;
    QString author;
    QString committer;
    QString authorDate;
    QString commitDate;
    QString merge;
    QStringList message;
    QStringList stat;
    qsizetype size = 0;
    bool isRepaired = false;
    bool isInBody = false;
};

class GitLogRun {
public:
    GitLogRun(LineReader &lines, const ImportOptions &options, RecordWriter &writer)
        : m_lines(lines)
        , m_writer(writer)
        , m_times(options)
    {
    }

    Result<ReadSummary> run()
    {
        if (const auto taken = eachLine(m_lines, m_writer, [this] { return takeLine(); }); !taken)
            return tl::make_unexpected(taken.error());
        if (const auto written = write(); !written)
            return tl::make_unexpected(written.error());
        return m_writer.finish(m_times.usedZone(), translated("no commit could be read"));
    }

private:
    Result<void> takeLine()
    {
        const DecodedText decoded = m_lines.text();
        if (const QString hash = hashOf(decoded.text); !hash.isEmpty()) {
            if (const auto written = write(); !written)
                return written;
            m_commit = Commit{};
            m_commit.hash = hash;
            m_commit.line = m_lines.number();
        } else if (m_commit.hash.isEmpty()) {
            if (!decoded.text.trimmed().isEmpty())
                return badInput(
                    m_writer.fileName(), linePlace(m_lines.number()),
                    translated("does not begin with a commit, so it is not what git log prints"));
        } else {
            addLine(decoded.text);
        }
        m_commit.isRepaired = m_commit.isRepaired || decoded.isRepaired;
        return {};
    }

    void addLine(const QString &line)
    {
        m_commit.size += line.size() + 1;
        if (m_commit.size > Limits::kFieldBytes)
            return;
        if (!m_commit.isInBody && addHeader(line))
            return;
        if (line.startsWith(u"    "_s))
            m_commit.message.append(line.mid(4));
        else if (line.trimmed().isEmpty())
            (m_commit.stat.isEmpty() ? m_commit.message : m_commit.stat).append(QString());
        else
            m_commit.stat.append(line);
        m_commit.isInBody = true;
    }

    bool addHeader(const QString &line)
    {
        const std::pair<QString, QString *> headers[]{
            { u"Author:"_s, &m_commit.author },         { u"Commit:"_s, &m_commit.committer },
            { u"AuthorDate:"_s, &m_commit.authorDate }, { u"CommitDate:"_s, &m_commit.commitDate },
            { u"Date:"_s, &m_commit.commitDate },       { u"Merge:"_s, &m_commit.merge },
        };
        for (const auto &[name, value] : headers) {
            if (line.startsWith(name)) {
                *value = line.mid(name.size()).trimmed();
                return true;
            }
        }
        return false;
    }

    Result<void> write()
    {
        if (m_commit.hash.isEmpty())
            return {};
        const QString place = linePlace(m_commit.line);
        if (m_commit.size > Limits::kFieldBytes) {
            m_writer.skip(place, translated("the commit is longer than 1 MiB"));
            return {};
        }
        ParsedEvent event;
        event.place = place;
        event.naturalKey = m_commit.hash;
        event.kind = EventKind::Change;
        if (!fillTime(event.time, place))
            return {};
        if (m_commit.isRepaired)
            m_writer.remark(place, translated("bytes that are not UTF-8 were replaced"));
        fillWords(event);
        fillActors(event);
        return m_writer.event(std::move(event));
    }

    /// False when the commit was skipped.
    bool fillTime(RecordedTime &time, const QString &place)
    {
        const QString text =
            m_commit.commitDate.isEmpty() ? m_commit.authorDate : m_commit.commitDate;
        if (text.isEmpty())
            return true;
        const auto reading = readTimestamp(text);
        if (!reading) {
            m_writer.skip(place, translated("“%1” is not a time").arg(text.left(60)));
            return false;
        }
        time = m_times.resolve(*reading, text, place, m_writer);
        if (!time.isDated())
            m_writer.remark(place,
                            translated("“%1” states no time zone and none was chosen; the event "
                                       "is undated")
                                .arg(text.left(60)));
        return true;
    }

    void fillWords(ParsedEvent &event) const
    {
        QStringList parts;
        const QString message = m_commit.message.join(u'\n').trimmed();
        const QString stat = m_commit.stat.join(u'\n').trimmed();
        event.title =
            message.isEmpty() ? translated("(commit without a message)") : titleFrom(message);
        if (message != event.title && !message.isEmpty())
            parts.append(message);
        if (!m_commit.authorDate.isEmpty() && m_commit.authorDate != m_commit.commitDate
            && !m_commit.commitDate.isEmpty())
            parts.append(u"AuthorDate: "_s + m_commit.authorDate);
        if (!m_commit.merge.isEmpty())
            parts.append(u"Merge: "_s + m_commit.merge);
        if (!stat.isEmpty())
            parts.append(stat);
        event.text = parts.join(u"\n\n"_s);
    }

    void fillActors(ParsedEvent &event) const
    {
        if (const auto author = actorFrom(m_commit.author))
            event.actors.append(*author);
        const auto committer = actorFrom(m_commit.committer);
        // "GitHub" and the like commit on somebody's behalf: no person of the story.
        if (committer && committer->kind == PersonKind::Human
            && std::none_of(event.actors.cbegin(), event.actors.cend(),
                            [&](const ParsedActor &a) { return a.name == committer->name; }))
            event.actors.append(*committer);
    }

    LineReader &m_lines;
    RecordWriter &m_writer;
    TimeResolver m_times;
    Commit m_commit;
};

} // namespace

QString GitLogImporter::displayName() const
{
    return translated("Git log");
}

Likelihood GitLogImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle())
        return 0;
    const QString head = probeText(input.head()).trimmed();
    if (hashOf(head.section(u'\n', 0, 0)).isEmpty())
        return 0;
    return head.contains(u"\nAuthor:"_s) || head.contains(u"\nMerge:"_s) ? 95 : 40;
}

Needs GitLogImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    if (options.hasZone())
        return {};
    const QString head = probeText(input.head());
    for (const QStringView line : QStringView(head).split(u'\n')) {
        for (const auto *name : { u"CommitDate:", u"Date:" }) {
            const QStringView header(name);
            if (!line.startsWith(header))
                continue;
            const auto reading = readTimestamp(line.mid(header.size()));
            if (reading && !reading->offset)
                return Need::Zone;
        }
    }
    return {};
}

Result<ReadSummary> GitLogImporter::read(EvidenceInput &input, const ImportOptions &options,
                                         ImportSink &sink) const
{
    return readByLines(input, sink, [&](LineReader &lines, RecordWriter &writer) {
        return GitLogRun(lines, options, writer).run();
    });
}

} // namespace SecondStory::Importing
