// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/evidencefixture.h"
#include "editing/eventedits.h"
#include "evidence/evidencepage.h"
#include "evidence/importassistant.h"
#include "evidence/importlistmodel.h"
#include "evidence/keptmappings.h"
#include "support/zipbuilder.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 30'000;

QByteArray call(int n)
{
    return "WEBVTT\n\n00:00:05.000 --> 00:00:08.000\nHello from call " + QByteArray::number(n)
        + "\n";
}

QByteArray alerts(int n)
{
    return "time,title,actor\n2026-03-12T14:00:00Z,FIRING " + QByteArray::number(n)
        + ",monitor\n2026-03-12T14:20:00Z,RESOLVED " + QByteArray::number(n) + ",monitor\n";
}

QByteArray manyRows(int count)
{
    QByteArray rows = "time,title\n";
    for (int i = 0; i < count; ++i)
        rows += QByteArray("2026-03-12T13:00:00.") + QByteArray::number(100'000 + i % 800'000)
            + "Z,record " + QByteArray::number(i) + '\n';
    return rows;
}

template <class T>
T *named(const QWidget &within, const QString &name)
{
    for (T *each : within.findChildren<T *>()) {
        if (each->accessibleName() == name)
            return each;
    }
    return nullptr;
}

QAbstractButton *button(const QWidget &within, const QString &beginning)
{
    for (QAbstractButton *each : within.findChildren<QAbstractButton *>()) {
        if (each->isVisible() && each->text().startsWith(beginning))
            return each;
    }
    return nullptr;
}

/// The page as somebody has it before them, with files dropped on it.
struct Drop {
    EvidenceFixture f;
    EvidencePage page;

    Drop()
    {
        page.setDocument(f.document.get());
        page.resize(1'000, 700);
        page.show();
    }
    void drop(const QStringList &paths)
    {
        QMimeData mime;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls << QUrl::fromLocalFile(path);
        mime.setUrls(urls);
        QDragEnterEvent enter({ 20, 20 }, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&page, &enter);
        QDropEvent event(QPointF(20, 20), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&page, &event);
        settle();
    }
    void settle() const { QTRY_VERIFY_WITH_TIMEOUT(!page.assistant()->isLooking(), kPatience); }
    [[nodiscard]] const ImportListModel &model() const { return page.assistant()->model(); }
    [[nodiscard]] QTreeView *list() const { return named<QTreeView>(page, u"Files to import"_s); }
    void select(int number) const
    {
        const QModelIndex index = model().indexOf(number);
        list()->scrollTo(index);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          list()->visualRect(index).center());
    }
    void type(const QString &field, const QString &text) const
    {
        auto *edit = named<QLineEdit>(page, field);
        QVERIFY(edit && edit->isVisible());
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    void importAll() const
    {
        auto *go = button(page, u"Import "_s);
        QVERIFY(go && go->isEnabled());
        QTest::mouseClick(go, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!page.assistant()->isImporting(), kPatience);
    }
};

} // namespace

class ImportAssistantTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_settings;

private slots:
    void initTestCase()
    {
        QApplication::setApplicationName(u"second-story-import"_s);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QApplication::setStyle(new Style);
        QApplication::setPalette(toQPalette(Figures::Palette::light()));
    }

    void manyFilesThatLackTheSameAreOneDecision()
    {
        Drop d;
        QStringList files;
        for (int i = 0; i < 12; ++i)
            files << d.f.write(u"call-%1.vtt"_s.arg(i), call(i));
        files << d.f.write(u"alerts.csv"_s, alerts(1));
        d.drop(files);
        QCOMPARE(d.model().count(ImportListModel::DecideGroup), 12);
        QCOMPARE(d.model().count(ImportListModel::ReadyGroup), 1);
        // The first that needs somebody is chosen; nothing can be used for all before it is said.
        auto *all = button(d.page, u"Use for all 11 "_s);
        QVERIFY(all && !all->isEnabled());
        d.type(u"When it started"_s, u"2026-03-12 14:16"_s);
        d.settle();
        QCOMPARE(d.model().count(ImportListModel::ReadyGroup), 2);
        all = button(d.page, u"Use for all 11 "_s);
        QVERIFY(all && all->isEnabled());
        QTest::mouseClick(all, Qt::LeftButton);
        d.settle();
        QCOMPARE(d.model().count(ImportListModel::DecideGroup), 0);
        QCOMPARE(d.model().count(ImportListModel::ReadyGroup), 13);
        d.importAll();
        QTRY_COMPARE_WITH_TIMEOUT(d.f.document->contents().sources.size(), 13, kPatience);
        QCOMPARE(d.f.document->events().rows.size(), 14U);
        QCOMPARE(d.f.document->undoStack()->count(), 1);
        d.f.document->undoStack()->undo();
        QCOMPARE(d.f.document->events().size(), 0);
        d.f.document->undoStack()->redo();
        QCOMPARE(d.f.document->events().size(), 14);
    }

    void whatStillNeedsADecisionStaysAndTheRestGoesIn()
    {
        Drop d;
        d.drop({ d.f.write(u"call.vtt"_s, call(1)), d.f.write(u"alerts.csv"_s, alerts(1)),
                 d.f.write(u"more.csv"_s, alerts(2)),
                 d.f.write(u"noise.bin"_s, QByteArray(300, '\x01')) });
        QCOMPARE(d.model().count(ImportListModel::UnknownGroup), 1);
        QVERIFY(button(d.page, u"Import 2 of 4"_s));
        d.importAll();
        QTRY_COMPARE_WITH_TIMEOUT(d.f.document->contents().sources.size(), 2, kPatience);
        QCOMPARE(d.model().count(ImportListModel::ImportedGroup), 2);
        QCOMPARE(d.model().count(ImportListModel::DecideGroup), 1);
        const auto *summary = named<QLabel>(d.page, u"What was imported"_s);
        QVERIFY(summary && summary->isVisible());
        QVERIFY2(summary->text().startsWith(u"2 file"_s), qPrintable(summary->text()));
        QVERIFY2(summary->text().contains(u"4 read = 4 imported + 0 skipped + 0 there already"_s),
                 qPrintable(summary->text()));
        // Each report is one click away, and the rest waits.
        const int imported = d.model().numbers(
            [](const ImportFile &file) { return file.state == ImportState::Done; })[1];
        d.select(imported);
        QTest::mouseClick(button(d.page, u"Show its report"_s), Qt::LeftButton);
        QCOMPARE(d.page.currentSource(), d.model().file(imported).source.id);
        QVERIFY(!d.page.assistant()->isVisible());
        QTest::mouseClick(button(d.page, u"Back to the import"_s), Qt::LeftButton);
        QVERIFY(d.page.assistant()->isVisible());
    }

    void aFileIsLeftOutAndTakenBackWithKeys()
    {
        Drop d;
        d.drop({ d.f.write(u"a.csv"_s, alerts(1)), d.f.write(u"b.csv"_s, alerts(2)) });
        d.list()->setFocus();
        d.list()->setCurrentIndex(d.model().indexOf(0));
        QTest::keyClick(d.list(), Qt::Key_Delete);
        QCOMPARE(d.model().count(ImportListModel::LeftOutGroup), 1);
        QCOMPARE(d.page.assistant()->fileCount(), 1);
        QTest::mouseClick(button(d.page, u"Take back in"_s), Qt::LeftButton);
        d.settle();
        QCOMPARE(d.model().count(ImportListModel::ReadyGroup), 2);
        QTest::keyClick(d.list(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(d.f.document->contents().sources.size(), 2, kPatience);
    }

    void aFolderAndAnArchiveAreTakenApartAndWhatIsNoEvidenceIsNamed()
    {
        Drop d;
        QDir().mkpath(d.f.library.file(u"in/deep"_s));
        d.f.write(u"in/a.csv"_s, alerts(1));
        d.f.write(u"in/deep/b.csv"_s, alerts(2));
        d.f.write(u"in/.hidden"_s, "x");
        Importing::ZipBuilder zip;
        zip.add("logs/c.csv", alerts(3)).add("d.csv", alerts(4));
        d.f.write(u"in/all.zip"_s, zip.bytes());
        d.drop({ d.f.library.file(u"in"_s) });
        QCOMPARE(d.model().count(ImportListModel::ReadyGroup), 4);
        QCOMPARE(d.model().count(ImportListModel::LeftOutGroup), 1);
        QStringList names;
        for (int row = 0; row < 4; ++row)
            names << d.model()
                         .index(row, 0, d.model().groupIndex(ImportListModel::ReadyGroup))
                         .data()
                         .toString();
        names.sort();
        QCOMPARE(names,
                 (QStringList{ u"a.csv"_s, u"all.zip/d.csv"_s, u"all.zip/logs/c.csv"_s,
                               u"deep/b.csv"_s }));
        d.importAll();
        QTRY_COMPARE_WITH_TIMEOUT(d.f.document->events().size(), 8, kPatience);
    }

    void severalFilesAreAnsweredTogether()
    {
        Drop d;
        const QByteArray local = "time,title\n2026-03-12 14:00:00,here\n";
        d.drop({ d.f.write(u"a.csv"_s, local), d.f.write(u"b.csv"_s, local + '\n'),
                 d.f.write(u"c.csv"_s, alerts(1)) });
        d.select(0);
        QTest::mouseClick(d.list()->viewport(), Qt::LeftButton, Qt::ControlModifier,
                          d.list()->visualRect(d.model().indexOf(1)).center());
        auto *zone = named<QComboBox>(d.page, u"Time zone of times without one"_s);
        QVERIFY(zone && zone->isVisible());
        zone->lineEdit()->setFocus();
        zone->lineEdit()->selectAll();
        QTest::keyClicks(zone->lineEdit(), u"Asia/Tokyo"_s);
        QTest::keyClick(zone->lineEdit(), Qt::Key_Return);
        d.settle();
        QCOMPARE(d.model().file(0).request.options.zone, u"Asia/Tokyo"_s);
        QCOMPARE(d.model().file(1).request.options.zone, u"Asia/Tokyo"_s);
        QCOMPARE(d.model().file(2).request.options.zone, QString());
        // It is offered first the next time.
        EvidencePage next;
        next.setDocument(d.f.document.get());
        QCOMPARE(named<QComboBox>(next, u"Time zone of times without one"_s)->itemText(1),
                 u"Asia/Tokyo"_s);
    }

    void columnsAreKeptUnderANameAndUsedAgain()
    {
        Importing::ColumnMapping mine;
        mine.name = u"Our pager"_s;
        mine.time = u"when"_s;
        mine.title = u"what"_s;
        keepMapping(mine);
        QCOMPARE(keptMappings(), QList{ mine });
        Drop d;
        d.drop({ d.f.write(u"odd.csv"_s, "when,noise,what\n2026-03-12T14:00:00Z,x,It began\n") });
        auto *presets = named<QComboBox>(d.page, u"As in"_s);
        QVERIFY(presets && presets->isVisible());
        const int row = presets->findText(u"Our pager"_s);
        QVERIFY(row > 0);
        presets->setCurrentIndex(row);
        emit presets->activated(row);
        d.settle();
        QCOMPARE(d.model().file(0).request.options.mapping.title, u"what"_s);
        QTest::mouseClick(button(d.page, u"Forget"_s), Qt::LeftButton);
        QVERIFY(keptMappings().isEmpty());
        auto *name = named<QLineEdit>(d.page, u"Name to keep these columns under"_s);
        name->setFocus();
        QTest::keyClicks(name, u"Again"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(keptMappings().size(), 1);
        QCOMPARE(keptMappings().first().title, u"what"_s);
        forgetMapping(u"Again"_s);
    }

    void editsDuringAnImportStayAndSoDoesTheImport()
    {
        Drop d;
        d.drop({ d.f.write(u"many.csv"_s, manyRows(40'000)) });
        auto *go = button(d.page, u"Import"_s);
        QVERIFY(go);
        d.page.assistant()->startImport();
        QVERIFY(d.page.assistant()->isImporting());
        int added = 0;
        while (d.page.assistant()->isImporting() && added < 50) {
            Editing::NewEvent own;
            own.title = u"Seen meanwhile"_s;
            own.start = *fromRfc3339(u"2026-03-12T15:00:00Z");
            const auto done = Editing::addEvent(*d.f.document, own);
            QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().toString()));
            ++added;
            QTest::qWait(5);
        }
        QVERIFY(added > 0);
        QTRY_COMPARE_WITH_TIMEOUT(d.f.document->events().size(), 40'000 + added, kPatience);
        QCOMPARE(d.f.document->undoStack()->count(), added + 1);
        while (d.f.document->undoStack()->canUndo())
            d.f.document->undoStack()->undo();
        QCOMPARE(d.f.document->events().size(), 0);
    }

    void everythingIsReachedWithTab()
    {
        Drop d;
        d.drop({ d.f.write(u"a.csv"_s, alerts(1)), d.f.write(u"b.csv"_s, alerts(2)) });
        QApplication::setActiveWindow(&d.page);
        d.list()->setFocus();
        auto *go = button(d.page, u"Import "_s);
        QStringList way;
        for (int i = 0; i < 40 && QApplication::focusWidget() != go; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            const QWidget *now = QApplication::focusWidget();
            way << QString(QString::fromLatin1(now->metaObject()->className()) + u' '
                           + now->accessibleName());
        }
        QVERIFY2(QApplication::focusWidget() == go, qPrintable(way.join(u" > "_s)));
    }

    void theListKeepsTheModelContract()
    {
        ImportListModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (int i = 0; i < 6; ++i) {
            ImportFile file;
            file.name = u"file %1"_s.arg(i);
            model.add(file);
        }
        const QPersistentModelIndex third(model.indexOf(3));
        for (const auto state : { ImportState::Asking, ImportState::Ready, ImportState::Waiting,
                                  ImportState::Reading, ImportState::Failed, ImportState::Unknown,
                                  ImportState::LeftOut, ImportState::Done }) {
            for (const int number : { 5, 3, 0, 4 })
                model.change(number, [state](ImportFile &file) { file.state = state; });
            QVERIFY(third.isValid());
            QCOMPARE(model.fileAt(third)->number, 3);
        }
        QCOMPARE(model.count(ImportListModel::ImportedGroup), 4);
        QCOMPARE(model.fileAt(model.index(0, 0, model.groupIndex(ImportListModel::ImportedGroup)))
                     ->number,
                 0);
        model.clear();
        QCOMPARE(model.size(), 0);
        QVERIFY(!third.isValid());
    }
};

QTEST_MAIN(ImportAssistantTest)
#include "tst_importassistant.moc"
