// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/linkhighlighter.h"

#include "reporting/narrative.h"
#include "theme/theme.h"

#include <QFontMetricsF>
#include <QTextCharFormat>
#include <QTextDocument>

namespace SecondStory::Ui {

LinkHighlighter::LinkHighlighter(QTextDocument *document, QWidget *view, IsKnown isKnown)
    : QSyntaxHighlighter(document)
    , m_view(view)
    , m_isKnown(std::move(isKnown))
{
}

void LinkHighlighter::highlightBlock(const QString &text)
{
    const Figures::Palette &palette = paletteFor(m_view);
    QTextCharFormat folded;
    folded.setForeground(Qt::transparent);
    folded.setFontPointSize(1);
    QFont tiny = document()->defaultFont();
    tiny.setPointSizeF(1);
    folded.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    folded.setFontLetterSpacing(-0.85 * QFontMetricsF(tiny).averageCharWidth());
    for (const Reporting::NarrativeLink &link : Reporting::findLinks(text)) {
        const bool isKnown = m_isKnown(link.event);
        QTextCharFormat words;
        words.setForeground(isKnown ? palette.accent : palette.warning);
        words.setBackground(isKnown ? palette.selection : palette.raised);
        if (!isKnown)
            words.setUnderlineStyle(QTextCharFormat::DashUnderline);
        const qsizetype bar = text.indexOf(u'|', link.start);
        const bool hasWords = bar >= 0 && bar < link.start + link.length;
        // A link without words keeps its short head visible: "[[event:".
        const qsizetype wordsAt = hasWords ? bar + 1 : link.start;
        const qsizetype wordsLength = hasWords ? link.start + link.length - 2 - wordsAt : 8;
        setFormat(static_cast<int>(link.start), static_cast<int>(link.length), folded);
        setFormat(static_cast<int>(wordsAt), static_cast<int>(wordsLength), words);
    }
}

} // namespace SecondStory::Ui
