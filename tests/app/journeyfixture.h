// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/reviewdocument.h"
#include "store/library.h"
#include "store/reviewrepository.h"
#include "theme/colorscheme.h"
#include "theme/style.h"
#include "window/librarysession.h"
#include "window/mainwindow.h"
#include "window/reviewworkspace.h"
#include "window/statusline.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollArea>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace SecondStory::Testing {

using namespace Qt::StringLiterals;
using Place = Ui::NavigationRail::Place;

/// Goes on only while nothing has failed.
#define STEP(step)                                                                                 \
    do {                                                                                           \
        step;                                                                                      \
        if (QTest::currentTestFailed())                                                            \
            return;                                                                                \
    } while (false)

/// The hands of a person at the window: what they point at has to be there, enabled and in nobody's
/// shadow; what they type goes where the focus is.
class Hands {
public:
    /// The widget that gets a click at this place of `widget`, which is `widget` or a part of it.
    static QWidget *receiver(QWidget *widget, QPoint at)
    {
        QWidget *window = widget->window();
        QWidget *hit = window->childAt(widget->mapTo(window, at));
        return hit && (hit == widget || widget->isAncestorOf(hit)) ? hit : nullptr;
    }
    static QString nameOf(const QWidget *widget)
    {
        return QString::fromLatin1(widget->metaObject()->className()) + u' '
            + widget->accessibleName();
    }
    static void click(QWidget *widget, QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        press(widget, at, modifiers, false);
    }
    static void click(QWidget *widget)
    {
        QVERIFY2(widget, "there is nothing to click");
        click(widget, widget->rect().center());
    }
    static void doubleClick(QWidget *widget, QPoint at)
    {
        press(widget, at, {}, false);
        press(widget, at, {}, true);
    }
    /// Press, move in steps, let go.
    static void drag(QWidget *surface, QPoint from, QPoint to)
    {
        QVERIFY2(receiver(surface, from) && receiver(surface, to), "cannot be dragged there");
        mouse(surface, QEvent::MouseMove, from, Qt::NoButton, Qt::NoButton);
        mouse(surface, QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
        for (int i = 1; i <= 4; ++i)
            mouse(surface, QEvent::MouseMove, from + (to - from) * i / 4, Qt::NoButton,
                  Qt::LeftButton);
        mouse(surface, QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton);
    }
    static void point(QWidget *surface, QPoint at)
    {
        mouse(surface, QEvent::MouseMove, at, Qt::NoButton, Qt::NoButton);
    }
    /// Opens a choice and takes one of its words.
    static void choose(QComboBox *combo, const QString &text)
    {
        const int row = combo->findText(text);
        QVERIFY2(row >= 0, qPrintable(text));
        click(combo);
        QTRY_VERIFY(combo->view()->isVisible());
        // A list that opens under the pointer waits until the click that opened it is over.
        QTest::qWait(QApplication::doubleClickInterval() + 150);
        const QModelIndex index = combo->model()->index(row, combo->modelColumn());
        combo->view()->scrollTo(index);
        QTest::mouseClick(combo->view()->viewport(), Qt::LeftButton, {},
                          combo->view()->visualRect(index).center());
        QTRY_COMPARE(combo->currentText(), text);
    }
    static void clickRow(QAbstractItemView *view, const QModelIndex &index, bool isTwice = false)
    {
        QVERIFY2(index.isValid(), "no such row");
        view->scrollTo(index);
        const QPoint at = view->visualRect(index).center();
        isTwice ? doubleClick(view->viewport(), at) : click(view->viewport(), at);
    }
    /// A key for whoever has the focus.
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(focus(), key, modifiers);
        QCoreApplication::processEvents();
    }
    static void type(const QString &text)
    {
        // An editor holds its own focus; what it completes may come and go meanwhile.
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, focus(), Qt::Key_unknown, QString(c), {});
    }
    /// Tab until a widget has the focus that fits.
    static bool tabTo(const std::function<bool(QWidget *)> &fits, int most = 80)
    {
        for (int i = 0; i < most; ++i) {
            if (QWidget *now = QApplication::focusWidget(); now && fits(now))
                return true;
            if (qEnvironmentVariableIsSet("JT_TRACE"))
                qInfo() << "tab" << QApplication::focusWidget() << QApplication::activePopupWidget()
                        << (QApplication::focusWidget() ? nameOf(QApplication::focusWidget())
                                                        : QString());
            key(Qt::Key_Tab);
        }
        return false;
    }
    static bool tabTo(const QWidget *widget)
    {
        return tabTo([widget](QWidget *now) { return now == widget; });
    }
    /// Carries events from one widget and lets them go on another.
    static bool dropOn(QWidget *surface, QPoint at, const QMimeData &data)
    {
        QDragEnterEvent enter(at, Qt::CopyAction | Qt::LinkAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(surface, &enter);
        if (!enter.isAccepted())
            return false;
        QDragMoveEvent move(at, Qt::CopyAction | Qt::LinkAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(surface, &move);
        QDropEvent drop(at, Qt::CopyAction | Qt::LinkAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(surface, &drop);
        return true;
    }

    /// No window manager is there to do it when a popup has closed.
    static void giveActivationBack()
    {
        const QWidget *active = QApplication::activeWindow();
        if (QApplication::activePopupWidget() || (active && active->isVisible()))
            return;
        for (QWidget *each : QApplication::topLevelWidgets()) {
            if (qobject_cast<QMainWindow *>(each) && each->isVisible())
                QApplication::setActiveWindow(each);
        }
    }

private:
    static QWidget *focus()
    {
        if (QWidget *popup = QApplication::activePopupWidget())
            return popup->focusWidget() ? popup->focusWidget() : popup;
        giveActivationBack();
        QWidget *widget = QApplication::focusWidget();
        return widget ? widget : QApplication::activeWindow();
    }
    static void mouse(QWidget *surface, QEvent::Type type, QPoint at, Qt::MouseButton button,
                      Qt::MouseButtons buttons)
    {
        QMouseEvent event(type, at, surface->mapToGlobal(at), button, buttons, {});
        QCoreApplication::sendEvent(surface, &event);
        QCoreApplication::processEvents();
    }
    static void press(QWidget *widget, QPoint at, Qt::KeyboardModifiers modifiers, bool isDouble)
    {
        QVERIFY2(widget && widget->isVisible() && widget->isEnabled(),
                 widget ? qPrintable(nameOf(widget) + u" cannot be used") : "no widget");
        // Whoever cannot see it scrolls.
        for (QWidget *up = widget->parentWidget(); up; up = up->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(up))
                area->ensureVisible(widget->mapTo(area->widget(), at).x(),
                                    widget->mapTo(area->widget(), at).y(), 20, 20);
        }
        QCoreApplication::processEvents();
        QWidget *target = receiver(widget, at);
        const QWidget *hit = widget->window()->childAt(widget->mapTo(widget->window(), at));
        QVERIFY2(
            target,
            qPrintable(nameOf(widget) + u" is covered by " + (hit ? nameOf(hit) : u"nothing"_s)));
        const QPoint place = target->mapFrom(widget, at);
        if (isDouble)
            QTest::mouseDClick(target, Qt::LeftButton, modifiers, place);
        else
            QTest::mouseClick(target, Qt::LeftButton, modifiers, place);
        QCoreApplication::processEvents();
        giveActivationBack();
    }
};

/// The program as somebody starts it: settings, a library, the window.
class Desk {
public:
    explicit Desk(const QString &libraryPath) { open(libraryPath); }

    void open(const QString &libraryPath)
    {
        window.reset();
        session.reset();
        scheme = std::make_unique<Ui::ColorScheme>();
        scheme->choose(Ui::ColorScheme::Choice::Light);
        session = std::make_unique<Ui::LibrarySession>();
        window = std::make_unique<Ui::MainWindow>(*session, *scheme);
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not become active");
        window->openLibrary(libraryPath);
    }
    ~Desk() { close(); }
    void close() const
    {
        if (window)
            window->close();
    }

    [[nodiscard]] Editing::ReviewDocument &document() const { return *session->document(); }
    [[nodiscard]] const ReviewContents &contents() const { return document().contents(); }
    [[nodiscard]] Ui::ReviewWorkspace &workspace() const { return *window->workspace(); }
    [[nodiscard]] QToolButton *railButton(Place place) const
    {
        return window->findChild<Ui::NavigationRail *>()->button(place);
    }
    void goByMouse(Place place) const
    {
        STEP(Hands::click(railButton(place)));
        QCOMPARE(window->place(), place);
    }
    void goByKey(Qt::Key digit, Place place) const
    {
        Hands::key(digit, Qt::AltModifier);
        QCOMPARE(window->place(), place);
    }
    /// The visible child of this type that fits.
    template <class T>
    [[nodiscard]] T *find(const std::function<bool(const T &)> &fits) const
    {
        for (T *each : window->findChildren<T *>()) {
            if (each->isVisible() && fits(*each))
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] QAbstractButton *button(const QString &text) const
    {
        return find<QAbstractButton>([&](const QAbstractButton &each) {
            return each.text() == text || each.text().startsWith(QString(text + u' '));
        });
    }
    template <class T>
    [[nodiscard]] T *named(const QString &accessibleName) const
    {
        return find<T>([&](const T &each) { return each.accessibleName() == accessibleName; });
    }
    [[nodiscard]] FactorId factor(const QString &title) const
    {
        for (const Factor &each : contents().factors) {
            if (each.title == title)
                return each.id;
        }
        return {};
    }
    [[nodiscard]] std::optional<Event> event(const QString &part) const
    {
        const EventTable &table = document().events();
        for (const auto *rows : { &table.rows, &table.undated }) {
            for (const EventRow &row : *rows) {
                auto each = document().eventBySeq(row.seq);
                if (each && each->displayTitle().contains(part))
                    return each;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] QString clockOf(const QString &part) const
    {
        const auto found = event(part);
        const auto start = found ? found->effectiveStart() : std::nullopt;
        return start ? document().clock().clockText(*start) : QString();
    }

    std::unique_ptr<Ui::ColorScheme> scheme;
    std::unique_ptr<Ui::LibrarySession> session;
    std::unique_ptr<Ui::MainWindow> window;
};

/// What is left of a review when everything is taken back: files stay, taken out, with whom and
/// what they named, so that they can be put back.
[[nodiscard]] inline ReviewContents withoutTraces(ReviewContents contents)
{
    if (std::all_of(contents.sources.begin(), contents.sources.end(),
                    [](const EvidenceSource &source) { return source.removed; })) {
        contents.sources.clear();
        contents.people.clear();
        contents.lanes.clear();
    }
    contents.review.updated = {};
    contents.review.version = 0;
    for (Section &section : contents.sections)
        section.version = 0;
    return contents;
}

} // namespace SecondStory::Testing
