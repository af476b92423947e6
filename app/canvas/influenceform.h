// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/influence.h"
#include "editing/factoredits.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
QT_END_NAMESPACE

namespace SecondStory::Ui {

class EvidencePanel;
class NoteEdit;

/// Every field of one influence, with the question that tests it.
class InfluenceForm : public QWidget {
    Q_OBJECT
public:
    explicit InfluenceForm(Editing::ReviewDocument &document, QWidget *parent = nullptr);

    void setInfluence(InfluenceId id);
    [[nodiscard]] QComboBox &kind() const { return *m_kind; }

Q_SIGNALS:
    void eventRequested(SecondStory::EventId id);
    void removeRequested();

private:
    void show();
    void edit(const std::function<void(Influence &)> &change, bool isTyping = false);

    Editing::ReviewDocument &m_document;
    Editing::FactorEdits m_edits;
    InfluenceId m_id;
    QLabel *m_from;
    QLabel *m_to;
    QComboBox *m_kind;
    QComboBox *m_status;
    QLabel *m_question;
    NoteEdit *m_check;
    NoteEdit *m_note;
    EvidencePanel *m_evidence;
};

} // namespace SecondStory::Ui
