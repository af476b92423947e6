// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/palette.h"

#include <algorithm>
#include <cmath>

namespace SecondStory::Figures {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

/// Okabe–Ito hues, a shade deeper on light grounds where the original is too pale for a mark.
constexpr std::array<QRgb, 8> kLightCategories{ 0x0072B2, 0xC77E00, 0x008A66, 0xB05F89,
                                                0x3A8FC4, 0xC9500A, 0x8F7C00, 0x6F6F6F };
constexpr std::array<QRgb, 8> kDarkCategories{ 0x5AA9DC, 0xE9A83A, 0x2FBF95, 0xD995B7,
                                               0x7CC6EE, 0xEE7B3C, 0xCDB635, 0xA0A0A0 };

std::array<QColor, 8> colors(const std::array<QRgb, 8> &values)
{
    std::array<QColor, 8> result;
    std::transform(values.begin(), values.end(), result.begin(), rgb);
    return result;
}

Palette makeLight()
{
    return { rgb(0xF6F5F2), rgb(0xFFFFFF), rgb(0xFAF9F7), rgb(0xDEDAD2), rgb(0xB9B4AA),
             rgb(0x1E2227), rgb(0x586069), rgb(0x8A9097), rgb(0x2B5C8A), rgb(0xD9E6F3),
             rgb(0xA8501A), rgb(0x0B6E66), rgb(0x7A6A9B), rgb(0x8A6100), colors(kLightCategories) };
}

Palette makeDark()
{
    return { rgb(0x1C1E21), rgb(0x24272B), rgb(0x2C3035), rgb(0x393E44), rgb(0x555C64),
             rgb(0xE8E6E1), rgb(0xA9AFB6), rgb(0x757C84), rgb(0x86B6E6), rgb(0x2A4560),
             rgb(0xF0A56E), rgb(0x5CC5B9), rgb(0xB9A8DD), rgb(0xE3B85C), colors(kDarkCategories) };
}

Palette makePrint()
{
    Palette palette = makeLight();
    palette.window = palette.surface = palette.raised = Qt::white;
    return palette;
}

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

} // namespace

const QColor &Palette::polarity(Polarity value) const
{
    switch (value) {
    case Polarity::Hindered:
        return hindered;
    case Polarity::Helped:
        return helped;
    case Polarity::Present:
        break;
    }
    return muted;
}

const Palette &Palette::light()
{
    static const Palette palette = makeLight();
    return palette;
}

const Palette &Palette::dark()
{
    static const Palette palette = makeDark();
    return palette;
}

const Palette &Palette::print()
{
    static const Palette palette = makePrint();
    return palette;
}

QColor blend(const QColor &a, const QColor &b, double share)
{
    const auto s = static_cast<float>(std::clamp(share, 0.0, 1.0));
    return QColor::fromRgbF(
        a.redF() + (b.redF() - a.redF()) * s, a.greenF() + (b.greenF() - a.greenF()) * s,
        a.blueF() + (b.blueF() - a.blueF()) * s, a.alphaF() + (b.alphaF() - a.alphaF()) * s);
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace SecondStory::Figures
