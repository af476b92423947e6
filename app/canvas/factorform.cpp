// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/factorform.h"

#include "canvas/codespanel.h"
#include "canvas/evidencepanel.h"
#include "canvas/noteedit.h"
#include "canvas/recordform.h"
#include "editing/reviewdocument.h"
#include "theme/theme.h"

#include <QCheckBox>
#include <QLineEdit>

#include <tuple>

namespace SecondStory::Ui {

template <class E>
QComboBox *FactorForm::addChoice(QFormLayout &form, const QString &label, E Factor::*member)
{
    auto *box = new QComboBox;
    box->setAccessibleName(label);
    addChoices<E>(*box);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form.addRow(label, box);
    connect(box, &QComboBox::activated, this, [this, member](int chosen) {
        edit([&](Factor &factor) { factor.*member = Figures::allValues<E>()[chosen]; });
    });
    return box;
}

FactorForm::FactorForm(Editing::ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_edits(document)
    , m_title(new NoteEdit(3))
    , m_level(new QComboBox)
    , m_view(new QLineEdit)
    , m_pinned(new QCheckBox(tr("Pinned: layout leaves it here")))
    , m_note(new NoteEdit(5))
    , m_evidence(new EvidencePanel(document))
    , m_codes(new CodesPanel(document))
{
    auto *form = addForm(*this);
    m_title->setAccessibleName(tr("Title"));
    m_title->setFont(fontAt(font(), 1.15));
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("What made this make sense at the time?"));
    m_view->setPlaceholderText(tr("Whose view is this?"));
    m_level->setAccessibleName(tr("Level"));
    addChoices<Level>(*m_level);

    form->addRow(m_title);
    m_kind = addChoice(*form, tr("Kind"), &Factor::kind);
    form->addRow(tr("Level"), m_level);
    m_phase = addChoice(*form, tr("Phase"), &Factor::phase);
    m_polarity = addChoice(*form, tr("Polarity"), &Factor::polarity);
    m_confidence = addChoice(*form, tr("Confidence"), &Factor::confidence);
    form->addRow(tr("View"), m_view);
    form->addRow(m_pinned);
    form->addRow(m_note);
    form->addRow(m_evidence);
    form->addRow(m_codes);

    connect(m_title, &NoteEdit::edited, this, [this](const QString &text) {
        edit([&](Factor &f) { f.title = text.simplified(); }, true);
    });
    connect(m_note, &NoteEdit::edited, this,
            [this](const QString &text) { edit([&](Factor &f) { f.note = text; }, true); });
    connect(m_view, &QLineEdit::editingFinished, this,
            [this] { edit([&](Factor &f) { f.view = m_view->text().trimmed(); }); });
    connect(m_pinned, &QCheckBox::clicked, this,
            [this](bool isOn) { edit([&](Factor &f) { f.pinned = isOn; }); });
    connect(m_level, &QComboBox::activated, this, [this](int chosen) {
        if (const auto *factor = findRecord<Factor>(m_document.contents(), m_id))
            Q_EMIT levelRequested(*factor, static_cast<Level>(chosen + 1));
    });
    connect(m_evidence, &EvidencePanel::eventRequested, this, &FactorForm::eventRequested);
    connect(&document, &Editing::ReviewDocument::changed, this, [this] {
        if (const auto *factor = findRecord<Factor>(m_document.contents(), m_id))
            show(*factor);
    });
}

void FactorForm::setFactor(FactorId id)
{
    if (m_id == id)
        return;
    // Words not kept yet belong to the factor shown until now.
    m_title->flush();
    m_note->flush();
    m_id = id;
    const TargetRef target = id.isNull() ? TargetRef() : TargetRef{ TargetKind::Factor, id.value };
    if (const auto *factor = findRecord<Factor>(m_document.contents(), id))
        show(*factor);
    m_evidence->setTarget(target);
    m_codes->setTarget(target);
}

void FactorForm::show(const Factor &factor)
{
    m_title->setStored(factor.title);
    m_note->setStored(factor.note);
    m_kind->setCurrentIndex(static_cast<int>(factor.kind));
    m_level->setCurrentIndex(static_cast<int>(factor.level) - 1);
    m_phase->setCurrentIndex(static_cast<int>(Figures::allValues<Phase>().indexOf(factor.phase)));
    m_polarity->setCurrentIndex(static_cast<int>(factor.polarity));
    m_confidence->setCurrentIndex(static_cast<int>(factor.confidence));
    m_view->setText(factor.view);
    m_pinned->setChecked(factor.pinned);
}

void FactorForm::edit(const std::function<void(Factor &)> &change, bool isTyping)
{
    const auto *factor = findRecord<Factor>(m_document.contents(), m_id);
    if (!factor)
        return;
    Factor after = *factor;
    change(after);
    // A refusal is told by the document itself; the fields then show what is stored.
    if (!m_edits.editFactor(after, isTyping ? Editing::MergeId::Typing : Editing::MergeId::None)) {
        if (const auto *now = findRecord<Factor>(m_document.contents(), m_id))
            show(*now);
    }
}

} // namespace SecondStory::Ui
