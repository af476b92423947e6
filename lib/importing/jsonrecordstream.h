// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "importing/jsonvalue.h"

#include <QIODevice>
#include <QMap>
#include <QStringDecoder>
#include <QStringList>

#include <optional>

namespace SecondStory::Importing {

/// Reads the records of a JSON file one at a time, however long the file is: the items of a
/// top-level array, the values of a file of JSON Lines or of values one after another, or the
/// items of the arrays named as containers within a top-level object. An object that holds none of
/// the containers is a record itself.
/// Memory: one record (at most Limits::kJsonRecordBytes) and the members around the containers.
class JsonRecordStream {
public:
    /// `device` has to outlive the stream; `fileName` goes into errors. `containers`: dotted paths
    /// ("data.result", "Records") of the arrays whose items are the records.
    JsonRecordStream(QIODevice &device, QString fileName, QStringList containers = {});

    /// An array that the end of the file leaves open is legal (Chrome traces).
    void setMayEndOpen(bool may) { m_mayEndOpen = may; }

    /// Moves to the next record; false at the end of the file.
    /// Errors: BadInput with line and byte (no JSON, a record above the limit, a NUL byte).
    [[nodiscard]] Result<bool> next();

    [[nodiscard]] const JsonValue &record() const { return m_record; }
    /// The bytes of the record as they stand in the file (UTF-8).
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    /// "line 12" of JSON Lines, "line 12, /alerts/3" of an item in an array.
    [[nodiscard]] const QString &place() const { return m_place; }
    /// The path of the container the record stands in ("data.result"); empty at the top level.
    [[nodiscard]] const QString &container() const { return m_container; }
    /// A member beside the containers, by its dotted path, as far as the file has been read; null
    /// value when there was none. Members of an object that starts after this one forget it.
    [[nodiscard]] JsonValue head(const QString &path);
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }
    /// How many values of the top level have begun: which object of a file of lines this is.
    [[nodiscard]] qint64 topCount() const { return m_topCount; }

private:
    struct Level {
        QString path; ///< of the object or array, dotted
        bool isArray = false;
        qint64 count = 0; ///< items begun
    };

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
    [[nodiscard]] Result<JsonValue> parse(const QByteArray &bytes, qint64 line, qint64 offset);
    [[nodiscard]] tl::unexpected<Error> fault(const QString &what) const;
    [[nodiscard]] bool isAbove(const QString &path) const;
    void advanceTo(qsizetype position);
    void append(const QByteArray &chunk);

    QIODevice &m_device;
    QString m_fileName;
    QStringList m_containers;
    bool m_mayEndOpen = false;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    qint64 m_offset = 0; ///< of m_at in the file
    qint64 m_line = 1; ///< of m_at
    qint64 m_bytesRead = 0;
    bool m_hasStarted = false;
    bool m_isAtEnd = false;
    std::optional<QStringDecoder> m_decoder; ///< set for UTF-16
    QList<Level> m_levels;
    bool m_sawContainer = false;
    qint64 m_topCount = 0;
    qint64 m_topLine = 1;
    QMap<QString, QByteArray> m_head;
    qint64 m_headBytes = 0;
    QStringList m_headOrder;
    JsonReader m_reader;
    JsonValue m_record;
    QByteArray m_bytes;
    QString m_place;
    QString m_container;
};

} // namespace SecondStory::Importing
