// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timelinebench.h"

#include "editing/eventedits.h"
#include "timeline/timelineview.h"

#include <QApplication>
#include <QUndoStack>

#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;

namespace SecondStory::Bench {

namespace {

/// What single edits of a large review cost: until they are stored, and from then on until the
/// timeline shows them.
class Edits {
public:
    Edits(Editing::ReviewDocument &document, Ui::TimelineSelection &selection)
    {
        // Connected before the view: what comes after this is the view's own work.
        QObject::connect(&document, &Editing::ReviewDocument::changed, &document,
                         [this] { m_stored = cpuMilliseconds(); });
        m_view = std::make_unique<Ui::TimelineView>(document, selection);
        m_view->resize(1920, 1080);
        m_view->show();
        QApplication::processEvents();
        m_view->model().finishCounting();
        QApplication::processEvents();
    }
    [[nodiscard]] Ui::TimelineView &view() { return *m_view; }

    void measure(const QString &name, const std::function<void()> &edit)
    {
        const double before = cpuMilliseconds();
        edit();
        QApplication::processEvents();
        const double after = cpuMilliseconds();
        m_store[name].push_back(m_stored - before);
        m_update[name].push_back(after - m_stored);
    }
    [[nodiscard]] QJsonObject result() const
    {
        QJsonObject figures;
        for (auto it = m_store.begin(); it != m_store.end(); ++it)
            figures[it.key()] = QJsonObject{ { u"cpuMsUntilStored"_s, quantiles(*it) },
                                             { u"cpuMsToShow"_s, quantiles(m_update[it.key()]) } };
        return figures;
    }

private:
    std::unique_ptr<Ui::TimelineView> m_view;
    double m_stored = 0;
    QMap<QString, std::vector<double>> m_store;
    QMap<QString, std::vector<double>> m_update;
};

} // namespace

QJsonObject measureEdits(const TimelineRun &run)
{
    const StoredReview stored(run);
    forgetPeak();
    const auto document = std::move(*Editing::ReviewDocument::open(*stored.library, stored.review));
    Ui::TimelineSelection selection;
    Edits edits(*document, selection);
    const TimeSpan whole = edits.view().model().span().value_or(TimeSpan{ { 0 }, { 1 } });
    for (int i = 0; i < run.frames; ++i) {
        EventId id;
        const TimePoint start{ whole.start.us + whole.length() / (run.frames + 1) * (i + 1) };
        edits.measure(u"add"_s, [&] {
            Editing::NewEvent event;
            event.title = u"Somebody said so"_s;
            event.start = start;
            event.lane = document->contents().lanes[i % document->contents().lanes.size()].id;
            const auto added = Editing::addEvent(*document, event);
            id = added.value_or(EventId{});
        });
        edits.measure(u"caption"_s,
                      [&] { (void)Editing::setCaption(*document, id, u"In other words"_s); });
        edits.measure(u"retime"_s,
                      [&] { (void)Editing::retimeEvents(*document, { id }, 1'800'000'000); });
        edits.measure(u"undo"_s, [&] { document->undoStack()->undo(); });
    }
    return { { u"events"_s, static_cast<qint64>(document->events().rows.size()) },
             { u"scenario"_s, run.scenario },
             { u"edits"_s, run.frames },
             { u"perEdit"_s, edits.result() },
             { u"peakMiB"_s, rounded(peakMiB()) } };
}

} // namespace SecondStory::Bench
