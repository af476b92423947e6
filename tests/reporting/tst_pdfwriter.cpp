// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/pdfwriter.h"

#include "reporting/reportwriter.h"
#include "support/reportfixture.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Reporting;
using namespace SecondStory::Testing;

class PdfWriterTest : public QObject {
    Q_OBJECT
private:
    static WrittenReport written(const ReportFixture &fixture)
    {
        const auto result = renderReport(fixture.input, fixture.options, TwoFigures());
        if (!result)
            qFatal("%s", qPrintable(result.error().toString()));
        return *result;
    }

    /// The text as a reader finds it, white space simplified.
    static QString textOf(const QByteArray &pdf)
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"report.pdf"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
            return {};
        file.close();
        QProcess process;
        process.start(u"pdftotext"_s, { u"-enc"_s, u"UTF-8"_s, path, u"-"_s });
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    static void open(QPDF &pdf, const QByteArray &bytes)
    {
        pdf.processMemoryFile("report", bytes.constData(), static_cast<size_t>(bytes.size()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext (poppler-utils) is not installed");
    }

    void everyPartStandsInOrder()
    {
        const QString text = textOf(written(ReportFixture()).bytes).simplified();
        qsizetype from = 0;
        for (const QString &words :
             { u"Checkout outage, 12 March"_s,
               u"not recorded"_s,
               u"From its beginning"_s,
               u"most people could not pay"_s,
               u"What happened"_s,
               u"Three things spoke for it"_s,
               u"Nobody on the rota could open the log (told) no evidence linked yet"_s,
               u"Timeline"_s,
               u"Moments"_s,
               u"Is it the cache?"_s,
               u"Contributing factors"_s,
               u"Pressures"_s,
               u"seen in 4 of 14"_s,
               u"What helped"_s,
               u"Open questions"_s,
               u"What we learned"_s,
               u"Actions"_s,
               u"Evidence notes"_s,
               u"Sources"_s,
               u"5a5a5a5a"_s,
               u"Events in time order"_s,
               u"Undated events"_s,
               u"Somebody from the bank"_s }) {
            const qsizetype found = text.indexOf(words, from);
            QVERIFY2(found >= 0, qPrintable(u"missing or out of order: "_s + words));
            from = found;
        }
    }

    void lettersStaySearchable()
    {
        ReportFixture fixture;
        fixture.input.contents.review.summary = u"The office found five offline fields difficult"_s;
        QVERIFY(textOf(written(fixture).bytes)
                    .simplified()
                    .contains(u"The office found five offline fields difficult"_s));
    }

    void pagesHaveFolios()
    {
        const WrittenReport report = written(ReportFixture());
        QCOMPARE_GT(report.pages, 2);
        const QStringList pages = textOf(report.bytes).split(u'\f', Qt::SkipEmptyParts);
        QCOMPARE_EQ(pages.size(), report.pages);
        for (int i = 0; i < report.pages; ++i)
            QVERIFY(pages.at(i).contains(u"page %1 of %2"_s.arg(i + 1).arg(report.pages)));
        QVERIFY(pages.at(1).contains(u"Checkout outage, 12 March"_s)); // running title
    }

    void headingsBecomeTheOutline()
    {
        QPDF pdf;
        const WrittenReport report = written(ReportFixture());
        open(pdf, report.bytes);
        QPDFOutlineDocumentHelper outline(pdf);
        QStringList titles;
        for (auto &entry : outline.getTopLevelOutlines()) {
            titles.append(QString::fromStdString(entry.getTitle()));
            QVERIFY(entry.getDestPage().isDictionary());
        }
        QCOMPARE_EQ(titles.first(), u"What happened"_s);
        QVERIFY(titles.contains(u"Moments"_s));
        QCOMPARE_EQ(titles.last(), u"Events in time order"_s);
        QCOMPARE_EQ(outline.getTopLevelOutlines().back().getKids().size(), 1u); // undated events
    }

    void notesAreLinksInsideTheDocument()
    {
        QPDF pdf;
        const WrittenReport report = written(ReportFixture());
        open(pdf, report.bytes);
        int links = 0;
        for (auto &page : QPDFPageDocumentHelper(pdf).getAllPages()) {
            for (auto &annotation : page.getAnnotations()) {
                QCOMPARE_EQ(annotation.getSubtype(), std::string("/Link"));
                QVERIFY(!annotation.getObjectHandle().hasKey(
                    "/A")); // no action, so nothing leaves the file
                QVERIFY(annotation.getObjectHandle().getKey("/Dest").isArray());
                ++links;
            }
        }
        QCOMPARE_GT(links, 6);
    }

    void languageTitleAndDatesAreSet()
    {
        QPDF pdf;
        ReportFixture fixture;
        fixture.options.language = u"en-GB"_s;
        const WrittenReport report = written(fixture);
        open(pdf, report.bytes);
        QCOMPARE_EQ(pdf.getRoot().getKey("/Lang").getUTF8Value(), std::string("en-GB"));
        auto info = pdf.getTrailer().getKey("/Info");
        QCOMPARE_EQ(info.getKey("/Title").getUTF8Value(), std::string("Checkout outage, 12 March"));
        QCOMPARE_EQ(info.getKey("/ModDate").getUTF8Value(), std::string("D:20260320160000Z"));
    }

    void theSameReviewGivesTheSameBytes()
    {
        const ReportFixture fixture;
        QCOMPARE_EQ(written(fixture).bytes, written(fixture).bytes);
    }

    void hostileTextIsOnlyText()
    {
        ReportFixture fixture;
        fixture.input.contents.review.title = u"<img src=file:///etc/passwd> \u202Egpj.exe"_s;
        fixture.input.contents.sections.first().body =
            u"<script>alert(1)</script>\u0007 =cmd|' /C calc'!A0\n\n\u05E9\u05DC\u05D5\u05DD"_s;
        const WrittenReport report = written(fixture);
        const QString text = textOf(report.bytes);
        QVERIFY(text.simplified().contains(u"<img src=file:///etc/passwd> [U+202E]gpj.exe"_s));
        QVERIFY(text.contains(u"<script>alert(1)</script>[U+0007] =cmd"_s));
        QVERIFY(!text.contains(u"root:x:"_s));
        QVERIFY(!text.contains(QChar(0x202E)));
        QPDF pdf;
        open(pdf, report.bytes);
        QVERIFY(!pdf.getRoot().hasKey("/OpenAction"));
        QVERIFY(!pdf.getRoot().hasKey("/Names"));
    }

    void missingCharactersAreNamed()
    {
        ReportFixture fixture;
        fixture.input.contents.review.summary = u"private use: \uE123"_s;
        const QStringList warnings = written(fixture).warnings;
        QVERIFY(warnings.filter(u"U+E123"_s).size() == 1);
    }

    void writesAGalleryCopy()
    {
        const QString gallery = qEnvironmentVariable("SECONDSTORY_GALLERY");
        if (gallery.isEmpty())
            QSKIP("no gallery folder");
        QDir().mkpath(gallery);
        ReportFixture fixture;
        for (int i = 0; i < 90; ++i)
            fixture.addEvent(
                u"filler %1"_s.arg(i),
                toRfc3339({ at(u"2026-03-12T13:00:00Z"_s).us + i * 61'000'000LL }),
                u"message %1 of the channel, about what was seen then on the dashboards"_s.arg(i));
        const auto result =
            writeReport(fixture.input, fixture.options, TwoFigures(), gallery + u"/report.pdf"_s);
        QVERIFY(result.has_value());
        QVERIFY(
            writeReport(fixture.input, fixture.options, TwoFigures(), gallery + u"/report.html"_s)
                .has_value());
    }
};

QTEST_MAIN(PdfWriterTest)
#include "tst_pdfwriter.moc"
