// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/codespanel.h"

#include "editing/reviewdocument.h"
#include "store/library.h"
#include "store/reviewrepository.h"
#include "theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <tuple>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kMostRows = 5;

} // namespace

CodesPanel::CodesPanel(Editing::ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_edits(document)
    , m_list(new QListWidget)
    , m_choice(new QComboBox)
{
    auto *title = new QLabel(tr("Codes"));
    title->setFont(fontAt(font(), 1, QFont::DemiBold));
    m_list->setAccessibleName(tr("Codes"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_choice->setAccessibleName(tr("Add a code"));
    m_choice->setEditable(true);
    m_choice->setInsertPolicy(QComboBox::NoInsert);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->completer()->setFilterMode(Qt::MatchContains);
    m_choice->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_choice->lineEdit()->setPlaceholderText(tr("Add a code"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kTiny);
    layout->addWidget(title);
    layout->addWidget(m_list);
    layout->addWidget(m_choice);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    auto *remove = new QAction(tr("Remove code"), this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(remove);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(remove, &QAction::triggered, this, &CodesPanel::removeCurrent);
    connect(m_choice, &QComboBox::activated, this, [this] { addChosen(); });
    connect(&document, &Editing::ReviewDocument::changed, this, [this](const ChangeSet &applied) {
        for (const AnyChange &change : applied.changes) {
            if (std::holds_alternative<RecordChange<Code>>(change))
                m_codes.clear();
        }
        update();
    });
    connect(&document, &Editing::ReviewDocument::eventsReloaded, this, [this] { m_codes.clear(); });
}

void CodesPanel::setTarget(const TargetRef &target)
{
    m_target = target;
    update();
}

void CodesPanel::readCodes()
{
    m_codes = m_document.library().reviews().codes().value_or(QList<Code>());
    m_choice->clear();
    for (const Code &code : std::as_const(m_codes))
        m_choice->addItem(QString(code.key + u"  "_s + code.name));
    m_choice->setCurrentIndex(-1);
}

void CodesPanel::update()
{
    if (m_target.isNull())
        return;
    if (m_codes.isEmpty())
        readCodes();
    m_list->clear();
    for (const Coding &coding : m_document.contents().codings) {
        if (coding.target != m_target)
            continue;
        for (const Code &code : std::as_const(m_codes)) {
            if (code.id != coding.codeId)
                continue;
            auto *item = new QListWidgetItem(QString(code.key + u"  "_s + code.name), m_list);
            item->setToolTip(QString(u"<span>"_s + code.definition.toHtmlEscaped() + u"</span>"_s));
            item->setData(Qt::UserRole, coding.id.value);
        }
    }
    const int count = m_list->count();
    m_list->setVisible(count > 0);
    m_list->setFixedHeight(qMin(count, kMostRows) * qMax(1, m_list->sizeHintForRow(0)) + 4);
}

void CodesPanel::addChosen()
{
    const int chosen = m_choice->currentIndex();
    m_choice->setCurrentIndex(-1);
    m_choice->clearEditText();
    // A refusal is told by the document itself.
    if (chosen >= 0 && chosen < m_codes.size())
        std::ignore = m_edits.addCode(m_target, m_codes[chosen].id);
}

void CodesPanel::removeCurrent()
{
    if (const QListWidgetItem *item = m_list->currentItem())
        std::ignore = m_edits.removeCoding(CodingId{ item->data(Qt::UserRole).toUuid() });
}

} // namespace SecondStory::Ui
