// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/reportpage.h"

#include "editing/learningedits.h"
#include "editing/narrativeedits.h"
#include "reporting/narrative.h"
#include "reports/closingmodels.h"
#include "reports/eventpicker.h"
#include "reports/exportpanel.h"
#include "reports/pagepreview.h"
#include "reports/recordpanel.h"
#include "reports/sectioneditor.h"
#include "reports/sectionoutline.h"
#include "support/reportfixture.h"
#include "support/testlibrary.h"
#include "theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;

class ReportPageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TestLibrary> m_library;
    std::unique_ptr<Editing::ReviewDocument> m_document;
    std::unique_ptr<ReportPage> m_page;

    /// Stores the fixture's review, with fresh ids where the library keeps its own.
    void store(const ReportFixture &fixture)
    {
        ChangeSet set;
        const auto &c = fixture.input.contents;
        const auto insertAll = [&](auto list) {
            for (auto record : list) {
                record.reviewId = c.review.id;
                if (record.id.isNull())
                    record.id = decltype(record.id)::create();
                set.insert(record);
            }
        };
        set.insert(c.review);
        insertAll(c.people);
        insertAll(c.sections);
        QList<Event> events = fixture.input.events;
        for (Event &event : events)
            event.sourceId = {};
        insertAll(events);
        insertAll(c.claims);
        insertAll(c.moments);
        insertAll(c.accounts);
        insertAll(c.contradictions);
        insertAll(c.factors);
        insertAll(c.influences);
        insertAll(c.learnings);
        insertAll(c.questions);
        insertAll(c.actions);
        insertAll(c.evidenceLinks);
        const auto applied = m_library->library->edits().apply(set);
        if (!applied)
            qFatal("%s", qPrintable(applied.error().toString() + applied.error().detail));
        open(c.review.id);
    }

    void open(ReviewId id)
    {
        m_document = Editing::ReviewDocument::open(*m_library->library, id).value();
        m_page = std::make_unique<ReportPage>(
            *m_document, [](const Reporting::ReportInput &, const EventTable &) {
                return std::make_shared<const TwoFigures>();
            });
    }

    void openFixture() { store(ReportFixture()); }

    [[nodiscard]] QString body() const { return m_document->contents().sections.first().body; }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"Fusion"_s);
        QApplication::setPalette(toQPalette(Figures::Palette::light()));
    }
    void init() { m_library = std::make_unique<TestLibrary>(); }
    void cleanup()
    {
        m_page.reset();
        m_document.reset();
        m_library.reset();
    }

    void typingIsStoredWhenTheFocusLeaves()
    {
        openFixture();
        NarrativeEdit *edit = m_page->editor()->edit();
        edit->moveCursor(QTextCursor::End);
        QTest::keyClicks(edit, u" And then."_s);
        QVERIFY(!body().endsWith(u"And then."_s));
        QFocusEvent away(QEvent::FocusOut);
        QApplication::sendEvent(edit, &away);
        QVERIFY(body().endsWith(u" And then."_s));
    }

    void typingIsStoredByItselfWithinTwoSeconds()
    {
        openFixture();
        QCOMPARE_LE(SectionEditor::kDelay, 2000);
        m_page->editor()->edit()->moveCursor(QTextCursor::End);
        QTest::keyClicks(m_page->editor()->edit(), u"x"_s);
        QTRY_VERIFY_WITH_TIMEOUT(body().endsWith(u'x'), 10'000);
    }

    void undoInTheEditorIsTheReviewsUndo()
    {
        openFixture();
        const QString before = body();
        NarrativeEdit *edit = m_page->editor()->edit();
        edit->moveCursor(QTextCursor::End);
        QTest::keyClicks(edit, u" more"_s);
        QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE_EQ(body(), before);
        QCOMPARE_EQ(edit->toPlainText(), before);
        QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE_EQ(body(), QString(before + u" more"_s));
    }

    void whatWasTypedIsKeptWhenAnotherSectionIsChosen()
    {
        openFixture();
        m_page->editor()->edit()->moveCursor(QTextCursor::End);
        QTest::keyClicks(m_page->editor()->edit(), u"!"_s);
        m_page->outline()->sections()->setCurrentRow(1);
        QVERIFY(body().endsWith(u'!'));
        QCOMPARE_EQ(m_page->editor()->heading()->text(), u"What was hard to see"_s);
    }

    void aLinkIsFoundByWordsAndInserted()
    {
        openFixture();
        NarrativeEdit *edit = m_page->editor()->edit();
        edit->moveCursor(QTextCursor::End);
        m_page->show();
        QTest::keyClick(edit, Qt::Key_L, Qt::ControlModifier);
        auto *picker = m_page->findChild<EventPicker *>();
        QVERIFY(picker->isVisible());
        QCOMPARE_GT(picker->list()->count(), 3); // without words: what stands out
        picker->search()->setText(u"bank rang"_s);
        QTest::keyClick(picker->search(), Qt::Key_Return);
        QVERIFY(!picker->isVisible());
        m_page->flush();
        QVERIFY2(
            body().endsWith(Reporting::linkTo(ReportFixture::event(u"call"_s),
                                              u"Somebody from the bank rang the front desk"_s)),
            qPrintable(body().right(120)));
    }

    void aLinkIsRemovedWhole()
    {
        openFixture();
        NarrativeEdit *edit = m_page->editor()->edit();
        edit->setPlainText(u"so "_s
                           + Reporting::linkTo(ReportFixture::event(u"alert"_s), u"the alert"_s));
        edit->moveCursor(QTextCursor::End);
        QTest::keyClick(edit, Qt::Key_Backspace);
        QCOMPARE_EQ(edit->toPlainText(), u"so the alert"_s);
    }

    void aLinkOpensItsEvent()
    {
        openFixture();
        NarrativeEdit *edit = m_page->editor()->edit();
        edit->setPlainText(Reporting::linkTo(ReportFixture::event(u"alert"_s), u"the alert"_s));
        QTextCursor cursor = edit->textCursor();
        cursor.setPosition(5);
        edit->setTextCursor(cursor);
        QSignalSpy asked(m_page.get(), &ReportPage::eventRequested);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE_EQ(asked.size(), 1);
        QCOMPARE_EQ(asked.first().first().value<EventId>(), ReportFixture::event(u"alert"_s));
    }

    void sectionsAreAddedMovedRenamedAndRemoved()
    {
        openFixture();
        emit m_page->outline()->addRequested();
        QCOMPARE_EQ(m_document->contents().sections.size(), 3);
        const SectionId added = m_document->contents().sections.last().id;
        QCOMPARE_EQ(m_page->editor()->sectionId(), added);
        emit m_page->outline()->moveRequested(added, 0);
        QTRY_COMPARE_EQ(m_document->contents().sections.first().id, added);
        m_page->outline()->sections()->item(0)->setText(u"At first"_s);
        QTRY_COMPARE_EQ(m_document->contents().sections.first().heading, u"At first"_s);
        QCOMPARE_EQ(m_page->editor()->heading()->text(), u"At first"_s);
        emit m_page->outline()->removeRequested(added);
        QCOMPARE_EQ(m_document->contents().sections.size(), 2);
        QCOMPARE_EQ(m_page->outline()->sections()->count(), 2);
        m_document->undoStack()->undo();
        QCOMPARE_EQ(m_page->outline()->sections()->item(0)->text(), u"At first"_s);
    }

    void anEmptyReviewOffersHeadings()
    {
        open(m_library->addReview());
        QList<QPushButton *> buttons;
        for (auto *button : m_page->findChildren<QPushButton *>()) {
            if (button->text() == u"What happened")
                buttons.append(button);
        }
        QCOMPARE_EQ(buttons.size(), 1);
        buttons.first()->click();
        QCOMPARE_EQ(m_document->contents().sections.first().heading, u"What happened"_s);
        QCOMPARE_EQ(m_page->editor()->sectionId(), m_document->contents().sections.first().id);
        QVERIFY(m_page->editor()->edit()->placeholderText().contains(u"time order"_s));
    }

    void thePreviewShowsThePages()
    {
        openFixture();
        m_page->resize(1300, 800);
        m_page->show();
        QSignalSpy painted(m_page->findChild<ReportWorker *>(), &ReportWorker::pagePainted);
        QTRY_VERIFY_WITH_TIMEOUT(!painted.isEmpty(), 20'000);
        QCOMPARE_GT(m_page->preview()->pageCount(), 2);
        const QImage image = painted.first().at(1).value<QImage>();
        int dark = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                dark += qGray(image.pixel(x, y)) < 100 ? 1 : 0;
        }
        QCOMPARE_GT(dark, 500);
    }

    void aReportIsExportedAndProblemsAreSaid()
    {
        openFixture();
        QSignalSpy exported(m_page.get(), &ReportPage::exported);
        const QString path = m_library->file(u"report.pdf"_s);
        emit m_page->exportPanel()->exportRequested(path);
        QTRY_COMPARE_EQ_WITH_TIMEOUT(exported.size(), 1, 20'000);
        QVERIFY(QFile::exists(path));
        emit m_page->exportPanel()->exportRequested(u"/nowhere/report.pdf"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_page->exportPanel()->message().contains(u"The folder does not exist"_s), 20'000);
        QCOMPARE_EQ(exported.size(), 1);
    }

    void theFormatDecidesTheEnding()
    {
        ExportPanel panel;
        panel.suggestName(u"Checkout / outage: 12 March"_s);
        QVERIFY(panel.path().endsWith(u"/checkout-outage-12-march.pdf"_s));
        panel.findChild<QComboBox *>()->setCurrentIndex(1);
        QVERIFY(panel.path().endsWith(u"/checkout-outage-12-march.html"_s));
    }

    void modelsFollowTheReview()
    {
        openFixture();
        LearningModel learnings(*m_document);
        QuestionModel questions(*m_document);
        ActionModel actions(*m_document);
        using Tester = QAbstractItemModelTester;
        const Tester a(&learnings, Tester::FailureReportingMode::QtTest);
        const Tester b(&questions, Tester::FailureReportingMode::QtTest);
        const Tester c(&actions, Tester::FailureReportingMode::QtTest);
        learnings.add(u"second"_s);
        learnings.add(u"third"_s);
        QVERIFY(learnings.moveRecord(2, 0));
        QCOMPARE_EQ(learnings.index(0, 0).data().toString(), u"third"_s);
        learnings.removeRecord(1);
        QCOMPARE_EQ(learnings.rowCount(), 2);
        m_document->undoStack()->undo();
        m_document->undoStack()->undo();
        QCOMPARE_EQ(learnings.index(0, 0).data().toString(),
                    m_document->contents().learnings.first().text);
        QVERIFY(questions.setData(questions.index(0, QuestionModel::Status), u"answered"_s,
                                  Qt::EditRole));
        QCOMPARE_EQ(m_document->contents().questions.first().status, QuestionStatus::Answered);
    }

    void anActionTakesAFactorAndARealDate()
    {
        openFixture();
        ActionModel actions(*m_document);
        QSignalSpy refused(&actions, &RecordModel::refused);
        QVERIFY(!actions.setData(actions.index(0, ActionModel::Due), u"soon"_s, Qt::EditRole));
        QCOMPARE_EQ(refused.size(), 1);
        QVERIFY(actions.setData(actions.index(0, ActionModel::Due), u"2026-05-01"_s, Qt::EditRole));
        const Factor factor = m_document->contents().factors.first();
        QVERIFY(actions.setData(actions.index(0, ActionModel::AnswersFactor), factor.title,
                                Qt::EditRole));
        QCOMPARE_EQ(m_document->contents().actions.first().factorId, factor.id);
        QCOMPARE_EQ(m_document->contents().actions.first().due, u"2026-05-01"_s);
    }

    void writesAGalleryCopy()
    {
        const QString gallery = qEnvironmentVariable("SECONDSTORY_GALLERY");
        if (gallery.isEmpty())
            QSKIP("no gallery folder");
        QDir().mkpath(gallery);
        openFixture();
        m_page->resize(1440, 860);
        m_page->show();
        QSignalSpy painted(m_page->findChild<ReportWorker *>(), &ReportWorker::pagePainted);
        QTRY_VERIFY_WITH_TIMEOUT(painted.size() >= 2, 20'000);
        QVERIFY(m_page->grab().save(gallery + u"/reportpage.png"_s));
        m_page->exportPanel()->suggestName(u"Checkout outage"_s);
        m_page->exportPanel()->show();
        m_page->outline()->lists()->setCurrentRow(2);
        QTest::qWait(400);
        QVERIFY(m_page->grab().save(gallery + u"/reportpage-actions.png"_s));
        cleanup();
        init();
        open(m_library->addReview());
        m_page->resize(1440, 860);
        m_page->show();
        QTest::qWait(900);
        QVERIFY(m_page->grab().save(gallery + u"/reportpage-empty.png"_s));
    }
};

QTEST_MAIN(ReportPageTest)
#include "tst_reportpage.moc"
