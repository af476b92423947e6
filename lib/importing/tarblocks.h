// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace SecondStory::Importing {

/// True when a block of 512 bytes is a tar header: it has no mark in its oldest form, but it always
/// holds its own sum.
[[nodiscard]] bool isTarHeader(QByteArrayView block);

/// Goes over the blocks of a tar before it is unpacked. The unpacker calls itself for every global
/// header it meets, so that a chain of them would use up the stack. Headers are sought in every
/// block: what their sizes say would have to be believed otherwise.
class TarBlocks {
public:
    void feed(QByteArrayView bytes);
    [[nodiscard]] bool isHostile() const;

private:
    void take(QByteArrayView block);

    QByteArray m_rest; ///< of a block that is not complete
    int m_globalHeaders = 0;
};

} // namespace SecondStory::Importing
