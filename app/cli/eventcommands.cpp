// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/eventfields.h"
#include "cli/eventlist.h"
#include "cli/eventtext.h"
#include "cli/files.h"
#include "cli/words.h"
#include "store/editrepository.h"
#include "store/eventrepository.h"
#include "store/reviewrepository.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

struct EventLine {
    QString review;
    QString id;
    EventFields fields;
    QStringList actors;
    std::optional<StatedTime> from;
    bool star = false;
    bool unstar = false;
    std::optional<int> ifVersion;

    /// The fields with what the line says in other words.
    [[nodiscard]] Result<EventFields> whole() const
    {
        EventFields result = fields;
        if (result.start && from)
            return failure(ErrorCode::Usage, tr("--time and --from are given at once"));
        if (from)
            result.start = from;
        if (result.text)
            result.text = textOrInput(*result.text);
        if (!actors.isEmpty())
            result.actors = actors;
        if (star || unstar)
            result.starred = star;
        return result;
    }
};

/// An event with its review around it.
struct Found {
    Event event;
    ReviewContents contents;
};

Result<Found> find(Store::Library &library, const QString &text)
{
    const EventId id = EventId::fromString(text);
    if (id.isNull())
        return failure(ErrorCode::Usage, tr("\"%1\" is not the id of an event").arg(text),
                       tr("`events` lists them"));
    const auto events = library.events().byId({ id });
    if (!events)
        return failure(events.error());
    if (events->isEmpty())
        return failure(ErrorCode::NotFound, tr("there is no event %1").arg(text));
    auto contents = library.reviews().load(events->first().reviewId);
    if (!contents)
        return failure(contents.error());
    return Found{ events->first(), std::move(*contents) };
}

Result<int> commit(Context &context, const EventEdit &edit)
{
    const auto applied = (*context.library())->edits().apply(edit.set);
    if (!applied)
        return failure(applied.error());
    const auto change = std::get<RecordChange<Event>>(applied->changes.last());
    const QString id = change.id().toString();
    if (context.out.isJson) {
        QJsonObject object{ { u"id"_s, id } };
        if (change.after)
            object.insert(u"version"_s, change.after->version);
        else
            object.insert(u"deleted"_s, true);
        if (!edit.remarks.isEmpty())
            object.insert(u"remark"_s, edit.remarks.join(u"; "_s));
        context.out.object(object);
        return 0;
    }
    context.out.line(change.after ? tr("%1 version %2").arg(id).arg(change.after->version)
                                  : tr("Deleted %1").arg(id));
    for (const QString &remark : edit.remarks)
        context.out.note(remark);
    return 0;
}

Result<int> add(Context &context, const EventLine &line)
{
    const auto fields = line.whole();
    if (!fields)
        return failure(fields.error());
    const auto id = context.review(line.review);
    if (!id)
        return failure(id.error());
    const auto contents = (*context.library())->reviews().load(*id);
    if (!contents)
        return failure(contents.error());
    const auto edit = newEvent(*contents, *fields);
    return edit ? commit(context, *edit) : failure(edit.error());
}

Result<int> show(Context &context, const EventLine &line)
{
    const auto library = context.library();
    if (!library)
        return failure(library.error());
    const auto found = find(**library, line.id);
    if (!found)
        return failure(found.error());
    const auto codes = (*library)->reviews().codes();
    if (!codes)
        return failure(codes.error());
    const EventText text(found->contents, *codes);
    const Event &event = found->event;
    if (context.out.isJson) {
        context.out.object(text.toJson(event));
        return 0;
    }
    const auto row = [&context](const QString &name, const QString &value) {
        if (!value.isEmpty())
            context.out.line(u"%1 %2"_s.arg(name, -10).arg(value));
    };
    context.out.line(event.displayTitle());
    row(tr("id"), tr("%1 version %2").arg(event.id.toString()).arg(event.version));
    row(tr("review"), found->contents.review.title);
    row(tr("time"), EventText::timeText(event));
    row(tr("recorded"), event.recorded.text);
    row(tr("kind"), toString(event.kind));
    row(tr("lane"), text.lane(event));
    row(tr("who"), text.actors(event).join(u", "_s));
    row(tr("source"),
        event.isImported() ? QString(text.file(event) + u':' + event.place) : QString());
    row(tr("title"), event.caption.isEmpty() ? QString() : event.title);
    row(tr("codes"), text.codes(event).join(u", "_s));
    row(tr("note"), event.note);
    if (!event.text.isEmpty())
        context.out.line(u'\n' + event.text);
    return 0;
}

Result<int> edit(Context &context, const EventLine &line)
{
    const auto fields = line.whole();
    if (!fields)
        return failure(fields.error());
    if (fields->isEmpty())
        return failure(ErrorCode::Usage, tr("nothing to change is given"));
    const auto library = context.library();
    if (!library)
        return failure(library.error());
    auto found = find(**library, line.id);
    if (!found)
        return failure(found.error());
    // The store compares this version with its own, and tells both texts when they differ.
    found->event.version = line.ifVersion.value_or(found->event.version);
    const auto edit = editOf(found->contents, found->event, *fields);
    return edit ? commit(context, *edit) : failure(edit.error());
}

Result<int> remove(Context &context, const EventLine &line)
{
    const auto library = context.library();
    if (!library)
        return failure(library.error());
    auto found = find(**library, line.id);
    if (!found)
        return failure(found.error());
    found->event.version = line.ifVersion.value_or(found->event.version);
    const auto edit = removalOf(found->contents, found->event);
    return edit ? commit(context, *edit) : failure(edit.error());
}

void addFields(Command &command, EventLine &line)
{
    EventFields &fields = line.fields;
    command.time("--time", fields.start, tr("when it was, RFC 3339"));
    command.time("--from", line.from, tr("when it began, RFC 3339"));
    command.time("--to", fields.end, tr("when it ended, RFC 3339"));
    command.choice("--certainty", fields.certainty, tr("how sure the time is"));
    command.text("--reason", fields.reason, tr("where the time comes from"));
    command.choice("--kind", fields.kind, tr("what it is"));
    command.choice("--grounds", fields.grounds, tr("what the knowledge of it rests on"));
    command.text("--lane", fields.lane, tr("row of the timeline; a new name makes a new one"));
    command.texts("--actor", line.actors, tr("who took part, by name; may be given again"));
    command.text("--text", fields.text, tr("the whole text; - reads it from standard input"));
    command.text("--note", fields.note, tr("the analyst's note"));
    command.flag("--star", line.star, tr("mark it as important"));
}

} // namespace

void addEventCommands(Command &line, Context &context)
{
    addEventList(line, context);

    Command event = line.add("event", tr("one event"));
    event.needsOneCommand();
    const auto given = std::make_shared<EventLine>();

    Command command = event.add("add", tr("add an event of your own; prints its id and version"));
    command.review(given->review);
    command.text("--title", given->fields.title, tr("what happened, in one line"))->required();
    addFields(command, *given);
    command.runs(context, [&context, given] { return add(context, *given); });

    command = event.add("show", tr("everything known of an event"));
    command.text("ID", given->id, tr("the event's id"))->required();
    command.runs(context, [&context, given] { return show(context, *given); });

    command = event.add("edit", tr("change an event; of evidence, what stands beside it"));
    command.text("ID", given->id, tr("the event's id"))->required();
    command.text("--title", given->fields.title, tr("what happened, in one line"));
    addFields(command, *given);
    command.flag("--unstar", given->unstar, tr("take the mark back"));
    command.flag("--no-time", given->fields.withoutTime,
                 tr("take the stated time back: own events become undated"));
    command.number("--if-version", given->ifVersion,
                   tr("only if this is still the stored version; else exit 3"));
    command.runs(context, [&context, given] { return edit(context, *given); });

    command = event.add("delete", tr("remove an event of your own"));
    command.text("ID", given->id, tr("the event's id"))->required();
    command.number("--if-version", given->ifVersion,
                   tr("only if this is still the stored version; else exit 3"));
    command.runs(context, [&context, given] { return remove(context, *given); });
}

} // namespace SecondStory::Cli
