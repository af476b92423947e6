// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/plainwords.h"

#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kLongestLink = 2'000;
constexpr qsizetype kLongestCode = 500;

struct LinkParts {
    QString label;
    qsizetype length = 0; ///< of the whole link, from its "["
};

/// Where a mark stands next, asked for from front to back: however often that is, the text is
/// looked through once.
class NextMark {
public:
    NextMark(QStringView text, QChar mark)
        : m_text(text)
        , m_mark(mark)
    {
    }

    /// The end of the text when the mark does not stand there any more.
    qsizetype from(qsizetype position)
    {
        if (m_at < position) {
            m_at = m_text.indexOf(m_mark, position);
            if (m_at < 0)
                m_at = m_text.size();
        }
        return m_at;
    }

private:
    QStringView m_text;
    QChar m_mark;
    qsizetype m_at = -1;
};

/// Reads "[label](address)" and "[label][reference]", from front to back.
class LinkReader {
public:
    explicit LinkReader(QStringView text)
        : m_text(text)
    {
    }

    /// The link at `open`; length 0 when it is plain brackets.
    LinkParts read(qsizetype open)
    {
        const qsizetype limit = qMin(m_text.size(), open + kLongestLink);
        const qsizetype labelEnd = m_labelEnd.from(open);
        if (labelEnd + 1 >= limit)
            return {};
        const QChar next = m_text[labelEnd + 1];
        if (next != u'(' && next != u'[')
            return {};
        const qsizetype end = (next == u'(' ? m_addressEnd : m_referenceEnd).from(labelEnd + 1);
        if (end >= limit)
            return {};
        return { m_text.mid(open + 1, labelEnd - open - 1).toString(), end + 1 - open };
    }

private:
    QStringView m_text;
    NextMark m_labelEnd{ m_text, u']' };
    NextMark m_addressEnd{ m_text, u')' };
    NextMark m_referenceEnd{ m_text, u']' };
};

bool isWordAt(const QString &text, qsizetype at)
{
    return at >= 0 && at < text.size() && text[at].isLetterOrNumber();
}

/// Beginning, end, a space or the punctuation that may stand around emphasis; a slash is part of an
/// address.
bool isGapAt(const QString &text, qsizetype at)
{
    return at < 0 || at >= text.size() || text[at].isSpace()
        || QStringView(u"(),.;:!?\"'_").contains(text[at]);
}

/// Behind the code span that begins at a backtick; what stands in it is no markup.
qsizetype codeSpanEnd(const QString &text, qsizetype open)
{
    const qsizetype close = QStringView(text).mid(open + 1, kLongestCode).indexOf(u'`');
    return close < 0 ? open + 1 : open + 1 + close + 1;
}

struct KindWord {
    QStringView word;
    EventKind kind;
    bool onlyFirst =
        false; ///< a noun elsewhere: "Deploy the fix" is a change, "the deployment is slow" is not
};

// The first match in a sentence's words wins, so that "decided to restart" is a decision.
constexpr std::array kKindWords{
    KindWord{ u"decided", EventKind::Decision },  KindWord{ u"decide", EventKind::Decision },
    KindWord{ u"decides", EventKind::Decision },  KindWord{ u"decision", EventKind::Decision },
    KindWord{ u"paged", EventKind::Page },        KindWord{ u"alert", EventKind::Alert },
    KindWord{ u"alerts", EventKind::Alert },      KindWord{ u"alarm", EventKind::Alert },
    KindWord{ u"alarms", EventKind::Alert },      KindWord{ u"deployed", EventKind::Change },
    KindWord{ u"deploys", EventKind::Change },    KindWord{ u"deploy", EventKind::Change },
    KindWord{ u"deployment", EventKind::Change }, KindWord{ u"merged", EventKind::Change },
    KindWord{ u"reverted", EventKind::Change },   KindWord{ u"reverts", EventKind::Change },
    KindWord{ u"rollback", EventKind::Change },   KindWord{ u"released", EventKind::Change },
    KindWord{ u"releases", EventKind::Change },   KindWord{ u"upgraded", EventKind::Change },
    KindWord{ u"restarted", EventKind::Action },  KindWord{ u"restarts", EventKind::Action },
    KindWord{ u"restart", EventKind::Action },    KindWord{ u"deleted", EventKind::Action },
    KindWord{ u"deletes", EventKind::Action },    KindWord{ u"delete", EventKind::Action },
    KindWord{ u"drained", EventKind::Action },    KindWord{ u"cordoned", EventKind::Action },
    KindWord{ u"disabled", EventKind::Action },   KindWord{ u"killed", EventKind::Action },
    KindWord{ u"reports", EventKind::Message },   KindWord{ u"reported", EventKind::Message },
    KindWord{ u"asks", EventKind::Message },      KindWord{ u"asked", EventKind::Message },
    KindWord{ u"announced", EventKind::Message }, KindWord{ u"announcement", EventKind::Message },
    KindWord{ u"suggests", EventKind::Message },  KindWord{ u"suggested", EventKind::Message },
};

} // namespace

QString withoutMarkdown(const QString &text)
{
    QString out;
    LinkReader links(text);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isPicture = c == u'!' && i + 1 < text.size() && text[i + 1] == u'[';
        if (isPicture || c == u'[') {
            const qsizetype open = isPicture ? i + 1 : i;
            const LinkParts link = links.read(open);
            if (link.length > 0) {
                out += withoutMarkdown(link.label);
                i = open + link.length - 1;
                continue;
            }
        }
        if (c == u'`') {
            const qsizetype end = codeSpanEnd(text, i);
            out += QStringView(text).mid(i, end - i).toString().remove(u'`');
            i = end - 1;
            continue;
        }
        const bool isDouble = c == u'*'
            && ((i > 0 && text[i - 1] == u'*') || (i + 1 < text.size() && text[i + 1] == u'*'));
        const bool isStar = isDouble
            || (c == u'*'
                && (i + 1 >= text.size() || !text[i + 1].isSpace() || isWordAt(text, i - 1)));
        const bool isUnderscore = c == u'_'
            && ((isGapAt(text, i - 1) && isWordAt(text, i + 1))
                || (isWordAt(text, i - 1) && isGapAt(text, i + 1)));
        const bool isEmphasis = isStar || isUnderscore;
        if (!isEmphasis)
            out += c;
    }
    return out.simplified();
}

QString firstSentence(const QString &text)
{
    for (qsizetype i = 1; i + 2 < text.size(); ++i) {
        const QChar c = text[i];
        if ((c != u'.' && c != u'?' && c != u'!') || !text[i + 1].isSpace())
            continue;
        // "e.g. ", "vs. ", "No. 5": a sentence goes on in a capital after a word of more than three
        // letters.
        const bool isAbbreviation = c == u'.'
            && (i < 4 || text[i - 2] == u'.' || text[i - 3].isSpace() || text[i - 2].isSpace());
        if (!isAbbreviation && !text[i + 2].isLower())
            return text.left(i + 1);
    }
    return text;
}

QString firstParagraph(const QStringList &lines)
{
    QStringList words;
    bool isCode = false;
    for (const QString &line : lines) {
        const QString text = line.trimmed();
        if (text.startsWith(u"```"_s) || text.startsWith(u"~~~"_s)) {
            isCode = !isCode;
            if (!words.isEmpty())
                break;
            continue;
        }
        if (isCode)
            continue;
        const bool isListItem =
            text.startsWith(u"- "_s) || text.startsWith(u"* "_s) || text.startsWith(u"> "_s);
        const bool isPicture =
            text.startsWith(u"!["_s) && text.endsWith(u')') && withoutMarkdown(text).isEmpty();
        if ((text.isEmpty() || isListItem) && !words.isEmpty())
            break;
        if (!text.isEmpty() && !isPicture)
            words.append(isListItem ? text.mid(2) : text);
    }
    return words.join(u' ');
}

EventKind kindFromWords(const QString &sentence)
{
    QString word;
    const QString lower = sentence.toLower() + u' ';
    EventKind kind = EventKind::Observation;
    size_t best = kKindWords.size();
    bool isFirst = true;
    for (const QChar c : lower) {
        if (c.isLetter()) {
            word += c;
            continue;
        }
        for (size_t i = 0; i < best && !word.isEmpty(); ++i) {
            if (word == kKindWords[i].word && (isFirst || !kKindWords[i].onlyFirst)) {
                best = i;
                kind = kKindWords[i].kind;
            }
        }
        isFirst = isFirst && word.isEmpty();
        word.clear();
    }
    if (best == kKindWords.size() && lower.contains(u"rolled back"_s))
        return EventKind::Change;
    return kind;
}

} // namespace SecondStory::Importing
