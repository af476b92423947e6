// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/context.h"

#include "cli/words.h"
#include "store/reviewrepository.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

Result<QString> Context::location() const
{
    const QString path = libraryPath.isEmpty() ? Store::Library::defaultPath() : libraryPath;
    if (path.startsWith(u"postgresql:"_s) || path.startsWith(u"postgres:"_s))
        return failure(ErrorCode::Usage, tr("this version opens library files only"),
                       tr("name a file with -L"));
    return path;
}

Result<Store::Library *> Context::library()
{
    if (m_library)
        return m_library.get();
    const auto path = location();
    if (!path)
        return failure(path.error());
    auto opened = Store::Library::open(*path);
    if (!opened)
        return failure(opened.error());
    m_library = std::move(*opened);
    return m_library.get();
}

Result<ReviewId> Context::review(const QString &text)
{
    const auto opened = library();
    if (!opened)
        return failure(opened.error());
    if (!text.isEmpty())
        return (*opened)->reviews().find(text);
    const auto list = (*opened)->reviews().list();
    if (!list)
        return failure(list.error());
    if (list->size() == 1)
        return list->first().review.id;
    return list->isEmpty() ? failure(ErrorCode::NotFound, tr("the library holds no review"),
                                     tr("begin one with `review new`"))
                           : failure(ErrorCode::Usage, tr("the library holds several reviews"),
                                     tr("say which with -r"));
}

Result<QList<ReviewId>> Context::reviewsOrAll(const QString &text)
{
    if (!text.isEmpty()) {
        const auto one = review(text);
        return one ? Result<QList<ReviewId>>(QList{ *one }) : failure(one.error());
    }
    const auto opened = library();
    if (!opened)
        return failure(opened.error());
    const auto list = (*opened)->reviews().list();
    if (!list)
        return failure(list.error());
    QList<ReviewId> ids;
    for (const Store::ReviewListing &listing : *list)
        ids << listing.review.id;
    return ids;
}

} // namespace SecondStory::Cli
