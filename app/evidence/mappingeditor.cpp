// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/mappingeditor.h"

#include "domain/eventkind.h"
#include "evidence/evidencewords.h"
#include "figures/timeline/eventmarks.h"
#include "theme/theme.h"
#include "theme/widgets.h"

#include <QGridLayout>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kAcross = 4; ///< parts in one line

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
    using Importing::ColumnMapping;
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
    m_presets->addItem(tr("Choose…"));
    for (const ColumnMapping &preset : Importing::mappingPresets())
        m_presets->addItem(preset.name);
    place(this, grid, 10, tr("As in another tool"), m_presets);
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

void MappingEditor::choosePreset(int index)
{
    const QList<Importing::ColumnMapping> presets = Importing::mappingPresets();
    if (index < 1 || index > presets.size())
        return;
    showMapping(presets[index - 1]);
    emit mappingChanged();
}

} // namespace SecondStory::Ui
