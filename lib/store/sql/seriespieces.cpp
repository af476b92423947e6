// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/seriespieces.h"

#include <QtEndian>

#include <bit>

namespace SecondStory::Store {

namespace {

constexpr size_t kSamplesInPiece = 65'536;
constexpr qsizetype kSampleBytes = 16;

} // namespace

QList<QByteArray> packSamples(const std::vector<SeriesSample> &samples)
{
    QList<QByteArray> pieces;
    for (size_t from = 0; from < samples.size(); from += kSamplesInPiece) {
        const size_t to = std::min(samples.size(), from + kSamplesInPiece);
        QByteArray raw(static_cast<qsizetype>(to - from) * kSampleBytes, Qt::Uninitialized);
        char *at = raw.data();
        for (size_t i = from; i < to; ++i, at += kSampleBytes) {
            qToLittleEndian(samples[i].time.us, at);
            qToLittleEndian(std::bit_cast<quint64>(samples[i].value), at + 8);
        }
        pieces << qCompress(raw);
    }
    return pieces;
}

bool unpackSamples(const QByteArray &piece, std::vector<SeriesSample> &samples)
{
    const QByteArray raw = qUncompress(piece);
    if (raw.isEmpty() || raw.size() % kSampleBytes != 0)
        return false;
    samples.reserve(samples.size() + static_cast<size_t>(raw.size() / kSampleBytes));
    for (const char *at = raw.cbegin(); at != raw.cend(); at += kSampleBytes)
        samples.push_back({ { qFromLittleEndian<qint64>(at) },
                            std::bit_cast<double>(qFromLittleEndian<quint64>(at + 8)) });
    return true;
}

} // namespace SecondStory::Store
