// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessibleWidget>
#include <QHash>
#include <QList>

#include <optional>

namespace SecondStory::Ui {

/// A widget that paints its parts itself, seen by a screen reader as a tree of them. A part is a
/// number that the derived class gives a meaning.
class PartsAccessible : public QAccessibleWidget {
public:
    using Part = qint64;

    PartsAccessible(QWidget *widget, QAccessible::Role role);

    /// The parts at the top, in order.
    [[nodiscard]] virtual QList<Part> parts() const = 0;
    [[nodiscard]] virtual QList<Part> partsOf(Part part) const;
    /// The part that holds `part`; nothing for one at the top.
    [[nodiscard]] virtual std::optional<Part> ownerOf(Part part) const;
    [[nodiscard]] virtual bool holds(Part part) const = 0;
    [[nodiscard]] virtual QAccessible::Role roleOf(Part part) const = 0;
    [[nodiscard]] virtual QString textOf(Part part, QAccessible::Text text) const = 0;
    /// In coordinates of the widget; empty when it is out of view.
    [[nodiscard]] virtual QRect rectOf(Part part) const = 0;
    [[nodiscard]] virtual QAccessible::State stateOf(Part part) const;
    [[nodiscard]] virtual std::optional<Part> partAt(QPoint place) const;
    [[nodiscard]] virtual std::optional<Part> focusPart() const { return {}; }
    /// Names of what can be done with a part, the usual thing first, and their words.
    [[nodiscard]] virtual QStringList actionsOf(Part part) const;
    [[nodiscard]] virtual QString actionWords(const QString &name) const { return name; }
    virtual void act(Part part, const QString &name);

    /// What stands for a part; belongs to this.
    [[nodiscard]] QAccessibleInterface *interfaceOf(Part part) const;
    /// Forgets parts that are not shown any more, where there are many.
    void forget();

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;

protected:
    ~PartsAccessible() override;

private:
    mutable QHash<Part, QAccessible::Id> m_ids;
};

} // namespace SecondStory::Ui
