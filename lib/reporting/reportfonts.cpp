// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/reportfonts.h"

#include "figures/palette.h"

#include <QFontDatabase>
#include <QGlyphRun>
#include <QSet>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

QString firstInstalled(const QStringList &wanted)
{
    const QStringList installed = QFontDatabase::families();
    for (const QString &family : wanted) {
        if (installed.contains(family))
            return family;
    }
    return wanted.last();
}

QFont makeFont(const QString &family, double points, QFont::Weight weight = QFont::Normal)
{
    QFont font(family);
    font.setPixelSize(qRound(points * kTextScale));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Any letter spacing turns ligatures off: a PDF's "fi" must stay two letters for search and
    // screen readers.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    font.setKerning(true);
    return font;
}

bool needsNoShape(char32_t c)
{
    return QChar::isSpace(c) || QChar::category(c) == QChar::Other_Format
        || QChar::category(c) == QChar::Mark_NonSpacing || (c >= 0xFE00 && c <= 0xFE0F);
}

bool hasShape(char32_t c, const QFont &font)
{
    QTextLayout layout(QString::fromUcs4(&c, 1), font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const auto runs = layout.glyphRuns();
    return !runs.isEmpty() && std::none_of(runs.cbegin(), runs.cend(), [](const QGlyphRun &run) {
        return run.glyphIndexes().contains(0u);
    });
}

} // namespace

ReportFonts::ReportFonts()
    : m_serif(firstInstalled({ u"Noto Serif"_s, u"Source Serif 4"_s, u"Source Serif Pro"_s,
                               u"Charis SIL"_s, u"Libertinus Serif"_s, u"Gentium Plus"_s,
                               u"Liberation Serif"_s, u"DejaVu Serif"_s }))
    , m_sans(firstInstalled({ u"Noto Sans"_s, u"Source Sans 3"_s, u"Source Sans Pro"_s,
                              u"Open Sans"_s, u"Liberation Sans"_s, u"DejaVu Sans"_s }))
{
}

TextStyle ReportFonts::style(TextRole role) const
{
    const Figures::Palette &ink = Figures::Palette::print();
    switch (role) {
    case TextRole::Kind:
        return { makeFont(m_sans, 8.5), 12, ink.muted };
    case TextRole::Title:
        return { makeFont(m_serif, 24), 31, ink.text };
    case TextRole::Lead:
        return { makeFont(m_serif, 12), 18, ink.text };
    case TextRole::Heading1:
        return { makeFont(m_sans, 14, QFont::Bold), 19, ink.text };
    case TextRole::Heading2:
        return { makeFont(m_sans, 10.5, QFont::Bold), 14.5, ink.text };
    case TextRole::Heading3:
        return { makeFont(m_sans, 9, QFont::Bold), 13, ink.text };
    case TextRole::Body:
        return { makeFont(m_serif, 10), 14.75, ink.text };
    case TextRole::Quote:
        return { makeFont(m_serif, 9.5), 13.75, ink.text };
    case TextRole::Aside:
        return { makeFont(m_sans, 8.5), 12.5, ink.text };
    case TextRole::Label:
        return { makeFont(m_sans, 8.5), 13, ink.muted };
    case TextRole::Fact:
        return { makeFont(m_sans, 8.5), 13, ink.text };
    case TextRole::TableHead:
        return { makeFont(m_sans, 8, QFont::Bold), 11, ink.text };
    case TextRole::TableCell:
        return { makeFont(m_sans, 8.25), 11.5, ink.text };
    case TextRole::Caption:
        return { makeFont(m_sans, 8), 11.5, ink.muted };
    case TextRole::Note:
        return { makeFont(m_sans, 8.25), 12, ink.text };
    case TextRole::Folio:
        return { makeFont(m_sans, 7.5), 10, ink.muted };
    }
    return {};
}

QList<char32_t> ReportFonts::missingIn(const QStringList &texts) const
{
    QSet<char32_t> seen;
    for (const QString &text : texts) {
        for (const uint c : text.toUcs4()) {
            if (c > 0x7E)
                seen.insert(char32_t(c));
        }
    }
    const QFont font = style(TextRole::Body).font;
    QList<char32_t> missing;
    for (const char32_t c : std::as_const(seen)) {
        if (!needsNoShape(c) && !hasShape(c, font))
            missing.append(c);
    }
    std::sort(missing.begin(), missing.end());
    return missing;
}

} // namespace SecondStory::Reporting
