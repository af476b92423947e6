// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/evidencechecks.h"
#include "support/testlibrary.h"

#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;
using Analysis::CheckFinding;
using Analysis::CheckKind;

/// Silences of sources and people beside those of lanes, and durations that are said otherwise.
class EvidenceChecksTest : public QObject {
    Q_OBJECT

    static TimePoint minute(int m) { return TimePoint::fromSeconds(1'519'132'620 + 60 * m); }

    static QList<int> every(int step, int from, int to)
    {
        QList<int> minutes;
        for (int m = from; m <= to; m += step)
            minutes << m;
        return minutes;
    }

    struct Scene {
        TestLibrary t;
        ReviewId review = t.addReview(u"Deploy"_s, u"UTC"_s);
        Person asha;

        explicit Scene(PersonKind kind = PersonKind::Human)
        {
            asha.id = PersonId::create();
            asha.reviewId = review;
            asha.name = u"N. N."_s;
            asha.pseudonym = u"Asha"_s;
            asha.kind = kind;
            ChangeSet set;
            set.insert(asha);
            if (!t.library->edits().apply(set))
                qFatal("nobody can be added");
        }
        void frame(int from, int to)
        {
            const Review before = t.library->reviews().load(review)->review;
            Review after = before;
            after.frame.began = minute(from);
            after.frame.resolved = minute(to);
            if (!t.library->edits().apply(ChangeSet().update(before, after)))
                qFatal("the incident cannot be framed");
        }
        SourceId import(const QString &name, const QList<int> &minutes, const QList<PersonId> &who,
                        LaneId lane = {})
        {
            EvidenceSource source;
            source.id = SourceId::create();
            source.reviewId = review;
            source.fileName = name;
            source.sha256 = QByteArray(32, 'x');
            source.importedAt = minute(10'000);
            auto writer = t.library->sources().beginImport(review, source.id);
            bool isDone = writer.has_value();
            for (const int m : minutes) {
                Event event = ownEvent(review, name + QString::number(m), minute(m));
                event.sourceId = source.id;
                event.actors = who;
                event.laneId = lane;
                isDone = isDone && (*writer)->add(event);
            }
            if (!isDone || !(*writer)->finish(source))
                qFatal("the source could not be stored");
            return source.id;
        }
        LaneId lane(const QString &name)
        {
            Lane lane;
            lane.id = LaneId::create();
            lane.reviewId = review;
            lane.name = name;
            if (!t.library->edits().apply(ChangeSet().insert(lane)))
                qFatal("no lane");
            return lane.id;
        }
        [[nodiscard]] QList<CheckFinding> found(CheckKind kind) const
        {
            QList<CheckFinding> findings;
            const auto all = Services::checkEvidence(*t.library, review, minute(20'000));
            if (!all)
                qFatal("the checks failed");
            for (const CheckFinding &finding : *all) {
                if (finding.kind == kind)
                    findings << finding;
            }
            return findings;
        }
    };

private slots:
    void aSourceThatFallsSilentWhileOthersGoOnIsTold()
    {
        Scene s;
        const SourceId chat = s.import(u"chat.json"_s, every(1, 0, 10) + every(1, 35, 45), {});
        s.import(u"alerts.csv"_s, every(5, 0, 45), {});
        const auto found = s.found(CheckKind::Silence);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].source, chat);
        QVERIFY(!found[0].isOfLanes());
        QCOMPARE(found[0].span, std::optional(TimeSpan{ minute(10), minute(35) }));
        QVERIFY2(found[0].what.startsWith(u"Nothing comes from chat.json for 25 min"_s),
                 qPrintable(found[0].what));
        QVERIFY2(found[0].what.endsWith(u"alerts.csv"_s), qPrintable(found[0].what));
        QVERIFY2(found[0].rule.contains(u"others have 4 event"_s), qPrintable(found[0].rule));
        QCOMPARE(found[0].seqs.size(), 2);
    }

    void whatTheLaneOfASourceTellsIsNotToldTwice()
    {
        Scene s;
        const LaneId talk = s.lane(u"Talk"_s);
        s.import(u"chat.json"_s, every(1, 0, 10) + every(1, 35, 45), {}, talk);
        s.import(u"alerts.csv"_s, every(5, 0, 45), {}, s.lane(u"Alerts"_s));
        const auto found = s.found(CheckKind::Silence);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].lane, talk);
        QVERIFY(found[0].isOfLanes());
    }

    void ownEventsAreNobodysSilence()
    {
        Scene s;
        ChangeSet own;
        for (const int m : every(1, 0, 10) + every(1, 35, 45))
            own.insert(ownEvent(s.review, QString::number(m), minute(m)));
        VERIFY_RESULT(s.t.library->edits().apply(own));
        s.import(u"a.csv"_s, every(5, 0, 45), {});
        s.import(u"b.csv"_s, every(5, 0, 45), {});
        QCOMPARE(s.found(CheckKind::Silence).size(), 0);
    }

    void aPersonsSilenceIsToldInAFramedIncidentOnly()
    {
        Scene s;
        s.import(u"chat.json"_s, every(1, 0, 10) + every(1, 45, 55), { s.asha.id });
        s.import(u"chat.json"_s, every(2, 0, 55), {});
        const auto ofPeople = [&s] {
            QList<CheckFinding> found = s.found(CheckKind::Silence);
            found.removeIf([](const CheckFinding &f) { return f.person.isNull(); });
            return found;
        };
        QCOMPARE(ofPeople().size(), 0);
        s.frame(0, 60);
        // The first file is hers alone, and its silence is told of the file.
        QCOMPARE(ofPeople().size(), 0);
        s.import(u"call.vtt"_s, every(1, 56, 58), { s.asha.id });
        s.import(u"notes.md"_s, QList<int>{ 8, 9 }, { s.asha.id });
        s.import(u"mail.eml"_s, QList<int>{ 12, 43 }, { s.asha.id });
        const auto found = ofPeople();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].person, s.asha.id);
        QCOMPARE(found[0].span, std::optional(TimeSpan{ minute(12), minute(43) }));
        QVERIFY2(found[0].what.startsWith(u"Nothing of Asha is recorded for 31 min"_s),
                 qPrintable(found[0].what));
    }

    void programsAreNotMissed()
    {
        Scene s(PersonKind::Bot);
        s.import(u"a.json"_s, every(1, 0, 10), { s.asha.id });
        s.import(u"b.json"_s, every(1, 45, 55), { s.asha.id });
        s.import(u"c.json"_s, every(2, 0, 55), {});
        s.frame(0, 60);
        for (const CheckFinding &finding : s.found(CheckKind::Silence))
            QVERIFY(finding.person.isNull());
    }

    void aDurationThatIsSaidOtherwiseIsToldWithItsPlace()
    {
        Scene s;
        s.frame(0, 60);
        s.import(u"notes.md"_s, QList<int>{ 5, 50 }, {});
        StatedDuration stated;
        stated.id = StatedDurationId::create();
        stated.reviewId = s.review;
        stated.words = u"20 minutes"_s;
        stated.lengthUs = 20LL * 60'000'000;
        VERIFY_RESULT(s.t.library->edits().apply(ChangeSet().insert(stated)));
        auto found = s.found(CheckKind::Stated);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].stated, stated.id);
        QVERIFY(found[0].seqs.isEmpty());
        QCOMPARE(found[0].span, std::optional(TimeSpan{ minute(0), minute(60) }));
        const StatedDuration before = s.t.library->reviews().load(s.review)->statedDurations[0];
        StatedDuration after = before;
        const auto table = s.t.library->events().table(s.review);
        after.eventId = s.t.library->events().bySeq({ table->rows[1].seq })->first().id;
        VERIFY_RESULT(s.t.library->edits().apply(ChangeSet().update(before, after)));
        found = s.found(CheckKind::Stated);
        QCOMPARE(found[0].seqs, QList<qint64>{ table->rows[1].seq });
        QCOMPARE(found[0].title, u"notes.md50"_s);
    }
};

QTEST_GUILESS_MAIN(EvidenceChecksTest)
#include "tst_evidencechecks.moc"
