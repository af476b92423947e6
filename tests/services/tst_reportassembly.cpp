// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/reportwriter.h"
#include "services/reportassembly.h"
#include "support/fullreview.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

class ReportAssemblyTest : public QObject {
    Q_OBJECT

    static bool lists(const Reporting::ReportInput &input, EventId id)
    {
        return std::any_of(input.events.cbegin(), input.events.cend(),
                           [id](const Event &event) { return event.id == id; });
    }

    /// How many pixels the figure inks on white paper.
    static qint64 inkOf(const Reporting::FigureSource &figures, Reporting::FigureId figure)
    {
        const QSizeF size = figures.sizeFor(figure, 460);
        QImage paper(size.toSize().expandedTo({ 1, 1 }), QImage::Format_RGB32);
        paper.fill(Qt::white);
        QPainter painter(&paper);
        figures.paint(figure, painter, { { 0, 0 }, size });
        painter.end();
        qint64 ink = 0;
        for (int y = 0; y < paper.height(); ++y) {
            for (int x = 0; x < paper.width(); ++x)
                ink += paper.pixel(x, y) != qRgb(255, 255, 255);
        }
        return ink;
    }

private slots:
    void theReportGetsEverythingOfTheReview()
    {
        TestLibrary t;
        const FullReview full(*t.library);
        const auto assembly = Services::assembleReport(*t.library, full.id, {});
        VERIFY_RESULT(assembly);
        const Reporting::ReportInput &input = assembly->input;
        QCOMPARE(input.contents, *t.library->reviews().load(full.id));
        QVERIFY(lists(input, full.imported));
        QVERIFY(lists(input, full.own));
        QVERIFY(lists(input, full.undated));
        QCOMPARE(input.datedTotal, 2);
        QCOMPARE(input.undatedTotal, 1);
        QVERIFY(!input.codes.isEmpty());
        const CodeId code = input.contents.pressures.first().codeId;
        QCOMPARE(input.seenElsewhere.value(code), (Reporting::SeenIn{ 1, 1 }));
    }

    void citedEventsAreListedWhateverTheCap()
    {
        TestLibrary t;
        const FullReview full(*t.library);
        ChangeSet many;
        for (int i = 0; i < 50; ++i) {
            Event star = ownEvent(full.id, u"star %1"_s.arg(i), TimePoint::fromSeconds(i));
            star.starred = true;
            many.insert(star);
        }
        VERIFY_RESULT(t.library->edits().apply(many));
        Reporting::ReportOptions options;
        options.timelineRows = 3;
        const auto assembly = Services::assembleReport(*t.library, full.id, options);
        VERIFY_RESULT(assembly);
        QVERIFY(lists(assembly->input, full.imported));
        QVERIFY(lists(assembly->input, full.own)); // cited by a moment
        QCOMPARE(assembly->input.datedTotal, 52);
        QCOMPARE_LT(assembly->input.events.size(), 10);
    }

    void archivedReviewsAreNotCounted()
    {
        TestLibrary t;
        const FullReview full(*t.library);
        const ReviewId other = t.addReview(u"Old one"_s);
        const auto before = t.library->reviews().load(other);
        VERIFY_RESULT(before);
        Review after = before->review;
        after.status = ReviewStatus::Archived;
        VERIFY_RESULT(t.library->edits().apply(ChangeSet().update(before->review, after)));
        const auto assembly = Services::assembleReport(*t.library, full.id, {});
        VERIFY_RESULT(assembly);
        for (const Reporting::SeenIn &seen : assembly->input.seenElsewhere)
            QCOMPARE(seen.n, 1);
    }

    void bothFiguresAreDrawn()
    {
        TestLibrary t;
        const FullReview full(*t.library);
        const auto assembly = Services::assembleReport(*t.library, full.id, {});
        VERIFY_RESULT(assembly);
        for (const auto figure : { Reporting::FigureId::Timeline, Reporting::FigureId::Canvas }) {
            const QSizeF size = assembly->figures->sizeFor(figure, 460);
            QVERIFY(!size.isEmpty());
            QCOMPARE_LE(size.width(), 460.5);
            QCOMPARE_GT(inkOf(*assembly->figures, figure), 300);
            QVERIFY(!assembly->figures->description(figure).isEmpty());
        }
    }

    void theFiguresCallPeopleWhatTheReportCallsThem()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        Person person;
        person.id = PersonId::create();
        person.reviewId = review;
        person.name = u"Margaret Hollis"_s;
        person.pseudonym = u"Asha"_s;
        Lane lane;
        lane.id = LaneId::create();
        lane.reviewId = review;
        lane.name = u"Calls of Margaret Hollis"_s;
        Event event = ownEvent(review, u"Margaret Hollis decides"_s);
        event.laneId = lane.id;
        event.starred = true;
        Event later = ownEvent(review, u"Margaret Hollis acts"_s,
                               TimePoint{ event.recorded.start->us + 3'600'000'000 });
        later.laneId = lane.id;
        Event last = ownEvent(review, u"it is over"_s,
                              TimePoint{ event.recorded.start->us + 7'200'000'000 });
        last.laneId = lane.id;
        Moment moment;
        moment.id = MomentId::create();
        moment.reviewId = review;
        moment.title = u"Margaret Hollis wonders"_s;
        moment.start = event.recorded.start;
        moment.end = later.recorded.start;
        Activity activity;
        activity.id = ActivityId::create();
        activity.reviewId = review;
        activity.title = u"Margaret Hollis cleans up"_s;
        activity.laneId = lane.id;
        activity.events = { later.id, last.id };
        ChangeSet set;
        set.insert(person);
        set.insert(lane);
        set.insert(event);
        set.insert(later);
        set.insert(last);
        set.insert(moment);
        set.insert(activity);
        VERIFY_RESULT(t.library->edits().apply(set));
        const auto words = [&](Reporting::NamesPolicy names) {
            Reporting::ReportOptions options;
            options.names = names;
            const auto assembly = Services::assembleReport(*t.library, review, options);
            if (!assembly)
                return QString();
            const QSizeF size = assembly->figures->sizeFor(Reporting::FigureId::Timeline, 700);
            QBuffer buffer;
            buffer.open(QIODevice::WriteOnly);
            QSvgGenerator generator;
            generator.setOutputDevice(&buffer);
            generator.setSize(size.toSize());
            QPainter painter(&generator);
            assembly->figures->paint(Reporting::FigureId::Timeline, painter, { {}, size });
            painter.end();
            return QString::fromUtf8(buffer.data());
        };
        const QString hidden = words(Reporting::NamesPolicy::Pseudonyms);
        QVERIFY(!hidden.contains(u"Margaret"_s));
        for (const QString &text :
             { u"Asha decides"_s, u"Asha wonders"_s, u"Asha cleans up (2)"_s })
            QVERIFY2(hidden.contains(text), qPrintable(text));
        QVERIFY(words(Reporting::NamesPolicy::Names).contains(u"Margaret Hollis decides"_s));
    }

    void anEmptyReviewHasNoFigures()
    {
        TestLibrary t;
        const ReviewId id = t.addReview();
        const auto assembly = Services::assembleReport(*t.library, id, {});
        VERIFY_RESULT(assembly);
        for (const auto figure : { Reporting::FigureId::Timeline, Reporting::FigureId::Canvas })
            QVERIFY(assembly->figures->sizeFor(figure, 460).isEmpty());
        VERIFY_RESULT(Reporting::renderReport(assembly->input, {}, *assembly->figures));
    }

    void aReviewThatIsNotThereIsToldSo()
    {
        TestLibrary t;
        const auto assembly = Services::assembleReport(*t.library, ReviewId::create(), {});
        QVERIFY(!assembly);
        QCOMPARE(assembly.error().code, ErrorCode::NotFound);
    }
};

QTEST_MAIN(ReportAssemblyTest)
#include "tst_reportassembly.moc"
