// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/canvas/canvasexport.h"
#include "figures/canvas/canvasfigure.h"
#include "figures/canvas/canvaslayout.h"
#include "figures/canvas/factorcard.h"
#include "figures/canvas/factorwords.h"
#include "support/canvassample.h"

#include <QDir>
#include <QPainter>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Figures;

namespace {

const QString kHostile = u"<b>&amp;\"'</title><script>%3 %1</script>\u0001\uFFFE ]]> \t=1+1"_s;

Factor factorAt(double x, double y, const QString &title = u"A factor"_s)
{
    Factor factor;
    factor.id = FactorId::create();
    factor.title = title;
    factor.x = x;
    factor.y = y;
    return factor;
}

CanvasFigure figureOf(const QList<Factor> &factors, const QList<Influence> &influences = {})
{
    return { factors, influences, {}, Palette::light(), QFont() };
}

/// True when a pixel in the outermost rows or columns differs from `ground`.
bool touchesEdge(const QImage &image, QRgb ground)
{
    for (int x = 0; x < image.width(); ++x) {
        if (image.pixel(x, 0) != ground || image.pixel(x, image.height() - 1) != ground)
            return true;
    }
    for (int y = 0; y < image.height(); ++y) {
        if (image.pixel(0, y) != ground || image.pixel(image.width() - 1, y) != ground)
            return true;
    }
    return false;
}

void save(const QImage &image, const QString &name)
{
    const QDir folder(qEnvironmentVariable("SECONDSTORY_GALLERY"));
    QVERIFY(folder.mkpath(u"."_s));
    QVERIFY(image.save(folder.filePath(name)));
}

} // namespace

class CanvasFigureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boundsHoldFactorsAtNegativeCoordinates()
    {
        const CanvasFigure figure = figureOf({ factorAt(-5000, -3000), factorAt(4000, -900) });
        for (const Factor &factor : figure.factors())
            QVERIFY(figure.bounds().contains(cardRect({ factor.x, factor.y })));
        QCOMPARE_LT(figure.bounds().left(), -5100.0);
    }

    void nothingIsDrawnOutsideOfTheBounds()
    {
        QList<Factor> factors{ factorAt(-900, -500, QString(400, u'W')), factorAt(300, -500),
                               factorAt(-200, 400) };
        factors[2].level = Level::Systems;
        QList<Influence> influences;
        for (const auto kind : allValues<InfluenceKind>()) {
            Influence influence;
            influence.id = InfluenceId::create();
            influence.kind = kind;
            influence.from = factors[static_cast<int>(kind) % 3].id;
            influence.to = factors[(static_cast<int>(kind) + 1) % 3].id;
            influences.append(influence);
        }
        const CanvasFigure figure = figureOf(factors, influences);
        const QRectF bounds = figure.bounds();
        QImage image((bounds.size() + QSizeF(40, 40)).toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.translate(QPointF(20, 20) - bounds.topLeft());
        for (qsizetype i = 0; i < influences.size(); ++i)
            figure.paintInfluence(painter, i);
        for (qsizetype i = 0; i < factors.size(); ++i)
            figure.paintFactor(painter, i);
        painter.end();
        QVERIFY(
            !touchesEdge(image.copy(image.rect().adjusted(19, 19, -19, -19)), qRgb(255, 255, 255)));
    }

    void aLongTitleEndsInAnEllipsisInsideTheCard()
    {
        const QFont font = cardFont(QFont());
        const QStringList lines = cardLines(u"word "_s.repeated(60).trimmed(), font);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[1].endsWith(u'…'));
        for (const QString &line : cardLines(QString(300, u'm'), font))
            QCOMPARE_LE(QFontMetricsF(font).horizontalAdvance(line), kCardSize.width());
    }

    void everyStretchOfACurveIsDrawnWhateverItsPattern()
    {
        CurveRoute route;
        route.from = { 20, 10 };
        route.to = { 20, 190 };
        route.through = { { 150, 60, 140 } };
        const InfluenceCurve curve(route);
        for (const InfluenceKind kind : allValues<InfluenceKind>()) {
            QImage image(200, 200, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            curve.paint(painter, kind, InfluenceStatus::Supported, Palette::light());
            painter.end();
            for (const QRect &part :
                 { QRect(60, 20, 50, 38), QRect(140, 75, 20, 15), QRect(60, 142, 50, 38) }) {
                const QImage piece = image.copy(part);
                bool hasInk = false;
                for (int y = 0; y < piece.height(); ++y) {
                    for (int x = 0; x < piece.width(); ++x)
                        hasInk |= piece.pixel(x, y) != qRgb(255, 255, 255);
                }
                QVERIFY2(hasInk, qPrintable(wordFor(kind)));
            }
        }
    }

    void aDarkPaletteDrawsLightWordsOnDarkPaper()
    {
        const Factor factor = factorAt(8, 8);
        QImage image(kCardSize.toSize() + QSize(20, 20), QImage::Format_RGB32);
        image.fill(Palette::dark().window);
        QPainter painter(&image);
        FactorCard(factor, 2, QFont())
            .paint(painter, QRectF({ 10, 10 }, kCardSize), Palette::dark());
        painter.end();
        QCOMPARE(image.pixelColor(30, 80), Palette::dark().raised);
    }

    void theSvgIsWellFormedAndNamesEveryFactor()
    {
        const Samples::Canvas sample = Samples::checkoutCanvas(ReviewId::create());
        const CanvasFigure figure(sample.factors, sample.influences, sample.evidence,
                                  Palette::light(), QFont());
        QXmlStreamReader xml(canvasSvg(figure, u"Checkout"_s));
        QStringList titles;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"title")
                titles.append(xml.readElementText());
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(titles.size(), 1 + sample.factors.size() + sample.influences.size());
        for (const Factor &factor : sample.factors)
            QVERIFY(titles.contains(factor.title));
    }

    void hostileTitlesStayTextInEveryFormat()
    {
        const QList<Factor> factors{ factorAt(8, 8, kHostile), factorAt(300, 8, kHostile) };
        Influence influence;
        influence.id = InfluenceId::create();
        influence.from = factors[0].id;
        influence.to = factors[1].id;
        influence.note = kHostile;
        const CanvasFigure figure = figureOf(factors, { influence });
        for (const QByteArray &document :
             { canvasSvg(figure, kHostile), canvasGraphMl(figure, kHostile) }) {
            QXmlStreamReader xml(document);
            bool hasScript = false;
            while (!xml.atEnd())
                hasScript |=
                    xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"script";
            QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
            QVERIFY(!hasScript);
            QVERIFY(document.contains("%3"));
        }
        QVERIFY(!canvasDot(figure, kHostile).contains("&amp;\"'"));
    }

    void aCellThatLooksLikeAFormulaGetsAnApostrophe_data()
    {
        QTest::addColumn<QString>("title");
        for (const char16_t first : { u'=', u'+', u'-', u'@', u'\t', u'\r' })
            QTest::addRow("%d", static_cast<int>(first)) << QString(QChar(first) + u"cmd"_s);
    }

    void aCellThatLooksLikeAFormulaGetsAnApostrophe()
    {
        QFETCH(QString, title);
        const QByteArray csv = canvasFactorsCsv(figureOf({ factorAt(-8, 8, title) }));
        QVERIFY(csv.contains(QByteArray("'" + title.toUtf8())));
        QVERIFY(csv.contains(",-8,8\r\n"));
    }

    void aQuotedCellDoublesItsQuotes()
    {
        const QByteArray csv =
            canvasFactorsCsv(figureOf({ factorAt(8, 8, u"said \"fine\", twice"_s) }));
        QVERIFY(csv.contains("\"said \"\"fine\"\", twice\""));
    }

    void anImageIsScaledAndCapped()
    {
        const CanvasFigure figure = figureOf({ factorAt(8, 8) });
        const QImage image = canvasImage(figure, 4, true);
        QCOMPARE(image.width(), qRound(figure.bounds().width() * 4));
        QCOMPARE(qAlpha(image.pixel(0, 0)), 0);
        const QImage huge = canvasImage(figureOf({ factorAt(-90'000, 8), factorAt(90'000, 8) }), 1);
        QCOMPARE_LE(huge.width(), 16'000);
        QVERIFY(!huge.isNull());
    }

    void anEmptyCanvasExportsAnEmptyPicture()
    {
        const CanvasFigure figure = figureOf({});
        QVERIFY(figure.bounds().isEmpty());
        QVERIFY(canvasImage(figure, 2).isNull());
        QXmlStreamReader xml(canvasSvg(figure, {}));
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY(!xml.hasError());
    }

    void bandsTouchEachOtherAndHoldTheirFactors()
    {
        const Samples::Canvas sample = Samples::denseCanvas(ReviewId::create(), 60, 80);
        const QList<Factor> placed = placedFactors(sample.factors, sample.influences);
        const CanvasLanes lanes = lanesFor(placed);
        for (int i = 0; i + 1 < 7; ++i)
            QCOMPARE(lanes.levels[i].to, lanes.levels[i + 1].from);
        for (const Factor &factor : placed) {
            QVERIFY(lanes.levelAt(factor.y) == factor.level);
            QVERIFY(lanes.phaseAt(factor.x) == factor.phase);
        }
    }

    void lanesStayInOrderWhateverTheDisorder()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 200; ++round) {
            Samples::Canvas sample =
                Samples::denseCanvas(ReviewId::create(), 12, 1, random.generate());
            for (Factor &factor : sample.factors) {
                factor.x = random.bounded(2000) - 1000;
                factor.y = random.bounded(2000) - 1000;
            }
            const CanvasLanes lanes = lanesFor(sample.factors);
            for (const QList<Stripe> &stripes : { lanes.levels, lanes.phases }) {
                for (int i = 0; i < stripes.size(); ++i) {
                    QCOMPARE_GE(stripes[i].length(), -1e-9);
                    if (i > 0)
                        QCOMPARE(stripes[i].from, stripes[i - 1].to);
                }
            }
        }
    }

    void drawnCanvasesForLooking()
    {
        const Samples::Canvas sample = Samples::checkoutCanvas(ReviewId::create());
        for (const Palette &palette : { Palette::light(), Palette::dark(), Palette::print() }) {
            const CanvasFigure figure(sample.factors, sample.influences, sample.evidence, palette,
                                      QFont());
            const QString theme = palette.isDark() ? u"dark"_s
                : palette.window == Qt::white      ? u"print"_s
                                                   : u"light"_s;
            save(canvasImage(figure, 1), u"canvas-figure-%1.png"_s.arg(theme));
        }
    }
};

QTEST_MAIN(CanvasFigureTest)
#include "tst_canvasfigure.moc"
