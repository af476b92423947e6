// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/timelinesearch.h"

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QMenu;
class QTimer;
class QToolButton;

namespace SecondStory::Ui {

class LinkButton;

/// One thing a filter asks for: its words and how to take it away.
struct FilterPart {
    QString text;
    std::function<void(Figures::EventFilter &)> remove;
};

/// The top of a timeline. First line: the search, which hides nothing, and how much is shown:
/// "12,408 of 1,000,231". Second line, only where something is filtered: chips that can be taken
/// away.
class TimelineFilterBar : public QWidget {
    Q_OBJECT
public:
    TimelineFilterBar(TimelineModel &model, TimelineSearch &search, TimelineSelection &selection,
                      QWidget *parent = nullptr);

    void focusSearch();
    /// Takes every filter away; the search stays.
    void clearAll();
    /// What is filtered, part by part.
    [[nodiscard]] QList<FilterPart> parts() const;
    void removePart(const FilterPart &part) { change(part.remove); }
    /// The words of the parts.
    [[nodiscard]] QStringList chips() const;
    /// "12,408 of 1,000,231", or the number alone without a filter.
    [[nodiscard]] QString countText() const;
    /// Shows only events that touch `span`.
    void filterTo(TimeSpan span);
    void filterTo(LaneId lane);

Q_SIGNALS:
    /// The search was left: the lanes get the keyboard back.
    void left();
    /// The events without a time are to be shown.
    void undatedRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildSearch();
    void refresh();
    void refreshSearch();
    void refreshUndated();
    void fillMenu();
    template <class Set, class Value>
    void addChoice(QMenu &menu, const QString &text, Set Figures::EventFilter::*set,
                   const Value &value);
    void addSources(QMenu &menu);
    void addPeople(QMenu &menu);
    void change(const std::function<void(Figures::EventFilter &)> &change);

    TimelineModel &m_model;
    TimelineSearch &m_search;
    TimelineSelection &m_selection;
    QLineEdit *m_line;
    QTimer *m_searchDelay;
    QLabel *m_hits;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_filter;
    QMenu *m_menu;
    LinkButton *m_undated; ///< only where events have no time
    QLabel *m_count;
    QWidget *m_chips;
};

} // namespace SecondStory::Ui
