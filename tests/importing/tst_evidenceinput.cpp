// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/evidenceinput.h"
#include "importing/limits.h"
#include "support/zipbuilder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class EvidenceInputTest : public QObject {
    Q_OBJECT

private slots:
    void aFileShowsItsHeadAndStreams()
    {
        const QString path = write(u"notes.txt"_s, "hello\nworld\n");
        const auto input = EvidenceInput::open(path);
        QVERIFY(input);
        QVERIFY(!(*input)->isBundle());
        QCOMPARE((*input)->name(), u"notes.txt"_s);
        QCOMPARE((*input)->size(), 12);
        QCOMPARE((*input)->head(), QByteArray("hello\nworld\n"));
        const auto device = (*input)->stream();
        QVERIFY(device);
        QCOMPARE((*device)->readAll(), QByteArray("hello\nworld\n"));
        QCOMPARE((*input)->sha256()->toHex(),
                 QByteArray("4a1e67f2fe1d1cc7b31d0ca2ec441da4778203a036a77da10344c85e24ff0f92"));
    }

    void aMissingFileIsNotFound()
    {
        const auto input = EvidenceInput::open(m_folder.filePath(u"nowhere"_s));
        QVERIFY(!input);
        QVERIFY(input.error().code == ErrorCode::NotFound);
    }

    void anEmptyFileIsRefused()
    {
        const auto input = EvidenceInput::open(write(u"empty.txt"_s, ""));
        QVERIFY(!input);
        QVERIFY(input.error().code == ErrorCode::BadInput);
        QVERIFY(input.error().what.contains(u"is empty"_s));
    }

    void aFileChangedBetweenLookingAndReadingIsRefused()
    {
        const QString path = write(u"changing.txt"_s, "one\n");
        const auto input = EvidenceInput::open(path);
        QVERIFY(input);
        write(u"changing.txt"_s, "one\ntwo\n");
        QVERIFY(!(*input)->stream());
    }

    void aZipIsToldByItsFirstBytesAndReadInMemory()
    {
        const QString path = write(
            u"export.dat"_s, ZipBuilder().add("b/2.txt", "two").addPacked("a.txt", "one").bytes());
        const auto input = EvidenceInput::open(path);
        QVERIFY2(input, qPrintable(input ? QString() : input.error().toString()));
        QVERIFY((*input)->isBundle());
        QCOMPARE((*input)->entries(), (QStringList{ u"a.txt"_s, u"b/2.txt"_s }));
        QCOMPARE((*input)->readEntry(u"a.txt"_s).value(), QByteArray("one"));
        QVERIFY(!(*input)->readEntry(u"c.txt"_s));
    }

    void aFolderAndItsZipHaveTheSameFingerprint()
    {
        QDir(m_folder.path()).mkpath(u"unpacked/b"_s);
        write(u"unpacked/a.txt"_s, "one");
        write(u"unpacked/b/2.txt"_s, "two");
        const auto folder = EvidenceInput::open(m_folder.filePath(u"unpacked"_s));
        const auto zip = EvidenceInput::open(
            write(u"same.zip"_s, ZipBuilder().add("b/2.txt", "two").add("a.txt", "one").bytes()));
        QVERIFY(folder && zip);
        QCOMPARE((*folder)->entries(), (*zip)->entries());
        QCOMPARE((*folder)->sha256().value(), (*zip)->sha256().value());
    }

    void aFolderDoesNotFollowSymbolicLinks()
    {
        QDir(m_folder.path()).mkpath(u"linked"_s);
        write(u"linked/a.txt"_s, "one");
        const QString secret = write(u"secret.txt"_s, "secret");
        QVERIFY(QFile::link(secret, m_folder.filePath(u"linked/b.txt"_s)));
        QVERIFY(QFile::link(m_folder.path(), m_folder.filePath(u"linked/up"_s)));
        const auto input = EvidenceInput::open(m_folder.filePath(u"linked"_s));
        QVERIFY(input);
        QCOMPARE((*input)->entries(), QStringList{ u"a.txt"_s });
    }

    void aHostileArchiveIsRefusedNamingTheEntry_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("what");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &place,
                            const QString &what) { QTest::newRow(name) << bytes << place << what; };
        row("climbing out", ZipBuilder().add("ok.txt", "x").add("../evil.txt", "x").bytes(),
            u"../evil.txt"_s, u"leads out"_s);
        row("climbing out in the middle", ZipBuilder().add("a/../../evil", "x").bytes(),
            u"a/../../evil"_s, u"leads out"_s);
        row("absolute", ZipBuilder().add("/etc/passwd", "x").bytes(), u"/etc/passwd"_s,
            u"absolute"_s);
        row("drive letter", ZipBuilder().add("C:evil.txt", "x").bytes(), u"C:evil.txt"_s,
            u"drive"_s);
        row("control character", ZipBuilder().add("a\nb.txt", "x").bytes(), u"a\nb.txt"_s,
            u"control"_s);
        row("the same name twice", ZipBuilder().add("a.txt", "x").add("a.txt", "y").bytes(),
            u"a.txt"_s, u"twice"_s);
        row("the same name in capitals", ZipBuilder().add("a.txt", "x").add("A.TXT", "y").bytes(),
            u"A.TXT"_s, u"twice"_s);
        row("symbolic link", ZipBuilder().addSymlink("link", "/etc/passwd").bytes(), u"link"_s,
            u"link"_s);
        row("encrypted", ZipBuilder().addEncrypted("a.txt", "secret").bytes(), u"a.txt"_s,
            u"encrypted"_s);
        row("bomb", ZipBuilder().addPacked("zeros", QByteArray(20'000'000, '\0')).bytes(),
            u"zeros"_s, u"200 times"_s);
        const QByteArray noise = randomBytes(300'000);
        row("entry too large",
            ZipBuilder()
                .add("noise", noise)
                .addPacked("zeros", QByteArray(34'000'000, 'z'))
                .bytes(),
            u"zeros"_s, u"32 MiB"_s);
        row("cut short", ZipBuilder().add("a.txt", QByteArray(1000, 'x')).bytes().left(500), {},
            u"damaged"_s);
        QByteArray flipped = ZipBuilder().add("a.txt", QByteArray(1000, 'x')).bytes();
        flipped[200] = 'y';
        row("wrong checksum", flipped, u"a.txt"_s, u"damaged"_s);
    }

    void aHostileArchiveIsRefusedNamingTheEntry()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, place);
        QFETCH(QString, what);
        const auto input = EvidenceInput::open(write(u"hostile.zip"_s, bytes));
        QVERIFY(!input);
        QVERIFY(input.error().code == ErrorCode::BadInput);
        QCOMPARE(input.error().place, place);
        QVERIFY2(input.error().what.contains(what), qPrintable(input.error().toString()));
        QVERIFY(input.error().file.endsWith(u"hostile.zip"_s));
    }

    void aBackslashInAnEntrysNameNeverSurvives()
    {
        // The archive library itself may turn backslashes of some makers into slashes; then the
        // name is harmless.
        const auto input =
            EvidenceInput::open(write(u"back.zip"_s, ZipBuilder().add("a\\b.txt", "x").bytes()));
        if (!input) {
            QVERIFY(input.error().what.contains(u"backslash"_s));
            return;
        }
        QCOMPARE((*input)->entries(), QStringList{ u"a/b.txt"_s });
    }

    void tooManyEntriesAreRefused()
    {
        ZipBuilder builder;
        for (int i = 0; i <= Limits::kArchiveEntries; ++i)
            builder.add("e" + QByteArray::number(i), {});
        const auto input = EvidenceInput::open(write(u"many.zip"_s, builder.bytes()));
        QVERIFY(!input);
        QVERIFY(input.error().what.contains(u"10,000"_s));
    }

    void nestedArchivesStayBytes()
    {
        const QByteArray inner = ZipBuilder().add("../evil", "x").bytes();
        const auto input = EvidenceInput::open(
            write(u"outer.zip"_s, ZipBuilder().add("inner.zip", inner).bytes()));
        QVERIFY(input);
        QCOMPARE((*input)->readEntry(u"inner.zip"_s).value(), inner);
    }

private:
    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write the fixture");
        file.write(bytes);
        return file.fileName();
    }

    static QByteArray randomBytes(qsizetype count)
    {
        QByteArray bytes(count, '\0');
        quint32 state = 12345;
        for (char &c : bytes) {
            state = state * 1664525 + 1013904223;
            c = static_cast<char>(state >> 24);
        }
        return bytes;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(EvidenceInputTest)
#include "tst_evidenceinput.moc"
