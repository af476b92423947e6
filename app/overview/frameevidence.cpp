// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "overview/frameevidence.h"

#include "editing/frameedits.h"
#include "editing/reviewdocument.h"
#include "evidence/evidencewords.h"
#include "theme/theme.h"
#include "theme/tooltip.h"
#include "theme/widgets.h"
#include "widgets/smallwidgets.h"

#include <QAction>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kMostShown = 3;

} // namespace

FrameEvidence::FrameEvidence(Editing::ReviewDocument &document, FramePoint point, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_point(point)
    , m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(0);
    connect(&document, &Editing::ReviewDocument::changed, this, &FrameEvidence::refresh);
    connect(&document, &Editing::ReviewDocument::eventsReloaded, this, [this] {
        m_shown.clear();
        refresh();
    });
    refresh();
}

void FrameEvidence::refresh()
{
    const ReviewContents &contents = m_document.contents();
    const TargetRef target = frameTarget(contents.review.id, m_point);
    QList<std::pair<EvidenceLinkId, EventId>> links;
    for (const EvidenceLink &link : contents.evidenceLinks) {
        if (link.target == target)
            links << std::pair{ link.id, link.eventId };
    }
    if (links == m_shown && m_lines->count() > 0)
        return;
    m_shown = links;
    m_count = static_cast<int>(links.size());
    clearLayout(m_lines);
    for (const auto &[link, event] : links.mid(0, kMostShown))
        add(link, event);
    if (links.size() > kMostShown) {
        QStringList more;
        for (const auto &[link, id] : links.mid(kMostShown, 20)) {
            if (const auto event = m_document.event(id))
                more << visibleText(event->displayTitle());
        }
        auto *label = mutedLabel(tr("and %1 more").arg(links.size() - kMostShown), 0.85, this);
        label->setToolTip(plainToolTip(more.join(u'\n')));
        m_lines->addWidget(label);
    }
    if (links.isEmpty())
        m_lines->addWidget(mutedLabel(tr("no evidence yet"), 0.85, this));
}

void FrameEvidence::add(EvidenceLinkId link, EventId id)
{
    const auto event = m_document.event(id);
    const QString title = event ? visibleText(event->displayTitle()) : tr("an event that is gone");
    auto *button = new LinkButton(title, this);
    button->setFont(fontAt(font(), 0.85));
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setToolTip(plainToolTip(title));
    button->setAccessibleName(tr("Evidence: %1").arg(title));
    connect(button, &LinkButton::clicked, this, [this, id] { emit eventRequested(id); });
    auto *back = new QAction(tr("Take back as evidence"), button);
    back->setShortcut(QKeySequence::Delete);
    back->setShortcutContext(Qt::WidgetShortcut);
    connect(back, &QAction::triggered, this, [this, link] {
        if (const auto done = Editing::unlinkFrameEvidence(m_document, link); !done)
            emit refused(done.error().toString());
    });
    button->QWidget::addAction(back);
    button->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_lines->addWidget(button);
}

} // namespace SecondStory::Ui
