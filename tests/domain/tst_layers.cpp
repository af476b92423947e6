// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// Reads the includes: layers look down only, and the library knows no widgets.
class LayersTest : public QObject {
    Q_OBJECT

private slots:
    void aLayerIncludesOnlyWhatStandsBelowIt_data()
    {
        QTest::addColumn<QString>("layer");
        QTest::addColumn<QStringList>("allowed");
        QTest::newRow("domain") << u"domain"_s << QStringList{ u"domain"_s };
        QTest::newRow("analysis") << u"analysis"_s << QStringList{ u"analysis"_s, u"domain"_s };
        QTest::newRow("importing") << u"importing"_s << QStringList{ u"importing"_s, u"domain"_s };
        QTest::newRow("store") << u"store"_s << QStringList{ u"store"_s, u"domain"_s };
        QTest::newRow("editing") << u"editing"_s
                                 << QStringList{ u"editing"_s, u"store"_s, u"domain"_s };
        QTest::newRow("figures") << u"figures"_s
                                 << QStringList{ u"figures"_s, u"analysis"_s, u"domain"_s };
        QTest::newRow("reporting")
            << u"reporting"_s
            << QStringList{ u"reporting"_s, u"figures"_s, u"analysis"_s, u"domain"_s };
        QTest::newRow("services") << u"services"_s
                                  << QStringList{ u"services"_s, u"reporting"_s, u"figures"_s,
                                                  u"editing"_s,  u"store"_s,     u"importing"_s,
                                                  u"analysis"_s, u"domain"_s };
    }

    void aLayerIncludesOnlyWhatStandsBelowIt()
    {
        QFETCH(QString, layer);
        QFETCH(QStringList, allowed);
        static const QRegularExpression include(u"^#include \"([a-z]+)/"_s,
                                                QRegularExpression::MultilineOption);
        int seen = 0;
        forEachSource(u"lib/"_s + layer, [&](const QString &path, const QString &text) {
            ++seen;
            auto matches = include.globalMatch(text);
            while (matches.hasNext()) {
                const QString target = matches.next().captured(1);
                QVERIFY2(allowed.contains(target), qPrintable(path + u" includes "_s + target));
            }
        });
        QCOMPARE_GT(seen, 1);
    }

    void theLibraryKnowsNoWidgets()
    {
        static const QRegularExpression widget(
            u"#include <(Qt[A-Z]\\w+/|QWidget|QApplication|QGraphics|QDialog|QMainWindow|QLabel|QTableView)"_s);
        forEachSource(u"lib"_s, [](const QString &path, const QString &text) {
            const auto match = widget.match(text);
            QVERIFY2(!match.hasMatch(), qPrintable(path + u": "_s + match.captured()));
        });
    }

    void theCommandLineTwinKnowsNoWidgets()
    {
        forEachSource(u"app/cli"_s, [](const QString &path, const QString &text) {
            QVERIFY2(!text.contains(u"#include <QApplication>")
                         && !text.contains(u"#include \"window/"),
                     qPrintable(path));
        });
    }

    /// Two classes of one name in one namespace link without a word, and then one runs as the
    /// other.
    void noTwoHeadersDeclareAClassOfTheSameName()
    {
        static const QRegularExpression declared(u"^class (\\w+)(?: final)?(?: : [^;]*)? *\\{"_s,
                                                 QRegularExpression::MultilineOption);
        for (const QString &tree : { u"app"_s, u"lib"_s }) {
            QHash<QString, QString> seen;
            forEachSource(tree, [&seen](const QString &path, const QString &text) {
                if (!path.endsWith(u".h"))
                    return;
                auto matches = declared.globalMatch(text);
                while (matches.hasNext()) {
                    const QString name = matches.next().captured(1);
                    QVERIFY2(
                        !seen.contains(name),
                        qPrintable(name + u" is in "_s + path + u" and in "_s + seen.value(name)));
                    seen.insert(name, path);
                }
            });
            QCOMPARE_GT(seen.size(), 20);
        }
    }

    void nothingIsNamedAfterBlame()
    {
        static const QRegularExpression blame(u"root.?cause|human.?error|offender|violator"_s,
                                              QRegularExpression::CaseInsensitiveOption);
        for (const QString &folder : { u"lib"_s, u"app"_s, u"resources/migrations"_s,
                                       u"resources/samples"_s, u"resources/templates"_s }) {
            forEachSource(folder, [](const QString &path, const QString &text) {
                const auto match = blame.match(text);
                QVERIFY2(!match.hasMatch(), qPrintable(path + u": "_s + match.captured()));
            });
        }
    }

private:
    template <class Visit>
    static void forEachSource(const QString &folder, Visit visit)
    {
        const QString root = qEnvironmentVariable("SECONDSTORY_SOURCE");
        QVERIFY2(!root.isEmpty(), "SECONDSTORY_SOURCE names the source tree");
        QDirIterator it(root + u'/' + folder, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            visit(file.fileName(), QString::fromUtf8(file.readAll()));
        }
    }
};

QTEST_GUILESS_MAIN(LayersTest)
#include "tst_layers.moc"
