// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/reviewcontents.h"
#include "store/eventrepository.h"
#include "store/library.h"
#include "store/reviewrepository.h"
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

    /// What 0003 and later ones made goes, and the columns it took away from moments are there
    /// again.
    void undoTimelineMigration()
    {
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

class MigrationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
