// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/castknowledge.h"
#include "domain/changeset.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

class QTimer;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

/// What the cast of a review could know, kept for the timeline and the inspector alike. Where
/// people show is looked up in another thread, when somebody wants it, and again after edits that
/// matter.
class KnowledgeKeeper : public QObject {
    Q_OBJECT
public:
    /// The keeper of a review; belongs to the document and is made when it is first asked for.
    [[nodiscard]] static KnowledgeKeeper &of(Editing::ReviewDocument &document);
    /// Stops looking and waits.
    ~KnowledgeKeeper() override;

    /// Looks, unless that is done or under way.
    void want();
    /// False until where people show has been found; statements alone are known before.
    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] bool isLooking() const { return m_isLooking; }
    [[nodiscard]] const Analysis::CastKnowledge &knowledge() const { return m_knowledge; }

Q_SIGNALS:
    void changed();

private:
    explicit KnowledgeKeeper(Editing::ReviewDocument &document);
    void takeChange(const SecondStory::ChangeSet &applied);
    void gather();
    void assemble();
    void cancel();

    Editing::ReviewDocument &m_document;
    Analysis::CastKnowledge m_knowledge;
    Analysis::CastSigns m_signs;
    QTimer *m_delay;
    QThreadPool m_pool;
    std::shared_ptr<std::atomic_bool> m_isCancelled;
    int m_generation = 0;
    bool m_isWanted = false;
    bool m_isReady = false;
    bool m_isLooking = false;
};

} // namespace SecondStory::Ui
