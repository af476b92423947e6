// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/reportwriter.h"

#include "support/reportfixture.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace SecondStory;
using namespace SecondStory::Reporting;
using namespace SecondStory::Testing;

class ReportWriterTest : public QObject {
    Q_OBJECT

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Runs `work` where no file may grow beyond `bytes`, as on a disk that fills up.
    template <class Work>
    static auto withFileSizeLimit(rlim_t bytes, Work work)
    {
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit before = {};
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit limited = before;
        limited.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limited);
        auto result = work();
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        return result;
    }

private Q_SLOTS:
    void theEndingChoosesTheFormat_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("pdf") << u"r.pdf"_s << QByteArray("%PDF-1.");
        QTest::newRow("html in capitals") << u"r.HTML"_s << QByteArray("<!DOCTYPE html>");
        QTest::newRow("htm") << u"r.htm"_s << QByteArray("<!DOCTYPE html>");
        QTest::newRow("markdown") << u"r.md"_s << QByteArray("# Checkout outage");
    }
    void theEndingChoosesTheFormat()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, begins);
        QTemporaryDir folder;
        const ReportFixture fixture;
        const auto written =
            writeReport(fixture.input, fixture.options, TwoFigures(), folder.filePath(name));
        QVERIFY(written.has_value());
        QVERIFY(read(folder.filePath(name)).startsWith(begins));
        QCOMPARE_EQ(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
                    QStringList{ name }); // nothing beside it
    }

    void anUnknownEndingIsRefused()
    {
        QTemporaryDir folder;
        const auto written = writeReport({}, {}, NoFigures(), folder.filePath(u"r.exe"_s));
        QVERIFY(!written);
        QCOMPARE_EQ(written.error().code, ErrorCode::Usage);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aMissingFolderIsNamed()
    {
        const auto written = writeReport({}, {}, NoFigures(), u"/nowhere/at/all/r.md"_s);
        QVERIFY(!written);
        QCOMPARE_EQ(written.error().code, ErrorCode::Storage);
        QCOMPARE_EQ(written.error().file, u"/nowhere/at/all/r.md"_s);
    }

    void aReadOnlyFolderKeepsTheOldReport()
    {
        if (geteuid() == 0)
            QSKIP("root may write anywhere");
        QTemporaryDir folder;
        const QString path = folder.filePath(u"r.md"_s);
        QVERIFY(writeReport({}, {}, NoFigures(), path).has_value());
        const QByteArray before = read(path);
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner);
        const auto written = writeReport(ReportFixture().input, {}, NoFigures(), path);
        QFile::setPermissions(folder.path(),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(!written);
        QCOMPARE_EQ(written.error().code, ErrorCode::Storage);
        QCOMPARE_EQ(read(path), before);
    }

    void aWriteCutShortKeepsTheOldReport()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"r.md"_s);
        QVERIFY(writeReport({}, {}, NoFigures(), path).has_value());
        const QByteArray before = read(path);
        const auto written = withFileSizeLimit(
            2000, [&] { return writeReport(ReportFixture().input, {}, NoFigures(), path); });
        QVERIFY(!written);
        QCOMPARE_EQ(written.error().code, ErrorCode::Storage);
        QCOMPARE_EQ(read(path), before);
        QCOMPARE_EQ(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
                    QStringList{ u"r.md"_s });
    }

    void whatIsNoFileIsNeverReplaced()
    {
        QTemporaryDir folder;
        const QString pipe = folder.filePath(u"pipe"_s);
        QCOMPARE_EQ(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const QString path = folder.filePath(u"r.md"_s);
        QVERIFY(QFile::link(pipe, path));
        const auto written = writeReport({}, {}, NoFigures(), path);
        QVERIFY(!written);
        QCOMPARE_EQ(written.error().code, ErrorCode::Storage);
        struct stat state = {};
        QCOMPARE_EQ(stat(QFile::encodeName(pipe).constData(), &state), 0);
        QVERIFY(S_ISFIFO(state.st_mode));
    }

    void warningsComeWithTheReport()
    {
        const ReportFixture fixture;
        const auto written = renderReport(fixture.input, fixture.options, TwoFigures());
        QVERIFY(written.has_value());
        QVERIFY(!written->warnings.filter(u"Person 1, Person 2"_s).isEmpty());
        ReportOptions named = fixture.options;
        named.names = NamesPolicy::Names;
        const auto open = renderReport(fixture.input, named, TwoFigures());
        QVERIFY(open.has_value());
        QVERIFY(open->warnings.contains(u"People appear under their own names."_s));
    }
};

QTEST_MAIN(ReportWriterTest)
#include "tst_reportwriter.moc"
