// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/reviewcontents.h"
#include "store/eventrepository.h"
#include "store/library.h"
#include "store/reviewrepository.h"
#include "support/fullreview.h"
#include "support/testlibrary.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

/// Puts tables back to what an earlier version of the program made of them.
class OldLibrary {
public:
    explicit OldLibrary(const QString &path)
        : m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, u"old"_s))
    {
        m_database.setDatabaseName(path);
        if (!m_database.open())
            qFatal("%s", qPrintable(m_database.lastError().text()));
    }
    ~OldLibrary()
    {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(u"old"_s);
    }

    void run(const QString &statement, const QVariantList &values = {})
    {
        QSqlQuery query(m_database);
        query.prepare(statement);
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (!query.exec())
            qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
    }

    /// What 0005 made goes: events are rows of one table again.
    void undoRecordings()
    {
        run(u"CREATE TABLE event_plain AS SELECT seq, source, effective_start, effective_end, "
            u"kind, "
            "lane, starred, title, text, caption, note, id, version, review_id, recorded_start, "
            "recorded_end, recorded_text, recorded_zone, recorded_precision, recorded_basis, "
            "recorded_approximate, asserted_start, asserted_end, asserted_earliest, "
            "asserted_latest, "
            "asserted_certainty, asserted_reason, actors, place, natural_key, recorded_reference, "
            "recorded_reading, recorded_reading_end, grounds, channel FROM event"_s);
        run(u"DROP VIEW event"_s);
        for (const QString &table : { u"event_row"_s, u"recording"_s, u"review_number"_s })
            run(u"DROP TABLE "_s + table);
        run(u"ALTER TABLE event_plain RENAME TO event"_s);
        run(u"PRAGMA user_version = 4"_s);
    }

    /// What 0003 and later ones made goes, and the columns it took away from moments are there
    /// again.
    void undoTimelineMigration()
    {
        undoRecordings();
        run(u"ALTER TABLE event DROP COLUMN channel"_s);
        run(u"ALTER TABLE source DROP COLUMN own_lane"_s);
        run(u"ALTER TABLE source DROP COLUMN content_sha256"_s);
        for (const QString &table : { u"contradiction"_s, u"account"_s, u"activity"_s,
                                      u"saved_view"_s, u"known_to"_s, u"stated_duration"_s })
            run(u"DROP TABLE "_s + table);
        for (const QString &column : { u"pinned"_s, u"stretch"_s, u"\"group\""_s })
            run(u"ALTER TABLE lane DROP COLUMN "_s + column);
        run(u"DROP TABLE lane_group"_s);
        run(u"ALTER TABLE event DROP COLUMN grounds"_s);
        run(u"ALTER TABLE source DROP COLUMN imported_by"_s);
        for (const QString &column :
             { u"goals"_s, u"knowledge"_s, u"attention"_s, u"cues_available"_s, u"cues_noticed"_s,
               u"options"_s, u"pressures"_s, u"help"_s })
            run(u"ALTER TABLE moment ADD COLUMN %1 TEXT NOT NULL DEFAULT ''"_s.arg(column));
        run(u"PRAGMA user_version = 2"_s);
    }

private:
    QSqlDatabase m_database;
};

} // namespace

namespace {

QList<Event> allEvents(Store::Library &library, ReviewId review)
{
    QList<Event> events;
    Store::EventQuery query;
    query.review = review;
    query.withRemovedSources = true;
    (void)library.events().visit(query, [&events](const Event &event) {
        events << event;
        return true;
    });
    return events;
}

} // namespace

class MigrationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventsOfAnOlderLibraryKeepEveryField()
    {
        TestLibrary t;
        const FullReview full(*t.library);
        const ReviewId review = full.id;
        Event own = ownEvent(review, u"Somebody called the desk"_s);
        own.asserted = AssertedTime{ TimePoint{ 7 },  TimePoint{ 9 },     TimePoint{ 1 },
                                     TimePoint{ 12 }, Certainty::Between, u"because"_s };
        own.grounds = Grounds::Inferred;
        VERIFY_RESULT(t.library->edits().apply(ChangeSet().insert(own)));
        const QList<Event> before = allEvents(*t.library, review);
        const auto rowsBefore = t.library->events().table(review);
        VERIFY_RESULT(rowsBefore);
        const auto contentsBefore = t.library->reviews().load(review);
        VERIFY_RESULT(contentsBefore);
        QVERIFY(std::any_of(before.begin(), before.end(),
                            [](const Event &event) { return event.isImported(); }));
        QVERIFY(!contentsBefore->evidenceLinks.isEmpty());
        t.library.reset();
        {
            OldLibrary old(t.path());
            old.undoRecordings();
        }

        auto library = Store::Library::open(t.path());
        VERIFY_RESULT(library);
        QCOMPARE(allEvents(**library, review), before);
        const auto rows = (*library)->events().table(review);
        VERIFY_RESULT(rows);
        QVERIFY(rows->rows.values() == rowsBefore->rows.values());
        QVERIFY(rows->undated.values() == rowsBefore->undated.values());
        QCOMPARE((*library)->reviews().load(review)->evidenceLinks, contentsBefore->evidenceLinks);
        QCOMPARE((*library)->search().search(u"desk"_s, review, 10)->size(), 1);
        QCOMPARE(*(*library)->check(), QStringList());
        // What refers to events still does: one that evidence rests on cannot go.
        VERIFY_RESULT((*library)->reviews().remove(review));
        QCOMPARE(*(*library)->check(), QStringList());
    }

    void whatAMomentSaidBecomesItsFirstAccount()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        Person person;
        person.id = PersonId::create();
        person.reviewId = review;
        person.name = u"Jo"_s;
        Moment told;
        told.id = MomentId::create();
        told.reviewId = review;
        told.title = u"Is it the cache?"_s;
        told.people = { person.id };
        Moment silent = told;
        silent.id = MomentId::create();
        silent.title = u"Nothing written down"_s;
        Event own = ownEvent(review, u"Somebody called"_s, TimePoint::fromSeconds(1'519'132'620));
        VERIFY_RESULT(
            t.library->edits().apply(ChangeSet().insert(person).insert(told).insert(silent)));
        VERIFY_RESULT(t.library->edits().apply(ChangeSet().insert(own)));
        t.library.reset();
        {
            OldLibrary old(t.path());
            old.undoTimelineMigration();
            old.run(
                u"UPDATE moment SET goals = 'end the outage', help = 'a whiteboard' WHERE id = ?"_s,
                { told.id.value.toRfc4122() });
        }

        auto library = Store::Library::open(t.path());
        VERIFY_RESULT(library);
        const auto contents = (*library)->reviews().load(review);
        VERIFY_RESULT(contents);
        QCOMPARE(contents->moments.size(), 2);
        QCOMPARE(contents->accounts.size(), 1);
        const Account &account = contents->accounts.first();
        QCOMPARE(account.momentId, told.id);
        QCOMPARE(account.people, QList{ person.id });
        QCOMPARE(account.goals, u"end the outage"_s);
        QCOMPARE(account.help, u"a whiteboard"_s);
        QCOMPARE(account.version, 1);

        const auto events = (*library)->events().byId({ own.id });
        VERIFY_RESULT(events);
        QCOMPARE(events->first().grounds, Grounds::Remembered);
    }
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "tst_migrations.moc"
