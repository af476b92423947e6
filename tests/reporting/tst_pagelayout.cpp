// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/pagelayout.h"

#include "reporting/reportbuilder.h"
#include "support/reportfixture.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Reporting;
using namespace SecondStory::Testing;

class PageLayoutTest : public QObject {
    Q_OBJECT

    static Report tableOf(int rows, const QString &words)
    {
        TableBlock table;
        table.columns = { { u"Number"_s, ColumnAlign::End, 0.3 },
                          { u"Words"_s, ColumnAlign::Start, 1 } };
        for (int i = 0; i < rows; ++i)
            table.rows.append({ { { QString::number(i) } }, { { words } } });
        Report report;
        report.blocks = { HeadingBlock{ 1, u"A table"_s }, table };
        return report;
    }

private Q_SLOTS:
    void twoHundredRowsAreNeverDivided()
    {
        const auto layout = layOut(
            tableOf(
                200,
                u"some words that run over more than one line in any table of a page of this size, "
                "because they are many, and then a few more of them"_s),
            NoFigures(), Paper::A4);
        QCOMPARE_GT(layout.pages.size(), 5);
        QCOMPARE_EQ(layout.rows.size(), 200);
        for (int i = 0; i < 200; ++i) {
            const RowPlace &row = layout.rows.at(i);
            QCOMPARE_EQ(row.row, i);
            QCOMPARE_GE(row.top, layout.geometry.block.top());
            QCOMPARE_LE(row.bottom, layout.geometry.block.bottom());
            if (i > 0 && layout.rows.at(i - 1).page == row.page)
                QCOMPARE_GE(row.top, layout.rows.at(i - 1).bottom - 0.001);
        }
    }

    void aTablesHeadIsRepeated()
    {
        const auto layout = layOut(tableOf(200, u"words"_s), NoFigures(), Paper::A4);
        for (const auto &page : layout.pages) {
            int heads = 0;
            for (const PageItem &item : page) {
                const auto *text = std::get_if<TextItem>(&item);
                heads += text && text->layout->text() == u"Number" ? 1 : 0;
            }
            QCOMPARE_EQ(heads, 1);
        }
    }

    void aRowTallerThanAPageIsSetWhole()
    {
        const auto layout =
            layOut(tableOf(1, QString(u"word "_s).repeated(4000)), NoFigures(), Paper::A4);
        QCOMPARE_GT(layout.pages.size(), 2);
        int lines = 0;
        int wanted = 0;
        for (const auto &page : layout.pages) {
            for (const PageItem &item : page) {
                const auto *text = std::get_if<TextItem>(&item);
                if (!text || !text->layout->text().startsWith(u"word"))
                    continue;
                lines += text->lineCount;
                wanted = text->layout->lineCount();
            }
        }
        QCOMPARE_EQ(lines, wanted);
        for (const RowPlace &row : layout.rows)
            QCOMPARE_LE(row.bottom, layout.geometry.block.bottom());
    }

    void aHeadingStaysWithWhatFollows()
    {
        Report report;
        for (int i = 0; i < 120; ++i) {
            report.blocks.append(HeadingBlock{ 1, u"Heading %1"_s.arg(i) });
            report.blocks.append(ParagraphBlock{
                { { QString(u"some words of a paragraph "_s).repeated(i % 23 + 1) } } });
        }
        const auto layout = layOut(report, NoFigures(), Paper::Letter);
        QCOMPARE_EQ(layout.outline.size(), 120);
        for (const OutlineEntry &entry : layout.outline) {
            int below = 0;
            for (const PageItem &item : layout.pages.at(entry.page)) {
                const auto *text = std::get_if<TextItem>(&item);
                below += text && text->at.y() > entry.y + 5
                        && text->at.y() < layout.geometry.block.bottom()
                    ? 1
                    : 0;
            }
            QVERIFY2(below > 0, qPrintable(entry.text));
        }
    }

    void nothingLeavesTheBlock()
    {
        ReportFixture fixture;
        fixture.input.contents.review.title =
            QString(u"Averylongwordwithoutanyspaces"_s).repeated(12);
        const auto layout =
            layOut(buildReport(fixture.input, fixture.options), TwoFigures(), Paper::A4);
        for (const auto &page : layout.pages) {
            for (const PageItem &item : page) {
                const auto *text = std::get_if<TextItem>(&item);
                for (int i = 0; text && i < text->lineCount; ++i) {
                    const QTextLine line = text->layout->lineAt(text->firstLine + i);
                    const double right = text->at.x()
                        + (line.x() + line.naturalTextRect().right() - line.x()) / kTextScale;
                    QCOMPARE_LE(right, layout.geometry.block.right() + 1.5);
                }
            }
        }
    }

    void linesHoldSixtyToSeventyFiveCharacters()
    {
        Report report;
        report.blocks.append(ParagraphBlock{
            { { QString(u"The yearly job renewed the certificate of the gateway on Wednesday. "_s)
                    .repeated(30) } } });
        const auto layout = layOut(report, NoFigures(), Paper::A4);
        const auto *text = std::get_if<TextItem>(&layout.pages.first().first());
        QVERIFY(text);
        const double average = double(text->layout->text().size()) / text->layout->lineCount();
        QCOMPARE_GE(average, 60.0);
        QCOMPARE_LE(average, 75.0);
    }

    void aFigureTooTallIsScaledToFit()
    {
        class Tall final : public FigureSource {
        public:
            QSizeF sizeFor(FigureId, double width) const override { return { width, 4000 }; }
            void paint(FigureId, QPainter &painter, const QRectF &rect) const override
            {
                painter.fillRect(rect, Qt::red);
            }
            QString description(FigureId) const override { return {}; }
        };
        Report report;
        report.blocks = { HeadingBlock{ 1, u"Canvas"_s },
                          FigureBlock{ FigureId::Canvas, u"caption"_s } };
        const auto layout = layOut(report, Tall(), Paper::A4);
        QCOMPARE_EQ(layout.pages.size(), 1);
        QImage image(595, 842, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintPage(layout, 0, painter, Tall());
        painter.end();
        QCOMPARE_EQ(image.pixelColor(75, 500), QColor(Qt::red));
        QCOMPARE_EQ(image.pixelColor(300, 500), QColor(Qt::white)); // narrower, in proportion
        QCOMPARE_EQ(image.pixelColor(75, 800), QColor(Qt::white));
    }

    void hebrewBeginsAtTheRight()
    {
        Report report;
        report.blocks.append(ParagraphBlock{ { { u"\u05E9\u05DC\u05D5\u05DD 14:00"_s } } });
        const auto layout = layOut(report, NoFigures(), Paper::A4);
        const auto *text = std::get_if<TextItem>(&layout.pages.first().first());
        QVERIFY(text);
        const QTextLine line = text->layout->lineAt(0);
        QCOMPARE_GT(line.cursorToX(0),
                    line.cursorToX(6)); // the first letter stands right of the figures
        QCOMPARE_GT(line.naturalTextRect().left() / kTextScale, layout.geometry.measure() / 2);
    }

    void columnsTakeWhatTheirWordsNeed()
    {
        TableBlock table;
        table.columns = { { u"n"_s, ColumnAlign::End, 1 }, { u"Words"_s, ColumnAlign::Start, 1 } };
        table.rows = { { { { u"1"_s } }, { { QString(u"many words "_s).repeated(40) } } } };
        Report report;
        report.blocks = { table };
        const auto layout = layOut(report, NoFigures(), Paper::A4);
        double x = 0;
        for (const PageItem &item : layout.pages.first()) {
            const auto *text = std::get_if<TextItem>(&item);
            if (text && text->layout->text() == u"Words")
                x = text->at.x() - layout.geometry.block.left();
        }
        QCOMPARE_GT(x, 5.0);
        QCOMPARE_LT(x, 40.0);
    }
};

QTEST_MAIN(PageLayoutTest)
#include "tst_pagelayout.moc"
