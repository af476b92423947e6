// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/result.h"

#include <QList>

namespace SecondStory::Editing {

class ReviewDocument;

/// Adds an own event beside each of the events: same time, lane, kind, people and words. Of
/// evidence the copy is the analyst's own and can be moved; the evidence stays as it is. One step
/// of undo. Errors: NotFound when an event is gone; Refused when one has no time yet; as
/// ReviewDocument::perform.
Result<QList<EventId>> duplicateEvents(ReviewDocument &document, const QList<EventId> &events);

} // namespace SecondStory::Editing
