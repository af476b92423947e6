// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testlibrary.h"
#include "window/librarysession.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Ui;
using SecondStory::Testing::TestLibrary;

class LibrarySessionTest : public QObject {
    Q_OBJECT

    static int rowsOf(const QString &path)
    {
        int count = -1;
        {
            auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"count"_s);
            db.setDatabaseName(path);
            if (db.open()) {
                QSqlQuery query(
                    u"SELECT (SELECT COUNT(*) FROM event) + (SELECT COUNT(*) FROM source)"_s, db);
                count = query.next() ? query.value(0).toInt() : -1;
            }
        }
        QSqlDatabase::removeDatabase(u"count"_s);
        return count;
    }

private slots:
    void whatACutOffImportLeftIsTakenOutOnceTheLibraryIsOpened()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        const SourceId source = SourceId::create();
        {
            auto writer = t.library->sources().beginImport(review, source);
            VERIFY_RESULT(writer);
            for (int i = 0; i < 30'000; ++i) {
                Event event;
                event.id = EventId::create();
                event.version = 1;
                event.reviewId = review;
                event.sourceId = source;
                event.title = u"half %1"_s.arg(i);
                VERIFY_RESULT((*writer)->add(event));
            }
        }
        QVERIFY(rowsOf(t.path()) > 1'000);
        LibrarySession session;
        VERIFY_RESULT(session.openLibrary(t.path()));
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(t.path()), 0, 30'000);
        QCOMPARE(*session.library().check(), QStringList());
        QCOMPARE(session.listings().size(), 1);
    }
};

QTEST_MAIN(LibrarySessionTest)
#include "tst_librarysession.moc"
