// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/periods.h"
#include "analysis/recurrence.h"
#include "analysis/recurrenceexport.h"
#include "analysis/recurrencesentences.h"

#include <QJsonArray>
#include <QTest>

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Analysis;

namespace {

/// A library in words: reviews by number, codes by key.
class Library {
public:
    explicit Library(int reviews, const QString &firstDay = u"2026-01-15T12:00:00Z"_s)
    {
        const TimePoint first = *fromRfc3339(firstDay);
        for (int i = 0; i < reviews; ++i) {
            const TimePoint when{ first.us + i * 30ll * 86'400'000'000 };
            m_reviews.append({ ReviewId::create(), u"Review %1"_s.arg(i), when });
        }
        for (const auto *key : { u"P01", u"P02", u"P03", u"P04" })
            m_codes.append({ CodeId::create(), QString::fromUtf16(key),
                             u"Name of "_s + QString::fromUtf16(key) });
    }

    Library &undated(int review)
    {
        m_reviews[review].when = std::nullopt;
        return *this;
    }
    Library &dated(int review, const QString &day)
    {
        m_reviews[review].when = fromRfc3339(day);
        return *this;
    }
    Library &says(int review, int code, Phases phases = Phase::Before,
                  Polarity polarity = Polarity::Hindered)
    {
        m_facts.append({ m_reviews[review].id, m_codes[code].id, phases, polarity });
        return *this;
    }
    Library &says(QList<int> reviews, int code)
    {
        for (const int review : reviews)
            says(review, code);
        return *this;
    }
    Library &add(PressureFact fact)
    {
        m_facts.append(fact);
        return *this;
    }

    [[nodiscard]] RecurrenceTable ask(const RecurrenceQuery &query = {}) const
    {
        return recurrence(m_reviews, m_codes, m_facts, query);
    }
    [[nodiscard]] ReviewId review(int i) const { return m_reviews[i].id; }
    [[nodiscard]] const QList<CodeFact> &codes() const { return m_codes; }

private:
    QList<ReviewFact> m_reviews;
    QList<CodeFact> m_codes;
    QList<PressureFact> m_facts;
};

RecurrenceQuery by(PeriodLength length, const QString &zone = {})
{
    RecurrenceQuery query;
    query.by = length;
    query.zone = zone;
    return query;
}

QStringList keysOf(const RecurrenceTable &table)
{
    QStringList keys;
    for (const CodeRecurrence &code : table.codes)
        keys.append(code.key);
    return keys;
}

} // namespace

class RecurrenceTest : public QObject {
    Q_OBJECT

private slots:
    void anEmptyLibraryHasAnEmptyTable();
    void aCodeIsCountedOncePerReview();
    void codesAreSortedByCountThenByKey();
    void phasesAndPolaritiesCountReviews();
    void thePeriodOfTheQueryIsHalfOpen();
    void undatedReviewsCountUntilAPeriodIsAsked();
    void onlyStatementsOfTheAskedPolarityCount();
    void statementsAboutUnknownReviewsAreLeftOut();
    void aCodeOutsideTheBookGoesByItsId();
    void aReviewGivenTwiceCountsOnce();
    void pairsHaveTheFourCells();
    void aPairWithTooLittleHasNoPValue_data();
    void aPairWithTooLittleHasNoPValue();
    void thePValuesAreAdjustedOverAllTestedPairs();
    void quartersRunWithoutGaps();
    void monthsAreThoseOfTheZone();
    void aSlipInADateMakesNoFloodOfPeriods();
    void periodsCarryTheirPhasesAndReviews();
    void sentencesSayWhatWasCounted();
    void pairSentencesNeverOverstate();
    void theJsonHasTheContractsShape();
    void csvCellsCannotRunInASpreadsheet_data();
    void csvCellsCannotRunInASpreadsheet();
    void anyLibraryKeepsItsSumsRight();
};

void RecurrenceTest::anEmptyLibraryHasAnEmptyTable()
{
    const RecurrenceTable none = recurrence({}, {}, {});
    QVERIFY(none.isEmpty());
    QCOMPARE_EQ(none.reviews, 0);
    const RecurrenceTable silent = Library(3).ask();
    QVERIFY(silent.isEmpty());
    QCOMPARE_EQ(silent.reviews, 3);
    QVERIFY(silent.pairs.isEmpty());
    QCOMPARE_GT(silent.periods.size(), 0);
}

void RecurrenceTest::aCodeIsCountedOncePerReview()
{
    Library library(4);
    library.says(0, 0).says(0, 0).says(0, 0, Phase::After, Polarity::Helped).says(2, 0);
    const RecurrenceTable table = library.ask();
    QCOMPARE_EQ(table.codes.size(), 1);
    QCOMPARE_EQ(table.codes[0].k, 2);
    QCOMPARE_EQ(table.codes[0].n, 4);
    QCOMPARE_EQ(table.codes[0].share, 0.5);
    QCOMPARE_EQ(table.codes[0].interval, *wilsonInterval(2, 4));
    QCOMPARE_EQ(table.codes[0].reviews, (QList<ReviewId>{ library.review(0), library.review(2) }));
}

void RecurrenceTest::codesAreSortedByCountThenByKey()
{
    Library library(5);
    library.says({ 0, 1 }, 3).says({ 2, 3 }, 1).says({ 0, 1, 2 }, 2);
    QCOMPARE_EQ(keysOf(library.ask()), (QStringList{ u"P03"_s, u"P02"_s, u"P04"_s }));
}

void RecurrenceTest::phasesAndPolaritiesCountReviews()
{
    Library library(3);
    library.says(0, 0, Phase::Before | Phase::During).says(0, 0, Phase::During, Polarity::Helped);
    library.says(1, 0, Phases(), Polarity::Present).says(2, 0, Phase::After);
    const CodeRecurrence code = library.ask().codes[0];
    QCOMPARE_EQ(code.k, 3);
    QCOMPARE_EQ(code.before, 1);
    QCOMPARE_EQ(code.during, 1);
    QCOMPARE_EQ(code.after, 1);
    QCOMPARE_EQ(code.hindered, 2);
    QCOMPARE_EQ(code.helped, 1);
}

void RecurrenceTest::thePeriodOfTheQueryIsHalfOpen()
{
    Library library(3);
    library.dated(0, u"2026-01-01T00:00:00Z"_s)
        .dated(1, u"2026-02-01T00:00:00Z"_s)
        .dated(2, u"2026-03-01T00:00:00Z"_s);
    library.says({ 0, 1, 2 }, 0);
    RecurrenceQuery query;
    query.from = fromRfc3339(u"2026-01-01T00:00:00Z");
    query.to = fromRfc3339(u"2026-03-01T00:00:00Z");
    const RecurrenceTable table = library.ask(query);
    QCOMPARE_EQ(table.reviews, 2);
    QCOMPARE_EQ(table.codes[0].reviews, (QList<ReviewId>{ library.review(0), library.review(1) }));
}

void RecurrenceTest::undatedReviewsCountUntilAPeriodIsAsked()
{
    Library library(3);
    library.undated(1).says({ 0, 1 }, 0);
    const RecurrenceTable whole = library.ask();
    QCOMPARE_EQ(whole.reviews, 3);
    QCOMPARE_EQ(whole.undated, 1);
    QCOMPARE_EQ(whole.leftOut, 0);
    QCOMPARE_EQ(whole.codes[0].k, 2);
    int inPeriods = 0;
    for (const PeriodRecurrence &period : whole.periods)
        inPeriods += static_cast<int>(period.reviews.size());
    QCOMPARE_EQ(inPeriods, 2);
    RecurrenceQuery query;
    query.from = kEarliestTime;
    const RecurrenceTable bounded = library.ask(query);
    QCOMPARE_EQ(bounded.reviews, 2);
    QCOMPARE_EQ(bounded.undated, 0);
    QCOMPARE_EQ(bounded.leftOut, 1);
}

void RecurrenceTest::onlyStatementsOfTheAskedPolarityCount()
{
    Library library(3);
    library.says(0, 0)
        .says(1, 0, Phase::Before, Polarity::Helped)
        .says(2, 1, Phase::Before, Polarity::Helped);
    RecurrenceQuery query;
    query.polarity = Polarity::Helped;
    const RecurrenceTable table = library.ask(query);
    QCOMPARE_EQ(keysOf(table), (QStringList{ u"P01"_s, u"P02"_s }));
    QCOMPARE_EQ(table.codes[0].k, 1);
    QCOMPARE_EQ(table.codes[0].hindered, 0);
    QCOMPARE_EQ(table.reviews, 3);
}

void RecurrenceTest::statementsAboutUnknownReviewsAreLeftOut()
{
    Library library(2);
    library.says(0, 0).add(
        { ReviewId::create(), library.codes()[0].id, Phase::Before, Polarity::Hindered });
    QCOMPARE_EQ(library.ask().codes[0].k, 1);
}

void RecurrenceTest::aCodeOutsideTheBookGoesByItsId()
{
    Library library(2);
    const CodeId stray = CodeId::create();
    library.add({ library.review(1), stray, {}, Polarity::Present });
    const RecurrenceTable table = library.ask();
    QCOMPARE_EQ(table.codes[0].key, stray.toString());
    QVERIFY(table.codes[0].name.isEmpty());
}

void RecurrenceTest::aReviewGivenTwiceCountsOnce()
{
    const ReviewFact review{ ReviewId::create(), u"Twice"_s, TimePoint::fromSeconds(1) };
    const CodeFact code{ CodeId::create(), u"P01"_s, u"Name"_s };
    const RecurrenceTable table =
        recurrence({ review, review }, { code }, { { review.id, code.id, {}, Polarity::Present } });
    QCOMPARE_EQ(table.reviews, 1);
    QCOMPARE_EQ(table.codes[0].share, 1.0);
}

void RecurrenceTest::pairsHaveTheFourCells()
{
    Library library(8);
    library.says({ 0, 1, 2, 3 }, 0).says({ 2, 3, 4 }, 1);
    const RecurrenceTable table = library.ask();
    QCOMPARE_EQ(table.pairs.size(), 1);
    const PairRecurrence pair = table.pairs[0];
    QCOMPARE_EQ((QList<int>{ pair.both, pair.onlyA, pair.onlyB, pair.neither }),
                (QList<int>{ 2, 2, 1, 3 }));
    QCOMPARE_EQ(pair.jaccard, 0.4);
    QCOMPARE_EQ(pair.lift, 2 * 8.0 / (4 * 3));
    QCOMPARE_EQ(pair.p, fisherExact(2, 2, 1, 3));
    QCOMPARE_EQ(pair.q, pair.p);
}

void RecurrenceTest::aPairWithTooLittleHasNoPValue_data()
{
    QTest::addColumn<int>("reviews");
    QTest::addColumn<QList<int>>("first");
    QTest::addColumn<QList<int>>("second");
    QTest::addColumn<bool>("isTested");
    QTest::newRow("four reviews") << 4 << QList<int>{ 0, 1 } << QList<int>{ 1, 2 } << false;
    QTest::newRow("five reviews") << 5 << QList<int>{ 0, 1 } << QList<int>{ 1, 2 } << true;
    QTest::newRow("seen once") << 9 << QList<int>{ 0 } << QList<int>{ 0, 1, 2 } << false;
    QTest::newRow("missing once") << 5 << QList<int>{ 0, 1, 2, 3 } << QList<int>{ 0, 1 } << false;
    QTest::newRow("seen always") << 5 << QList<int>{ 0, 1, 2, 3, 4 } << QList<int>{ 0, 1 } << false;
}

void RecurrenceTest::aPairWithTooLittleHasNoPValue()
{
    QFETCH(int, reviews);
    QFETCH(QList<int>, first);
    QFETCH(QList<int>, second);
    QFETCH(bool, isTested);
    Library library(reviews);
    library.says(first, 0).says(second, 1);
    const RecurrenceTable table = library.ask();
    QCOMPARE_EQ(table.pairs.size(), 1);
    QCOMPARE_EQ(table.pairs[0].p.has_value(), isTested);
    QCOMPARE_EQ(table.pairs[0].q.has_value(), isTested);
}

void RecurrenceTest::thePValuesAreAdjustedOverAllTestedPairs()
{
    Library library(20);
    library.says({ 0, 1, 2, 3, 4, 5, 6 }, 0)
        .says({ 0, 1, 2, 3, 4, 5 }, 1)
        .says({ 10, 11, 12 }, 2)
        .says({ 19 }, 3);
    const RecurrenceTable table = library.ask();
    QList<double> pValues;
    QList<double> qValues;
    for (const PairRecurrence &pair : table.pairs) {
        if (pair.p) {
            pValues.append(*pair.p);
            qValues.append(*pair.q);
        }
    }
    // Pairs that never met are tested too; the code seen once is in none.
    QCOMPARE_EQ(pValues.size(), 3);
    QCOMPARE_EQ(table.pairs.size(), 3);
    QCOMPARE_EQ(qValues, benjaminiHochberg(pValues));
    QCOMPARE_EQ(table.pairs[0].both, 6);
}

void RecurrenceTest::quartersRunWithoutGaps()
{
    Library library(2);
    library.dated(0, u"2025-12-31T23:59:59Z"_s).dated(1, u"2026-07-01T00:00:00Z"_s);
    const RecurrenceTable table = library.ask();
    QCOMPARE_EQ(table.periods.size(), 4);
    QCOMPARE_EQ(periodName(table.periods[0], PeriodLength::Quarter), u"2025 Q4"_s);
    QCOMPARE_EQ(periodName(table.periods[3], PeriodLength::Quarter), u"2026 Q3"_s);
    QVERIFY(table.periods[1].reviews.isEmpty());
    for (qsizetype i = 1; i < table.periods.size(); ++i)
        QCOMPARE_EQ(table.periods[i].span.start, table.periods[i - 1].span.end);
    QCOMPARE_EQ(toRfc3339(table.periods[1].span.start), u"2026-01-01T00:00:00Z"_s);
}

void RecurrenceTest::monthsAreThoseOfTheZone()
{
    Library library(1);
    library.dated(0, u"2026-03-31T22:30:00Z"_s);
    const RecurrenceTable utc = library.ask(by(PeriodLength::Month));
    QCOMPARE_EQ(utc.periods[0].part, 3);
    const RecurrenceTable paris = library.ask(by(PeriodLength::Month, u"Europe/Paris"_s));
    QCOMPARE_EQ(paris.periods[0].part, 4);
    QCOMPARE_EQ(toRfc3339(paris.periods[0].span.start), u"2026-03-31T22:00:00Z"_s);
    QVERIFY(paris.periods[0].span.contains(*fromRfc3339(u"2026-03-31T22:30:00Z")));
}

void RecurrenceTest::aSlipInADateMakesNoFloodOfPeriods()
{
    Library library(3);
    library.dated(0, u"0026-01-01T00:00:00Z"_s);
    const RecurrenceTable table = library.ask(by(PeriodLength::Month));
    QCOMPARE_LE(table.periods.size(), 3);
    QCOMPARE_EQ(table.periods[0].year, 26);
}

void RecurrenceTest::periodsCarryTheirPhasesAndReviews()
{
    Library library(3);
    library.dated(0, u"2026-01-05T00:00:00Z"_s)
        .dated(1, u"2026-02-05T00:00:00Z"_s)
        .dated(2, u"2026-05-05T00:00:00Z"_s);
    library.says(0, 0, Phase::Before | Phase::During)
        .says(0, 1, Phase::Before)
        .says(1, 0, Phase::After);
    library.says(2, 0, Phase::During);
    const RecurrenceTable table = library.ask();
    QCOMPARE_EQ(table.periods.size(), 2);
    QCOMPARE_EQ(table.periods[0].phases, (std::array<int, 3>{ 2, 1, 1 }));
    QCOMPARE_EQ(table.periods[0].phaseReviews[0], (QList<ReviewId>{ library.review(0) }));
    QCOMPARE_EQ(table.periods[0].counts, (QList<int>{ 2, 1 }));
    QCOMPARE_EQ(reviewsOf(table, 0, 0), (QList<ReviewId>{ library.review(0), library.review(1) }));
    QCOMPARE_EQ(reviewsOf(table, 1, 1), QList<ReviewId>());
}

void RecurrenceTest::sentencesSayWhatWasCounted()
{
    CodeRecurrence code;
    code.k = 9;
    code.n = 27;
    code.share = 9.0 / 27;
    code.interval = *wilsonInterval(9, 27);
    QCOMPARE_EQ(shareSentence(code), u"Seen in 9 of 27 reviews (33 %, interval 19–52 %)."_s);
    QVERIFY(phaseSentence(code).isEmpty());
    code.before = 5;
    code.helped = 1;
    QCOMPARE_EQ(phaseSentence(code), u"Before the incident in 5, helped in 1."_s);
    QCOMPARE_EQ(percentText(0.999), u"99 %"_s);
    QCOMPARE_EQ(percentText(0.001), u"1 %"_s);
    QCOMPARE_EQ(percentText(0), u"0 %"_s);
    QCOMPARE_EQ(percentText(1), u"100 %"_s);
}

void RecurrenceTest::pairSentencesNeverOverstate()
{
    Library few(3);
    few.says({ 0, 1 }, 0).says({ 0 }, 1);
    const RecurrenceTable small = few.ask();
    QVERIFY(pairSentence(small, small.pairs[0])
                .endsWith(u"Too little to compare with chance in 3 reviews."));
    Library even(14);
    even.says({ 0, 1, 2, 3 }, 0).says({ 2, 3, 4, 5 }, 1);
    const RecurrenceTable middle = even.ask();
    QVERIFY(pairSentence(middle, middle.pairs[0])
                .endsWith(u"Not distinguishable from chance with 14 reviews."));
    Library tied(20);
    tied.says({ 0, 1, 2, 3, 4, 5, 6 }, 0).says({ 0, 1, 2, 3, 4, 5, 6 }, 1);
    const RecurrenceTable strong = tied.ask();
    QVERIFY(pairSentence(strong, strong.pairs[0]).contains(u"more often than chance"));
    Library apart(20);
    apart.says({ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 }, 0)
        .says({ 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 }, 1);
    const RecurrenceTable never = apart.ask();
    QVERIFY(pairSentence(never, never.pairs[0]).contains(u"less often than chance"));
    RecurrenceQuery query;
    query.from = kEarliestTime;
    QVERIFY(sampleSentence(Library(4).undated(2).ask(query)).contains(u"1 undated"));
    QVERIFY(!sampleSentence(Library(4).ask(query)).contains(u"undated"));
}

void RecurrenceTest::theJsonHasTheContractsShape()
{
    Library library(6);
    library.says({ 0, 1, 2 }, 0).says({ 1, 2 }, 1).says(5, 2);
    const QJsonObject json = toJson(library.ask());
    QCOMPARE_EQ(json.keys(), (QStringList{ u"codes"_s, u"pairs"_s, u"periods"_s, u"reviews"_s }));
    QCOMPARE_EQ(json[u"reviews"].toInt(), 6);
    const QJsonObject code = json[u"codes"][0].toObject();
    QCOMPARE_EQ(code.keys(),
                (QStringList{ u"after"_s, u"before"_s, u"code"_s, u"during"_s, u"helped"_s,
                              u"high"_s, u"hindered"_s, u"k"_s, u"low"_s, u"n"_s, u"name"_s,
                              u"reviews"_s, u"share"_s }));
    QCOMPARE_EQ(code[u"code"].toString(), u"P01"_s);
    QCOMPARE_EQ(code[u"reviews"].toArray().size(), 3);
    const QJsonObject pair = json[u"pairs"][0].toObject();
    QCOMPARE_EQ(pair.keys(),
                (QStringList{ u"a"_s, u"b"_s, u"both"_s, u"jaccard"_s, u"lift"_s, u"neither"_s,
                              u"onlyA"_s, u"onlyB"_s, u"p"_s, u"q"_s }));
    QCOMPARE_EQ(pair[u"b"].toString(), u"P02"_s);
    const QJsonObject period = json[u"periods"][0].toObject();
    QCOMPARE_EQ(period.keys(), (QStringList{ u"counts"_s, u"from"_s, u"reviews"_s, u"to"_s }));
    QCOMPARE_EQ(period[u"counts"][u"P01"].toInt(), 3);
    Library two(2);
    two.says({ 0, 1 }, 0).says({ 1 }, 1);
    QVERIFY(toJson(two.ask())[u"pairs"][0][u"p"].isNull());
}

void RecurrenceTest::csvCellsCannotRunInASpreadsheet_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    QTest::newRow("plain") << u"Deadline"_s << u"Deadline"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
    QTest::newRow("quote") << u"a\"b"_s << u"\"a\"\"b\""_s;
    QTest::newRow("line break") << u"a\nb"_s << u"\"a\nb\""_s;
    QTest::newRow("equals") << u"=1+1"_s << u"'=1+1"_s;
    QTest::newRow("plus") << u"+1"_s << u"'+1"_s;
    QTest::newRow("minus") << u"-1"_s << u"'-1"_s;
    QTest::newRow("at") << u"@sum"_s << u"'@sum"_s;
    QTest::newRow("tab") << u"\t=1"_s << u"'\t=1"_s;
    QTest::newRow("return") << u"\r=1"_s << u"\"'\r=1\""_s;
    QTest::newRow("formula with comma") << u"=A1,B1"_s << u"\"'=A1,B1\""_s;
}

void RecurrenceTest::csvCellsCannotRunInASpreadsheet()
{
    QFETCH(QString, text);
    QFETCH(QString, cell);
    QCOMPARE_EQ(csvCell(text), cell);
}

void RecurrenceTest::anyLibraryKeepsItsSumsRight()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 40; ++round) {
        const int reviews = random.bounded(1, 30);
        Library library(reviews);
        for (int i = random.bounded(80); i > 0; --i) {
            library.says(random.bounded(reviews), random.bounded(4), Phases(random.bounded(8)),
                         Polarity(random.bounded(3)));
        }
        const RecurrenceTable table =
            library.ask(by(round % 2 ? PeriodLength::Month : PeriodLength::Quarter));
        for (int c = 0; c < table.codes.size(); ++c) {
            const CodeRecurrence &code = table.codes[c];
            QCOMPARE_EQ(code.reviews.size(), code.k);
            QCOMPARE_LE(
                std::max({ code.before, code.during, code.after, code.hindered, code.helped }),
                code.k);
            QVERIFY(code.interval.contains(code.share));
            int inPeriods = 0;
            for (int p = 0; p < table.periods.size(); ++p) {
                inPeriods += table.periods[p].counts[c];
                QCOMPARE_EQ(reviewsOf(table, p, c).size(), table.periods[p].counts[c]);
            }
            QCOMPARE_EQ(inPeriods, code.k);
        }
        for (const PairRecurrence &pair : table.pairs) {
            QCOMPARE_EQ(pair.both + pair.onlyA + pair.onlyB + pair.neither, reviews);
            QCOMPARE_EQ(pair.both + pair.onlyA, table.codes[pair.a].k);
            QVERIFY(std::min({ pair.both, pair.onlyA, pair.onlyB, pair.neither }) >= 0);
            QVERIFY(!pair.q || *pair.q >= *pair.p);
        }
    }
}

QTEST_GUILESS_MAIN(RecurrenceTest)
#include "tst_recurrence.moc"
