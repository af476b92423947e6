// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/laneheaders.h"
#include "timeline/partsaccessible.h"

namespace SecondStory::Ui {

/// The names of the lanes for screen readers; a part is a row of the drawing.
class HeadersAccessible final : public PartsAccessible {
public:
    explicit HeadersAccessible(LaneHeaders &headers);

    [[nodiscard]] QList<Part> parts() const override;
    [[nodiscard]] bool holds(Part part) const override;
    [[nodiscard]] QAccessible::Role roleOf(Part part) const override;
    [[nodiscard]] QString textOf(Part part, QAccessible::Text text) const override;
    [[nodiscard]] QRect rectOf(Part part) const override;
    [[nodiscard]] QAccessible::State stateOf(Part part) const override;
    [[nodiscard]] QStringList actionsOf(Part part) const override;
    [[nodiscard]] QString actionWords(const QString &name) const override;
    void act(Part part, const QString &name) override;

private:
    [[nodiscard]] TimelineTracks *tracks() const;

    LaneHeaders &m_headers;
};

} // namespace SecondStory::Ui
