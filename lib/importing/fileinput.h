// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/evidenceinput.h"

#include <QDateTime>
#include <QFile>

namespace SecondStory::Importing {

/// SHA-256 of what an open device gives; `path` is for messages. `goOn` is asked about every MiB.
/// Errors: BadInput, Cancelled.
[[nodiscard]] Result<QByteArray> digestOf(QIODevice &device, const QString &path,
                                          const std::function<bool()> &goOn);

/// One plain file.
class FileInput : public EvidenceInput {
public:
    /// `file` is open and has been looked at.
    FileInput(QString path, const QFile &file, QByteArray head);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString path() const override { return m_path; }
    [[nodiscard]] qint64 size() const override { return m_size; }
    [[nodiscard]] bool isBundle() const override { return false; }
    [[nodiscard]] QByteArray head() const override { return m_head; }
    [[nodiscard]] QStringList entries() const override { return {}; }
    [[nodiscard]] Result<QByteArray> readEntry(const QString &entry) override;
    [[nodiscard]] QByteArray entryHead(const QString &) const override { return {}; }
    [[nodiscard]] Result<std::unique_ptr<QIODevice>> stream() override;
    [[nodiscard]] Result<QByteArray> sha256(const std::function<bool()> &goOn) override;

private:
    QString m_path;
    qint64 m_size = 0;
    QDateTime m_changed; ///< to notice a file that changes between looking and reading
    QByteArray m_head;
};

/// Bytes in memory: pasted text, an entry of a bundle, what was packed in a file.
class BytesInput : public EvidenceInput {
public:
    BytesInput(QString path, QString name, QByteArray bytes);

    [[nodiscard]] QString name() const override { return m_name; }
    [[nodiscard]] QString path() const override { return m_path; }
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    [[nodiscard]] bool isBundle() const override { return false; }
    [[nodiscard]] QByteArray head() const override;
    [[nodiscard]] QStringList entries() const override { return {}; }
    [[nodiscard]] Result<QByteArray> readEntry(const QString &entry) override;
    [[nodiscard]] QByteArray entryHead(const QString &) const override { return {}; }
    [[nodiscard]] Result<std::unique_ptr<QIODevice>> stream() override;
    [[nodiscard]] Result<QByteArray> sha256(const std::function<bool()> &goOn) override;

private:
    QString m_path;
    QString m_name;
    QByteArray m_bytes;
};

} // namespace SecondStory::Importing
