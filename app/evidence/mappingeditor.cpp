// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/mappingeditor.h"

#include "domain/eventkind.h"
#include "evidence/evidencewords.h"
#include "evidence/keptmappings.h"
#include "figures/timeline/eventmarks.h"
#include "theme/theme.h"
#include "theme/widgets.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

using Importing::ColumnMapping;

namespace {

constexpr int kAcross = 4; ///< parts in one line
constexpr int kNameRole = Qt::UserRole + 1; ///< of mappings that were kept

void place(QWidget *parent, QGridLayout *grid, int index, const QString &label, QComboBox *combo)
{
    auto *name = mutedLabel(label, 0.85, parent);
    name->setBuddy(combo);
    combo->setAccessibleName(label);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(6);
    grid->addWidget(name, 2 * (index / kAcross), index % kAcross);
    grid->addWidget(combo, 2 * (index / kAcross) + 1, index % kAcross);
}

} // namespace

MappingEditor::MappingEditor(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::kSmall);
    grid->setVerticalSpacing(2);
    for (int column = 0; column < kAcross; ++column)
        grid->setColumnStretch(column, 1);
    addPart(tr("Time"), &ColumnMapping::time);
    addPart(tr("End"), &ColumnMapping::endTime);
    addPart(tr("What, in one line"), &ColumnMapping::title);
    addPart(tr("Whole text"), &ColumnMapping::text);
    addPart(tr("Who"), &ColumnMapping::actor);
    addPart(tr("Kind"), &ColumnMapping::kind);
    addPart(tr("Lane"), &ColumnMapping::lane);
    addPart(tr("Its own id"), &ColumnMapping::key);

    m_timeFormat = new QComboBox(this);
    m_timeFormat->addItem(tr("Told from the values"), QString());
    m_timeFormat->addItem(tr("Seconds since 1970"), u"s"_s);
    m_timeFormat->addItem(tr("Milliseconds since 1970"), u"ms"_s);
    m_timeFormat->addItem(tr("Microseconds since 1970"), u"us"_s);
    m_timeFormat->addItem(tr("Nanoseconds since 1970"), u"ns"_s);
    place(this, grid, 8, tr("How times are written"), m_timeFormat);
    m_fixedKind = new QComboBox(this);
    m_fixedKind->addItem(tr("None"), QString());
    for (const auto &entry : EnumNames<EventKind>::entries)
        m_fixedKind->addItem(Figures::eventKindLabel(entry.first), toString(entry.first));
    place(this, grid, 9, tr("Kind of every row"), m_fixedKind);
    m_presets = new QComboBox(this);
    place(this, grid, 10, tr("As in"), m_presets);
    auto *keeping = new QWidget(this);
    auto *row = new QHBoxLayout(keeping);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::kTiny);
    m_name = new QLineEdit(keeping);
    m_name->setPlaceholderText(tr("Name"));
    m_name->setAccessibleName(tr("Name to keep these columns under"));
    m_keep = new QPushButton(tr("Keep"), keeping);
    m_forget = new QPushButton(tr("Forget"), keeping);
    row->addWidget(m_name, 1);
    row->addWidget(m_keep);
    row->addWidget(m_forget);
    auto *label = mutedLabel(tr("Keep for other files"), 0.85, this);
    label->setBuddy(m_name);
    grid->addWidget(label, 2 * (11 / kAcross), 11 % kAcross);
    grid->addWidget(keeping, 2 * (11 / kAcross) + 1, 11 % kAcross);
    listPresets();
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_keep->setEnabled(!text.simplified().isEmpty()); });
    connect(m_name, &QLineEdit::returnPressed, this, &MappingEditor::keep);
    connect(m_keep, &QPushButton::clicked, this, &MappingEditor::keep);
    connect(m_forget, &QPushButton::clicked, this, &MappingEditor::forget);
    connect(m_timeFormat, &QComboBox::activated, this, &MappingEditor::mappingChanged);
    connect(m_fixedKind, &QComboBox::activated, this, &MappingEditor::mappingChanged);
    connect(m_presets, &QComboBox::activated, this, &MappingEditor::choosePreset);
}

void MappingEditor::addPart(const QString &label, QString Importing::ColumnMapping::*member)
{
    auto *combo = new QComboBox(this);
    place(this, static_cast<QGridLayout *>(layout()), static_cast<int>(m_parts.size()), label,
          combo);
    connect(combo, &QComboBox::activated, this, &MappingEditor::mappingChanged);
    m_parts << Part{ member, combo };
}

void MappingEditor::setColumns(const QStringList &columns, const Importing::ColumnMapping &mapping)
{
    m_columns = columns;
    for (const Part &part : std::as_const(m_parts)) {
        part.combo->clear();
        part.combo->addItem(tr("None"), QString());
        for (const QString &column : columns)
            part.combo->addItem(visibleText(column).left(60), column);
    }
    showMapping(mapping);
}

void MappingEditor::showMapping(const Importing::ColumnMapping &mapping)
{
    for (const Part &part : std::as_const(m_parts))
        part.combo->setCurrentIndex(std::max(0, part.combo->findData(mapping.*part.member)));
    m_timeFormat->setCurrentIndex(std::max(0, m_timeFormat->findData(mapping.timeFormat)));
    m_fixedKind->setCurrentIndex(std::max(0, m_fixedKind->findData(mapping.fixedKind)));
}

Importing::ColumnMapping MappingEditor::mapping() const
{
    Importing::ColumnMapping mapping;
    for (const Part &part : m_parts)
        mapping.*part.member = part.combo->currentData().toString();
    mapping.timeFormat = m_timeFormat->currentData().toString();
    mapping.fixedKind = m_fixedKind->currentData().toString();
    return mapping;
}

void MappingEditor::listPresets()
{
    m_presets->clear();
    m_presets->addItem(tr("Choose…"));
    for (const ColumnMapping &preset : Importing::mappingPresets())
        m_presets->addItem(preset.name, Importing::toJson(preset));
    const QList<ColumnMapping> kept = keptMappings();
    if (!kept.isEmpty())
        m_presets->insertSeparator(m_presets->count());
    for (const ColumnMapping &mapping : kept) {
        m_presets->addItem(visibleText(mapping.name), Importing::toJson(mapping));
        m_presets->setItemData(m_presets->count() - 1, mapping.name, kNameRole);
    }
    m_keep->setEnabled(!m_name->text().simplified().isEmpty());
    m_forget->setEnabled(false);
}

void MappingEditor::choosePreset()
{
    const QString name = m_presets->currentData(kNameRole).toString();
    m_forget->setEnabled(!name.isEmpty());
    m_name->setText(name);
    const auto mapping = Importing::mappingFromJson(m_presets->currentData().toByteArray());
    if (m_presets->currentIndex() < 1 || !mapping)
        return;
    showMapping(*mapping);
    emit mappingChanged();
}

void MappingEditor::keep()
{
    const QString name = m_name->text().simplified();
    if (name.isEmpty())
        return;
    ColumnMapping kept = mapping();
    kept.name = name;
    keepMapping(kept);
    listPresets();
    m_presets->setCurrentIndex(m_presets->findData(name, kNameRole));
    m_forget->setEnabled(true);
}

void MappingEditor::forget()
{
    forgetMapping(m_presets->currentData(kNameRole).toString());
    m_name->clear();
    listPresets();
}

} // namespace SecondStory::Ui
