// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/timelinenavigation.h"

#include <QSet>
#include <QThreadPool>

#include <functional>
#include <vector>

namespace SecondStory::Ui {

/// A search through the events of a timeline: it hides nothing, unlike a filter, but says where
/// the words occur and goes from one place to the next. In a large review another thread looks, and
/// the hits before stay until the new ones are there.
class TimelineSearch : public QObject {
    Q_OBJECT
public:
    TimelineSearch(TimelineTracks &tracks, TimelineNavigation &navigation);
    ~TimelineSearch() override;

    void setWords(const QString &words);
    [[nodiscard]] const QString &words() const { return m_words; }
    void clear() { setWords({}); }
    /// Events for which `isHeldBack` says yes are not found.
    void setHeldBack(std::function<bool(const EventRow &)> isHeldBack);
    /// How many of the events shown hold the words.
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_rows.size()); }
    /// Which of them the selection stands on, from 1; 0 for none.
    [[nodiscard]] qsizetype position() const;
    /// How many events hold the words and are not shown: filtered, in a hidden lane, without a
    /// time.
    [[nodiscard]] qsizetype unseen() const { return m_unseen; }
    /// Another thread is looking for the words.
    [[nodiscard]] bool isLooking() const { return m_isLooking; }
    /// "3 of 41", "41 hits", "nothing found", "searching…"; empty without words.
    [[nodiscard]] QString statusText() const;

public Q_SLOTS:
    /// Goes to the next hit after the selection or the cursor; after the last comes the first.
    /// While another thread looks, once it is done.
    void next();
    void previous();

Q_SIGNALS:
    /// Words, hits or the place among them are other ones.
    void changed();

private:
    /// Sequence numbers, a bit each: a million rows are asked for theirs.
    class Found {
    public:
        Found() = default;
        explicit Found(const QSet<qint64> &seqs);
        [[nodiscard]] bool contains(qint64 seq) const;
        [[nodiscard]] qsizetype count() const { return m_count; }

    private:
        qint64 m_first = 0;
        qsizetype m_count = 0;
        std::vector<bool> m_bits;
    };

    void lookAgain();
    void look();
    void take(const Found &found);
    void collect();
    [[nodiscard]] quint32 origin() const;

    TimelineModel &m_model;
    TimelineSelection &m_selection;
    TimelineNavigation &m_navigation;
    QString m_words;
    Found m_found;
    std::function<bool(const EventRow &)> m_isHeldBack;
    std::vector<quint32> m_rows; ///< positions in EventTable::rows, ascending
    qsizetype m_unseen = 0;
    bool m_isLooking = false;
    int m_steps = 0; ///< asked for while looking: the hits to go on by, or back
    quint64 m_asked = 0; ///< counts the searches; the answer to an older one comes to nothing
    QThreadPool m_pool; ///< last: what it runs ends first
};

} // namespace SecondStory::Ui
