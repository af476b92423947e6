// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QIODevice>
#include <QStringDecoder>
#include <QXmlStreamReader>

#include <optional>

namespace SecondStory::Importing {

/// Reads the tokens of an XML file from bounded chunks. Refuses every document type declaration,
/// with it every entity a file could define.
/// Memory: one token, at most Limits::kJsonRecordBytes.
class XmlPull {
public:
    /// `device` has to outlive this; `fileName` goes into errors.
    XmlPull(QIODevice &device, QString fileName);

    /// Moves to the next token; false at the end of the document.
    /// Errors: BadInput with the line (no XML, a DOCTYPE, a NUL byte, too large a token).
    [[nodiscard]] Result<bool> next();

    [[nodiscard]] const QXmlStreamReader &token() const { return m_xml; }
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }
    [[nodiscard]] bool isRepaired() const { return m_isRepaired; }
    /// Errors as next() gives them, for what the caller finds wrong at this token.
    [[nodiscard]] tl::unexpected<Error> fault(const QString &what) const;

private:
    [[nodiscard]] Result<bool> feed();

    QIODevice &m_device;
    QString m_fileName;
    QXmlStreamReader m_xml;
    std::optional<QStringDecoder> m_decoder;
    qint64 m_bytesRead = 0;
    qint64 m_sinceToken = 0;
    bool m_isRepaired = false;
};

} // namespace SecondStory::Importing
