// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/readingplace.h"

#include <QDataStream>
#include <QIODevice>
#include <QSettings>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// More than any review holds; a damaged setting must not fill the memory.
constexpr qint64 kMost = 20'000'000;

} // namespace

ReadingPlace::ReadingPlace(QString review)
    : m_key(u"reading/"_s + std::move(review))
{
}

void ReadingPlace::load()
{
    const QSettings settings;
    m_read = unpacked(settings.value(QString(m_key + u"/read"_s)).toByteArray());
    m_at = settings.value(QString(m_key + u"/at"_s)).toLongLong();
}

void ReadingPlace::save() const
{
    QSettings settings;
    settings.setValue(QString(m_key + u"/read"_s), packed(m_read));
    settings.setValue(QString(m_key + u"/at"_s), m_at);
}

void ReadingPlace::setRead(qint64 seq, bool isRead)
{
    if (isRead)
        m_read.insert(seq);
    else
        m_read.remove(seq);
}

QByteArray ReadingPlace::packed(const QSet<qint64> &seqs)
{
    std::vector<qint64> sorted(seqs.begin(), seqs.end());
    std::sort(sorted.begin(), sorted.end());
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    for (size_t i = 0; i < sorted.size();) {
        size_t end = i + 1;
        while (end < sorted.size() && sorted[end] == sorted[end - 1] + 1)
            ++end;
        out << sorted[i] << static_cast<qint64>(end - i);
        i = end;
    }
    return qCompress(bytes);
}

QSet<qint64> ReadingPlace::unpacked(const QByteArray &bytes)
{
    QSet<qint64> seqs;
    if (bytes.isEmpty())
        return seqs;
    QDataStream in(qUncompress(bytes));
    in.setVersion(QDataStream::Qt_6_0);
    while (!in.atEnd()) {
        qint64 first = 0;
        qint64 count = 0;
        in >> first >> count;
        if (in.status() != QDataStream::Ok || count < 1 || seqs.size() + count > kMost)
            return seqs;
        for (qint64 i = 0; i < count; ++i)
            seqs.insert(first + i);
    }
    return seqs;
}

} // namespace SecondStory::Ui
