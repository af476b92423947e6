// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/sameproposals.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Analysis;

class SameProposalsTest : public QObject {
    Q_OBJECT

    const SourceId m_chat = SourceId::create();
    const SourceId m_report = SourceId::create();
    const SourceId m_git = SourceId::create();

    static RecordedFact fact(SourceId source, int minute, const QString &words)
    {
        return { EventId::create(), source, minute * 60'000'000LL, words };
    }

private slots:
    void theSameDeployInTwoSourcesIsProposedOnce()
    {
        const RecordedFact chat = fact(m_chat, 10, u"deploying #472 to the hub now"_s);
        const RecordedFact commit = fact(m_git, 11, u"Merge pull request #472 into the hub"_s);
        std::vector<RecordedFact> facts{ chat, commit };
        for (int i = 0; i < 12; ++i)
            facts.push_back(fact(m_git, 12 + i, u"Fix typo %1 in the readme now"_s.arg(i)));
        const auto proposals = proposeSame(facts);
        QCOMPARE(proposals.size(), 1U);
        QCOMPARE(proposals[0].first, chat.id);
        QCOMPARE(proposals[0].second, commit.id);
        QCOMPARE(proposals[0].apartUs, 60'000'000);
        QVERIFY(proposals[0].shared.contains(u"472"_s));
    }

    void recordsOfOneSourceAreNeverProposed()
    {
        QVERIFY(proposeSame({ fact(m_chat, 1, u"disk db-1 is full again"_s),
                              fact(m_chat, 2, u"disk db-1 is full again"_s) })
                    .empty());
    }

    void whatLiesFurtherApartThanAFewMinutesIsNotProposed()
    {
        QVERIFY(proposeSame({ fact(m_chat, 1, u"disk db-1 is full"_s),
                              fact(m_report, 7, u"disk db-1 is full"_s) })
                    .empty());
        QCOMPARE(proposeSame({ fact(m_chat, 1, u"disk db-1 is full"_s),
                               fact(m_report, 6, u"disk db-1 is full"_s) })
                     .size(),
                 1U);
    }

    void everydayWordsAloneAreNotEnough()
    {
        std::vector<RecordedFact> facts;
        for (int i = 0; i < 60; ++i) {
            facts.push_back(fact(m_chat, i * 20, u"looking at the hub"_s));
            facts.push_back(fact(m_report, i * 20, u"the hub was slow for users %1"_s.arg(i)));
        }
        QVERIFY(proposeSame(facts).empty());
    }

    void aPairThatWasDecidedIsNotProposedAgain()
    {
        const RecordedFact a = fact(m_chat, 1, u"disk db-1 is full"_s);
        const RecordedFact b = fact(m_report, 2, u"disk db-1 is full"_s);
        QVERIFY(proposeSame({ a, b }, { { b.id, a.id } }).empty());
    }

    void theMostLikeOneIsProposedAndTheNearerOfTwoAlike()
    {
        const RecordedFact line = fact(m_chat, 10, u"rollback of release 2024.06.1 started"_s);
        const RecordedFact near = fact(m_report, 11, u"rollback of release 2024.06.1 started"_s);
        const RecordedFact far = fact(m_report, 14, u"rollback of release 2024.06.1 started"_s);
        const auto proposals = proposeSame({ far, near, line });
        QVERIFY(!proposals.empty());
        QCOMPARE(proposals[0].first, line.id);
        QCOMPARE(proposals[0].second, near.id);
    }

    void noPairIsProposedTwiceWhateverTheFacts()
    {
        std::mt19937 random(7);
        std::vector<RecordedFact> facts;
        const QStringList words{ u"db-1"_s, u"hub"_s,  u"#472"_s, u"deploy"_s, u"alert-77123"_s,
                                 u"slow"_s, u"disk"_s, u"full"_s, u"again"_s };
        for (int i = 0; i < 400; ++i) {
            QStringList text;
            for (int w = 0; w < 4; ++w)
                text << words[static_cast<qsizetype>(random() % 9)];
            facts.push_back(fact(i % 3 == 0       ? m_chat
                                     : i % 3 == 1 ? m_git
                                                  : m_report,
                                 static_cast<int>(random() % 600), text.join(u' ')));
        }
        QSet<QPair<EventId, EventId>> seen;
        for (const SameProposal &proposal : proposeSame(facts)) {
            QVERIFY(proposal.first != proposal.second);
            QVERIFY(proposal.likeness >= 0.4 && proposal.likeness <= 1.0 + 1e-9);
            QVERIFY(!seen.contains({ proposal.first, proposal.second }));
            QVERIFY(!seen.contains({ proposal.second, proposal.first }));
            seen << QPair(proposal.first, proposal.second);
        }
    }

    void wordsKeepIdentifiersWhole()
    {
        QCOMPARE(comparedWords(u"Rolled back binder-hub v0.3.1 (10.0.3.7), see #472!"),
                 (QStringList{ u"rolled"_s, u"back"_s, u"binder-hub"_s, u"v0.3.1"_s, u"10.0.3.7"_s,
                               u"see"_s, u"472"_s }));
        QCOMPARE(comparedWords(u"a - . --"), QStringList());
    }
};

QTEST_GUILESS_MAIN(SameProposalsTest)
#include "tst_sameproposals.moc"
