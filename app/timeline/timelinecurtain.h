// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/castknowledge.h"
#include "analysis/knownorder.h"
#include "domain/result.h"
#include "timeline/timelinetracks.h"

#include <QObject>
#include <QPointer>

class QTimer;

namespace SecondStory::Ui {

class KnowledgeKeeper;

/// The known-at curtain of one timeline: whose eyes, at what time, and what could be seen then. It
/// is a way of looking: nothing of it is stored in the review, the person at this machine gets it
/// back when the review is opened again.
class TimelineCurtain : public QObject {
    Q_OBJECT
public:
    explicit TimelineCurtain(TimelineTracks &tracks);
    ~TimelineCurtain() override;

    [[nodiscard]] bool isOn() const { return m_isOn; }
    void setOn(bool isOn);
    void toggle() { setOn(!m_isOn); }
    /// On, and it is known what people could see.
    [[nodiscard]] bool isDrawn() const { return m_isOn && m_isReady; }
    [[nodiscard]] const Analysis::Eyes &eyes() const { return m_eyes; }
    void setEyes(const Analysis::Eyes &eyes);
    [[nodiscard]] TimePoint time() const { return m_time; }
    void setTime(TimePoint time);
    /// What is not known is left out instead of faded.
    [[nodiscard]] bool hides() const { return m_hides; }
    void setHides(bool hides);
    /// Events stand where they became known, not where they happened. Display only.
    [[nodiscard]] bool isByKnowledge() const { return m_isByKnowledge; }
    void setByKnowledge(bool isByKnowledge);

    /// Goes to the next (1) or previous (-1) instant at which something becomes known; false at the
    /// end. What was learned is selected when `selects`.
    bool step(int direction, bool selects = false);
    [[nodiscard]] std::optional<TimePoint> next() const;
    /// Reads a time as it is typed and goes there. Errors: as Analysis::goToTime.
    Result<void> goTo(const QString &text);

    [[nodiscard]] Analysis::Sight sight(const EventRow &row) const;
    [[nodiscard]] Analysis::Sight sight(const EventFact &event) const;
    /// "not yet known", "not known to whom"; empty for what is known or without the curtain.
    [[nodiscard]] QString sightWords(const EventFact &event) const;
    /// Those who look, taken together. Changes with eyesChanged().
    [[nodiscard]] const Analysis::Viewpoint &view() const { return m_view; }
    /// Since when somebody of those who look has been in a lane; nothing: never.
    [[nodiscard]] std::optional<TimePoint> joined(LaneId lane) const;
    /// What of a row of the drawing is known at the curtain's time: a lane's events up to now, or
    /// nothing; of a folded group, that of its lanes.
    enum class RowSight : quint8 { Known, Partly, NotYet, Unsaid };
    [[nodiscard]] RowSight rowSight(int row) const;
    /// True when somebody of the whole cast has ever been in a lane.
    [[nodiscard]] bool isAnybodyIn(LaneId lane) const { return m_cast.joined().contains(lane); }

    [[nodiscard]] const Analysis::CastKnowledge &knowledge() const { return m_knowledge; }
    /// For a timeline without a review, and for tests.
    void setKnowledge(const Analysis::CastKnowledge &knowledge);
    /// "As Asha could see it at 14:07:35: 212 of 1,204 events".
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString eyesWords() const;
    [[nodiscard]] QString timeText() const;
    /// How often a single event was asked about: the work of a drawing.
    [[nodiscard]] qint64 asked() const { return m_asked; }
    [[nodiscard]] TimelineTracks &tracks() const { return m_tracks; }

Q_SIGNALS:
    /// Something looks different, or is no longer there.
    void changed();
    void timeChanged();
    /// Others look, or what they know is another thing; changed() follows.
    void eyesChanged();

private:
    void takeKnowledge();
    void refreshEyes();
    void arrange();
    void restore();
    void remember() const;
    [[nodiscard]] TimePoint usualTime() const;
    [[nodiscard]] const Analysis::KnownOrder &order() const;

    TimelineTracks &m_tracks;
    TimelineModel &m_model;
    QPointer<KnowledgeKeeper> m_keeper;
    Analysis::CastKnowledge m_knowledge;
    Analysis::Viewpoint m_view;
    Analysis::Viewpoint m_cast;
    mutable Analysis::KnownOrder m_order;
    mutable bool m_isOrderStale = true;
    Analysis::Eyes m_eyes;
    TimePoint m_time;
    QTimer *m_saving;
    QString m_settings; ///< where this review's curtain is remembered; empty: nowhere
    bool m_isOn = false;
    bool m_isReady = false;
    bool m_hides = false;
    bool m_isByKnowledge = false;
    bool m_hasTime = false;
    mutable qint64 m_asked = 0;
};

} // namespace SecondStory::Ui
