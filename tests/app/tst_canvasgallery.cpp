// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/canvaspage.h"
#include "canvas/canvasview.h"
#include "canvas/factorscene.h"
#include "support/canvasdocument.h"
#include "theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

/// Draws the canvas page for looking at, and checks what a picture must hold.
class CanvasGalleryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_palette = QApplication::palette(); }
    void cleanup() { QApplication::setPalette(m_palette); }

    void theCanvasIsDrawn_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isDark");
        for (const QString &content :
             { u"filled"_s, u"dense"_s, u"empty"_s, u"selected"_s, u"outline"_s }) {
            for (const QSize size : { QSize(1280, 800), QSize(1920, 1080) }) {
                for (const bool isDark : { false, true }) {
                    const QString name = u"%1-%2-%3"_s.arg(content, isDark ? u"dark"_s : u"light"_s)
                                             .arg(size.width());
                    QTest::newRow(qPrintable(name)) << content << size << isDark;
                }
            }
        }
    }

    void theCanvasIsDrawn()
    {
        QFETCH(QString, content);
        QFETCH(QSize, size);
        QFETCH(bool, isDark);
        const auto &colors = isDark ? Figures::Palette::dark() : Figures::Palette::light();
        QApplication::setPalette(Ui::toQPalette(colors));
        CanvasDocument d(7);
        if (content == u"dense")
            d.fill(Samples::denseCanvas(d.document->id(), 60, 80));
        else if (content != u"empty")
            d.fill(Samples::checkoutCanvas(d.document->id()));
        Ui::CanvasPage page(*d.document);
        page.resize(size);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QCoreApplication::processEvents();
        if (content == u"selected") {
            Ui::FactorScene &scene = page.view().factorScene();
            const FactorId id = d.document->contents().factors[7].id;
            scene.selectFactor(id);
            scene.setHovered(id);
        }
        page.setOutlineVisible(content == u"outline");
        QCoreApplication::processEvents();
        const QImage image = page.grab().toImage();
        const QDir folder(qEnvironmentVariable("SECONDSTORY_GALLERY"));
        QVERIFY(folder.mkpath(u"."_s));
        QVERIFY(image.save(
            folder.filePath(u"canvas-%1.png"_s.arg(QString::fromUtf8(QTest::currentDataTag())))));
        QCOMPARE(image.size(), size);
        QCOMPARE(page.view().factorScene().factorItems().size(),
                 d.document->contents().factors.size());
    }

    void twiceTheFontSizeLeavesTheCardsInProportion()
    {
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * 2);
        CanvasDocument d(7);
        d.fill(Samples::checkoutCanvas(d.document->id()));
        Ui::CanvasPage page(*d.document);
        const double before = page.view().transform().m11();
        page.setFont(font);
        page.resize(1920, 1080);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.view().setZoom(1);
        QCOMPARE_GT(page.view().transform().m11(), before * 1.8);
        QVERIFY(page.grab().save(
            QDir(qEnvironmentVariable("SECONDSTORY_GALLERY")).filePath(u"canvas-font-200.png"_s)));
    }

private:
    QPalette m_palette;
};

QTEST_MAIN(CanvasGalleryTest)
#include "tst_canvasgallery.moc"
