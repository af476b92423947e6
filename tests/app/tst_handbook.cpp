// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "help/formatpages.h"
#include "help/handbookpage.h"
#include "importing/importerregistry.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Ui;

class HandbookTest : public QObject {
    Q_OBJECT

    static QString read(const QString &chapter)
    {
        QFile file(u":/help/%1.md"_s.arg(chapter));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private slots:
    void everyImporterHasAPageThatTellsWhatItReads_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("name");
        const Importing::ImporterRegistry registry;
        for (const auto &importer : registry.all())
            QTest::newRow(qPrintable(importer->id())) << importer->id() << importer->displayName();
    }

    void everyImporterHasAPageThatTellsWhatItReads()
    {
        QFETCH(QString, id);
        QFETCH(QString, name);
        const QString text = read(u"formats/"_s + id);
        QVERIFY2(text.startsWith(u"# "), "there is no page");
        QVERIFY2(text.size() > 400, "the page hardly says anything");
        QVERIFY(formatTable().contains(u"[%1](formats/%2.md) | `%2`"_s.arg(name, id)));
    }

    void everyLinkInTheHandbookLeadsToAPage()
    {
        HandbookPage page;
        auto *tree = page.findChild<QTreeWidget *>();
        auto *text = page.findChild<QTextBrowser *>();
        static const QRegularExpression link(u"href=\"([^\"]+)\""_s);
        int chapters = 0;
        for (QTreeWidgetItemIterator it(tree); *it; ++it, ++chapters) {
            tree->setCurrentItem(*it);
            QVERIFY2(!text->toPlainText().isEmpty(), qPrintable((*it)->text(0)));
            QVERIFY2(!text->toPlainText().contains(u"<!--"), qPrintable((*it)->text(0)));
            auto matches = link.globalMatch(text->toHtml());
            while (matches.hasNext()) {
                QString target = matches.next().captured(1);
                QVERIFY2(target.endsWith(u".md"), qPrintable(target));
                target.chop(3);
                const QString here = (*it)->data(0, Qt::UserRole).toString();
                const bool isThere = !read(target).isEmpty()
                    || !read(here.section(u'/', 0, -2) + u'/' + target).isEmpty()
                    || !read(target.section(u'/', -1)).isEmpty();
                QVERIFY2(isThere, qPrintable(here + u": "_s + target));
            }
        }
        QVERIFY(chapters > 12);
    }

    void aFormatsPageOpensFromTheTableOfFormats()
    {
        HandbookPage page;
        page.open(u"import-formats"_s);
        auto *text = page.findChild<QTextBrowser *>();
        QVERIFY(text->toPlainText().contains(u"slack-export"_s));
        emit text->anchorClicked(QUrl(u"formats/slack-export.md"_s));
        QVERIFY(text->toPlainText().contains(u"workspace"_s));
    }
};

QTEST_MAIN(HandbookTest)
#include "tst_handbook.moc"
