// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/reviewdocument.h"
#include "evidence/samepairsmodel.h"
#include "evidence/samepairspanel.h"
#include "services/importservice.h"
#include "support/testlibrary.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Ui;
using SecondStory::Testing::TestLibrary;

/// One happening in two sources: shown side by side and decided by a person.
class SamePairsPanelTest : public QObject {
    Q_OBJECT

    struct Scene {
        TestLibrary t;
        std::unique_ptr<Editing::ReviewDocument> document;
        SamePairsPanel panel;

        Scene()
        {
            const ReviewId review = t.addReview(u"Deploy"_s, u"UTC"_s);
            import(review, u"chat.csv"_s,
                   "time,kind,event\n2024-06-07T14:00:10Z,message,rolling back #472 on hub-7\n"
                   "2024-06-07T14:20:00Z,message,looks normal again\n");
            import(review, u"deploys.csv"_s,
                   "time,kind,event\n2024-06-07T14:01:00Z,change,Revert of #472 reached hub-7\n"
                   "2024-06-07T15:00:00Z,change,Nightly build\n");
            document = std::move(*Editing::ReviewDocument::open(*t.library, review));
            panel.resize(900, 500);
            panel.show();
            panel.setDocument(document.get());
            QSignalSpy looked(&panel, &SamePairsPanel::looked);
            panel.refresh();
            // A quick look may be over before anybody waits.
            if (looked.isEmpty() && !looked.wait(20'000))
                qFatal("nobody looked");
        }
        void import(ReviewId review, const QString &name, const QByteArray &csv)
        {
            QFile file(t.file(name));
            if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size())
                qFatal("%s could not be written", qPrintable(name));
            file.close();
            const Importing::ImporterRegistry registry;
            Services::ImportRequest request;
            request.path = file.fileName();
            request.review = review;
            if (!Services::ImportService(*t.library, registry).run(request))
                qFatal("%s could not be imported", qPrintable(name));
        }
    };

private slots:
    void aPairIsLinkedByKeyAndTheLinkIsOneStepOfUndo()
    {
        Scene s;
        QAbstractItemModelTester tester(s.panel.model());
        QCOMPARE(s.panel.model()->rowCount(), 1);
        QCOMPARE(s.panel.model()->openCount(), 1);
        auto *list = s.panel.findChild<QListView *>();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_S);
        QCOMPARE(s.document->contents().sameAs.size(), 1);
        QVERIFY(s.document->contents().sameAs.first().verdict == SameAsVerdict::Same);
        QCOMPARE(s.panel.model()->openCount(), 0);
        // Both records are as they were.
        QCOMPARE(s.document->events().size(), 4);
        s.document->undoStack()->undo();
        QVERIFY(s.document->contents().sameAs.isEmpty());
        QCOMPARE(s.panel.model()->openCount(), 1);
        s.document->undoStack()->redo();
        QCOMPARE(s.panel.model()->openCount(), 0);
        QCOMPARE(*s.t.library->check(), QStringList());
    }

    void aPairKeptApartIsNotProposedAgainUntilThatIsTakenBack()
    {
        Scene s;
        const auto buttons = s.panel.findChildren<QPushButton *>();
        const auto click = [&buttons](const QString &text) {
            for (QPushButton *button : buttons) {
                if (button->text() == text)
                    QTest::mouseClick(button, Qt::LeftButton);
            }
        };
        click(u"Two happenings"_s);
        QCOMPARE(s.document->contents().sameAs.size(), 1);
        QVERIFY(s.document->contents().sameAs.first().verdict == SameAsVerdict::Different);
        QSignalSpy looked(&s.panel, &SamePairsPanel::looked);
        s.panel.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(looked.size(), 1, 20'000);
        QCOMPARE(s.panel.model()->openCount(), 0);
        QCOMPARE(s.panel.model()->rowCount(), 1);
        click(u"Take back"_s);
        QVERIFY(s.document->contents().sameAs.isEmpty());
        QCOMPARE(s.panel.model()->openCount(), 1);
    }
};

QTEST_MAIN(SamePairsPanelTest)
#include "tst_samepairspanel.moc"
