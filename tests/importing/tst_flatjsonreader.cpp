// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/flatjsonreader.h"
#include "importing/jsonvalue.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory::Importing;

class FlatJsonReaderTest : public QObject {
    Q_OBJECT

    static void learn(FlatJsonReader &flat, const QByteArray &line)
    {
        JsonReader reader;
        const auto value = reader.read(line);
        QVERIFY(value.has_value());
        flat.learn(*value);
    }

private slots:
    void whatItAcceptsTheStrictReaderReadsAlike_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("isShort");
        const auto add = [](const char *name, const QByteArray &line, bool isShort) {
            QTest::newRow(name) << line << isShort;
        };
        add("as before", R"({"a":1,"b":"x","c":true,"d":null})", true);
        add("spaces", R"( { "a" : -1.50 , "b" : "x" , "c" : false } )", true);
        add("keys left out", R"({"b":"x","d":"y"})", true);
        add("escapes", R"({"b":"tab\t \"quoted\" \u00e9 \ud83d\ude00"})", true);
        add("an escaped key", R"({"\u0061":"x"})", true);
        add("another order", R"({"b":"x","a":1})", false);
        add("a key twice", R"({"a":1,"a":2})", false);
        add("a key twice, once escaped", R"({"a":1,"\u0061":2})", false);
        add("a new key", R"({"a":1,"z":2})", false);
        add("an object inside", R"({"a":{"x":1}})", false);
        add("a list inside", R"({"a":[1]})", false);
        add("half a pair", R"({"b":"\ud83d"})", false);
        add("a NUL", R"({"b":"\u0000"})", false);
        add("a NUL in a key", R"({"a\u0000":1})", false);
        add("text behind", R"({"a":1} x)", false);
        add("another object behind", R"({"a":1}{"a":2})", false);
        add("cut off", R"({"a":1,"b":"x)", false);
        add("a leading zero", R"({"a":01})", false);
        add("a bare point", R"({"a":1.})", false);
        add("a power", R"({"a":1e5})", false);
        add("no number", R"({"a":NaN})", false);
        add("half a word", R"({"c":tru})", false);
        add("a comma too many", R"({"a":1,})", false);
        add("no comma", R"({"a":1 "b":2})", false);
        add("a list", R"([1])", false);
        add("a scalar", R"(1)", false);
        add("nothing", "", false);
        add("bytes that are no text", "{\"b\":\"\xC3\"}", false);
        add("a raw control character", "{\"b\":\"\x01\"}", false);
    }

    void whatItAcceptsTheStrictReaderReadsAlike()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const bool, isShort);
        FlatJsonReader flat;
        learn(flat, R"({"a":1,"b":"x","c":true,"d":null})");
        QCOMPARE(flat.read(line), isShort);
        if (!isShort)
            return;
        JsonReader reader;
        const auto value = reader.read(line);
        QVERIFY(value.has_value());
        for (size_t i = 0; i < flat.keys().size(); ++i) {
            const JsonValue *expected = value->find(QString::fromUtf8(flat.keys()[i]));
            QCOMPARE(QString::fromUtf8(flat.values()[i]),
                     expected == nullptr ? QString() : expected->toReadableText());
        }
    }

    void keysOfLaterObjectsFindTheirPlaces()
    {
        FlatJsonReader flat;
        learn(flat, R"({"a":1,"c":3})");
        learn(flat, R"({"a":1,"b":2,"c":3,"d":4})");
        QVERIFY(flat.read(R"({"a":1,"b":2,"c":3,"d":4})"));
        QVERIFY(flat.read(R"({"a":1,"d":4})"));
    }

    void objectsWithVeryManyKeysTakeTheLongWay()
    {
        QByteArray line = "{";
        for (int i = 0; i < 100; ++i)
            line += (i == 0 ? "\"k" : ",\"k") + QByteArray::number(i) + "\":1";
        line += '}';
        FlatJsonReader flat;
        learn(flat, line);
        QVERIFY(!flat.read(line));
    }
};

QTEST_GUILESS_MAIN(FlatJsonReaderTest)
#include "tst_flatjsonreader.moc"
