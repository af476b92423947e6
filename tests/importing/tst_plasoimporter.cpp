// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tools/plasoimporter.h"
#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class PlasoImporterTest : public QObject {
    Q_OBJECT

    PlasoImporter m_importer;

    static constexpr const char *kL2t = "date,time,timezone,MACB,source,sourcetype,type,user,host,"
                                        "short,desc,version,filename,inode,"
                                        "notes,format,extra\n";
    static constexpr const char *kDynamic =
        "datetime,timestamp_desc,source,source_long,message,parser,display_name,tag\n";

    RecordingSink read(const QByteArray &bytes, const ImportOptions &options = {})
    {
        return readWith(m_importer, bytes, options);
    }

private slots:
    void l2tcsvIsRead()
    {
        const auto sink = read(
            QByteArray(kL2t)
            + "02/20/2018,14:17:35,UTC,M...,LOG,Cron log,Content Modification "
              "Time,root,web1,short,\"ran, well\",2,OS:/var/log/x,-,-,text/cron,reporter: CRON\n"
              "07/20/2018,14:17:35,Europe/Paris,.A..,LOG,Log File,Last Access "
              "Time,-,-,only short,,2,OS:/var/log/x,-,-,text,-\n"
              "00/00/0000,--:--:--,UTC,....,FILE,Stat,Not a time,-,:,no time,no time,2,x,-,-,f,-\n"
              "13/20/2018,14:17:35,UTC,M...,LOG,Log,Time,-,-,bad,bad,2,x,-,-,f,-\n"
              "02/20/2018,14:17:35,UTC,M...,LOG\n");
        QCOMPARE(
            sink.times(),
            (QStringList{ u"2018-02-20T14:17:35Z"_s, u"2018-07-20T12:17:35Z"_s, u"undated"_s }));
        QCOMPARE(sink.titles(), (QStringList{ u"ran, well"_s, u"only short"_s, u"no time"_s }));
        const ParsedEvent &first = sink.events[0];
        QCOMPARE(first.lane, u"web1"_s);
        QCOMPARE(sink.events[1].lane, u"Log File"_s);
        QCOMPARE(first.actors.first().name, u"root"_s);
        QVERIFY(sink.events[1].actors.isEmpty());
        QCOMPARE(first.time.text, u"02/20/2018 14:17:35"_s);
        QVERIFY(first.text.startsWith(
            u"ran, well\n\nThe time is that of: Content Modification Time\nsource: LOG\n"_s));
        QVERIFY(first.kind == EventKind::Log);
        QCOMPARE(sink.skipped.size(), 2);
        QVERIFY(sink.skipped[0].startsWith(u"line 5: “13/20/2018 14:17:35” is not a time"_s));
        QVERIFY(sink.skipped[1].startsWith(u"line 6: "_s));
    }

    void dynamicIsRead()
    {
        const auto sink = read(
            QByteArray(kDynamic)
            + "2018-02-20T14:17:35.955519754+01:00,Creation Time,LOG,Log File,it broke,text,x,-\n"
              "Not a time,Not a time,FILE,Stat,no time,filestat,x,tag1 tag2\n"
              "0000-00-00T00:00:00.000000+00:00,x,FILE,Stat,zero,filestat,x,-\n"
              "2018-02-20T14:17:35,x,FILE,Stat,no zone,filestat,x,-\n");
        QCOMPARE(sink.times(),
                 (QStringList{ u"2018-02-20T13:17:35.955519Z"_s, u"undated"_s, u"undated"_s,
                               u"undated"_s }));
        QVERIFY(sink.events[1].text.endsWith(u"tag: tag1 tag2"_s));
        QVERIFY(sink.events[3].time.reading.has_value());
    }

    void tlnIsRead()
    {
        const auto sink =
            read("Time|Source|Host|User|Description\n"
                 "1519136255|LOG|web1|root|2018-02-20T14:17:35+00:00; Time; it broke\n"
                 "0|FILE|web1|-|no time\n");
        QCOMPARE(sink.times(), (QStringList{ u"2018-02-20T14:17:35Z"_s, u"undated"_s }));
        QCOMPARE(sink.events[0].lane, u"web1"_s);
        QCOMPARE(sink.events[0].actors.first().name, u"root"_s);
    }

    void jsonLinesAreRead()
    {
        const auto sink = read(
            R"({"__container_type__": "event", "date_time": {"__class_name__": "TimeElements"}, "hostname": "web1", "username": "root", "message": "a", "timestamp": 1519136255000000, "timestamp_desc": "Written", "pathspec": {"x": 1}, "pid": 7}
{"__container_type__": "event", "date_time": {"__class_name__": "Filetime"}, "data_type": "fs:stat", "message": "b", "timestamp": 1519136255250001, "timestamp_desc": "x"}
{"__container_type__": "event", "date_time": {"__class_name__": "SemanticTime", "string": "Not set"}, "message": "c", "timestamp": 0, "timestamp_desc": "x"}
{"__container_type__": "event", "message": "", "timestamp": 0, "timestamp_desc": "x"}
{"__container_type__": "event", "message": "d", "timestamp": "soon", "timestamp_desc": "x"}
)");
        QCOMPARE(sink.times(),
                 (QStringList{ u"2018-02-20T14:17:35Z"_s, u"2018-02-20T14:17:35.250001Z"_s,
                               u"undated"_s }));
        QVERIFY(sink.events[0].time.precision == TimePrecision::Second);
        QVERIFY(sink.events[1].time.precision == TimePrecision::Microsecond);
        QCOMPARE(sink.events[0].text, u"a\n\nThe time is that of: Written\npid: 7"_s);
        QCOMPARE(sink.events[0].lane, u"web1"_s);
        QCOMPARE(sink.events[1].lane, u"fs:stat"_s);
        QCOMPARE(sink.skipped.size(), 2);
        QVERIFY(sink.skipped[0].startsWith(u"line 4"_s));
    }

    void aZoneIsAskedForOnlyWhereItLacks()
    {
        const auto missing = [this](const QByteArray &bytes) {
            return m_importer.missing(*EvidenceInput::fromBytes(u"x"_s, bytes), {});
        };
        QCOMPARE(missing(QByteArray(kDynamic) + "2018-02-20T14:17:35,x,F,S,m,p,d,-\n"),
                 Needs(Need::Zone));
        QCOMPARE(missing(QByteArray(kDynamic) + "2018-02-20T14:17:35Z,x,F,S,m,p,d,-\n"), Needs());
        QCOMPARE(
            missing(QByteArray(kL2t) + "02/20/2018,14:17:35,UTC,M...,L,L,T,-,-,s,d,2,x,-,-,f,-\n"),
            Needs());
    }

    void itsOwnFilesAreTold()
    {
        const auto probe = [this](const QByteArray &bytes) {
            return m_importer.probe(*EvidenceInput::fromBytes(u"x"_s, bytes));
        };
        QCOMPARE(probe(kL2t), 97);
        QCOMPARE(probe(kDynamic), 97);
        QCOMPARE(probe("Time|Source|Host|User|Description\n"), 97);
        QCOMPARE(probe("message,datetime,timestamp_desc\n"), 0);
        QCOMPARE(probe("{\"message\": \"a\", \"datetime\": \"x\", \"timestamp_desc\": \"y\"}\n"),
                 0);
        QCOMPARE(probe("date,time,what\n"), 0);
    }
};

QTEST_GUILESS_MAIN(PlasoImporterTest)
#include "tst_plasoimporter.moc"
