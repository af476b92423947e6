// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/evidencewords.h"
#include "evidence/importassistant.h"
#include "evidence/mappingeditor.h"
#include "evidence/previewmodel.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "theme/zonecombo.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kRowsSeen = 4;

/// A label over a field.
QWidget *field(const QString &label, QWidget *editor, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto *name = mutedLabel(label, 0.85, box);
    name->setBuddy(editor);
    editor->setAccessibleName(label);
    layout->addWidget(name);
    layout->addWidget(editor);
    return box;
}

} // namespace

void ImportAssistant::build()
{
    m_list = new QTableWidget(0, 3, this);
    makeQuiet(m_list);
    m_list->setHorizontalHeaderLabels({ tr("File"), tr("Format"), tr("State") });
    m_list->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setAccessibleName(tr("Files to import"));
    const int rowHeight = m_list->verticalHeader()->defaultSectionSize();
    m_list->setMaximumHeight(rowHeight * (kRowsSeen + 1) + 2);
    m_list->setMinimumHeight(rowHeight * 3);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kWide, Space::kPanel, Space::kWide, Space::kPanel);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(plainLabel(tr("Bring in evidence"), 1.15, QFont::DemiBold, this));
    layout->addWidget(m_list);
    layout->addWidget(hairline(this));
    m_details = buildDetails();
    layout->addWidget(m_details, 1);
    layout->addWidget(hairline(this));
    layout->addWidget(buildFoot());
    setFocusProxy(m_list);
    connect(m_list, &QTableWidget::itemSelectionChanged, this, &ImportAssistant::showCurrent);
}

QWidget *ImportAssistant::buildDetails()
{
    auto *details = new QWidget(this);
    m_format = new QComboBox(details);
    m_format->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_format->setMinimumContentsLength(14);
    m_lane = new QLineEdit(details);
    m_zoneCombo = makeZoneCombo(u"UTC"_s, details);
    m_zoneCombo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zoneCombo->setMinimumContentsLength(16);
    m_date = new QLineEdit(details);
    m_date->setPlaceholderText(tr("2026-03-12"));
    m_start = new QLineEdit(details);
    m_start->setPlaceholderText(tr("2026-03-12 14:16"));
    m_zoneBox = field(tr("Time zone of times without one"), m_zoneCombo, details);
    m_dateBox = field(tr("Day of the first time"), m_date, details);
    m_startBox = field(tr("When it started"), m_start, details);
    auto *questions = new QHBoxLayout;
    questions->setSpacing(Space::kSmall);
    questions->addWidget(field(tr("Format"), m_format, details), 3);
    questions->addWidget(field(tr("Lane"), m_lane, details), 2);
    questions->addWidget(m_zoneBox, 3);
    questions->addWidget(m_dateBox, 2);
    questions->addWidget(m_startBox, 2);

    m_mapping = new MappingEditor(details);
    m_notice = plainLabel({}, 1.0, QFont::Normal, details);
    m_notice->setWordWrap(true);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_preview = new PreviewModel(this);
    m_previewTable = new QTableView(details);
    makeQuiet(m_previewTable);
    m_previewTable->setModel(m_preview);
    m_previewTable->setAccessibleName(tr("First events of the file"));
    m_previewTable->horizontalHeader()->setStretchLastSection(true);

    auto *layout = new QVBoxLayout(details);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kSmall);
    layout->addLayout(questions);
    layout->addWidget(m_mapping);
    layout->addWidget(m_notice);
    layout->addWidget(m_previewTable, 1);

    connect(m_format, &QComboBox::activated, this, [this] {
        answer([this](Services::ImportRequest &request) {
            request.importerId = m_format->currentData().toString();
            request.options.mapping = {};
        });
    });
    connect(m_lane, &QLineEdit::textEdited, this, [this](const QString &text) {
        const auto row = m_list->currentRow();
        if (row >= 0 && row < m_files.size())
            m_files[row].request.lane = text.simplified();
    });
    connect(m_zoneCombo, &QComboBox::activated, this, &ImportAssistant::answerZone);
    connect(m_zoneCombo->lineEdit(), &QLineEdit::editingFinished, this,
            &ImportAssistant::answerZone);
    connect(m_date, &QLineEdit::editingFinished, this, &ImportAssistant::answerDate);
    connect(m_start, &QLineEdit::editingFinished, this, &ImportAssistant::answerStart);
    connect(m_mapping, &MappingEditor::mappingChanged, this, [this] {
        answer([this](Services::ImportRequest &request) {
            request.options.mapping = m_mapping->mapping();
        });
    });
    return details;
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
    m_remove = new QPushButton(tr("Leave this file out"), foot);
    m_cancel = new QPushButton(tr("Cancel"), foot);
    m_import = new QPushButton(tr("Import"), foot);
    makePrimary(m_import);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, Space::kTiny, 0, 0);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_progressText, 2);
    layout->addStretch(0);
    layout->addWidget(m_remove);
    layout->addWidget(m_cancel);
    layout->addWidget(m_import);
    connect(m_remove, &QPushButton::clicked, this, &ImportAssistant::removeCurrent);
    connect(m_cancel, &QPushButton::clicked, this, &ImportAssistant::cancel);
    connect(m_import, &QPushButton::clicked, this, &ImportAssistant::startImport);
    return foot;
}

} // namespace SecondStory::Ui
