// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/evidenceinput.h"
#include "importing/limits.h"
#include "support/tarbuilder.h"
#include "support/zipbuilder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QCryptographicHash>
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

    void aMillionEmptyEntriesAreRefusedBeforeTheyAreRead()
    {
        // Only the directory is there: whoever reads it whole needs hundreds of megabytes.
        const QByteArray one = ZipBuilder().add("e", {}).bytes();
        const qsizetype directoryAt = one.indexOf("PK\x01\x02");
        const qsizetype endAt = one.indexOf("PK\x05\x06");
        const QByteArray line = one.mid(directoryAt, endAt - directoryAt);
        const auto input = EvidenceInput::open(write(
            u"million.zip"_s, one.left(directoryAt) + line.repeated(1'000'000) + one.mid(endAt)));
        QVERIFY(!input);
        QVERIFY2(input.error().what.contains(u"10,000"_s), qPrintable(input.error().toString()));
    }

    void entriesUponEachOtherAreRefused()
    {
        const auto input = EvidenceInput::open(write(
            u"upon.zip"_s, ZipBuilder().add("a", "one").add("b", "two").addOnTop("c").bytes()));
        QVERIFY(!input);
        QVERIFY2(input.error().what.contains(u"upon each other"_s),
                 qPrintable(input.error().toString()));
    }

    void sizesThatLieAreNotBelieved()
    {
        for (const qint64 said : { 0LL, 10LL, 2'000'000LL }) {
            const auto input = EvidenceInput::open(write(
                u"lie.zip"_s, ZipBuilder().addLie("a", QByteArray(1'000'000, 'x'), said).bytes()));
            QVERIFY2(!input, qPrintable(QString::number(said)));
            QVERIFY(input.error().code == ErrorCode::BadInput);
        }
    }

    void anArchiveCutAnywhereIsRefused()
    {
        const QByteArray zip =
            ZipBuilder().addPacked("a.txt", "one two").add("b/c.txt", "three").bytes();
        const QByteArray tar = TarBuilder().add("a.txt", "one").add("b/c.txt", "three").bytes();
        const QByteArray packed = gzipped(tar);
        const QByteArray single = gzipped("2018-02-20 14:00 it began\n");
        for (const QByteArray &whole : { zip, packed, single }) {
            QVERIFY(EvidenceInput::open(write(u"cut"_s, whole)));
            for (qsizetype n = 4; n < whole.size(); ++n)
                QVERIFY2(!EvidenceInput::open(write(u"cut"_s, whole.left(n))),
                         qPrintable(QString::number(n)));
        }
        // A tar has no end: cut between two entries it is a shorter tar.
        for (qsizetype n = 513; n < 2048; ++n) {
            const auto input = EvidenceInput::open(write(u"cut"_s, tar.left(n)));
            QVERIFY(!input || (*input)->entries().value(0) == u"a.txt"_s);
            QVERIFY(input || input.error().code == ErrorCode::BadInput);
        }
    }

    void changedBytesOfAnArchiveGetAnAnswer()
    {
        quint32 state = 4711;
        const auto random = [&state](quint32 below) {
            state = state * 1664525 + 1013904223;
            return (state >> 8) % below;
        };
        const QByteArray tar = TarBuilder().add("a.txt", "one").add("b/c.txt", "three").bytes();
        for (const QByteArray &whole :
             { ZipBuilder().addPacked("a.txt", "one two").add("b/c.txt", "three").bytes(), tar,
               gzipped(tar), gzipped("2018-02-20 14:00 it began\n") }) {
            for (int i = 0; i < 500; ++i) {
                QByteArray changed = whole;
                for (quint32 k = 0; k <= random(3); ++k)
                    changed[static_cast<qsizetype>(random(static_cast<quint32>(whole.size())))] =
                        static_cast<char>(random(256));
                const auto input = EvidenceInput::open(write(u"changed"_s, changed));
                QVERIFY(input || !input.error().what.isEmpty());
            }
        }
    }

    void aGzippedFileIsThatFile()
    {
        const QByteArray text = "2018-02-20 14:00 it began\n";
        const auto input = EvidenceInput::open(write(u"server.log.gz"_s, gzipped(text)));
        QVERIFY2(input, qPrintable(input ? QString() : input.error().toString()));
        QVERIFY(!(*input)->isBundle());
        QCOMPARE((*input)->name(), u"server.log"_s);
        QCOMPARE((*input)->path(), m_folder.filePath(u"server.log.gz"_s));
        QCOMPARE((*input)->size(), text.size());
        QCOMPARE((*input)->head(), text);
        QCOMPARE((*input)->stream().value()->readAll(), text);
        // The same evidence, packed or not, has one fingerprint.
        const auto plain = EvidenceInput::open(write(u"server.log"_s, text));
        QCOMPARE((*input)->sha256().value(), (*plain)->sha256().value());
        // What lies on the disk has its own, which anybody can compare with sha256sum.
        QVERIFY((*input)->isPacked());
        QVERIFY(!(*plain)->isPacked());
        QCOMPARE((*input)->fileSha256().value(),
                 QCryptographicHash::hash(gzipped(text), QCryptographicHash::Sha256));
        QCOMPARE((*plain)->fileSha256().value(), (*plain)->sha256().value());
        const auto stopped = (*input)->fileSha256([] { return false; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    }

    void aGzipOfSeveralPartsIsReadToItsEnd()
    {
        const auto input =
            EvidenceInput::open(write(u"parts.gz"_s, gzipped("one\n") + gzipped("two\n")));
        QVERIFY(input);
        QCOMPARE((*input)->head(), QByteArray("one\ntwo\n"));
    }

    void aGzipThatIsNotSoundIsRefused()
    {
        QByteArray wrongSum = gzipped("one two three\n");
        wrongSum[wrongSum.size() - 8] = static_cast<char>(wrongSum[wrongSum.size() - 8] ^ 1);
        QVERIFY(
            EvidenceInput::open(write(u"sum.gz"_s, wrongSum)).error().what.contains(u"damaged"_s));
        QVERIFY(EvidenceInput::open(write(u"empty.gz"_s, gzipped({})))
                    .error()
                    .what.contains(u"is empty"_s));
        QVERIFY(!EvidenceInput::open(write(u"mark.gz"_s, QByteArray::fromHex("1f8b"))));
        QVERIFY(!EvidenceInput::open(write(u"prose.gz"_s, "\x1f\x8b and then prose")));
    }

    void aGzipBombIsRefusedAndASmallOneThatPacksWellIsNot()
    {
        const auto bomb =
            EvidenceInput::open(write(u"bomb.gz"_s, gzipped(QByteArray(20'000'000, '\0'))));
        QVERIFY(!bomb);
        QVERIFY(bomb.error().what.contains(u"200 times"_s));
        QVERIFY(EvidenceInput::open(write(u"small.gz"_s, gzipped(QByteArray(900'000, 'x')))));
        // Larger than an entry may be, and yet a log somebody has.
        QByteArray log;
        for (quint32 i = 0; log.size() < 33 * 1024 * 1024; ++i)
            log += QByteArray::number(i * 2654435761U % 1'000'003).repeated(2) + '\n';
        const auto large = EvidenceInput::open(write(u"large.gz"_s, gzipped(log)));
        QVERIFY2(large, qPrintable(large ? QString() : large.error().toString()));
        QCOMPARE((*large)->size(), log.size());
    }

    void aGzipWithinAGzipStaysBytes()
    {
        const QByteArray inner = gzipped("one\n");
        const auto input = EvidenceInput::open(write(u"twice.gz"_s, gzipped(inner)));
        QVERIFY(input);
        QCOMPARE((*input)->head(), inner);
    }

    void aTarIsABundlePackedOrNot()
    {
        const QByteArray tar = TarBuilder()
                                   .addEntry("./", {}, '5', {})
                                   .add("./b/2.txt", "two")
                                   .add("./a.txt", "one")
                                   .bytes();
        const auto zip = EvidenceInput::open(
            write(u"same.zip"_s, ZipBuilder().add("b/2.txt", "two").add("a.txt", "one").bytes()));
        for (const QByteArray &bytes : { tar, gzipped(tar) }) {
            const auto input = EvidenceInput::open(write(u"export"_s, bytes));
            QVERIFY2(input, qPrintable(input ? QString() : input.error().toString()));
            QVERIFY((*input)->isBundle());
            QCOMPARE((*input)->entries(), (QStringList{ u"a.txt"_s, u"b/2.txt"_s }));
            QCOMPARE((*input)->readEntry(u"a.txt"_s).value(), QByteArray("one"));
            QCOMPARE((*input)->entryHead(u"b/2.txt"_s), QByteArray("two"));
            QCOMPARE((*input)->sha256().value(), (*zip)->sha256().value());
        }
    }

    void aHostileTarIsRefusedNamingTheEntry_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("what");
        const auto row = [](const char *name, const TarBuilder &tar, const QString &place,
                            const QString &what) {
            QTest::addRow("%s", name) << tar.bytes() << place << what;
            QTest::addRow("%s, packed", name) << gzipped(tar.bytes()) << place << what;
        };
        const auto first = [] { return TarBuilder().add("ok.txt", "x"); };
        row("climbing out", first().add("../evil.txt", "x"), u"../evil.txt"_s, u"leads out"_s);
        row("climbing out behind a dot", first().add("./../evil", "x"), u"../evil"_s,
            u"leads out"_s);
        row("absolute", first().add("/etc/passwd", "x"), u"/etc/passwd"_s, u"absolute"_s);
        row("drive letter", first().add("C:evil.txt", "x"), u"C:evil.txt"_s, u"drive"_s);
        row("backslash", first().add("a\\b.txt", "x"), u"a\\b.txt"_s, u"backslash"_s);
        row("newline", first().add("a\nb.txt", "x"), u"a\nb.txt"_s, u"control"_s);
        row("twice", first().add("ok.txt", "y"), u"ok.txt"_s, u"twice"_s);
        row("twice by another path", first().add("a//b", "x").add("a/b", "y"), u"a/b"_s,
            u"twice"_s);
        row("twice in capitals", first().add("OK.txt", "y"), u"OK.txt"_s, u"twice"_s);
        row("symbolic link", first().addEntry("link", {}, '2', "/etc/passwd"), u"link"_s,
            u"link or a device"_s);
        row("hard link", first().addEntry("link", {}, '1', "ok.txt"), u"link"_s,
            u"link or a device"_s);
        row("character device", first().addEntry("null", {}, '3', {}), u"null"_s,
            u"link or a device"_s);
        row("block device", first().addEntry("sda", {}, '4', {}), u"sda"_s, u"link or a device"_s);
        row("pipe", first().addEntry("pipe", {}, '6', {}), u"pipe"_s, u"link or a device"_s);
        row("a size that lies", first().addLie("lie", 5'000'000), u"lie"_s, u"damaged"_s);
    }

    void aHostileTarIsRefusedNamingTheEntry()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, place);
        QFETCH(QString, what);
        const auto input = EvidenceInput::open(write(u"hostile.tar"_s, bytes));
        QVERIFY(!input);
        QVERIFY(input.error().code == ErrorCode::BadInput);
        QVERIFY2(input.error().what.contains(what), qPrintable(input.error().toString()));
        QCOMPARE(input.error().place, place);
    }

    void aChainOfHeadersIsRefused_data()
    {
        QTest::addColumn<char>("type");
        for (const char type : { 'g', 'x', 'L', 'K' })
            QTest::addRow("%c", type) << type;
    }

    void aChainOfHeadersIsRefused()
    {
        QFETCH(char, type);
        const QByteArray link =
            TarBuilder().addEntry("x", "12 path=a.t\n", type, {}).bytes().first(1024);
        const QByteArray chain = link.repeated(30'000) + TarBuilder().add("a.txt", "one").bytes();
        for (const QByteArray &bytes : { chain, gzipped(chain) }) {
            const auto input = EvidenceInput::open(write(u"chain.tar"_s, bytes));
            QVERIFY(!input);
            QVERIFY(input.error().code == ErrorCode::BadInput);
        }
        const QByteArray one = link + TarBuilder().add("b", "").bytes();
        const bool isName = type == 'L'; // and then one with a line feed in it
        QCOMPARE(EvidenceInput::open(write(u"one.tar"_s, one)).has_value(), !isName);
    }

    void aNameWithoutEndIsRefused()
    {
        const auto zip = EvidenceInput::open(
            write(u"name.zip"_s, ZipBuilder().add(QByteArray(1'001, 'n'), "x").bytes()));
        QVERIFY(!zip);
        QVERIFY(zip.error().what.contains(u"1,000 characters"_s));
        const auto tar =
            EvidenceInput::open(write(u"name.tar"_s,
                                      TarBuilder()
                                          .addEntry("long", QByteArray(100'000, 'n'), 'L', {})
                                          .add("short", "x")
                                          .bytes()));
        QVERIFY(!tar);
        QVERIFY2(tar.error().what.contains(u"1,000 characters"_s),
                 qPrintable(tar.error().toString()));
    }

    void tooManyEntriesOfATarAreRefused()
    {
        TarBuilder builder;
        for (int i = 0; i <= Limits::kArchiveEntries; ++i)
            builder.add("e" + QByteArray::number(i), {});
        const auto input = EvidenceInput::open(write(u"many.tgz"_s, gzipped(builder.bytes())));
        QVERIFY(!input);
        QVERIFY2(input.error().what.contains(u"10,000"_s) || input.error().what.contains(u"200"_s),
                 qPrintable(input.error().toString()));
    }

    void aPartOfABundleIsAnInputOfItsOwn()
    {
        const auto input = EvidenceInput::open(
            write(u"export.zip"_s, ZipBuilder().add("logs/a.txt", "one\n").bytes()));
        const auto part = (*input)->part(u"logs/a.txt"_s);
        QVERIFY(part);
        QCOMPARE((*part)->name(), u"logs/a.txt"_s);
        QCOMPARE((*part)->path(), m_folder.filePath(u"export.zip/logs/a.txt"_s));
        QCOMPARE((*part)->head(), QByteArray("one\n"));
        QVERIFY(!(*input)->part(u"logs/b.txt"_s));
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
