// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/importitems.h"
#include "support/zipbuilder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Services;
using namespace Qt::StringLiterals;

class ImportItemsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    Importing::ImporterRegistry m_registry;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no test file");
        return file.fileName();
    }
    static QStringList labels(const ImportItems &items, const QString &below)
    {
        QStringList list;
        for (const ImportItem &item : items.items)
            list << item.label().mid(below.size() + 1);
        return list;
    }
    static QString whyOf(const ImportItems &items, const QString &end)
    {
        for (const LeftOutItem &left : items.leftOut) {
            if (left.path.endsWith(end))
                return left.why;
        }
        return {};
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }

    void aFolderIsWalkedAndWhatIsNoEvidenceIsLeftOutWithAWord()
    {
        write(u"in/b.csv"_s, "time,title\n");
        write(u"in/deep/a.log"_s, "x\n");
        write(u"in/.hidden"_s, "x\n");
        write(u"in/.git/config"_s, "x\n");
        write(u"in/empty.txt"_s, {});
        QFile::link(path(u"in/b.csv"_s), path(u"in/link.csv"_s));
        const QString locked = write(u"in/locked.log"_s, "x\n");
        QFile::setPermissions(locked, {});
        const ImportItems items = importItems({ path(u"in"_s) }, m_registry);
        QStringList expected{ u"b.csv"_s, u"deep/a.log"_s };
        if (QFileInfo(locked).isReadable()) // root reads everything
            expected.insert(1, u"locked.log"_s);
        else
            QCOMPARE(whyOf(items, u"locked.log"_s), u"cannot be read"_s);
        QCOMPARE(labels(items, path(u"in"_s)), expected);
        QCOMPARE(whyOf(items, u".hidden"_s), u"hidden"_s);
        QCOMPARE(whyOf(items, u".git"_s), u"hidden"_s);
        QCOMPARE(whyOf(items, u"empty.txt"_s), u"empty"_s);
        QCOMPARE(whyOf(items, u"link.csv"_s), u"a link to somewhere else"_s);
    }

    void anArchiveIsTakenEntryByEntry()
    {
        Importing::ZipBuilder zip;
        zip.add("logs/app.csv", "time,title\n").add("notes.md", "# Notes\n");
        zip.add("__MACOSX/notes.md", "x").add("logs/.DS_Store", "x");
        const QString file = write(u"all.zip"_s, zip.bytes());
        const ImportItems items = importItems({ file }, m_registry);
        QCOMPARE(labels(items, file), (QStringList{ u"logs/app.csv"_s, u"notes.md"_s }));
        QCOMPARE(items.items.first().path, file);
        QCOMPARE(items.leftOut.size(), 2);
    }

    void aBundleThatAFormatKnowsStaysWhole()
    {
        Importing::ZipBuilder zip;
        zip.add("channels.json", R"([{"id":"C1","name":"incident"}])");
        zip.add("users.json", "[]");
        zip.add("incident/2026-03-12.json",
                R"([{"type":"message","user":"U1","text":"hi","ts":"1773309600.000001"}])");
        const QString file = write(u"slack.zip"_s, zip.bytes());
        const ImportItems items = importItems({ file }, m_registry);
        QCOMPARE(items.items, (QList{ ImportItem{ file, {}, {} } }));
    }

    void aPathThatWasNamedIsAlwaysAnItemAndNoneIsThereTwice()
    {
        const QString missing = path(u"missing.csv"_s);
        const QString hidden = write(u".env.csv"_s, "time,title\n");
        const ImportItems items = importItems({ missing, hidden, hidden }, m_registry);
        QCOMPARE(items.items,
                 (QList{ ImportItem{ missing, {}, {} }, ImportItem{ hidden, {}, {} } }));
    }

    void manyFilesOfOneFolderShareItsLane()
    {
        for (int i = 0; i < 9; ++i)
            write(u"reports/%1.md"_s.arg(i), "# One\n");
        write(u"few/a.md"_s, "# One\n");
        const ImportItems items = importItems({ path(u"reports"_s), path(u"few"_s) }, m_registry);
        QCOMPARE(items.items.size(), 10);
        QCOMPARE(items.items.first().lane, u"reports"_s);
        QCOMPARE(items.items.last().lane, QString());
    }

    void itStopsWhenToldTo()
    {
        for (int i = 0; i < 5; ++i)
            write(u"in/%1.md"_s.arg(i), "# One\n");
        int asked = 0;
        const ImportItems items =
            importItems({ path(u"in"_s) }, m_registry, [&asked] { return ++asked <= 2; });
        QCOMPARE(items.items.size(), 2);
    }
};

QTEST_MAIN(ImportItemsTest)
#include "tst_importitems.moc"
