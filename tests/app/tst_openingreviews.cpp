// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journeyfixture.h"
#include "services/translations.h"
#include "support/testlibrary.h"
#include "theme/style.h"
#include "window/openingpage.h"

#include <QLabel>
#include <QSignalSpy>

using namespace SecondStory;
using namespace SecondStory::Ui;
using namespace SecondStory::Testing;

namespace {

constexpr int kMany = 25'000;

/// A library with a review that is too large to be read while the window waits, and a small one.
struct TwoReviews {
    TwoReviews()
    {
        large = t.addReview(u"Night of the queue"_s);
        small = t.addReview(u"A quiet one"_s);
        addManyEvents(*t.library, large, kMany,
                      [](int i) { return i == 7 ? u"the needle"_s : u"queue %1"_s.arg(i); });
    }

    TestLibrary t;
    ReviewId large;
    ReviewId small;
};

} // namespace

/// A large review is read beside the window; the window stays usable.
class OpeningReviewsTest : public QObject {
    Q_OBJECT

    static OpeningPage *pageOf(const Desk &desk)
    {
        return desk.find<OpeningPage>([](const auto &) { return true; });
    }
    static bool isOpen(const Desk &desk, ReviewId review)
    {
        return desk.session->document() && desk.document().id() == review;
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"secondstory-tests"_s);
        QCoreApplication::setApplicationName(u"tst_openingreviews"_s);
        QSettings().clear();
        QApplication::setStyle(new Ui::Style);
        Services::installTranslations(*QCoreApplication::instance());
    }
    void cleanupTestCase() { QSettings().clear(); }

    void aLargeReviewOpensBesideTheWindow()
    {
        const TwoReviews reviews;
        Desk desk(reviews.t.path());
        QVERIFY(desk.window->openReview(reviews.large));
        QVERIFY(desk.session->isOpening());
        QVERIFY(pageOf(desk));
        QVERIFY(desk.find<QLabel>(
            [](const QLabel &label) { return label.text().contains(u"Night of the queue"_s); }));
        QTRY_VERIFY(isOpen(desk, reviews.large));
        QCOMPARE(desk.document().events().size(), kMany);
        QCOMPARE(desk.window->place(), Place::Overview);
        QVERIFY(!pageOf(desk));
    }

    void escapeLeavesEverythingAsItWas()
    {
        const TwoReviews reviews;
        Desk desk(reviews.t.path());
        QVERIFY(desk.window->openReview(reviews.small));
        QVERIFY(isOpen(desk, reviews.small));
        STEP(desk.goByMouse(Place::Reviews));
        QVERIFY(desk.window->openReview(reviews.large));
        QSignalSpy opened(desk.session.get(), &LibrarySession::reviewOpened);
        Hands::key(Qt::Key_Escape);
        QVERIFY(!desk.session->isOpening());
        QVERIFY(!pageOf(desk));
        QCOMPARE(desk.window->place(), Place::Reviews);
        QTest::qWait(400);
        QCOMPARE(opened.size(), 0);
        QVERIFY(isOpen(desk, reviews.small));
    }

    void whoeverChoosesAnotherReviewMeanwhileGetsThatOne()
    {
        const TwoReviews reviews;
        Desk desk(reviews.t.path());
        QVERIFY(desk.window->openReview(reviews.large));
        QVERIFY(desk.window->openReview(reviews.small));
        QVERIFY(isOpen(desk, reviews.small));
        QTest::qWait(400);
        QVERIFY(isOpen(desk, reviews.small));
    }

    void aHitOfTheSearchIsShownOnceItsReviewIsOpen()
    {
        const TwoReviews reviews;
        Desk desk(reviews.t.path());
        bool isDone = false;
        QVERIFY(desk.window->openReview(reviews.large, [&] {
            QCOMPARE(desk.document().id(), reviews.large);
            isDone = true;
        }));
        QVERIFY(!isDone);
        QTRY_VERIFY(isDone);
    }
};

QTEST_MAIN(OpeningReviewsTest)
#include "tst_openingreviews.moc"
