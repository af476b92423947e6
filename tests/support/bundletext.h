// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/evidenceinput.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace SecondStory::Importing {

inline const QByteArray kEntryMark = "--- entry: ";

/// True of a bundle written as one text: a line "--- entry: <name>" before the bytes of each entry.
/// Such a text can be read, kept in version control and mutated, which a zip cannot.
[[nodiscard]] inline bool isBundleText(const QByteArray &bytes)
{
    return bytes.startsWith(kEntryMark);
}

/// The bundle of such a text. The newline before a mark belongs to the mark.
[[nodiscard]] inline std::unique_ptr<EvidenceInput> bundleFromText(const QString &name,
                                                                   const QByteArray &bytes)
{
    QMap<QString, QByteArray> entries;
    qsizetype at = 0;
    while (at < bytes.size()) {
        qsizetype lineEnd = bytes.indexOf('\n', at);
        if (lineEnd < 0)
            lineEnd = bytes.size();
        const QString entry =
            QString::fromUtf8(bytes.mid(at + kEntryMark.size(), lineEnd - at - kEntryMark.size()));
        qsizetype next = bytes.indexOf(QByteArray('\n' + kEntryMark), lineEnd);
        if (next < 0)
            next = bytes.size();
        entries.insert(entry, bytes.mid(lineEnd + 1, next - lineEnd - 1));
        at = next + 1;
    }
    return EvidenceInput::fromEntries(name, entries);
}

/// The bytes as a plain file or, written as above, as a bundle.
[[nodiscard]] inline std::unique_ptr<EvidenceInput> inputFromBytes(const QString &name,
                                                                   const QByteArray &bytes)
{
    return isBundleText(bytes) ? bundleFromText(name, bytes)
                               : EvidenceInput::fromBytes(name, bytes);
}

} // namespace SecondStory::Importing
