// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/commandline.h"
#include "support/zipbuilder.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>

#include <csignal>

using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

/// Whole journeys with the real program.
class CliTest : public QObject {
    Q_OBJECT

    static QString caseFile(const QString &name)
    {
        const QString path = qEnvironmentVariable("SECONDSTORY_SHARED")
            + u"/samples/cases/mybinder-2018-02-20/"_s + name;
        return QFile::exists(path) ? path : QString();
    }

    static QByteArray hashOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly)
            ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
            : QByteArray();
    }

    static QByteArray manyRows(int count)
    {
        QByteArray csv = "time,author,message\n";
        for (int i = 0; i < count; ++i)
            csv += QDateTime::fromSecsSinceEpoch(1'773'309'600 + i, Qt::UTC)
                       .toString(Qt::ISODate)
                       .toUtf8()
                + ",jo,message " + QByteArray::number(i) + '\n';
        return csv;
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(QFile::exists(CommandLine::program()), qPrintable(CommandLine::program()));
    }

    void anEmptyLibraryIsMadeOnceAndDescribed()
    {
        const CommandLine cli;
        QCOMPARE(cli.run({ u"init"_s }).code, 0);
        const Answer info = cli.run({ u"info"_s });
        QCOMPARE(info.code, 0);
        QVERIFY2(info.out.contains("SQLite"), info.out.constData());
        const QJsonObject json = cli.run({ u"--json"_s, u"info"_s }).object();
        QCOMPARE(json[u"reviews"].toInt(-1), 0);
        QCOMPARE_GT(json[u"codes"].toInt(), 0);
        const Answer again = cli.run({ u"init"_s });
        QCOMPARE(again.code, 6);
        QVERIFY2(again.err.startsWith("error: "), again.err.constData());
    }

    void thereIsHelpForEveryCommandAndAVersion()
    {
        const CommandLine cli;
        QCOMPARE(cli.run({ u"--version"_s }).code, 0);
        for (const QString &line :
             { u"init"_s,          u"info"_s,         u"review"_s,          u"review new"_s,
               u"review list"_s,   u"review show"_s,  u"review delete"_s,   u"review import"_s,
               u"review export"_s, u"formats"_s,      u"import"_s,          u"events"_s,
               u"event"_s,         u"event add"_s,    u"event show"_s,      u"event edit"_s,
               u"event delete"_s,  u"batch"_s,        u"search"_s,          u"code apply"_s,
               u"code remove"_s,   u"code list"_s,    u"codebook export"_s, u"codebook import"_s,
               u"source list"_s,   u"source clock"_s, u"source lanes"_s,    u"pressures"_s,
               u"check"_s,         u"report"_s,       u"backup"_s,          u"migrate"_s,
               u"sample"_s,        u"moments"_s }) {
            const Answer help = cli.run(line.split(u' ') + QStringList{ u"--help"_s });
            QVERIFY2(help.code == 0 && help.out.size() > 40, qPrintable(line));
        }
    }

    void theMybinderCaseGoesFromFilesToAReport()
    {
        const QString report = caseFile(u"report.md"_s);
        if (report.isEmpty())
            QSKIP("the sample cases are not here");
        const CommandLine cli;
        QCOMPARE(cli.run({ u"init"_s }).code, 0);
        const Answer review = cli.run(
            { u"review"_s, u"new"_s, u"--title"_s, u"mybinder"_s, u"--zone"_s, u"Europe/Paris"_s });
        QCOMPARE(review.code, 0);
        const Answer import =
            cli.run({ u"--json"_s, u"import"_s, report, caseFile(u"git-log.csv"_s),
                      caseFile(u"git-log-fuller.txt"_s) });
        QCOMPARE(import.code, 0);
        const QJsonObject imported = import.object();
        QCOMPARE(imported[u"review"].toString(), QString::fromUtf8(review.out.trimmed()));
        QCOMPARE(imported[u"sources"].toArray().size(), 3);
        const QJsonArray sources = imported[u"sources"].toArray();
        for (const QJsonValue &source : sources)
            QCOMPARE(source[u"read"].toInt(),
                     source[u"imported"].toInt() + source[u"skipped"].toInt()
                         + source[u"duplicates"].toInt());
        QCOMPARE(sources[0][u"first"].toString(), u"2018-02-20T13:17:00Z"_s);
        QCOMPARE(sources[0][u"undated"].toInt(), 1);
        QCOMPARE(sources[1][u"authors"].toInt(), 7);

        const QList<QJsonObject> events = cli.run({ u"--json"_s, u"events"_s }).objects();
        QCOMPARE_GT(events.size(), 200);
        QString last;
        bool metUndated = false;
        for (const QJsonObject &event : events) {
            const QString start = event[u"recorded"][u"start"].toString();
            metUndated = metUndated || start.isEmpty();
            QCOMPARE(start.isEmpty(), metUndated); // undated ones are last
            QVERIFY2(metUndated || start >= last, qPrintable(start));
            last = start;
        }
        QVERIFY(metUndated);
        const Answer undated = cli.run({ u"--json"_s, u"events"_s, u"--undated"_s });
        QCOMPARE(undated.objects().size(), 1);
        QVERIFY(undated.object()[u"title"].toString().startsWith(u"Same connection timed out"));

        const QJsonObject found =
            cli.run({ u"--json"_s, u"search"_s, u"launch success"_s }).object();
        QCOMPARE_GT(found[u"hits"].toArray().size(), 3);

        const QString pdf = cli.file(u"out.pdf"_s);
        QCOMPARE(cli.run({ u"report"_s, u"-o"_s, pdf }).code, 0);
        verifyTimeline(pdf, report);
    }

    void endingsChooseTheReportsFormat()
    {
        const CommandLine cli;
        cli.begin();
        cli.run({ u"event"_s, u"add"_s, u"--title"_s, u"Orders <b>fail</b>"_s, u"--time"_s,
                  u"2026-03-12T14:02:00Z"_s });
        for (const QString &name : { u"a.html"_s, u"a.md"_s, u"a.json"_s, u"a.pdf"_s }) {
            QCOMPARE(cli.run({ u"report"_s, u"-o"_s, cli.file(name) }).code, 0);
            QFile file(cli.file(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(file.size() > 100, qPrintable(name));
            if (name.endsWith(u"html"))
                QVERIFY(!file.readAll().contains("<b>fail"));
        }
        QCOMPARE(cli.run({ u"report"_s, u"-o"_s, cli.file(u"a.odt"_s) }).code, 2);
        const Answer json = cli.run({ u"review"_s, u"export"_s, u"-o"_s, u"-"_s });
        QFile same(cli.file(u"a.json"_s));
        QVERIFY(same.open(QIODevice::ReadOnly));
        QCOMPARE(json.out, same.readAll());
    }

    void badInputIsRefusedWithItsExitCode()
    {
        const CommandLine cli;
        cli.begin();
        const auto importCode = [&](const QString &path) {
            const Answer answer = cli.run({ u"--json"_s, u"import"_s, path });
            const QJsonObject error = answer.error();
            return QList<QString>{ QString::number(answer.code), error[u"code"].toString(),
                                   error[u"file"].toString() };
        };
        const QString noise = cli.write(u"noise.bin"_s, QByteArray("\x01\x02\xff\xfe noise", 10));
        QCOMPARE(importCode(noise), (QStringList{ u"4"_s, u"bad-input"_s, noise }));
        const QString empty = cli.write(u"empty.csv"_s, {});
        QCOMPARE(importCode(empty), (QStringList{ u"4"_s, u"bad-input"_s, empty }));
        const QString missing = cli.file(u"missing.csv"_s);
        QCOMPARE(importCode(missing), (QStringList{ u"4"_s, u"not-found"_s, missing }));
        QCOMPARE(cli.run({ u"import"_s, u"--format"_s, u"nonsense"_s, noise }).code, 2);
        QCOMPARE(cli.run({ u"import"_s, u"--zone"_s, u"Mars/Olympus"_s, noise }).code, 2);
        QCOMPARE(cli.run({ u"nonsense"_s }).code, 2);
        QCOMPARE(cli.run({}).code, 2);
        QCOMPARE(cli.run({ u"events"_s, u"--from"_s, u"yesterday"_s }).code, 2);
        QCOMPARE(cli.run({ u"events"_s, u"-r"_s, u"no such review"_s }).code, 4);
        QCOMPARE(cli.run({ u"--json"_s, u"info"_s }).object()[u"events"].toInt(-1), 0);
    }

    void otherFilesOfOneCallAreImportedAllTheSame()
    {
        const CommandLine cli;
        QCOMPARE(cli.run({ u"init"_s }).code, 0);
        const QString good = cli.write(u"good.csv"_s, manyRows(3));
        const QString bad = cli.write(u"bad.bin"_s, QByteArray("\x01\x02\xff\xfe noise", 10));
        const Answer answer = cli.run({ u"--json"_s, u"import"_s, u"--new-review"_s, u"Both"_s, bad,
                                        cli.file(u"none.csv"_s), good });
        QCOMPARE(answer.code, 4);
        QCOMPARE(answer.err.count('\n'), 2); // one error a line
        QCOMPARE(answer.object()[u"sources"].toArray().size(), 1);
        QCOMPARE(cli.run({ u"--json"_s, u"info"_s }).object()[u"events"].toInt(), 3);
    }

    void anArchiveIsImportedEntryByEntry()
    {
        const CommandLine cli;
        cli.begin();
        SecondStory::Importing::ZipBuilder zip;
        zip.add("logs/app.csv", manyRows(3)).add("__MACOSX/app.csv", "x");
        const QString file = cli.write(u"all.zip"_s, zip.bytes());
        const Answer answer = cli.run({ u"--json"_s, u"import"_s, file });
        QCOMPARE(answer.code, 0);
        const QJsonArray sources = answer.object()[u"sources"].toArray();
        QCOMPARE(sources.size(), 1);
        QCOMPARE(sources[0][u"file"].toString(), QString(file + u"/logs/app.csv"_s));
        QCOMPARE(sources[0][u"imported"].toInt(), 3);
        QVERIFY2(answer.err.contains("__MACOSX"), answer.err.constData());
    }

    void lanesFollowTheRuleThatIsGiven()
    {
        const CommandLine cli;
        cli.begin();
        const QString file = cli.write(u"app.csv"_s, manyRows(3));
        QCOMPARE(cli.run({ u"import"_s, u"--lanes"_s, u"person"_s, file }).code, 0);
        for (const QJsonObject &event : cli.run({ u"--json"_s, u"events"_s }).objects())
            QCOMPARE(event[u"lane"].toString(), u"jo"_s);
        QCOMPARE(cli.run({ u"import"_s, u"--lanes"_s, u"rainbow"_s, file }).code, 2);
    }

    void lanesAreArrangedByRuleAfterwards()
    {
        const CommandLine cli;
        cli.begin();
        for (const char *name : { "a.csv", "b.csv" }) {
            const QByteArray day = name[0] == 'a' ? "2026-03-12" : "2026-03-13";
            const QString file =
                cli.write(QString::fromLatin1(name),
                          "time,author,channel,event\n" + day + "T14:00:00Z,Asha,#one,first\n" + day
                              + "T14:01:00Z,Ben,#two,second\n");
            QCOMPARE(cli.run({ u"import"_s, file }).code, 0);
        }
        const auto lanes = [&cli] {
            QStringList list;
            for (const QJsonObject &event : cli.run({ u"--json"_s, u"events"_s }).objects())
                list << event[u"lane"].toString();
            return list;
        };
        const QStringList byChannel{ u"#one"_s, u"#two"_s, u"#one"_s, u"#two"_s };
        QCOMPARE(lanes(), byChannel);
        const QStringList one{ u"--json"_s, u"source"_s, u"lanes"_s,
                               u"b.csv"_s,  u"--by"_s,   u"person"_s };
        const QJsonObject preview = cli.run(one + QStringList{ u"--preview"_s }).object();
        QCOMPARE(preview[u"applied"].toBool(true), false);
        QCOMPARE(preview[u"moved"].toInt(), 2);
        QCOMPARE(preview[u"events"].toInt(), 2);
        QCOMPARE(preview[u"lanes"].toArray().size(), 2);
        QCOMPARE(preview[u"lanes"][0][u"lane"].toString(), u"Asha"_s);
        QCOMPARE(preview[u"lanes"][0][u"new"].toBool(), true);
        QCOMPARE(lanes(), byChannel);
        QCOMPARE(cli.run(one).object()[u"applied"].toBool(), true);
        QCOMPARE(lanes(), (QStringList{ u"#one"_s, u"#two"_s, u"Asha"_s, u"Ben"_s }));
        const Answer all = cli.run({ u"source"_s, u"lanes"_s, u"--by"_s, u"source"_s });
        QCOMPARE(all.code, 0);
        QVERIFY2(all.out.contains("4 of 4 events move into 2 lanes"), all.out.constData());
        QCOMPARE(lanes(), (QStringList{ u"a"_s, u"a"_s, u"b"_s, u"b"_s }));
        const QString review =
            cli.run({ u"--json"_s, u"source"_s, u"list"_s }).object()[u"review"].toString();
        QCOMPARE(cli.run({ u"source"_s, u"lanes"_s, review, u"--by"_s, u"channel"_s }).code, 0);
        QCOMPARE(lanes(), byChannel);
        QCOMPARE(cli.run({ u"source"_s, u"lanes"_s, u"--by"_s, u"rainbow"_s }).code, 2);
        QCOMPARE(cli.run({ u"source"_s, u"lanes"_s }).code, 2);
        QCOMPARE(cli.run({ u"source"_s, u"lanes"_s, u"none.csv"_s, u"--by"_s, u"kind"_s }).code, 4);
    }

    void whatStandsOutIsToldWithAnExitCode()
    {
        const CommandLine cli;
        cli.begin();
        QByteArray csv = "time,kind,channel,event\n";
        for (int minute = 0; minute < 60; ++minute) {
            const QByteArray time = "2026-03-12T14:"
                + QByteArray::number(minute).rightJustified(2, '0') + ":00Z,message,";
            if (minute < 15 || minute > 40)
                csv += time + "incident,word " + QByteArray::number(minute) + '\n';
            csv += time + "deploys,deploy " + QByteArray::number(minute) + '\n';
        }
        csv +=
            "2026-03-12T14:05:00Z,message,incident,late\n2999-01-01T00:00:00Z,message,plans,then\n"
            "2026-03-12T14:05:00Z,message,incident,late\n";
        QCOMPARE(cli.run({ u"import"_s, u"--by"_s, u"Asha"_s, cli.write(u"chat.csv"_s, csv) }).code,
                 0);
        const QJsonArray sources =
            cli.run({ u"--json"_s, u"source"_s, u"list"_s }).object()[u"sources"].toArray();
        QCOMPARE(sources[0][u"importedBy"].toString(), u"Asha"_s);
        const Answer checked = cli.run({ u"--json"_s, u"check"_s });
        QCOMPARE(checked.code, 1);
        QStringList kinds;
        for (const QJsonValue &finding : checked.object()[u"findings"].toArray())
            kinds << finding[u"kind"].toString();
        for (const QString &kind : { u"order"_s, u"future"_s, u"gap"_s })
            QVERIFY2(kinds.contains(kind), qPrintable(kinds.join(u' ')));
    }

    void aReviewShowsItsFrameItsEvidenceAndWhatWasStated()
    {
        const CommandLine cli;
        cli.begin();
        const QString id = cli.addEvent(u"Orders fail"_s);
        const QByteArray lines = "{\"op\":\"review.edit\",\"frame\":{\"began\":"
                                 "\"2026-03-12T14:00:00Z\",\"resolved\":"
                                 "\"2026-03-12T15:12:00Z\"}}\n"
                                 "{\"op\":\"stated.add\",\"from\":\"began\",\"to\":\"resolved\","
                                 "\"lengthUs\":2700000000,\"words\":\"about 45 minutes\","
                                 "\"event\":\""
            + id.toUtf8() + "\"}\n";
        const Answer done = cli.run({ u"batch"_s }, lines);
        QVERIFY2(done.code == 0, done.err.constData());
        const QJsonObject shown = cli.run({ u"--json"_s, u"review"_s, u"show"_s }).object();
        QCOMPARE(shown[u"frameEvidence"][u"began"].toArray().size(), 0);
        const QJsonObject stated = shown[u"statedDurations"][0].toObject();
        QCOMPARE(stated[u"computedSeconds"].toDouble(), 72.0 * 60);
        QCOMPARE(stated[u"differs"].toBool(), true);
        QCOMPARE(stated[u"event"].toString(), id);
        QVERIFY(cli.run({ u"review"_s, u"show"_s }).out.contains("which differs"));
        const Answer checked = cli.run({ u"--json"_s, u"check"_s });
        QCOMPARE(checked.code, 1);
        QCOMPARE(checked.object()[u"findings"][0][u"kind"].toString(), u"stated"_s);
    }

    void theClockOfASourceIsPreviewedCorrectedAndTold()
    {
        const CommandLine cli;
        cli.begin();
        const QString file = cli.write(
            u"log.csv"_s, "time,event\n2026-03-12 14:00:00,wall\n2026-03-12T14:00:00Z,instant\n");
        QCOMPARE(cli.run({ u"import"_s, file }).code, 0);
        const QJsonArray sources =
            cli.run({ u"--json"_s, u"source"_s, u"list"_s }).object()[u"sources"].toArray();
        QCOMPARE(sources.size(), 1);
        QCOMPARE(sources[0][u"clock"][u"zone"].toString(), u"Europe/Paris"_s);
        const QStringList line{ u"--json"_s, u"source"_s, u"clock"_s,           u"log.csv"_s,
                                u"--zone"_s, u"UTC"_s,    u"--skew=-00:00:30"_s };
        const QJsonObject preview = cli.run(line + QStringList{ u"--preview"_s }).object();
        QCOMPARE(preview[u"applied"].toBool(true), false);
        QCOMPARE(preview[u"moved"].toInt(), 2);
        QCOMPARE(preview[u"first"][0][u"after"].toString(), u"2026-03-12T13:59:30Z"_s);
        const auto firstTime = [&cli] {
            return cli.run({ u"--json"_s, u"events"_s })
                .objects()
                .first()[u"recorded"][u"start"]
                .toString();
        };
        QCOMPARE(firstTime(), u"2026-03-12T13:00:00Z"_s);
        const Answer done = cli.run(line);
        QCOMPARE(done.code, 0);
        QCOMPARE(done.object()[u"applied"].toBool(), true);
        QCOMPARE(done.object()[u"clock"][u"skewSeconds"].toDouble(), -30.0);
        QCOMPARE(firstTime(), u"2026-03-12T13:59:30Z"_s);
        QCOMPARE(cli.run({ u"source"_s, u"clock"_s, u"log.csv"_s, u"--zone"_s, u"Mars"_s }).code,
                 2);
        QCOMPARE(cli.run({ u"source"_s, u"clock"_s, u"log.csv"_s, u"--skew"_s, u"soon"_s }).code,
                 2);
        QCOMPARE(cli.run({ u"source"_s, u"clock"_s, u"none.csv"_s }).code, 4);
    }

    void aNewReviewIsGoneWhenEveryFileFails()
    {
        const CommandLine cli;
        QCOMPARE(cli.run({ u"init"_s }).code, 0);
        const QString bad = cli.write(u"bad.bin"_s, QByteArray("\x01\x02\xff\xfe noise", 10));
        const Answer answer =
            cli.run({ u"--json"_s, u"import"_s, u"--new-review"_s, u"Nothing"_s, bad });
        QCOMPARE(answer.code, 4);
        QVERIFY(answer.object()[u"review"].isNull());
        QCOMPARE(cli.run({ u"--json"_s, u"info"_s }).object()[u"reviews"].toInt(-1), 0);
    }

    void aFolderStandsForItsFiles()
    {
        const CommandLine cli;
        cli.begin();
        QVERIFY(QDir(cli.file(u""_s)).mkpath(u"folder/deep"_s));
        cli.write(u"folder/a.csv"_s, manyRows(2));
        cli.write(u"folder/deep/b.csv"_s, manyRows(3));
        const Answer answer = cli.run({ u"--json"_s, u"import"_s, cli.file(u"folder"_s) });
        QCOMPARE(answer.code, 0);
        QCOMPARE(answer.object()[u"sources"].toArray().size(), 2);
    }

    void aNewerOrForeignLibraryIsLeftAsItIs()
    {
        const CommandLine cli;
        QCOMPARE(cli.run({ u"init"_s }).code, 0);
        QFile file(cli.library());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(60)); // user_version in SQLite's header
        QCOMPARE(file.write(QByteArray::fromHex("00002710")), 4);
        file.close();
        const QByteArray before = hashOf(cli.library());
        QCOMPARE(cli.run({ u"info"_s }).code, 4);
        QCOMPARE(cli.run({ u"migrate"_s }).code, 4);
        QCOMPARE(hashOf(cli.library()), before);

        const QString foreign =
            cli.write(u"foreign.sslib"_s, "Dear diary, " + QByteArray(200, 'x'));
        const QByteArray diary = hashOf(foreign);
        QCOMPARE(cli.run({ u"-L"_s, foreign, u"info"_s }).code, 4);
        QCOMPARE(cli.run({ u"-L"_s, foreign, u"init"_s }).code, 6);
        QCOMPARE(hashOf(foreign), diary);
        QCOMPARE(cli.run({ u"-L"_s, cli.file(u"none.sslib"_s), u"info"_s }).code, 4);
    }

    void aStaleEditIsRefusedWithBothTexts()
    {
        const CommandLine cli;
        cli.begin();
        const QString id = cli.addEvent(u"First wording"_s);
        QCOMPARE(cli.run({ u"event"_s, u"edit"_s, id, u"--title"_s, u"Second wording"_s,
                           u"--if-version"_s, u"1"_s })
                     .code,
                 0);
        const Answer stale = cli.run({ u"event"_s, u"edit"_s, id, u"--title"_s, u"Third wording"_s,
                                       u"--if-version"_s, u"1"_s });
        QCOMPARE(stale.code, 3);
        QVERIFY2(stale.err.contains("Second wording"), stale.err.constData());
        QVERIFY2(stale.err.contains("Third wording"), stale.err.constData());
        const QJsonObject event = cli.run({ u"--json"_s, u"event"_s, u"show"_s, id }).object();
        QCOMPARE(event[u"title"].toString(), u"Second wording"_s);
        QCOMPARE(event[u"version"].toInt(), 2);
    }

    void evidenceKeepsWhatItStates()
    {
        const CommandLine cli;
        cli.begin();
        cli.run({ u"import"_s, cli.write(u"chat.csv"_s, manyRows(1)) });
        const QJsonObject before = cli.run({ u"--json"_s, u"events"_s }).object();
        const QString id = before[u"id"].toString();
        const Answer edit =
            cli.run({ u"--json"_s, u"event"_s, u"edit"_s, id, u"--title"_s, u"In other words"_s,
                      u"--time"_s, u"2026-03-12T12:00:00+02:00"_s });
        QCOMPARE(edit.code, 0);
        QVERIFY(!edit.object()[u"remark"].toString().isEmpty());
        const QJsonObject after = cli.run({ u"--json"_s, u"event"_s, u"show"_s, id }).object();
        QCOMPARE(after[u"title"], before[u"title"]);
        QCOMPARE(after[u"recorded"], before[u"recorded"]);
        QCOMPARE(after[u"caption"].toString(), u"In other words"_s);
        QCOMPARE(after[u"asserted"][u"start"].toString(), u"2026-03-12T10:00:00Z"_s);
        QCOMPARE(cli.run({ u"event"_s, u"edit"_s, id, u"--text"_s, u"forged"_s }).code, 6);
        QCOMPARE(cli.run({ u"event"_s, u"delete"_s, id }).code, 6);
    }

    void anUndatedEventStaysUndated()
    {
        const CommandLine cli;
        cli.begin();
        const QString id = cli.addEvent(u"Somebody called"_s, {});
        cli.addEvent(u"Dated"_s);
        const QList<QJsonObject> events = cli.run({ u"--json"_s, u"events"_s }).objects();
        QCOMPARE(events.size(), 2);
        QCOMPARE(events.last()[u"id"].toString(), id);
        QVERIFY(events.last()[u"recorded"][u"start"].isNull());
        QVERIFY(!cli.run({ u"events"_s }).out.contains("1970-01"));
        const Answer csv = cli.run({ u"events"_s, u"--format"_s, u"csv"_s });
        QVERIFY(!csv.out.contains("1970"));
        cli.run({ u"event"_s, u"edit"_s, id, u"--time"_s, u"2026-03-12T12:00:00Z"_s });
        cli.run({ u"event"_s, u"edit"_s, id, u"--no-time"_s });
        QCOMPARE(cli.run({ u"--json"_s, u"events"_s, u"--undated"_s }).objects().size(), 1);
    }

    void textMayComeFromStandardInput()
    {
        const CommandLine cli;
        cli.begin();
        const Answer added =
            cli.run({ u"--json"_s, u"event"_s, u"add"_s, u"--actor"_s, u"Jo"_s, u"--actor"_s,
                      u"Amy"_s, u"--title"_s, u"Call"_s, u"--text"_s, u"-"_s },
                    "first line\nsecond line\n");
        QCOMPARE(added.code, 0);
        const QString id = added.object()[u"id"].toString();
        // An option that may be repeated leaves the id alone.
        QCOMPARE(cli.run({ u"event"_s, u"edit"_s, u"--actor"_s, u"Jo"_s, id }).code, 0);
        const QJsonObject event = cli.run({ u"--json"_s, u"event"_s, u"show"_s, id }).object();
        QCOMPARE(event[u"text"].toString(), u"first line\nsecond line"_s);
        QCOMPARE(event[u"actors"].toArray(), QJsonArray{ u"Jo"_s });
    }

    void csvCellsCannotRunInASpreadsheet()
    {
        const CommandLine cli;
        cli.begin();
        cli.addEvent(u"=HYPERLINK(\"x\")"_s);
        const Answer csv = cli.run({ u"events"_s, u"--format"_s, u"csv"_s });
        QVERIFY2(csv.out.contains("\"'=HYPERLINK(\"\"x\"\")\""), csv.out.constData());
        const Answer table = cli.run({ u"events"_s });
        QCOMPARE(table.code, 0);
    }

    void aTerminalIsNotObeyed()
    {
        const CommandLine cli;
        cli.begin();
        cli.addEvent(u"clear \x1b[2J screen"_s);
        QVERIFY(!cli.run({ u"events"_s }).out.contains('\x1b'));
        QVERIFY(!cli.run({ u"search"_s, u"clear"_s }).out.contains('\x1b'));
    }

    void eventsAreFilteredByWhatIsAsked()
    {
        const CommandLine cli;
        cli.begin();
        cli.run({ u"event"_s, u"add"_s, u"--title"_s, u"Roll back"_s, u"--kind"_s, u"decision"_s,
                  u"--lane"_s, u"ops"_s, u"--actor"_s, u"Jo"_s, u"--time"_s,
                  u"2026-03-12T14:00:00+01:00"_s });
        const QString id = cli.addEvent(u"Alarm"_s, u"2026-03-12T12:00:00Z"_s);
        QCOMPARE(
            cli.run({ u"code"_s, u"apply"_s, u"P01"_s, id, u"--phase"_s, u"before,during"_s }).code,
            0);
        const auto titles = [&](const QStringList &filter) {
            QStringList found;
            for (const QJsonObject &event :
                 cli.run(QStringList{ u"--json"_s, u"events"_s } + filter).objects())
                found << event[u"title"].toString();
            return found;
        };
        QCOMPARE(titles({}), (QStringList{ u"Alarm"_s, u"Roll back"_s }));
        QCOMPARE(titles({ u"--kind"_s, u"decision"_s }), QStringList{ u"Roll back"_s });
        QCOMPARE(titles({ u"--lane"_s, u"ops"_s }), QStringList{ u"Roll back"_s });
        QCOMPARE(titles({ u"--actor"_s, u"Jo"_s }), QStringList{ u"Roll back"_s });
        QCOMPARE(titles({ u"--code"_s, u"P01"_s }), QStringList{ u"Alarm"_s });
        QCOMPARE(titles({ u"--from"_s, u"2026-03-12T13:00:00Z"_s }), QStringList{ u"Roll back"_s });
        QCOMPARE(titles({ u"--to"_s, u"2026-03-12T13:00:00Z"_s }), QStringList{ u"Alarm"_s });
        QCOMPARE(cli.run({ u"code"_s, u"remove"_s, u"P01"_s, id }).code, 0);
        QCOMPARE(titles({ u"--code"_s, u"P01"_s }), QStringList());
    }

    void whatSomebodyCouldKnowIsListedWithSinceWhenAndWhy()
    {
        const CommandLine cli;
        cli.begin();
        const auto add = [&cli](const QString &title, const QString &minute, const QString &lane,
                                const QString &actor) {
            QStringList line{ u"--json"_s, u"event"_s, u"add"_s, u"--title"_s, title };
            if (!minute.isEmpty())
                line << u"--time"_s << u"2026-03-12T14:%1:00Z"_s.arg(minute);
            if (!lane.isEmpty())
                line << u"--lane"_s << lane;
            if (!actor.isEmpty())
                line << u"--actor"_s << actor;
            return cli.run(line).object()[u"id"].toString();
        };
        add(u"CPU high"_s, u"01"_s, u"Alerts"_s, {});
        add(u"first"_s, u"02"_s, u"#incident"_s, u"Bo"_s);
        add(u"second"_s, u"04"_s, u"#incident"_s, u"Asha"_s);
        add(u"Bo, Asha is asked"_s, u"06"_s, u"Calls"_s, {});
        add(u"third"_s, u"08"_s, u"#incident"_s, u"Bo"_s);
        const QString undated = add(u"some day"_s, {}, u"#incident"_s, u"Bo"_s);
        const auto known = [&cli](const QStringList &more) {
            QStringList lines;
            const Answer answer = cli.run(QStringList{ u"--json"_s, u"events"_s } + more);
            for (const QJsonObject &event : answer.objects())
                lines << event[u"title"].toString() + u' ' + event[u"knownTo"][u"basis"].toString()
                        + u' ' + event[u"knownTo"][u"since"].toString().mid(14, 2);
            return lines;
        };
        const QStringList at{ u"--at"_s, u"2026-03-12T14:06:30Z"_s };
        QCOMPARE(known(QStringList{ u"--known-to"_s, u"Asha"_s } + at),
                 (QStringList{ u"first channel 04"_s, u"second author 04"_s,
                               u"Bo, Asha is asked mentioned 06"_s }));
        QCOMPARE(known({ u"--known-to"_s, u"Asha"_s, u"--at"_s, u"2026-03-12T14:03:00Z"_s }),
                 QStringList());
        QCOMPARE(known({ u"--known-to"_s, u"anyone"_s }).size(), 4);
        QCOMPARE(known({ u"--known-to"_s, u"asha"_s, u"--lane"_s, u"Calls"_s }).size(), 1);
        QString asha;
        const QJsonObject review =
            cli.run({ u"report"_s, u"--format"_s, u"json"_s, u"-o"_s, u"-"_s }).object();
        for (const QJsonValue &person : review[u"people"].toArray()) {
            if (person[u"name"].toString() == u"Asha")
                asha = person[u"id"].toString();
        }
        const QJsonObject line{ { u"op"_s, u"known.add"_s },
                                { u"event"_s, undated },
                                { u"person"_s, asha },
                                { u"since"_s, u"2026-03-12T14:05:00Z"_s } };
        const Answer stated =
            cli.run({ u"batch"_s }, QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
        QVERIFY2(stated.code == 0, stated.err.constData());
        QCOMPARE(known(QStringList{ u"--known-to"_s, u"Asha"_s } + at).last(),
                 u"some day stated 05"_s);
        const Answer table = cli.run(QStringList{ u"events"_s, u"--known-to"_s, u"Asha"_s } + at);
        QVERIFY2(table.out.contains("mentioned"), table.out.constData());
        const Answer csv = cli.run(
            QStringList{ u"events"_s, u"--format"_s, u"csv"_s, u"--known-to"_s, u"Asha"_s } + at);
        QVERIFY(csv.out.startsWith("id,") && csv.out.contains("known_basis"));
        QCOMPARE(cli.run({ u"events"_s, u"--known-to"_s, u"Nobody"_s }).code, 4);
        QCOMPARE(cli.run(QStringList{ u"events"_s } + at).code, 2);
    }

    void batchEditsEverythingByLocalNames()
    {
        const CommandLine cli;
        cli.begin();
        const QByteArray lines =
            "{\"op\":\"event.add\",\"id\":\"e1\",\"title\":\"Orders "
            "fail\",\"time\":\"2026-03-12T14:02:00Z\"}"
            "\n"
            "{\"op\":\"factor.add\",\"id\":\"f1\",\"title\":\"One pool\",\"level\":\"systems\"}"
            "\n"
            "{\"op\":\"factor.add\",\"id\":\"f2\",\"title\":\"Orders fail\",\"kind\":\"outcome\"}"
            "\n"
            "{\"op\":\"influence.add\",\"from\":\"f1\",\"to\":\"f2\"}"
            "\n"
            "{\"op\":\"evidence.add\",\"target\":{\"kind\":\"factor\",\"id\":\"f1\"},\"event\":"
            "\"e1\"}"
            "\n"
            "{\"op\":\"pressure.add\",\"code\":\"P01\",\"title\":\"Launch "
            "day\",\"phases\":[\"before\"]}"
            "\n"
            "{\"op\":\"factor.edit\",\"id\":\"f1\",\"title\":\"One pool for all\"}"
            "\n"
            "{\"op\":\"review.edit\",\"frame\":{\"began\":\"2026-03-12T14:00:00Z\"}}"
            "\n"
            "{\"op\":\"event.edit\",\"id\":\"e1\",\"kind\":\"alert\",\"starred\":true}"
            "\n";
        const Answer answer = cli.run({ u"batch"_s }, lines);
        QVERIFY2(answer.code == 0, answer.err.constData());
        QCOMPARE(answer.objects().size(), 9);
        const QJsonObject review =
            cli.run({ u"report"_s, u"--format"_s, u"json"_s, u"-o"_s, u"-"_s }).object();
        QCOMPARE(review[u"factors"].toArray().size(), 2);
        QCOMPARE(review[u"influences"].toArray().size(), 1);
        QCOMPARE(review[u"evidence"].toArray().size(), 1);
        QCOMPARE(review[u"events"][0][u"kind"].toString(), u"alert"_s);
        QCOMPARE(review[u"review"][u"frame"][u"began"].toString(), u"2026-03-12T14:00:00Z"_s);

        // Removing a factor takes what points at it along; other lines go on after a bad one.
        const QByteArray more = "{\"op\":\"factor.delete\",\"id\":\""
            + answer.objects().at(1)[u"id"].toString().toUtf8() + "\"}\n{\"op\":\"nonsense\"}\n"
            + "{\"op\":\"influence.add\",\"from\":\"nobody\",\"to\":\"nothing\"}"
            + "\n{\"op\":\"learning.add\",\"text\":\"Pools are shared\"}\n";
        const Answer second = cli.run({ u"--json"_s, u"batch"_s }, more);
        QCOMPARE(second.code, 4);
        QCOMPARE(second.objects().size(), 2);
        QCOMPARE(second.error()[u"place"].toString(), u"line 2 /op"_s);
        QCOMPARE(cli.run({ u"check"_s }).code, 0);
        const QJsonObject pressures = cli.run({ u"--json"_s, u"pressures"_s }).object();
        QCOMPARE(pressures[u"reviews"].toInt(), 1);
        QCOMPARE(pressures[u"codes"][0][u"code"].toString(), u"P01"_s);
        QCOMPARE(pressures[u"codes"][0][u"k"].toInt(), 1);
    }

    void momentsAreWrittenByNamesAndListedWithTheirAccounts()
    {
        const CommandLine cli;
        cli.begin();
        const QByteArray lines =
            "{\"op\":\"person.add\",\"id\":\"asha\",\"name\":\"Asha\"}\n"
            "{\"op\":\"person.add\",\"id\":\"ben\",\"name\":\"Ben\"}\n"
            "{\"op\":\"event.add\",\"id\":\"e1\",\"title\":\"Is it the cache?\","
            "\"time\":\"2026-03-12T14:02:00Z\",\"actors\":[\"Asha\"]}\n"
            "{\"op\":\"moment.add\",\"id\":\"late\",\"title\":\"Later\",\"start\":"
            "\"2026-03-12T15:00:00Z\"}\n"
            "{\"op\":\"moment.add\",\"id\":\"m\",\"title\":\"Which cache\",\"start\":"
            "\"2026-03-12T14:02:00Z\",\"end\":\"2026-03-12T14:05:00Z\",\"people\":[\"asha\","
            "\"ben\"],\"events\":[\"e1\"]}\n"
            "{\"op\":\"account.add\",\"id\":\"a\",\"moment\":\"m\",\"people\":[\"asha\"],"
            "\"goals\":\"Keep selling\"}\n"
            "{\"op\":\"account.add\",\"id\":\"b\",\"moment\":\"m\",\"people\":[\"ben\"]}\n"
            "{\"op\":\"account.edit\",\"id\":\"b\",\"goals\":\"Find out first\"}\n"
            "{\"op\":\"contradiction.add\",\"id\":\"c\",\"first\":\"a\",\"second\":\"b\","
            "\"aspect\":\"goals\",\"note\":\"Who said so?\"}\n"
            "{\"op\":\"question.add\",\"text\":\"How was it known?\",\"about\":{\"kind\":"
            "\"moment\",\"id\":\"m\"}}\n";
        const Answer answer = cli.run({ u"batch"_s }, lines);
        QVERIFY2(answer.code == 0, answer.err.constData());
        QCOMPARE(answer.objects().size(), 10);

        const QJsonObject told =
            cli.run({ u"--json"_s, u"moments"_s, u"Checkout outage"_s }).object();
        QCOMPARE(told[u"moments"].toArray().size(), 2);
        const QJsonObject moment = told[u"moments"][0].toObject();
        QCOMPARE(moment[u"title"].toString(), u"Which cache"_s);
        QCOMPARE(moment[u"end"].toString(), u"2026-03-12T14:05:00Z"_s);
        QCOMPARE(moment[u"people"].toArray(), (QJsonArray{ u"Asha"_s, u"Ben"_s }));
        QCOMPARE(moment[u"events"].toArray().size(), 1);
        QCOMPARE(moment[u"accounts"][0][u"goals"].toString(), u"Keep selling"_s);
        QCOMPARE(moment[u"accounts"][1][u"goals"].toString(), u"Find out first"_s);
        QCOMPARE(moment[u"accounts"][1][u"cuesNoticed"].toString(u"-"_s), QString());
        QCOMPARE(moment[u"contradictions"][0][u"first"], moment[u"accounts"][0][u"id"]);
        QCOMPARE(moment[u"contradictions"][0][u"aspect"].toString(), u"goals"_s);
        QCOMPARE(moment[u"questions"][0][u"text"].toString(), u"How was it known?"_s);

        const QByteArray text = cli.run({ u"moments"_s }).out;
        QVERIFY2(text.startsWith("2026-03-12T14:02:00Z/2026-03-12T14:05:00Z  Which cache"),
                 text.constData());
        QVERIFY(text.contains("goals: Find out first") && text.contains("Who said so?"));
        QVERIFY(text.indexOf("Later") > text.indexOf("Which cache"));

        // With a moment its accounts go, and what was said of their differences.
        const QByteArray out =
            "{\"op\":\"moment.delete\",\"id\":\"" + moment[u"id"].toString().toUtf8() + "\"}\n";
        const Answer gone = cli.run({ u"batch"_s }, out);
        QVERIFY2(gone.code == 0, gone.err.constData());
        const QJsonObject rest = cli.run({ u"--json"_s, u"moments"_s }).object();
        QCOMPARE(rest[u"moments"].toArray().size(), 1);
        QCOMPARE(cli.run({ u"check"_s }).code, 0);
    }

    void jsonIsSpokenByEveryCommand()
    {
        const CommandLine cli;
        cli.begin();
        const QString id = cli.addEvent(u"Orders fail"_s);
        const QList<QStringList> lines{
            { u"info"_s },
            { u"review"_s, u"list"_s },
            { u"review"_s, u"show"_s },
            { u"formats"_s },
            { u"event"_s, u"show"_s, id },
            { u"event"_s, u"edit"_s, id, u"--star"_s },
            { u"search"_s, u"orders"_s },
            { u"code"_s, u"apply"_s, u"P01"_s, id },
            { u"code"_s, u"list"_s },
            { u"code"_s, u"remove"_s, u"P01"_s, id },
            { u"codebook"_s, u"export"_s, cli.file(u"c.json"_s) },
            { u"codebook"_s, u"import"_s, cli.file(u"c.json"_s) },
            { u"codebook"_s, u"export"_s, cli.file(u"c.qdc"_s) },
            { u"codebook"_s, u"import"_s, cli.file(u"c.qdc"_s) },
            { u"pressures"_s },
            { u"check"_s },
            { u"moments"_s },
            { u"report"_s, u"-o"_s, cli.file(u"r.md"_s) },
            { u"review"_s, u"export"_s, u"-o"_s, cli.file(u"r.json"_s) },
            { u"backup"_s, cli.file(u"copy.sslib"_s) },
            { u"migrate"_s },
            { u"event"_s, u"delete"_s, id },
            { u"review"_s, u"delete"_s, u"Checkout outage"_s },
            { u"review"_s, u"import"_s, cli.file(u"r.json"_s) },
        };
        for (const QStringList &line : lines) {
            const Answer answer = cli.run(QStringList{ u"--json"_s } + line);
            QVERIFY2(answer.code == 0, qPrintable(line.join(u' ') + QString::fromUtf8(answer.err)));
            QVERIFY2(!answer.object().isEmpty(), qPrintable(line.join(u' ')));
        }
        const Answer wrong = cli.run({ u"--json"_s, u"nonsense"_s });
        QCOMPARE(wrong.error()[u"code"].toString(), u"usage"_s);
        const Answer copy = cli.run({ u"--json"_s, u"-L"_s, cli.file(u"copy.sslib"_s), u"info"_s });
        QCOMPARE(copy.object()[u"events"].toInt(), 1);
    }

    void aCodebookComesBackFromRefiQda()
    {
        const CommandLine cli;
        cli.begin();
        const QString qdc = cli.file(u"book.qdc"_s);
        QCOMPARE(cli.run({ u"codebook"_s, u"export"_s, qdc }).code, 0);
        const Answer again = cli.run({ u"--json"_s, u"codebook"_s, u"import"_s, qdc });
        QCOMPARE(again.object()[u"added"].toInt(-1), 0);
        const QString evil =
            cli.write(u"evil.qdc"_s,
                      "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><CodeBook><Codes>"
                      "<Code name=\"&a;\"/></Codes></CodeBook>");
        QCOMPARE(cli.run({ u"codebook"_s, u"import"_s, evil }).code, 4);
        const QString other =
            cli.write(u"other.qdc"_s,
                      "<?xml version=\"1.0\"?><CodeBook xmlns=\"urn:QDA-XML:codebook:1:0\"><Codes>"
                      "<Code guid=\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\" name=\"Trust\">"
                      "<Code name=\"Trust in alerts\"><Description>why</Description></Code></Code>"
                      "</Codes></CodeBook>");
        QCOMPARE(
            cli.run({ u"--json"_s, u"codebook"_s, u"import"_s, other }).object()[u"added"].toInt(),
            2);
        QCOMPARE(cli.run({ u"check"_s }).code, 0);
    }

    void theSampleLibraryIsSoundAndRich()
    {
        const CommandLine cli;
        const Answer built = cli.run({ u"sample"_s, cli.library() });
        QVERIFY2(built.code == 0, built.err.constData());
        const QJsonObject info = cli.run({ u"--json"_s, u"info"_s }).object();
        QCOMPARE_GT(info[u"reviews"].toInt(), 5);
        const QJsonObject pressures = cli.run({ u"--json"_s, u"pressures"_s }).object();
        QCOMPARE_GT(pressures[u"codes"].toArray().size(), 3);
        QCOMPARE_GT(pressures[u"periods"].toArray().size(), 0);
        const QJsonObject checked = cli.run({ u"--json"_s, u"check"_s }).object();
        const QJsonArray findings = checked[u"findings"].toArray();
        for (const QJsonValue &finding : findings)
            QVERIFY(finding[u"kind"].toString() != u"damage");
    }

    void ctrlCKeepsNothingOfTheFile()
    {
        const CommandLine cli;
        cli.begin();
        const QString path = cli.write(u"long.csv"_s, manyRows(150'000));
        const auto process = cli.start({ u"import"_s, path });
        // The lock of an import appears after the program has begun to listen.
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(cli.library() + u"-import"_s), 30'000);
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        QVERIFY(process->waitForFinished(60'000));
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), 130);
        QCOMPARE(cli.run({ u"--json"_s, u"info"_s }).object()[u"events"].toInt(-1), 0);
        QCOMPARE(cli.run({ u"check"_s }).code, 0);
    }

    void killingABatchLosesNothingAcknowledged()
    {
        const CommandLine cli;
        cli.begin();
        QByteArray lines;
        for (int i = 0; i < 400; ++i)
            lines += "{\"op\":\"event.add\",\"title\":\"edit " + QByteArray::number(i)
                + "\",\"time\":\"2026-03-12T14:02:00Z\"}" + '\n';
        QSet<QString> acknowledged;
        qsizetype unsaid = 0;
        for (int round = 0; round < 24; ++round) {
            const auto process = cli.start({ u"batch"_s });
            process->write(lines);
            const int answers = QRandomGenerator::global()->bounded(1, 40);
            QByteArray out;
            while (out.count('\n') < answers && process->waitForReadyRead(30'000))
                out += process->readAllStandardOutput();
            process->kill();
            QVERIFY(process->waitForFinished(30'000));
            out += process->readAllStandardOutput();
            const QByteArray whole = out.left(out.lastIndexOf('\n') + 1);
            QCOMPARE_GE(whole.count('\n'), answers);
            for (const QByteArray &line : whole.trimmed().split('\n'))
                acknowledged << QJsonDocument::fromJson(line)[u"id"].toString();
            ++unsaid; // at most one edit a round was stored and not yet told
            QCOMPARE(cli.run({ u"check"_s }).code, 0);
        }
        QSet<QString> stored;
        for (const QJsonObject &event : cli.run({ u"--json"_s, u"events"_s }).objects())
            stored << event[u"id"].toString();
        QVERIFY(stored.contains(acknowledged));
        QCOMPARE_LE(stored.size(), acknowledged.size() + unsaid);
    }

    void killingAnImportLeavesAllOfAFileOrNothing()
    {
        const CommandLine cli;
        constexpr int kRows = 4'000;
        const QString path = cli.write(u"rows.csv"_s, manyRows(kRows));
        QElapsedTimer clock;
        QCOMPARE(cli.run({ u"init"_s }).code, 0);
        clock.start();
        QCOMPARE(cli.run({ u"import"_s, u"--new-review"_s, u"whole"_s, path }).code, 0);
        const int whole = static_cast<int>(clock.elapsed());
        int acknowledged = 1;
        for (int round = 0; round < 22; ++round) {
            const auto process =
                cli.start({ u"import"_s, u"--new-review"_s, u"round %1"_s.arg(round), path });
            process->waitForFinished(QRandomGenerator::global()->bounded(1, whole + 20));
            process->kill();
            QVERIFY(process->state() == QProcess::NotRunning || process->waitForFinished(30'000));
            acknowledged += process->readAllStandardOutput().contains("event") ? 1 : 0;
            const QJsonObject info = cli.run({ u"--json"_s, u"info"_s }).object();
            QCOMPARE(info[u"events"].toInt(), info[u"sources"].toInt() * kRows);
            QCOMPARE(info[u"reviews"].toInt(), info[u"sources"].toInt()); // no empty review either
            QCOMPARE_GE(info[u"sources"].toInt(), acknowledged);
        }
        QCOMPARE(cli.run({ u"check"_s }).code, 0);
    }

private:
    /// The report's own headings, "### 14:55", stand in the PDF's timeline in their order.
    static void verifyTimeline(const QString &pdf, const QString &report)
    {
        const QString tool = QStandardPaths::findExecutable(u"pdftotext"_s);
        if (tool.isEmpty())
            QSKIP("pdftotext is not installed");
        QProcess process;
        process.start(tool, { u"-layout"_s, pdf, u"-"_s });
        QVERIFY(process.waitForFinished(30'000));
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        QFile file(report);
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression heading(u"^### (?:Feb 20 2018 )?(\\d\\d:\\d\\d)$"_s,
                                                QRegularExpression::MultilineOption);
        auto matches =
            heading.globalMatch(QString::fromUtf8(file.readAll()).section(u"### 2X:XX"_s, 0, 0));
        qsizetype from = text.indexOf(u"2018-02-20 14:17"_s);
        QVERIFY(from > 0);
        int count = 0;
        while (matches.hasNext()) {
            const QString time = u"2018-02-20 "_s + matches.next().captured(1);
            const qsizetype at = text.indexOf(time, from);
            QVERIFY2(at >= from, qPrintable(time));
            from = at;
            ++count;
        }
        QCOMPARE_GT(count, 20);
    }
};

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
