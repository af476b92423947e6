// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gallery/timelinepictures.h"

#include "coding/codepicker.h"
#include "editing/reviewdocument.h"
#include "gallery/settle.h"
#include "timeline/consistencypanel.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelineview.h"
#include "triage/triagepage.h"
#include "window/mainwindow.h"
#include "window/reviewworkspace.h"

#include <QDialog>
#include <QDockWidget>
#include <QPainter>
#include <QTabWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kSettled = 250;
constexpr int kLongestLook = 10'000;

/// The window with what lies over it in a window of its own.
QPixmap together(MainWindow &window, QWidget &over)
{
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    const QPoint place = over.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint());
    painter.drawPixmap(place, over.grab());
    return picture;
}

class TimelinePictures {
public:
    TimelinePictures(MainWindow &window, const KeepPicture &keep)
        : m_window(window)
        , m_keep(keep)
        , m_timeline(*window.workspace()->timeline())
    {
    }

    bool shoot()
    {
        m_window.go(NavigationRail::Place::Timeline);
        selectThree();
        bool isFine = shootTable();
        isFine = shootChecks() && isFine;
        isFine = shootReading() && isFine;
        isFine = shootFiltered() && isFine;
        isFine = shootCodes() && isFine;
        return shootKeys() && isFine;
    }

private:
    [[nodiscard]] QTabWidget &lower() const { return *m_window.workspace()->lowerPanel(); }

    bool keep(const QString &name)
    {
        settle(kSettled);
        return m_keep(m_window.grab(), name);
    }

    /// Events of the incident's own hours, in a view of these hours.
    void selectThree()
    {
        const ReviewContents &contents = m_timeline.model().document()->contents();
        const EventTable &events = m_timeline.model().events();
        m_timeline.navigation().fitFrame();
        const size_t row = events.lowerBound(contents.review.frame.declared.value_or(TimePoint{}));
        QList<qint64> seqs;
        for (size_t i = row; i < std::min(row + 3, events.rows.size()); ++i)
            seqs.append(events.rows[i].seq);
        m_window.workspace()->selection().select(seqs);
    }

    void giveLowerPanel(double share)
    {
        for (QDockWidget *dock : m_window.findChildren<QDockWidget *>()) {
            if (dock->isAncestorOf(&lower()))
                m_window.resizeDocks({ dock }, { static_cast<int>(m_window.height() * share) },
                                     Qt::Vertical);
        }
    }

    bool shootTable()
    {
        lower().setCurrentIndex(0);
        giveLowerPanel(0.45);
        const bool isFine = keep(u"timeline-table"_s);
        giveLowerPanel(0.25);
        return isFine;
    }

    bool shootChecks()
    {
        m_window.workspace()->showChecks();
        giveLowerPanel(0.4);
        auto *checks = m_window.findChild<ConsistencyPanel *>();
        checks->look();
        QElapsedTimer timer;
        timer.start();
        while (checks->isLooking() && timer.elapsed() < kLongestLook)
            settle(20);
        checks->setShowsSilences(true);
        const bool isFine = keep(u"timeline-checks"_s);
        checks->setShowsSilences(false);
        giveLowerPanel(0.25);
        lower().setCurrentIndex(0);
        return isFine;
    }

    bool shootReading()
    {
        m_timeline.readThrough();
        const bool isFine = keep(u"timeline-reading"_s);
        m_timeline.triage()->leave();
        return isFine;
    }

    bool shootFiltered()
    {
        const auto &frame = m_timeline.model().frame();
        if (frame.declared && frame.mitigated)
            m_timeline.filterBar().filterTo(
                TimeSpan{ std::min(*frame.declared, *frame.mitigated),
                          std::max(*frame.declared, *frame.mitigated) });
        const bool isFine = keep(u"timeline-filtered"_s);
        m_timeline.filterBar().clearAll();
        return isFine;
    }

    bool shootCodes()
    {
        selectThree();
        m_timeline.openCodePicker();
        auto *picker = m_timeline.findChild<CodePicker *>();
        if (!picker)
            return false;
        settle(kSettled);
        const bool isFine = m_keep(together(m_window, *picker), u"timeline-codes"_s);
        picker->hide();
        return isFine;
    }

    bool shootKeys()
    {
        bool isFine = false;
        QTimer::singleShot(kSettled, &m_window, [this, &isFine] {
            auto *sheet = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            if (!sheet)
                return;
            isFine = m_keep(together(m_window, *sheet), u"timeline-keys"_s);
            sheet->close();
        });
        m_window.action(u"keys"_s)->trigger();
        return isFine;
    }

    MainWindow &m_window;
    const KeepPicture &m_keep;
    TimelineView &m_timeline;
};

} // namespace

bool shootTimelineParts(MainWindow &window, const KeepPicture &keep)
{
    return TimelinePictures(window, keep).shoot();
}

} // namespace SecondStory::Ui
