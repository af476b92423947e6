// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/palette.h"

#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Figures;
using namespace Qt::StringLiterals;

/// Colours can be read: 4.5 : 1 for text, 3 : 1 for marks, on every ground they stand on.
class PaletteTest : public QObject {
    Q_OBJECT

private slots:
    void textCanBeReadOnEveryGround_data() { themes(); }
    void textCanBeReadOnEveryGround()
    {
        const Palette &p = theme();
        for (const QColor &ground : { p.window, p.surface, p.raised }) {
            for (const QColor &ink : { p.text, p.muted, p.accent, p.hindered, p.helped, p.warning })
                QVERIFY2(contrast(ink, ground) >= 4.5,
                         qPrintable(u"%1 on %2: %3"_s.arg(ink.name(), ground.name())
                                        .arg(contrast(ink, ground))));
        }
        QCOMPARE_GE(contrast(p.text, p.selection), 4.5);
    }

    void marksCanBeSeenOnEveryGround_data() { themes(); }
    void marksCanBeSeenOnEveryGround()
    {
        const Palette &p = theme();
        for (const QColor &ground : { p.window, p.surface }) {
            for (const QColor &mark : p.categories)
                QVERIFY2(contrast(mark, ground) >= 3.0,
                         qPrintable(u"%1 on %2: %3"_s.arg(mark.name(), ground.name())
                                        .arg(contrast(mark, ground))));
            QCOMPARE_GE(contrast(p.uncertain, ground), 3.0);
        }
    }

private:
    static void themes()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << 0;
        QTest::newRow("dark") << 1;
        QTest::newRow("print") << 2;
    }
    static const Palette &theme()
    {
        const int which = *static_cast<int *>(QTest::qData("theme", QMetaType::Int));
        return which == 0 ? Palette::light() : which == 1 ? Palette::dark() : Palette::print();
    }
};

QTEST_GUILESS_MAIN(PaletteTest)
#include "tst_palette.moc"
