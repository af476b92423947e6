// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/influenceform.h"

#include "canvas/evidencepanel.h"
#include "canvas/noteedit.h"
#include "canvas/recordform.h"
#include "editing/reviewdocument.h"
#include "theme/theme.h"
#include "theme/widgets.h"

#include <QLabel>
#include <QPushButton>

namespace SecondStory::Ui {

InfluenceForm::InfluenceForm(Editing::ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_edits(document)
    , m_from(wrappedLabel())
    , m_to(wrappedLabel())
    , m_kind(new QComboBox)
    , m_status(new QComboBox)
    , m_question(wrappedLabel())
    , m_check(new NoteEdit(3))
    , m_note(new NoteEdit(4))
    , m_evidence(new EvidencePanel(document))
{
    addChoices<InfluenceKind>(*m_kind);
    addChoices<InfluenceStatus>(*m_status);
    m_kind->setAccessibleName(tr("Kind"));
    m_status->setAccessibleName(tr("Status"));
    m_check->setAccessibleName(tr("Answer to the check"));
    m_check->setPlaceholderText(tr("Your answer"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("How did the one shape the other?"));
    m_question->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : { m_from, m_to })
        label->setFont(fontAt(font(), 1, QFont::DemiBold));
    auto *remove = new QPushButton(tr("Remove influence"));

    auto *form = addForm(*this);
    form->addRow(m_from);
    form->addRow(m_kind);
    form->addRow(m_to);
    form->addRow(tr("Status"), m_status);
    form->addRow(m_question);
    form->addRow(m_check);
    form->addRow(m_note);
    form->addRow(m_evidence);
    form->addRow(remove);

    connect(m_kind, &QComboBox::activated, this, [this](int chosen) {
        edit([&](Influence &i) { i.kind = static_cast<InfluenceKind>(chosen); });
    });
    connect(m_status, &QComboBox::activated, this, [this](int chosen) {
        edit([&](Influence &i) { i.status = static_cast<InfluenceStatus>(chosen); });
    });
    connect(m_check, &NoteEdit::edited, this,
            [this](const QString &text) { edit([&](Influence &i) { i.check = text; }, true); });
    connect(m_note, &NoteEdit::edited, this,
            [this](const QString &text) { edit([&](Influence &i) { i.note = text; }, true); });
    connect(remove, &QPushButton::clicked, this, &InfluenceForm::removeRequested);
    connect(m_evidence, &EvidencePanel::eventRequested, this, &InfluenceForm::eventRequested);
    connect(&document, &Editing::ReviewDocument::changed, this, &InfluenceForm::show);
}

void InfluenceForm::setInfluence(InfluenceId id)
{
    if (m_id == id)
        return;
    m_check->flush();
    m_note->flush();
    m_id = id;
    show();
    m_evidence->setTarget(id.isNull() ? TargetRef() : TargetRef{ TargetKind::Influence, id.value });
}

void InfluenceForm::show()
{
    const auto *influence = findRecord<Influence>(m_document.contents(), m_id);
    if (!influence)
        return;
    const auto titleOf = [this](FactorId id) {
        const auto *factor = findRecord<Factor>(m_document.contents(), id);
        return factor ? Figures::plainLine(factor->title) : QString();
    };
    m_from->setText(titleOf(influence->from));
    m_to->setText(titleOf(influence->to));
    m_kind->setCurrentIndex(static_cast<int>(influence->kind));
    m_status->setCurrentIndex(static_cast<int>(influence->status));
    m_question->setText(tr("Check: without the first, could the second have happened?"));
    m_check->setStored(influence->check);
    m_note->setStored(influence->note);
}

void InfluenceForm::edit(const std::function<void(Influence &)> &change, bool isTyping)
{
    const auto *influence = findRecord<Influence>(m_document.contents(), m_id);
    if (!influence)
        return;
    Influence after = *influence;
    change(after);
    if (!m_edits.editInfluence(after, isTyping ? Editing::MergeId::Typing : Editing::MergeId::None))
        show();
}

} // namespace SecondStory::Ui
