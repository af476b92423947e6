// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/savedviewsbutton.h"

#include "editing/reviewdocument.h"
#include "editing/viewedits.h"
#include "theme/theme.h"
#include "timeline/timelinelimits.h"
#include "timeline/timelineview.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// So many views have a digit of their own.
constexpr int kMostDigits = 9;

QString plain(QString name)
{
    return name.replace(u'&', u"&&"_s);
}

} // namespace

SavedViewsButton::SavedViewsButton(TimelineView &view, QWidget *parent)
    : QToolButton(parent)
    , m_view(view)
{
    setText(tr("Views"));
    setToolTip(tr("Stretches and filters kept under a name (V)"));
    setAutoRaise(true);
    setMinimumHeight(Space::kTarget);
    setFont(fontAt(font(), 0.92));
    setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(this);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fill(*menu);
    });
    setEnabled(view.editing().canEdit());
}

void SavedViewsButton::report(const Result<void> &result)
{
    if (!result)
        Q_EMIT refused(result.error().toString());
}

void SavedViewsButton::open()
{
    if (isEnabled())
        showMenu();
}

SavedView SavedViewsButton::present() const
{
    const Figures::TimeScale &scale = m_view.viewport().scale();
    const Figures::EventFilter &filter = m_view.model().filter();
    SavedView view;
    view.start = scale.start();
    view.end = scale.end();
    for (const EventKind kind : filter.kinds)
        view.kinds.append(toString(kind));
    view.kinds.sort();
    // In the order of the lanes, so that the same filter is always written the same way.
    for (const Lane &lane : m_view.model().lanes()) {
        if (filter.lanes.contains(lane.id))
            view.lanes.append(lane.id);
    }
    view.starred = filter.onlyStarred;
    view.text = filter.text;
    return view;
}

void SavedViewsButton::apply(SavedViewId id)
{
    const SavedView *view = findRecord<SavedView>(m_view.model().document()->contents(), id);
    if (!view)
        return;
    Figures::EventFilter filter;
    for (const QString &name : view->kinds) {
        if (const auto kind = fromString<EventKind>(name))
            filter.kinds.insert(*kind);
    }
    filter.lanes = QSet<LaneId>(view->lanes.begin(), view->lanes.end());
    filter.onlyStarred = view->starred;
    filter.text = view->text;
    const TimeSpan span{ view->start, view->end };
    m_view.model().setFilter(filter);
    m_view.viewport().jumpTo(Figures::TimeScale(span, m_view.viewport().scale().width()));
    m_view.limits().setSavedView(id);
    m_view.tracks().setFocus(Qt::OtherFocusReason);
}

void SavedViewsButton::keepPresent()
{
    const SavedView wanted = present();
    Q_EMIT nameRequested({}, [this, wanted](const QString &name) {
        if (name.trimmed().isEmpty())
            return;
        SavedView view = wanted;
        view.name = name;
        if (const auto saved = Editing::saveView(*m_view.model().document(), view); !saved)
            Q_EMIT refused(saved.error().toString());
    });
}

void SavedViewsButton::fill(QMenu &menu)
{
    connect(menu.addAction(tr("&Keep this view…")), &QAction::triggered, this,
            &SavedViewsButton::keepPresent);
    QList<SavedView> views = m_view.model().document()->contents().savedViews;
    if (views.isEmpty())
        return;
    std::stable_sort(views.begin(), views.end(), [](const SavedView &a, const SavedView &b) {
        return a.position < b.position;
    });
    menu.addSeparator();
    int number = 0;
    for (const SavedView &view : std::as_const(views)) {
        const SavedViewId id = view.id;
        QString text = plain(view.name);
        if (++number <= kMostDigits)
            text = u"&%1  %2"_s.arg(QString::number(number), text);
        connect(menu.addAction(text), &QAction::triggered, this, [this, id] { apply(id); });
    }
    menu.addSeparator();
    QMenu *changes = menu.addMenu(tr("&Change"));
    for (qsizetype i = 0; i < views.size(); ++i)
        fillChanges(*changes->addMenu(plain(views[i].name)), views[i], static_cast<int>(i));
}

void SavedViewsButton::fillChanges(QMenu &menu, const SavedView &view, int place)
{
    Editing::ReviewDocument *document = m_view.model().document();
    const SavedViewId id = view.id;
    connect(menu.addAction(tr("&Rename…")), &QAction::triggered, this,
            [this, document, id, name = view.name] {
                Q_EMIT nameRequested(name, [this, document, id](const QString &text) {
                    report(Editing::renameView(*document, id, text));
                });
            });
    connect(menu.addAction(tr("&Put the present view in its place")), &QAction::triggered, this,
            [this, document, id] { report(Editing::replaceView(*document, id, present())); });
    connect(menu.addAction(tr("&Up")), &QAction::triggered, this,
            [this, document, id, to = place - 1] { report(Editing::moveView(*document, id, to)); });
    connect(menu.addAction(tr("R&emove")), &QAction::triggered, this,
            [this, document, id] { report(Editing::removeView(*document, id)); });
}

} // namespace SecondStory::Ui
