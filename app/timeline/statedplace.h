// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"

#include <QObject>
#include <QPoint>

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class EventPicker;

/// Asks in which event a stated duration is said, and keeps that with it.
class StatedPlace : public QObject {
    Q_OBJECT
public:
    StatedPlace(Editing::ReviewDocument &document, QWidget *parent);

    /// Opens the search for the event at a place of the screen.
    void ask(StatedDurationId stated, QPoint globalPlace);
    [[nodiscard]] EventPicker *picker() const { return m_picker; }

Q_SIGNALS:
    void refused(const QString &why);

private:
    void take(EventId event);

    Editing::ReviewDocument &m_document;
    EventPicker *m_picker = nullptr; ///< made when first asked
    StatedDurationId m_stated;
};

} // namespace SecondStory::Ui
