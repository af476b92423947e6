// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gallery/gallery.h"

#include "canvas/canvaspage.h"
#include "evidence/samepairspanel.h"
#include "evidence/clockpanel.h"
#include "evidence/evidencedrawer.h"
#include "evidence/evidencepage.h"
#include "evidence/importassistant.h"
#include "gallery/settle.h"
#include "gallery/timelinepictures.h"
#include "library/librarypage.h"
#include "library/searchpage.h"
#include "moments/momentspage.h"
#include "services/reviewtemplates.h"
#include "services/samplelibrary.h"
#include "services/translations.h"
#include "theme/colorscheme.h"
#include "timeline/momentsstrip.h"
#include "timeline/timelineactivities.h"
#include "timeline/timelineview.h"
#include "window/commandpalette.h"
#include "window/librarysession.h"
#include "window/mainwindow.h"
#include "window/reviewworkspace.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>

#include <cstdio>

#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

using Place = NavigationRail::Place;

/// The one review of the sample library that is worked through to the end.
const QString kRichReview = u"0198f3a2-5c1e-7d40-9b6e-2f4a7c10e214"_s;

class Gallery {
public:
    Gallery(const QString &folder, QStringList *files)
        : m_folder(folder)
        , m_files(files)
    {
    }

    bool write(const QString &filled, const QString &empty)
    {
        for (const QSize &size : { QSize(1280, 800), QSize(1920, 1080) }) {
            for (const bool isDark : { false, true }) {
                m_choice = isDark ? ColorScheme::Choice::Dark : ColorScheme::Choice::Light;
                m_prefix = u"%1x%2-%3-"_s.arg(size.width())
                               .arg(size.height())
                               .arg(isDark ? u"dark"_s : u"light"_s);
                if (!writeFilled(filled, size) || !writeEmpty(empty, size))
                    return false;
            }
        }
        return true;
    }

private:
    bool writeFilled(const QString &library, const QSize &size)
    {
        LibrarySession session;
        ColorScheme scheme;
        scheme.choose(m_choice);
        MainWindow window(session, scheme);
        open(window, size);
        if (!window.openLibrary(library))
            return false;
        bool isFine = shoot(window, u"library"_s);
        window.go(Place::Recurring);
        isFine = shoot(window, u"recurring"_s) && isFine;
        window.go(Place::Search);
        window.findChild<SearchPage *>()->search(u"presale"_s);
        isFine = shoot(window, u"search"_s) && isFine;
        window.go(Place::Handbook);
        isFine = shoot(window, u"handbook"_s) && isFine;
        if (!window.openReview(ReviewId::fromString(kRichReview)))
            return false;
        for (const auto &[place, name] : reviewPlaces()) {
            window.go(place);
            if (place == Place::Timeline)
                selectSomething(window);
            if (place == Place::Moments)
                openDifference(window);
            isFine = shoot(window, name, place == Place::Report ? 1500 : 250) && isFine;
        }
        isFine = shootDrawer(window) && isFine;
        isFine = shootActivity(window) && isFine;
        isFine = shootCurtain(window) && isFine;
        isFine = shootStrip(window) && isFine;
        isFine = shootTimelineParts(window,
                                    [this](const QPixmap &picture, const QString &name) {
                                        return keep(picture, name);
                                    })
            && isFine;
        isFine = shootClock(window) && isFine;
        isFine = shootPairs(window) && isFine;
        window.action(u"commands"_s)->trigger();
        isFine = shoot(window, u"commands"_s) && isFine;
        return isFine;
    }

    bool writeEmpty(const QString &library, const QSize &size)
    {
        LibrarySession session;
        ColorScheme scheme;
        scheme.choose(m_choice);
        MainWindow window(session, scheme);
        open(window, size);
        if (!window.openLibrary(library))
            return false;
        bool isFine = shoot(window, u"empty-library"_s);
        window.beginReview();
        isFine = shoot(window, u"new-review"_s) && isFine;
        window.go(Place::Recurring);
        isFine = shoot(window, u"empty-recurring"_s) && isFine;
        Services::NewReview request;
        request.title = u"Mail queue grows overnight"_s;
        request.zone = u"Europe/Lisbon"_s;
        window.createReview(request);
        if (!window.workspace())
            return false;
        for (const auto &[place, name] : reviewPlaces()) {
            window.go(place);
            isFine =
                shoot(window, u"empty-"_s + name, place == Place::Report ? 800 : 150) && isFine;
        }
        isFine = shootImport(window, QFileInfo(library).path()) && isFine;
        const ReviewId id = session.document()->id();
        session.closeReview();
        return session.deleteReview(id) && isFine;
    }

    /// An event and, below, the lines of the file it was read from.
    bool shootDrawer(MainWindow &window)
    {
        window.go(Place::Timeline);
        selectSomething(window);
        window.workspace()->showDrawer();
        const auto *drawer = window.findChild<EvidenceDrawer *>();
        do
            settle(20);
        while (drawer->isBusy());
        const bool isFine = shoot(window, u"timeline-evidence"_s);
        window.workspace()->lowerPanel()->setCurrentIndex(0);
        return isFine;
    }

    /// Events of one lane as an activity: its bracket and what the inspector says; taken back
    /// after.
    bool shootActivity(MainWindow &window)
    {
        window.go(Place::Timeline);
        TimelineView &timeline = *window.workspace()->timeline();
        Editing::ReviewDocument &document = *timeline.model().document();
        const EventTable &events = document.events();
        LaneId notes;
        for (const Lane &lane : document.contents().lanes)
            notes = lane.name.contains(u"notes"_s) ? lane.id : notes;
        QList<qint64> seqs;
        const TimePoint began = document.contents().review.frame.began.value_or(TimePoint{});
        for (size_t i = events.lowerBound(began); i < events.rows.size() && seqs.size() < 5; ++i) {
            if (events.lanes.value(events.rows[i].lane) == notes)
                seqs << events.rows[i].seq;
        }
        const int steps = document.undoStack()->index();
        window.workspace()->selection().select(seqs);
        timeline.activities().group(u"Finding out what is sold twice"_s);
        timeline.toggleActivity();
        const bool isFine = shoot(window, u"timeline-activity"_s, 400);
        while (document.undoStack()->index() > steps)
            document.undoStack()->undo();
        return isFine;
    }

    /// The incident through the eyes of one person, while it goes on.
    bool shootCurtain(MainWindow &window)
    {
        window.go(Place::Timeline);
        TimelineView &timeline = *window.workspace()->timeline();
        TimelineCurtain &curtain = timeline.curtain();
        const ReviewContents &contents = timeline.model().document()->contents();
        for (const Person &person : contents.people) {
            if (person.role.startsWith(u"on-call"))
                curtain.setEyes({ Analysis::Eyes::Kind::Person, person.id, {} });
        }
        const auto declared = contents.review.frame.declared;
        curtain.setTime({ declared.value_or(TimePoint{}).us + 600'000'000 });
        curtain.setOn(true);
        while (!curtain.isDrawn())
            settle(20);
        const bool isFine = shoot(window, u"timeline-curtained"_s, 400);
        curtain.setOn(false);
        return isFine;
    }

    /// A moment of which two accounts do not agree.
    static void openDifference(MainWindow &window)
    {
        const ReviewContents &contents =
            window.workspace()->timeline()->model().document()->contents();
        if (!contents.contradictions.isEmpty())
            window.workspace()->moments()->showAccount(contents.contradictions.first().first);
    }

    /// The moments on the line, one of them chosen.
    bool shootStrip(MainWindow &window)
    {
        window.go(Place::Timeline);
        settle(50);
        MomentsStrip &strip = window.workspace()->timeline()->moments();
        const QList<Figures::MomentSpan> &all = strip.moments().all();
        if (all.size() > 1) {
            // All but the first, which was on another day.
            const TimeSpan hours{ all[1].start, all.last().end };
            window.workspace()->timeline()->navigation().fit(hours);
            strip.setFocus();
            strip.setCurrent(all[1].id);
        }
        return shoot(window, u"timeline-moments"_s);
    }

    /// A source whose clock is about to be corrected.
    bool shootClock(MainWindow &window)
    {
        window.go(Place::Evidence);
        EvidencePage *page = window.workspace()->evidence();
        page->findChild<QTabWidget *>()->setCurrentIndex(2);
        for (QLineEdit *edit : page->clockPanel()->findChildren<QLineEdit *>()) {
            if (edit->placeholderText().startsWith(u"+90"_s))
                edit->setText(u"+1 min 30 s"_s);
        }
        return shoot(window, u"evidence-clock"_s, 700);
    }

    /// Records of two sources side by side.
    bool shootPairs(MainWindow &window)
    {
        window.go(Place::Evidence);
        EvidencePage *page = window.workspace()->evidence();
        page->showPairs();
        while (page->pairsPanel()->isLooking())
            settle(20);
        return shoot(window, u"evidence-twice"_s);
    }

    /// An hour of two measured series, as Prometheus answers.
    static QByteArray measurements()
    {
        constexpr qint64 kFrom = 1'773'320'400; // 2026-03-12T13:00:00Z
        QByteArray json =
            "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[";
        for (int series = 0; series < 2; ++series) {
            json += series == 0 ? "" : ",";
            json += "{\"metric\":{\"__name__\":\"checkout_latency_seconds\",\"instance\":\"web-"
                + QByteArray::number(series + 1) + "\"},\"values\":[";
            for (int i = 0; i < 480; ++i) {
                const double hump = std::exp(-std::pow((i - 200.0 - 40 * series) / 60, 2));
                const double value = 0.12 + 2.4 * hump + 0.05 * std::sin(i * 1.7 + series);
                json += (i == 0 ? "[" : ",[") + QByteArray::number(kFrom + i * 15) + ",\""
                    + QByteArray::number(value, 'f', 4) + "\"]";
            }
            json += "]}";
        }
        return json + "]}}";
    }

    /// Many files on their way in, and what came of them.
    bool shootImport(MainWindow &window, const QString &folder)
    {
        const QString drop = QDir(folder).filePath(u"exports"_s);
        if (!writeExports(drop))
            return false;
        window.go(Place::Evidence);
        EvidencePage *page = window.workspace()->evidence();
        ImportAssistant *assistant = page->assistant();
        page->importPaths({ drop });
        while (assistant->isLooking())
            settle(20);
        bool isFine = shoot(window, u"evidence-import"_s);
        assistant->startImport();
        while (assistant->isImporting())
            settle(20);
        isFine = shoot(window, u"evidence-summary"_s, 400) && isFine;
        assistant->cancel();
        window.go(Place::Timeline);
        return shoot(window, u"timeline-curves"_s, 400) && isFine;
    }

    static bool writeExports(const QString &folder)
    {
        const auto write = [&folder](const QString &name, const QByteArray &bytes) {
            const QString path = QDir(folder).filePath(name);
            QFile file(path);
            return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
                && file.write(bytes) == bytes.size();
        };
        bool isFine = write(u"metrics/latency.json"_s, measurements()) && write(u".cache"_s, "x")
            && write(u"screens/dump.bin"_s, QByteArray(80, '\x01'));
        for (int i = 1; i <= 14; ++i) {
            const QByteArray n = QByteArray::number(i).rightJustified(2, '0');
            isFine = isFine
                && write(u"calls/call-%1.vtt"_s.arg(i, 2, 10, QLatin1Char('0')),
                         "WEBVTT\n\n00:00:0" + QByteArray::number(i % 10)
                             + ".000 --> 00:00:18.000\n<v Asha>Part " + n
                             + ": the queue still grows\n")
                && write(u"alerts/host-%1.csv"_s.arg(i, 2, 10, QLatin1Char('0')),
                         "time,severity,title,actor\n2026-03-12 14:" + n + ":00,high,Disk of host "
                             + n + " fills,monitor\n2026-03-12 15:" + n + ":30,high,Disk of host "
                             + n + " is fine again,monitor\nnot a time,low,odd row,monitor\n");
        }
        return isFine;
    }

    static QList<std::pair<Place, QString>> reviewPlaces()
    {
        return { { Place::Overview, u"overview"_s },   { Place::Evidence, u"evidence"_s },
                 { Place::Timeline, u"timeline"_s },   { Place::Factors, u"factors"_s },
                 { Place::Pressures, u"pressures"_s }, { Place::Cast, u"cast"_s },
                 { Place::Report, u"report"_s },       { Place::Moments, u"moments"_s } };
    }

    static void open(MainWindow &window, const QSize &size)
    {
        window.resize(size);
        window.show();
        settle(50);
    }

    static void selectSomething(MainWindow &window)
    {
        ReviewWorkspace &workspace = *window.workspace();
        settle(100);
        const Editing::ReviewDocument &document = *workspace.timeline()->model().document();
        const EventTable &events = document.events();
        // Something of the incident's own hours, so that the inspector has much to show.
        const size_t row =
            events.lowerBound(document.contents().review.frame.declared.value_or(TimePoint{}));
        if (row < events.rows.size())
            workspace.selection().selectOnly(events.rows[row].seq);
    }

    bool shoot(MainWindow &window, const QString &name, int wait = 150)
    {
        settle(wait);
        return keep(window.grab(), name);
    }

    bool keep(const QPixmap &picture, const QString &name)
    {
        const QString path = QDir(m_folder).filePath(m_prefix + name + u".png"_s);
        if (!picture.save(path)) {
            std::fprintf(stderr, "error: %s: the picture could not be written\n", qPrintable(path));
            return false;
        }
        if (m_files)
            m_files->append(path);
        return true;
    }

    QString m_folder;
    QString m_prefix;
    ColorScheme::Choice m_choice = ColorScheme::Choice::Light;
    QStringList *m_files;
};

} // namespace

int writeGallery(const QString &folder, QStringList *files)
{
    const QTemporaryDir scratch;
    if (!QDir().mkpath(folder) || !scratch.isValid()) {
        std::fprintf(stderr, "error: %s: the folder cannot be made\n", qPrintable(folder));
        return 1;
    }
    Services::installTranslations(*QCoreApplication::instance());
    // Pictures must not depend on, nor change, what the person at this machine has set.
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, scratch.path());
    const QString filled = scratch.filePath(u"sample.sslib"_s);
    const QString empty = scratch.filePath(u"empty.sslib"_s);
    if (const auto built = Services::buildSampleLibrary(filled); !built) {
        std::fprintf(stderr, "error: %s\n", qPrintable(built.error().toString()));
        return 1;
    }
    return Gallery(folder, files).write(filled, empty) ? 0 : 1;
}

} // namespace SecondStory::Ui
