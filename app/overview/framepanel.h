// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "domain/zoneclock.h"
#include "editing/reviewedits.h"

#include <QWidget>

class QLineEdit;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

/// The instants that frame the incident, each a line one types into: "2026-03-12 14:02", "14:02",
/// or nothing. Below each stand the events it rests on, and below all what was said of how long it
/// took.
class FramePanel : public QWidget {
    Q_OBJECT
public:
    explicit FramePanel(Editing::ReviewDocument &document, QWidget *parent = nullptr);

Q_SIGNALS:
    void refused(const QString &why);
    /// An event the frame rests on was clicked.
    void eventRequested(SecondStory::EventId event);

private:
    void refresh();
    void take(FramePoint point);

    Editing::ReviewDocument &m_document;
    QList<std::pair<FramePoint, QLineEdit *>> m_lines;
};

/// Reads "2026-03-12 14:02[:35]" in the zone, or "14:02[:35]" on the day of `near`; nothing when it
/// is neither.
[[nodiscard]] std::optional<TimePoint> parseLocalTime(const QString &text, const ZoneClock &clock,
                                                      std::optional<TimePoint> near);

} // namespace SecondStory::Ui
