// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/reportentry.h"

#include "importing/importerrors.h"
#include "importing/limits.h"
#include "importing/plainwords.h"
#include "importing/recordwriter.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

/// Fills title and text; false when the entry says nothing.
bool fillWords(const TimelineItem &item, ParsedEvent &event)
{
    const QString body = joinedLines(item.body);
    const bool isTitled = item.isHeading && !item.rest.trimmed().isEmpty();
    const QString whole = isTitled || item.rest.trimmed().isEmpty() ? body
        : body.isEmpty()                                            ? item.rest.trimmed()
                         : QString(item.rest.trimmed() + u'\n' + body);
    const QString lead = isTitled ? item.rest : firstParagraph(whole.split(u'\n'));
    QString title = isTitled ? withoutMarkdown(lead) : firstSentence(withoutMarkdown(lead));
    if (title.isEmpty())
        title = withoutMarkdown(whole);
    if (title.isEmpty() && whole.isEmpty())
        return false;
    event.title = titleFrom(title.isEmpty() ? whole : title);
    if (isTitled && title.size() > Limits::kTitleCharacters)
        event.text = item.rest + u"\n\n"_s + body;
    else if (whole != event.title)
        event.text = whole;
    event.text = event.text.trimmed();
    return true;
}

/// "@cblecker reports …" names who acted.
void fillActor(ParsedEvent &event)
{
    if (!event.title.startsWith(u'@'))
        return;
    qsizetype n = 1;
    while (
        n < event.title.size()
        && (event.title[n].isLetterOrNumber() || event.title[n] == u'-' || event.title[n] == u'_'))
        ++n;
    if (n > 1)
        event.actors.append({ event.title.mid(1, n - 1), event.title.left(n), PersonKind::Human });
}

} // namespace

QString joinedLines(QStringList lines)
{
    while (!lines.isEmpty() && lines.first().trimmed().isEmpty())
        lines.removeFirst();
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    return lines.join(u'\n');
}

std::optional<ParsedEvent> entryFrom(const TimelineItem &item)
{
    ParsedEvent event;
    event.place = linePlace(item.line);
    if (!fillWords(item, event))
        return {};
    event.kind = kindFromWords(event.title);
    fillActor(event);
    return event;
}

} // namespace SecondStory::Importing
