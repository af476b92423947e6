// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/recurrencesentences.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Analysis {

namespace {

constexpr double kDistinguishable = 0.05;
constexpr qsizetype kLongestLabel = 80;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("RecurrenceSentences", text, nullptr, n);
}

int percent(double share)
{
    const int rounded = static_cast<int>(std::lround(share * 100));
    if (share > 0 && share < 1)
        return std::clamp(rounded, 1, 99);
    return rounded;
}

} // namespace

QString codeLabel(const CodeRecurrence &code)
{
    const QString name = (code.name.isEmpty() ? code.key : code.name).simplified();
    if (name.size() <= kLongestLabel)
        return name;
    return name.left(kLongestLabel - 1).trimmed() + u'…';
}

QString percentText(double share)
{
    return tr(QT_TRANSLATE_NOOP("RecurrenceSentences", "%1 %")).arg(percent(share));
}

QString shareSentence(const CodeRecurrence &code)
{
    return tr(QT_TRANSLATE_N_NOOP("RecurrenceSentences",
                                  "Seen in %1 of %n reviews (%2, interval %3–%4 %)."),
              code.n)
        .arg(code.k)
        .arg(percentText(code.share))
        .arg(percent(code.interval.low))
        .arg(percent(code.interval.high));
}

QString phaseSentence(const CodeRecurrence &code)
{
    QStringList parts;
    const auto add = [&parts](int count, const char *text) {
        if (count > 0)
            parts.append(tr(text, count));
    };
    add(code.before, QT_TRANSLATE_N_NOOP("RecurrenceSentences", "before the incident in %n"));
    add(code.during, QT_TRANSLATE_N_NOOP("RecurrenceSentences", "during it in %n"));
    add(code.after, QT_TRANSLATE_N_NOOP("RecurrenceSentences", "after it in %n"));
    add(code.hindered, QT_TRANSLATE_N_NOOP("RecurrenceSentences", "hindered in %n"));
    add(code.helped, QT_TRANSLATE_N_NOOP("RecurrenceSentences", "helped in %n"));
    if (parts.isEmpty())
        return {};
    QString sentence = parts.join(tr(QT_TRANSLATE_NOOP("RecurrenceSentences", ", ")));
    sentence[0] = sentence[0].toUpper();
    return tr(QT_TRANSLATE_NOOP("RecurrenceSentences", "%1.")).arg(sentence);
}

QString pairSentence(const RecurrenceTable &table, const PairRecurrence &pair)
{
    QString sentence =
        tr(QT_TRANSLATE_N_NOOP("RecurrenceSentences", "%1 and %2 met in %n reviews"), pair.both)
            .arg(codeLabel(table.codes[pair.a]), codeLabel(table.codes[pair.b]));
    sentence += tr(QT_TRANSLATE_N_NOOP("RecurrenceSentences", " of the %n that have either."),
                   pair.both + pair.onlyA + pair.onlyB);
    sentence += u' ';
    if (!pair.q)
        return sentence
            + tr(QT_TRANSLATE_N_NOOP("RecurrenceSentences",
                                     "Too little to compare with chance in %n reviews."),
                 table.reviews);
    if (*pair.q > kDistinguishable)
        return sentence
            + tr(QT_TRANSLATE_N_NOOP("RecurrenceSentences",
                                     "Not distinguishable from chance with %n reviews."),
                 table.reviews);
    const bool isOften = pair.lift.value_or(1) > 1;
    const QString q = QLocale().toString(std::max(*pair.q, 0.001), 'f', 3);
    const char *verdict = isOften
        ? QT_TRANSLATE_NOOP("RecurrenceSentences",
                            "They meet more often than chance would have it (q = %1, exploratory).")
        : QT_TRANSLATE_NOOP(
            "RecurrenceSentences",
            "They meet less often than chance would have it (q = %1, exploratory).");
    return sentence + tr(verdict).arg(q);
}

QString sampleSentence(const RecurrenceTable &table)
{
    QString sentence = tr(
        QT_TRANSLATE_N_NOOP(
            "RecurrenceSentences",
            "These are shares of %n reviews that somebody chose to write, not of all incidents."),
        table.reviews);
    if (table.leftOut > 0) {
        sentence += u' ';
        sentence += tr(QT_TRANSLATE_N_NOOP("RecurrenceSentences",
                                           "%n undated reviews are left out of this period."),
                       table.leftOut);
    }
    return sentence;
}

} // namespace SecondStory::Analysis
