// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/phasetones.h"
#include "figures/pressurefigure.h"

#include "support/pressurelibrary.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Figures;
using SecondStory::Testing::aPressureLibrary;

namespace {

QImage drawn(const PressureFigure &figure, const Palette &palette, double width, double ratio = 1)
{
    const QSizeF size = figure.preferredSize(width);
    QImage image((size * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(palette.surface);
    QPainter painter(&image);
    figure.paint(painter, QRectF(QPointF(0, 0), size));
    return image;
}

void keep(const QImage &image, const QString &name)
{
    const QString gallery = qEnvironmentVariable("SECONDSTORY_GALLERY");
    if (!gallery.isEmpty() && QDir().mkpath(gallery))
        image.save(gallery + u'/' + name);
}

PressureFigure::Options withPalette(const Palette &palette)
{
    PressureFigure::Options options;
    options.palette = &palette;
    return options;
}

} // namespace

class PressureFigureTest : public QObject {
    Q_OBJECT

private slots:
    void everyCodeHasOneRowInOrder();
    void rowsAreFoundWhereTheyAreDrawn();
    void sortingAndFilteringChooseTheRows();
    void theFirstRowsAreKept();
    void partsAreDrawnAlone();
    void itIsDrawnInEveryTheme_data();
    void itIsDrawnInEveryTheme();
    void aDoubledRatioDrawsTheSamePicture();
    void itIsDrawnOnPaper();
    void narrowWidthsDropColumnsAndStillDraw();
    void anEmptyTableDrawsOnlyItsSentence();
    void hostileNamesAreDrawnAsText();
    void thePhasesDifferInGrey();
};

void PressureFigureTest::everyCodeHasOneRowInOrder()
{
    const auto table = aPressureLibrary().ask();
    const PressureFigure figure(table, withPalette(Palette::light()));
    QCOMPARE_EQ(figure.rows().size(), table.codes.size());
    for (int i = 0; i < figure.rows().size(); ++i)
        QCOMPARE_EQ(figure.rows()[i], i);
}

void PressureFigureTest::rowsAreFoundWhereTheyAreDrawn()
{
    const PressureFigure figure(aPressureLibrary().ask(), withPalette(Palette::light()));
    const QRectF rect(QPointF(30, 50), figure.preferredSize(900));
    for (const int code : figure.rows()) {
        const QRectF row = figure.rowRect(code, rect);
        QVERIFY(rect.contains(row));
        QCOMPARE_EQ(figure.rowAt(row.center(), rect), std::optional(code));
        QCOMPARE_EQ(figure.rowAt(row.topLeft(), rect), std::optional(code));
    }
    QVERIFY(!figure.rowAt(rect.topLeft(), rect));
    QVERIFY(!figure.rowAt(rect.bottomLeft() - QPointF(0, 1), rect));
    QVERIFY(!figure.rowAt(QPointF(rect.right() + 1, figure.rowRect(0, rect).center().y()), rect));
    QVERIFY(figure.rowRect(999, rect).isEmpty());
}

void PressureFigureTest::sortingAndFilteringChooseTheRows()
{
    const auto table = aPressureLibrary().ask();
    auto options = withPalette(Palette::light());
    options.sort = PressureFigure::Sort::Helped;
    const PressureFigure helped(table, options);
    for (qsizetype i = 1; i < helped.rows().size(); ++i)
        QCOMPARE_GE(table.codes[helped.rows()[i - 1]].helped, table.codes[helped.rows()[i]].helped);
    options.sort = PressureFigure::Sort::Name;
    const PressureFigure named(table, options);
    QVERIFY(table.codes[named.rows()[0]].name.startsWith(u'A'));
    options.filter = u"PRESSURE"_s;
    const PressureFigure filtered(table, options);
    QCOMPARE_GT(filtered.rows().size(), 0);
    QCOMPARE_LT(filtered.rows().size(), table.codes.size());
    for (const int code : filtered.rows())
        QVERIFY(table.codes[code].name.contains(u"pressure", Qt::CaseInsensitive));
    options.filter = u"p03"_s;
    QCOMPARE_EQ(PressureFigure(table, options).rows().size(), 1);
}

void PressureFigureTest::theFirstRowsAreKept()
{
    auto options = withPalette(Palette::print());
    options.maxRows = 5;
    const PressureFigure figure(aPressureLibrary().ask(), options);
    QCOMPARE_EQ(figure.rows(), (QList<int>{ 0, 1, 2, 3, 4 }));
    QVERIFY(figure.sentence().contains(u"more codes are not drawn"));
}

void PressureFigureTest::partsAreDrawnAlone()
{
    const auto table = aPressureLibrary().ask();
    auto options = withPalette(Palette::light());
    const double whole = PressureFigure(table, options).preferredSize(800).height();
    double sum = 0;
    for (const auto part : { PressureFigure::Part::Header, PressureFigure::Part::Rows,
                             PressureFigure::Part::Sentence }) {
        options.parts = part;
        sum += PressureFigure(table, options).preferredSize(800).height();
    }
    QCOMPARE_EQ(sum, whole);
    options.parts = PressureFigure::Part::Header;
    QVERIFY(!PressureFigure(table, options).rowAt({ 10, 10 }, { 0, 0, 800, 400 }));
}

void PressureFigureTest::itIsDrawnInEveryTheme_data()
{
    QTest::addColumn<const Palette *>("palette");
    QTest::newRow("light") << &Palette::light();
    QTest::newRow("dark") << &Palette::dark();
    QTest::newRow("print") << &Palette::print();
}

void PressureFigureTest::itIsDrawnInEveryTheme()
{
    QFETCH(const Palette *, palette);
    const PressureFigure figure(aPressureLibrary().ask(), withPalette(*palette));
    const QImage image = drawn(figure, *palette, 980, 2);
    keep(image, u"pressurefigure-"_s + QString::fromUtf8(QTest::currentDataTag()) + u".png");
    const QRectF row = figure.rowRect(0, QRectF(QPointF(0, 0), figure.preferredSize(980)));
    int inked = 0;
    for (int x = 0; x < image.width(); ++x)
        inked += image.pixelColor(x, qRound(row.center().y() * 2)) != palette->surface ? 1 : 0;
    QCOMPARE_GT(inked, 100);
}

void PressureFigureTest::aDoubledRatioDrawsTheSamePicture()
{
    const PressureFigure figure(aPressureLibrary().ask(), withPalette(Palette::light()));
    const QImage one = drawn(figure, Palette::light(), 900, 1);
    const QImage two = drawn(figure, Palette::light(), 900, 2)
                           .scaled(one.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    qint64 difference = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            difference += std::abs(qGray(one.pixel(x, y)) - qGray(two.pixel(x, y)));
    }
    QCOMPARE_LT(double(difference) / (one.width() * one.height()), 4.0);
}

void PressureFigureTest::itIsDrawnOnPaper()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setResolution(600);
        QPainter painter(&writer);
        const double scale = writer.resolution() / 96.0;
        painter.scale(scale, scale);
        const PressureFigure figure(aPressureLibrary().ask(), withPalette(Palette::print()));
        const QSizeF size = figure.preferredSize(writer.width() / scale);
        QCOMPARE_LT(size.height(), writer.height() / scale);
        figure.paint(painter, QRectF(QPointF(0, 0), size));
    }
    buffer.close();
    QCOMPARE_GT(buffer.data().size(), 5000);
    const QString gallery = qEnvironmentVariable("SECONDSTORY_GALLERY");
    QFile file(gallery + u"/pressurefigure.pdf");
    if (!gallery.isEmpty() && file.open(QIODevice::WriteOnly))
        file.write(buffer.data());
}

void PressureFigureTest::narrowWidthsDropColumnsAndStillDraw()
{
    const PressureFigure figure(aPressureLibrary().ask(), withPalette(Palette::light()));
    for (const int width : { 1, 120, 300, 460, 620 }) {
        const QSizeF size = figure.preferredSize(width);
        QImage image(std::max(1, width), int(size.height()), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        figure.paint(painter, QRectF(QPointF(0, 0), size));
        QVERIFY(painter.isActive());
    }
    keep(drawn(figure, Palette::light(), 460), u"pressurefigure-narrow.png"_s);
}

void PressureFigureTest::anEmptyTableDrawsOnlyItsSentence()
{
    const PressureFigure figure(Analysis::RecurrenceTable{}, withPalette(Palette::light()));
    QVERIFY(figure.rows().isEmpty());
    QVERIFY(figure.sentence().contains(u"0 reviews"));
    QVERIFY(!drawn(figure, Palette::light(), 500).isNull());
}

void PressureFigureTest::hostileNamesAreDrawnAsText()
{
    auto library = aPressureLibrary(8, 3);
    library.codes[0].name = u"<b>bold</b> %1 %n\n\nsecond line "_s + QString(2000, u'x');
    library.codes[1].key = QString(500, u'K');
    const PressureFigure figure(library.ask(), withPalette(Palette::light()));
    const QSizeF size = figure.preferredSize(800);
    QCOMPARE_GT(size.height(), 3 * figure.rowHeight());
    keep(drawn(figure, Palette::light(), 800), u"pressurefigure-hostile.png"_s);
    // A name without end neither widens a row nor floods the sentence.
    QCOMPARE_LT(size.height(), 9 * figure.rowHeight());
    QVERIFY(!figure.sentence().contains(QString(100, u'x')));
    const QRectF rect(QPointF(0, 0), size);
    QCOMPARE_EQ(figure.rowRect(0, rect).height(), figure.rowHeight());
}

void PressureFigureTest::thePhasesDifferInGrey()
{
    for (const Palette *palette : { &Palette::light(), &Palette::dark(), &Palette::print() }) {
        QList<int> greys;
        for (int phase = 0; phase < 3; ++phase) {
            greys.append(qGray(phaseTone(phase, *palette).rgb()));
            QCOMPARE_GE(contrast(phaseTone(phase, *palette), phaseInk(phase, *palette)), 3.0);
        }
        std::sort(greys.begin(), greys.end());
        QCOMPARE_GE(greys[1] - greys[0], 20);
        QCOMPARE_GE(greys[2] - greys[1], 20);
    }
}

QTEST_MAIN(PressureFigureTest)
#include "tst_pressurefigure.moc"
