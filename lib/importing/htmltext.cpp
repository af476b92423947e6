// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/htmltext.h"

#include <algorithm>
#include <array>
#include <optional>

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kLongestEntity = 12;
constexpr char32_t kReplacement = 0xFFFD;

struct NamedEntity {
    const char16_t *name;
    char32_t character;
};

constexpr std::array kNamedEntities{
    NamedEntity{ u"amp", U'&' },         NamedEntity{ u"lt", U'<' },
    NamedEntity{ u"gt", U'>' },          NamedEntity{ u"quot", U'"' },
    NamedEntity{ u"apos", U'\'' },       NamedEntity{ u"nbsp", U' ' },
    NamedEntity{ u"ensp", U' ' },        NamedEntity{ u"emsp", U' ' },
    NamedEntity{ u"thinsp", U' ' },      NamedEntity{ u"ndash", U'\u2013' },
    NamedEntity{ u"mdash", U'\u2014' },  NamedEntity{ u"lsquo", U'\u2018' },
    NamedEntity{ u"rsquo", U'\u2019' },  NamedEntity{ u"sbquo", U'\u201A' },
    NamedEntity{ u"ldquo", U'\u201C' },  NamedEntity{ u"rdquo", U'\u201D' },
    NamedEntity{ u"bdquo", U'\u201E' },  NamedEntity{ u"lsaquo", U'\u2039' },
    NamedEntity{ u"rsaquo", U'\u203A' }, NamedEntity{ u"laquo", U'\u00AB' },
    NamedEntity{ u"raquo", U'\u00BB' },  NamedEntity{ u"hellip", U'\u2026' },
    NamedEntity{ u"bull", U'\u2022' },   NamedEntity{ u"middot", U'\u00B7' },
    NamedEntity{ u"copy", U'\u00A9' },   NamedEntity{ u"reg", U'\u00AE' },
    NamedEntity{ u"trade", U'\u2122' },  NamedEntity{ u"deg", U'\u00B0' },
    NamedEntity{ u"plusmn", U'\u00B1' }, NamedEntity{ u"times", U'\u00D7' },
    NamedEntity{ u"divide", U'\u00F7' }, NamedEntity{ u"micro", U'\u00B5' },
    NamedEntity{ u"para", U'\u00B6' },   NamedEntity{ u"sect", U'\u00A7' },
    NamedEntity{ u"euro", U'\u20AC' },   NamedEntity{ u"pound", U'\u00A3' },
    NamedEntity{ u"yen", U'\u00A5' },    NamedEntity{ u"cent", U'\u00A2' },
    NamedEntity{ u"larr", U'\u2190' },   NamedEntity{ u"uarr", U'\u2191' },
    NamedEntity{ u"rarr", U'\u2192' },   NamedEntity{ u"darr", U'\u2193' },
    NamedEntity{ u"le", U'\u2264' },     NamedEntity{ u"ge", U'\u2265' },
    NamedEntity{ u"ne", U'\u2260' },     NamedEntity{ u"auml", U'\u00E4' },
    NamedEntity{ u"ouml", U'\u00F6' },   NamedEntity{ u"uuml", U'\u00FC' },
    NamedEntity{ u"Auml", U'\u00C4' },   NamedEntity{ u"Ouml", U'\u00D6' },
    NamedEntity{ u"Uuml", U'\u00DC' },   NamedEntity{ u"szlig", U'\u00DF' },
    NamedEntity{ u"aring", U'\u00E5' },  NamedEntity{ u"Aring", U'\u00C5' },
    NamedEntity{ u"aelig", U'\u00E6' },  NamedEntity{ u"oslash", U'\u00F8' },
    NamedEntity{ u"eacute", U'\u00E9' }, NamedEntity{ u"Eacute", U'\u00C9' },
    NamedEntity{ u"egrave", U'\u00E8' }, NamedEntity{ u"ecirc", U'\u00EA' },
    NamedEntity{ u"agrave", U'\u00E0' }, NamedEntity{ u"aacute", U'\u00E1' },
    NamedEntity{ u"acirc", U'\u00E2' },  NamedEntity{ u"iacute", U'\u00ED' },
    NamedEntity{ u"oacute", U'\u00F3' }, NamedEntity{ u"uacute", U'\u00FA' },
    NamedEntity{ u"ntilde", U'\u00F1' }, NamedEntity{ u"ccedil", U'\u00E7' },
};

// Elements that begin and end a line of their own.
constexpr std::array<QStringView, 34> kBlocks{
    u"address", u"article",  u"aside", u"blockquote", u"body",  u"dd",  u"details", u"div", u"dl",
    u"dt",      u"fieldset", u"form",  u"footer",     u"h1",    u"h2",  u"h3",      u"h4",  u"h5",
    u"h6",      u"header",   u"hr",    u"li",         u"main",  u"nav", u"ol",      u"p",   u"pre",
    u"section", u"summary",  u"table", u"figure",     u"title", u"tr",  u"ul",
};

bool isName(QStringView name, QStringView wanted)
{
    return name.compare(wanted, Qt::CaseInsensitive) == 0;
}

bool isBlock(QStringView name)
{
    return std::any_of(kBlocks.begin(), kBlocks.end(),
                       [name](QStringView block) { return isName(name, block); });
}

/// What a number between "&#" and ";" stands for; nothing when it is none.
std::optional<char32_t> numberedEntity(QStringView digits)
{
    const bool isHex = digits.startsWith(u'x') || digits.startsWith(u'X');
    bool isRead = false;
    const uint number = isHex ? digits.mid(1).toUInt(&isRead, 16) : digits.toUInt(&isRead, 10);
    const QChar first = isHex ? (digits.size() > 1 ? digits[1] : QChar()) : digits[0];
    if (!isRead || !first.isLetterOrNumber())
        return {};
    const bool isCharacter = number >= 0x20 && number <= 0x10FFFF
        && !(number >= 0xD800 && number <= 0xDFFF) && !(number >= 0x7F && number <= 0x9F);
    const bool isSpace = number == u'\t' || number == u'\n' || number == u'\r';
    return isSpace ? U' ' : isCharacter ? static_cast<char32_t>(number) : kReplacement;
}

struct Entity {
    char32_t character = 0;
    qsizetype length = 0; ///< from "&" to ";"
};

/// Reads an entity at the beginning of `text`, which is an "&".
std::optional<Entity> readEntity(QStringView text)
{
    const qsizetype end = text.left(kLongestEntity).indexOf(u';');
    if (end < 2)
        return {};
    const QStringView name = text.mid(1, end - 1);
    if (name[0] == u'#') {
        const auto number =
            name.size() > 1 ? numberedEntity(name.mid(1)) : std::optional<char32_t>();
        return number ? std::optional(Entity{ *number, end + 1 }) : std::nullopt;
    }
    const auto *const found =
        std::find_if(kNamedEntities.begin(), kNamedEntities.end(),
                     [name](const NamedEntity &one) { return name == QStringView(one.name); });
    if (found == kNamedEntities.end())
        return {};
    return Entity{ found->character, end + 1 };
}

/// Reads one character at `at` and moves behind it: an entity, a surrogate pair or what stands
/// there.
char32_t takeCharacter(QStringView text, qsizetype &at)
{
    const QChar c = text[at];
    if (c == u'&') {
        if (const auto entity = readEntity(text.mid(at))) {
            at += entity->length;
            return entity->character;
        }
    }
    ++at;
    if (!c.isSurrogate())
        return c.unicode();
    if (c.isHighSurrogate() && at < text.size() && text[at].isLowSurrogate())
        return QChar::surrogateToUcs4(c, text[at++]);
    return kReplacement;
}

/// Writes words line by line: runs of space as one, no more than one blank line.
class PlainWriter {
public:
    explicit PlainWriter(qsizetype reserve) { m_out.reserve(reserve); }

    void put(char32_t c)
    {
        if (QChar::isSpace(c)) {
            m_isSpaceDue = !m_isFresh;
            return;
        }
        if (c < 0x20 || c == 0x7F)
            return;
        if (m_isSpaceDue)
            m_out += u' ';
        m_isSpaceDue = false;
        m_isFresh = false;
        m_out += QChar::fromUcs4(c);
    }
    /// A character of text whose spaces and line ends count.
    void putAsTyped(char32_t c)
    {
        if (c == U'\n')
            breakLine();
        else if (c == U' ' || c == U'\t')
            m_out += QChar(static_cast<char16_t>(c));
        else
            put(c);
    }
    void breakLine()
    {
        m_isSpaceDue = false;
        m_isFresh = true;
        while (m_out.endsWith(u' ') || m_out.endsWith(u'\t'))
            m_out.chop(1);
        if (!m_out.isEmpty() && !m_out.endsWith(QStringView(u"\n\n")))
            m_out += u'\n';
    }
    void startLine()
    {
        if (!m_isFresh)
            breakLine();
        m_isSpaceDue = false;
    }
    void startItem()
    {
        startLine();
        m_out += u"- ";
    }
    void startCell()
    {
        if (!m_isFresh)
            m_out += u" | ";
        m_isSpaceDue = false;
    }
    [[nodiscard]] QString take() { return m_out.trimmed(); }

private:
    QString m_out;
    bool m_isSpaceDue = false;
    bool m_isFresh = true; ///< nothing but a list mark stands in the line
};

/// Walks over the HTML once.
class HtmlWalk {
public:
    explicit HtmlWalk(QStringView html)
        : m_html(html)
        , m_lastClose(html.lastIndexOf(u'>'))
        , m_out(html.size())
    {
    }

    QString run()
    {
        while (m_at < m_html.size()) {
            const QChar c = m_html[m_at];
            if (c == u'<' && takeMarkup())
                continue;
            const char32_t character = takeCharacter(m_html, m_at);
            if (m_preDepth > 0)
                m_out.putAsTyped(character);
            else
                m_out.put(character);
        }
        return m_out.take();
    }

private:
    /// Takes a tag or a comment; false when the "<" is only a character.
    bool takeMarkup()
    {
        const QStringView rest = m_html.mid(m_at);
        if (rest.startsWith(u"<!--")) {
            const qsizetype end = m_html.indexOf(u"-->", m_at + 4);
            m_at = end < 0 ? m_html.size() : end + 3;
            return true;
        }
        const QChar next = rest.size() > 1 ? rest[1] : QChar();
        const bool isDeclaration = next == u'!' || next == u'?';
        const bool isEnd = next == u'/';
        const QChar first = isEnd ? (rest.size() > 2 ? rest[2] : QChar()) : next;
        if (m_at > m_lastClose || (!isDeclaration && !isLetter(first)))
            return false;
        const qsizetype close = tagEnd();
        const QStringView inside = m_html.mid(m_at + 1, close - m_at - 1);
        m_at = close + 1;
        if (!isDeclaration)
            takeTag(isEnd ? inside.mid(1) : inside, isEnd);
        return true;
    }

    static bool isLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

    /// The ">" that closes the tag here; quoted ones do not count, as long as quotes are closed.
    qsizetype tagEnd()
    {
        QChar quote;
        for (qsizetype i = m_at + 1; i <= m_lastClose && m_countQuotes; ++i) {
            const QChar c = m_html[i];
            if (!quote.isNull())
                quote = c == quote ? QChar() : quote;
            else if (c == u'>')
                return i;
            else if ((c == u'"' || c == u'\'') && m_html[i - 1] == u'=')
                quote = c;
        }
        // Given up for the rest of the text, or broken quotes would cost a walk to the end each.
        m_countQuotes = false;
        return m_html.indexOf(u'>', m_at);
    }

    void takeTag(QStringView inside, bool isEnd)
    {
        qsizetype length = 0;
        while (length < inside.size() && inside[length].isLetterOrNumber())
            ++length;
        const QStringView name = inside.left(length);
        const QStringView attributes = inside.mid(length);
        if (isName(name, u"script") || isName(name, u"style")) {
            if (!isEnd)
                passOver(name);
        } else if (isName(name, u"br")) {
            m_out.breakLine();
        } else if (isName(name, u"td") || isName(name, u"th")) {
            if (!isEnd)
                m_out.startCell();
        } else if (isName(name, u"img") || isName(name, u"emoji")) {
            const QStringView words = description(attributes);
            for (qsizetype at = 0; at < words.size();)
                m_out.put(takeCharacter(words, at));
        } else if (isBlock(name)) {
            takeBlock(name, isEnd);
        }
    }

    void takeBlock(QStringView name, bool isEnd)
    {
        if (isName(name, u"li") && !isEnd)
            m_out.startItem();
        else
            m_out.startLine();
        if (isName(name, u"pre"))
            m_preDepth = std::max(0, m_preDepth + (isEnd ? -1 : 1));
    }

    /// Moves behind the end tag of an element whose inside is no text for people.
    void passOver(QStringView name)
    {
        qsizetype at = m_at;
        while (true) {
            at = m_html.indexOf(u"</", at);
            if (at < 0) {
                m_at = m_html.size();
                return;
            }
            at += 2;
            if (m_html.mid(at).startsWith(name, Qt::CaseInsensitive))
                break;
        }
        const qsizetype close = m_html.indexOf(u'>', at);
        m_at = close < 0 ? m_html.size() : close + 1;
    }

    /// The words of an alt attribute.
    static QStringView description(QStringView attributes)
    {
        const qsizetype at = attributes.indexOf(u" alt=", 0, Qt::CaseInsensitive);
        const qsizetype begin = at + 6;
        if (at < 0 || begin >= attributes.size())
            return {};
        const QChar quote = attributes[begin - 1];
        if (quote != u'"' && quote != u'\'')
            return {};
        const qsizetype end = attributes.indexOf(quote, begin);
        return end < 0 ? QStringView() : attributes.mid(begin, end - begin);
    }

    QStringView m_html;
    qsizetype m_at = 0;
    qsizetype m_lastClose; ///< the last ">" of all: no tag begins behind it
    bool m_countQuotes = true;
    int m_preDepth = 0;
    PlainWriter m_out;
};

} // namespace

QString plainFromHtml(QStringView html)
{
    return HtmlWalk(html).run();
}

} // namespace SecondStory::Importing
