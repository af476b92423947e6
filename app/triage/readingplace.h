// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>

namespace SecondStory::Ui {

/// What one has read of a review, kept for this user alone: which events, and where one stood.
/// Nobody else sees it and no time is kept.
class ReadingPlace {
public:
    /// `review` names the review; nothing is read from the settings before load().
    explicit ReadingPlace(QString review);

    void load();
    void save() const;

    [[nodiscard]] bool isRead(qint64 seq) const { return m_read.contains(seq); }
    [[nodiscard]] qsizetype count() const { return m_read.size(); }
    void setRead(qint64 seq, bool isRead = true);
    [[nodiscard]] qint64 at() const { return m_at; }
    void setAt(qint64 seq) { m_at = seq; }

    /// The numbers as runs of neighbours, small even for a million events read in a row.
    [[nodiscard]] static QByteArray packed(const QSet<qint64> &seqs);
    /// What packed() made; nothing for bytes that are not of it.
    [[nodiscard]] static QSet<qint64> unpacked(const QByteArray &bytes);

private:
    QString m_key;
    QSet<qint64> m_read;
    qint64 m_at = 0;
};

} // namespace SecondStory::Ui
