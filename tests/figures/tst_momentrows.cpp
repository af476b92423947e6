// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/momentrows.h"

#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Figures;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMinute = 60'000'000;
constexpr double kRow = 18;

MomentSpan from(int minute, int until)
{
    return { MomentId::create(), { minute * kMinute }, { until * kMinute }, u"m"_s, 0, 0 };
}

TimeScale minutes(int first, int last, double width = 1'000)
{
    return TimeScale({ { first * kMinute }, { last * kMinute } }, width);
}

} // namespace

class MomentRowsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void momentsAreReadByTimeAndUndatedOnesCounted()
    {
        ReviewContents contents;
        for (const auto &start :
             { std::optional(TimePoint{ 9 * kMinute }), std::optional(TimePoint{ 2 * kMinute }),
               std::optional<TimePoint>() }) {
            Moment moment;
            moment.id = MomentId::create();
            moment.start = start;
            moment.title = start ? QString::number(start->us / kMinute) : u"undated"_s;
            contents.moments << moment;
        }
        for (int i = 0; i < 2; ++i) {
            Account account;
            account.id = AccountId::create();
            account.momentId = contents.moments[1].id;
            contents.accounts << account;
        }
        Contradiction difference;
        difference.first = contents.accounts[0].id;
        difference.second = contents.accounts[1].id;
        contents.contradictions << difference;
        const MomentRows rows(contents);
        QCOMPARE(rows.undated(), 1);
        QCOMPARE(rows.all().size(), 2);
        QCOMPARE(rows.all()[0].title, u"2"_s);
        QCOMPARE(rows.all()[0].accounts, 2);
        QCOMPARE(rows.all()[0].differences, 1);
        QCOMPARE(rows.all()[1].accounts, 0);
        QCOMPARE(rows.indexOf(contents.moments[0].id), 1);
        QCOMPARE(rows.indexOf(contents.moments[2].id), -1);
    }

    void withoutMomentsThereIsNothingToDraw()
    {
        const MomentRows rows;
        QCOMPARE(rows.rows(), 0);
        QVERIFY(rows.brackets(minutes(0, 60), kRow).isEmpty());
    }

    void aBracketStandsOverItsTimeAndAnInstantCanStillBeSeen()
    {
        const MomentRows rows({ from(10, 30), from(50, 50) });
        const QList<MomentBracket> brackets = rows.brackets(minutes(0, 100), kRow);
        QCOMPARE(brackets.size(), 2);
        QCOMPARE(brackets[0].bracket, QRectF(100, 0, 200, kRow));
        QCOMPARE(brackets[1].bracket.left(), 500.0);
        QCOMPARE(brackets[1].bracket.top(), kRow); // neighbours take turns
        QVERIFY(brackets[1].bracket.width() >= 8);
    }

    void onlyWhatIsInViewIsVisited()
    {
        QList<MomentSpan> many;
        for (int i = 0; i < 10'000; ++i)
            many << from(i * 10, i * 10 + 4);
        const MomentRows rows(many);
        const auto [first, end] = rows.reachingInto({ { 50'000 * kMinute }, { 50'100 * kMinute } });
        QCOMPARE(first, qsizetype(5'000));
        QCOMPARE(end - first, qsizetype(11));
        QVERIFY(rows.brackets(minutes(50'000, 50'100), kRow).size() <= 13);
    }

    void aLongMomentThatBeganBeforeTheViewIsStillThere()
    {
        QList<MomentSpan> all{ from(0, 5'000) };
        for (int i = 1; i < 100; ++i)
            all << from(i, i);
        const MomentRows rows(all);
        const QList<MomentBracket> brackets = rows.brackets(minutes(2'000, 2'060), kRow);
        QCOMPARE(brackets.size(), 1);
        QCOMPARE(brackets[0].first, qsizetype(0));
        QVERIFY(brackets[0].words.left() >= 0); // its words stay in view
    }

    void momentsOnTheSamePixelsBecomeOneWithACount()
    {
        const MomentRows rows({ from(0, 0), from(1, 1), from(2, 2), from(3, 3), from(4, 4) });
        const QList<MomentBracket> far = rows.brackets(minutes(-50'000, 50'000), kRow);
        QCOMPARE(far.size(), 2);
        QCOMPARE(far[0].first, qsizetype(0));
        QCOMPARE(far[0].last, qsizetype(4));
        QCOMPARE(far[0].count() + far[1].count(), 5);
        QVERIFY(far[0].holds(2) && !far[0].holds(3) && far[1].holds(3));
        const QList<MomentBracket> near = rows.brackets(minutes(0, 5), kRow);
        QCOMPARE(near.size(), 5);
        for (const MomentBracket &one : near)
            QCOMPARE(one.count(), 1);
    }

    void wordsNeverReachIntoTheNextBracket()
    {
        QList<MomentSpan> all;
        for (int i = 0; i < 60; ++i)
            all << from(i * 3, i * 3 + i % 5);
        const MomentRows rows(all);
        for (const int span : { 20, 60, 200, 2'000 }) {
            const QList<MomentBracket> brackets = rows.brackets(minutes(0, span), kRow);
            for (qsizetype i = 0; i + 1 < brackets.size(); ++i) {
                const MomentBracket &one = brackets[i];
                const MomentBracket &next = brackets[i + 1];
                if (one.words.isEmpty() || one.bracket.top() != next.bracket.top())
                    continue;
                QVERIFY(one.words.right() <= next.bracket.left());
            }
        }
    }

    void aRowIsAMomentsOwnWhereverOneLooks()
    {
        QList<MomentSpan> all;
        for (int i = 0; i < 20; ++i)
            all << from(i * 10, i * 10 + 6);
        const MomentRows rows(all);
        const auto rowOf = [&rows](const TimeScale &scale, qsizetype index) {
            for (const MomentBracket &one : rows.brackets(scale, kRow)) {
                if (one.holds(index))
                    return one.bracket.top();
            }
            return -1.0;
        };
        for (int shift = 0; shift < 100; shift += 7)
            QCOMPARE(rowOf(minutes(shift, shift + 120), 11), kRow);
    }
};

QTEST_GUILESS_MAIN(MomentRowsTest)
#include "tst_momentrows.moc"
