// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// secondstory-bench-startup [--reviews N]: CPU to the first picture of the window, and what opening
// a library of N reviews (default 500) costs. Prints one JSON object.

#include "domain/changeset.h"
#include "store/editrepository.h"
#include "store/library.h"
#include "store/reviewrepository.h"
#include "theme/colorscheme.h"
#include "theme/style.h"
#include "window/librarysession.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>

using namespace SecondStory;
using namespace Qt::StringLiterals;

namespace {

/// CPU of the whole process so far. Units: milliseconds.
double cpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1000.0 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Notices when the window has painted for the first time.
class FirstPaint final : public QObject {
public:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_isPainted = true;
        return false;
    }
    [[nodiscard]] bool isPainted() const { return m_isPainted; }

private:
    bool m_isPainted = false;
};

void fill(Store::Library &library, int reviews)
{
    const auto codes = library.reviews().codes().value_or(QList<Code>());
    for (int i = 0; i < reviews; ++i) {
        Review review;
        review.id = ReviewId::create();
        review.title = u"Incident number %1 of the platform"_s.arg(i);
        review.summary = u"What people saw, what they did, and what made it make sense."_s;
        review.zone = u"Europe/Lisbon"_s;
        review.frame.began = TimePoint::fromSeconds(1'700'000'000LL + i * 86'400LL);
        ChangeSet set;
        set.insert(review);
        for (int k = 0; k < 12; ++k) {
            Factor factor;
            factor.id = FactorId::create();
            factor.reviewId = review.id;
            factor.title = u"Factor %1"_s.arg(k);
            set.insert(factor);
            Event event;
            event.id = EventId::create();
            event.reviewId = review.id;
            event.title = u"Event %1"_s.arg(k);
            event.recorded.start = TimePoint{ review.frame.began->us + k * 60'000'000LL };
            event.recorded.basis = TimeBasis::Absolute;
            set.insert(event);
        }
        for (int k = 0; k < 5 && !codes.isEmpty(); ++k) {
            Pressure pressure;
            pressure.id = PressureId::create();
            pressure.reviewId = review.id;
            pressure.codeId = codes[(i * 7 + k * 3) % codes.size()].id;
            set.insert(pressure);
        }
        if (!library.edits().apply(set))
            qFatal("the library could not be filled");
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const double begin = cpuMs();
    qputenv("QT_QPA_PLATFORM",
            qgetenv("QT_QPA_PLATFORM").isEmpty() ? "offscreen" : qgetenv("QT_QPA_PLATFORM"));
    QApplication application(argc, argv);
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    QApplication::setStyle(new Ui::Style);
    Ui::ColorScheme scheme;
    Ui::LibrarySession session;
    FirstPaint paint;
    Ui::MainWindow window(session, scheme);
    window.installEventFilter(&paint);
    window.show();
    while (!paint.isPainted())
        QApplication::processEvents();
    const double firstPaint = cpuMs() - begin;

    const QStringList arguments = QApplication::arguments();
    const qsizetype at = arguments.indexOf(u"--reviews"_s);
    const int reviews = at > 0 ? arguments.value(at + 1).toInt() : 500;
    const QString path = folder.filePath(u"bench.sslib"_s);
    {
        auto library = Store::Library::create(path);
        if (!library)
            qFatal("%s", qPrintable(library.error().toString()));
        fill(**library, reviews);
    }
    const double before = cpuMs();
    QElapsedTimer wall;
    wall.start();
    if (!window.openLibrary(path))
        return 1;
    QApplication::processEvents();
    const QJsonObject result{ { u"firstPaintCpuMs"_s, firstPaint },
                              { u"reviews"_s, reviews },
                              { u"openCpuMs"_s, cpuMs() - before },
                              { u"openWallMs"_s, wall.elapsed() } };
    std::printf("%s", QJsonDocument(result).toJson().constData());
    return 0;
}
