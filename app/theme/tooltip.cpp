// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/tooltip.h"

#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

QString plainToolTip(const QString &text)
{
    constexpr qsizetype kWrapsFrom = 80;
    if (text.size() < kWrapsFrom && !Qt::mightBeRichText(text))
        return text;
    QString escaped = text.toHtmlEscaped();
    escaped.replace(u'\n', u"<br>"_s);
    return u"<p style='white-space:pre-wrap'>"_s + escaped + u"</p>"_s;
}

} // namespace SecondStory::Ui
