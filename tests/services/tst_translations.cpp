// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/translations.h"

#include <QCoreApplication>
#include <QTest>

using namespace SecondStory;
using namespace Qt::StringLiterals;

/// English has its plurals, also where lupdate does not see that a text is one.
class TranslationsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { Services::installTranslations(*QCoreApplication::instance()); }

    void oneAndManyReadAsTheyShould_data()
    {
        QTest::addColumn<QByteArray>("context");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("many");
        QTest::newRow("command line") << QByteArray("SecondStory::Cli") << QByteArray("%n event(s)")
                                      << u"1 event"_s << u"3 events"_s;
        QTest::newRow("check") << QByteArray("SecondStory::ReviewCheck")
                               << QByteArray("%n event(s) have no time, the first one here")
                               << u"1 event has no time, this one"_s
                               << u"3 events have no time, the first one here"_s;
        QTest::newRow("window") << QByteArray("SecondStory::Ui::MainWindow")
                                << QByteArray("%n unsupported claim(s)") << u"1 unsupported claim"_s
                                << u"3 unsupported claims"_s;
        QTest::newRow("moments") << QByteArray("Moments") << QByteArray("%n account(s)")
                                 << u"1 account"_s << u"3 accounts"_s;
        QTest::newRow("sentence") << QByteArray("RecurrenceSentences")
                                  << QByteArray("Not distinguishable from chance with %n reviews.")
                                  << u"Not distinguishable from chance with 1 review."_s
                                  << u"Not distinguishable from chance with 3 reviews."_s;
    }

    void oneAndManyReadAsTheyShould()
    {
        QFETCH(QByteArray, context);
        QFETCH(QByteArray, text);
        QTEST(QCoreApplication::translate(context.constData(), text.constData(), nullptr, 1),
              "one");
        QTEST(QCoreApplication::translate(context.constData(), text.constData(), nullptr, 3),
              "many");
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
