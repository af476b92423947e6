// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/eventtable.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace SecondStory;

namespace {

EventRow rowAt(qint64 start, qint64 seq)
{
    EventRow row;
    row.start = row.end = start;
    row.seq = seq;
    return row;
}

bool isSorted(const EventTable &table)
{
    return std::is_sorted(table.rows.begin(), table.rows.end(),
                          [](const EventRow &a, const EventRow &b) {
                              return a.start != b.start ? a.start < b.start : a.seq < b.seq;
                          });
}

} // namespace

class EventTableTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void editsTellWhereRowsStoodAndStand()
    {
        EventTable table;
        std::vector<EventRow> twin;
        QRandomGenerator random(3);
        for (int i = 0; i < 4'000; ++i) {
            const int choice = random.bounded(3);
            std::optional<size_t> from;
            if (choice > 0 && !twin.empty())
                from = static_cast<size_t>(random.bounded(static_cast<int>(twin.size())));
            std::optional<EventRow> after;
            if (choice != 2 || !from)
                after = rowAt(random.bounded(50), from ? twin[*from].seq : i + 1);
            const EventRowEdit edit = table.replace(from, after);
            // What the edit says, done to the twin by hand, gives the same rows.
            if (edit.before) {
                QCOMPARE(twin[edit.from], *edit.before);
                twin.erase(twin.begin() + static_cast<std::ptrdiff_t>(edit.from));
            }
            if (edit.after)
                twin.insert(twin.begin() + static_cast<std::ptrdiff_t>(edit.to), *edit.after);
            QVERIFY(table.rows.values() == twin);
            QVERIFY(isSorted(table));
        }
        QVERIFY(twin.size() > 20);
        for (size_t i = 0; i < twin.size(); ++i)
            QCOMPARE(table.find({ twin[i].start }, twin[i].seq), std::optional(i));
        QVERIFY(!table.find({ 10 }, 999'999));
    }

    void manyRowsAreExchangedInOnePass()
    {
        EventTable table;
        for (int i = 0; i < 100; ++i)
            table.insert(rowAt(i, i + 1), true);
        table.insert(rowAt(0, 500), false);
        table.replaceMany({ 1, 2, 500 }, { rowAt(200, 2), rowAt(3, 501) }, { rowAt(0, 1) });
        QCOMPARE(table.rows.size(), size_t(100));
        QVERIFY(isSorted(table));
        QVERIFY(table.find({ 200 }, 2));
        QCOMPARE(table.undated.size(), size_t(1));
        QCOMPARE(table.undated.front().seq, qint64(1));
    }

    void aCopyKeepsItsRowsWhenTheOtherIsEdited()
    {
        EventTable table;
        for (int i = 0; i < 10; ++i)
            table.insert(rowAt(i, i + 1), true);
        const EventTable copy = table;
        QCOMPARE(&copy.rows.values(), &table.rows.values()); // shared until then
        QVERIFY(table.remove(4));
        QCOMPARE(copy.rows.size(), size_t(10));
        QCOMPARE(table.rows.size(), size_t(9));
        QVERIFY(copy.find({ 3 }, 4));
    }
};

QTEST_GUILESS_MAIN(EventTableTest)
#include "tst_eventtable.moc"
