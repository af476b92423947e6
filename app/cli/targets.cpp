// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/targets.h"

#include "cli/words.h"
#include "store/eventrepository.h"
#include "store/library.h"

namespace SecondStory::Cli {

Result<TargetRef> targetFromText(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    const auto kind = colon < 0 ? std::optional(TargetKind::Event)
                                : fromString<TargetKind>(QStringView(text).left(colon));
    const QUuid id = QUuid::fromString(QStringView(text).mid(colon + 1));
    if (!kind || id.isNull())
        return failure(ErrorCode::Usage, tr("\"%1\" names nothing in a review").arg(text),
                       tr("write it like event:ID or factor:ID"));
    return TargetRef{ *kind, id };
}

Result<bool> holds(Store::Library &library, const ReviewContents &contents, const QUuid &id)
{
    const auto in = [&id](const auto &list) {
        return std::any_of(list.cbegin(), list.cend(),
                           [&id](const auto &record) { return record.id.value == id; });
    };
    if (contents.review.id.value == id || in(contents.people) || in(contents.lanes)
        || in(contents.sources) || in(contents.moments) || in(contents.accounts)
        || in(contents.activities) || in(contents.claims) || in(contents.factors)
        || in(contents.influences) || in(contents.pressures) || in(contents.questions)
        || in(contents.learnings) || in(contents.actions) || in(contents.sections)
        || in(contents.marks))
        return true;
    const auto events = library.events().byId({ EventId{ id } });
    if (!events)
        return failure(events.error());
    return !events->isEmpty() && events->first().reviewId == contents.review.id;
}

} // namespace SecondStory::Cli
