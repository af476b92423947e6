// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/framemenu.h"

#include "editing/frameedits.h"
#include "editing/reviewdocument.h"

#include <QCoreApplication>
#include <QMenu>
#include <QPointer>

namespace SecondStory::Ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FrameMenu", text);
}

} // namespace

QString framePointName(FramePoint point)
{
    switch (point) {
    case FramePoint::Began:
        return tr("Its beginning");
    case FramePoint::Detected:
        return tr("Its detection");
    case FramePoint::Declared:
        return tr("Its declaration");
    case FramePoint::Mitigated:
        return tr("Its mitigation");
    case FramePoint::Resolved:
        return tr("Its resolution");
    }
    return {};
}

QString frameSentence(FramePoint point)
{
    switch (point) {
    case FramePoint::Began:
        return tr("This is when it began");
    case FramePoint::Detected:
        return tr("This is when it was detected");
    case FramePoint::Declared:
        return tr("This is when it was declared");
    case FramePoint::Mitigated:
        return tr("This is when it was mitigated");
    case FramePoint::Resolved:
        return tr("This is when it was resolved");
    }
    return {};
}

void addFrameMenus(QMenu &menu, Editing::ReviewDocument &document, const QList<EventId> &events,
                   const std::function<void(const QString &)> &refused)
{
    const auto tell = [refused](const Result<void> &done) {
        if (!done)
            refused(done.error().toString());
    };
    if (events.size() == 1) {
        QMenu *when = menu.addMenu(tr("When in the incident"));
        for (const FrameField &field : kFrameFields) {
            QAction *action = when->addAction(frameSentence(field.point));
            QObject::connect(action, &QAction::triggered, &document,
                             [&document, tell, event = events.first(), point = field.point] {
                                 tell(Editing::frameFromEvent(document, point, event));
                             });
        }
    }
    QMenu *evidence = menu.addMenu(tr("Take as evidence for"));
    for (const FrameField &field : kFrameFields) {
        QAction *action = evidence->addAction(framePointName(field.point));
        QObject::connect(action, &QAction::triggered, &document,
                         [&document, tell, events, point = field.point] {
                             tell(Editing::linkFrameEvidence(document, point, events));
                         });
    }
}

} // namespace SecondStory::Ui
