// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A whole folder of exports of all kinds, dropped on the window of a new review.

#include "app/journeybykeys.h"
#include "evidence/importlistmodel.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QLabel>
#include <QTimer>
#include <QTreeView>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;

class BigDropTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }

    static QString samples()
    {
        const QString shared = qEnvironmentVariable("SECONDSTORY_SHARED");
        const QString path = QDir(shared).filePath(u"samples"_s);
        return !shared.isEmpty() && QFileInfo(path).isDir() ? path : QString();
    }
    static void keepPicture(const Desk &desk, const QString &name)
    {
        const QString folder = qEnvironmentVariable("SECONDSTORY_GALLERY");
        if (!folder.isEmpty() && QDir().mkpath(folder))
            desk.window->grab().save(QDir(folder).filePath(name + u".png"_s));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setApplicationName(u"second-story-big-drop"_s);
        QApplication::setStyle(new Style);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, file(u"settings"_s));
    }
    void cleanup() { m_folder.reset(); }

    void aFolderOfEverythingBecomesAReadableTimeline()
    {
        const QString folder = samples();
        if (folder.isEmpty())
            QSKIP("the samples are not on this machine");
        Desk desk(file(u"own.sslib"_s));
        STEP(beginByKeys(desk, smallEvidence(m_folder->path())));
        desk.window->resize(1280, 800);
        STEP(desk.goByKey(Qt::Key_4, Place::Evidence));
        EvidencePage *page = desk.workspace().evidence();
        QMimeData mime;
        mime.setUrls({ QUrl::fromLocalFile(folder) });
        QVERIFY(Hands::dropOn(page, page->rect().center(), mime));
        ImportAssistant *assistant = page->assistant();
        QVERIFY(assistant->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!assistant->isLooking(), 4 * kPatience);
        keepPicture(desk, u"bigdrop-decisions"_s);

        // Everything is somewhere, nothing twice, and what is asked is little.
        const ImportListModel &model = assistant->model();
        int sum = 0;
        for (int group = 0; group < ImportListModel::GroupCount; ++group)
            sum += model.count(static_cast<ImportListModel::Group>(group));
        QCOMPARE(sum, model.size());
        QCOMPARE(model.count(ImportListModel::LookingGroup), 0);
        const int ready = model.count(ImportListModel::ReadyGroup);
        const int asking = model.count(ImportListModel::DecideGroup);
        QVERIFY2(ready > 20, qPrintable(QString::number(ready)));
        QVERIFY2(asking * 4 < model.size(), qPrintable(QString::number(asking)));

        // The window goes on living: no turn of its loop takes long while files are read.
        QElapsedTimer since;
        qint64 longest = 0;
        QTimer ticks;
        connect(&ticks, &QTimer::timeout, this,
                [&] { longest = std::max(longest, since.restart()); });
        since.start();
        ticks.start(5);
        assistant->startImport();
        QTRY_VERIFY_WITH_TIMEOUT(!assistant->isImporting(), 4 * kPatience);
        ticks.stop();
        qInfo("longest pause of the window while importing: %lld ms", longest);
        const int done = model.count(ImportListModel::ImportedGroup);
        QVERIFY2(done * 10 >= ready * 9, qPrintable(QString::number(done)));
        qint64 imported = 0;
        for (const int number : model.numbers(
                 [](const ImportFile &each) { return each.state == ImportState::Done; })) {
            const EvidenceSource &source = model.file(number).source;
            QCOMPARE(source.read, source.imported + source.skipped + source.duplicates);
            imported += source.imported;
        }
        QVERIFY(desk.named<QLabel>(u"What was imported"_s));
        keepPicture(desk, u"bigdrop-summary"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.document().events().size() > 0, kPatience);
        QCOMPARE(desk.document().undoStack()->undoText(),
                 desk.document().undoStack()->text(desk.document().undoStack()->index() - 1));

        STEP(desk.goByKey(Qt::Key_5, Place::Timeline));
        QTest::qWait(200);
        keepPicture(desk, u"bigdrop-timeline"_s);
        const auto events = desk.document().events().size();
        QVERIFY(events <= imported);

        // One step takes all of it back, another brings it again.
        desk.document().undoStack()->undo();
        QCOMPARE(desk.document().events().size(), 0);
        desk.document().undoStack()->redo();
        QCOMPARE(desk.document().events().size(), events);
        const ReviewContents before = desk.contents();
        desk.close();
        desk.open(file(u"own.sslib"_s));
        QVERIFY(desk.window->openReview(before.review.id));
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session->isOpening(), kPatience);
        QCOMPARE(desk.document().events().size(), events);
        QCOMPARE(desk.contents().sources.size(), before.sources.size());
    }
};

QTEST_MAIN(BigDropTest)
#include "tst_bigdrop.moc"
