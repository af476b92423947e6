// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/evidenceparts.h"
#include "support/tarbuilder.h"
#include "support/zipbuilder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory::Importing;

class EvidencePartsTest : public QObject {
    Q_OBJECT

    /// What is kept of a bundle with one sound file and this one.
    static QStringList kept(const QString &name, const QByteArray &bytes)
    {
        const auto bundle = EvidenceInput::fromEntries(
            u"export.zip"_s,
            { { u"sound.log"_s, "2018-02-20 14:00 it began\n" }, { name, bytes } });
        return evidenceEntries(*bundle);
    }

private slots:
    void textsAreKeptInOrder()
    {
        QCOMPARE(kept(u"a/b.json"_s, "{\"a\": 1}"), (QStringList{ u"a/b.json"_s, u"sound.log"_s }));
        QCOMPARE(kept(u"zz/no ending"_s, "words"),
                 (QStringList{ u"sound.log"_s, u"zz/no ending"_s }));
        QCOMPARE(kept(u"wide.txt"_s, QByteArray("\xFF\xFEw\0o\0", 6)).size(), 2);
        QCOMPARE(kept(u"mail.html"_s, "<html>words</html>").size(), 2);
        QCOMPARE(kept(u"v1.pngs/list.csv"_s, "time,what\n").size(), 2);
    }

    void whatHoldsNoRecordsIsLeftOut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const QString &name, const QByteArray &bytes) {
            QTest::newRow(qPrintable(name)) << name << bytes;
        };
        row(u"empty.txt"_s, {});
        row(u".hidden.txt"_s, "words");
        row(u"a/.git/config"_s, "words");
        row(u".DS_Store"_s, "words");
        row(u"a/.DS_Store"_s, "words");
        row(u"__MACOSX/a.txt"_s, "words");
        row(u"__MACOSX/._a.txt"_s, "words");
        row(u"a/Thumbs.db"_s, "words");
        row(u"a/desktop.ini"_s, "words");
        row(u"a/photo.PNG"_s, "words");
        row(u"a/call.mp4"_s, "words");
        row(u"a/report.pdf"_s, "words");
        row(u"picture"_s, "\x89PNG\r\n\x1a\n");
        row(u"picture.txt"_s, "\xFF\xD8\xFF\xE0 JFIF");
        row(u"moving"_s, "GIF89a");
        row(u"paper"_s, "%PDF-1.7");
        row(u"program"_s,
            "\x7F"
            "ELF");
        row(u"nested.dat"_s, ZipBuilder().add("a", "b").bytes());
        row(u"tarred.dat"_s, TarBuilder().add("a", "b").bytes());
        row(u"packed.dat"_s, gzipped("words"));
        row(u"binary.dat"_s, QByteArray("ab\0cd", 5));
    }

    void whatHoldsNoRecordsIsLeftOut()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QCOMPARE(kept(name, bytes), QStringList{ u"sound.log"_s });
    }

    void aFolderIsLookedThroughLikeAnArchive()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"a"_s));
        const auto write = [&folder](const QString &name, const QByteArray &bytes) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        write(u"a/b.log"_s, "words\n");
        write(u"a/empty.log"_s, {});
        write(u"a/picture"_s, "\x89PNG\r\n\x1a\n");
        const auto bundle = EvidenceInput::open(folder.path());
        QVERIFY(bundle);
        QCOMPARE(evidenceEntries(**bundle), QStringList{ u"a/b.log"_s });
    }

    void aPlainFileHasNoParts()
    {
        QVERIFY(evidenceEntries(*EvidenceInput::fromBytes(u"a.txt"_s, "words")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(EvidencePartsTest)
#include "tst_evidenceparts.moc"
