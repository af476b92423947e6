// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/moment.h"

#include <QScrollArea>

class QComboBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

/// What stands beside a moment: what is recorded of it, what has been asked about it, and what
/// could be.
class MomentSide : public QScrollArea {
    Q_OBJECT
public:
    explicit MomentSide(Editing::ReviewDocument &document, QWidget *parent = nullptr);

    void showMoment(MomentId id);
    /// The line to write a question in.
    [[nodiscard]] QLineEdit *askLine() const { return m_ask; }
    [[nodiscard]] QComboBox *topics() const { return m_topics; }

public Q_SLOTS:
    /// Asks about the moment shown; true when it is stored.
    bool ask(const QString &question);

Q_SIGNALS:
    void eventRequested(SecondStory::EventId event);
    void questionsRequested();
    /// Something was not done, in a sentence.
    void refused(const QString &why);

private:
    void build();
    void refresh();
    void readEvents(const Moment &moment);
    void showEvidence(const Moment &moment);
    void addEvidence(const Event &event);
    void showQuestions();
    void showPrompts();
    void addPrompts(const QString &heading, const QStringList &prompts);
    [[nodiscard]] QStringList asked() const;

    Editing::ReviewDocument &m_document;
    MomentId m_moment;
    QList<Event> m_events; ///< of the moment, in order of time
    QStringList m_shown; ///< what the lists show, so that they are made anew only when it changes
    QLabel *m_evidenceTitle = nullptr;
    QVBoxLayout *m_evidence = nullptr;
    QVBoxLayout *m_questions = nullptr;
    QLineEdit *m_ask = nullptr;
    QComboBox *m_topics = nullptr;
    QVBoxLayout *m_prompts = nullptr;
};

} // namespace SecondStory::Ui
