// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pressures/reviewpressurespage.h"

#include "coding/codepicker.h"
#include "editing/pressureedits.h"
#include "editing/reviewdocument.h"
#include "figures/canvas/factorwords.h"
#include "pressures/pressuredelegate.h"
#include "pressures/pressureprompts.h"
#include "pressures/pressuresmodel.h"
#include "theme/theme.h"
#include "theme/tooltip.h"
#include "theme/widgets.h"
#include "widgets/emptystate.h"
#include "widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

template <class E>
QStringList wordsOf()
{
    QStringList words;
    for (const E value : Figures::allValues<E>())
        words << Figures::wordFor(value);
    return words;
}

} // namespace

ReviewPressuresPage::ReviewPressuresPage(QWidget *parent)
    : QWidget(parent)
{
    build();
    refresh();
}

void ReviewPressuresPage::build()
{
    m_model = new PressuresModel(this);
    m_table = new QTableView(this);
    makeQuiet(m_table);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new PressureDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::SelectedClicked);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAcceptDrops(true);
    m_table->setDragDropMode(QAbstractItemView::DropOnly);
    m_table->setAccessibleName(tr("Pressures of this review"));
    m_table->verticalHeader()->setDefaultSectionSize(Space::kRow + Space::kSmall);
    auto *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    // Wide enough for every word of the scale, so that a change does not move the others.
    const auto fix = [&](int column, const QStringList &words) {
        int width = 0;
        for (const QString &word : words)
            width = std::max(width, fontMetrics().horizontalAdvance(word));
        header->setSectionResizeMode(column, QHeaderView::Fixed);
        m_table->setColumnWidth(column, width + Space::kSection + Space::kPanel);
    };
    fix(PressuresModel::EffectColumn, wordsOf<Polarity>());
    fix(PressuresModel::ConfidenceColumn, wordsOf<Confidence>());
    header->setSectionResizeMode(PressuresModel::CodeColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(PressuresModel::TitleColumn, QHeaderView::Stretch);
    // The words are drawn with their sign, which the size of the text alone does not know.
    header->setSectionResizeMode(PressuresModel::EffectColumn, QHeaderView::Fixed);
    header->resizeSection(PressuresModel::EffectColumn,
                          fontMetrics().horizontalAdvance(tr("hindered")) + 5 * Space::kSmall);
    m_picker = new CodePicker(this);
    m_empty = new EmptyState(
        u"pressures"_s, tr("Which pressures were people under?"),
        tr("Deadlines, key people away, work put off, a full day, leaders waiting. Named once in "
           "the codebook, they can be counted over many reviews. The questions below help to find "
           "them; events can be dropped here as evidence."),
        this);
    auto *first = m_empty->addAction(tr("Add pressure"));
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(hairline(this));
    layout->addWidget(m_stack, 1);
    layout->addWidget(hairline(this));
    layout->addWidget(buildPrompts());
    connect(first, &QPushButton::clicked, this, &ReviewPressuresPage::add);
    connect(m_picker, &CodePicker::picked, this, &ReviewPressuresPage::pick);
    connect(m_model, &PressuresModel::refused, this, &ReviewPressuresPage::statusMessage);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ReviewPressuresPage::refresh);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ReviewPressuresPage::refresh);
    connect(m_table, &QTableView::doubleClicked, this, &ReviewPressuresPage::open);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        QList<TargetRef> targets;
        for (const PressureId id : selected())
            targets << TargetRef{ TargetKind::Pressure, id.value };
        m_remove->setEnabled(!targets.isEmpty());
        emit targetsSelected(targets);
    });
    auto *removeKey = new QShortcut(QKeySequence::Delete, m_table);
    removeKey->setContext(Qt::WidgetShortcut);
    connect(removeKey, &QShortcut::activated, this, &ReviewPressuresPage::removeSelected);
}

QWidget *ReviewPressuresPage::buildHead()
{
    auto *head = new QWidget(this);
    m_summary = mutedLabel({}, 1.0, head);
    m_remove = new QPushButton(tr("Remove"), head);
    m_add = new QPushButton(icon(u"add"_s, this), tr("Add pressure"), head);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(Space::kWide, Space::kSmall, Space::kWide, Space::kSmall);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(plainLabel(tr("Pressures"), 1.5, QFont::DemiBold, head));
    layout->addSpacing(Space::kSmall);
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_remove);
    layout->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, &ReviewPressuresPage::add);
    connect(m_remove, &QPushButton::clicked, this, &ReviewPressuresPage::removeSelected);
    return head;
}

QWidget *ReviewPressuresPage::buildPrompts()
{
    auto *box = new QWidget(this);
    m_prompts = new QHBoxLayout(box);
    m_prompts->setContentsMargins(Space::kWide, Space::kPanel, Space::kWide, Space::kPanel);
    m_prompts->setSpacing(Space::kSection);
    return box;
}

void ReviewPressuresPage::showPrompts()
{
    clearLayout(m_prompts);
    QWidget *box = m_prompts->parentWidget();
    for (const Phase phase : Figures::allValues<Phase>()) {
        auto *column = new QWidget(box);
        auto *list = new QVBoxLayout(column);
        list->setContentsMargins(0, 0, 0, 0);
        list->setSpacing(0);
        auto *title =
            plainLabel(tr("%1 the incident").arg(Figures::capitalised(Figures::wordFor(phase))),
                       1.0, QFont::DemiBold, column);
        title->setContentsMargins(Space::kTiny, 0, 0, Space::kTiny);
        list->addWidget(title);
        for (const PressurePrompt &prompt : pressurePrompts()) {
            if (prompt.phase != phase)
                continue;
            const Code *code = nullptr;
            for (const Code &each : m_model->codes())
                code = each.key == prompt.codeKey ? &each : code;
            if (!code)
                continue;
            bool isThere = false;
            for (const Pressure &pressure : m_document->contents().pressures)
                isThere =
                    isThere || (pressure.codeId == code->id && pressure.phases.testFlag(phase));
            const QString text = isThere ? QString(u"✓ "_s + prompt.text) : prompt.text;
            auto *link = new LinkButton(text, column);
            link->setEnabled(!isThere);
            link->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
            link->setToolTip(
                plainToolTip((isThere ? tr("Here already: %1") : tr("Add: %1")).arg(code->name)));
            connect(link, &LinkButton::clicked, this,
                    [this, id = code->id, phase] { addOrMark(id, phase); });
            list->addWidget(link);
        }
        list->addStretch();
        m_prompts->addWidget(column, 1);
    }
}

void ReviewPressuresPage::setDocument(Editing::ReviewDocument *document)
{
    m_document = document;
    m_model->setDocument(document);
    refresh();
}

void ReviewPressuresPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Other reviews may have changed while this page was out of sight.
    m_model->refreshLibrary();
}

void ReviewPressuresPage::refresh()
{
    const int count = m_model->rowCount();
    m_stack->setCurrentWidget(count > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    m_summary->setText(count > 0 ? tr("%n named so far", nullptr, count) : QString());
    m_add->setVisible(count > 0);
    m_remove->setVisible(count > 0);
    m_remove->setEnabled(!selected().isEmpty());
    m_add->setEnabled(m_document != nullptr);
    if (m_document)
        showPrompts();
    else
        clearLayout(m_prompts);
}

void ReviewPressuresPage::add()
{
    if (!m_document)
        return;
    m_recoded = {};
    QSet<CodeId> used;
    for (const Pressure &pressure : m_document->contents().pressures)
        used << pressure.codeId;
    m_picker->setCodes(m_model->codes(), used);
    m_picker->popUpUnder(m_add->isVisible() ? static_cast<QWidget *>(m_add) : m_empty);
}

void ReviewPressuresPage::pick(CodeId code)
{
    if (!m_document)
        return;
    const auto *recoded = findRecord<Pressure>(m_document->contents(), m_recoded);
    if (!recoded) {
        addOrMark(code, Phase::Before);
        return;
    }
    Pressure after = *recoded;
    after.codeId = code;
    report(Editing::editPressure(*m_document, after));
}

void ReviewPressuresPage::addOrMark(CodeId code, Phases phases)
{
    if (!m_document)
        return;
    for (const Pressure &pressure : m_document->contents().pressures) {
        if (pressure.codeId != code)
            continue;
        Pressure after = pressure;
        after.phases |= phases;
        report(Editing::editPressure(*m_document, after));
        selectPressure(after.id);
        return;
    }
    Pressure fresh;
    fresh.codeId = code;
    fresh.phases = phases;
    const auto added = Editing::addPressure(*m_document, fresh);
    if (!added) {
        emit statusMessage(added.error().toString());
        return;
    }
    selectPressure(*added);
    if (isVisible())
        m_table->edit(m_model->index(m_model->rowOf(*added), PressuresModel::TitleColumn));
}

void ReviewPressuresPage::selectPressure(PressureId id)
{
    const int row = m_model->rowOf(id);
    m_table->setCurrentIndex(m_model->index(row, PressuresModel::TitleColumn));
    m_table->selectRow(row);
}

void ReviewPressuresPage::open(const QModelIndex &index)
{
    if (index.column() == PressuresModel::CodeColumn) {
        m_recoded = m_model->idAt(index.row());
        m_picker->setCodes(m_model->codes());
        m_picker->popUpUnder(m_table);
        return;
    }
    if (index.column() != PressuresModel::EvidenceColumn)
        return;
    const TargetRef target{ TargetKind::Pressure, m_model->idAt(index.row()).value };
    for (const EvidenceLink &link : m_document->contents().evidenceLinks) {
        if (link.target == target) {
            emit eventRequested(link.eventId);
            return;
        }
    }
}

QList<PressureId> ReviewPressuresPage::selected() const
{
    QList<PressureId> ids;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        ids << m_model->idAt(index.row());
    return ids;
}

void ReviewPressuresPage::removeSelected()
{
    const QList<PressureId> ids = selected();
    if (m_document && !ids.isEmpty())
        report(Editing::removePressures(*m_document, ids));
}

void ReviewPressuresPage::report(const Result<void> &done)
{
    if (!done)
        emit statusMessage(done.error().toString());
}

} // namespace SecondStory::Ui
