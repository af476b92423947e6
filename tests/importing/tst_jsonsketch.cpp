// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/evidenceinput.h"
#include "importing/jsonsketch.h"
#include "importing/limits.h"

#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory::Importing;

using Shape = JsonSketch::Shape;

class JsonSketchTest : public QObject {
    Q_OBJECT

private slots:
    void theShapeIsToldByTheBeginning_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("shape");
        const auto row = [](const char *name, const QByteArray &bytes, Shape shape) {
            QTest::newRow(name) << bytes << static_cast<int>(shape);
        };
        row("nothing", "", Shape::None);
        row("prose", "hello", Shape::None);
        row("a number", "12", Shape::None);
        row("braces of something else", "{hello}", Shape::None);
        row("a Markdown link", "[x](y)", Shape::None);
        row("an IRC line", "[12:04] <ann> hello", Shape::None);
        row("NaN", "{\"a\": NaN}", Shape::None);
        row("an object", " {\"a\": 1}\n", Shape::Object);
        row("an empty object", "{}", Shape::Object);
        row("an object cut off in a text", "{\"a\": \"b", Shape::Object);
        row("an object cut off in an escape", "{\"a\": \"b\\", Shape::Object);
        row("an object cut off in a number", "{\"a\": 1", Shape::Object);
        row("an object cut off behind a key", "{\"a\"", Shape::Object);
        row("an object cut off at once", "{", Shape::Object);
        row("an array", "[{\"a\": 1}]", Shape::Array);
        row("an array cut off", "[{\"a\": 1}, {\"a\":", Shape::Array);
        row("lines", "{\"a\": 1}\n{\"a\": 2}\n", Shape::Lines);
        row("lines, the second cut off", "{\"a\": 1}\n{\"a\": ", Shape::Lines);
        row("prose behind an object", "{\"a\": 1}\nhello", Shape::None);
    }

    void theShapeIsToldByTheBeginning()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, shape);
        QCOMPARE(static_cast<int>(sketchJson(bytes).shape), shape);
    }

    void membersAreFoundByTheirPaths()
    {
        const JsonSketch sketch = sketchJson(
            "{\"status\": \"ok\", \"alerts\": [{\"labels\": {\"a\": \"x\"}, \"n\": null},"
            " {\"labels\": {\"b\": true}}], \"m\": [[{\"c\": 1.5}]]}");
        QVERIFY(sketch.hasAll({ u"status"_s, u"alerts"_s, u"alerts[].labels.a"_s,
                                u"alerts[].labels.b"_s, u"alerts[].n"_s, u"m[][].c"_s }));
        QVERIFY(!sketch.has(u"alerts[].labels.c"_s));
        QCOMPARE(sketch.text(u"status"_s), u"ok"_s);
        QCOMPARE(sketch.text(u"alerts[].labels.a"_s), u"x"_s);
        QCOMPARE(sketch.text(u"m[][].c"_s), u"1.5"_s);
        QCOMPARE(sketch.text(u"alerts[].n"_s), QString());
    }

    void itemsAndLinesCountAsTheTopLevel()
    {
        QVERIFY(sketchJson("[{\"a\": 1}, {\"b\": {\"c\": 2}}]").hasAll({ u"a"_s, u"b.c"_s }));
        QVERIFY(sketchJson("{\"a\": 1}\n{\"b\": {\"c\": 2}}").hasAll({ u"a"_s, u"b.c"_s }));
    }

    void whatWasCutOffStillShowsWhatStandsBefore()
    {
        const QByteArray whole = "{\"a\": {\"b\": [1, \"two\"]}, \"c\": \"\\\"\"}";
        for (qsizetype n = 1; n < whole.size(); ++n) {
            const JsonSketch sketch = sketchJson(QByteArrayView(whole).first(n));
            QVERIFY(sketch.isJson());
            QCOMPARE(sketch.has(u"a.b"_s), n >= 11);
        }
    }

    void deepNestingHidesNothingBesideIt()
    {
        const QByteArray deep = QByteArray("[").repeated(40) + QByteArray("]").repeated(40);
        const JsonSketch sketch =
            sketchJson(QByteArray("{\"a\": " + deep + ", \"b\": {\"c\": 1}}"));
        QVERIFY(sketch.hasAll({ u"a"_s, u"b.c"_s }));
    }

    void bottomlessNestingEndsTheLookAndNothingElse()
    {
        for (const char *unit : { "[", "{\"a\":" }) {
            const JsonSketch sketch = sketchJson(
                QByteArray("{\"first\": 1, \"x\": " + QByteArray(unit).repeated(100'000)));
            QVERIFY(sketch.shape == Shape::Object);
            QVERIFY(sketch.has(u"first"_s));
        }
        QVERIFY(sketchJson(QByteArray("[").repeated(100'000)).shape == Shape::Array);
    }

    void endlessKeysTakeNoMemory()
    {
        const QByteArray key(20'000, 'k');
        QByteArray bytes = "{\"" + key + "\": {";
        for (int i = 0; i < 2'000; ++i)
            bytes += "\"m" + QByteArray::number(i) + "\": 1,";
        bytes += "\"z\": 1}, \"b\": 2}";
        const JsonSketch sketch = sketchJson(bytes);
        QVERIFY(sketch.shape == Shape::Object);
        QVERIFY(sketch.has(u"b"_s));
        for (const QString &path : sketch.paths)
            QCOMPARE_LT(path.size(), 500);
    }

    void anInputIsSketchedWhateverItsEncoding()
    {
        const QString text = u"{\"a\": \"é\"}"_s;
        QStringEncoder little(QStringEncoder::Utf16LE);
        const QByteArray wide = little(text);
        for (const QByteArray &bytes : { text.toUtf8(), QByteArray("\xEF\xBB\xBF" + text.toUtf8()),
                                         QByteArray("\xFF\xFE" + wide) }) {
            const auto input = EvidenceInput::fromBytes(u"a.json"_s, bytes);
            QCOMPARE(input->sketch().text(u"a"_s), u"é"_s);
            QVERIFY(&input->sketch() == &input->sketch());
        }
    }

    void aLongFileIsSketchedByItsHead()
    {
        QByteArray bytes = "[";
        while (bytes.size() < 2 * Limits::kProbeBytes)
            bytes += "{\"time\": 1, \"text\": \"words\"},\n";
        bytes += "{\"late\": 1}]";
        const auto input = EvidenceInput::fromBytes(u"a.json"_s, bytes);
        QVERIFY(input->sketch().shape == Shape::Array);
        QVERIFY(input->sketch().has(u"text"_s));
        QVERIFY(!input->sketch().has(u"late"_s));
    }
};

QTEST_GUILESS_MAIN(JsonSketchTest)
#include "tst_jsonsketch.moc"
