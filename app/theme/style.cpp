// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/style.h"

#include "theme/theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

const Figures::Palette &paletteOf(const QStyleOption *option)
{
    return option->palette.color(QPalette::Window).lightness() < 128 ? Figures::Palette::dark()
                                                                     : Figures::Palette::light();
}

void drawRing(QPainter *painter, const QRect &rect, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4);
    painter->restore();
}

void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Figures::Palette &p = paletteOf(option);
    const bool isPrimary = widget && widget->property("primary").toBool();
    const bool isEnabled = option->state & QStyle::State_Enabled;
    const bool isDown = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool isHovered = isEnabled && (option->state & QStyle::State_MouseOver);
    QColor ground = isPrimary && isEnabled ? p.accent : p.raised;
    if (isDown)
        ground = Figures::blend(ground, p.text, 0.12);
    else if (isHovered)
        ground = Figures::blend(ground, p.text, 0.05);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(isPrimary && isEnabled ? ground : p.strongLine, 1));
    painter->setBrush(ground);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter->restore();
    if ((option->state & QStyle::State_HasFocus)
        && (option->state & QStyle::State_KeyboardFocusChange))
        drawRing(painter, option->rect, isPrimary ? p.text : p.accent);
}

constexpr int kMenuArrow = 12; ///< the room for the arrow of a button with words and a menu

/// Whether the option is of a tool button with words, all of which opens a menu.
const QStyleOptionToolButton *menuButton(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    const bool opensMenu = button && (button->features & QStyleOptionToolButton::HasMenu)
        && !(button->features & QStyleOptionToolButton::MenuButtonPopup);
    return opensMenu && !button->text.isEmpty() && button->toolButtonStyle != Qt::ToolButtonIconOnly
        ? button
        : nullptr;
}

} // namespace

Style::Style()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return Space::kPanel;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return Space::kSmall;
    case PM_ToolBarItemSpacing:
        return Space::kTiny;
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth:
        return 5;
    case PM_ButtonMargin:
        return 10;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Figures::Palette &p = paletteOf(option);
    switch (element) {
    case PE_PanelButtonCommand:
        return drawButton(option, painter, widget);
    case PE_FrameFocusRect:
        return drawRing(painter, option->rect, p.accent);
    case PE_FrameLineEdit:
    case PE_Frame: {
        const bool isFocused = option->state & State_HasFocus;
        if (element == PE_Frame && !(option->state & State_Sunken))
            break;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(isFocused ? p.accent : p.strongLine, isFocused ? 2 : 1));
        painter->setBrush(Qt::NoBrush);
        const double inset = isFocused ? 1.0 : 0.5;
        painter->drawRoundedRect(QRectF(option->rect).adjusted(inset, inset, -inset, -inset), 4, 4);
        painter->restore();
        return;
    }
    case PE_IndicatorDockWidgetResizeHandle:
        painter->fillRect(option->rect, p.window);
        return;
    case PE_FrameStatusBarItem:
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    const QStyleOptionToolButton *button = control == CC_ToolButton ? menuButton(option) : nullptr;
    if (!button)
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    // The arrow stands after the words, not below them.
    QStyleOptionToolButton plain = *button;
    plain.features &= ~QStyleOptionToolButton::HasMenu;
    const int space = std::max(1, option->fontMetrics.horizontalAdvance(QChar::Nbsp));
    plain.text += QString(kMenuArrow / space, QChar::Nbsp);
    QProxyStyle::drawComplexControl(control, &plain, painter, widget);
    QStyleOption arrow = *option;
    arrow.rect = visualRect(option->direction, option->rect,
                            QRect(option->rect.right() - kMenuArrow, option->rect.top(),
                                  kMenuArrow - 4, option->rect.height()));
    QProxyStyle::drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize all = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ToolButton && menuButton(option))
        all.rwidth() += kMenuArrow;
    return all;
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const Figures::Palette &p = paletteOf(option);
    switch (element) {
    case CE_HeaderSection: {
        painter->fillRect(option->rect, p.surface);
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), p.line);
        return;
    }
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, p.surface);
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), p.line);
        return;
    case CE_PushButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (button && widget && widget->property("primary").toBool()
            && (option->state & State_Enabled)) {
            QStyleOptionButton copy = *button;
            copy.palette.setColor(QPalette::ButtonText, p.isDark() ? p.window : p.surface);
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        break;
    }
    case CE_Splitter:
    case CE_ToolBar:
        painter->fillRect(option->rect, p.window);
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

} // namespace SecondStory::Ui
