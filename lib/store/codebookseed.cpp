// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/codebookseed.h"

#include "domain/changeset.h"
#include "store/editrepository.h"
#include "store/library.h"
#include "store/reviewrepository.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

const QString kFormat = u"secondstory-codebook/1"_s;

tl::unexpected<Error> bad(const QString &place, const QString &what)
{
    Error error;
    error.code = ErrorCode::BadInput;
    error.place = place;
    error.what = what;
    return failure(std::move(error));
}

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Store", text);
}

} // namespace

Result<QList<Code>> codesFromJson(const QByteArray &json)
{
    QJsonParseError parse;
    const QJsonObject root = QJsonDocument::fromJson(json, &parse).object();
    if (parse.error != QJsonParseError::NoError)
        return bad(u"byte %1"_s.arg(parse.offset), parse.errorString());
    if (root[u"format"].toString() != kFormat)
        return bad(u"/format"_s, tr("this is not a codebook (%1 is expected)").arg(kFormat));
    QList<Code> codes;
    QSet<QString> keys;
    const QJsonArray array = root[u"codes"].toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonObject object = array[i].toObject();
        const QString place = u"/codes/%1"_s.arg(i);
        Code code;
        code.id = CodeId::create();
        code.key = object[u"key"].toString();
        code.name = object[u"name"].toString();
        code.definition = object[u"definition"].toString();
        code.whenToUse = object[u"whenToUse"].toString();
        code.whenNot = object[u"whenNot"].toString();
        code.example = object[u"example"].toString();
        code.category = object[u"category"].toString();
        code.position = static_cast<int>(i);
        if (code.key.isEmpty() || code.name.isEmpty())
            return bad(place, tr("a code needs a key and a name"));
        if (keys.contains(code.key))
            return bad(place, tr("the key %1 stands twice").arg(code.key));
        keys << code.key;
        if (object.contains(u"level")) {
            const auto level = fromString<Level>(object[u"level"].toString());
            if (!level)
                return bad(place + u"/level"_s,
                           tr("the level \"%1\" is not known").arg(object[u"level"].toString()));
            code.level = *level;
        }
        codes << code;
    }
    return codes;
}

QByteArray codesToJson(const QList<Code> &codes)
{
    QJsonArray array;
    for (const Code &code : codes) {
        array << QJsonObject{ { u"key"_s, code.key },
                              { u"name"_s, code.name },
                              { u"category"_s, code.category },
                              { u"level"_s, toString(code.level) },
                              { u"definition"_s, code.definition },
                              { u"whenToUse"_s, code.whenToUse },
                              { u"whenNot"_s, code.whenNot },
                              { u"example"_s, code.example } };
    }
    return QJsonDocument(QJsonObject{ { u"format"_s, kFormat }, { u"codes"_s, array } }).toJson();
}

Result<int> addMissingCodes(Library &library, const QList<Code> &codes)
{
    const auto present = library.reviews().codes();
    if (!present)
        return failure(present.error());
    QHash<QString, CodeId> ids;
    QSet<CodeId> taken;
    for (const Code &code : *present) {
        ids.insert(code.key, code.id);
        taken << code.id;
    }
    QHash<CodeId, CodeId> standsFor; ///< ids of the given codes, and what they are called here
    ChangeSet set;
    for (Code code : codes) {
        const CodeId given = code.id;
        if (const auto known = ids.constFind(code.key); known != ids.constEnd()) {
            standsFor.insert(given, *known);
            continue;
        }
        if (taken.contains(code.id))
            code.id = CodeId::create();
        standsFor.insert(given, code.id);
        code.parentId = standsFor.value(code.parentId);
        code.position = static_cast<int>(present->size() + set.changes.size());
        set.insert(code);
    }
    if (set.isEmpty())
        return 0;
    const auto applied = library.edits().apply(set);
    if (!applied)
        return failure(applied.error());
    return static_cast<int>(applied->changes.size());
}

Result<void> seedCodebook(Library &library)
{
    QFile file(u":/codebook/pressures.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto codes = codesFromJson(file.readAll());
    if (!codes)
        return failure(codes.error());
    const auto added = addMissingCodes(library, *codes);
    if (!added)
        return failure(added.error());
    return {};
}

} // namespace SecondStory::Store
