// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace SecondStory::Importing {

/// Hands out its bytes in pieces of a chosen size, as slow pipes and small buffers do.
class PiecewiseDevice : public QIODevice {
public:
    explicit PiecewiseDevice(QByteArray bytes, qint64 piece = 1)
        : m_bytes(std::move(bytes))
        , m_piece(piece)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_at; }
    [[nodiscard]] bool atEnd() const override { return m_at >= m_bytes.size(); }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        const qint64 count = std::min({ maximum, m_piece, bytesAvailable() });
        if (count > 0)
            std::memcpy(data, m_bytes.constData() + m_at, static_cast<size_t>(count));
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_piece;
    qint64 m_at = 0;
};

/// A beginning, then the same unit over and over: a file as long as one likes, in no memory.
class EndlessDevice : public QIODevice {
public:
    EndlessDevice(QByteArray beginning, QByteArray unit, qint64 size)
        : m_beginning(std::move(beginning))
        , m_unit(std::move(unit))
        , m_block(m_unit.repeated(4096))
        , m_size(size)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_size - m_at; }
    [[nodiscard]] bool atEnd() const override { return m_at >= m_size; }
    [[nodiscard]] qint64 given() const { return m_at; }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        const qint64 count = std::min(maximum, bytesAvailable());
        const qint64 start = std::min<qint64>(m_beginning.size() - m_at, count);
        qint64 done = 0;
        if (start > 0) {
            std::memcpy(data, m_beginning.constData() + m_at, static_cast<size_t>(start));
            done = start;
        }
        while (done < count) {
            const qint64 within = (m_at + done - m_beginning.size()) % m_unit.size();
            const qint64 part = std::min(count - done, m_block.size() - within);
            std::memcpy(data + done, m_block.constData() + within, static_cast<size_t>(part));
            done += part;
        }
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_beginning;
    QByteArray m_unit;
    QByteArray m_block; ///< the unit many times
    qint64 m_size;
    qint64 m_at = 0;
};

} // namespace SecondStory::Importing
