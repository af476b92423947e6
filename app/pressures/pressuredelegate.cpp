// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pressures/pressuredelegate.h"

#include "figures/canvas/factorwords.h"
#include "pressures/pressuresmodel.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

template <class E>
void fill(QComboBox *combo)
{
    for (const E value : Figures::allValues<E>())
        combo->addItem(Figures::wordFor(value), static_cast<int>(value));
}

void paintToggle(QPainter *painter, const QRect &cell, bool isOn, const Figures::Palette &colours)
{
    const QRectF pill(cell.center().x() - 8, cell.center().y() - 8, 17, 17);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(isOn ? colours.accent : colours.strongLine, 1));
    painter->setBrush(isOn ? colours.accent : QColor(Qt::transparent));
    painter->drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (!isOn)
        return;
    painter->setPen(QPen(colours.surface, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF tick[]{ pill.topLeft() + QPointF(4.5, 9), pill.topLeft() + QPointF(7.5, 12),
                          pill.topLeft() + QPointF(12.5, 5.5) };
    painter->drawPolyline(tick, 3);
}

QString signOf(Polarity polarity)
{
    switch (polarity) {
    case Polarity::Hindered:
        return u"−"_s;
    case Polarity::Helped:
        return u"+"_s;
    case Polarity::Present:
        break;
    }
    return u"·"_s;
}

} // namespace

void PressureDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Figures::Palette &colours = paletteFor(option.widget);
    const QVariant checked = index.data(Qt::CheckStateRole);
    const bool isEffect = index.column() == PressuresModel::EffectColumn;
    if (!checked.isValid() && !isEffect) {
        QStyleOptionViewItem quiet = option;
        if (index.column() == PressuresModel::CodeColumn)
            quiet.font.setWeight(QFont::DemiBold);
        if (index.column() >= PressuresModel::ConfidenceColumn)
            quiet.palette.setColor(QPalette::Text, colours.muted);
        QStyledItemDelegate::paint(painter, quiet, index);
        return;
    }
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colours.selection);
    if (checked.isValid()) {
        paintToggle(painter, option.rect, checked.toInt() == Qt::Checked, colours);
    } else {
        const auto polarity = static_cast<Polarity>(index.data(Qt::EditRole).toInt());
        painter->setPen(polarity == Polarity::Present ? colours.muted : colours.polarity(polarity));
        painter->setFont(option.font);
        const QString text(signOf(polarity) + u' ' + index.data().toString());
        painter->drawText(option.rect.adjusted(Space::kTiny, 0, 0, 0), Qt::AlignVCenter, text);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colours.accent, 1.5));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 4, 4);
    }
    painter->restore();
}

QSize PressureDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    // Room for the sign before the word, and air behind.
    if (index.column() == PressuresModel::EffectColumn)
        size.rwidth() += Space::kSection + Space::kTiny;
    else if (index.column() >= PressuresModel::ConfidenceColumn)
        size.rwidth() += Space::kPanel;
    return size;
}

QWidget *PressureDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    if (index.column() != PressuresModel::EffectColumn
        && index.column() != PressuresModel::ConfidenceColumn)
        return QStyledItemDelegate::createEditor(parent, option, index);
    auto *combo = new QComboBox(parent);
    if (index.column() == PressuresModel::EffectColumn)
        fill<Polarity>(combo);
    else
        fill<Confidence>(combo);
    connect(combo, &QComboBox::activated, this, [this, combo] {
        auto *self = const_cast<PressureDelegate *>(this);
        emit self->commitData(combo);
        emit self->closeEditor(combo);
    });
    return combo;
}

void PressureDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *combo = qobject_cast<QComboBox *>(editor))
        combo->setCurrentIndex(combo->findData(index.data(Qt::EditRole)));
    else
        QStyledItemDelegate::setEditorData(editor, index);
}

void PressureDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                    const QModelIndex &index) const
{
    if (const auto *combo = qobject_cast<QComboBox *>(editor))
        model->setData(index, combo->currentData(), Qt::EditRole);
    else
        QStyledItemDelegate::setModelData(editor, model, index);
}

bool PressureDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                   const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QVariant checked = index.data(Qt::CheckStateRole);
    if (!checked.isValid())
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    bool toggles = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        toggles = mouse->button() == Qt::LeftButton && option.rect.contains(mouse->pos());
    } else if (event->type() == QEvent::KeyPress) {
        toggles = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    }
    if (!toggles)
        return event->type() == QEvent::MouseButtonDblClick;
    return model->setData(index, checked.toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked,
                          Qt::CheckStateRole);
}

} // namespace SecondStory::Ui
