// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/htmlwriter.h"
#include "reporting/markdownwriter.h"
#include "reporting/reportbuilder.h"
#include "reporting/svgfigure.h"
#include "support/reportfixture.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace SecondStory;
using namespace SecondStory::Reporting;
using namespace SecondStory::Testing;

class TextWritersTest : public QObject {
    Q_OBJECT

    static Report hostile()
    {
        ReportFixture fixture;
        fixture.input.contents.review.title = u"<img src=file:///etc/passwd> \u202Egpj.exe"_s;
        fixture.input.contents.sections.first().body =
            u"<script>alert(1)</script> ![x](http://evil.example/x.png) \u0007\n\n# heading\n\n=cmd|' /C calc'!A0\n\n1. one | two\n\n\u05E9\u05DC\u05D5\u05DD"_s;
        fixture.input.events.first().title =
            u"\" onload=\"alert(1)\" | `code` </td></table><iframe src=x>"_s;
        return buildReport(fixture.input, fixture.options);
    }

    static QString withoutFigures(QString html)
    {
        return html.remove(
            QRegularExpression(u"<svg.*?</svg>"_s, QRegularExpression::DotMatchesEverythingOption));
    }

private Q_SLOTS:
    void markdownIsAsAgreed()
    {
        const ReportFixture fixture;
        const QString text = toMarkdown(buildReport(fixture.input, fixture.options), TwoFigures());
        QCOMPARE_EQ(differenceFromGolden(u"report.md"_s, text.toUtf8()), QString());
    }

    void htmlIsAsAgreed()
    {
        const ReportFixture fixture;
        // The drawings differ with the installed typefaces: they are looked at apart.
        const QString text =
            withoutFigures(toHtml(buildReport(fixture.input, fixture.options), TwoFigures()));
        QCOMPARE_EQ(differenceFromGolden(u"report.html"_s, text.toUtf8()), QString());
    }

    void markdownShowsHostileTextAsText()
    {
        const QString text = toMarkdown(hostile(), NoFigures());
        QVERIFY(!text.contains(QRegularExpression(u"<(?!br>)"_s)));
        QVERIFY(text.contains(u"# &lt;img src=file:///etc/passwd&gt; \\[U+202E\\]gpj.exe"_s));
        QVERIFY(text.contains(u"!\\[x\\](http"_s));
        QVERIFY(text.contains(u"\n\\# heading\n"_s));
        QVERIFY(text.contains(u"\n\\=cmd\\|"_s));
        QVERIFY(text.contains(u"\n1\\. one \\| two\n"_s));
        QVERIFY(text.contains(u"\\`code\\`"_s));
    }

    void markdownEscapes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("markdown");
        QTest::newRow("emphasis") << u"*a* **b**"_s << u"\\*a\\* \\*\\*b\\*\\*"_s;
        QTest::newRow("inside a word") << u"payment_service"_s << u"payment_service"_s;
        QTest::newRow("beside a word") << u"_a_"_s << u"\\_a\\_"_s;
        QTest::newRow("an entity") << u"&copy;"_s << u"&amp;copy;"_s;
        QTest::newRow("a link") << u"[a](javascript:x)"_s << u"\\[a\\](javascript:x)"_s;
        QTest::newRow("a backslash") << u"\\*"_s << u"\\\\\\*"_s;
    }
    void markdownEscapes()
    {
        QFETCH(QString, text);
        QFETCH(QString, markdown);
        QCOMPARE_EQ(markdownEscaped(text), markdown);
    }

    void htmlShowsHostileTextAsText()
    {
        const QString html = toHtml(hostile(), TwoFigures());
        QVERIFY(html.contains(u"&lt;img src=file:///etc/passwd&gt; [U+202E]gpj.exe"_s));
        static const QRegularExpression active(
            u"<(script|img|iframe|object|embed|link|base|form)\\b|<[^>]*\\son\\w+="_s,
            QRegularExpression::CaseInsensitiveOption);
        QVERIFY2(!html.contains(active), qPrintable(active.match(html).captured()));
        static const QRegularExpression reference(
            u"<[^>]*\\b(?:src|href|action|data)=\"(?!#)[^\"]*\""_s);
        QVERIFY2(!html.contains(reference), qPrintable(reference.match(html).captured()));
        QVERIFY(!html.contains(u"@import"_s) && !html.contains(u"url(http"_s));
        QVERIFY(!html.contains(QChar(0x202E)));
    }

    void htmlIsWellFormedAndPointsOnlyAtItself()
    {
        const ReportFixture fixture;
        QString html = toHtml(buildReport(fixture.input, fixture.options), TwoFigures());
        html.remove(u"<!DOCTYPE html>\n"_s)
            .replace(QRegularExpression(u"<meta ([^>]*)>"_s), u"<meta \\1/>"_s);
        QXmlStreamReader reader(html);
        QSet<QString> ids;
        QSet<QString> targets;
        while (!reader.atEnd()) {
            reader.readNext();
            if (!reader.isStartElement())
                continue;
            const auto attributes = reader.attributes();
            if (attributes.hasAttribute(u"id"_s)) {
                const QString id = attributes.value(u"id"_s).toString();
                QVERIFY2(!ids.contains(id), qPrintable(id));
                ids.insert(id);
            }
            if (attributes.hasAttribute(u"href"_s))
                targets.insert(attributes.value(u"href"_s).mid(1).toString());
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(targets.size() > 10);
        QVERIFY(ids.contains(targets));
    }

    void htmlNamesItsLanguageAndTableHeads()
    {
        ReportFixture fixture;
        fixture.options.language = u"en-GB"_s;
        const QString html = toHtml(buildReport(fixture.input, fixture.options), TwoFigures());
        QVERIFY(html.contains(u"<html lang=\"en-GB\">"_s));
        QVERIFY(html.contains(u"<th scope=\"col\">Factor</th>"_s));
        QVERIFY(html.contains(u"<th scope=\"row\" dir=\"auto\">"_s));
        QVERIFY(html.contains(u"aria-label=\"Three lanes with nine events each.\""_s));
    }

    void anSvgLosesWhatIsNoDrawing()
    {
        const QByteArray svg =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
            "onload='x()'>"
            "<script>x()</script><title>t</title><foreignObject><p>x</p></foreignObject>"
            "<image xlink:href='file:///etc/passwd'/><image "
            "xlink:href='data:image/png;base64,AA=='/>"
            "<rect id='a' fill='url(#g)' stroke='url(http://x/)'/><text>1 &lt; 2</text></svg>";
        const QString result = inertSvg(svg, u"p-"_s, u"words"_s);
        for (const QString &gone :
             { u"script"_s, u"onload"_s, u"foreignObject"_s, u"passwd"_s, u"http://x"_s })
            QVERIFY2(!result.contains(gone), qPrintable(gone));
        QVERIFY(result.contains(u"id=\"p-a\" fill=\"url(#p-g)\""_s));
        QVERIFY(result.contains(u"data:image/png;base64,AA=="_s));
        QVERIFY(result.contains(u"1 &lt; 2"_s));
        QVERIFY(inertSvg("<svg><g></svg>", {}, {}).isEmpty());
    }
};

QTEST_MAIN(TextWritersTest)
#include "tst_textwriters.moc"
