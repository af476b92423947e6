// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "importing/jsonsketch.h"

#include <QByteArray>
#include <QIODevice>
#include <QMap>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace SecondStory::Importing {

/// The bytes of one evidence source: a file, a folder, or an archive read in memory under limits.
/// Nothing is ever written to disk by an entry's name.
class EvidenceInput {
public:
    virtual ~EvidenceInput() = default;

    /// Opens a file, a folder, or an archive: zip, tar, gzip of a tar or of one file, told by its
    /// first bytes, not its name. A gzip of one file is that file, without `.gz` in its name.
    /// Errors: NotFound, BadInput (unreadable, too large, hostile archive: names the entry).
    [[nodiscard]] static Result<std::unique_ptr<EvidenceInput>> open(const QString &path);
    /// Wraps bytes in memory, for pasted text and tests.
    [[nodiscard]] static std::unique_ptr<EvidenceInput> fromBytes(const QString &name,
                                                                  const QByteArray &bytes);

    /// Wraps a bundle in memory, for tests.
    [[nodiscard]] static std::unique_ptr<EvidenceInput>
    fromEntries(const QString &name, QMap<QString, QByteArray> entries);

    [[nodiscard]] virtual QString name() const = 0; ///< file name without folders
    [[nodiscard]] virtual QString path() const = 0; ///< as given; for messages
    [[nodiscard]] virtual qint64 size() const = 0; ///< bytes; of a bundle: of its entries
    [[nodiscard]] virtual bool isBundle() const = 0; ///< a folder or an archive
    /// The first bytes of a plain file (at most Limits::kProbeBytes); empty for a bundle.
    [[nodiscard]] virtual QByteArray head() const = 0;
    /// Entry names with forward slashes, sorted; empty for a plain file.
    [[nodiscard]] virtual QStringList entries() const = 0;
    /// The whole of one entry. Errors: BadInput naming the entry (limits, damage, encryption).
    [[nodiscard]] virtual Result<QByteArray> readEntry(const QString &entry) = 0;
    /// The first bytes of one entry, at most Limits::kEntryHeadBytes; empty when there are none or
    /// they cannot be read.
    [[nodiscard]] virtual QByteArray entryHead(const QString &entry) const = 0;
    /// A fresh device over a plain file's bytes, open for reading.
    [[nodiscard]] virtual Result<std::unique_ptr<QIODevice>> stream() = 0;
    /// SHA-256 of the content: the file's bytes, unpacked; of a bundle: over its entries' names and
    /// bytes in order. `goOn` is asked about every MiB; false ends it. Errors: as stream(),
    /// Cancelled. Cost: reads everything once.
    [[nodiscard]] virtual Result<QByteArray> sha256(const std::function<bool()> &goOn = {}) = 0;

    /// SHA-256 of the file as it lies on the disk, packed or not, so that anybody can compare it;
    /// of a folder, of an entry and of bytes in memory: sha256().
    [[nodiscard]] Result<QByteArray> fileSha256(const std::function<bool()> &goOn = {});

    /// One entry of a bundle as an input of its own, named as the entry is, its path that of the
    /// bundle with the entry behind; it keeps its bytes.
    /// Errors: as readEntry().
    [[nodiscard]] Result<std::unique_ptr<EvidenceInput>> part(const QString &entry);
    /// True for a file that was unpacked: its own digest is not that of its content.
    [[nodiscard]] bool isPacked() const { return !m_packedFile.isEmpty(); }
    /// The beginning as text, without a cut last line; made once and kept for all the probes.
    [[nodiscard]] const QString &headText() const;
    /// What the beginning shows of its JSON; made once and kept for all the probes.
    [[nodiscard]] const JsonSketch &sketch() const;

private:
    QString m_packedFile; ///< what was unpacked; empty for all others
    mutable std::optional<QString> m_headText;
    mutable std::optional<JsonSketch> m_sketch;
};

} // namespace SecondStory::Importing
