// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/sha256.h"

#include <QTest>

using namespace SecondStory::Importing;

class Sha256Test : public QObject {
    Q_OBJECT

private slots:
    void everyLengthAndCutGivesTheSameDigest()
    {
        QByteArray bytes;
        for (int length = 0; length < 200; ++length) {
            const QByteArray expected = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
            for (int cut = 0; cut <= length; cut += 13) {
                Sha256 hash;
                hash.addData(QByteArrayView(bytes).first(cut));
                hash.addData(QByteArrayView(bytes).sliced(cut));
                QCOMPARE(hash.result().toHex(), expected.toHex());
            }
            bytes += static_cast<char>(length * 7 + 3);
        }
    }

    void manyBlocksAtOnceGiveTheSameDigest()
    {
        const QByteArray bytes(1'000'003, 'x');
        Sha256 hash;
        hash.addData(bytes);
        QCOMPARE(hash.result(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
    }
};

QTEST_GUILESS_MAIN(Sha256Test)
#include "tst_sha256.moc"
