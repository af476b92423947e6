// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/evidenceinput.h"

#include <QMap>

namespace SecondStory::Importing {

/// Several files that belong together.
class BundleInput : public EvidenceInput {
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString path() const override { return m_path; }
    [[nodiscard]] qint64 size() const override { return m_size; }
    [[nodiscard]] bool isBundle() const override { return true; }
    [[nodiscard]] QByteArray head() const override { return {}; }
    [[nodiscard]] QStringList entries() const override { return m_names; }
    [[nodiscard]] Result<std::unique_ptr<QIODevice>> stream() override;
    [[nodiscard]] Result<QByteArray> sha256() override;

protected:
    explicit BundleInput(QString path);

    QString m_path;
    QStringList m_names;
    qint64 m_size = 0;
};

/// An archive, unpacked in memory when it was opened.
class ArchiveInput : public BundleInput {
public:
    ArchiveInput(QString path, QMap<QString, QByteArray> contents);
    [[nodiscard]] Result<QByteArray> readEntry(const QString &entry) override;
    [[nodiscard]] QByteArray entryHead(const QString &entry) const override;

private:
    QMap<QString, QByteArray> m_contents;
};

/// A folder and the folders in it. Symbolic links are left out: they may lead anywhere.
class FolderInput : public BundleInput {
public:
    /// Errors: BadInput naming the entry (limits, names).
    [[nodiscard]] static Result<std::unique_ptr<EvidenceInput>> open(const QString &path);
    [[nodiscard]] Result<QByteArray> readEntry(const QString &entry) override;
    [[nodiscard]] QByteArray entryHead(const QString &entry) const override;

private:
    explicit FolderInput(QString path);
    [[nodiscard]] bool hasEntry(const QString &entry) const;
};

} // namespace SecondStory::Importing
