// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace SecondStory {
struct EventTable;
}

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class TimelineSelection;

/// Lets go of what is selected and not among `events` any more. Cost: linear, when something is
/// selected.
void keepOnly(TimelineSelection &selection, const EventTable &events);
/// Lets go of what leaves the review from now on: the store may give the number of an event that
/// went to the next one. Lasts as long as both.
void followRemovals(TimelineSelection &selection, Editing::ReviewDocument &document);

} // namespace SecondStory::Ui
