// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QCryptographicHash>

#include <array>
#include <memory>

namespace SecondStory::Importing {

/// SHA-256 of bytes that come piece by piece, with the processor's own instructions where it has
/// them: a file's digest then costs a tenth.
class Sha256 {
public:
    Sha256();
    void addData(QByteArrayView bytes);
    [[nodiscard]] QByteArray result();

    /// True when this processor has the instructions.
    [[nodiscard]] static bool isFast();

private:
    void addFast(const uchar *bytes, size_t size);
    [[nodiscard]] QByteArray fastResult();

    std::unique_ptr<QCryptographicHash> m_portable; ///< null with the fast way
    std::array<quint32, 8> m_state;
    std::array<uchar, 64> m_block{};
    size_t m_inBlock = 0;
    quint64 m_size = 0;
};

} // namespace SecondStory::Importing
