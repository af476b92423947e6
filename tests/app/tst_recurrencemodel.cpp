// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/recurrencemodel.h"

#include "support/pressurelibrary.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Ui;

class RecurrenceModelTest : public QObject {
    Q_OBJECT

private slots:
    void itKeepsTheRulesOfItemModels();
    void everyCodeAndPeriodHasItsCell();
    void sharesReadAsPercentAndSortAsNumbers();
    void tooltipsAreEscaped();
    void indexesOutsideAreEmpty();
};

void RecurrenceModelTest::itKeepsTheRulesOfItemModels()
{
    RecurrenceModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setTable(Testing::aPressureLibrary().ask());
    model.setTable(Testing::aPressureLibrary(5, 2).ask());
    model.setTable({});
    QCOMPARE_EQ(resets.size(), 3);
    QCOMPARE_EQ(model.rowCount(), 0);
}

void RecurrenceModelTest::everyCodeAndPeriodHasItsCell()
{
    RecurrenceModel model;
    const auto table = Testing::aPressureLibrary().ask();
    model.setTable(table);
    QCOMPARE_EQ(model.rowCount(), table.codes.size());
    QCOMPARE_EQ(model.columnCount(), RecurrenceModel::FirstPeriod + table.periods.size());
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto at = [&](int column) { return model.index(row, column).data(); };
        QCOMPARE_EQ(at(RecurrenceModel::Key).toString(), table.codes[row].key);
        QCOMPARE_EQ(at(RecurrenceModel::Name).toString(), table.codes[row].name);
        QCOMPARE_EQ(at(RecurrenceModel::Count).toInt(), table.codes[row].k);
        QCOMPARE_EQ(at(RecurrenceModel::Of).toInt(), table.codes[row].n);
        QCOMPARE_EQ(at(RecurrenceModel::Before).toInt(), table.codes[row].before);
        QCOMPARE_EQ(at(RecurrenceModel::During).toInt(), table.codes[row].during);
        QCOMPARE_EQ(at(RecurrenceModel::After).toInt(), table.codes[row].after);
        QCOMPARE_EQ(at(RecurrenceModel::Hindered).toInt(), table.codes[row].hindered);
        QCOMPARE_EQ(at(RecurrenceModel::Helped).toInt(), table.codes[row].helped);
        int inPeriods = 0;
        for (int column = RecurrenceModel::FirstPeriod; column < model.columnCount(); ++column)
            inPeriods += at(column).toInt();
        QCOMPARE_EQ(inPeriods, table.codes[row].k);
    }
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
    QCOMPARE_EQ(model.headerData(RecurrenceModel::FirstPeriod, Qt::Horizontal).toString(),
                u"2025 Q1"_s);
}

void RecurrenceModelTest::sharesReadAsPercentAndSortAsNumbers()
{
    RecurrenceModel model;
    const auto table = Testing::aPressureLibrary().ask();
    model.setTable(table);
    const QModelIndex share = model.index(0, RecurrenceModel::Share);
    QVERIFY(share.data().toString().endsWith(u" %"));
    QCOMPARE_EQ(share.data(RecurrenceModel::SortRole).toDouble(), table.codes[0].share);
    QCOMPARE_EQ(model.index(0, RecurrenceModel::Low).data(RecurrenceModel::SortRole).toDouble(),
                table.codes[0].interval.low);
}

void RecurrenceModelTest::tooltipsAreEscaped()
{
    auto library = Testing::aPressureLibrary(4, 1);
    library.codes[0].name = u"<img src=x>"_s;
    library.facts = { { library.reviews[0].id, library.codes[0].id, {}, Polarity::Present } };
    RecurrenceModel model;
    model.setTable(library.ask());
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.index(0, column).data(Qt::ToolTipRole).toString().contains(u"<img"_s));
}

void RecurrenceModelTest::indexesOutsideAreEmpty()
{
    RecurrenceModel model;
    model.setTable(Testing::aPressureLibrary(4, 2).ask());
    QVERIFY(!model.data({}).isValid());
    QVERIFY(!model.headerData(99, Qt::Horizontal).isValid());
    QVERIFY(!model.headerData(0, Qt::Vertical).isValid());
}

QTEST_MAIN(RecurrenceModelTest)
#include "tst_recurrencemodel.moc"
