// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/hatch.h"
#include "figures/timeline/timelinefigure.h"
#include "figures/timelinesamples.h"

#include <QBuffer>
#include <QDir>
#include <QPaintEngine>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
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

QImage draw(const TimelineFigure &figure, double width, double scale = 2)
{
    const QSizeF size = figure.sizeFor(width);
    QImage image((size * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    figure.paint(painter, QRectF(QPointF(), size));
    return image;
}

/// The picture as SVG: its words can be read.
QString svgOf(const TimelineFigure &figure, double width)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const QSizeF size = figure.sizeFor(width);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    QPainter painter(&generator);
    figure.paint(painter, QRectF(QPointF(), size));
    painter.end();
    return QString::fromUtf8(buffer.data());
}

/// Takes down what is written, and where, and how many lines rise by 45 degrees.
class TextEngine : public QPaintEngine {
public:
    TextEngine()
        : QPaintEngine(AllFeatures)
    {
    }
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override { }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { }
    void drawPath(const QPainterPath &) override { }
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }
    void drawLines(const QLineF *lines, int count) override
    {
        for (int i = 0; i < count; ++i)
            slanted += lines[i].dx() > 0 && qFuzzyCompare(lines[i].dx(), -lines[i].dy()) ? 1 : 0;
    }
    [[nodiscard]] Type type() const override { return User; }
    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        const QRectF place(at.x(), at.y() - item.ascent(), item.width(),
                           item.ascent() + item.descent());
        texts.append({ item.text(), painter()->combinedTransform().mapRect(place) });
    }

    QList<QPair<QString, QRectF>> texts;
    int slanted = 0;
};

class TextRecorder : public QPaintDevice {
public:
    explicit TextRecorder(QSizeF size)
        : m_size(size)
        , m_painter(std::make_unique<QPainter>(this))
    {
    }
    ~TextRecorder() override { m_painter.reset(); }
    [[nodiscard]] QPaintEngine *paintEngine() const override { return &m_engine; }
    [[nodiscard]] QPainter &painter() { return *m_painter; }
    [[nodiscard]] const QList<QPair<QString, QRectF>> &texts() const { return m_engine.texts; }
    [[nodiscard]] int slanted() const { return m_engine.slanted; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
        case PdmWidthMM:
            return static_cast<int>(m_size.width());
        case PdmHeight:
        case PdmHeightMM:
            return static_cast<int>(m_size.height());
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale()); // of one
        case PdmDevicePixelRatio:
            return 1;
        case PdmDepth:
            return 32;
        case PdmNumColors:
            return 1 << 30;
        default:
            return 96;
        }
    }

private:
    QSizeF m_size;
    mutable TextEngine m_engine;
    std::unique_ptr<QPainter> m_painter;
};

int slantedLines(const TimelineFigure &figure)
{
    TextRecorder recorder(figure.sizeFor(480));
    figure.paint(recorder.painter(), QRectF(QPointF(), figure.sizeFor(480)));
    return recorder.slanted();
}

/// Three lanes, two of them in a group, and a few events: one starred at the very end.
TimelineFigureInput grouped(bool isFolded)
{
    TimelineFigureInput in;
    in.lanes = makeLanes(3);
    LaneGroup group;
    group.id = LaneGroupId::create();
    group.name = u"Automation"_s;
    group.collapsed = isFolded;
    in.groups = { group };
    in.lanes[0].name = u"On-call"_s;
    in.lanes[1].name = u"Deploys"_s;
    in.lanes[2].name = u"Alerts"_s;
    in.lanes[1].groupId = in.lanes[2].groupId = group.id;
    for (const Lane &lane : in.lanes)
        in.events.lanes.append(lane.id);
    for (int i = 0; i <= 6; ++i) {
        EventRow row;
        row.seq = i + 1;
        row.start = row.end = kNoon + i * 10 * kMinute;
        row.lane = static_cast<quint16>(i % 3);
        row.kind = i % 2 ? EventKind::Alert : EventKind::Decision;
        row.flags = i == 6 ? EventRow::Starred : 0;
        in.events.rows.push_back(row);
    }
    in.span = TimeSpan{ { kNoon }, { kNoon + 60 * kMinute } };
    in.zone = u"Europe/Paris"_s;
    in.fetch = [](const QList<qint64> &seqs) {
        QList<Event> events;
        for (const qint64 seq : seqs) {
            Event event;
            event.title = seq == 7 ? u"Everybody leaves the call and goes to bed at last"_s
                                   : u"Decision %1"_s.arg(seq);
            events.append(event);
        }
        return events;
    };
    return in;
}

FigureActivity activityOf(const TimelineFigureInput &in, bool isCollapsed)
{
    FigureActivity activity;
    activity.bar = { ActivityId::create(),     in.lanes[0].id, { kNoon },
                     { kNoon + 30 * kMinute }, u"Roll back"_s, 2 };
    activity.seqs = { 1, 4 };
    activity.isCollapsed = isCollapsed;
    return activity;
}

void keepPicture(const QImage &image, const QString &name)
{
    const QString folder = qEnvironmentVariable("SECONDSTORY_GALLERY");
    if (!folder.isEmpty()) {
        QDir().mkpath(folder);
        QVERIFY(image.save(folder + u"/timeline-figure-%1.png"_s.arg(name)));
    }
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
        keepPicture(image, QString::fromLatin1(QTest::currentDataTag()));
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

    void slantedLinesSayWhereEventsCannotBeToldApart()
    {
        QCOMPARE(slantedLines(TimelineFigure(grouped(false))), 0);
        QVERIFY(slantedLines(TimelineFigure(input(20'000, 2'000 * kMinute))) > 100);
    }

    void slantedLinesStayInTheirAreaAndMeetThoseOfTheNext()
    {
        QImage image(60, 40, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.scale(2, 2);
        paintHatch(painter, QRectF(5, 5, 10, 10), Qt::black);
        paintHatch(painter, QRectF(15, 5, 10, 10), Qt::black);
        painter.end();
        QCOMPARE(inkIn(image, { 0, 0, 60, 9 }), 0);
        QCOMPARE(inkIn(image, { 0, 31, 60, 9 }), 0);
        QCOMPARE(inkIn(image, { 0, 0, 9, 40 }), 0);
        QCOMPARE(inkIn(image, { 51, 0, 9, 40 }), 0);
        for (double x = 5.5; x < 25; x += 1) {
            // x + y is a multiple of the pitch somewhere in this column.
            const double y = kHatchPitch * std::ceil((x + 5.5) / kHatchPitch) - x;
            if (y < 14.5)
                QVERIFY(qGray(image.pixel(qRound(x * 2), qRound(y * 2))) < 220
                        || qGray(image.pixel(qRound(x * 2) - 1, qRound(y * 2) - 1)) < 220);
        }
    }

    void aGroupStandsOverItsLanesAndFoldedInTheirPlace()
    {
        const TimelineFigure open(grouped(false));
        const TimelineFigure folded(grouped(true));
        TimelineFigureInput without = grouped(false);
        without.groups.clear();
        const double plain = TimelineFigure(without).sizeFor(480).height();
        QVERIFY(open.sizeFor(480).height() > plain); // a heading more
        QVERIFY(folded.sizeFor(480).height() < plain); // one row instead of two lanes
        const QString words = svgOf(open, 480);
        QVERIFY(words.contains(u">Automation<"_s) && words.contains(u">Deploys<"_s));
        const QString foldedWords = svgOf(folded, 480);
        QVERIFY(foldedWords.contains(u">Automation<"_s));
        QVERIFY(!foldedWords.contains(u">Deploys<"_s));
        QVERIFY(open.description().contains(u"3 lanes"_s));
        QVERIFY(folded.description().contains(u"2 lanes"_s));
        keepPicture(draw(open, 480), u"groups"_s);
        keepPicture(draw(folded, 480), u"folded"_s);
    }

    void nothingIsCutAtTheRightEdge()
    {
        // The last event stands at the very end of what is shown, and its words are long.
        TimelineFigureInput in = grouped(false);
        TimelineFigureInput bare = in;
        bare.events.rows.clear();
        const QImage with = draw(TimelineFigure(in), 480, 4);
        const QImage without = draw(TimelineFigure(bare), 480, 4);
        const int legend = 4 * 12; // the lowest line differs: there is a legend
        for (int y = 0; y < std::min(with.height(), without.height()) - legend; ++y) {
            for (int x = with.width() - 8; x < with.width(); ++x)
                QCOMPARE(with.pixel(x, y), without.pixel(x, y));
        }
        QVERIFY(with != without);
        // Its words stand before it, shortened as far as need be.
        QVERIFY(svgOf(TimelineFigure(in), 480).contains(u">Everybody leaves"_s));
    }

    void whatLiesBeyondTheSpanIsNoHalfMarkAtTheEdge()
    {
        TimelineFigureInput in = grouped(false);
        in.span->end.us -= 10 * kMinute; // the last one is not shown now
        TimelineFigureInput fewer = in;
        fewer.events.rows.edit().pop_back();
        QCOMPARE(draw(TimelineFigure(in), 480), draw(TimelineFigure(fewer), 480));
    }

    void aMarkAtTheEndHasItsNameBeforeIt()
    {
        TimelineFigureInput in = grouped(false);
        TimeMark mark;
        mark.id = TimeMarkId::create();
        mark.name = u"Handover to Sydney"_s;
        mark.start = TimePoint{ kNoon + 59 * kMinute };
        in.marks = { mark };
        QVERIFY(svgOf(TimelineFigure(in), 480).contains(u">Handover to Sydney<"_s));
    }

    void aCollapsedActivityStandsForItsEvents()
    {
        TimelineFigureInput in = grouped(false);
        in.activities = { activityOf(in, true) };
        const QString words = svgOf(TimelineFigure(in), 480);
        QVERIFY(words.contains(u">Roll back (2)<"_s));
        QVERIFY(!words.contains(u">Decision 1<"_s)); // it is in the activity
        QVERIFY(words.contains(u"activity of several events"_s));
        keepPicture(draw(TimelineFigure(in), 480), u"activity"_s);
    }

    void anExpandedActivityIsABracketBelowItsEvents()
    {
        TimelineFigureInput in = grouped(false);
        const double plain = TimelineFigure(in).sizeFor(480).height();
        in.activities = { activityOf(in, false) };
        const TimelineFigure figure(in);
        const QString words = svgOf(figure, 480);
        QVERIFY(words.contains(u">Roll back<"_s));
        QVERIFY(words.contains(u">Decision 1<"_s));
        QVERIFY(!words.contains(u"activity of several events"_s));
        QVERIFY(figure.sizeFor(480).height() > plain);
        keepPicture(draw(figure, 480), u"bracket"_s);
    }

    void momentsStandAboveTheLanes()
    {
        TimelineFigureInput in = grouped(false);
        const TimelineFigure before(in);
        in.moments = MomentRows({ { MomentId::create(),
                                    { kNoon + 12 * kMinute },
                                    { kNoon + 25 * kMinute },
                                    u"Who is on call?"_s,
                                    2,
                                    1 },
                                  { MomentId::create(),
                                    { kNoon + 500 * kMinute },
                                    { kNoon + 510 * kMinute },
                                    u"Days later"_s,
                                    0,
                                    0 } });
        const TimelineFigure figure(in);
        const QString words = svgOf(figure, 480);
        QVERIFY(words.contains(u">Who is on call?<"_s));
        QVERIFY(!words.contains(u"Days later"_s));
        QVERIFY(figure.sizeFor(480).height() > before.sizeFor(480).height());
        QVERIFY(figure.description().contains(u"moment"_s));
        keepPicture(draw(figure, 480), u"moments"_s);
    }

    void theLegendNamesWhatIsUsedAndNothingElse()
    {
        TimelineFigureInput in = grouped(false);
        const QString plain = svgOf(TimelineFigure(in), 480);
        QVERIFY(plain.contains(u">decision<"_s) && plain.contains(u">alert<"_s));
        QVERIFY(!plain.contains(u"remembered"_s) && !plain.contains(u">message<"_s));
        QVERIFY(!plain.contains(u"more events"_s));
        in.events.rows[1].flags = EventRow::Remembered;
        QVERIFY(svgOf(TimelineFigure(in), 480).contains(u"remembered"_s));
        QVERIFY(svgOf(TimelineFigure(input(20'000, 2'000 * kMinute)), 480)
                    .contains(u"more events than can be told apart"_s));
        // What only the events beyond the span use is not there either.
        in.events.rows.edit().back().kind = EventKind::Milestone;
        in.span->end.us -= 10 * kMinute;
        QVERIFY(!svgOf(TimelineFigure(in), 480).contains(u">milestone<"_s));
    }

    void textsDoNotOverlap_data()
    {
        QTest::addColumn<double>("width");
        for (const double width : { 300.0, 480.0, 700.0 })
            QTest::addRow("%d", static_cast<int>(width)) << width;
    }
    void textsDoNotOverlap()
    {
        QFETCH(double, width);
        TimelineFigureInput in = input(60, 300 * kMinute);
        in.activities = { activityOf(in, false) };
        in.moments = MomentRows({ { MomentId::create(),
                                    { kNoon + 40 * kMinute },
                                    { kNoon + 60 * kMinute },
                                    u"Who is on call?"_s,
                                    2,
                                    1 },
                                  { MomentId::create(),
                                    { kNoon + 50 * kMinute },
                                    { kNoon + 55 * kMinute },
                                    u"Which of the two?"_s,
                                    2,
                                    1 } });
        TextRecorder recorder(TimelineFigure(in).sizeFor(width));
        TimelineFigure(in).paint(recorder.painter(),
                                 QRectF(QPointF(), TimelineFigure(in).sizeFor(width)));
        const auto texts = recorder.texts();
        QVERIFY(texts.size() > 10);
        for (qsizetype i = 0; i < texts.size(); ++i) {
            QVERIFY2(texts[i].second.right() <= width + 1, qPrintable(texts[i].first));
            for (qsizetype j = i + 1; j < texts.size(); ++j)
                QVERIFY2(!texts[i]
                              .second.adjusted(1, 2, -1, -2)
                              .intersects(texts[j].second.adjusted(1, 2, -1, -2)),
                         qPrintable(texts[i].first + u" | "_s + texts[j].first));
        }
    }
};

QTEST_MAIN(TimelineFigureTest)
#include "tst_timelinefigure.moc"
