// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inspector/eventmoments.h"

#include "evidence/evidencewords.h"
#include "theme/theme.h"
#include "theme/tooltip.h"
#include "theme/widgets.h"
#include "widgets/smallwidgets.h"

#include <QBoxLayout>

namespace SecondStory::Ui {

EventMoments::EventMoments(QWidget *parent)
    : QWidget(parent)
    , m_list(new QVBoxLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(hairline(this));
    auto *title = mutedLabel(tr("In the moments"), 0.85, this);
    QFont face = title->font();
    face.setWeight(QFont::DemiBold);
    title->setFont(face);
    layout->addWidget(title);
    m_list->setSpacing(0);
    layout->addLayout(m_list);
    hide();
}

void EventMoments::showMomentsOf(const ReviewContents &contents, EventId event)
{
    clearLayout(m_list);
    for (const Moment &moment : contents.moments) {
        if (!moment.events.contains(event))
            continue;
        const QString title = visibleText(moment.title);
        auto *button = new LinkButton(title, this);
        button->setToolTip(plainToolTip(title));
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(button, &LinkButton::clicked, this, [this, id = moment.id] {
            emit targetRequested({ TargetKind::Moment, id.value });
        });
        m_list->addWidget(button);
    }
    setVisible(m_list->count() > 0);
}

} // namespace SecondStory::Ui
