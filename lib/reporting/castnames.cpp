// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/castnames.h"

#include "reporting/inerttext.h"
#include "reporting/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

constexpr qsizetype kShortest = 3; ///< shorter spellings would hit everywhere
constexpr qsizetype kEveryday = 4; ///< plain words up to this length need a capital or an @

bool isPlainWord(const QString &word)
{
    return std::all_of(word.cbegin(), word.cend(), [](QChar c) { return c.isLetter(); });
}

} // namespace

CastNames::CastNames(const QList<Person> &people, NamesPolicy policy)
{
    int human = 0;
    for (const Person &person : people) {
        const bool isProtected =
            policy == NamesPolicy::Pseudonyms && person.kind == PersonKind::Human;
        human += person.kind == PersonKind::Human ? 1 : 0;
        QString shown = policy == NamesPolicy::Names && !person.name.isEmpty()
            ? person.name
            : person.displayName();
        if (isProtected && person.pseudonym.isEmpty() && person.role.isEmpty()) {
            shown = Words::tr("Person %1").arg(human);
            ++m_numbered;
        }
        m_names.insert(person.id, inertLine(shown));
        if (isProtected)
            learnSpellings(person);
    }
    compile();
}

void CastNames::learnSpellings(const Person &person)
{
    const QString shown = m_names.value(person.id);
    for (const QString &handle : person.handles)
        learn(handle, shown);
    learn(person.name, shown);
    const QStringList parts = person.name.split(u' ', Qt::SkipEmptyParts);
    if (parts.size() > 1) {
        for (const QString &part : parts)
            learn(part, shown);
    }
}

void CastNames::learn(const QString &spelling, const QString &shown)
{
    QString word = spelling.trimmed();
    while (word.startsWith(u'@'))
        word.remove(0, 1);
    if (word.size() < kShortest || word.compare(shown, Qt::CaseInsensitive) == 0)
        return;
    const QString key = word.toLower();
    if (!m_shownBySpelling.contains(key))
        m_shownBySpelling.insert(key, shown);
}

void CastNames::compile()
{
    QStringList spellings = m_shownBySpelling.keys();
    if (spellings.isEmpty())
        return;
    // Longest first, so that a whole name wins over one of its parts.
    std::sort(spellings.begin(), spellings.end(), [](const QString &a, const QString &b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    for (QString &spelling : spellings)
        spelling = QRegularExpression::escape(spelling);
    const QString pattern =
        u"(?<![\\p{L}\\p{N}_])(@?)("_s + spellings.join(u'|') + u")(?![\\p{L}\\p{N}_])"_s;
    m_pattern = QRegularExpression(pattern,
                                   QRegularExpression::CaseInsensitiveOption
                                       | QRegularExpression::UseUnicodePropertiesOption);
}

QString CastNames::replacedIn(const QString &text) const
{
    if (m_shownBySpelling.isEmpty() || text.isEmpty())
        return text;
    QString result;
    qsizetype at = 0;
    auto matches = m_pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString word = match.captured(2);
        const bool mayBeEveryday = word.size() <= kEveryday && isPlainWord(word);
        if (mayBeEveryday && match.capturedLength(1) == 0 && !word.at(0).isUpper())
            continue;
        result += text.mid(at, match.capturedStart() - at);
        result += m_shownBySpelling.value(word.toLower(), Words::tr("somebody"));
        at = match.capturedEnd();
    }
    result += text.mid(at);
    return result;
}

} // namespace SecondStory::Reporting
