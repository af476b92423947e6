// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/keyset.h"

#include <QTest>

using namespace SecondStory;

class KeySetTest : public QObject {
    Q_OBJECT

private slots:
    void theHashIsThePublishedOne()
    {
        // Reference values of MurmurHash3_x64_128 with seed 0.
        QCOMPARE(hash128({}).high, 0ULL);
        QCOMPARE(hash128("hello").high, 0xcbd8a7b341bd9b02ULL);
        QCOMPARE(hash128("hello").low, 0x5b1e906a48ae1d19ULL);
        QCOMPARE(hash128("The quick brown fox jumps over the lazy dog").high,
                 0xe34bbc7bbc071b6cULL);
        QCOMPARE(hash128("The quick brown fox jumps over the lazy dog").low, 0x7a433ca9c49a9347ULL);
    }

    void aKeyIsNewThenHere()
    {
        KeySet keys;
        QVERIFY(keys.meet("a") == KeySet::Seen::Never);
        QVERIFY(keys.meet("a") == KeySet::Seen::Here);
        QCOMPARE(keys.size(), 1);
    }

    void aKeyFromBeforeIsToldOnce()
    {
        KeySet keys;
        keys.add("a");
        QVERIFY(keys.meet("a") == KeySet::Seen::Before);
        QVERIFY(keys.meet("a") == KeySet::Seen::Here);
        QVERIFY(keys.meet("") == KeySet::Seen::Never);
        QVERIFY(keys.meet("") == KeySet::Seen::Here);
    }

    void manyKeysStayApart()
    {
        KeySet keys;
        for (int i = 0; i < 50'000; ++i)
            keys.add(QByteArray::number(i));
        for (int i = 0; i < 100'000; ++i)
            QCOMPARE(keys.meet(QByteArray::number(i)),
                     i < 50'000 ? KeySet::Seen::Before : KeySet::Seen::Never);
        for (int i = 0; i < 100'000; ++i)
            QCOMPARE(keys.meet(QByteArray::number(i)), KeySet::Seen::Here);
        QCOMPARE(keys.size(), 100'000);
    }
};

QTEST_GUILESS_MAIN(KeySetTest)
#include "tst_keyset.moc"
