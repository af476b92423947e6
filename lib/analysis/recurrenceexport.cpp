// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/recurrenceexport.h"

#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace SecondStory::Analysis {

namespace {

QJsonArray idsOf(const QList<ReviewId> &reviews)
{
    QJsonArray ids;
    for (const ReviewId review : reviews)
        ids.append(review.toString());
    return ids;
}

QJsonValue orNull(std::optional<double> value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const CodeRecurrence &code)
{
    return { { u"code"_s, code.key },
             { u"name"_s, code.name },
             { u"k"_s, code.k },
             { u"n"_s, code.n },
             { u"share"_s, code.share },
             { u"low"_s, code.interval.low },
             { u"high"_s, code.interval.high },
             { u"before"_s, code.before },
             { u"during"_s, code.during },
             { u"after"_s, code.after },
             { u"hindered"_s, code.hindered },
             { u"helped"_s, code.helped },
             { u"reviews"_s, idsOf(code.reviews) } };
}

QJsonObject toJson(const RecurrenceTable &table, const PairRecurrence &pair)
{
    return { { u"a"_s, table.codes[pair.a].key },
             { u"b"_s, table.codes[pair.b].key },
             { u"both"_s, pair.both },
             { u"onlyA"_s, pair.onlyA },
             { u"onlyB"_s, pair.onlyB },
             { u"neither"_s, pair.neither },
             { u"jaccard"_s, orNull(pair.jaccard) },
             { u"lift"_s, orNull(pair.lift) },
             { u"p"_s, orNull(pair.p) },
             { u"q"_s, orNull(pair.q) } };
}

QJsonObject toJson(const RecurrenceTable &table, const PeriodRecurrence &period)
{
    QJsonObject counts;
    for (qsizetype i = 0; i < period.counts.size(); ++i) {
        if (period.counts[i] > 0)
            counts.insert(table.codes[i].key, period.counts[i]);
    }
    return { { u"from"_s, toRfc3339(period.span.start) },
             { u"to"_s, toRfc3339(period.span.end) },
             { u"reviews"_s, static_cast<int>(period.reviews.size()) },
             { u"counts"_s, counts } };
}

} // namespace

QJsonObject toJson(const RecurrenceTable &table)
{
    QJsonArray codes;
    for (const CodeRecurrence &code : table.codes)
        codes.append(toJson(code));
    QJsonArray pairs;
    for (const PairRecurrence &pair : table.pairs)
        pairs.append(toJson(table, pair));
    QJsonArray periods;
    for (const PeriodRecurrence &period : table.periods)
        periods.append(toJson(table, period));
    return { { u"reviews"_s, table.reviews },
             { u"codes"_s, codes },
             { u"pairs"_s, pairs },
             { u"periods"_s, periods } };
}

QString csvCell(const QString &text)
{
    QString cell = text;
    if (!cell.isEmpty() && QStringView(u"=+-@\t\r").contains(cell[0]))
        cell.prepend(u'\'');
    const bool needsQuotes =
        cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r');
    if (!needsQuotes)
        return cell;
    cell.replace(u'"', u"\"\""_s);
    return u'"' + cell + u'"';
}

QByteArray toCsv(const RecurrenceTable &table)
{
    QString csv = u"code,name,k,n,share,low,high,before,during,after,hindered,helped\r\n"_s;
    for (const CodeRecurrence &code : table.codes) {
        QStringList cells{ csvCell(code.key), csvCell(code.name), QString::number(code.k),
                           QString::number(code.n) };
        for (const double value : { code.share, code.interval.low, code.interval.high })
            cells.append(QString::number(value, 'f', 6));
        for (const int count : { code.before, code.during, code.after, code.hindered, code.helped })
            cells.append(QString::number(count));
        csv += cells.join(u',') + u"\r\n";
    }
    return csv.toUtf8();
}

} // namespace SecondStory::Analysis
