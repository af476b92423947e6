// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/draftbar.h"
#include "library/librarypage.h"
#include "support/testlibrary.h"
#include "window/librarysession.h"

#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Ui;
using SecondStory::Testing::TestLibrary;

/// Reports become drafts from the list of reviews.
class DraftBarTest : public QObject {
    Q_OBJECT

    static void write(const QString &path, const QByteArray &bytes)
    {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s could not be written", qPrintable(path));
    }
    static QByteArray report(int number)
    {
        return "# Incident on 2024-02-1" + QByteArray::number(number)
            + " - Orders fail\n\n## Timeline\n\n- 2024-02-1" + QByteArray::number(number)
            + " 10:30 UTC Somebody noticed\n- 2024-02-1" + QByteArray::number(number)
            + " 11:00 UTC It was over\n";
    }

private slots:
    void aFolderOfReportsBecomesDraftsThatAreShown()
    {
        TestLibrary t;
        LibrarySession session;
        VERIFY_RESULT(session.openLibrary(t.path()));
        LibraryPage page(session);
        page.resize(1000, 600);
        page.show();
        session.refresh();
        for (int i = 1; i <= 3; ++i)
            write(t.file(u"reports/%1.md"_s.arg(i)), report(i));
        write(t.file(u"reports/notes.csv"_s), "a,b\n1,2\n");
        QSignalSpy finished(page.draftBar(), &DraftBar::finished);
        page.draftFromReports({ t.file(u"reports"_s) });
        QVERIFY(page.draftBar()->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        QCOMPARE(session.listings().size(), 3);
        QVERIFY(page.draftBar()->text().contains(u'3'));
        QVERIFY(!page.currentReview().isNull());

        // The same folder again adds nothing and says so.
        page.draftFromReports({ t.file(u"reports"_s) });
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 20'000);
        QCOMPARE(session.listings().size(), 3);
        QVERIFY(page.draftBar()->text().contains(u"already"));
    }

    void aFolderWithoutReportsSaysSo()
    {
        TestLibrary t;
        LibrarySession session;
        VERIFY_RESULT(session.openLibrary(t.path()));
        LibraryPage page(session);
        page.show();
        write(t.file(u"reports/notes.csv"_s), "a,b\n1,2\n");
        QSignalSpy finished(page.draftBar(), &DraftBar::finished);
        page.draftFromReports({ t.file(u"reports"_s) });
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        QVERIFY(page.draftBar()->text().contains(u"No incident report"));
        auto *close = page.draftBar()->findChildren<QPushButton *>().constLast();
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(!page.draftBar()->isVisible());
    }
};

QTEST_MAIN(DraftBarTest)
#include "tst_draftbar.moc"
