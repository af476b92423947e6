// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/importfile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

QString ImportFile::importerId() const
{
    if (!request.importerId.isEmpty())
        return request.importerId;
    return look.preview.candidates.isEmpty() ? QString() : look.preview.candidates.first().first;
}

Importing::Needs ImportFile::lacks() const
{
    using Importing::Need;
    Importing::Needs needs = look.preview.missing;
    const auto isAssumed = [this](const Importing::ParsedEvent &event) {
        return event.time.basis == TimeBasis::ZoneAssumed
            && event.time.reference != ClockReference::Unknown
            && event.time.zone == request.options.fallbackZone;
    };
    const auto &events = look.preview.events;
    if (request.options.zone.isEmpty() && std::any_of(events.begin(), events.end(), isAssumed))
        needs |= Need::Zone;
    return needs;
}

Importing::Needs ImportFile::answered(Importing::Needs needs) const
{
    using Importing::Need;
    Importing::Needs said;
    said.setFlag(Need::Zone, !request.options.zone.isEmpty());
    said.setFlag(Need::Date, request.options.date.has_value());
    said.setFlag(Need::Start, request.options.start.has_value());
    said.setFlag(Need::Mapping, !request.options.mapping.isEmpty());
    return said & needs;
}

bool ImportFile::isOpen() const
{
    return state != ImportState::Waiting && state != ImportState::Reading
        && state != ImportState::Done;
}

void ImportFile::judge()
{
    message.clear();
    if (look.error) {
        state = ImportState::Failed;
        message = look.error->what;
    } else if (importerId().isEmpty()) {
        state = ImportState::Unknown;
    } else if (look.preview.missing) {
        state = ImportState::Asking;
    } else if (!look.preview.problem.isEmpty()) {
        state = ImportState::Failed;
        message = look.preview.problem;
    } else {
        state = ImportState::Ready;
    }
}

} // namespace SecondStory::Ui
