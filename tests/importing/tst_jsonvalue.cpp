// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/jsonvalue.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory::Importing;

class JsonValueTest : public QObject {
    Q_OBJECT

private slots:
    void valuesKeepTheirCharacters()
    {
        JsonReader reader;
        const auto value =
            reader.read("{\"id\": 12345678901234567890123, \"ts\": \"1485460312.000002\", \"ok\": "
                        "true, \"no\": null, \"list\": [1, \"two\", {\"a\": 3}], \"in\": {\"ner\": "
                        "{\"x\": \"deep\"}}, \"text\": \"A\\u00e9\\ud83c\\udf89\\n\"}");
        QVERIFY2(value, qPrintable(value ? QString() : value.error().what));
        QCOMPARE(value->textOf(u"id"), u"12345678901234567890123"_s);
        QCOMPARE(value->textOf(u"ts"), u"1485460312.000002"_s);
        QCOMPARE(value->textOf(u"ok"), u"true"_s);
        QCOMPARE(value->textOf(u"no"), QString());
        QCOMPARE(value->textOf(u"text"), u"Aé🎉\n"_s);
        QCOMPARE(value->find(u"list")->toReadableText(), u"1, two, {\"a\":3}"_s);
        QCOMPARE(value->findPath(u"in.ner.x")->text, u"deep"_s);
        QVERIFY(!value->findPath(u"in.ner.y"));
        QVERIFY(!value->findPath(u"id.x"));
    }

    void whatIsNotJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const QByteArray &bytes) {
            QTest::newRow(name) << bytes;
        };
        row("empty", "");
        row("blank", "  ");
        row("scalar", "42");
        row("cut short", "{\"a\": [1, 2");
        row("cut in a text", "{\"a\": \"b");
        row("text behind", "{\"a\": 1} x");
        row("second value behind", "{\"a\": 1}{\"b\": 2}");
        row("not a number", "{\"a\": NaN}");
        row("infinity", "{\"a\": Infinity}");
        row("leading zero", "{\"a\": 01}");
        row("bare point", "{\"a\": 1.}");
        row("plus sign", "{\"a\": +1}");
        row("comma at the end", "[1, 2,]");
        row("missing comma", "[1 2]");
        row("missing colon", "{\"a\" 1}");
        row("single quotes", "{'a': 1}");
        row("wrong word", "{\"a\": nul}");
        row("word run on", "{\"a\": nullx}");
        row("duplicate key", "{\"a\": 1, \"a\": 2}");
        row("duplicate key, spelled otherwise", "{\"a\": 1, \"\\u0061\": 2}");
        row("half a surrogate pair", "{\"a\": \"\\ud800\"}");
        row("the other half", "{\"a\": \"\\udc00\"}");
        row("halves in the wrong order", "{\"a\": \"\\udc00\\ud800\"}");
        row("NUL in a text", "{\"a\": \"\\u0000\"}");
        row("raw line break in a text", "{\"a\": \"x\ny\"}");
        row("bytes that are no text", "{\"a\": \"\xff\"}");
        row("wrong escape", "{\"a\": \"\\x\"}");
        row("too deep", QByteArray(100, '[') + QByteArray(100, ']'));
        row("much too deep", QByteArray(100'000, '['));
        row("comment", "{/* */\"a\": 1}");
    }

    void whatIsNotJsonIsRefused()
    {
        QFETCH(QByteArray, bytes);
        JsonReader reader;
        const auto value = reader.read(bytes);
        QVERIFY(!value);
        QVERIFY(!value.error().what.isEmpty());
        QVERIFY(value.error().offset >= 0 && value.error().offset <= bytes.size());
        // The same reader goes on with the next text.
        QVERIFY(reader.read("[1]"));
    }

    void aFaultTellsItsByte()
    {
        JsonReader reader;
        const QByteArray bytes = "{\"first\": 1, \"second\": oops}";
        const auto value = reader.read(bytes);
        QVERIFY(!value);
        QVERIFY(value.error().offset >= bytes.indexOf("oops") - 2);
    }

    void depthUpToTheLimitIsRead()
    {
        JsonReader reader;
        const QByteArray deep = QByteArray(64, '[') + QByteArray(64, ']');
        const QByteArray tooDeep = QByteArray(65, '[') + QByteArray(65, ']');
        QVERIFY(reader.read(deep));
        QVERIFY(!reader.read(tooDeep));
    }

    void aDuplicateKeyIsFoundInLargeObjectsToo()
    {
        JsonReader reader;
        QByteArray bytes = "{";
        for (int i = 0; i < 100; ++i)
            bytes += "\"key" + QByteArray::number(i) + "\": 1,";
        QVERIFY(reader.read(QByteArray(bytes + "\"last\": 1}")));
        for (const char *key : { "key0", "key23", "key24", "key50", "key99" })
            QVERIFY(!reader.read(QByteArray(bytes + '"' + key + "\": 1}")));
    }

    void tooManyValuesAreRefused()
    {
        JsonReader reader;
        QByteArray bytes = "[";
        for (int i = 0; i < 1'000'001; ++i)
            bytes += "1,";
        bytes += "1]";
        const auto value = reader.read(bytes);
        QVERIFY(!value);
        QVERIFY(value.error().what.contains(u"1,000,000"_s));
    }
};

QTEST_GUILESS_MAIN(JsonValueTest)
#include "tst_jsonvalue.moc"
