// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/sectionoutline.h"

#include "theme/theme.h"
#include "theme/tooltip.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

SectionId idOf(const QListWidgetItem *item)
{
    return item ? SectionId{ item->data(Qt::UserRole).toUuid() } : SectionId{};
}

QListWidget *quietList(QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setSpacing(1);
    list->viewport()->setAutoFillBackground(false); // it lies on the panel, it is no box on it
    return list;
}

} // namespace

SectionOutline::SectionOutline(QWidget *parent)
    : QWidget(parent)
    , m_sections(quietList(this))
    , m_lists(quietList(this))
{
    auto *heading = new QLabel(tr("Narrative"), this);
    heading->setFont(fontAt(font(), 0.85, QFont::DemiBold));
    heading->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kSmall, Space::kPanel, Space::kSmall, Space::kSmall);
    layout->setSpacing(Space::kTiny);
    layout->addWidget(heading);
    layout->addWidget(m_sections, 1);
    addButtons();
    layout->addWidget(m_lists);

    m_sections->setAccessibleName(tr("Sections of the narrative"));
    m_sections->setDragDropMode(QAbstractItemView::InternalMove);
    m_sections->setEditTriggers(QAbstractItemView::EditKeyPressed
                                | QAbstractItemView::DoubleClicked);
    m_lists->setAccessibleName(tr("Lists of the report"));
    m_lists->addItems({ QString(), QString(), QString() });
    m_lists->setFixedHeight(3 * (Space::kRow + 2) + 4);
    for (int row = 0; row < m_lists->count(); ++row)
        m_lists->item(row)->setSizeHint({ 0, Space::kRow });
    setCounts(0, 0, 0);

    // The selection, not the current row: a list without one takes its first row as current when
    // Tab passes through it, and passing through is no choice.
    connect(m_sections, &QListWidget::itemSelectionChanged, this, [this] {
        const SectionId chosen = currentSection();
        if (m_isFilling || chosen.isNull())
            return;
        m_lists->setCurrentRow(-1);
        emit sectionChosen(chosen);
    });
    connect(m_lists, &QListWidget::itemSelectionChanged, this, [this] {
        const QList<QListWidgetItem *> chosen = m_lists->selectedItems();
        if (chosen.isEmpty())
            return;
        m_sections->setCurrentRow(-1);
        emit listChosen(static_cast<List>(m_lists->row(chosen.first())));
    });
    setFocusProxy(m_sections);
    connect(m_sections, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        if (!m_isFilling)
            emit renameRequested(idOf(item), item->text());
    });
    connect(m_sections->model(), &QAbstractItemModel::rowsMoved, this,
            [this](const QModelIndex &, int first, int, const QModelIndex &, int to) {
                const int row = to > first ? to - 1 : to;
                emit moveRequested(idOf(m_sections->item(row)), row);
            });
}

void SectionOutline::addButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::kTiny);
    const auto button = [&](const QString &name, const QString &words, const QKeySequence &keys,
                            auto work) {
        auto *action = new QAction(words, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        connect(action, &QAction::triggered, this, work);
        auto *tool = new QToolButton(this);
        tool->setDefaultAction(action);
        tool->setAutoRaise(true);
        tool->setMinimumSize(Space::kTarget, Space::kTarget);
        tool->setToolTip(
            plainToolTip(u"%1 (%2)"_s.arg(words, keys.toString(QKeySequence::NativeText))));
        if (!name.isEmpty())
            action->setIcon(icon(name, this));
        row->addWidget(tool);
        return tool;
    };
    button(u"add"_s, tr("Add section"), QKeySequence(Qt::CTRL | Qt::Key_Return),
           [this] { emit addRequested(); });
    auto *up = button({}, tr("Move section up"), QKeySequence(Qt::ALT | Qt::Key_Up),
                      [this] { moveCurrent(-1); });
    up->setToolButtonStyle(Qt::ToolButtonIconOnly);
    up->setArrowType(Qt::UpArrow);
    auto *down = button({}, tr("Move section down"), QKeySequence(Qt::ALT | Qt::Key_Down),
                        [this] { moveCurrent(1); });
    down->setToolButtonStyle(Qt::ToolButtonIconOnly);
    down->setArrowType(Qt::DownArrow);
    button(u"trash"_s, tr("Remove section"), QKeySequence(Qt::Key_Delete), [this] {
        if (!currentSection().isNull())
            emit removeRequested(currentSection());
    });
    row->addStretch();
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void SectionOutline::moveCurrent(int by)
{
    const int to = m_sections->currentRow() + by;
    if (!currentSection().isNull() && to >= 0 && to < m_sections->count())
        emit moveRequested(currentSection(), to);
}

bool SectionOutline::shows(const QList<Section> &sections) const
{
    bool isSame = sections.size() == m_sections->count();
    for (int row = 0; isSame && row < m_sections->count(); ++row) {
        const QListWidgetItem *item = m_sections->item(row);
        isSame = idOf(item) == sections.at(row).id && item->text() == sections.at(row).heading;
    }
    return isSame;
}

void SectionOutline::setSections(const QList<Section> &sections)
{
    if (shows(sections))
        return; // typing changes bodies all the time: leave the list, and whoever edits in it,
                // alone
    const SectionId current = currentSection();
    m_isFilling = true;
    m_sections->clear();
    for (const Section &section : sections) {
        auto *item = new QListWidgetItem(section.heading, m_sections);
        item->setData(Qt::UserRole, section.id.value);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setSizeHint({ 0, Space::kRow });
    }
    m_sections->setCurrentRow(-1);
    if (!current.isNull())
        select(current);
    m_isFilling = false;
}

void SectionOutline::setCounts(qsizetype learnings, qsizetype questions, qsizetype actions)
{
    m_lists->item(static_cast<int>(List::Learnings))->setText(tr("Learnings  %1").arg(learnings));
    m_lists->item(static_cast<int>(List::Questions))->setText(tr("Questions  %1").arg(questions));
    m_lists->item(static_cast<int>(List::Actions))->setText(tr("Actions  %1").arg(actions));
}

void SectionOutline::select(SectionId id)
{
    for (int row = 0; row < m_sections->count(); ++row) {
        if (idOf(m_sections->item(row)) == id)
            m_sections->setCurrentRow(row);
    }
}

SectionId SectionOutline::currentSection() const
{
    return idOf(m_sections->selectedItems().value(0));
}

} // namespace SecondStory::Ui
