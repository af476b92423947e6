// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLockFile>

#include <memory>

namespace SecondStory::Store {

/// Held while somebody imports into a library file: tells a running import from one that was cut
/// off. The lock of a program that is gone counts as free.
class ImportLock {
public:
    explicit ImportLock(const QString &libraryPath)
        : m_file(libraryPath + QStringLiteral("-import"))
    {
        m_file.setStaleLockTime(0);
    }
    [[nodiscard]] bool tryLock(int milliseconds) { return m_file.tryLock(milliseconds); }

private:
    QLockFile m_file;
};

} // namespace SecondStory::Store
