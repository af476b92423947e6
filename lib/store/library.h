// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace SecondStory::Store {

class EditRepository;
class EventRepository;
class ReviewRepository;
class SearchRepository;
class SourceRepository;

/// What `secondstory-cli info` says of a library.
struct LibraryInfo {
    QString engine;
    QString location;
    int schemaVersion = 0;
    qint64 reviews = 0;
    qint64 events = 0;
    qint64 sources = 0;
    qint64 factors = 0;
    qint64 codes = 0;
    qint64 bytes = 0;
    bool isReadOnly = false;
};

/// An open library: one connection and the repositories over it.
/// Threads: belongs to the thread that opened it; open the same path again in another thread.
class Library {
public:
    virtual ~Library() = default;

    /// Creates an empty library with the starter codebook; never over an existing file. Errors:
    /// Refused, Storage.
    [[nodiscard]] static Result<std::unique_ptr<Library>> create(const QString &path);
    /// Opens a library, upgrading an older schema after a backup beside it. A newer or foreign file
    /// is refused without touching a byte. Errors: NotFound, BadInput (no library), Storage.
    [[nodiscard]] static Result<std::unique_ptr<Library>> open(const QString &path);
    /// Where the user's own library lives: $SECONDSTORY_LIBRARY, else under the XDG data folder.
    [[nodiscard]] static QString defaultPath();

    [[nodiscard]] virtual QString path() const = 0;
    [[nodiscard]] virtual bool isReadOnly() const = 0;
    [[nodiscard]] virtual ReviewRepository &reviews() = 0;
    [[nodiscard]] virtual EventRepository &events() = 0;
    [[nodiscard]] virtual EditRepository &edits() = 0;
    [[nodiscard]] virtual SourceRepository &sources() = 0;
    [[nodiscard]] virtual SearchRepository &search() = 0;

    [[nodiscard]] virtual Result<LibraryInfo> info() = 0;
    /// Looks for damage: storage pages, references, search table. An empty list is a sound library.
    [[nodiscard]] virtual Result<QStringList> check() = 0;
    /// Writes a consistent copy while in use; never over an existing file. Errors: Refused,
    /// Storage, Cancelled.
    [[nodiscard]] virtual Result<void> backup(const QString &path,
                                              const std::function<bool(int percent)> &progress) = 0;
    /// Runs `work` in one transaction: all its edits stay or none. Errors: what `work` returned,
    /// Storage.
    [[nodiscard]] virtual Result<void> inTransaction(const std::function<Result<void>()> &work) = 0;
};

} // namespace SecondStory::Store
