// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From a finding of the checks to its place, and the points of the incident from the palette, in
// the whole window.

#include "analysis/checkfinding.h"
#include "app/journeyfixture.h"
#include "editing/eventedits.h"
#include "editing/laneedits.h"
#include "timeline/consistencypanel.h"
#include "timeline/timelineview.h"
#include "window/commandpalette.h"

#include <QTabWidget>
#include <QTreeWidget>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;
using Analysis::CheckFinding;
using Analysis::CheckKind;

namespace {

constexpr TimePoint kStart{ 1'519'128'000'000'000 };
constexpr qint64 kMinute = 60'000'000;

/// A review with nine own events a day apart, one of them without a time, seen from far away.
void begin(const Desk &desk)
{
    Hands::key(Qt::Key_N, Qt::ControlModifier);
    Hands::type(u"Slow Monday"_s);
    Hands::key(Qt::Key_Return);
    const auto lane = Editing::addLane(desk.document(), u"Call"_s);
    QVERIFY(lane);
    for (int i = 0; i < 8; ++i)
        QVERIFY(Editing::addEvent(desk.document(),
                                  { { kStart.us + i * 1'440 * kMinute },
                                    {},
                                    *lane,
                                    EventKind::Observation,
                                    u"day %1"_s.arg(i) }));
    Event undated;
    undated.id = EventId::create();
    undated.reviewId = desk.document().id();
    undated.title = u"some day"_s;
    QVERIFY(desk.document().perform(ChangeSet().insert(undated), u"Add"_s));
    STEP(desk.goByKey(Qt::Key_5, Place::Timeline));
    TimelineView &view = *desk.workspace().timeline();
    view.viewport().setScale(Figures::TimeScale(
        { { kStart.us - 600 * 1'440 * kMinute }, { kStart.us - 599 * 1'440 * kMinute } },
        view.tracks().width()));
}

} // namespace

class ChecksJourneyTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString library() const { return m_folder->filePath(u"own.sslib"_s); }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setApplicationName(u"second-story-checks"_s);
        QApplication::setStyle(new Style);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope,
                           m_folder->filePath(u"settings"_s));
    }
    void cleanup() { m_folder.reset(); }

    void everyKindOfFindingLeadsToItsPlace_data()
    {
        QTest::addColumn<int>("kind");
        for (const auto &[kind, name] : EnumNames<CheckKind>::entries)
            QTest::newRow(qPrintable(QString::fromUtf16(name))) << int(kind);
    }
    void everyKindOfFindingLeadsToItsPlace()
    {
        QFETCH(int, kind);
        const Desk desk(library());
        STEP(begin(desk));
        CheckFinding finding;
        finding.kind = static_cast<CheckKind>(kind);
        finding.what = u"Something stands out"_s;
        const EventTable &events = desk.document().events();
        const bool isUndated = finding.kind == CheckKind::Undated;
        const bool isSpan = finding.kind == CheckKind::Silence || finding.kind == CheckKind::Stated;
        if (isUndated)
            finding.seqs = { events.undated[0].seq };
        else if (finding.kind == CheckKind::PerhapsSame || finding.kind == CheckKind::Silence)
            finding.seqs = { events.rows[2].seq, events.rows[3].seq };
        else if (finding.kind == CheckKind::ZoneSuspect)
            finding.seqs = { events.rows[1].seq, events.rows[3].seq, events.rows[5].seq };
        else if (finding.kind != CheckKind::Stated)
            finding.seqs = { events.rows[4].seq };
        if (isSpan)
            finding.span = TimeSpan{ { events.rows[2].start }, { events.rows[3].start } };
        STEP(desk.goByKey(Qt::Key_3, Place::Overview));
        QVERIFY(desk.workspace().lowerPanel());
        auto *panel = desk.window->findChild<ConsistencyPanel *>();
        QVERIFY(panel);
        emit panel->findingRequested(finding);
        QCOMPARE(desk.window->place(), Place::Timeline);
        TimelineSelection &selection = desk.workspace().selection();
        QCOMPARE(selection.seqs(), finding.seqs);
        const Figures::TimeScale scale = desk.workspace().timeline()->viewport().scale();
        if (isUndated)
            QCOMPARE(desk.workspace().lowerPanel()->currentIndex(), 1);
        for (const qint64 seq : finding.seqs) {
            if (isUndated)
                break;
            const TimePoint start = *desk.document().eventBySeq(seq)->effectiveStart();
            const bool isFirst = seq == finding.seqs.first();
            const bool isNear = finding.kind == CheckKind::PerhapsSame && !isFirst;
            QVERIFY2(isNear || (scale.start() <= start && start <= scale.end()),
                     qPrintable(QString::number(seq)));
        }
        QCOMPARE(selection.range().has_value(), isSpan);
        if (isSpan)
            QVERIFY(scale.start() <= finding.span->start && finding.span->end <= scale.end());
    }

    void aStatedDurationIsLookedAtWhereItIsSaid()
    {
        const Desk desk(library());
        STEP(begin(desk));
        QVERIFY(desk.workspace().lowerPanel());
        CheckFinding finding;
        finding.kind = CheckKind::Stated;
        finding.stated = StatedDurationId::create();
        finding.seqs = { desk.document().events().rows[6].seq };
        finding.span = TimeSpan{ kStart, { kStart.us + kMinute } };
        emit desk.window->findChild<ConsistencyPanel *>()->findingRequested(finding);
        const Figures::TimeScale scale = desk.workspace().timeline()->viewport().scale();
        const TimePoint said{ desk.document().events().rows[6].start };
        QVERIFY(scale.start() <= said && said <= scale.end());
        QVERIFY(!desk.workspace().selection().range());
    }

    void thePaletteTakesTheSelectedEventsAsEvidenceForAPoint()
    {
        const Desk desk(library());
        STEP(begin(desk));
        const auto take = [&desk] {
            Hands::key(Qt::Key_K, Qt::ControlModifier);
            Hands::type(u"evidence for its detection"_s);
            Hands::key(Qt::Key_Return);
        };
        take();
        QVERIFY(desk.contents().evidenceLinks.isEmpty()); // nothing is selected
        const EventTable &events = desk.document().events();
        desk.workspace().selection().select({ events.rows[0].seq, events.rows[1].seq });
        take();
        QCOMPARE(desk.contents().evidenceLinks.size(), 2);
        QCOMPARE(desk.contents().evidenceLinks[0].target.kind, TargetKind::Detected);
        QVERIFY(!desk.contents().review.frame.detected); // the time is left as it is
        Hands::key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(desk.contents().evidenceLinks.isEmpty());
    }

    void nothingOfAReviewIsOfferedWhileNoneIsOpen()
    {
        const Desk desk(library());
        for (const char *name :
             { "readThrough", "activity", "checks", "silences", "frame-began", "evidence-began" })
            QVERIFY2(!desk.window->action(QString::fromLatin1(name))->isEnabled(), name);
        Hands::key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(desk.window->place(), Place::Reviews);
        STEP(begin(desk));
        QVERIFY(desk.window->action(u"readThrough"_s)->isEnabled());
    }
};

QTEST_MAIN(ChecksJourneyTest)
#include "tst_checksjourney.moc"
