// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/statistics.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace SecondStory::Analysis;

// Reference values come from SciPy 1.10.1, an implementation that shares no code with ours. The
// call that made each stands beside it.

namespace {

constexpr double kTolerance = 1e-9;

bool isNear(double a, double b)
{
    return std::abs(a - b) <= kTolerance;
}

void addIntervalColumns()
{
    QTest::addColumn<int>("k");
    QTest::addColumn<int>("n");
    QTest::addColumn<double>("level");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
}

} // namespace

class StatisticsTest : public QObject {
    Q_OBJECT

private slots:
    void theWilsonIntervalAgreesWithSciPy_data();
    void theWilsonIntervalAgreesWithSciPy();
    void theExactShareIntervalAgreesWithSciPy_data();
    void theExactShareIntervalAgreesWithSciPy();
    void thePoissonIntervalAgreesWithSciPy_data();
    void thePoissonIntervalAgreesWithSciPy();
    void fishersTestAgreesWithExactFractions_data();
    void fishersTestAgreesWithExactFractions();
    void fishersTestSurvivesALargeTable();
    void adjustedPValuesAgreeWithExactFractions();
    void theMedianIntervalUsesTheRanksOfR_data();
    void theMedianIntervalUsesTheRanksOfR();
    void intervalsContainTheShareAndMirror();
    void theExactIntervalIsNoNarrowerWhereItMatters();
    void moreLevelMeansAWiderInterval();
    void fishersTestIgnoresWhichIsWhich();
    void adjustingKeepsOrderAndNeverLowers();
    void impossibleInputHasNoAnswer();
    void togethernessIsDefinedOnlyWhereSomethingOccurs();
};

void StatisticsTest::theWilsonIntervalAgreesWithSciPy_data()
{
    addIntervalColumns();
    // scipy.stats.binomtest(k, n).proportion_ci(level, 'wilson')
    QTest::newRow("9 of 27") << 9 << 27 << 0.95 << 0.186432614987 << 0.521752394927;
    QTest::newRow("none of 14") << 0 << 14 << 0.95 << 0.0 << 0.215310802738;
    QTest::newRow("all of 14") << 14 << 14 << 0.95 << 0.784689197262 << 1.0;
    QTest::newRow("one of one") << 1 << 1 << 0.95 << 0.206549314377 << 1.0;
    QTest::newRow("3 of 14") << 3 << 14 << 0.95 << 0.075713867127 << 0.475892305866;
    QTest::newRow("5 of 14 at 90 %") << 5 << 14 << 0.90 << 0.186065976266 << 0.574492546658;
    QTest::newRow("120 of 1000 at 99 %") << 120 << 1000 << 0.99 << 0.096003694592 << 0.149005590734;
    QTest::newRow("7 of 8") << 7 << 8 << 0.95 << 0.529111817787 << 0.977582508550;
}

void StatisticsTest::theWilsonIntervalAgreesWithSciPy()
{
    QFETCH(int, k);
    QFETCH(int, n);
    QFETCH(double, level);
    QFETCH(double, low);
    QFETCH(double, high);
    const auto interval = wilsonInterval(k, n, level);
    QVERIFY(interval);
    QVERIFY2(isNear(interval->low, low), qPrintable(QString::number(interval->low, 'f', 12)));
    QVERIFY2(isNear(interval->high, high), qPrintable(QString::number(interval->high, 'f', 12)));
}

void StatisticsTest::theExactShareIntervalAgreesWithSciPy_data()
{
    addIntervalColumns();
    // scipy.stats.binomtest(k, n).proportion_ci(level, 'exact')
    QTest::newRow("9 of 27") << 9 << 27 << 0.95 << 0.165188179687 << 0.539607286092;
    QTest::newRow("none of 14") << 0 << 14 << 0.95 << 0.0 << 0.231635761650;
    QTest::newRow("all of 14") << 14 << 14 << 0.95 << 0.768364238350 << 1.0;
    QTest::newRow("one of one") << 1 << 1 << 0.95 << 0.025 << 1.0;
    QTest::newRow("3 of 14") << 3 << 14 << 0.95 << 0.046579287890 << 0.507975677048;
    QTest::newRow("5 of 14 at 90 %") << 5 << 14 << 0.90 << 0.152717622385 << 0.609585132470;
    QTest::newRow("120 of 1000 at 99 %") << 120 << 1000 << 0.99 << 0.094898050965 << 0.148801084081;
    QTest::newRow("7 of 8") << 7 << 8 << 0.95 << 0.473490329125 << 0.996840276469;
}

void StatisticsTest::theExactShareIntervalAgreesWithSciPy()
{
    QFETCH(int, k);
    QFETCH(int, n);
    QFETCH(double, level);
    QFETCH(double, low);
    QFETCH(double, high);
    const auto interval = clopperPearsonInterval(k, n, level);
    QVERIFY(interval);
    QVERIFY2(isNear(interval->low, low), qPrintable(QString::number(interval->low, 'f', 12)));
    QVERIFY2(isNear(interval->high, high), qPrintable(QString::number(interval->high, 'f', 12)));
}

void StatisticsTest::thePoissonIntervalAgreesWithSciPy_data()
{
    QTest::addColumn<int>("k");
    QTest::addColumn<double>("exposure");
    QTest::addColumn<double>("level");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    // a = 1 - level; chi2.ppf(a/2, 2*k)/2/T, chi2.ppf(1 - a/2, 2*k + 2)/2/T  (scipy.stats.chi2)
    QTest::newRow("none in one") << 0 << 1.0 << 0.95 << 0.0 << 3.688879454114;
    QTest::newRow("one in one") << 1 << 1.0 << 0.95 << 0.025317807984 << 5.571643390939;
    QTest::newRow("3 in 12 months") << 3 << 12.0 << 0.95 << 0.051556010241 << 0.730606089145;
    QTest::newRow("20 in 6.5") << 20 << 6.5 << 0.95 << 1.879464551601 << 4.752058138873;
    QTest::newRow("5 in one at 99 %") << 5 << 1.0 << 0.99 << 1.077928240652 << 14.149759411023;
    QTest::newRow("150 in 30") << 150 << 30.0 << 0.95 << 4.231872043375 << 5.867238869902;
}

void StatisticsTest::thePoissonIntervalAgreesWithSciPy()
{
    QFETCH(int, k);
    QFETCH(double, exposure);
    QFETCH(double, level);
    QFETCH(double, low);
    QFETCH(double, high);
    const auto interval = poissonInterval(k, exposure, level);
    QVERIFY(interval);
    QVERIFY2(isNear(interval->low, low), qPrintable(QString::number(interval->low, 'f', 12)));
    QVERIFY2(isNear(interval->high, high), qPrintable(QString::number(interval->high, 'f', 12)));
}

void StatisticsTest::fishersTestAgreesWithExactFractions_data()
{
    QTest::addColumn<QList<int>>("cells");
    QTest::addColumn<double>("p");
    // sum of comb(r, x) * comb(n - r, c - x) over x with weight <= observed * (1 + 1e-7), divided
    // by comb(n, c), in Python's fractions.Fraction; scipy.stats.fisher_exact gives the same 15
    // digits.
    QTest::newRow("lady tasting tea") << QList<int>{ 3, 1, 1, 3 } << 0.485714285714286;
    QTest::newRow("8 2 1 5") << QList<int>{ 8, 2, 1, 5 } << 0.034965034965035;
    QTest::newRow("10 2 3 15") << QList<int>{ 10, 2, 3, 15 } << 0.000536724119143;
    QTest::newRow("never together") << QList<int>{ 0, 5, 5, 0 } << 0.007936507936508;
    QTest::newRow("1 9 11 3") << QList<int>{ 1, 9, 11, 3 } << 0.002759456185220;
    QTest::newRow("perfectly even") << QList<int>{ 4, 4, 4, 4 } << 1.0;
    QTest::newRow("5 4 6 12") << QList<int>{ 5, 4, 6, 12 } << 0.410526315789474;
    QTest::newRow("30 20 10 40") << QList<int>{ 30, 20, 10, 40 } << 0.000083086587062;
    QTest::newRow("always together") << QList<int>{ 2, 0, 0, 12 } << 0.010989010989011;
    QTest::newRow("none together, uneven") << QList<int>{ 0, 7, 2, 5 } << 0.461538461538462;
    QTest::newRow("an empty margin") << QList<int>{ 0, 0, 3, 4 } << 1.0;
}

void StatisticsTest::fishersTestAgreesWithExactFractions()
{
    QFETCH(QList<int>, cells);
    QFETCH(double, p);
    const auto result = fisherExact(cells[0], cells[1], cells[2], cells[3]);
    QVERIFY(result);
    QVERIFY2(isNear(*result, p), qPrintable(QString::number(*result, 'f', 15)));
}

void StatisticsTest::fishersTestSurvivesALargeTable()
{
    const auto far = fisherExact(5000, 0, 0, 5000);
    QVERIFY(far);
    QVERIFY(std::isfinite(*far));
    QCOMPARE_LT(*far, 1e-100);
    const auto even = fisherExact(2500, 2500, 2500, 2500);
    QVERIFY(even);
    QCOMPARE_EQ(*even, 1.0);
}

void StatisticsTest::adjustedPValuesAgreeWithExactFractions()
{
    // Fractions in Python: [3/100, 6/125, 6/125, 3/100, 1/2, 6/125]
    const QList<double> q = benjaminiHochberg({ 0.01, 0.04, 0.03, 0.005, 0.5, 0.04 });
    const QList<double> expected{ 0.03, 0.048, 0.048, 0.03, 0.5, 0.048 };
    QCOMPARE_EQ(q.size(), expected.size());
    for (qsizetype i = 0; i < q.size(); ++i)
        QVERIFY2(isNear(q[i], expected[i]), qPrintable(QString::number(q[i])));
    QVERIFY(benjaminiHochberg({}).isEmpty());
    QCOMPARE_EQ(benjaminiHochberg({ 1.0, 1.0 }), (QList<double>{ 1.0, 1.0 }));
}

void StatisticsTest::theMedianIntervalUsesTheRanksOfR_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("rank");
    // int(scipy.stats.binom.ppf(0.025, n, 0.5)), which is R's qbinom(0.025, n, 0.5)
    QTest::newRow("1") << 1 << 0;
    QTest::newRow("5") << 5 << 0;
    QTest::newRow("6") << 6 << 1;
    QTest::newRow("9") << 9 << 2;
    QTest::newRow("15") << 15 << 4;
    QTest::newRow("20") << 20 << 6;
    QTest::newRow("25") << 25 << 8;
    QTest::newRow("50") << 50 << 18;
    QTest::newRow("101") << 101 << 41;
}

void StatisticsTest::theMedianIntervalUsesTheRanksOfR()
{
    QFETCH(int, count);
    QFETCH(int, rank);
    QList<double> values;
    for (int i = count; i >= 1; --i)
        values.append(i);
    const auto estimate = medianEstimate(values);
    QVERIFY(estimate);
    QCOMPARE_EQ(estimate->median, (count + 1) / 2.0);
    QCOMPARE_EQ(estimate->count, count);
    QCOMPARE_EQ(estimate->interval.has_value(), rank > 0);
    if (rank > 0)
        QCOMPARE_EQ(*estimate->interval, (Interval{ double(rank), double(count - rank + 1) }));
}

void StatisticsTest::intervalsContainTheShareAndMirror()
{
    for (int n = 1; n <= 60; ++n) {
        for (int k = 0; k <= n; ++k) {
            const double share = double(k) / n;
            for (const auto &intervalOf : { wilsonInterval, clopperPearsonInterval }) {
                const auto one = intervalOf(k, n, 0.95);
                const auto other = intervalOf(n - k, n, 0.95);
                QVERIFY(one && other);
                QVERIFY(one->contains(share));
                QCOMPARE_GE(one->low, 0.0);
                QCOMPARE_LE(one->high, 1.0);
                QVERIFY(isNear(one->low, 1 - other->high));
            }
        }
    }
}

void StatisticsTest::theExactIntervalIsNoNarrowerWhereItMatters()
{
    for (int n = 5; n <= 40; ++n) {
        const auto wilson = wilsonInterval(n / 2, n);
        const auto exact = clopperPearsonInterval(n / 2, n);
        QCOMPARE_LE(exact->low, wilson->low);
        QCOMPARE_GE(exact->high, wilson->high);
    }
}

void StatisticsTest::moreLevelMeansAWiderInterval()
{
    const auto narrow = poissonInterval(4, 2.0, 0.8);
    const auto wide = poissonInterval(4, 2.0, 0.99);
    QVERIFY(narrow->contains(2.0));
    QCOMPARE_LT(wide->low, narrow->low);
    QCOMPARE_GT(wide->high, narrow->high);
    QCOMPARE_LT(wilsonInterval(4, 9, 0.8)->high, wilsonInterval(4, 9, 0.99)->high);
}

void StatisticsTest::fishersTestIgnoresWhichIsWhich()
{
    for (int a = 0; a <= 6; ++a) {
        for (int b = 0; b <= 6; ++b) {
            for (int c = 0; c <= 6; ++c) {
                const int d = 1 + (a * 3 + b * 5 + c) % 7;
                const double p = fisherExact(a, b, c, d).value_or(-1);
                QVERIFY(p > 0 && p <= 1);
                QVERIFY(isNear(p, *fisherExact(a, c, b, d)));
                QVERIFY(isNear(p, *fisherExact(d, c, b, a)));
                QVERIFY(isNear(p, *fisherExact(b, a, d, c)));
            }
        }
    }
}

void StatisticsTest::adjustingKeepsOrderAndNeverLowers()
{
    const QList<double> p{ 0.2, 0.001, 0.9, 0.04, 0.04, 0.6, 0.0004 };
    const QList<double> q = benjaminiHochberg(p);
    for (qsizetype i = 0; i < p.size(); ++i) {
        QCOMPARE_GE(q[i], p[i]);
        QCOMPARE_LE(q[i], 1.0);
        for (qsizetype j = 0; j < p.size(); ++j)
            QVERIFY(p[i] > p[j] || q[i] <= q[j]);
    }
}

void StatisticsTest::impossibleInputHasNoAnswer()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!wilsonInterval(0, 0));
    QVERIFY(!wilsonInterval(3, 2));
    QVERIFY(!wilsonInterval(-1, 2));
    QVERIFY(!wilsonInterval(1, 2, 1.0));
    QVERIFY(!wilsonInterval(1, 2, nan));
    QVERIFY(!clopperPearsonInterval(0, 0));
    QVERIFY(!clopperPearsonInterval(1, 2, 0.0));
    QVERIFY(!poissonInterval(1, 0.0));
    QVERIFY(!poissonInterval(1, nan));
    QVERIFY(!poissonInterval(-1, 1.0));
    QVERIFY(!fisherExact(0, 0, 0, 0));
    QVERIFY(!fisherExact(1, -1, 2, 3));
    QVERIFY(!medianEstimate({}));
    QVERIFY(!medianEstimate({ nan, nan }));
    QCOMPARE_EQ(medianEstimate({ nan, 7.0 })->median, 7.0);
    QCOMPARE_EQ(medianEstimate({ 4.0, 4.0, 4.0, 4.0, 4.0, 4.0 })->interval, (Interval{ 4.0, 4.0 }));
}

void StatisticsTest::togethernessIsDefinedOnlyWhereSomethingOccurs()
{
    QCOMPARE_EQ(jaccard(2, 1, 1), 0.5);
    QCOMPARE_EQ(jaccard(0, 1, 1), 0.0);
    QVERIFY(!jaccard(0, 0, 0));
    QCOMPARE_EQ(lift(2, 2, 2, 2), 1.0);
    QCOMPARE_EQ(lift(5, 0, 0, 5), 2.0);
    QVERIFY(!lift(0, 0, 3, 4));
    QVERIFY(!lift(0, 3, 0, 4));
}

QTEST_GUILESS_MAIN(StatisticsTest)
#include "tst_statistics.moc"
