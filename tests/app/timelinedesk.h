// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/eventedits.h"
#include "editing/laneedits.h"
#include "editing/reviewdocument.h"
#include "support/testlibrary.h"
#include "timeline/inlineeditor.h"
#include "timeline/laneheaders.h"
#include "timeline/timelineview.h"

#include <QApplication>
#include <QMouseEvent>
#include <QSettings>
#include <QTest>
#include <QWheelEvent>

namespace SecondStory::Testing {

inline constexpr qint64 kDeskMinute = 60'000'000;
inline constexpr TimePoint kDeskNoon{ 1'519'128'000'000'000 };

/// Settings of its own for a test, so that no choice of the person at this computer gets in.
inline void isolateSettings(const QString &folder)
{
    QCoreApplication::setOrganizationName(QStringLiteral("secondstory-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("timeline"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder);
    QSettings().clear();
}

/// A review of a few lanes on screen, with own events, and hands to use it.
struct TimelineDesk {
    TestLibrary t;
    std::unique_ptr<Editing::ReviewDocument> document;
    Ui::TimelineSelection selection;
    std::unique_ptr<Ui::TimelineView> view;
    QList<LaneId> lanes;

    explicit TimelineDesk(int laneCount = 3)
    {
        const ReviewId review = t.addReview();
        addEvidence(review);
        document = std::move(*Editing::ReviewDocument::open(*t.library, review));
        for (int i = 0; i < laneCount; ++i)
            lanes.append(
                *Editing::addLane(*document, QStringLiteral("Lane %1").arg(QChar(u'A' + i))));
        add(0, {}, 0, QStringLiteral("look"));
        add(20, {}, 0, QStringLiteral("roll back"));
        add(40, 15, 0, QStringLiteral("wait"));
        add(21, {}, 1, QStringLiteral("say so"));
        if (laneCount > 2)
            add(30, {}, 2, QStringLiteral("roll on"));
        view = std::make_unique<Ui::TimelineView>(*document, selection);
        view->resize(1000, 500);
        view->show();
        QApplication::processEvents();
        view->viewport().setScale(Figures::TimeScale(
            { { kDeskNoon.us - 20 * kDeskMinute }, { kDeskNoon.us + 80 * kDeskMinute } },
            view->tracks().width()));
        view->tracks().setFocus();
    }
    void addEvidence(ReviewId review)
    {
        EvidenceSource source;
        source.id = SourceId::create();
        source.reviewId = review;
        source.fileName = QStringLiteral("chat.json");
        source.sha256 = QByteArray(32, 'x');
        source.importerId = QStringLiteral("slack");
        source.importedAt = kDeskNoon;
        Event evidence = ownEvent(review, QStringLiteral("anyone else?"),
                                  TimePoint{ kDeskNoon.us + 50 * kDeskMinute });
        evidence.sourceId = source.id;
        auto writer = t.library->sources().beginImport(review, source.id);
        if (!writer || !(*writer)->add(evidence) || !(*writer)->finish(source))
            qFatal("the scene could not be imported");
    }
    void add(int minutes, std::optional<int> lasting, int lane, const QString &title)
    {
        const TimePoint start{ kDeskNoon.us + minutes * kDeskMinute };
        const auto end =
            lasting ? std::optional(TimePoint{ start.us + *lasting * kDeskMinute }) : std::nullopt;
        if (!Editing::addEvent(*document, { start, end, lanes[lane], EventKind::Decision, title }))
            qFatal("an event of the scene was refused");
    }
    [[nodiscard]] Ui::TimelineTracks &tracks() const { return view->tracks(); }
    [[nodiscard]] Ui::LaneHeaders &headers() const { return view->headers(); }
    [[nodiscard]] const Figures::LaneRow &row(int number) const
    {
        return tracks().layout().rows()[static_cast<size_t>(number)];
    }
    [[nodiscard]] const Lane &lane(int number) const
    {
        return *findRecord<Lane>(document->contents(), lanes[number]);
    }
    [[nodiscard]] qint64 seq(const QString &title) const
    {
        for (const EventRow &one : document->events().rows) {
            if (document->eventBySeq(one.seq)->displayTitle() == title)
                return one.seq;
        }
        return 0;
    }
    [[nodiscard]] QPoint placeOf(const QString &title) const
    {
        return tracks().rectOf(seq(title)).center().toPoint();
    }
    [[nodiscard]] TimePoint startOf(const QString &title) const
    {
        return *document->eventBySeq(seq(title))->effectiveStart();
    }
    /// On the ground of the first lane, so many minutes after noon.
    [[nodiscard]] QPoint ground(int minutes = 8) const
    {
        return { static_cast<int>(
                     view->viewport().scale().x({ kDeskNoon.us + minutes * kDeskMinute })),
                 static_cast<int>(row(0).y) + 6 };
    }
    static void send(QWidget &widget, QEvent::Type type, QPoint place, Qt::MouseButton button,
                     Qt::MouseButtons buttons, Qt::KeyboardModifiers modifiers = {})
    {
        QMouseEvent event(type, place, widget.mapToGlobal(place), button, buttons, modifiers);
        QApplication::sendEvent(&widget, &event);
    }
    static void press(QWidget &widget, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {},
                      Qt::MouseButton button = Qt::LeftButton)
    {
        send(widget, QEvent::MouseButtonPress, from, button, button, modifiers);
        send(widget, QEvent::MouseMove, (from + to) / 2, Qt::NoButton, button, modifiers);
        send(widget, QEvent::MouseMove, to, Qt::NoButton, button, modifiers);
    }
    static void drag(QWidget &widget, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {},
                     Qt::MouseButton button = Qt::LeftButton)
    {
        press(widget, from, to, modifiers, button);
        send(widget, QEvent::MouseButtonRelease, to, button, Qt::NoButton, modifiers);
    }
    static void wheel(QWidget &widget, QPoint angle, Qt::KeyboardModifiers modifiers = {},
                      QPoint pixels = {}, QPointF place = { 300, 60 })
    {
        QWheelEvent event(place, widget.mapToGlobal(place), pixels, angle, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&widget, &event);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(&tracks(), static_cast<Qt::Key>(key), modifiers);
    }
    [[nodiscard]] Ui::InlineEditor *editor() const
    {
        return tracks().findChild<Ui::InlineEditor *>();
    }
};

} // namespace SecondStory::Testing
