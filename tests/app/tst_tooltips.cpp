// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/tooltip.h"

#include <QTest>
#include <QTextDocument>

using namespace SecondStory::Ui;
using namespace Qt::StringLiterals;

namespace {

/// What QToolTip makes of a text: it guesses.
QString shown(const QString &tip)
{
    if (!Qt::mightBeRichText(tip))
        return tip;
    QTextDocument document;
    document.setHtml(tip);
    return document.toPlainText();
}

} // namespace

class ToolTipsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTextIsShownAsItIs_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             { u"R&D"_s, u"He said: roll back"_s, u"a < b && c > d"_s, u"<b>bold</b>"_s,
               u"&lt;b&gt;"_s, u"first\nsecond"_s, u"<i>first\nsecond"_s,
               u"it is 'so', is it not? & "_s.repeated(20).trimmed(), QString() })
            QTest::newRow(qPrintable(text.left(20))) << text;
    }

    void everyTextIsShownAsItIs()
    {
        QFETCH(const QString, text);
        QCOMPARE(shown(plainToolTip(text)), text);
    }

    void longTextsWrap() { QVERIFY(Qt::mightBeRichText(plainToolTip(u"word "_s.repeated(60)))); }
};

QTEST_MAIN(ToolTipsTest)
#include "tst_tooltips.moc"
