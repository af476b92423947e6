// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What has to hold on the timeline whatever people do: with hands and keys at random in the real
// widget; tests/interaction.md names the properties that are held below it.

#include "app/menuhands.h"
#include "services/exchange.h"
#include "services/exchangestorage.h"
#include "timelinedesk.h"
#include "timeline/eventtablemodel.h"
#include "timeline/gotobar.h"
#include "timeline/timelineminimap.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace SecondStory;
using namespace SecondStory::Ui;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

QJsonValue inOrder(const QJsonValue &value)
{
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            it.value() = inOrder(it.value());
        return object;
    }
    if (!value.isArray())
        return value;
    // Records are a set; in every other list the order means something.
    QList<QJsonValue> list;
    for (const QJsonValue &each : value.toArray())
        list.append(inOrder(each));
    const auto idOf = [](const QJsonValue &each) { return each[u"id"].toString(); };
    std::stable_sort(list.begin(), list.end(), [&idOf](const QJsonValue &a, const QJsonValue &b) {
        return idOf(a) < idOf(b);
    });
    QJsonArray sorted;
    for (const QJsonValue &each : std::as_const(list))
        sorted.append(each);
    return sorted;
}

/// All of the review as it is stored, but for when it was last changed.
QByteArray stored(const TimelineDesk &desk)
{
    const auto review = Services::loadForExchange(*desk.t.library, desk.document->id());
    if (!review)
        qFatal("the review cannot be read");
    QJsonObject json = Services::writeExchange(*review);
    for (const QString &key : json.keys()) {
        if (!json[key].isObject())
            continue;
        QJsonObject part = json[key].toObject();
        part.remove(u"updated");
        json[key] = part;
    }
    return QJsonDocument(inOrder(json).toObject()).toJson();
}

/// Somebody who does whatever comes to mind.
class Restless {
public:
    Restless(TimelineDesk &desk, quint32 seed)
        : m_desk(desk)
        , m_random(seed)
    {
    }

    void act()
    {
        switch (m_random.bounded(14)) {
        case 0:
            return click();
        case 1:
        case 2:
            return dragEvent();
        case 3:
            return dragEnd();
        case 4:
            return dragGround();
        case 5:
            return key(Qt::Key_N, {}, true);
        case 6:
            return key(Qt::Key_Return, {}, true);
        case 7:
            return key(Qt::Key_M, m_random.bounded(2) ? Qt::ShiftModifier : Qt::NoModifier, true);
        case 8:
            return key(Qt::Key_G, {}, true);
        case 9:
            return key(m_random.bounded(2) ? Qt::Key_Left : Qt::Key_Right,
                       m_random.bounded(4) ? Qt::ControlModifier
                                           : Qt::ControlModifier | Qt::ShiftModifier);
        case 10:
            return key(Qt::Key_T, m_random.bounded(2) ? Qt::ShiftModifier : Qt::NoModifier);
        case 11:
            return key(Qt::Key_S, Qt::ShiftModifier);
        case 12:
            return key(m_random.bounded(3) ? Qt::Key_D : Qt::Key_Delete, Qt::KeyboardModifiers());
        default:
            return m_random.bounded(3) ? look() : remove();
        }
    }

private:
    [[nodiscard]] QPoint somewhere()
    {
        return { m_random.bounded(20, m_desk.tracks().width() - 20),
                 m_random.bounded(6, m_desk.tracks().height() - 6) };
    }
    [[nodiscard]] qint64 anEvent()
    {
        const auto &rows = m_desk.document->events().rows;
        return rows.empty() ? 0 : rows[m_random.bounded(static_cast<quint32>(rows.size()))].seq;
    }
    void click()
    {
        const QRectF place = m_desk.tracks().rectOf(anEvent());
        if (place.isValid())
            QTest::mouseClick(&m_desk.tracks(), Qt::LeftButton,
                              m_random.bounded(2) ? Qt::ControlModifier : Qt::NoModifier,
                              place.center().toPoint());
    }
    void dragEvent()
    {
        const QRectF place = m_desk.tracks().rectOf(anEvent());
        if (!place.isValid())
            return;
        const QPoint from = place.center().toPoint();
        TimelineDesk::drag(m_desk.tracks(), from, from + QPoint(m_random.bounded(-150, 150), 0),
                           m_random.bounded(2) ? Qt::AltModifier : Qt::NoModifier);
        answerOffer();
    }
    void answerOffer()
    {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return;
        QAction *first = nullptr;
        for (QAction *action : menu->actions())
            first = first || !action->text().startsWith(u"Assert about"_s) ? first : action;
        menu->close();
        if (first && m_random.bounded(2))
            first->trigger();
    }
    void dragEnd()
    {
        const QRectF place = m_desk.tracks().rectOf(anEvent());
        if (!place.isValid())
            return;
        const QPoint end(static_cast<int>(place.right()) - 1, qRound(place.center().y()));
        TimelineDesk::drag(m_desk.tracks(), end, end + QPoint(m_random.bounded(-80, 120), 0));
        answerOffer();
    }
    void dragGround()
    {
        TimelineDesk::drag(m_desk.tracks(), somewhere(), somewhere(),
                           m_random.bounded(2) ? Qt::ShiftModifier : Qt::NoModifier);
        answerOffer();
    }
    void key(Qt::Key which, Qt::KeyboardModifiers modifiers, bool isWorded = false)
    {
        m_desk.key(which, modifiers);
        InlineEditor *editor = m_desk.editor();
        if (!isWorded || !editor->isVisible())
            return;
        QTest::keyClicks(editor, QString::number(m_random.bounded(1'000)));
        QTest::keyClick(editor, m_random.bounded(4) ? Qt::Key_Return : Qt::Key_Escape);
    }
    void look()
    {
        switch (m_random.bounded(4)) {
        case 0:
            return m_desk.key(Qt::Key_F, Qt::ShiftModifier);
        case 1:
            return m_desk.key(m_random.bounded(2) ? Qt::Key_W : Qt::Key_S);
        case 2:
            return m_desk.key(Qt::Key_R);
        default:
            return m_desk.key(Qt::Key_Escape);
        }
    }
    void remove() { m_desk.key(Qt::Key_Delete); }

    TimelineDesk &m_desk;
    QRandomGenerator m_random;
};

/// Where the table, which is told of edits one by one, shows something else than one that is made
/// just now; empty when it does not.
QString wrongRow(const EventTableModel &table, const TimelineDesk &desk)
{
    const EventTableModel anew(desk.view->model());
    if (table.rowCount() != anew.rowCount())
        return u"%1 rows for %2"_s.arg(table.rowCount()).arg(anew.rowCount());
    for (int row = 0; row < table.rowCount(); ++row) {
        const QString shown = table.index(row, EventTableModel::Title).data().toString();
        const QString wanted = anew.index(row, EventTableModel::Title).data().toString();
        if (table.seqAt(row) != anew.seqAt(row) || shown != wanted
            || table.eventsAt(row) != anew.eventsAt(row))
            return u"row %1 shows “%2” for “%3”"_s.arg(row).arg(shown, wanted);
        if (const qint64 seq = table.seqAt(row); seq > 0 && table.rowOf(seq) != row)
            return u"row %1 is said to be row %2"_s.arg(row).arg(table.rowOf(seq));
    }
    return {};
}

} // namespace

class InteractionPropertiesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { isolateSettings(m_settings.path()); }

    // "move+undo is identity", and any sequence of edits

    void anyGesturesUndoneAreTheReviewAsItWas_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : { 3U, 41U, 592U, 6'535U, 89'793U })
            QTest::addRow("seed %u", seed) << seed;
    }
    void anyGesturesUndoneAreTheReviewAsItWas()
    {
        QFETCH(quint32, seed);
        TimelineDesk desk;
        desk.document->undoStack()->clear();
        const QByteArray before = stored(desk);
        EventTableModel table(desk.view->model());
        const QAbstractItemModelTester tester(
            &table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Restless somebody(desk, seed);
        for (int i = 0; i < 160; ++i) {
            somebody.act();
            QCOMPARE(wrongRow(table, desk), QString());
        }
        QVERIFY(desk.document->undoStack()->count() > 25);
        const QByteArray after = stored(desk);
        QVERIFY(after != before);
        while (desk.document->undoStack()->canUndo())
            desk.document->undoStack()->undo();
        QCOMPARE(stored(desk), before);
        QCOMPARE(wrongRow(table, desk), QString());
        while (desk.document->undoStack()->canRedo()) {
            desk.document->undoStack()->redo();
            QCOMPARE(wrongRow(table, desk), QString());
        }
        QCOMPARE(stored(desk), after);
        QCOMPARE(*desk.t.library->check(), QStringList());
    }

    // "zoom keeps cursor time fixed to < 1 px"

    void theWheelHoldsTheTimeUnderThePointerWithinAPixel()
    {
        const TimelineDesk desk;
        QRandomGenerator random(12);
        const auto scale = [&desk] { return desk.view->viewport().scale(); };
        for (int i = 0; i < 400; ++i) {
            const QPointF place(random.bounded(desk.tracks().width()), 40);
            const TimePoint held = scale().time(place.x());
            TimelineDesk::wheel(desk.tracks(), { 0, random.bounded(-480, 480) },
                                random.bounded(2) ? Qt::ControlModifier : Qt::NoModifier, {},
                                place);
            const bool isPushed = scale().start() <= kEarliestTime || scale().end() >= kLatestTime;
            QVERIFY2(isPushed || std::abs(scale().x(held) - place.x()) < 1,
                     qPrintable(QString::number(scale().x(held) - place.x())));
        }
    }

    // "pan then inverse restores view"

    void whateverWayOnePansTheWayBackIsTheSameView()
    {
        const TimelineDesk desk;
        QRandomGenerator random(13);
        for (int i = 0; i < 60; ++i) {
            const Figures::TimeScale before = desk.view->viewport().scale();
            const int way = random.bounded(-300, 300);
            const QPoint from(400, 40);
            const QPoint to(400 + way, 40);
            TimelineDesk::drag(desk.tracks(), from, to, {}, Qt::MiddleButton);
            TimelineDesk::drag(desk.tracks(), to, from, {}, Qt::MiddleButton);
            TimelineDesk::wheel(desk.tracks(), { 0, 4 * way }, Qt::ShiftModifier);
            TimelineDesk::wheel(desk.tracks(), { 0, -4 * way }, Qt::ShiftModifier);
            desk.key(Qt::Key_D, Qt::ShiftModifier);
            desk.key(Qt::Key_A, Qt::ShiftModifier);
            desk.key(Qt::Key_PageDown);
            desk.key(Qt::Key_PageUp);
            const Figures::TimeScale &after = desk.view->viewport().scale();
            QCOMPARE(after.length(), before.length());
            QVERIFY(std::abs(before.x(after.start())) < 1);
            desk.view->viewport().setScale(after.zoomed(0.5 + random.generateDouble(), 300));
        }
    }

    // "DST gap/overlap days"

    void hoursAreCountedAsTheyPassedWhereTheClockChanges_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("way");
        QTest::addColumn<qint64>("start");
        QTest::addColumn<QString>("clock");
        // Paris: 01:59 is followed by 03:00 in March, 02:59 by 02:00 in October.
        QTest::newRow("skipped") << u"2018-03-25 01:30"_s << u"+1h"_s << 1'521'937'800LL
                                 << u"03:30:00"_s;
        QTest::newRow("repeated") << u"2018-10-28T02:30+02:00"_s << u"+1h"_s << 1'540'686'600LL
                                  << u"02:30:00"_s;
    }
    void hoursAreCountedAsTheyPassedWhereTheClockChanges()
    {
        QFETCH(QString, from);
        QFETCH(QString, way);
        QFETCH(qint64, start);
        QFETCH(QString, clock);
        TimelineDesk desk;
        desk.selection.selectOnly(desk.seq(u"wait"_s));
        const auto goTo = [&desk](const QString &words) {
            desk.key(Qt::Key_G, Qt::ControlModifier);
            QLineEdit *line = desk.view->findChild<GoToBar *>()->line();
            QTest::keyClicks(line, words);
            QTest::keyClick(line, Qt::Key_Return);
        };
        goTo(from);
        desk.key(Qt::Key_T);
        QCOMPARE(desk.startOf(u"wait"_s).us, start * 1'000'000);
        goTo(way);
        // Begins before the change, ends an hour later that really passed.
        desk.key(Qt::Key_T, Qt::ShiftModifier);
        const Event event = *desk.document->eventBySeq(desk.seq(u"wait"_s));
        QCOMPARE(event.effectiveEnd()->us, start * 1'000'000 + 3'600'000'000);
        QCOMPARE(desk.document->clock().clockText(*event.effectiveEnd()), clock);
        const QRectF bar = desk.tracks().rectOf(desk.seq(u"wait"_s));
        const double hour = 3'600'000'000.0 / desk.view->viewport().scale().perPixel();
        QVERIFY(std::abs(bar.width() - hour) < 1);
    }

    // Bad input, in the real widget; below it: tests/figures/tst_extremetracks

    void theFirstAndTheLastYearAreWalkedBetween()
    {
        TimelineDesk desk;
        for (const auto &[time, title] : { std::pair{ kEarliestTime, u"the first"_s },
                                           std::pair{ kLatestTime, u"the last"_s } })
            VERIFY_RESULT(Editing::addEvent(
                *desk.document, { time, {}, desk.lanes[0], EventKind::Observation, title }));
        desk.key(Qt::Key_F, Qt::ShiftModifier);
        QVERIFY(desk.view->viewport().scale().length() > 9'000LL * 365 * 86'400 * 1'000'000);
        desk.key(Qt::Key_Home);
        QCOMPARE(desk.selection.current(), desk.seq(u"the first"_s));
        for (int i = 0; i < 200; ++i)
            desk.key(Qt::Key_W);
        desk.key(Qt::Key_End);
        QCOMPARE(desk.selection.current(), desk.seq(u"the last"_s));
        QVERIFY(desk.tracks().rectOf(desk.seq(u"the last"_s)).isValid());
        desk.key(Qt::Key_F);
        desk.key(Qt::Key_F);
        desk.key(Qt::Key_PageDown);
        desk.key(Qt::Key_R);
        desk.key(Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(desk.startOf(u"the last"_s) <= kLatestTime);
        auto *minimap = desk.view->findChild<TimelineMinimap *>();
        TimelineDesk::drag(*minimap, { 10, 20 }, { 400, 20 });
        QVERIFY(!desk.view->grab().isNull());
    }

    void strangeWordsAreShownWhereTheyBelong_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("ten thousand letters") << QString(10'000, u'W');
        QTest::newRow("right to left") << QString::fromUtf8(
            "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xd8\xb3\xd9\x84\xd8\xa7\xd9\x85");
        QTest::newRow("combining") << QString(u"Z"_s + QString(400, QChar(0x0335)));
        QTest::newRow("overrides") << QString(u"a\u202eb\u2066c\u200fd"_s);
        QTest::newRow("tags") << u"<b>bold</b><img src=x>"_s;
        QTest::newRow("ampersands") << u"a && b & c"_s;
    }
    void strangeWordsAreShownWhereTheyBelong()
    {
        QFETCH(QString, words);
        TimelineDesk desk;
        const QSize size = desk.view->size();
        VERIFY_RESULT(Editing::setCaption(
            *desk.document, desk.document->eventBySeq(desk.seq(u"look"_s))->id, words));
        VERIFY_RESULT(Editing::renameLane(*desk.document, desk.lanes[0], words));
        VERIFY_RESULT(Editing::addMark(*desk.document, words, kDeskNoon, {}));
        QApplication::processEvents();
        desk.key(Qt::Key_Home);
        QVERIFY(!desk.view->grab().isNull());
        QCOMPARE(desk.view->size(), size); // nothing is pushed aside by words
        QCOMPARE(desk.headers().width(), 180);
        const QStringList lines = takeByRightClick(
            desk.tracks(),
            desk.placeOf(desk.document->eventBySeq(desk.selection.current())->displayTitle()), {});
        QVERIFY(!lines.isEmpty());
        QVERIFY(!desk.tracks().accessibleDescription().isEmpty());
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(InteractionPropertiesTest)
#include "tst_interactionproperties.moc"
