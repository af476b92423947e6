// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/statedplace.h"

#include "editing/frameedits.h"
#include "editing/reviewdocument.h"
#include "reports/eventpicker.h"

namespace SecondStory::Ui {

StatedPlace::StatedPlace(Editing::ReviewDocument &document, QWidget *parent)
    : QObject(parent)
    , m_document(document)
{
}

void StatedPlace::ask(StatedDurationId stated, QPoint globalPlace)
{
    m_stated = stated;
    if (!m_picker) {
        m_picker = new EventPicker(m_document, qobject_cast<QWidget *>(parent()));
        connect(m_picker, &EventPicker::picked, this, &StatedPlace::take);
    }
    m_picker->openAt(globalPlace);
}

void StatedPlace::take(EventId event)
{
    const auto *known = findRecord<StatedDuration>(m_document.contents(), m_stated);
    if (!known)
        return;
    StatedDuration after = *known;
    after.eventId = event;
    if (const auto done = Editing::editStatedDuration(m_document, after); !done)
        emit refused(done.error().toString());
}

} // namespace SecondStory::Ui
