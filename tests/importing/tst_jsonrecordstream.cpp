// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/jsonrecordstream.h"
#include "importing/limits.h"
#include "support/piecewisedevice.h"

#include <QFile>
#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

namespace {

/// All that one run over a file shows.
struct Seen {
    QStringList records; ///< "place = bytes"
    QString error; ///< "place: what"
};

Seen readAll(QIODevice &device, const QStringList &containers, bool mayEndOpen = false)
{
    Seen seen;
    JsonRecordStream stream(device, u"file"_s, containers);
    stream.setMayEndOpen(mayEndOpen);
    while (true) {
        const auto more = stream.next();
        if (!more) {
            seen.error = QString(more.error().place + u": "_s + more.error().what);
            return seen;
        }
        if (!*more)
            return seen;
        seen.records.append(QString(stream.place() + u" = "_s + QString::fromUtf8(stream.bytes())));
    }
}

/// The same in one piece and in pieces of 1 to 7 bytes, or the test fails.
Seen readAll(const QByteArray &bytes, const QStringList &containers = {}, bool mayEndOpen = false)
{
    PiecewiseDevice whole(bytes, bytes.size() + 1);
    const Seen seen = readAll(whole, containers, mayEndOpen);
    for (qint64 piece = 1; piece <= 7; ++piece) {
        PiecewiseDevice device(bytes, piece);
        const Seen again = readAll(device, containers, mayEndOpen);
        if (again.records != seen.records || again.error != seen.error)
            QTest::qFail(qPrintable(u"pieces of %1 give another reading: %2 %3"_s.arg(
                             QString::number(piece), again.records.join(u" | "_s), again.error)),
                         __FILE__, __LINE__);
    }
    return seen;
}

/// What the process keeps in memory; -1 where that cannot be told, as under an address sanitizer,
/// which keeps what was freed.
qint64 residentBytes()
{
#ifdef __SANITIZE_ADDRESS__
    return -1;
#endif
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

} // namespace

class JsonRecordStreamTest : public QObject {
    Q_OBJECT

private slots:
    void everyShapeOfFileGivesItsRecords_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("containers");
        QTest::addColumn<QStringList>("records");
        const auto row = [](const char *name, const QByteArray &bytes,
                            const QStringList &containers, const QStringList &records) {
            QTest::newRow(name) << bytes << containers << records;
        };
        row("lines", "{\"a\":1}\n\n  {\"b\":2}\n", {},
            { u"line 1 = {\"a\":1}"_s, u"line 3 = {\"b\":2}"_s });
        row("lines without an end", "{\"a\":1}\r\n{\"b\":2}", {},
            { u"line 1 = {\"a\":1}"_s, u"line 2 = {\"b\":2}"_s });
        row("pretty objects one after another", "{\n \"a\": 1\n}\n{\n \"b\": \"}\"\n}\n", {},
            { u"line 1 = {\n \"a\": 1\n}"_s, u"line 4 = {\n \"b\": \"}\"\n}"_s });
        row("objects on one line", "{\"a\":1}{\"b\":2} {}\n{}", {},
            { u"line 1 = {\"a\":1}"_s, u"line 1, value 2 = {\"b\":2}"_s, u"line 1, value 3 = {}"_s,
              u"line 2 = {}"_s });
        row("an array", "[\n{\"a\":[1,{}]},\n{\"b\":2}\n]\n", {},
            { u"line 2, /0 = {\"a\":[1,{}]}"_s, u"line 3, /1 = {\"b\":2}"_s });
        row("an array in spite of containers", "[{\"alerts\":[1]}]", { u"alerts"_s },
            { u"line 1, /0 = {\"alerts\":[1]}"_s });
        row("arrays on one line", "[1][2]", {},
            { u"line 1, /0 = 1"_s, u"line 1, value 2, /0 = 2"_s });
        row("an array of all sorts", "[1, -2.5e3,true,null,\"a,]\\\"\", [ ],{}]", {},
            { u"line 1, /0 = 1"_s, u"line 1, /1 = -2.5e3"_s, u"line 1, /2 = true"_s,
              u"line 1, /3 = null"_s, u"line 1, /4 = \"a,]\\\"\""_s, u"line 1, /5 = [ ]"_s,
              u"line 1, /6 = {}"_s });
        row("an empty array", " [ ] ", {}, {});
        row("nothing at all", "", {}, {});
        row("spaces only", " \r\n\t ", {}, {});
        row("a container", "{\"v\":4,\n\"alerts\":[\n{\"x\":1},{\"x\":2}],\n\"end\":{\"y\":[]}}",
            { u"alerts"_s },
            { u"line 3, /alerts/0 = {\"x\":1}"_s, u"line 3, /alerts/1 = {\"x\":2}"_s });
        row("a container within", "{\"status\":\"ok\",\"data\":{\"type\":1,\"result\":[7]}}",
            { u"data.result"_s }, { u"line 1, /data/result/0 = 7"_s });
        row("two containers", "{\"a\":[1],\"x\":[5],\"b\":[2]}", { u"a"_s, u"b"_s },
            { u"line 1, /a/0 = 1"_s, u"line 1, /b/0 = 2"_s });
        row("an empty container is no record", "{\"alerts\":[]}", { u"alerts"_s }, {});
        row("no container, so a record", "{ \"a\" : 1,\n \"data\" : {\"x\":[{}]} }",
            { u"data.result"_s }, { u"line 1 = { \"a\" : 1,\n \"data\" : {\"x\":[{}]} }"_s });
        row("a container that is no array", "{\"alerts\":null,\"a\":1}", { u"alerts"_s },
            { u"line 1 = {\"alerts\":null,\"a\":1}"_s });
        row("an empty object", "{}", { u"alerts"_s }, { u"line 1 = {}"_s });
        row("containers line by line", "{\"a\":[1]}\n{\"b\":1}\n{\"a\":[2,3]}\n", { u"a"_s },
            { u"line 1, /a/0 = 1"_s, u"line 2 = {\"b\":1}"_s, u"line 3, /a/0 = 2"_s,
              u"line 3, /a/1 = 3"_s });
        row("values that share a line", "{\"a\":[\n1]}{\"a\":[2\n]}", { u"a"_s },
            { u"line 2, /a/0 = 1"_s, u"line 2, value 2, /a/0 = 2"_s });
        row("keys with dots and escapes", "{\"a.b\":1,\"a\":{\"b\":2},\"\\\"\\u0041\\n\":3}", {},
            { u"line 1 = {\"a.b\":1,\"a\":{\"b\":2},\"\\\"\\u0041\\n\":3}"_s });
        row("a dotted key is not the path", "{\"a.b\":1,\"a\":{\"b\":2}}", { u"a.c"_s },
            { u"line 1 = {\"a.b\":1,\"a\":{\"b\":2}}"_s });
    }

    void everyShapeOfFileGivesItsRecords()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, containers);
        QFETCH(QStringList, records);
        const Seen seen = readAll(bytes, containers);
        QCOMPARE(seen.error, QString());
        QCOMPARE(seen.records, records);
    }

    void whatIsNoJsonIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &error) {
            QTest::newRow(name) << bytes << error;
        };
        row("prose", "hello", u"line 1, byte 0: is not valid JSON"_s);
        row("a bare number", "\n 12", u"line 2, byte 2: is not valid JSON"_s);
        row("prose behind", "{\"v\":1}\nhello", u"line 2, byte 8: is not valid JSON"_s);
        row("a comma between values", "{\"v\":1},{\"v\":2}",
            u"line 1, byte 7: is not valid JSON"_s);
        row("a comma too many in a list", "[1,\n]", u"line 2, byte 4: is not valid JSON"_s);
        row("two commas", "[1,,2]", u"line 1, byte 3: is not valid JSON"_s);
        row("a missing comma", "[1 2]", u"line 1, byte 3: is not valid JSON"_s);
        row("a word nobody knows", "[\n tru]", u"line 2, byte 3: "_s);
        row("NaN", "[NaN]", u"line 1, byte 1: "_s);
        row("a comma too many in an object", "{\"a\":[1],}",
            u"line 1, byte 9: is not valid JSON"_s);
        row("no colon", "{\"v\" 1,\"a\":[1]}", u"line 1, byte 5: is not valid JSON"_s);
        row("no value", "{\"v\":,\"a\":[1]}", u"line 1, byte 5: is not valid JSON"_s);
        row("a bad value beside the container", "{\"v\":tru,\"a\":[1]}", u"line 1, byte 5: "_s);
        row("a key without quotes", "{v:1}", u"line 1, byte 1: is not valid JSON"_s);
        row("brackets that do not match", "[{\"v\":1]]", u"line 1, byte "_s);
        row("an object cut short", "{\"a\":[{\"x\":1}", u"line 1, byte 13: is not valid JSON"_s);
        row("a record cut short", "{\"a\":[\n{\"x\":", u"line 2, byte 7: ends in the middle"_s);
        row("a text cut short", "[\"abc", u"line 1, byte 1: ends in the middle"_s);
        row("the same key twice", "{\"v\":1,\n\"v\":2,\"a\":[1]}",
            u"line 2, byte 8: the key “v” is"_s);
        row("the same container twice", "{\"a\":[1],\"a\":[2]}",
            u"line 1, byte 9: the key “a” is"_s);
        row("the same key in a record", "[{},\n{\"v\":1,\"v\":2}]", u"line 2, byte "_s);
        row("a NUL", QByteArray("[1,\n2,\0 3]", 10), u"line 2, byte 6: holds a NUL byte"_s);
    }

    void whatIsNoJsonIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, error);
        const Seen seen = readAll(bytes, { u"a"_s });
        QVERIFY2(seen.error.startsWith(error), qPrintable(seen.error));
    }

    void aFaultWithinALongRecordSaysItsOwnLine()
    {
        const Seen seen = readAll("{\n\"a\": 1,\n\"b\": nope\n}\n");
        QVERIFY2(seen.error.startsWith(u"line 3, byte 15"_s), qPrintable(seen.error));
    }

    void whatWasReadBeforeADamageIsGivenFirst()
    {
        const Seen seen = readAll("{\"a\":1}\n{\"b\":\n");
        QCOMPARE(seen.records, QStringList{ u"line 1 = {\"a\":1}"_s });
        QVERIFY(seen.error.startsWith(u"line 2, byte 8"_s));
    }

    void anOpenArrayIsLegalWhereTheFormatSaysSo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("after an item") << QByteArray("[{\"a\":1},\n{\"a\":2}");
        QTest::newRow("after a comma") << QByteArray("[{\"a\":1},\n{\"a\":2},\n");
        QTest::newRow("a comma too many") << QByteArray("[{\"a\":1},\n{\"a\":2},\n]");
        QTest::newRow("closed") << QByteArray("[{\"a\":1},\n{\"a\":2}]");
    }

    void anOpenArrayIsLegalWhereTheFormatSaysSo()
    {
        QFETCH(QByteArray, bytes);
        const QStringList top{ u"line 1, /0 = {\"a\":1}"_s, u"line 2, /1 = {\"a\":2}"_s };
        const Seen seen = readAll(bytes, {}, true);
        QCOMPARE(seen.error, QString());
        QCOMPARE(seen.records, top);
        const Seen within = readAll("{\"traceEvents\":" + bytes, { u"traceEvents"_s }, true);
        QCOMPARE(within.error, QString());
        QCOMPARE(within.records.size(), 2);
        QCOMPARE(readAll(bytes).error.isEmpty(), bytes.endsWith("}]"));
    }

    void aRecordCutShortIsRefusedAlsoInAnOpenArray()
    {
        const Seen seen = readAll("[{\"a\":1},{\"a\":", {}, true);
        QCOMPARE(seen.records.size(), 1);
        QVERIFY(seen.error.contains(u"ends in the middle"_s));
    }

    void marksAndUtf16AreUnderstoodInPiecesOfAnySize()
    {
        const QString text = u"[\"é\",\n\"\U0001F600\"]"_s;
        const QStringList expected{ u"line 1, /0 = \"é\""_s, u"line 2, /1 = \"\U0001F600\""_s };
        QCOMPARE(readAll("\xEF\xBB\xBF" + text.toUtf8()).records, expected);
        QStringEncoder little(QStringEncoder::Utf16LE);
        QStringEncoder big(QStringEncoder::Utf16BE);
        const QByteArray littleBytes = little(text);
        const QByteArray bigBytes = big(text);
        QCOMPARE(readAll("\xFF\xFE" + littleBytes).records, expected);
        QCOMPARE(readAll("\xFE\xFF" + bigBytes).records, expected);
        QVERIFY(readAll(littleBytes).error.contains(u"NUL"_s));
        const QByteArray halfPair("\xFF\xFE[\0\"\0\x3D\xD8", 8);
        QVERIFY(readAll(halfPair).error.contains(u"ends in the middle"_s));
    }

    void placesCountTheMarkAsBytesOfTheFile()
    {
        QCOMPARE(readAll("\xEF\xBB\xBF[1,]").error, u"line 1, byte 6: is not valid JSON"_s);
    }

    void bytesThatAreNoUtf8AreReplacedAndTold()
    {
        PiecewiseDevice device("{\"a\":\"\xFF\"}\n{\"a\":\"b\"}", 1);
        JsonRecordStream stream(device, u"file"_s);
        QVERIFY(stream.next().value());
        QVERIFY(stream.isRepaired());
        QCOMPARE(stream.record().textOf(u"a"), u"\uFFFD"_s);
        QVERIFY(stream.next().value());
        QVERIFY(!stream.isRepaired());
    }

    void membersBesideTheContainersAreKept()
    {
        PiecewiseDevice device("{\"v\":4,\"data\":{\"type\":\"m\",\"in\":{\"x\":[1,{\"y\":7}]},"
                               "\"result\":[1]},\"a\\nb\":\"c\"}\n{\"data\":{\"result\":[2]}}",
                               1);
        JsonRecordStream stream(device, u"file"_s, { u"data.result"_s });
        QVERIFY(stream.next().value());
        QCOMPARE(stream.container(), u"data.result"_s);
        QCOMPARE(stream.head(u"v"_s).text, u"4"_s);
        QCOMPARE(stream.head(u"data.type"_s).text, u"m"_s);
        QVERIFY(stream.head(u"data.in"_s).isObject());
        QVERIFY(stream.head(u"data.in.x"_s).isArray());
        QVERIFY(stream.head(u"data.in.z"_s).type == JsonValue::Type::Null);
        QVERIFY(stream.head(u"a\nb"_s).type == JsonValue::Type::Null); // stands behind
        QVERIFY(stream.next().value());
        QCOMPARE(stream.record().text, u"2"_s);
        QVERIFY(stream.head(u"v"_s).type == JsonValue::Type::Null); // forgotten
        QVERIFY(!stream.next().value());
    }

    void membersBehindTheContainerAreThereAtTheEnd()
    {
        PiecewiseDevice device("{\"a\":[1],\"x\\ny\":\"c\",\"u\":{\"1\":\"Ann\"}}", 1);
        JsonRecordStream stream(device, u"file"_s, { u"a"_s });
        QVERIFY(stream.next().value());
        QVERIFY(!stream.next().value());
        QCOMPARE(stream.head(u"x\ny"_s).text, u"c"_s);
        QCOMPARE(stream.head(u"u.1"_s).text, u"Ann"_s);
    }

    void depthIsBounded()
    {
        for (const QByteArray &unit : { QByteArray("["), QByteArray("{\"a\":") }) {
            const Seen seen = readAll(QByteArray(unit).repeated(100'000), { u"a.a.a"_s });
            QVERIFY2(seen.error.contains(u"nested deeper than 64"_s), qPrintable(seen.error));
        }
    }

    void anEndlessValueIsRefusedInBoundedMemory_data()
    {
        QTest::addColumn<QByteArray>("beginning");
        QTest::addColumn<QByteArray>("unit");
        const auto row = [](const char *name, const QByteArray &beginning, const QByteArray &unit) {
            QTest::newRow(name) << beginning << unit;
        };
        row("a text", "{\"a\":\"", "x");
        row("escapes", "{\"a\":\"", "\\\"");
        row("digits", "[1", "0");
        row("a list in a record", "{\"x\":[1", ",1");
        row("a text beside the containers", "{\"v\":{},\"w\":\"", "x");
        row("spaces within an object", "{\"v\":1,", " ");
        row("a key", "{\"", "k");
    }

    void anEndlessValueIsRefusedInBoundedMemory()
    {
        QFETCH(QByteArray, beginning);
        QFETCH(QByteArray, unit);
        constexpr qint64 kGigabyte = 1024LL * 1024 * 1024;
        EndlessDevice device(beginning, unit, kGigabyte);
        const qint64 before = residentBytes();
        JsonRecordStream stream(device, u"file"_s, { u"alerts"_s });
        const auto more = stream.next();
        QVERIFY(!more);
        QVERIFY2(more.error().what.contains(u"32 MiB"_s), qPrintable(more.error().toString()));
        QCOMPARE_LT(device.given(), 2 * Limits::kJsonRecordBytes);
        QCOMPARE_LT(residentBytes() - before, 8 * Limits::kJsonRecordBytes);
    }

    void manyMembersAroundTheContainersAreRefused()
    {
        QByteArray bytes = "{";
        for (int i = 0; i < 100'001; ++i)
            bytes += '"' + QByteArray::number(i) + "\":1,";
        PiecewiseDevice device(bytes, bytes.size());
        QVERIFY(readAll(device, { u"a"_s }).error.contains(u"100,000"_s));
    }

    void aLongFileOfSmallRecordsTakesNoMemory()
    {
        EndlessDevice device("[{}", ",{\"a\":\"0123456789\"}\n", 8LL * 1024 * 1024);
        const qint64 before = residentBytes();
        JsonRecordStream stream(device, u"file"_s);
        qint64 count = 0;
        while (true) {
            const auto more = stream.next();
            if (!more)
                break; // the list stays open
            ++count;
        }
        QCOMPARE_GT(count, 300'000);
        QCOMPARE_LT(residentBytes() - before, 6LL * 1024 * 1024);
    }

    void aRecordInManyPiecesIsReadOnce()
    {
        // A megabyte a byte at a time: any rescan would take an hour.
        PiecewiseDevice device("[{\"a\":\"" + QByteArray(1024 * 1024, 'x') + "\"}]", 1);
        QCOMPARE(readAll(device, {}).records.size(), 1);
    }
};

QTEST_GUILESS_MAIN(JsonRecordStreamTest)
#include "tst_jsonrecordstream.moc"
