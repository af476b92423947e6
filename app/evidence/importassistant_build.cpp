// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/importassistant.h"
#include "evidence/importlistmodel.h"
#include "theme/theme.h"
#include "theme/widgets.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

void ImportAssistant::build()
{
    m_model = new ImportListModel(this);
    m_list = new QTreeView(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ImportListDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(0);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setAllColumnsShowFocus(true);
    m_list->setTabKeyNavigation(false);
    m_list->setAccessibleName(tr("Files to import"));
    m_list->header()->setFont(fontAt(font(), 0.85));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setMinimumSectionSize(64);
    m_list->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_list->header()->setSectionResizeMode(ImportListModel::FileColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(ImportListModel::StateColumn, QHeaderView::Stretch);
    const int letter = fontMetrics().averageCharWidth();
    m_list->setColumnWidth(ImportListModel::FormatColumn, letter * 24);
    m_list->setColumnWidth(ImportListModel::SureColumn, letter * 13);
    m_list->setColumnWidth(ImportListModel::OtherColumn, letter * 20);
    m_list->setMinimumHeight(Space::kRow * 4);

    m_details = new ImportDetails(this);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_list);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({ Space::kRow * 14, Space::kRow * 10 });
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kWide, Space::kPanel, Space::kWide, Space::kPanel);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(buildHead());
    layout->addWidget(splitter, 1);
    layout->addWidget(hairline(this));
    layout->addWidget(buildFoot());
    showGroups();
}

QWidget *ImportAssistant::buildHead()
{
    auto *head = new QWidget(this);
    m_summary = plainLabel({}, 1.0, QFont::Normal, head);
    m_summary->setWordWrap(true);
    m_summary->setAccessibleName(tr("What was imported"));
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_summary->hide();
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kTiny);
    layout->addWidget(plainLabel(tr("Bring in evidence"), 1.15, QFont::DemiBold, head));
    layout->addWidget(m_summary);
    return head;
}

QWidget *ImportAssistant::buildFoot()
{
    auto *foot = new QWidget(this);
    m_progress = new QProgressBar(foot);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(Space::kSmall);
    m_progress->setAccessibleName(tr("Import progress"));
    m_progressText = mutedLabel({}, 0.85, foot);
    m_progressText->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_leaveOut = new QPushButton(tr("Leave out"), foot);
    m_leaveOut->setToolTip(tr("Delete"));
    m_cancel = new QPushButton(tr("Cancel"), foot);
    m_import = new QPushButton(tr("Import"), foot);
    makePrimary(m_import);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, Space::kTiny, 0, 0);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_progressText, 2);
    layout->addStretch(0);
    layout->addWidget(m_leaveOut);
    layout->addWidget(m_cancel);
    layout->addWidget(m_import);
    return foot;
}

void ImportAssistant::connectParts()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ImportAssistant::showSelection);
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const ImportFile *file = m_model->fileAt(index);
        if (file && file->state == ImportState::Done)
            emit reportRequested(file->source.id);
    });
    connect(m_details, &ImportDetails::answered, this, &ImportAssistant::answer);
    connect(m_details, &ImportDetails::useForAllRequested, this, &ImportAssistant::useForAll);
    connect(m_details, &ImportDetails::reportRequested, this, &ImportAssistant::reportRequested);
    connect(m_details, &ImportDetails::zoneChosen, this, [this](const QString &zone) {
        QSettings().setValue(u"import/zone/"_s + m_review.toString(), zone);
    });
    connect(m_leaveOut, &QPushButton::clicked, this, &ImportAssistant::toggleLeftOut);
    connect(m_cancel, &QPushButton::clicked, this, &ImportAssistant::cancel);
    connect(m_import, &QPushButton::clicked, this, &ImportAssistant::startImport);
    auto *remove = new QShortcut(QKeySequence::Delete, m_list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &ImportAssistant::toggleLeftOut);
    auto *go = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    go->setContext(Qt::WidgetWithChildrenShortcut);
    connect(go, &QShortcut::activated, this, &ImportAssistant::startImport);
}

void ImportAssistant::takeFocus()
{
    m_list->setFocus();
}

void ImportAssistant::showGroups()
{
    for (int group = 0; group < ImportListModel::GroupCount; ++group) {
        const QModelIndex index = m_model->groupIndex(static_cast<ImportListModel::Group>(group));
        const bool isEmpty = m_model->count(static_cast<ImportListModel::Group>(group)) == 0;
        const bool wasHidden = m_list->isRowHidden(group, {});
        m_list->setFirstColumnSpanned(group, {}, true);
        m_list->setRowHidden(group, {}, isEmpty);
        // What was left out, and what is in, need not take the room of what is to be decided.
        if (!isEmpty && wasHidden)
            m_list->setExpanded(index, group != ImportListModel::LeftOutGroup);
    }
    emit countsChanged();
}

void ImportAssistant::updateActions()
{
    const int ready = m_model->count(ImportListModel::ReadyGroup);
    const int open = fileCount() - m_model->count(ImportListModel::ImportedGroup);
    const bool isBusy = isImporting();
    const bool isSettling = m_looking > 0;
    m_import->setText(ready > 0 && ready < open ? tr("Import %1 of %2").arg(ready).arg(open)
                          : ready > 1           ? tr("Import %n files", nullptr, ready)
                                                : tr("Import"));
    m_import->setEnabled(ready > 0 && !isBusy && !isSettling);
    m_import->setVisible(open > 0);
    const QList<int> chosen = selected();
    const bool isOut =
        !chosen.isEmpty() && m_model->file(chosen.first()).state == ImportState::LeftOut;
    m_leaveOut->setText(isOut ? tr("Take back in") : tr("Leave out"));
    m_leaveOut->setEnabled(!isBusy && !chosen.isEmpty() && m_model->file(chosen.first()).isOpen());
    m_cancel->setText(isBusy ? tr("Stop") : open == 0 ? tr("Done") : tr("Close"));
    m_progress->setVisible(isBusy || isSettling);
    m_progressText->setVisible(isBusy || isSettling);
    m_details->setBusy(isBusy);
    if (isSettling && !isBusy) {
        const int all = fileCount();
        const int waiting = m_model->count(ImportListModel::LookingGroup);
        m_progress->setRange(0, all);
        m_progress->setValue(all - waiting);
        m_progressText->setText(all == 0
                                    ? tr("looking what is there…")
                                    : tr("looking into file %1 of %2").arg(all - waiting).arg(all));
    }
}

} // namespace SecondStory::Ui
