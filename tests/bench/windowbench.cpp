// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/eventedits.h"
#include "editing/reviewdocument.h"
#include "editing/reviewedits.h"
#include "editing/sourceedits.h"
#include "evidence/lanearranger.h"
#include "theme/colorscheme.h"
#include "theme/style.h"
#include "timeline/timelinecurtain.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelinesearch.h"
#include "timeline/timelineview.h"
#include "timelinebench.h"
#include "triage/triagepage.h"
#include "window/librarysession.h"
#include "window/mainwindow.h"
#include "window/reviewworkspace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QThread>
#include <QUndoStack>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace SecondStory::Bench {

using namespace Qt::StringLiterals;
using Place = Ui::NavigationRail::Place;

namespace {

double elapsedMs(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Beats as long as events are handled, in loops within loops, too.
class Heart : public QObject {
public:
    Heart() { startTimer(1, Qt::PreciseTimer); }
    void begin()
    {
        m_longest = 0;
        m_since.start();
    }
    void beat()
    {
        m_longest = std::max(m_longest, elapsedMs(m_since));
        m_since.start();
    }
    [[nodiscard]] double longestMs() const { return m_longest; }

protected:
    void timerEvent(QTimerEvent *) override { beat(); }

private:
    QElapsedTimer m_since;
    double m_longest = 0;
};

/// A large review in the real window, and what people do with it.
class WindowRun {
public:
    explicit WindowRun(const TimelineRun &run)
        : m_stored(run)
        , m_path(m_stored.library->path())
    {
        m_stored.library.reset();
        m_window.resize(1920, 1080);
        m_window.show();
        if (!m_window.openLibrary(m_path))
            qFatal("the library does not open");
        QApplication::setActiveWindow(&m_window);
    }

    QJsonArray run();

private:
    /// Does something and waits until the window has come to rest. "longestMs" is the longest that
    /// nobody could have pressed a key, "restMs" when everything asked for was there.
    void step(const QString &name, const std::function<void()> &act,
              const std::function<bool()> &isDone = {})
    {
        QElapsedTimer whole;
        whole.start();
        m_heart.begin();
        act();
        m_heart.beat();
        double rest = elapsedMs(whole);
        // At rest: for a while nothing takes longer than looking whether there is something.
        for (int quiet = 0; quiet < 40 && whole.elapsed() < 60'000;) {
            const bool waits = isDone && !isDone();
            QElapsedTimer turn;
            turn.start();
            QApplication::processEvents();
            const bool worked = elapsedMs(turn) > 1;
            quiet = worked || waits ? 0 : quiet + 1;
            if (worked || waits)
                rest = elapsedMs(whole);
            QThread::msleep(5);
        }
        m_steps.append(QJsonObject{ { u"step"_s, name },
                                    { u"longestMs"_s, rounded(m_heart.longestMs()) },
                                    { u"restMs"_s, rounded(rest) } });
    }
    [[nodiscard]] Editing::ReviewDocument &document() { return *m_session.document(); }
    [[nodiscard]] Ui::TimelineView &view() { return *m_window.workspace()->timeline(); }
    void go(const QString &name, Place place)
    {
        step(name, [this, place] { m_window.go(place); });
    }
    [[nodiscard]] qint64 seqAt(double share)
    {
        const auto &rows = document().events().rows;
        return rows[static_cast<size_t>(share * static_cast<double>(rows.size() - 1))].seq;
    }
    void lookAround();
    void change();

    Heart m_heart;
    StoredReview m_stored;
    QString m_path;
    Ui::ColorScheme m_scheme;
    Ui::LibrarySession m_session;
    Ui::MainWindow m_window{ m_session, m_scheme };
    QJsonArray m_steps;
};

void WindowRun::lookAround()
{
    const auto isCounted = [this] { return !view().model().isCounting(); };
    step(
        u"timeline"_s, [this] { m_window.go(Place::Timeline); }, isCounted);
    step(u"zoom to a hundredth"_s, [this] {
        const TimeSpan all = view().viewport().scale().span();
        const qint64 middle = (all.start.us + all.end.us) / 2;
        const qint64 half = (all.end.us - all.start.us) / 200;
        view().viewport().setScale(
            Figures::TimeScale({ { middle - half }, { middle + half } }, view().tracks().width()));
    });
    step(u"select an event"_s,
         [this] { m_window.workspace()->selection().selectOnly(seqAt(0.5)); });
    step(u"table to its end"_s, [this] {
        auto *table = m_window.workspace()->lowerPanel()->findChild<QTableView *>();
        table->scrollToBottom();
    });
    auto &search = view().search();
    for (const QString &words : { u"req"_s, u"timeout"_s, u"b23f2a9e"_s, QString() })
        step(
            u"search "_s + words, [&] { search.setWords(words); },
            [&] { return !search.isLooking(); });
    step(
        u"filter a lane"_s,
        [this] { view().filterBar().filterTo(document().contents().lanes.first().id); }, isCounted);
    step(
        u"no filter"_s, [this] { view().filterBar().clearAll(); }, isCounted);
    auto &curtain = view().curtain();
    step(
        u"curtain"_s, [&] { curtain.setOn(true); }, [&] { return curtain.isDrawn(); });
    step(u"curtain on its way"_s, [&] { curtain.step(1); });
    step(u"curtain open"_s, [&] { curtain.setOn(false); });
    step(u"read through"_s, [this] { view().readThrough(); });
    step(u"back"_s, [this] { view().findChild<Ui::TriagePage *>()->leave(); });
    QTabWidget *lower = m_window.workspace()->lowerPanel();
    for (int i = 1; i < lower->count(); ++i)
        step(u"panel "_s + lower->tabText(i).section(u' ', 0, 0),
             [&] { lower->setCurrentIndex(i); });
    step(u"panel Table"_s, [&] { lower->setCurrentIndex(0); });
}

void WindowRun::change()
{
    const auto isCounted = [this] { return !view().model().isCounting(); };
    QUndoStack *undo = document().undoStack();
    const auto edit = [&](const QString &name, const std::function<void()> &act) {
        step(name, act, isCounted);
        step(
            u"undo "_s + name, [&] { undo->undo(); }, isCounted);
        step(
            u"redo "_s + name, [&] { undo->redo(); }, isCounted);
    };
    const EventId event = document().eventBySeq(seqAt(0.5))->id;
    edit(u"star"_s, [&] { (void)Editing::setStarred(document(), { event }, true); });
    edit(u"lane of an event"_s, [&] {
        (void)Editing::setLane(document(), { event }, document().contents().lanes.last().id);
    });
    edit(u"zone of the review"_s, [&] { (void)Editing::setZone(document(), u"Europe/Lisbon"_s); });
    if (document().contents().sources.isEmpty())
        return;
    const EvidenceSource source = document().contents().sources.first();
    edit(u"clock of the source"_s, [&] {
        SourceClock clock = clockOf(source);
        clock.skewUs += 3'600'000'000;
        (void)Editing::setSourceClock(document(), source.id, clock);
    });
    edit(u"source out"_s, [&] { (void)Editing::removeSource(document(), source.id); });
    step(
        u"undo source out"_s, [&] { undo->undo(); }, isCounted);
    step(
        u"read again"_s, [&] { (void)document().reload(); }, isCounted);
}

QJsonArray WindowRun::run()
{
    step(
        u"open"_s, [this] { (void)m_window.openReview(m_stored.review); },
        [this] { return m_session.document() != nullptr; });
    lookAround();
    const QList<std::pair<QString, Place>> places{
        { u"overview"_s, Place::Overview },   { u"evidence"_s, Place::Evidence },
        { u"moments"_s, Place::Moments },     { u"factors"_s, Place::Factors },
        { u"pressures"_s, Place::Pressures }, { u"cast"_s, Place::Cast },
        { u"report"_s, Place::Report },       { u"timeline again"_s, Place::Timeline }
    };
    for (const auto &[name, place] : places)
        go(name, place);
    change();
    step(u"close"_s, [this] { m_session.closeReview(); });
    return m_steps;
}

} // namespace

int window(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Does what people do with a large review, and says how long the window stood still."_s);
    parser.addHelpOption();
    parser.addOptions({ { u"input"_s, u"A file to import."_s, u"FILE"_s },
                        { u"events"_s, u"Events to make up instead."_s, u"N"_s, u"1000000"_s },
                        { u"json"_s, u"Prints one JSON object."_s } });
    parser.process(arguments);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"secondstory-bench"_s);
    QSettings().clear();
    QApplication::setStyle(new Ui::Style);
    TimelineRun run;
    run.input = parser.value(u"input"_s);
    run.events = parser.value(u"events"_s).toInt();
    WindowRun steps(run);
    forgetPeak();
    const QJsonObject result{ { u"steps"_s, steps.run() }, { u"peakMiB"_s, rounded(peakMiB()) } };
    if (parser.isSet(u"json"_s)) {
        std::printf("%s\n", QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
        return 0;
    }
    for (const QJsonValue &step : result[u"steps"_s].toArray())
        std::printf("%-28s still %8.1f ms   at rest after %9.1f ms\n",
                    qPrintable(step[u"step"_s].toString()), step[u"longestMs"_s].toDouble(),
                    step[u"restMs"_s].toDouble());
    std::printf("peak %.0f MiB\n", result[u"peakMiB"_s].toDouble());
    return 0;
}

} // namespace SecondStory::Bench
