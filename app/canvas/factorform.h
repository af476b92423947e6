// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/factor.h"
#include "editing/factoredits.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
QT_END_NAMESPACE

namespace SecondStory::Ui {

class CodesPanel;
class EvidencePanel;
class NoteEdit;

/// Every field of one factor.
class FactorForm : public QWidget {
    Q_OBJECT
public:
    explicit FactorForm(Editing::ReviewDocument &document, QWidget *parent = nullptr);

    void setFactor(FactorId id);
    [[nodiscard]] FactorId factor() const { return m_id; }
    [[nodiscard]] NoteEdit &title() const { return *m_title; }
    [[nodiscard]] QComboBox &confidence() const { return *m_confidence; }

Q_SIGNALS:
    void eventRequested(SecondStory::EventId id);
    /// The level moves the card as well: the canvas knows where to.
    void levelRequested(const SecondStory::Factor &factor, SecondStory::Level level);

private:
    void show(const Factor &factor);
    template <class E>
    QComboBox *addChoice(QFormLayout &form, const QString &label, E Factor::*member);
    void edit(const std::function<void(Factor &)> &change, bool isTyping = false);

    Editing::ReviewDocument &m_document;
    Editing::FactorEdits m_edits;
    FactorId m_id;
    NoteEdit *m_title;
    QComboBox *m_kind;
    QComboBox *m_level;
    QComboBox *m_phase;
    QComboBox *m_polarity;
    QComboBox *m_confidence;
    QLineEdit *m_view;
    QCheckBox *m_pinned;
    NoteEdit *m_note;
    EvidencePanel *m_evidence;
    CodesPanel *m_codes;
};

} // namespace SecondStory::Ui
