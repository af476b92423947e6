// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/partsaccessible.h"
#include "timeline/timelineminimap.h"
#include "timeline/timelineruler.h"

namespace SecondStory::Ui {

/// The ruler for screen readers; a part is one of TimelineModel::instants().
class RulerAccessible final : public PartsAccessible {
public:
    explicit RulerAccessible(TimelineRuler &ruler);

    [[nodiscard]] QList<Part> parts() const override;
    [[nodiscard]] bool holds(Part part) const override;
    [[nodiscard]] QAccessible::Role roleOf(Part part) const override;
    [[nodiscard]] QString textOf(Part part, QAccessible::Text text) const override;
    [[nodiscard]] QRect rectOf(Part part) const override;
    [[nodiscard]] QStringList actionsOf(Part part) const override;
    [[nodiscard]] QString actionWords(const QString &name) const override;
    void act(Part part, const QString &name) override;

private:
    TimelineRuler &m_ruler;
};

/// The strip of the whole time for screen readers: a slider whose value is the middle of the view
/// in thousandths, and in words what part is shown.
class MinimapAccessible final : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit MinimapAccessible(TimelineMinimap &minimap);

    [[nodiscard]] QString text(QAccessible::Text text) const override;
    [[nodiscard]] void *interface_cast(QAccessible::InterfaceType type) override;
    [[nodiscard]] QVariant currentValue() const override;
    void setCurrentValue(const QVariant &value) override;
    [[nodiscard]] QVariant maximumValue() const override { return 1000; }
    [[nodiscard]] QVariant minimumValue() const override { return 0; }
    [[nodiscard]] QVariant minimumStepSize() const override { return 1; }

private:
    TimelineMinimap &m_minimap;
};

} // namespace SecondStory::Ui
