// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/laneassignment.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace SecondStory {

namespace {

constexpr int kFast = 1; ///< of zlib: the numbers shrink as well as with more effort

} // namespace

void LanesOfEvents::append(LaneId lane)
{
    if (lanes.size() != m_known.size()) {
        m_known.clear();
        for (qsizetype i = 0; i < lanes.size(); ++i)
            m_known.insert(lanes[i], static_cast<quint32>(i));
    }
    auto it = m_known.constFind(lane);
    if (it == m_known.constEnd()) {
        it = m_known.insert(lane, static_cast<quint32>(lanes.size()));
        lanes << lane;
    }
    rows.push_back(*it);
}

QByteArray packLanes(const LanesOfEvents &lanes)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << static_cast<qint64>(lanes.lanes.size()) << static_cast<qint64>(lanes.rows.size());
    for (const LaneId &lane : lanes.lanes)
        out << lane.value;
    for (const quint32 row : lanes.rows)
        out << row;
    return qCompress(bytes, kFast);
}

std::optional<LanesOfEvents> unpackLanes(const QByteArray &packed)
{
    const QByteArray bytes = qUncompress(packed);
    QDataStream in(bytes);
    qint64 lanes = 0;
    qint64 rows = 0;
    in >> lanes >> rows;
    if (in.status() != QDataStream::Ok || lanes < 0 || rows < 0 || lanes > bytes.size()
        || rows > bytes.size())
        return {};
    LanesOfEvents result;
    for (qint64 i = 0; i < lanes; ++i) {
        QUuid id;
        in >> id;
        result.lanes << LaneId{ id };
    }
    result.rows.resize(static_cast<size_t>(rows));
    for (quint32 &row : result.rows)
        in >> row;
    const bool isSound = in.status() == QDataStream::Ok && in.atEnd()
        && std::all_of(result.rows.begin(), result.rows.end(),
                       [lanes](quint32 row) { return row < lanes; });
    return isSound ? std::optional(std::move(result)) : std::nullopt;
}

} // namespace SecondStory
