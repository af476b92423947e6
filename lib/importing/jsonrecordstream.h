// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "importing/jsonvalue.h"
#include "importing/utf8source.h"

#include <QMap>
#include <QSet>
#include <QStringList>

namespace SecondStory::Importing {

/// Reads the records of a JSON file one at a time, however long the file is: the items of a
/// top-level array, the values of a file of JSON Lines or of values one after another, or the
/// items of the arrays named as containers within a top-level object. An object that holds none of
/// the containers is a record itself.
/// Memory: one record (at most Limits::kJsonRecordBytes) and the members around the containers.
/// Cost: linear in the file.
class JsonRecordStream {
public:
    /// `device` has to outlive the stream; `fileName` goes into errors. `containers`: dotted paths
    /// ("data.result", "Records") of the arrays whose items are the records.
    JsonRecordStream(QIODevice &device, QString fileName, QStringList containers = {});

    /// An array that the end of the file leaves open is legal (Chrome traces).
    void setMayEndOpen(bool may) { m_mayEndOpen = may; }

    /// Moves to the next record; false at the end of the file.
    /// Errors: BadInput with line and byte (no JSON, a record above the limit, a NUL byte, a key
    /// that is there twice).
    [[nodiscard]] Result<bool> next();

    [[nodiscard]] const JsonValue &record() const { return m_record; }
    /// The bytes of the record as they stand in the file (UTF-8).
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    /// Bytes of this record that are no UTF-8 were replaced by U+FFFD.
    [[nodiscard]] bool isRepaired() const { return m_isRepaired; }
    /// "line 12" of JSON Lines, "line 12, /alerts/3" of an item in an array, "line 12, value 2" of
    /// a value that begins on the line where the one before it ends. Unique within the file.
    [[nodiscard]] const QString &place() const { return m_place; }
    /// The path of the container the record stands in ("data.result"); empty at the top level.
    [[nodiscard]] const QString &container() const { return m_container; }
    /// A member beside the containers, by its dotted path, as far as the file has been read; null
    /// value when there was none. Members of an object that starts after this one forget it.
    [[nodiscard]] JsonValue head(const QString &path);
    [[nodiscard]] qint64 bytesRead() const { return m_source.bytesRead(); }

private:
    struct Level {
        QString path; ///< of the object or array, dotted
        bool isArray = false;
        qint64 count = 0; ///< items begun
        QSet<QString> keys = {}; ///< of an object, to refuse what is there twice
    };
    /// Where something begins.
    struct Spot {
        qint64 line = 1;
        qint64 offset = 0;
    };

    [[nodiscard]] Spot spot() const { return { m_line, m_offset }; }
    [[nodiscard]] Result<void> fill();
    [[nodiscard]] Result<char> peek(); ///< next character that is no space; NUL at the end
    [[nodiscard]] Result<void> skipSpaces();
    [[nodiscard]] Result<QByteArray> takeValue();
    [[nodiscard]] Result<QString> takeKey();
    [[nodiscard]] Result<bool> nextTop();
    [[nodiscard]] Result<bool> nextInArray();
    [[nodiscard]] Result<bool> nextInObject();
    [[nodiscard]] Result<bool> endObject();
    [[nodiscard]] Result<void> takeMember(const QString &path);
    [[nodiscard]] Result<bool> takeRecord(const QString &path);
    [[nodiscard]] Result<bool> setRecord(QByteArray bytes, const QString &path, Spot at);
    [[nodiscard]] Result<JsonValue> parse(const QByteArray &bytes, Spot at);
    [[nodiscard]] Result<JsonValue> parseAny(const QByteArray &bytes, Spot at);
    [[nodiscard]] tl::unexpected<Error> fault(const QString &what) const;
    [[nodiscard]] tl::unexpected<Error> faultAt(Spot at, const QString &what) const;
    [[nodiscard]] tl::unexpected<Error> nulFault(qsizetype position) const;
    [[nodiscard]] bool isAbove(const QString &path) const;
    void enter(const QString &path, bool isArray);
    void leave();
    void advanceTo(qsizetype position);

    Utf8Source m_source;
    QString m_fileName;
    QStringList m_containers;
    bool m_mayEndOpen = false;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    qint64 m_offset = 0; ///< of m_at in the file
    qint64 m_line = 1; ///< of m_at
    bool m_isAtEnd = false;
    QList<Level> m_levels;
    bool m_isWholeKept = false; ///< no container was met in this top-level object so far
    QByteArray m_whole; ///< the top-level object from its beginning, in case it is the record
    Spot m_top; ///< where the top-level value begins
    qint64 m_topEndLine = 0; ///< where the one before it ended
    qint64 m_topOnLine = 1; ///< how many have to do with the line it begins on
    QMap<QString, QByteArray> m_head;
    qint64 m_headBytes = 0;
    int m_headCount = 0;
    JsonReader m_reader;
    JsonValue m_record;
    QByteArray m_bytes;
    bool m_isRepaired = false;
    QString m_place;
    QString m_container;
};

} // namespace SecondStory::Importing
