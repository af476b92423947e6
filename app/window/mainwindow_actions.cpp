// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window's actions and menus: what can be done, apart from how the window is put together.

#include "window/mainwindow.h"

#include "evidence/evidencepage.h"
#include "evidence/lanearranger.h"
#include "help/handbookpage.h"
#include "library/librarypage.h"
#include "moments/momentspage.h"
#include "services/analystname.h"
#include "services/exchangestorage.h"
#include "theme/colorscheme.h"
#include "theme/theme.h"
#include "timeline/framemenu.h"
#include "timeline/timelinekeysdialog.h"
#include "timeline/timelineprofile.h"
#include "triage/triagepage.h"
#include "timeline/timelineview.h"
#include "window/commandpalette.h"
#include "window/keysheet.h"
#include "window/librarysession.h"
#include "window/reviewworkspace.h"
#include "window/statusline.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QJsonDocument>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QDockWidget>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

QAction *MainWindow::action(const QString &name) const
{
    return m_actions.value(name);
}

QAction *MainWindow::addAction(const QString &name, const QString &text, const QKeySequence &keys,
                               std::function<void()> run, const QString &iconName)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    QMainWindow::addAction(action);
    m_actions.insert(name, action);
    if (!iconName.isEmpty())
        m_actionIcons.insert(action, iconName);
    return action;
}

void MainWindow::buildActions()
{
    addAction(
        u"new"_s, tr("&New review…"), QKeySequence::New, [this] { beginReview(); },
        u"new-review"_s);
    addAction(u"reports"_s, tr("New reviews from re&ports…"), {}, [this] { chooseReports(); });
    addAction(
        u"open"_s, tr("&Open library…"), QKeySequence::Open, [this] { chooseLibrary(false); },
        u"open"_s);
    addAction(u"newLibrary"_s, tr("New &library…"), {}, [this] { chooseLibrary(true); });
    addAction(
        u"sample"_s, tr("Open the &sample library"), {}, [this] { openSample(); }, u"sample"_s);
    addAction(
        u"import"_s, tr("&Import evidence…"), QKeySequence(u"Ctrl+I"_s),
        [this] {
            go(Place::Evidence);
            m_workspace->evidence()->chooseFiles();
        },
        u"import"_s);
    addAction(
        u"report"_s, tr("&Report…"), QKeySequence(u"Ctrl+E"_s), [this] { go(Place::Report); },
        u"report"_s);
    addAction(
        u"export"_s, tr("E&xport the review as JSON…"), {},
        [this] { exportReview(m_session.document()->id()); }, u"export"_s);
    addAction(
        u"backup"_s, tr("&Back up the library…"), {}, [this] { chooseBackup(); }, u"backup"_s);
    addAction(u"close"_s, tr("&Close the review"), QKeySequence(u"Ctrl+W"_s),
              [this] { m_session.closeReview(); });
    addAction(u"quit"_s, tr("&Quit"), QKeySequence(u"Ctrl+Q"_s), [this] { close(); });

    addAction(
        u"undo"_s, tr("Undo"), QKeySequence::Undo,
        [this] { m_session.document()->undoStack()->undo(); }, u"undo"_s);
    addAction(
        u"redo"_s, tr("Redo"), QKeySequence::Redo,
        [this] { m_session.document()->undoStack()->redo(); }, u"redo"_s)
        ->setShortcuts({ QKeySequence(u"Ctrl+Shift+Z"_s), QKeySequence(u"Ctrl+Y"_s) });
    addAction(
        u"find"_s, tr("&Search all reviews"), QKeySequence(u"Ctrl+Shift+F"_s),
        [this] { go(Place::Search); }, u"search"_s);
    addAction(u"commands"_s, tr("&Commands…"), QKeySequence(u"Ctrl+K"_s), [this] {
        m_palette->open(m_actions.values());
    })->setShortcuts({ QKeySequence(u"Ctrl+K"_s), QKeySequence(u"Ctrl+Shift+P"_s) });
    addAction(u"reread"_s, tr("&Read the review again"), QKeySequence(u"F5"_s), [this] {
        m_workspace->flush(); // what is being written is kept first
        if (const auto done = m_session.document()->reload(); !done)
            report(done.error());
    });

    const std::tuple<QString, QString, Services::LaneRule> lanes[] = {
        { u"lanesByChannel"_s, tr("Arrange lanes by channel or system"),
          Services::LaneRule::Suggested },
        { u"lanesBySource"_s, tr("Arrange lanes by source"), Services::LaneRule::Source },
        { u"lanesByPerson"_s, tr("Arrange lanes by person"), Services::LaneRule::Person },
        { u"lanesByKind"_s, tr("Arrange lanes by kind"), Services::LaneRule::Kind },
    };
    for (const auto &[name, text, rule] : lanes)
        addAction(name, text, {}, [this, chosen = rule] {
            go(Place::Timeline);
            m_workspace->timeline()->arranger().arrange({}, chosen);
        });
    addAction(u"readThrough"_s, tr("Read t&hrough the events"), QKeySequence(u"Ctrl+Shift+R"_s),
              [this] {
                  go(Place::Timeline);
                  m_workspace->timeline()->readThrough();
              });
    addAction(u"activity"_s, tr("&Group the selected events into an activity…"), {}, [this] {
        go(Place::Timeline);
        m_workspace->timeline()->requestActivity();
    });
    const std::tuple<QString, Place, QString, QString> places[] = {
        { u"reviews"_s, Place::Reviews, u"Alt+1"_s, u"library"_s },
        { u"recurring"_s, Place::Recurring, u"Alt+2"_s, u"pressures"_s },
        { u"overview"_s, Place::Overview, u"Alt+3"_s, u"overview"_s },
        { u"evidence"_s, Place::Evidence, u"Alt+4"_s, u"evidence"_s },
        { u"timeline"_s, Place::Timeline, u"Alt+5"_s, u"timeline"_s },
        { u"factors"_s, Place::Factors, u"Alt+6"_s, u"factors"_s },
        { u"pressures"_s, Place::Pressures, u"Alt+7"_s, u"kind-pressure"_s },
        { u"cast"_s, Place::Cast, u"Alt+8"_s, u"cast"_s },
        { u"moments"_s, Place::Moments, u"Alt+9"_s, u"moments"_s },
    };
    for (const auto &[name, place, keys, iconName] : places) {
        const QString title =
            place == Place::Recurring ? tr("Recurring pressures") : NavigationRail::title(place);
        addAction(
            name, title, QKeySequence(keys), [this, target = place] { go(target); }, iconName);
    }
    const auto toggle = [this](const QString &name, const QString &text, const QString &keys,
                               const QString &iconName) {
        QAction *made = addAction(
            name, text, QKeySequence(keys), [this] { go(m_place); }, iconName);
        made->setCheckable(true);
        made->setChecked(true);
    };
    QAction *map = addAction(u"mapProfile"_s, tr("Timeline: &drag moves, wheel scrolls"), {},
                             [this] { chooseTimelineProfile(); });
    map->setCheckable(true);
    map->setChecked(timelineProfile() == TimelineProfile::Map);
    addAction(u"timelineKeys"_s, tr("&Keys of the timeline…"), {},
              [this] { chooseTimelineKeys(); });
    toggle(u"inspector"_s, tr("&Inspector"), u"F8"_s, u"inspector"_s);
    toggle(u"lower"_s, tr("&Table, undated, questions"), u"F9"_s, u"panel-bottom"_s);
    addAction(u"fullscreen"_s, tr("&Full screen"), QKeySequence(u"F11"_s),
              [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    addAction(
        u"handbook"_s, tr("&Handbook"), QKeySequence(u"F1"_s), [this] { go(Place::Handbook); },
        u"help"_s);
    addAction(u"keys"_s, tr("&Keys"), QKeySequence(u"Ctrl+?"_s), [this] { showKeys(); });
    for (const FrameField &field : kFrameFields)
        addAction(u"frame-"_s + toString(field.point),
                  tr("%1 (the selected event)").arg(frameSentence(field.point)), {},
                  [this, point = field.point] { m_workspace->frameFromSelection(point); });
    for (const FrameField &field : kFrameFields)
        addAction(
            u"evidence-"_s + toString(field.point),
            tr("Take as evidence for: %1 (the selected events)").arg(framePointName(field.point)),
            {}, [this, point = field.point] { m_workspace->evidenceFromSelection(point); });
    addAction(u"checks"_s, tr("Checks: what stands out in the evidence"), {},
              [this] { m_workspace->showChecks(); });
    addAction(u"drawer"_s, tr("Evidence of the selected event, below the timeline"), {},
              [this] { m_workspace->showDrawer(); });
    addAction(u"silences"_s, tr("Show silences on the timeline"), {},
              [this] { m_workspace->toggleSilences(); });
    addAction(u"person"_s, tr("How you are called…"), {}, [this] { askName(); });
    addAction(u"about"_s, tr("&About Second Story"), {}, [this] { about(); });
}

void MainWindow::buildMenus()
{
    const auto fill = [this](QMenu *menu, const QStringList &names) {
        for (const QString &name : names) {
            if (name.isEmpty())
                menu->addSeparator();
            else
                menu->QWidget::addAction(action(name));
        }
    };
    fill(menuBar()->addMenu(tr("&File")),
         { u"new"_s,
           u"reports"_s,
           {},
           u"open"_s,
           u"newLibrary"_s,
           u"sample"_s,
           {},
           u"import"_s,
           u"report"_s,
           u"export"_s,
           {},
           u"backup"_s,
           u"close"_s,
           u"quit"_s });
    fill(menuBar()->addMenu(tr("&Edit")),
         { u"undo"_s, u"redo"_s, {}, u"find"_s, u"commands"_s, {}, u"reread"_s });
    fill(menuBar()->addMenu(tr("&Go")),
         { u"reviews"_s,
           u"recurring"_s,
           {},
           u"overview"_s,
           u"evidence"_s,
           u"timeline"_s,
           u"moments"_s,
           u"factors"_s,
           u"pressures"_s,
           u"cast"_s,
           u"report"_s });
    QMenu *view = menuBar()->addMenu(tr("&View"));
    fill(view, { u"inspector"_s, u"lower"_s, {} });
    QMenu *colours = view->addMenu(tr("&Colours"));
    auto *group = new QActionGroup(this);
    const std::pair<QString, ColorScheme::Choice> choices[] = {
        { tr("As the &system"), ColorScheme::Choice::System },
        { tr("&Light"), ColorScheme::Choice::Light },
        { tr("&Dark"), ColorScheme::Choice::Dark }
    };
    for (const auto &[text, choice] : choices) {
        QAction *one = colours->addAction(text);
        one->setCheckable(true);
        one->setChecked(m_scheme.choice() == choice);
        group->addAction(one);
        connect(one, &QAction::triggered, this,
                [this, chosen = choice] { m_scheme.choose(chosen); });
    }
    fill(view, { {}, u"mapProfile"_s, u"timelineKeys"_s, {}, u"fullscreen"_s });
    fill(menuBar()->addMenu(tr("&Help")), { u"handbook"_s, u"keys"_s, {}, u"about"_s });
    connect(m_inspectorDock->toggleViewAction(), &QAction::triggered, this,
            [this](bool isShown) { action(u"inspector"_s)->setChecked(isShown); });
    connect(m_lowerDock->toggleViewAction(), &QAction::triggered, this,
            [this](bool isShown) { action(u"lower"_s)->setChecked(isShown); });
}

void MainWindow::refreshIcons()
{
    for (auto it = m_actionIcons.cbegin(); it != m_actionIcons.cend(); ++it)
        it.key()->setIcon(icon(it.value(), this));
}

void MainWindow::chooseLibrary(bool isNew)
{
    const QString filter = tr("Second Story libraries (*.sslib)");
    QString path = isNew ? QFileDialog::getSaveFileName(this, tr("New library"), {}, filter,
                                                        nullptr, QFileDialog::DontConfirmOverwrite)
                         : QFileDialog::getOpenFileName(this, tr("Open library"), {}, filter);
    if (path.isEmpty())
        return;
    if (isNew && !path.endsWith(u".sslib"))
        path += u".sslib"_s;
    if (isNew && QFile::exists(path)) {
        m_status->say(
            tr("There is a file of this name already; a new library never replaces anything"),
            true);
        return;
    }
    openLibrary(path);
}

void MainWindow::chooseBackup()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Back up the library"), {},
                                                      tr("Second Story libraries (*.sslib)"),
                                                      nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return;
    if (const auto done = m_session.library().backup(path, {}); !done)
        report(done.error());
    else
        m_status->say(tr("The library is copied to %1").arg(path));
}

void MainWindow::chooseEvidence()
{
    beginWithEvidence(QFileDialog::getOpenFileNames(this, tr("Bring in evidence")));
}

void MainWindow::chooseReports()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder with incident reports"));
    if (folder.isEmpty())
        return;
    go(Place::Reviews);
    m_library->draftFromReports({ folder });
}

void MainWindow::exportReview(ReviewId id)
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the review"), {},
                                                      tr("Review as JSON (*.json)"));
    if (path.isEmpty())
        return;
    const auto review = Services::loadForExchange(m_session.library(), id);
    if (!review)
        return report(review.error());
    QSaveFile file(path);
    const QByteArray json = QJsonDocument(Services::writeExchange(*review)).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        m_status->say(tr("%1 could not be written: %2").arg(path, file.errorString()), true);
    else
        m_status->say(tr("The review is in %1").arg(path));
}

void MainWindow::deleteReview(ReviewId id)
{
    QMessageBox question(
        QMessageBox::Question, tr("Delete a review"),
        tr("Delete this review with its evidence, factors and narrative for good?"),
        QMessageBox::NoButton, this);
    question.setTextFormat(Qt::PlainText);
    question.setInformativeText(tr(
        "This cannot be undone. To put a review aside, give it the status \"archived\" instead."));
    QPushButton *remove = question.addButton(tr("Delete for good"), QMessageBox::DestructiveRole);
    question.setDefaultButton(question.addButton(QMessageBox::Cancel));
    question.exec();
    if (question.clickedButton() != remove)
        return;
    if (const auto done = m_session.deleteReview(id); !done)
        report(done.error());
}

void MainWindow::showKeys()
{
    QList<std::pair<QString, QString>> keys;
    if (m_workspace && m_place == Place::Timeline) {
        const TriagePage *reading = m_workspace->timeline()->triage();
        const bool isReading = reading && reading->isVisible();
        for (const KeyHelp &help :
             isReading ? TriagePage::keyHelp() : m_workspace->timeline()->keyHelp())
            keys << std::pair{ help.keys, help.what };
    } else if (m_workspace && m_place == Place::Evidence) {
        keys = EvidencePage::keyHelp();
    } else if (m_workspace && m_place == Place::Moments) {
        keys = MomentsPage::keyHelp();
    }
    showKeySheet(this, keys, m_actions.values());
}

void MainWindow::chooseTimelineProfile()
{
    const bool isMap = action(u"mapProfile"_s)->isChecked();
    const TimelineProfile profile = isMap ? TimelineProfile::Map : TimelineProfile::Trace;
    setTimelineProfile(profile);
    if (m_workspace)
        m_workspace->timeline()->tracks().setProfile(profile);
    m_status->say(isMap ? tr("On the timeline, a drag moves the view, the wheel scrolls, and Ctrl "
                             "with the wheel zooms")
                        : tr("On the timeline, a drag selects a range and the wheel zooms"));
}

void MainWindow::chooseTimelineKeys()
{
    if (m_workspace) {
        TimelineKeysDialog(m_workspace->timeline()->keymap(), this).exec();
        return;
    }
    TimelineKeymap keys;
    TimelineKeysDialog(keys, this).exec();
}

void MainWindow::askName()
{
    bool isGiven = false;
    const QString name = QInputDialog::getText(
        this, tr("How you are called"),
        tr("Written beside the evidence you bring in; it goes along when a review is exported."),
        QLineEdit::Normal, Services::analystName(), &isGiven);
    if (!isGiven)
        return;
    Services::setAnalystName(name);
    m_status->say(
        tr("What you bring in is noted as brought in by %1").arg(Services::analystName()));
}

void MainWindow::about()
{
    QMessageBox box(this);
    box.setWindowTitle(tr("About Second Story"));
    box.setTextFormat(Qt::PlainText);
    box.setIconPixmap(QIcon(u":/icons/secondstory.svg"_s).pixmap(64, 64));
    box.setText(tr("Second Story %1").arg(QApplication::applicationVersion()));
    box.setInformativeText(
        tr("Post-incident review analysis: how the work made sense to the people doing it.\n\n"
           "Free software under the GNU General Public License, version 3 or later. It comes with "
           "no warranty."));
    box.exec();
}

} // namespace SecondStory::Ui
