// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/jsonarchive.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Exchange", text);
}

} // namespace

void JsonContext::fail(const QString &place, const QString &what)
{
    if (error)
        return;
    error = Error{};
    error->code = ErrorCode::BadInput;
    error->place = place;
    error->what = what;
}

QUuid JsonContext::idFor(const QString &text)
{
    if (const auto it = m_names.constFind(text); it != m_names.constEnd())
        return *it;
    QUuid id = QUuid::fromString(text);
    if (id.isNull())
        id = newUuid();
    m_names.insert(text, id);
    return id;
}

void JsonContext::checkReferences()
{
    for (const auto &[id, place] : std::as_const(m_references)) {
        if (!m_defined.contains(id))
            return fail(place,
                        tr("refers to \"%1\", which the file does not hold")
                            .arg(m_names.key(id, id.toString(QUuid::WithoutBraces))));
    }
}

void JsonRecordReader::operator()(const char16_t *name, std::optional<TimePoint> &v)
{
    const auto value = take(name, QJsonValue::String);
    if (!value)
        return;
    v = fromRfc3339(value->toString());
    if (!v)
        m_context.fail(placeOf(name),
                       tr("\"%1\" is not a time in RFC 3339").arg(value->toString()));
}

void JsonRecordReader::operator()(const char16_t *name, Phases &v)
{
    if (!m_object.contains(QStringView(name)))
        return;
    QStringList words;
    (*this)(name, words);
    v = {};
    for (const QString &word : std::as_const(words)) {
        if (const auto phase = fromString<Phase>(word))
            v.setFlag(*phase);
        else
            unknownWord(name, word);
    }
}

void JsonRecordReader::operator()(const char16_t *name, TargetRef &v)
{
    const auto value = take(name, QJsonValue::Object);
    if (!value)
        return;
    const QJsonObject object = value->toObject();
    const auto kind = fromString<TargetKind>(object[u"kind"].toString());
    if (!kind)
        return unknownWord(name, object[u"kind"].toString());
    v.kind = *kind;
    v.id = m_context.idFor(object[u"id"].toString());
    m_context.refer(v.id, placeOf(name));
}

void JsonRecordReader::operator()(const char16_t *name, QStringList &v)
{
    const auto value = take(name, QJsonValue::Array);
    if (!value)
        return;
    v.clear();
    const QJsonArray array = value->toArray();
    for (const QJsonValue &item : array) {
        if (!item.isString())
            return m_context.fail(placeOf(name), tr("is a list of texts"));
        v << item.toString();
    }
}

void JsonRecordReader::operator()(const char16_t *name, QList<ImportProblem> &v)
{
    const auto value = take(name, QJsonValue::Array);
    if (!value)
        return;
    const QJsonArray array = value->toArray();
    for (const QJsonValue &item : array)
        v << ImportProblem{ item[u"place"].toString(), item[u"what"].toString() };
}

void JsonRecordReader::operator()(const char16_t *name, CodeId &v)
{
    const auto value = take(name, QJsonValue::String);
    if (!value)
        return;
    v = m_context.codes.ids.value(value->toString());
    if (v.isNull())
        m_context.fail(placeOf(name),
                       tr("the code %1 is neither in the library nor in the file's codebook")
                           .arg(value->toString()));
}

std::optional<QJsonValue> JsonRecordReader::take(const char16_t *name, QJsonValue::Type type)
{
    const QString key = QString::fromUtf16(name);
    m_known << key;
    const auto it = m_object.constFind(key);
    if (it == m_object.constEnd() || it->isNull())
        return {};
    const QJsonValue value = *it;
    if (value.type() != type) {
        m_context.fail(placeOf(name), tr("holds a value of the wrong type"));
        return {};
    }
    return value;
}

void JsonRecordReader::unknownWord(const char16_t *name, const QString &word)
{
    m_context.fail(placeOf(name),
                   tr("\"%1\" is not one of the words that may stand here").arg(word));
}

void JsonRecordReader::finish()
{
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        if (!m_known.contains(it.key()))
            return m_context.fail(m_place + u'/' + it.key(), tr("is not a key of this format"));
    }
}

} // namespace SecondStory::Services
