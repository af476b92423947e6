// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/reviewdocument.h"
#include "support/canvassample.h"
#include "support/testlibrary.h"

namespace SecondStory::Testing {

/// An open review that holds a canvas and some events to cite.
struct CanvasDocument {
    TestLibrary library;
    std::unique_ptr<Editing::ReviewDocument> document;
    QList<EventId> events;

    explicit CanvasDocument(int eventCount = 3)
    {
        const ReviewId review = library.addReview();
        document = std::move(*Editing::ReviewDocument::open(*library.library, review));
        ChangeSet set;
        for (int i = 0; i < eventCount; ++i) {
            Event event;
            event.id = EventId::create();
            event.reviewId = review;
            event.title = QStringLiteral("Event %1 <b>of</b> the day").arg(i + 1);
            event.recorded.start = TimePoint::fromSeconds(1'760'000'000 + i * 60);
            event.recorded.basis = TimeBasis::Absolute;
            event.starred = i % 2 == 0;
            events.append(event.id);
            set.insert(event);
        }
        store(set);
    }

    /// Fills the canvas; the evidence counts become links to the events.
    void fill(Samples::Canvas canvas)
    {
        // Samples may be made before there is a review.
        for (Factor &factor : canvas.factors)
            factor.reviewId = document->id();
        for (Influence &influence : canvas.influences)
            influence.reviewId = document->id();
        ChangeSet set;
        for (const Factor &factor : canvas.factors)
            set.insert(factor);
        for (const Influence &influence : canvas.influences)
            set.insert(influence);
        for (const Factor &factor : canvas.factors) {
            for (int i = 0; i < canvas.evidence.value(factor.id.value) && i < events.size(); ++i) {
                EvidenceLink link;
                link.id = EvidenceLinkId::create();
                link.reviewId = document->id();
                link.target = { TargetKind::Factor, factor.id.value };
                link.eventId = events[i];
                set.insert(link);
            }
        }
        store(set);
    }

private:
    void store(const ChangeSet &set)
    {
        if (const auto done = document->perform(set, QStringLiteral("Prepare")); !done)
            qFatal("%s", qPrintable(done.error().toString() + done.error().detail));
        document->undoStack()->clear();
    }
};

} // namespace SecondStory::Testing
