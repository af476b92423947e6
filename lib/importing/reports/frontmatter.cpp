// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/frontmatter.h"

#include "importing/reports/yamlscalar.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kLines = 2'000;
constexpr qsizetype kFields = 500;
constexpr qsizetype kItems = 1'000;
constexpr qsizetype kKeyCharacters = 100;
constexpr qsizetype kHeadlessLines = 60;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

qsizetype indentOf(const QString &line)
{
    qsizetype n = 0;
    while (n < line.size() && (line[n] == u' ' || line[n] == u'\t'))
        ++n;
    return n;
}

bool isIgnored(const QString &line)
{
    const QStringView text = QStringView(line).trimmed();
    return text.isEmpty() || text.startsWith(u'#');
}

/// Where the mark behind a key stands ("key: value", "key = value"); -1 when the line is no such.
qsizetype markAfterKey(const QString &line, QChar mark)
{
    qsizetype n = 0;
    const bool isQuoted = line.startsWith(u'"');
    n += isQuoted ? 1 : 0;
    while (n < line.size() && n <= kKeyCharacters
           && (line[n].isLetterOrNumber() || line[n] == u'_' || line[n] == u'-' || line[n] == u'.'))
        ++n;
    if (n == (isQuoted ? 1 : 0) || (isQuoted && (n >= line.size() || line[n++] != u'"')))
        return -1;
    while (n < line.size() && line[n] == u' ')
        ++n;
    const bool isMark = n < line.size() && line[n] == mark
        && (mark == u'=' || n + 1 == line.size() || line[n + 1].isSpace());
    return isMark ? n : -1;
}

QString keyIn(const QString &line, qsizetype mark)
{
    QString key = line.left(mark).trimmed();
    key.remove(u'"');
    return key;
}

class Reader {
public:
    Reader(const QStringList &lines, qsizetype first, qsizetype end, FrontMatter &matter)
        : m_lines(lines)
        , m_at(first)
        , m_end(end)
        , m_matter(matter)
    {
    }

    void readYaml()
    {
        while (m_at < m_end) {
            const QString &line = m_lines[m_at];
            const qsizetype mark = markAfterKey(line, u':');
            if (isIgnored(line)) {
                ++m_at;
            } else if (mark < 0) {
                refuse(m_at, translated("is no key with a value"));
                ++m_at;
            } else {
                readYamlField(mark);
            }
        }
    }

    void readToml()
    {
        QString table;
        for (; m_at < m_end; ++m_at) {
            const QString line = m_lines[m_at].trimmed();
            if (isIgnored(line))
                continue;
            if (line.startsWith(u'[') && line.endsWith(u']')) {
                table = line.mid(1, line.size() - 2).trimmed();
                continue;
            }
            const qsizetype mark = markAfterKey(line, u'=');
            if (mark < 0) {
                refuse(m_at, translated("is no key with a value"));
                continue;
            }
            const QString key = keyIn(line, mark);
            FrontMatterField field = fieldAt(table.isEmpty() ? key : QString(table + u'.' + key));
            takeInline(line.mid(mark + 1).trimmed(), std::move(field));
        }
    }

private:
    FrontMatterField fieldAt(const QString &key) const
    {
        FrontMatterField field;
        field.key = key;
        field.line = m_at + 1;
        return field;
    }

    void readYamlField(qsizetype mark)
    {
        const QString &line = m_lines[m_at];
        FrontMatterField field = fieldAt(keyIn(line, mark));
        const QString value = line.mid(mark + 1).trimmed();
        const qsizetype first = ++m_at;
        // What is indented under a key, or is a list in the same column, belongs to it.
        while (m_at < m_end
               && (isIgnored(m_lines[m_at]) || indentOf(m_lines[m_at]) > 0
                   || m_lines[m_at].startsWith(u"- "_s) || m_lines[m_at] == u"-"_s))
            ++m_at;
        const QStringList under = m_lines.mid(first, m_at - first);
        if (value.startsWith(u'|') || value.startsWith(u'>'))
            takeBlock(value, under, std::move(field));
        else if (value.isEmpty() || value.startsWith(u'#'))
            takeUnder(under, first, std::move(field));
        else
            takeInline(withContinuation(value, under), std::move(field));
    }

    /// A text may go on in the indented lines under its key.
    static QString withContinuation(const QString &value, const QStringList &under)
    {
        QStringList words{ value };
        for (const QString &line : under) {
            if (!isIgnored(line))
                words.append(line.trimmed());
        }
        return words.join(u' ');
    }

    void takeBlock(const QString &mark, const QStringList &under, FrontMatterField field)
    {
        qsizetype indent = -1;
        QStringList words;
        for (const QString &line : under) {
            if (indent < 0 && !line.trimmed().isEmpty())
                indent = indentOf(line);
            words.append(line.mid(qMin(qMax<qsizetype>(indent, 0), indentOf(line))));
        }
        const bool isFolded = mark.startsWith(u'>');
        field.values.append(words.join(isFolded ? u' ' : u'\n').trimmed());
        add(std::move(field));
    }

    /// A list, or nothing.
    void takeUnder(const QStringList &under, qsizetype first, FrontMatterField field)
    {
        field.isList = true;
        for (qsizetype i = 0; i < under.size(); ++i) {
            const QString line = under[i].trimmed();
            if (isIgnored(line))
                continue;
            if (!line.startsWith(u"- "_s)) {
                if (line != u"-"_s)
                    refuse(first + i, translated("nested keys are not read"));
                continue;
            }
            const auto item = readYamlScalar(line.mid(2).trimmed());
            if (!item)
                refuse(first + i, translated("anchors, tags and nested values are not read"));
            else if (field.values.size() < kItems)
                field.values.append(*item);
        }
        add(std::move(field));
    }

    void takeInline(const QString &value, FrontMatterField field)
    {
        const qsizetype index = field.line - 1;
        if (value.startsWith(u'[')) {
            auto items = readYamlFlowList(value);
            if (!items || items->size() > kItems)
                return refuse(index, translated("is no simple list"));
            field.isList = true;
            field.values = std::move(*items);
        } else {
            auto scalar = readYamlScalar(value);
            if (!scalar)
                return refuse(index, translated("anchors, tags and nested values are not read"));
            field.values.append(std::move(*scalar));
        }
        add(std::move(field));
    }

    void add(FrontMatterField field)
    {
        if (m_matter.fields.size() >= kFields)
            return;
        if (m_matter.find(field.key) != nullptr)
            return refuse(field.line - 1, translated("the key stands twice; the first counts"));
        m_matter.fields.append(std::move(field));
    }

    void refuse(qsizetype index, const QString &what)
    {
        if (m_matter.problems.size() < kFields)
            m_matter.problems.append({ index + 1, what });
    }

    const QStringList &m_lines;
    qsizetype m_at = 0;
    qsizetype m_end = 0;
    FrontMatter &m_matter;
};

/// The line of the mark that ends a block begun at `first`; -1 when none does.
qsizetype endMark(const QStringList &lines, qsizetype first, const QString &mark, qsizetype limit)
{
    const qsizetype end = qMin(lines.size(), first + limit);
    for (qsizetype i = first; i < end; ++i) {
        const QStringView text = QStringView(lines[i]).trimmed();
        if (text == mark || (mark == u"---"_s && text == u"..."_s))
            return i;
    }
    return -1;
}

/// Some files lost the mark before the first key.
bool isHeadlessYaml(const QStringList &lines, qsizetype end)
{
    if (end < 2)
        return false;
    for (const auto *key : { u"layout: ", u"title: ", u"date: " }) {
        if (lines.first().startsWith(QStringView(key)))
            return std::all_of(lines.begin(), lines.begin() + end, [](const QString &line) {
                return isIgnored(line) || indentOf(line) > 0 || line.startsWith(u"- "_s)
                    || markAfterKey(line, u':') > 0;
            });
    }
    return false;
}

} // namespace

const FrontMatterField *FrontMatter::find(const QString &key) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&key](const auto &field) {
        return field.key.compare(key, Qt::CaseInsensitive) == 0;
    });
    return found == fields.end() ? nullptr : &*found;
}

QString FrontMatter::value(const QString &key) const
{
    const FrontMatterField *field = find(key);
    return field == nullptr ? QString() : field->values.value(0).trimmed();
}

FrontMatter readFrontMatter(const QStringList &lines)
{
    FrontMatter matter;
    if (lines.isEmpty())
        return matter;
    const QString mark = lines.first().trimmed();
    const bool isYaml = mark == u"---"_s;
    if (isYaml || mark == u"+++"_s) {
        const qsizetype end = endMark(lines, 1, mark, kLines);
        if (end < 0)
            return matter;
        Reader reader(lines, 1, end, matter);
        isYaml ? reader.readYaml() : reader.readToml();
        matter.lineCount = end + 1;
        return matter;
    }
    const qsizetype end = endMark(lines, 0, u"---"_s, kHeadlessLines);
    if (isHeadlessYaml(lines, end)) {
        Reader(lines, 0, end, matter).readYaml();
        matter.lineCount = end + 1;
    }
    return matter;
}

} // namespace SecondStory::Importing
