// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gallery/gallery.h"
#include "theme/style.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace SecondStory;
using namespace Qt::StringLiterals;

/// Draws every view into the build folder, for people to look at, and checks what a program can
/// check.
class GalleryTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QApplication::setStyle(new Ui::Style);
        const QString folder = qEnvironmentVariable("SECONDSTORY_GALLERY",
                                                    QDir::tempPath() + u"/secondstory-gallery"_s);
        QCOMPARE(Ui::writeGallery(folder, &m_files), 0);
    }

    void everyViewIsThereInFourShapes()
    {
        QSet<QString> views;
        for (const QString &file : std::as_const(m_files))
            views << QFileInfo(file).fileName().section(u'-', 2);
        QCOMPARE_GE(views.size(), 20);
        QCOMPARE(m_files.size(), views.size() * 4);
    }

    void everyPictureHasItsSize()
    {
        static const QRegularExpression name(u"^(\\d+)x(\\d+)-"_s);
        for (const QString &file : std::as_const(m_files)) {
            const auto match = name.match(QFileInfo(file).fileName());
            QVERIFY(match.hasMatch());
            const QImage image(file);
            QVERIFY2(image.size() == QSize(match.captured(1).toInt(), match.captured(2).toInt()),
                     qPrintable(u"%1 is %2x%3"_s.arg(file).arg(image.width()).arg(image.height())));
        }
    }

    void lightPicturesAreLightAndDarkOnesDark()
    {
        for (const QString &file : std::as_const(m_files)) {
            const QImage small =
                QImage(file).scaled(16, 16, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            qint64 sum = 0;
            for (int y = 0; y < 16; ++y) {
                for (int x = 0; x < 16; ++x)
                    sum += qGray(small.pixel(x, y));
            }
            const bool isDark = file.contains(u"-dark-");
            // A page of the report stays paper, so dark pictures may hold a white sheet.
            QVERIFY2(isDark ? sum / 256 < 130 : sum / 256 > 190, qPrintable(file));
        }
    }

private:
    QStringList m_files;
};

QTEST_MAIN(GalleryTest)
#include "tst_gallery.moc"
