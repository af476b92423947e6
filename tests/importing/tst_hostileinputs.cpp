// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/importerregistry.h"
#include "support/contractsink.h"
#include "support/corpus.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Every stretch of digits of a text: where it begins and how long it is.
QList<std::pair<qsizetype, qsizetype>> numbersOf(const QByteArray &text)
{
    QList<std::pair<qsizetype, qsizetype>> numbers;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!isDigit(text[at]))
            continue;
        qsizetype end = at;
        while (end < text.size() && isDigit(text[end]))
            ++end;
        numbers.append({ at, end - at });
        at = end;
    }
    return numbers;
}

/// A step that leaves about `most` of `count`.
qsizetype stepFor(qsizetype count, qsizetype most)
{
    return qMax<qsizetype>(1, count / most);
}

} // namespace

/// What nobody sends by mistake, and what everybody sends some day: for every importer there is,
/// woven into the sound files of its corpus. Each has to answer, in bounded time and memory, and to
/// keep its contract; the time limit of the test program and the sanitizers' builds watch.
class HostileInputsTest : public QObject {
    Q_OBJECT

    const ImporterRegistry m_registry;

    /// One row for each importer.
    void everyImporter()
    {
        QTest::addColumn<QString>("id");
        for (const auto &importer : m_registry.all())
            QTest::newRow(qPrintable(importer->id())) << importer->id();
    }

    /// Empty when the importer answers as its contract says.
    static QString answerTo(const Importer &importer, const QByteArray &bytes)
    {
        const auto input = inputFromBytes(u"evidence"_s, bytes);
        const Likelihood likelihood = importer.probe(*input);
        if (likelihood < 0 || likelihood > 100)
            return u"a likelihood out of range"_s;
        (void)importer.missing(*input, {});
        ContractSink sink;
        sink.close(importer.read(*input, everythingGiven(), sink), bytes.size());
        return sink.fault;
    }

    /// Fails the test with the input that broke the contract.
    static bool holds(const Importer &importer, const QByteArray &bytes)
    {
        const QString fault = answerTo(importer, bytes);
        if (fault.isEmpty())
            return true;
        const QString shown = QString::fromUtf8(bytes.left(3'000));
        QTest::qFail(qPrintable(u"%1 in:\n%2"_s.arg(fault, shown)), __FILE__, __LINE__);
        return false;
    }

private slots:
    void everyImporterHasSoundFiles_data() { everyImporter(); }
    void everyImporterHasSoundFiles()
    {
        QFETCH(QString, id);
        const auto files = soundFiles(id);
        QVERIFY2(!files.isEmpty(), "put one to three small files into tests/fuzz/corpus/<id>/");
        for (const SoundFile &file : files) {
            QCOMPARE_LT(file.bytes.size(), 64 * 1024);
            QCOMPARE(answerTo(*m_registry.find(id), file.bytes), QString());
        }
    }

    void wordsOfAnyCharactersAreRead_data() { everyImporter(); }
    void wordsOfAnyCharactersAreRead()
    {
        QFETCH(QString, id);
        const QList<QByteArray> tokens{
            "\u202E\u2066", // right to left
            QByteArray("\0", 1),
            "\xFF",
            "\xC0\x80", // overlong
            "\xED\xA0\x80", // half a surrogate pair, as bytes
            "\xF4\x90\x80\x80", // beyond Unicode
            "\\ud800", // and as an escape
            "\\u0000",
            "\x1B[31m",
            "\x03"
            "04,01", // mIRC
            "\r",
            "\n",
            "\u2028",
            "\xEF\xBB\xBF",
            "\"",
            "\\",
            "<",
            "<img src=file:///etc/passwd onerror=\"javascript:alert(1)\">",
            "&#x0;&#xD800;&#99999999999;&lol9;&amp",
            "%s%n%1",
            "]]>",
            "{",
            "[",
        };
        const Importer &importer = *m_registry.find(id);
        for (const SoundFile &file : soundFiles(id)) {
            const qsizetype step = stepFor(file.bytes.size(), 60);
            for (const QByteArray &token : tokens) {
                for (qsizetype at = 0; at <= file.bytes.size(); at += step) {
                    QByteArray bytes = file.bytes;
                    if (!holds(importer, bytes.insert(at, token)))
                        return;
                }
            }
        }
    }

    void numbersOfAnySizeAreRead_data() { everyImporter(); }
    void numbersOfAnySizeAreRead()
    {
        QFETCH(QString, id);
        const QList<QByteArray> tokens{
            "",
            "0",
            "00",
            "-1", // before 1970
            "-62135596801", // before the year 1
            "0001",
            "9999",
            "10000",
            "60", // a leap second
            "61",
            "99",
            "253402300800", // after the year 9999
            "9007199254740993", // above 2^53
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "99999999999999999999999999",
            "1e400",
            "-1e-400",
            "0.000000000000000000000001",
            "NaN",
            "Infinity",
            "-Infinity",
            "0x10",
            "\u0661\u0662", // digits of another script
        };
        const Importer &importer = *m_registry.find(id);
        for (const SoundFile &file : soundFiles(id)) {
            const auto numbers = numbersOf(file.bytes);
            const qsizetype step = stepFor(numbers.size(), 60);
            for (const QByteArray &token : tokens) {
                for (qsizetype i = 0; i < numbers.size(); i += step) {
                    QByteArray bytes = file.bytes;
                    bytes.replace(numbers[i].first, numbers[i].second, token);
                    if (!holds(importer, bytes))
                        return;
                }
            }
        }
    }

    void timesAtTheEdgesOfTheCalendarAreRead_data() { everyImporter(); }
    void timesAtTheEdgesOfTheCalendarAreRead()
    {
        QFETCH(QString, id);
        const Importer &importer = *m_registry.find(id);
        for (const SoundFile &file : soundFiles(id)) {
            for (const QByteArray &year :
                 { QByteArray("0000"), QByteArray("0001"), QByteArray("1582"), QByteArray("1969"),
                   QByteArray("2100"), QByteArray("9999") }) {
                QByteArray bytes = file.bytes;
                for (const auto &[at, length] : numbersOf(bytes)) {
                    const QByteArray digits = bytes.mid(at, length);
                    if (length == 4 && (digits.startsWith("20") || digits.startsWith("19")))
                        bytes.replace(at, length, year);
                }
                if (!holds(importer, bytes))
                    return;
            }
            for (const QByteArray &clock : { QByteArray("23:59:60"), QByteArray("24:00:00"),
                                             QByteArray("25:61:61"), QByteArray("00:00:00") }) {
                QByteArray bytes = file.bytes;
                for (qsizetype at = 0; at + clock.size() <= bytes.size(); ++at) {
                    const bool isClock = bytes[at + 2] == ':' && bytes[at + 5] == ':'
                        && isDigit(bytes[at]) && isDigit(bytes[at + 7]);
                    if (isClock)
                        bytes.replace(at, clock.size(), clock);
                }
                if (!holds(importer, bytes))
                    return;
            }
        }
    }

    void theSameRecordsTwiceKeepTheirOwnPlaces_data() { everyImporter(); }
    void theSameRecordsTwiceKeepTheirOwnPlaces()
    {
        QFETCH(QString, id);
        for (const SoundFile &file : soundFiles(id)) {
            QVERIFY(holds(*m_registry.find(id), file.bytes.repeated(3)));
            QVERIFY(holds(*m_registry.find(id), QByteArray(file.bytes + '\n').repeated(30)));
        }
    }

    void depthAndLengthAreBounded_data() { everyImporter(); }
    void depthAndLengthAreBounded()
    {
        QFETCH(QString, id);
        const Importer &importer = *m_registry.find(id);
        const QList<QByteArray> units{ "[",
                                       "{\"a\":",
                                       "(",
                                       "<a>",
                                       "<",
                                       "&amp;",
                                       "> ",
                                       "- ",
                                       "  ",
                                       "\t",
                                       "\n",
                                       "\r",
                                       "\"",
                                       "\\",
                                       "`",
                                       "*",
                                       "| ",
                                       ",",
                                       ";",
                                       ":",
                                       "a",
                                       "0",
                                       "é",
                                       "%7C",
                                       "a=",
                                       "2018-02-",
                                       "00:",
                                       "[x](",
                                       "--- ",
                                       "\n- ",
                                       "\nBEGIN:VEVENT\n" };
        for (const QByteArray &unit : units) {
            const QByteArray many = unit.repeated(100'000 / unit.size() + 1);
            QVERIFY2(holds(importer, many), unit.constData());
            for (const SoundFile &file : soundFiles(id)) {
                const qsizetype lineEnd = file.bytes.indexOf('\n', file.bytes.size() / 3);
                const qsizetype middle = lineEnd < 0 ? file.bytes.size() / 2 : lineEnd;
                for (const qsizetype at : { file.bytes.size() / 2, middle }) {
                    QByteArray bytes = file.bytes;
                    QVERIFY2(holds(importer, bytes.insert(at, many)), unit.constData());
                }
            }
        }
        QVERIFY(
            holds(importer, QByteArray("[").repeated(100'000) + QByteArray("]").repeated(100'000)));
        QVERIFY(holds(importer, QByteArray(Limits::kLineBytes + 100, 'x')));
    }

    void documentsMadeToHarmAreAnswered_data() { everyImporter(); }
    void documentsMadeToHarmAreAnswered()
    {
        QFETCH(QString, id);
        const Importer &importer = *m_registry.find(id);
        QByteArray wide = "time,event";
        for (int i = 0; i < 100'000; ++i)
            wide += ",c" + QByteArray::number(i);
        QByteArray lol = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY l0 \"lol\">";
        for (int i = 1; i < 12; ++i) {
            const QByteArray before = "&l" + QByteArray::number(i - 1) + ';';
            lol += "<!ENTITY l" + QByteArray::number(i) + " \"" + before.repeated(10) + "\">";
        }
        lol += "]><testsuite name=\"&l11;\"><testcase name=\"&l11;\"/></testsuite>";
        const QList<QByteArray> documents{
            wide + "\n2018-02-20T14:00:00Z,x\n",
            "time,event\n2018-02-20T14:00:00Z,\"never closed\n"
                + QByteArray("a,b\n").repeated(9'000),
            lol,
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
            "<testsuite><testcase name=\"&e;\"/></testsuite>",
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20180220T140000Z\r\nSUMMARY:for ever\r\n"
            "RRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            "<html><body><img src=\"file:///etc/passwd\"><a href=\"javascript:x()\">2018-02-20 "
            "14:00</a></body></html>",
            "{\"a\": 1, \"a\": 2}",
            "{\"time\": NaN, \"text\": \"x\"}",
            "{\"time\": 9007199254740993, \"text\": \"\\ud800\"}",
            "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=\"\"\r\n\r\n--\r\n"
                + QByteArray("--\r\n").repeated(1'000),
            "a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b,*b]\n",
        };
        for (const QByteArray &document : documents)
            QVERIFY(holds(importer, document));
    }

    void aFileCutAnywhereIsAnswered_data() { everyImporter(); }
    void aFileCutAnywhereIsAnswered()
    {
        QFETCH(QString, id);
        for (const SoundFile &file : soundFiles(id)) {
            for (qsizetype n = 0; n < file.bytes.size(); ++n) {
                if (!holds(*m_registry.find(id), file.bytes.left(n)))
                    return;
            }
        }
    }

    void aFileChangedAnywhereIsAnswered_data() { everyImporter(); }
    void aFileChangedAnywhereIsAnswered()
    {
        QFETCH(QString, id);
        quint32 state = 4711;
        const auto random = [&state](qsizetype below) {
            state = state * 1664525 + 1013904223;
            return static_cast<qsizetype>((state >> 8) % static_cast<quint32>(below));
        };
        const auto files = soundFiles(id);
        for (const SoundFile &file : files) {
            for (qsizetype i = 0; i < 2'000 / files.size(); ++i) {
                QByteArray changed = file.bytes;
                for (qsizetype k = 0; k <= random(4); ++k) {
                    const qsizetype at = random(changed.size());
                    switch (random(4)) {
                    case 0: // a byte becomes another
                    case 1:
                        changed[at] = static_cast<char>(random(256));
                        break;
                    case 2: // a stretch is lost
                        if (changed.size() > 8)
                            changed.remove(at, random(8));
                        break;
                    default: // a stretch comes twice
                        changed.insert(at, changed.mid(random(changed.size()), random(40)));
                        break;
                    }
                }
                if (!holds(*m_registry.find(id), changed))
                    return;
            }
        }
    }
};

QTEST_GUILESS_MAIN(HostileInputsTest)
#include "tst_hostileinputs.moc"
