// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/slackmarkup.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString withoutEntities(QString text)
{
    // The ampersand last: "&amp;lt;" stands for the characters "&lt;".
    text.replace(u"&lt;"_s, u"<"_s);
    text.replace(u"&gt;"_s, u">"_s);
    text.replace(u"&amp;"_s, u"&"_s);
    return text;
}

/// What stands for the inside of one "<…>".
QString plainReference(const QString &inside, const SlackNames &people)
{
    const qsizetype bar = inside.indexOf(u'|');
    const QString target = bar < 0 ? inside : inside.left(bar);
    const QString label = bar < 0 ? QString() : inside.mid(bar + 1);
    if (target.startsWith(u'@')) {
        const QString id = target.mid(1);
        return u'@' + people.value(id, label.isEmpty() ? id : label);
    }
    if (target.startsWith(u'#'))
        return u'#' + (label.isEmpty() ? target.mid(1) : label);
    if (target.startsWith(u"!date^"_s))
        return label;
    if (target.startsWith(u"!subteam^"_s))
        return label.isEmpty() ? u"@group"_s : label;
    if (target.startsWith(u'!'))
        return u'@' + target.mid(1);
    const QString address = target.startsWith(u"mailto:"_s) ? target.mid(7) : target;
    if (label.isEmpty() || label == address)
        return address;
    return label + u" ("_s + address + u')';
}

} // namespace

QString slackToPlainText(const QString &markup, const SlackNames &people)
{
    QString out;
    out.reserve(markup.size());
    for (qsizetype i = 0; i < markup.size();) {
        const qsizetype open = markup.indexOf(u'<', i);
        const qsizetype close = open < 0 ? -1 : markup.indexOf(u'>', open);
        if (close < 0) {
            out += QStringView(markup).mid(i);
            break;
        }
        out += QStringView(markup).mid(i, open - i);
        out += plainReference(markup.mid(open + 1, close - open - 1), people);
        i = close + 1;
    }
    return withoutEntities(out);
}

} // namespace SecondStory::Importing
