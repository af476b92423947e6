// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/htmltext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory::Importing;

class HtmlTextTest : public QObject {
    Q_OBJECT

private slots:
    void htmlBecomesItsWords_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("plain");
        const auto row = [](const char *name, const QString &html, const QString &plain) {
            QTest::newRow(name) << html << plain;
        };
        row("nothing", {}, {});
        row("plain words", u"  just\n words  "_s, u"just words"_s);
        row("inline", u"a <b>bold</b> <a href=\"https://x/\">link</a>"_s, u"a bold link"_s);
        row("paragraphs", u"<div>\n<p>one</p>\n<p>two</p></div>"_s, u"one\ntwo"_s);
        row("breaks", u"one<br>two<BR/>three<br><br><br><br>four"_s, u"one\ntwo\nthree\n\nfour"_s);
        row("list", u"<ul><li>a</li> <li><p>b</p></li></ul>end"_s, u"- a\n- b\nend"_s);
        row("table", u"<table><tr><td>a</td> <td>b</td></tr><tr><th>c</th></tr></table>"_s,
            u"a | b\nc"_s);
        row("pre", u"<pre>a\n  b</pre>c  d"_s, u"a\n  b\nc d"_s);
        row("named", u"1 &lt; 2 &amp;&amp; 3 &gt; 2&nbsp;&mdash; &quot;x&quot;"_s,
            u"1 < 2 && 3 > 2 \u2014 \"x\""_s);
        row("numbered", u"&#39;&#x27;&#X41;&#128512;"_s, u"''A\U0001F600"_s);
        row("once only", u"&amp;lt;b&amp;gt;"_s, u"&lt;b&gt;"_s);
        row("no entity", u"R&D; a&b &unknown; &#; &#x; &#-5; &"_s,
            u"R&D; a&b &unknown; &#; &#x; &#-5; &"_s);
        row("outside", u"&#0;&#xD800;&#x110000;&#7;"_s, u"\uFFFD\uFFFD\uFFFD\uFFFD"_s);
        row("script", u"a<script>alert('<b>')</script>b<STYLE>p{}</Style >c"_s, u"abc"_s);
        row("open script", u"a<script>alert(1)"_s, u"a"_s);
        row("comment", u"a<!-- <b>no</b> -->b<!doctype html><?php x ?>c"_s, u"abc"_s);
        row("open comment", u"a<!-- b"_s, u"a"_s);
        row("no tag", u"a < b, i <3 you, 5<6"_s, u"a < b, i <3 you, 5<6"_s);
        row("open tag", u"a <b"_s, u"a <b"_s);
        row("quoted end", u"<a title=\"x > y\">z</a>"_s, u"z"_s);
        row("open quote", u"<a title=\"x>y</a> z"_s, u"y z"_s);
        row("picture", u"<img src=\"file:///etc/passwd\" alt=\"a &amp; \U0001F600\">!"_s,
            u"a & \U0001F600!"_s);
        row("picture alone", u"<img alt=>x<img src=x alt=y>"_s, u"x"_s);
        row("control", u"a\u0007b\u001bc\u007f"_s, u"abc"_s);
        row("lone surrogate", QString(QChar(0xD83D)) + u'x', u"\uFFFDx"_s);
    }

    void htmlBecomesItsWords()
    {
        QFETCH(QString, html);
        QFETCH(QString, plain);
        QCOMPARE(plainFromHtml(html), plain);
    }

    /// Texts made to cost a walk to the end for each of their characters.
    void hostileTextCostsOneWalkAndNeverGrows_data()
    {
        QTest::addColumn<QString>("piece");
        for (const char *piece : { "<a ", "<a b=\"", "<a b='>", "<!--", "<script", "<script>", "</",
                                   "&#", "&amp", "<li>", "<td>x", "<pre>\n", "<a \">\" ", "<" })
            QTest::newRow(piece) << QString::fromLatin1(piece);
    }

    void hostileTextCostsOneWalkAndNeverGrows()
    {
        QFETCH(QString, piece);
        const QString html = piece.repeated(1'000'000 / piece.size());
        for (const QString &one : { html, QString(html + u'>'), QString(html + u"\">'>-->"_s) })
            QVERIFY(plainFromHtml(one).size() <= one.size());
    }
};

QTEST_GUILESS_MAIN(HtmlTextTest)
#include "tst_htmltext.moc"
