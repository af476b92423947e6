// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/recordfields.h"
#include "domain/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

/// Archives that carry records to the exchange format and back, driven by describe().
namespace SecondStory::Services {

/// Codes stand in files by their keys.
struct CodeKeys {
    QHash<CodeId, QString> keys;
    QHash<QString, CodeId> ids;

    void add(const Code &code)
    {
        keys.insert(code.id, code.key);
        ids.insert(code.key, code.id);
    }
};

class JsonRecordWriter {
public:
    explicit JsonRecordWriter(const CodeKeys &codes)
        : m_codes(codes)
    {
    }
    QJsonObject object;

    void operator()(const char16_t *name, QString &v) { put(name, v); }
    void operator()(const char16_t *name, QByteArray &v)
    {
        put(name, QString::fromLatin1(v.toHex()));
    }
    void operator()(const char16_t *name, bool &v) { put(name, v); }
    void operator()(const char16_t *name, int &v) { put(name, v); }
    void operator()(const char16_t *name, qint64 &v) { put(name, v); }
    void operator()(const char16_t *name, double &v) { put(name, v); }
    void operator()(const char16_t *name, TimePoint &v) { put(name, toRfc3339(v)); }
    void operator()(const char16_t *name, std::optional<TimePoint> &v)
    {
        put(name, v ? QJsonValue(toRfc3339(*v)) : QJsonValue());
    }
    void operator()(const char16_t *name, std::optional<qint64> &v)
    {
        put(name, v ? QJsonValue(*v) : QJsonValue());
    }
    void operator()(const char16_t *name, Phases &v)
    {
        QJsonArray array;
        for (const Phase phase : { Phase::Before, Phase::During, Phase::After }) {
            if (v.testFlag(phase))
                array << toString(phase);
        }
        put(name, array);
    }
    void operator()(const char16_t *name, TargetRef &v)
    {
        if (v.isNull())
            return put(name, QJsonValue());
        put(name,
            QJsonObject{ { QStringLiteral("kind"), toString(v.kind) },
                         { QStringLiteral("id"), v.id.toString(QUuid::WithoutBraces) } });
    }
    void operator()(const char16_t *name, QStringList &v)
    {
        put(name, QJsonArray::fromStringList(v));
    }
    void operator()(const char16_t *name, QList<ImportProblem> &v)
    {
        QJsonArray array;
        for (const ImportProblem &problem : v)
            array << QJsonObject{ { QStringLiteral("place"), problem.place },
                                  { QStringLiteral("what"), problem.what } };
        put(name, array);
    }
    void operator()(const char16_t *name, CodeId &v)
    {
        put(name, v.isNull() ? QJsonValue() : QJsonValue(m_codes.keys.value(v)));
    }
    template <class Tag>
    void operator()(const char16_t *name, Id<Tag> &v)
    {
        put(name, v.isNull() ? QJsonValue() : QJsonValue(v.toString()));
    }
    template <class Tag>
    void operator()(const char16_t *name, QList<Id<Tag>> &v)
    {
        QJsonArray array;
        for (const auto &id : v)
            array << id.toString();
        put(name, array);
    }
    template <class E>
    requires std::is_enum_v<E>
    void operator()(const char16_t *name, E &v) { put(name, toString(v)); }
    template <class T>
    void nested(const char16_t *name, T &part)
    {
        JsonRecordWriter inner(m_codes);
        describe(inner, part);
        put(name, inner.object);
    }
    template <class T>
    void optional(const char16_t *name, std::optional<T> &part)
    {
        if (part)
            nested(name, *part);
        else
            put(name, QJsonValue());
    }

private:
    void put(const char16_t *name, const QJsonValue &value)
    {
        object.insert(QStringView(name), value);
    }

    const CodeKeys &m_codes;
};

/// What all readers of one file share: names, codes, and the first thing that is wrong.
class JsonContext {
public:
    CodeKeys codes;
    std::optional<Error> error;

    void fail(const QString &place, const QString &what);
    /// A UUID as it stands; another word gets a UUID of its own, the same throughout the file.
    QUuid idFor(const QString &text);
    void define(const QUuid &id) { m_defined << id; }
    void refer(const QUuid &id, const QString &place) { m_references << std::pair{ id, place }; }
    void name(const QString &text, const QUuid &id) { m_names.insert(text, id); }
    [[nodiscard]] const QHash<QString, QUuid> &names() const { return m_names; }
    [[nodiscard]] const QList<std::pair<QUuid, QString>> &references() const
    {
        return m_references;
    }
    /// Fails at the first reference to a record that the file does not hold.
    void checkReferences();

private:
    QHash<QString, QUuid> m_names;
    QSet<QUuid> m_defined;
    QList<std::pair<QUuid, QString>> m_references;
};

class JsonRecordReader {
public:
    JsonRecordReader(JsonContext &context, QJsonObject object, QString place)
        : m_context(context)
        , m_object(std::move(object))
        , m_place(std::move(place))
    {
    }

    void operator()(const char16_t *name, QString &v)
    {
        if (const auto value = take(name, QJsonValue::String))
            v = value->toString();
    }
    void operator()(const char16_t *name, QByteArray &v)
    {
        if (const auto value = take(name, QJsonValue::String))
            v = QByteArray::fromHex(value->toString().toLatin1());
    }
    void operator()(const char16_t *name, bool &v)
    {
        if (const auto value = take(name, QJsonValue::Bool))
            v = value->toBool();
    }
    void operator()(const char16_t *name, int &v)
    {
        if (const auto value = take(name, QJsonValue::Double))
            v = value->toInt();
    }
    void operator()(const char16_t *name, qint64 &v)
    {
        if (const auto value = take(name, QJsonValue::Double))
            v = value->toInteger();
    }
    void operator()(const char16_t *name, double &v)
    {
        if (const auto value = take(name, QJsonValue::Double))
            v = value->toDouble();
    }
    void operator()(const char16_t *name, TimePoint &v)
    {
        std::optional<TimePoint> time;
        (*this)(name, time);
        if (time)
            v = *time;
    }
    void operator()(const char16_t *name, std::optional<TimePoint> &v);
    void operator()(const char16_t *name, std::optional<qint64> &v)
    {
        if (const auto value = take(name, QJsonValue::Double))
            v = value->toInteger();
    }
    void operator()(const char16_t *name, Phases &v);
    void operator()(const char16_t *name, TargetRef &v);
    void operator()(const char16_t *name, QStringList &v);
    void operator()(const char16_t *name, QList<ImportProblem> &v);
    void operator()(const char16_t *name, CodeId &v);
    template <class Tag>
    void operator()(const char16_t *name, Id<Tag> &v)
    {
        if (const auto value = take(name, QJsonValue::String)) {
            v.value = m_context.idFor(value->toString());
            m_context.refer(v.value, placeOf(name));
        }
    }
    template <class Tag>
    void operator()(const char16_t *name, QList<Id<Tag>> &v)
    {
        if (!m_object.contains(QStringView(name))) {
            m_known << QString::fromUtf16(name);
            return;
        }
        QStringList texts;
        (*this)(name, texts);
        v.clear();
        for (const QString &text : std::as_const(texts)) {
            v << Id<Tag>{ m_context.idFor(text) };
            m_context.refer(v.last().value, placeOf(name));
        }
    }
    template <class E>
    requires std::is_enum_v<E>
    void operator()(const char16_t *name, E &v)
    {
        const auto value = take(name, QJsonValue::String);
        if (!value)
            return;
        if (const auto known = fromString<E>(value->toString()))
            v = *known;
        else
            unknownWord(name, value->toString());
    }
    template <class T>
    void nested(const char16_t *name, T &part)
    {
        if (const auto value = take(name, QJsonValue::Object)) {
            JsonRecordReader inner(m_context, value->toObject(), placeOf(name));
            describe(inner, part);
            inner.finish();
        }
    }
    template <class T>
    void optional(const char16_t *name, std::optional<T> &part)
    {
        if (!m_object.value(QStringView(name)).isObject()) {
            m_known << QString::fromUtf16(name);
            return;
        }
        part = T{};
        nested(name, *part);
    }

    /// The record's own identity: given, or made.
    template <class T>
    void identity(T &record)
    {
        m_known << QStringLiteral("id");
        const QString text = m_object.value(QStringLiteral("id")).toString();
        record.id.value = text.isEmpty() ? newUuid() : m_context.idFor(text);
        m_context.define(record.id.value);
    }
    /// Fails when the object holds a key that nobody asked for.
    void finish();

private:
    [[nodiscard]] QString placeOf(const char16_t *name) const
    {
        return m_place + u'/' + QString::fromUtf16(name);
    }
    std::optional<QJsonValue> take(const char16_t *name, QJsonValue::Type type);
    void unknownWord(const char16_t *name, const QString &word);

    JsonContext &m_context;
    QJsonObject m_object;
    QString m_place;
    QSet<QString> m_known;
};

} // namespace SecondStory::Services
