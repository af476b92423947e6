// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/batchoperation.h"

#include "cli/removals.h"
#include "cli/targets.h"
#include "cli/words.h"
#include "store/editrepository.h"
#include "store/eventrepository.h"
#include "store/reviewrepository.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

tl::unexpected<Error> bad(const QString &place, const QString &what)
{
    Error error;
    error.code = ErrorCode::BadInput;
    error.place = place;
    error.what = what;
    return failure(std::move(error));
}

/// Takes keys out of an event line one by one; what is left over at the end is a slip.
class FieldReader {
public:
    explicit FieldReader(QJsonObject object)
        : m_object(std::move(object))
    {
    }

    std::optional<QString> text(const QString &key)
    {
        const QJsonValue value = m_object.take(key);
        if (value.isUndefined())
            return {};
        if (!value.isString())
            fail(key, tr("is a text"));
        return value.toString();
    }
    std::optional<bool> truth(const QString &key)
    {
        const QJsonValue value = m_object.take(key);
        if (value.isUndefined())
            return {};
        if (!value.isBool())
            fail(key, tr("is true or false"));
        return value.toBool();
    }
    std::optional<QStringList> texts(const QString &key)
    {
        const QJsonValue value = m_object.take(key);
        if (value.isUndefined())
            return {};
        QStringList texts;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            texts << item.toString();
        if (!value.isArray() || texts.contains(QString()))
            fail(key, tr("is a list of texts"));
        return texts;
    }
    std::optional<StatedTime> time(const QString &key)
    {
        const auto words = text(key);
        if (!words)
            return {};
        const auto stated = StatedTime::fromText(*words);
        if (!stated)
            fail(key, tr("\"%1\" is not a time in RFC 3339").arg(*words));
        return stated;
    }
    template <class E>
    std::optional<E> word(const QString &key)
    {
        const auto words = text(key);
        if (!words)
            return {};
        const auto known = fromString<E>(*words);
        if (!known)
            fail(key, tr("\"%1\" is not one of the words that may stand here").arg(*words));
        return known;
    }
    void leave(const QString &key) { m_object.remove(key); }
    [[nodiscard]] Result<void> finish()
    {
        if (!m_object.isEmpty())
            fail(m_object.begin().key(), tr("is not a key of an event's edit"));
        if (m_error)
            return failure(*m_error);
        return {};
    }

private:
    void fail(const QString &key, const QString &what)
    {
        if (!m_error)
            m_error = bad(u'/' + key, what).value();
    }

    QJsonObject m_object;
    std::optional<Error> m_error;
};

/// Keys of a line that speak of the edit, not of the record.
QJsonObject recordFields(QJsonObject line)
{
    for (const QString &key : { u"op"_s, u"review"_s, u"ifVersion"_s })
        line.remove(key);
    return line;
}

template <class T>
constexpr bool kMayGo = !std::is_same_v<T, Person> && !std::is_same_v<T, Lane>;

} // namespace

QString BatchOperations::help()
{
    return tr(
        "Lines look like {\"op\":\"event.add\",\"title\":\"…\",\"time\":\"2026-03-12T14:02:00Z\"}. "
        "Events: event.add, event.edit, event.delete with id, title, text, note, lane, actors, "
        "kind, time or from and to, certainty, reason, starred, grounds, noTime. Others: KIND.add, "
        "KIND.edit, KIND.delete with the fields of the exchange format, where KIND is factor, "
        "influence, pressure, coding, evidence, claim, moment, account, contradiction, "
        "activity, known, stated, view, question, learning, action, section, mark, lane, person; "
        "and review.edit. Every line may hold review and, to edit or "
        "delete, ifVersion. A word in place of an id names the same record for the whole batch. "
        "Each commit is answered with {\"op\",\"id\",\"version\",\"line\"}.");
}

Result<QJsonObject> BatchOperations::run(const QJsonObject &line)
{
    const QString op = line[u"op"].toString();
    const QString kind = op.section(u'.', 0, 0);
    const QString verb = op.section(u'.', 1);
    if (verb != u"add" && verb != u"edit" && verb != u"delete")
        return bad(u"/op"_s, tr("\"%1\" is not an edit").arg(op));
    Result<QJsonObject> done = bad(u"/op"_s, tr("\"%1\" is not an edit").arg(op));
    if (kind == u"event")
        done = runEvent(verb, line);
    else if (kind == u"review")
        done = runReview(verb, line);
    else if (kind == u"factor")
        done = runRecord<Factor>(verb, line);
    else if (kind == u"influence")
        done = runRecord<Influence>(verb, line);
    else if (kind == u"pressure")
        done = runRecord<Pressure>(verb, line);
    else if (kind == u"coding")
        done = runRecord<Coding>(verb, line);
    else if (kind == u"evidence")
        done = runRecord<EvidenceLink>(verb, line);
    else if (kind == u"claim")
        done = runRecord<Claim>(verb, line);
    else if (kind == u"moment")
        done = runRecord<Moment>(verb, line);
    else if (kind == u"account")
        done = runRecord<Account>(verb, line);
    else if (kind == u"contradiction")
        done = runRecord<Contradiction>(verb, line);
    else if (kind == u"activity")
        done = runRecord<Activity>(verb, line);
    else if (kind == u"known")
        done = runRecord<KnownTo>(verb, line);
    else if (kind == u"stated")
        done = runRecord<StatedDuration>(verb, line);
    else if (kind == u"view")
        done = runRecord<SavedView>(verb, line);
    else if (kind == u"question")
        done = runRecord<Question>(verb, line);
    else if (kind == u"learning")
        done = runRecord<Learning>(verb, line);
    else if (kind == u"action")
        done = runRecord<Action>(verb, line);
    else if (kind == u"section")
        done = runRecord<Section>(verb, line);
    else if (kind == u"mark")
        done = runRecord<TimeMark>(verb, line);
    else if (kind == u"lane")
        done = runRecord<Lane>(verb, line);
    else if (kind == u"person")
        done = runRecord<Person>(verb, line);
    if (done)
        done->insert(u"op"_s, op);
    return done;
}

Result<ReviewId> BatchOperations::reviewOf(const QJsonObject &fields)
{
    const QString own = fields[u"review"].toString();
    return m_context.review(own.isEmpty() ? m_review : own);
}

Result<ReviewContents> BatchOperations::contentsOf(const QJsonObject &fields)
{
    const auto id = reviewOf(fields);
    if (!id)
        return failure(id.error());
    return (*m_context.library())->reviews().load(*id);
}

Result<Event> BatchOperations::storedEvent(const QJsonObject &fields)
{
    const QString text = fields[u"id"].toString();
    const EventId id{ m_names.value(text, QUuid::fromString(text)) };
    const auto events = (*m_context.library())->events().byId({ id });
    if (!events)
        return failure(events.error());
    if (events->isEmpty())
        return failure(ErrorCode::NotFound, tr("there is no event \"%1\"").arg(text));
    Event event = events->first();
    event.version = fields[u"ifVersion"].toInt(event.version);
    return event;
}

Result<EventFields> BatchOperations::eventFields(const QJsonObject &line)
{
    FieldReader reader(recordFields(line));
    reader.leave(u"id"_s);
    EventFields fields;
    fields.title = reader.text(u"title"_s);
    fields.text = reader.text(u"text"_s);
    fields.note = reader.text(u"note"_s);
    fields.lane = reader.text(u"lane"_s);
    fields.actors = reader.texts(u"actors"_s);
    fields.kind = reader.word<EventKind>(u"kind"_s);
    fields.start = reader.time(u"time"_s);
    if (const auto from = reader.time(u"from"_s))
        fields.start = from;
    fields.end = reader.time(u"to"_s);
    fields.certainty = reader.word<Certainty>(u"certainty"_s);
    fields.reason = reader.text(u"reason"_s);
    fields.starred = reader.truth(u"starred"_s);
    fields.grounds = reader.word<Grounds>(u"grounds"_s);
    fields.withoutTime = reader.truth(u"noTime"_s).value_or(false);
    if (auto sound = reader.finish(); !sound)
        return failure(sound.error());
    return fields;
}

Result<EventEdit> BatchOperations::eventEdit(const QString &verb, const QJsonObject &line)
{
    const auto fields = eventFields(line);
    if (!fields)
        return failure(fields.error());
    if (verb == u"add") {
        const auto contents = contentsOf(line);
        if (!contents)
            return failure(contents.error());
        const QString name = line[u"id"].toString();
        QUuid id = QUuid::fromString(name);
        if (id.isNull())
            id = newUuid();
        if (!name.isEmpty())
            m_names.insert(name, id);
        return newEvent(*contents, *fields, EventId{ id });
    }
    const auto event = storedEvent(line);
    if (!event)
        return failure(event.error());
    const auto contents = (*m_context.library())->reviews().load(event->reviewId);
    if (!contents)
        return failure(contents.error());
    return verb == u"edit" ? editOf(*contents, *event, *fields) : removalOf(*contents, *event);
}

Result<QJsonObject> BatchOperations::runEvent(const QString &verb, QJsonObject line)
{
    const auto edit = eventEdit(verb, line);
    return edit ? commit<Event>(edit->set) : failure(edit.error());
}

Result<void> BatchOperations::checkReferences(const ReviewContents &contents,
                                              const Services::JsonContext &names)
{
    for (const auto &[id, place] : names.references()) {
        const auto known = holds(**m_context.library(), contents, id);
        if (!known)
            return failure(known.error());
        if (!*known)
            return bad(place, tr("the review holds no such record"));
    }
    return {};
}

template <class T>
Result<ChangeSet> BatchOperations::recordEdit(const QString &verb, QJsonObject line)
{
    const auto contents = contentsOf(line);
    if (!contents)
        return failure(contents.error());
    const auto codes = (*m_context.library())->reviews().codes();
    if (!codes)
        return failure(codes.error());
    Services::JsonContext names;
    for (const Code &code : *codes)
        names.codes.add(code);
    for (auto it = m_names.cbegin(); it != m_names.cend(); ++it)
        names.name(it.key(), it.value());

    T record;
    Services::JsonRecordReader reader(names, recordFields(line), QString());
    reader.identity(record);
    ChangeSet set;
    if (verb != u"add") {
        const T *stored = findRecord<T>(*contents, record.id);
        if (!stored)
            return failure(
                ErrorCode::NotFound,
                tr("the review holds no such record: \"%1\"").arg(line[u"id"].toString()));
        record = *stored;
        record.version = line[u"ifVersion"].toInt(stored->version);
    }
    if (verb == u"delete") {
        if (!kMayGo<T>)
            return failure(ErrorCode::Usage, tr("people and lanes stay; hide or merge them"));
        removePointers(*contents, record.id.value, set);
        return set.remove(record);
    }
    const T before = record;
    record.reviewId = contents->review.id;
    describe(reader, record);
    reader.finish();
    if (names.error)
        return failure(*names.error);
    if (auto known = checkReferences(*contents, names); !known)
        return failure(known.error());
    m_names = names.names();
    return verb == u"add" ? set.insert(record) : set.update(before, record);
}

template <class T>
Result<QJsonObject> BatchOperations::runRecord(const QString &verb, const QJsonObject &line)
{
    const auto set = recordEdit<T>(verb, line);
    return set ? commit<T>(*set) : failure(set.error());
}

Result<QJsonObject> BatchOperations::runReview(const QString &verb, const QJsonObject &line)
{
    if (verb != u"edit")
        return failure(ErrorCode::Usage,
                       tr("reviews come and go with `review new` and `review "
                          "delete`"));
    const auto contents = contentsOf(line);
    if (!contents)
        return failure(contents.error());
    Services::JsonContext names;
    Services::JsonRecordReader reader(names, recordFields(line), QString());
    Review before = contents->review;
    before.version = line[u"ifVersion"].toInt(before.version);
    Review after = before;
    describe(reader, after);
    reader.finish();
    if (names.error)
        return failure(*names.error);
    return commit<Review>(ChangeSet().update(before, after));
}

template <class T>
Result<QJsonObject> BatchOperations::commit(const ChangeSet &set)
{
    const auto applied = (*m_context.library())->edits().apply(set);
    if (!applied)
        return failure(applied.error());
    const auto &change = std::get<RecordChange<T>>(applied->changes.last());
    QJsonObject answer{ { u"id"_s, change.id().toString() } };
    if (change.after)
        answer.insert(u"version"_s, change.after->version);
    else
        answer.insert(u"deleted"_s, true);
    return answer;
}

} // namespace SecondStory::Cli
