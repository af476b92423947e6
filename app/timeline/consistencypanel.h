// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/checkfinding.h"
#include "figures/timeline/silentstretches.h"

#include <QSet>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <atomic>
#include <memory>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class EmptyState;
class StatedPlace;

/// What stands out in the evidence, by kind: each finding leads to its place, may become an open
/// question or be set aside; a stated duration is given the event that states it. Looks in another
/// thread, over its own connection to the library, when it is shown and after edits. Nothing is
/// mended here.
class ConsistencyPanel : public QWidget {
    Q_OBJECT
public:
    explicit ConsistencyPanel(Editing::ReviewDocument &document, QWidget *parent = nullptr);
    ~ConsistencyPanel() override;

    /// Looks again now.
    void look();
    [[nodiscard]] bool isLooking() const { return m_isLooking; }
    /// Findings that are not set aside.
    [[nodiscard]] int openCount() const;
    /// Whether silences are hatched on the timeline.
    [[nodiscard]] bool showsSilences() const;
    void setShowsSilences(bool isShown);

Q_SIGNALS:
    /// A finding's place is to be shown.
    void findingRequested(const SecondStory::Analysis::CheckFinding &finding);
    /// The clock of an event's source is to be looked at.
    void clockRequested(SecondStory::EventId event);
    void countChanged(int open);
    /// What to hatch on the timeline: nothing while that is switched off.
    void silencesChanged(const QList<SecondStory::Figures::SilentStretch> &silences);
    void statusMessage(const QString &text);
    void refused(const QString &why);
    /// A look has ended.
    void looked();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildBar();
    void connectParts();
    void take(const QList<Analysis::CheckFinding> &findings);
    void fill();
    QTreeWidgetItem *addGroup(const QString &title, qint64 count, bool isOpen);
    void addFinding(QTreeWidgetItem *group, qsizetype index);
    void showCurrent();
    void tellSilences();
    void ask();
    void leave();
    void openClock();
    void askPlace();
    void go(QTreeWidgetItem *item);
    [[nodiscard]] const Analysis::CheckFinding *findingOf(const QTreeWidgetItem *item) const;
    [[nodiscard]] bool isAside(const Analysis::CheckFinding &finding) const;
    [[nodiscard]] QString settingsKey() const;

    Editing::ReviewDocument &m_document;
    QThreadPool m_pool;
    std::shared_ptr<std::atomic<int>> m_generation = std::make_shared<std::atomic<int>>(0);
    QTimer m_later;
    QList<Analysis::CheckFinding> m_findings;
    QSet<QString> m_aside;
    QString m_currentKey;
    bool m_isLooking = false;
    bool m_isStale = true;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_looking = nullptr;
    QTreeWidget *m_list = nullptr;
    QLabel *m_detail = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_ask = nullptr;
    QPushButton *m_leave = nullptr;
    QPushButton *m_clock = nullptr;
    QPushButton *m_place = nullptr;
    StatedPlace *m_statedPlace = nullptr;
    QCheckBox *m_silences = nullptr;
};

} // namespace SecondStory::Ui
