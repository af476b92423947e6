// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartadapter.h"
#include "charts/overtimepanel.h"
#include "charts/pressureexport.h"
#include "charts/pressurerows.h"
#include "charts/pressuresbar.h"
#include "charts/pressuresempty.h"
#include "charts/pressuresview.h"
#include "charts/recurrencemodel.h"
#include "charts/segments.h"
#include "theme/theme.h"

#include "support/pressurelibrary.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Ui;

namespace {

/// What a person does with the view.
class Desk {
public:
    explicit Desk(const Testing::PressureLibrary &library, QSize size = { 1000, 700 })
        : m_library(library)
    {
        view.resize(size);
        QObject::connect(&view, &PressuresView::queryChanged, &view,
                         [this](const Analysis::RecurrenceQuery &query) {
                             view.setTable(m_library.ask(query));
                         });
        view.setTable(m_library.ask());
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
    }

    template <class T>
    [[nodiscard]] T *find() const
    {
        return view.findChild<T *>();
    }
    [[nodiscard]] PressureRows *rows() const
    {
        return find<QScrollArea>()->findChild<PressureRows *>();
    }
    void choose(const QString &button) const
    {
        for (auto *candidate : view.findChildren<QToolButton *>()) {
            if (candidate->text() == button)
                candidate->click();
        }
    }
    [[nodiscard]] QPoint placeOf(int code) const
    {
        return rows()->figure()->rowRect(code, rows()->rect()).center().toPoint();
    }

    PressuresView view;

private:
    Testing::PressureLibrary m_library;
};

void keep(QWidget &widget, const QString &name)
{
    const QString gallery = qEnvironmentVariable("SECONDSTORY_GALLERY");
    QCoreApplication::processEvents();
    if (!gallery.isEmpty() && QDir().mkpath(gallery))
        widget.grab().save(gallery + u'/' + name + u".png");
}

} // namespace

class PressuresViewTest : public QObject {
    Q_OBJECT

private slots:
    void cleanup();
    void itIsDrawnInBothThemes_data();
    void itIsDrawnInBothThemes();
    void aClickOnARowAsksForItsReviews();
    void leavingTheRowTakesTheClickBack();
    void theKeyboardWalksTheRows();
    void aBarAsksForItsReviews();
    void theBarsAreReachedByKeyboard();
    void theTableLeadsToTheReviewsToo();
    void anotherPolarityAsksAnotherQuestion();
    void aPeriodAsksAnotherQuestion();
    void anEndBeforeTheBeginningIsNotAsked();
    void theCurrentCodeSurvivesAnotherAnswer();
    void theFilterNarrowsPictureAndTable();
    void anEmptyLibrarySaysWhatBelongsHere();
    void aFilterWithoutMatchCanBeCleared();
    void everyBarHasTheReviewsItCounts();
    void filesAreWrittenByTheirEnding();
    void anUnknownEndingOrPlaceIsAnError();
    void hostileNamesNeitherWidenNorFormat();
    void doubledTypeStillFits();
    void everythingHasAnAccessibleName();
};

void PressuresViewTest::cleanup()
{
    QApplication::setPalette(toQPalette(Figures::Palette::light()));
}

void PressuresViewTest::itIsDrawnInBothThemes_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<QSize>("size");
    for (const bool isDark : { false, true }) {
        for (const QSize size : { QSize(1000, 700), QSize(1640, 960) }) {
            const QByteArray name =
                QByteArray(isDark ? "dark-" : "light-") + QByteArray::number(size.width());
            QTest::newRow(name.constData()) << isDark << size;
        }
    }
}

void PressuresViewTest::itIsDrawnInBothThemes()
{
    QFETCH(bool, isDark);
    QFETCH(QSize, size);
    QApplication::setPalette(
        toQPalette(isDark ? Figures::Palette::dark() : Figures::Palette::light()));
    const QString name = u"pressuresview-"_s + QString::fromUtf8(QTest::currentDataTag());
    Desk desk(Testing::aPressureLibrary(), size);
    desk.rows()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(desk.rows(), Qt::Key_Down);
    keep(desk.view, name);
    QCOMPARE_EQ(desk.view.size(), size);
    desk.choose(u"By pressure"_s);
    keep(desk.view, name + u"-codes");
    desk.choose(u"Month"_s);
    keep(desk.view, name + u"-months");
    desk.find<OverTimePanel>()->showTable();
    keep(desk.view, name + u"-table");
    desk.view.setTable({});
    keep(desk.view, name + u"-empty");
}

void PressuresViewTest::aClickOnARowAsksForItsReviews()
{
    Desk desk(Testing::aPressureLibrary());
    const QSignalSpy asked(&desk.view, &PressuresView::reviewsRequested);
    QTest::mouseClick(desk.rows(), Qt::LeftButton, {}, desk.placeOf(2));
    QCOMPARE_EQ(asked.size(), 1);
    QCOMPARE_EQ(asked[0][0].value<QList<ReviewId>>(), desk.view.table().codes[2].reviews);
    QCOMPARE_EQ(asked[0][1].toString(), desk.view.table().codes[2].name);
    QCOMPARE_EQ(desk.rows()->currentCode(), std::optional(2));
}

void PressuresViewTest::leavingTheRowTakesTheClickBack()
{
    Desk desk(Testing::aPressureLibrary());
    const QSignalSpy asked(&desk.view, &PressuresView::reviewsRequested);
    QTest::mousePress(desk.rows(), Qt::LeftButton, {}, desk.placeOf(1));
    QTest::mouseRelease(desk.rows(), Qt::LeftButton, {}, desk.placeOf(3));
    QCOMPARE_EQ(asked.size(), 0);
}

void PressuresViewTest::theKeyboardWalksTheRows()
{
    Desk desk(Testing::aPressureLibrary());
    const QSignalSpy asked(&desk.view, &PressuresView::reviewsRequested);
    desk.rows()->setFocus(Qt::TabFocusReason);
    QCOMPARE_EQ(desk.rows()->currentCode(), std::optional(0));
    QTest::keyClick(desk.rows(), Qt::Key_Down);
    QTest::keyClick(desk.rows(), Qt::Key_Down);
    QTest::keyClick(desk.rows(), Qt::Key_Up);
    QCOMPARE_EQ(desk.rows()->currentCode(), std::optional(1));
    QVERIFY(desk.rows()->accessibleDescription().contains(u"Seen in"));
    QTest::keyClick(desk.rows(), Qt::Key_Return);
    QCOMPARE_EQ(asked.size(), 1);
    QTest::keyClick(desk.rows(), Qt::Key_End);
    QCOMPARE_EQ(desk.rows()->currentCode(),
                std::optional(static_cast<int>(desk.view.table().codes.size()) - 1));
    QTest::keyClick(desk.rows(), Qt::Key_Down);
    QCOMPARE_EQ(desk.rows()->currentCode(),
                std::optional(static_cast<int>(desk.view.table().codes.size()) - 1));
    QTest::keyClick(desk.rows(), Qt::Key_Home);
    QCOMPARE_EQ(desk.rows()->currentCode(), std::optional(0));
}

void PressuresViewTest::aBarAsksForItsReviews()
{
    Desk desk(Testing::aPressureLibrary());
    const QSignalSpy asked(&desk.view, &PressuresView::reviewsRequested);
    emit desk.find<StackedBarChart>()->barActivated(1, 0);
    QCOMPARE_EQ(asked.size(), 1);
    QCOMPARE_EQ(asked[0][0].value<QList<ReviewId>>(), desk.view.table().periods[0].phaseReviews[1]);
    QVERIFY(asked[0][1].toString().contains(u"2025 Q1"));
}

void PressuresViewTest::theBarsAreReachedByKeyboard()
{
    Desk desk(Testing::aPressureLibrary());
    auto *chart = desk.find<StackedBarChart>();
    const QSignalSpy asked(chart, &StackedBarChart::barActivated);
    chart->setFocus(Qt::TabFocusReason);
    QCOMPARE_EQ(chart->currentCategory(), 0);
    QTest::keyClick(chart, Qt::Key_Right);
    QTest::keyClick(chart, Qt::Key_Up);
    QTest::keyClick(chart, Qt::Key_Return);
    QCOMPARE_EQ(asked.size(), 1);
    QCOMPARE_EQ(asked[0][0].toInt(), 1);
    QCOMPARE_EQ(asked[0][1].toInt(), 1);
    QVERIFY(chart->accessibleDescription().startsWith(u"2025 Q2"));
}

void PressuresViewTest::theTableLeadsToTheReviewsToo()
{
    Desk desk(Testing::aPressureLibrary());
    desk.find<OverTimePanel>()->showTable();
    auto *table = desk.find<OverTimePanel>()->tableView();
    const QSignalSpy asked(&desk.view, &PressuresView::reviewsRequested);
    table->sortByColumn(RecurrenceModel::Count, Qt::AscendingOrder);
    emit table->activated(table->model()->index(0, 0));
    QCOMPARE_EQ(asked.size(), 1);
    QCOMPARE_EQ(asked[0][0].value<QList<ReviewId>>().size(), desk.view.table().codes.last().k);
}

void PressuresViewTest::anotherPolarityAsksAnotherQuestion()
{
    Desk desk(Testing::aPressureLibrary());
    const QSignalSpy asked(&desk.view, &PressuresView::queryChanged);
    desk.choose(u"+ Helped"_s);
    QCOMPARE_EQ(asked.size(), 1);
    QCOMPARE_EQ(desk.view.table().query.polarity, std::optional(Polarity::Helped));
    for (const Analysis::CodeRecurrence &code : desk.view.table().codes)
        QCOMPARE_EQ(code.helped, code.k);
    desk.choose(u"Month"_s);
    QCOMPARE_EQ(desk.view.table().query.by, Analysis::PeriodLength::Month);
    QCOMPARE_EQ(desk.view.table().query.polarity, std::optional(Polarity::Helped));
    desk.choose(u"All"_s);
    QCOMPARE_EQ(desk.view.table().query.polarity, std::nullopt);
}

void PressuresViewTest::aPeriodAsksAnotherQuestion()
{
    Desk desk(Testing::aPressureLibrary());
    const QList<QComboBox *> boxes = desk.find<PressuresBar>()->findChildren<QComboBox *>();
    QComboBox *from = boxes[0];
    QCOMPARE_EQ(from->count(), desk.view.table().periods.size() + 1);
    const int all = desk.view.table().reviews;
    from->setCurrentIndex(3);
    emit from->activated(3);
    QCOMPARE_LT(desk.view.table().reviews, all);
    QVERIFY(desk.view.table().query.from);
    QCOMPARE_EQ(from->currentIndex(), 3);
    QCOMPARE_EQ(desk.view.table().periods[0].span.start, *desk.view.table().query.from);
}

void PressuresViewTest::anEndBeforeTheBeginningIsNotAsked()
{
    Desk desk(Testing::aPressureLibrary());
    const QList<QComboBox *> boxes = desk.find<PressuresBar>()->findChildren<QComboBox *>();
    boxes[0]->setCurrentIndex(4);
    emit boxes[0]->activated(4);
    boxes[1]->setCurrentIndex(1);
    emit boxes[1]->activated(1);
    QVERIFY(!desk.view.table().query.from);
    QVERIFY(desk.view.table().query.to);
    QCOMPARE_EQ(boxes[0]->currentIndex(), 0);
}

void PressuresViewTest::theCurrentCodeSurvivesAnotherAnswer()
{
    Desk desk(Testing::aPressureLibrary());
    QTest::mouseClick(desk.rows(), Qt::LeftButton, {}, desk.placeOf(3));
    const CodeId chosen = desk.view.table().codes[3].code;
    desk.choose(u"− Hindered"_s);
    QVERIFY(desk.rows()->currentCode());
    QCOMPARE_EQ(desk.view.table().codes[*desk.rows()->currentCode()].code, chosen);
}

void PressuresViewTest::theFilterNarrowsPictureAndTable()
{
    Desk desk(Testing::aPressureLibrary());
    desk.find<QLineEdit>()->setText(u"pressure"_s);
    const auto shown = desk.rows()->figure()->rows().size();
    QCOMPARE_LT(shown, desk.view.table().codes.size());
    QCOMPARE_EQ(desk.find<OverTimePanel>()->tableView()->model()->rowCount(), shown);
}

void PressuresViewTest::anEmptyLibrarySaysWhatBelongsHere()
{
    PressuresView view;
    view.resize(1000, 700);
    view.show();
    auto *empty = view.findChild<PressuresEmpty *>();
    QVERIFY(empty->isVisible());
    QVERIFY(!view.findChild<PressuresBar *>()->isVisible());
    const QSignalSpy asked(&view, &PressuresView::libraryRequested);
    empty->findChild<QPushButton *>()->click();
    QCOMPARE_EQ(asked.size(), 1);
}

void PressuresViewTest::aFilterWithoutMatchCanBeCleared()
{
    Desk desk(Testing::aPressureLibrary());
    desk.find<QLineEdit>()->setText(u"no such thing"_s);
    auto *empty = desk.find<PressuresEmpty>();
    QVERIFY(empty->isVisible());
    QVERIFY(desk.find<PressuresBar>()->isVisible());
    empty->findChild<QPushButton *>()->click();
    QVERIFY(!empty->isVisible());
    QCOMPARE_EQ(desk.rows()->figure()->rows().size(), desk.view.table().codes.size());
}

void PressuresViewTest::everyBarHasTheReviewsItCounts()
{
    const auto table = Testing::aPressureLibrary().ask();
    for (const BarsBy by : { BarsBy::Phase, BarsBy::Code }) {
        const StackedBars bars = periodBars(table, by, Figures::Palette::light());
        QCOMPARE_EQ(bars.categories.size(), table.periods.size());
        for (int series = 0; series < bars.series.size(); ++series) {
            for (int period = 0; period < table.periods.size(); ++period) {
                const BarReviews bar = reviewsOfBar(table, by, series, period);
                const int height = bars.series[series].values[period];
                QCOMPARE_EQ(bar.reviews.isEmpty(), height == 0);
                QCOMPARE_LE(bar.reviews.size(), height);
                QVERIFY(!bar.why.isEmpty());
            }
        }
    }
}

void PressuresViewTest::filesAreWrittenByTheirEnding()
{
    const QTemporaryDir folder;
    Desk desk(Testing::aPressureLibrary());
    for (const QString &ending : { u"csv"_s, u"svg"_s, u"png"_s }) {
        const QString path = folder.filePath(u"pressures."_s + ending);
        QVERIFY(desk.view.exportTo(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        if (ending == u"csv")
            QCOMPARE_EQ(bytes.count("\r\n"), desk.view.table().codes.size() + 1);
        else if (ending == u"svg")
            QVERIFY(bytes.contains("<title>Recurring pressures</title>"));
        else
            QCOMPARE_GT(QImage::fromData(bytes).width(), 1900);
    }
}

void PressuresViewTest::anUnknownEndingOrPlaceIsAnError()
{
    const auto table = Testing::aPressureLibrary(3, 2).ask();
    const auto ending = exportPressures(u"/tmp/pressures.docx"_s, table, {});
    QVERIFY(!ending);
    QCOMPARE_EQ(ending.error().code, ErrorCode::Usage);
    const QTemporaryDir folder;
    const auto place = exportPressures(folder.filePath(u"missing/pressures.csv"_s), table, {});
    QVERIFY(!place);
    QCOMPARE_EQ(place.error().code, ErrorCode::Storage);
    QVERIFY(!place.error().what.isEmpty());
}

void PressuresViewTest::hostileNamesNeitherWidenNorFormat()
{
    auto library = Testing::aPressureLibrary(12, 4);
    for (auto &code : library.codes)
        code.name = u"<b>&amp;</b>%1%n "_s + QString(3000, u'x');
    Desk desk(library);
    desk.choose(u"By pressure"_s);
    QTest::mouseClick(desk.rows(), Qt::LeftButton, {}, desk.placeOf(0));
    keep(desk.view, u"pressuresview-hostile"_s);
    QCOMPARE_EQ(desk.view.width(), 1000);
    QCOMPARE_LE(desk.view.minimumSizeHint().width(), 1000);
}

void PressuresViewTest::doubledTypeStillFits()
{
    const QFont usual = QApplication::font();
    QApplication::setFont(fontAt(usual, 2));
    {
        Desk desk(Testing::aPressureLibrary(), { 1900, 1100 });
        QTest::mouseClick(desk.rows(), Qt::LeftButton, {}, desk.placeOf(1));
        keep(desk.view, u"pressuresview-large-type"_s);
        QCOMPARE_LE(desk.view.minimumSizeHint().width(), 1900);
        QCOMPARE_GT(desk.rows()->figure()->rowHeight(), 40.0);
    }
    QApplication::setFont(usual);
}

void PressuresViewTest::everythingHasAnAccessibleName()
{
    Desk desk(Testing::aPressureLibrary());
    const PressuresView &view = desk.view;
    for (const auto *widget : view.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        if (qobject_cast<const PressureRows *>(widget)
            || qobject_cast<const StackedBarChart *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QTableView *>(widget))
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
    for (const auto *label : view.findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText || label->buddy());
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setStyle(u"fusion"_s);
    QApplication::setPalette(toQPalette(Figures::Palette::light()));
    PressuresViewTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pressuresview.moc"
