// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/eventedits.h"
#include "editing/laneedits.h"
#include "editing/reviewdocument.h"
#include "support/testlibrary.h"
#include "timeline/timelineannouncer.h"
#include "timeline/timelineview.h"

#include <QApplication>
#include <QTest>

namespace SecondStory::Testing {

using namespace Qt::StringLiterals;

inline constexpr qint64 kAccessMinute = 60'000'000;
inline constexpr TimePoint kAccessNoon{ 1'519'128'000'000'000 }; ///< 13:00 in Paris

/// A review on screen: two lanes, four own events, two of evidence by Asha, one of them undated.
struct AccessScene {
    TestLibrary t;
    std::unique_ptr<Editing::ReviewDocument> document;
    Ui::TimelineSelection selection;
    std::unique_ptr<Ui::TimelineView> view;
    LaneId first;
    LaneId second;
    Person asha;
    EvidenceSource source;

    AccessScene()
    {
        const ReviewId review = t.addReview();
        asha.id = PersonId::create();
        asha.reviewId = review;
        asha.name = u"N. N."_s;
        asha.pseudonym = u"Asha"_s;
        ChangeSet people;
        people.insert(asha);
        if (!t.library->edits().apply(people))
            qFatal("nobody can be added");
        source.id = SourceId::create();
        source.reviewId = review;
        source.fileName = u"chat.json"_s;
        source.sha256 = QByteArray(32, 'x');
        source.importerId = u"slack"_s;
        source.importedAt = kAccessNoon;
        Event said = ownEvent(review, u"anyone else?"_s, at(50));
        Event undated = ownEvent(review, u"rolled some day"_s, std::nullopt);
        said.sourceId = undated.sourceId = source.id;
        said.actors = undated.actors = { asha.id };
        auto writer = t.library->sources().beginImport(review, source.id);
        if (!writer || !(*writer)->add(said) || !(*writer)->add(undated)
            || !(*writer)->finish(source))
            qFatal("the scene could not be imported");
        document = std::move(*Editing::ReviewDocument::open(*t.library, review));
        first = *Editing::addLane(*document, u"Decisions"_s);
        second = *Editing::addLane(*document, u"#incident"_s);
        add(0, {}, first, u"look"_s);
        add(20, {}, first, u"roll back"_s);
        add(40, 15, first, u"wait for rolling"_s);
        add(21, {}, second, u"say so"_s);
        view = std::make_unique<Ui::TimelineView>(*document, selection);
        view->resize(1000, 500);
        view->announcer().tellAlways();
        view->show();
        view->activateWindow();
        QApplication::processEvents();
        view->viewport().setScale(Figures::TimeScale({ at(-20), at(80) }, view->tracks().width()));
        view->tracks().setFocus();
        QApplication::processEvents();
    }
    [[nodiscard]] static TimePoint at(int minutes)
    {
        return { kAccessNoon.us + minutes * kAccessMinute };
    }
    void add(int minutes, std::optional<int> lasting, LaneId lane, const QString &title)
    {
        const auto end = lasting ? std::optional(at(minutes + *lasting)) : std::nullopt;
        if (!Editing::addEvent(*document, { at(minutes), end, lane, EventKind::Decision, title }))
            qFatal("an event of the scene was refused");
    }
    [[nodiscard]] qint64 seq(const QString &title) const
    {
        for (const auto *rows : { &document->events().rows, &document->events().undated }) {
            for (const EventRow &row : *rows) {
                if (document->eventBySeq(row.seq)->displayTitle() == title)
                    return row.seq;
            }
        }
        return 0;
    }
    [[nodiscard]] EventId id(const QString &title) const
    {
        return document->eventBySeq(seq(title))->id;
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(&view->tracks(), static_cast<Qt::Key>(key), modifiers);
    }
};

} // namespace SecondStory::Testing
