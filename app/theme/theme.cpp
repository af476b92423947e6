// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/theme.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

QPixmap render(const QByteArray &svg, const QColor &color, int size)
{
    // The icons are drawn in currentColor; Qt's renderer wants the value itself.
    QByteArray coloured = svg;
    coloured.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(coloured);
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

} // namespace

const Figures::Palette &paletteFor(const QWidget *widget)
{
    const bool isDark = widget->palette().color(QPalette::Window).lightness() < 128;
    return isDark ? Figures::Palette::dark() : Figures::Palette::light();
}

QPalette toQPalette(const Figures::Palette &p)
{
    QPalette q;
    q.setColor(QPalette::Window, p.window);
    q.setColor(QPalette::WindowText, p.text);
    q.setColor(QPalette::Base, p.surface);
    q.setColor(QPalette::AlternateBase, p.raised);
    q.setColor(QPalette::Text, p.text);
    q.setColor(QPalette::Button, p.raised);
    q.setColor(QPalette::ButtonText, p.text);
    q.setColor(QPalette::BrightText, p.warning);
    q.setColor(QPalette::PlaceholderText, p.faint);
    q.setColor(QPalette::Highlight, p.selection);
    q.setColor(QPalette::HighlightedText, p.text);
    q.setColor(QPalette::Link, p.accent);
    q.setColor(QPalette::LinkVisited, p.accent);
    q.setColor(QPalette::ToolTipBase, p.raised);
    q.setColor(QPalette::ToolTipText, p.text);
    q.setColor(QPalette::Light, p.raised);
    q.setColor(QPalette::Midlight, p.line);
    q.setColor(QPalette::Mid, p.strongLine);
    q.setColor(QPalette::Dark, p.strongLine);
    q.setColor(QPalette::Shadow, p.line);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        q.setColor(QPalette::Disabled, role, p.faint);
    return q;
}

QFont fontAt(const QFont &base, double scale, QFont::Weight weight)
{
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * scale);
    else
        font.setPixelSize(qRound(base.pixelSize() * scale));
    font.setWeight(weight);
    return font;
}

QFont tabular(const QFont &base)
{
    // Qt 6.4 cannot ask for the "tnum" feature; the families we choose have tabular digits by
    // default.
    return base;
}

QIcon icon(const QString &name, const QWidget *widget)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_ASSERT_X(false, "icon", qPrintable(name));
        return {};
    }
    const QByteArray svg = file.readAll();
    const Figures::Palette &palette = paletteFor(widget);
    QIcon icon;
    for (const int size : { 16, 20, 32, 40 }) {
        icon.addPixmap(render(svg, palette.text, size), QIcon::Normal);
        icon.addPixmap(render(svg, palette.accent, size), QIcon::Normal, QIcon::On);
        icon.addPixmap(render(svg, palette.faint, size), QIcon::Disabled);
    }
    return icon;
}

} // namespace SecondStory::Ui
