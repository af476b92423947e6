// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/work/githubrecords.h"

#include "importing/recordtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

std::optional<ParsedActor> githubActor(const JsonValue *user)
{
    if (user == nullptr || !user->isObject())
        return {};
    const QString login = firstTextAt(*user, { u"login", u"username", u"name", u"email" });
    if (login.isEmpty() || login == u"ghost"_s)
        return {};
    ParsedActor actor;
    actor.name = login;
    actor.handle = login;
    const QString type = textAt(*user, u"type");
    if (type == u"Bot"_s || login.endsWith(u"[bot]"_s) || login == u"web-flow"_s)
        actor.kind = PersonKind::Bot;
    else if (type == u"Organization"_s)
        actor.kind = PersonKind::Group;
    return actor;
}

void addGithubActor(ParsedEvent &event, const JsonValue *user)
{
    const auto actor = githubActor(user);
    const auto isSame = [&](const ParsedActor &one) { return one.handle == actor->handle; };
    if (actor && std::none_of(event.actors.cbegin(), event.actors.cend(), isSame))
        event.actors.append(*actor);
}

QString githubThreadName(const QString &apiAddress)
{
    const QStringList parts = apiAddress.split(u'/', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 4 < parts.size(); ++i) {
        const bool isThread = parts[i + 3] == u"issues"_s || parts[i + 3] == u"pulls"_s;
        if (parts[i] == u"repos"_s && isThread)
            return parts[i + 1] + u'/' + parts[i + 2] + u'#' + parts[i + 4];
    }
    return {};
}

} // namespace SecondStory::Importing
