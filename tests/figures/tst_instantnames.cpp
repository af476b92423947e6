// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/rulerpainter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Figures;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kSecond = 1'000'000;

RulerInstant frameInstant(const QString &name, qint64 second)
{
    return { name, { second * kSecond }, {}, true, {} };
}

RulerInstant mark(const QString &name, qint64 second)
{
    return { name, { second * kSecond }, {}, false, TimeMarkId::create() };
}

/// The names drawn in a strip of 800 pixels for 800 seconds.
QList<QPair<QRectF, RulerInstant>> draw(const QList<RulerInstant> &instants)
{
    QImage image(800, 20, QImage::Format_RGB32);
    QPainter painter(&image);
    const RulerStyle style{ Palette::light(), QFont(), 84, false };
    return paintInstantNames(painter, image.rect(), TimeScale({ { 0 }, { 800 * kSecond } }, 800),
                             instants, style);
}

QStringList namesOf(const QList<QPair<QRectF, RulerInstant>> &drawn)
{
    QStringList names;
    for (const auto &[place, instant] : drawn)
        names << instant.name;
    return names;
}

} // namespace

class InstantNamesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesStandWhereTheyBegin()
    {
        const auto drawn = draw({ frameInstant(u"began"_s, 100), mark(u"peak"_s, 400) });
        QCOMPARE(namesOf(drawn), (QStringList{ u"began"_s, u"peak"_s }));
        QCOMPARE(drawn[0].first.left(), 100.0);
        QCOMPARE(drawn[1].first.left(), 400.0);
    }

    void theFrameComesBeforeMarks()
    {
        const auto drawn =
            draw({ mark(u"presale opens for everybody"_s, 295), frameInstant(u"began"_s, 300) });
        QCOMPARE(namesOf(drawn), QStringList{ u"began"_s });
    }

    void noNameIsStruckThroughNorOverAnother()
    {
        const QList<RulerInstant> instants{
            frameInstant(u"began"_s, 300),    frameInstant(u"detected"_s, 304),
            frameInstant(u"declared"_s, 310), mark(u"presale"_s, 290),
            mark(u"flag off"_s, 420),         frameInstant(u"resolved"_s, 795)
        };
        const auto drawn = draw(instants);
        // The first of the three goes to the left, the last to the right, the one between has no
        // room; at the edge a name goes to the left as well.
        QVERIFY(namesOf(drawn).contains(u"began"_s));
        QVERIFY(namesOf(drawn).contains(u"declared"_s));
        QVERIFY(!namesOf(drawn).contains(u"detected"_s));
        QVERIFY(namesOf(drawn).contains(u"resolved"_s));
        QVERIFY(namesOf(drawn).contains(u"flag off"_s));
        for (qsizetype i = 0; i < drawn.size(); ++i) {
            const QRectF text = drawn[i].first.adjusted(4, 0, -4, 0);
            QVERIFY(text.left() >= 0 && text.right() <= 800);
            for (const double line : { 300.0, 304.0, 310.0, 795.0 })
                QVERIFY2(line <= text.left() || line >= text.right(),
                         qPrintable(drawn[i].second.name));
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY(!text.intersects(drawn[j].first.adjusted(4, 0, -4, 0)));
        }
    }
};

QTEST_MAIN(InstantNamesTest)
#include "tst_instantnames.moc"
