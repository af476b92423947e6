// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/laneplan.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <atomic>
#include <memory>

class QMenu;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

/// Sorts the events of sources into lanes by a rule, and tells beforehand what each rule would do.
/// Reading and planning happen in another thread.
class LaneArranger : public QObject {
    Q_OBJECT
public:
    explicit LaneArranger(QObject *parent = nullptr);
    ~LaneArranger() override;

    void setDocument(Editing::ReviewDocument *document);
    /// True when there is evidence, and the library can be written to.
    [[nodiscard]] bool canArrange() const;
    /// Adds an action for each rule; how many events would go to how many lanes comes behind each
    /// as soon as it is known. `sources`: empty for all of the review.
    void fillMenu(QMenu &menu, const QList<SourceId> &sources);
    /// Plans and carries out, as one step of undo.
    void arrange(const QList<SourceId> &sources, Services::LaneRule rule);

Q_SIGNALS:
    /// What came of it, in a sentence; also when nothing had to move.
    void statusMessage(const QString &text);
    /// The actions of a menu say now what they would do; tells tests.
    void previewed();
    void arranged();

private:
    using Plans = std::shared_ptr<Result<QList<Services::LanePlan>>>;
    void survey(QMenu &menu, const QList<SourceId> &sources);
    void plan(const QList<SourceId> &sources, Services::LaneRule rule, int tries);
    void carryOut(const Plans &plans, const QList<SourceId> &sources, int tries);

    QPointer<Editing::ReviewDocument> m_document;
    QThreadPool m_pool;
    std::shared_ptr<std::atomic<int>> m_wanted; ///< the reading that counts; others stop
    bool m_isArranging = false;
};

} // namespace SecondStory::Ui
