// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

class QAccessibleInterface;
class QTimer;

namespace SecondStory::Ui {

class TimelineSearch;
class TimelineView;

/// Tells screen readers what changes in a timeline: the selection and the focus at once; what part
/// is shown, what a filter leaves and what a search finds only after the view has rested, so that
/// nobody hears every notch of a wheel.
class TimelineAnnouncer : public QObject {
    Q_OBJECT
public:
    TimelineAnnouncer(TimelineView &view, TimelineSearch &search);

    /// How long the view has to rest. Units: milliseconds.
    void setRest(int milliseconds);
    /// Goes on telling although no screen reader has said that it listens.
    void tellAlways() { m_tellsAlways = true; }
    /// What was said last.
    [[nodiscard]] const QString &last() const { return m_last; }

Q_SIGNALS:
    void announced(const QString &text);
    /// A screen reader has been told of something; `about` is the name of what it is about.
    void told(int event, const QString &about);

private:
    void announceSelection();
    void announceRest();
    void announceSearch();
    void say(const QString &text);
    void tell(QAccessibleInterface *about, int event);
    [[nodiscard]] bool isHeard() const;

    TimelineView &m_view;
    TimelineSearch &m_search;
    QTimer *m_rest;
    QString m_last;
    QString m_shown; ///< the part of time told last
    qsizetype m_passed = -1; ///< how many the filter let through when told last
    bool m_tellsAlways = false;
    QString m_words; ///< what was told of the search
};

} // namespace SecondStory::Ui
