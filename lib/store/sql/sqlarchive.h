// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/recordfields.h"
#include "store/sql/sqldialect.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>

/// Archives that carry records to columns and back, driven by describe() in domain/recordfields.h.
namespace SecondStory::Store {

/// "cuesAvailable" → "cues_available".
[[nodiscard]] inline QString snakeCase(const char16_t *name)
{
    QString result;
    for (const char16_t *c = name; *c; ++c) {
        if (*c >= u'A' && *c <= u'Z') {
            result += u'_';
            result += QChar(static_cast<char16_t>(*c + 32));
        } else {
            result += QChar(*c);
        }
    }
    return result;
}

/// Collects the column names of a record, in the order that binder and reader use.
class ColumnCollector {
public:
    QStringList names;

    template <class T>
    void operator()(const char16_t *name, T &)
    {
        names << m_prefix + snakeCase(name);
    }
    void operator()(const char16_t *name, TargetRef &)
    {
        names << m_prefix + snakeCase(name) + u"_kind" << m_prefix + snakeCase(name) + u"_id";
    }
    template <class T>
    void nested(const char16_t *name, T &part)
    {
        const QString before = m_prefix;
        m_prefix = before + snakeCase(name) + u'_';
        describe(*this, part);
        m_prefix = before;
    }
    template <class T>
    void optional(const char16_t *name, std::optional<T> &)
    {
        T part;
        nested(name, part);
    }

private:
    QString m_prefix;
};

/// Lists as they stand in one text column.
template <class Tag>
[[nodiscard]] QString idListText(const QList<Id<Tag>> &ids)
{
    if (ids.isEmpty())
        return QStringLiteral("");
    QString text;
    for (const auto &id : ids) {
        if (!text.isEmpty())
            text += u' ';
        text += id.toString();
    }
    return text;
}

template <class Tag>
[[nodiscard]] QList<Id<Tag>> idListFrom(const QString &text)
{
    QList<Id<Tag>> ids;
    for (const QStringView part : QStringView(text).split(u' ', Qt::SkipEmptyParts))
        ids << Id<Tag>{ QUuid::fromString(part) };
    return ids;
}

/// Turns a record into values to bind.
class RowBinder {
public:
    explicit RowBinder(const SqlDialect &dialect)
        : m_dialect(dialect)
    {
    }
    QVariantList values;

    void operator()(const char16_t *, QString &v)
    {
        put(v.isNull() ? QVariant(QStringLiteral("")) : QVariant(v));
    }
    void operator()(const char16_t *, QByteArray &v)
    {
        put(v.isNull() ? QVariant(QByteArray("")) : QVariant(v));
    }
    void operator()(const char16_t *, bool &v) { put(v ? 1 : 0); }
    void operator()(const char16_t *, int &v) { put(v); }
    void operator()(const char16_t *, qint64 &v) { put(v); }
    void operator()(const char16_t *, double &v) { put(v); }
    void operator()(const char16_t *, TimePoint &v) { put(v.us); }
    void operator()(const char16_t *, std::optional<TimePoint> &v)
    {
        put(v ? QVariant(v->us) : QVariant(QMetaType::fromType<qint64>()));
    }
    void operator()(const char16_t *, std::optional<qint64> &v)
    {
        put(v ? QVariant(*v) : QVariant(QMetaType::fromType<qint64>()));
    }
    void operator()(const char16_t *, Phases &v) { put(static_cast<int>(v.toInt())); }
    void operator()(const char16_t *, TargetRef &v)
    {
        put(static_cast<int>(v.kind));
        put(m_dialect.idValue(v.id));
    }
    void operator()(const char16_t *, QStringList &v)
    {
        put(QString::fromUtf8(
            QJsonDocument(QJsonArray::fromStringList(v)).toJson(QJsonDocument::Compact)));
    }
    void operator()(const char16_t *, QList<ImportProblem> &v)
    {
        QJsonArray array;
        for (const ImportProblem &problem : v)
            array << QJsonArray{ problem.place, problem.what };
        put(QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
    }
    template <class Tag>
    void operator()(const char16_t *, Id<Tag> &v)
    {
        put(m_dialect.idValue(v.value));
    }
    template <class Tag>
    void operator()(const char16_t *, QList<Id<Tag>> &v)
    {
        put(idListText(v));
    }
    template <class E>
    requires std::is_enum_v<E>
    void operator()(const char16_t *, E &v) { put(static_cast<int>(v)); }
    template <class T>
    void nested(const char16_t *, T &part)
    {
        describe(*this, part);
    }
    template <class T>
    void optional(const char16_t *, std::optional<T> &part)
    {
        T value = part.value_or(T{});
        m_isMissing = !part.has_value();
        describe(*this, value);
        m_isMissing = false;
    }

private:
    void put(const QVariant &value)
    {
        values << (m_isMissing ? QVariant(value.metaType()) : value);
    }

    const SqlDialect &m_dialect;
    bool m_isMissing = false;
};

/// Fills a record from the current row of a query, column by column.
class RowReader {
public:
    RowReader(const SqlDialect &dialect, const QSqlQuery &query, int firstColumn)
        : m_dialect(dialect)
        , m_query(query)
        , m_column(firstColumn)
    {
    }

    void operator()(const char16_t *, QString &v) { v = next().toString(); }
    void operator()(const char16_t *, QByteArray &v) { v = next().toByteArray(); }
    void operator()(const char16_t *, bool &v) { v = next().toInt() != 0; }
    void operator()(const char16_t *, int &v) { v = next().toInt(); }
    void operator()(const char16_t *, qint64 &v) { v = next().toLongLong(); }
    void operator()(const char16_t *, double &v) { v = next().toDouble(); }
    void operator()(const char16_t *, TimePoint &v) { v.us = next().toLongLong(); }
    void operator()(const char16_t *, std::optional<TimePoint> &v)
    {
        const QVariant value = next();
        v = value.isNull() ? std::optional<TimePoint>() : TimePoint{ value.toLongLong() };
    }
    void operator()(const char16_t *, std::optional<qint64> &v)
    {
        const QVariant value = next();
        v = value.isNull() ? std::optional<qint64>() : value.toLongLong();
    }
    void operator()(const char16_t *, Phases &v) { v = Phases::fromInt(next().toUInt()); }
    void operator()(const char16_t *, TargetRef &v)
    {
        v.kind = static_cast<TargetKind>(next().toInt());
        v.id = m_dialect.readId(next());
    }
    void operator()(const char16_t *, QStringList &v)
    {
        v.clear();
        const QJsonArray array = QJsonDocument::fromJson(next().toString().toUtf8()).array();
        for (const QJsonValue &value : array)
            v << value.toString();
    }
    void operator()(const char16_t *, QList<ImportProblem> &v)
    {
        v.clear();
        const QJsonArray array = QJsonDocument::fromJson(next().toString().toUtf8()).array();
        for (const QJsonValue &value : array)
            v << ImportProblem{ value[0].toString(), value[1].toString() };
    }
    template <class Tag>
    void operator()(const char16_t *, Id<Tag> &v)
    {
        v.value = m_dialect.readId(next());
    }
    template <class Tag>
    void operator()(const char16_t *, QList<Id<Tag>> &v)
    {
        v = idListFrom<Tag>(next().toString());
    }
    template <class E>
    requires std::is_enum_v<E>
    void operator()(const char16_t *, E &v) { v = static_cast<E>(next().toInt()); }
    template <class T>
    void nested(const char16_t *, T &part)
    {
        describe(*this, part);
    }
    /// A missing part has NULL in its first column.
    template <class T>
    void optional(const char16_t *, std::optional<T> &part)
    {
        const bool isMissing = m_query.isNull(m_column);
        T value;
        describe(*this, value);
        part = isMissing ? std::optional<T>() : std::optional<T>(std::move(value));
    }

private:
    QVariant next() { return m_query.value(m_column++); }

    const SqlDialect &m_dialect;
    const QSqlQuery &m_query;
    int m_column;
};

} // namespace SecondStory::Store
