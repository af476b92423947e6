// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures an import into a new library: processor time, memory, how fast it ends when asked to,
// and the search afterwards; with --beside also how long somebody else at work on the library
// waits.

#include "domain/changeset.h"
#include "services/importservice.h"
#include "store/editrepository.h"
#include "store/eventrepository.h"
#include "store/library.h"
#include "store/reviewrepository.h"
#include "store/searchrepository.h"
#include "store/sourcewriter.h"
#include "store/sql/sqlconnection.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <sys/resource.h>
#include <thread>

using namespace SecondStory;
using namespace Qt::StringLiterals;

namespace {

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double peakMiB()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

template <class T>
T orDie(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s %s\n", qPrintable(result.error().toString()),
                     qPrintable(result.error().detail));
        std::exit(1);
    }
    return std::move(*result);
}

/// Somebody else at work on the same library: a tiny write every 20 ms.
class OtherWriter {
public:
    explicit OtherWriter(const QString &path)
        : m_thread([this, path] { work(path); })
    {
    }
    ~OtherWriter() { stop(); }
    void stop()
    {
        m_isDone = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    [[nodiscard]] double longestMs() const { return m_longestMs; }
    [[nodiscard]] int writes() const { return m_writes; }

private:
    void work(const QString &path)
    {
        using Store::SqlConnection;
        const auto connection =
            orDie(SqlConnection::openSqlite(path, SqlConnection::Mode::ReadWrite));
        while (!m_isDone) {
            QElapsedTimer timer;
            timer.start();
            const auto transaction = orDie(Store::Transaction::begin(*connection));
            m_longestMs = std::max(m_longestMs, milliseconds(timer));
            (void)connection->execute(u"UPDATE review SET updated = updated + 1"_s);
            (void)transaction->commit();
            ++m_writes;
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }

    std::atomic<bool> m_isDone = false;
    double m_longestMs = 0;
    int m_writes = 0;
    std::thread m_thread; ///< last: it uses the others
};

struct Place {
    explicit Place(const QTemporaryDir &folder, const QString &name)
        : path(folder.filePath(name))
        , library(orDie(Store::Library::create(path)))
    {
        Review review;
        review.id = ReviewId::create();
        review.title = u"Import"_s;
        review.zone = u"UTC"_s;
        review.created = review.updated = TimePoint::now();
        ChangeSet set;
        set.insert(review);
        (void)orDie(library->edits().apply(set));
        id = review.id;
    }

    QString path;
    std::unique_ptr<Store::Library> library;
    ReviewId id;
};

double cancelMs(const QTemporaryDir &folder, const QString &file,
                const Importing::ImporterRegistry &registry, qint64 after)
{
    const Place place(folder, u"cancelled.sslib"_s);
    Services::ImportService service(*place.library, registry);
    QElapsedTimer timer;
    const auto outcome =
        service.run({ file, {}, place.id }, [&](const Services::ImportProgress &progress) {
            if (progress.records < after)
                return true;
            if (!timer.isValid())
                timer.start();
            return false;
        });
    return timer.isValid() && !outcome ? milliseconds(timer) : -1;
}

/// Imports into another library while somebody else writes there.
void measureBeside(const QTemporaryDir &folder, const QString &file,
                   const Importing::ImporterRegistry &registry, QJsonObject &figures)
{
    const Place place(folder, u"beside.sslib"_s);
    Services::ImportService service(*place.library, registry);
    OtherWriter other(place.path);
    QElapsedTimer timer;
    timer.start();
    (void)orDie(service.run({ file, {}, place.id }));
    figures[u"besideSeconds"_s] = rounded(milliseconds(timer) / 1e3);
    other.stop();
    figures[u"longestLockMs"_s] = rounded(other.longestMs());
    figures[u"otherWrites"_s] = other.writes();
}

/// The first fifty anywhere, the first fifty of the review, and all of the review.
QJsonObject searchMs(Store::Library &library, ReviewId review, const QStringList &words)
{
    QJsonObject figures;
    for (const QString &word : words) {
        QElapsedTimer timer;
        timer.start();
        const auto hits = orDie(library.search().search(word, {}, 50));
        const double ms = milliseconds(timer);
        timer.restart();
        orDie(library.search().search(word, review, 50));
        const double reviewMs = milliseconds(timer);
        timer.restart();
        const auto all = orDie(library.search().eventsThat({ review, word, {}, {} }));
        figures[word] = QJsonObject{ { u"ms"_s, rounded(ms) },
                                     { u"hits"_s, static_cast<int>(hits.size()) },
                                     { u"reviewMs"_s, rounded(reviewMs) },
                                     { u"allMs"_s, rounded(milliseconds(timer)) },
                                     { u"all"_s, static_cast<int>(all.size()) } };
    }
    return figures;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({ { u"input"_s, u"The file to import."_s, u"FILE"_s },
                        { u"json"_s, u"Prints one JSON object."_s },
                        { u"beside"_s, u"Imports again beside somebody who writes."_s },
                        { u"words"_s, u"What to search, by commas."_s, u"WORDS"_s,
                          u"timeout,timeout retry,ti,req,b23f2a9e"_s } });
    parser.process(app);
    const QString file = parser.value(u"input"_s);
    const QTemporaryDir folder;
    const Importing::ImporterRegistry registry;

    const Place place(folder, u"library.sslib"_s);
    Services::ImportService service(*place.library, registry);
    QElapsedTimer timer;
    timer.start();
    const auto preview = orDie(service.preview({ file, {}, place.id }, 50));
    const double firstEventsMs = milliseconds(timer);

    const double before = cpuSeconds();
    timer.restart();
    const auto outcome = orDie(service.run({ file, {}, place.id }));
    const double wall = milliseconds(timer) / 1e3;
    const double cpu = cpuSeconds() - before;
    QJsonObject figures{
        { u"records"_s, outcome.source.read },
        { u"imported"_s, outcome.source.imported },
        { u"cpuSeconds"_s, rounded(cpu) },
        { u"wallSeconds"_s, rounded(wall) },
        { u"peakMiB"_s, rounded(peakMiB()) },
        { u"firstEventsMs"_s, preview.events.isEmpty() ? -1 : rounded(firstEventsMs) },
    };
    figures[u"cancelMs"_s] = rounded(cancelMs(folder, file, registry, outcome.source.read / 2));
    if (parser.isSet(u"beside"_s))
        measureBeside(folder, file, registry, figures);
    const QJsonObject searches = searchMs(*place.library, place.id,
                                          parser.value(u"words"_s).split(u',', Qt::SkipEmptyParts));
    double slowest = 0;
    for (const QJsonValue &search : searches)
        slowest = std::max(slowest, search[u"ms"].toDouble());
    figures[u"searchFirst50Ms"_s] = rounded(slowest);
    figures[u"searches"_s] = searches;
    const auto form = parser.isSet(u"json"_s) ? QJsonDocument::Compact : QJsonDocument::Indented;
    std::printf("%s\n", QJsonDocument(figures).toJson(form).constData());
    return 0;
}
