// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/timelinefigure.h"
#include "figures/timelinesamples.h"

#include <QBuffer>
#include <QDir>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Figures;
using namespace SecondStory::Test;
using namespace Qt::StringLiterals;

namespace {

TimelineFigureInput input(int count, qint64 range)
{
    TimelineFigureInput in;
    in.lanes = makeLanes(5);
    in.events = makeEvents(in.lanes, count, range);
    in.lanes[0].name = u"Deploys"_s;
    in.lanes[1].name = u"#incident"_s;
    in.lanes[2].name = u"Alerts"_s;
    in.lanes[3].name = u"On-call"_s;
    in.lanes[4].name = u"People away"_s;
    in.zone = u"Europe/Paris"_s;
    in.frame.began = TimePoint{ kNoon + range / 10 };
    in.frame.resolved = TimePoint{ kNoon + range * 8 / 10 };
    in.fetch = [](const QList<qint64> &seqs) {
        QList<Event> events;
        for (const qint64 seq : seqs) {
            Event event;
            event.title = u"Event number %1"_s.arg(seq);
            events.append(event);
        }
        return events;
    };
    return in;
}

QImage draw(const TimelineFigure &figure, double width)
{
    const QSizeF size = figure.sizeFor(width);
    QImage image((size * 2).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(2, 2);
    figure.paint(painter, QRectF(QPointF(), size));
    return image;
}

int inkIn(const QImage &image, const QRect &area)
{
    int ink = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            ink += qGray(image.pixel(x, y)) < 245 ? 1 : 0;
    }
    return ink;
}

} // namespace

class TimelineFigureTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sparseAndDenseReviewsAreDrawn_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<qint64>("range");
        QTest::newRow("sparse") << 40 << 300 * kMinute;
        QTest::newRow("dense") << 20'000 << 2'000 * kMinute;
    }
    void sparseAndDenseReviewsAreDrawn()
    {
        QFETCH(int, count);
        QFETCH(qint64, range);
        const TimelineFigure figure(input(count, range));
        const QImage image = draw(figure, 480);
        QVERIFY(inkIn(image, image.rect()) > image.width() * image.height() / 200);
        const QString folder = qEnvironmentVariable("SECONDSTORY_GALLERY");
        if (!folder.isEmpty()) {
            QDir().mkpath(folder);
            QVERIFY(image.save(
                folder
                + u"/timeline-figure-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()))));
        }
        QVERIFY(figure.description().contains(u"5 lanes"_s));
    }

    void nothingIsDrawnOutsideItsArea()
    {
        const TimelineFigure figure(input(2'000, 600 * kMinute));
        const QSizeF size = figure.sizeFor(300);
        QImage image(400, static_cast<int>(size.height()) + 100, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        figure.paint(painter, QRectF(QPointF(50, 50), size));
        painter.end();
        QCOMPARE(inkIn(image, { 0, 0, 400, 49 }), 0);
        QCOMPARE(inkIn(image, { 0, 0, 49, image.height() - 1 }), 0);
        QCOMPARE(inkIn(image, { 351, 0, 48, image.height() - 1 }), 0);
    }

    void heightGrowsWithLanesAndNotWithEvents()
    {
        TimelineFigureInput few = input(10, 300 * kMinute);
        const double height = TimelineFigure(few).sizeFor(480).height();
        QCOMPARE(TimelineFigure(input(5'000, 300 * kMinute)).sizeFor(480).height(), height);
        few.lanes[4].hidden = true;
        QVERIFY(TimelineFigure(few).sizeFor(480).height() < height);
    }

    void aReviewWithoutEventsStillHasItsRuler()
    {
        TimelineFigureInput empty = input(0, 300 * kMinute);
        const QImage image = draw(TimelineFigure(empty), 480);
        QVERIFY(inkIn(image, image.rect()) > 500);
        empty.frame = {};
        empty.lanes.clear();
        empty.events.lanes.clear();
        QVERIFY(TimelineFigure(empty).sizeFor(480).height() > 20);
    }

    void aPdfHoldsVectorsAndTextInsteadOfAPicture()
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        {
            QPdfWriter writer(&buffer);
            writer.setResolution(72);
            QPainter painter(&writer);
            const TimelineFigure figure(input(3'000, 900 * kMinute));
            figure.paint(painter, QRectF(QPointF(0, 0), figure.sizeFor(480)));
        }
        QVERIFY(bytes.startsWith("%PDF"));
        QVERIFY(!bytes.contains("/Subtype /Image"));
        QVERIFY(bytes.contains("/Font"));
    }
};

QTEST_MAIN(TimelineFigureTest)
#include "tst_timelinefigure.moc"
