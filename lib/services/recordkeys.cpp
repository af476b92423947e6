// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/recordkeys.h"

#include <QStringEncoder>
#include <QtEndian>

namespace SecondStory::Services {

RecordKeys::RecordKeys(KeySet known, qint64 expected)
    : m_known(std::move(known))
{
    m_known.reserve(expected);
}

bool RecordKeys::isNew(Importing::ParsedEvent &event)
{
    if (event.naturalKey.isEmpty())
        return makeKey(event);
    m_text.resize(0);
    add(event.naturalKey);
    return m_known.meet(m_text) == KeySet::Seen::Never;
}

bool RecordKeys::isNew(const Importing::ParsedSeries &series)
{
    return series.naturalKey.isEmpty()
        || m_known.meet(series.naturalKey.toUtf8()) == KeySet::Seen::Never;
}

bool RecordKeys::makeKey(Importing::ParsedEvent &event)
{
    m_text.resize(0);
    const RecordedTime &time = event.time;
    // Not the instant: it moves when somebody corrects the source's clock.
    const auto number = [this](std::optional<qint64> v) {
        add(v.value_or(std::numeric_limits<qint64>::min()));
    };
    state(time.text);
    add(static_cast<qint64>(time.reference));
    number(time.reading);
    number(time.readingEnd);
    for (const Importing::ParsedActor &actor : std::as_const(event.actors)) {
        state(actor.name);
        state(actor.handle);
    }
    state(event.title);
    state(event.text);
    state(event.lane);
    const Hash128 hash = hash128(m_text);
    std::array<quint64, 2> bytes{ qToBigEndian(hash.high), qToBigEndian(hash.low) };
    const QByteArray key = '~'
        + QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()), sizeof bytes)
              .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    KeySet::Seen seen = m_known.meet(key);
    QByteArray numbered = key;
    if (seen == KeySet::Seen::Here) {
        int &count = m_repeated[key];
        count = std::max(count, 1) + 1;
        numbered += '#' + QByteArray::number(count);
        seen = m_known.meet(numbered);
    }
    event.naturalKey = QString::fromLatin1(numbered);
    return seen == KeySet::Seen::Never;
}

void RecordKeys::state(const QString &text)
{
    // With its length, so that "ab" and "c" are not "a" and "bc".
    add(static_cast<qint64>(text.size()));
    add(text);
}

void RecordKeys::add(const QString &text)
{
    const qsizetype before = m_text.size();
    m_text.resize(before + 3 * text.size());
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    const char *end = encoder.appendToBuffer(m_text.data() + before, text);
    m_text.resize(end - m_text.constData());
}

void RecordKeys::add(qint64 number)
{
    const qint64 bytes = qToBigEndian(number);
    m_text.append(reinterpret_cast<const char *>(&bytes), sizeof bytes);
}

} // namespace SecondStory::Services
