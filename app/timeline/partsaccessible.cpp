// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/partsaccessible.h"

#include <QWidget>

#include <memory>

namespace SecondStory::Ui {

namespace {

/// So many parts are kept for a screen reader that may come back to them.
constexpr qsizetype kMostKept = 2'000;

/// Stands for one part; everything it says its widget knows.
class PartInterface final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    PartInterface(const PartsAccessible &widget, PartsAccessible::Part part)
        : m_widget(const_cast<PartsAccessible &>(widget))
        , m_part(part)
    {
    }

    [[nodiscard]] PartsAccessible::Part part() const { return m_part; }
    [[nodiscard]] bool isValid() const override
    {
        return m_widget.isValid() && m_widget.holds(m_part);
    }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override { return m_widget.window(); }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        for (const PartsAccessible::Part each : m_widget.partsOf(m_part)) {
            if (auto *child = m_widget.interfaceOf(each); child->rect().contains(x, y))
                return child;
        }
        return nullptr;
    }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        const auto owner = m_widget.ownerOf(m_part);
        return owner ? m_widget.interfaceOf(*owner) : &m_widget;
    }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        const auto parts = m_widget.partsOf(m_part);
        return index >= 0 && index < parts.size() ? m_widget.interfaceOf(parts[index]) : nullptr;
    }
    [[nodiscard]] int childCount() const override
    {
        return static_cast<int>(m_widget.partsOf(m_part).size());
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto parts = m_widget.partsOf(m_part);
        for (int i = 0; i < parts.size(); ++i) {
            if (m_widget.interfaceOf(parts[i]) == child)
                return i;
        }
        return -1;
    }
    [[nodiscard]] QString text(QAccessible::Text text) const override
    {
        return m_widget.textOf(m_part, text);
    }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override
    {
        const QRect place = m_widget.rectOf(m_part);
        const auto *widget = qobject_cast<QWidget *>(m_widget.object());
        return place.isEmpty() || !widget
            ? QRect()
            : QRect(widget->mapToGlobal(place.topLeft()), place.size());
    }
    [[nodiscard]] QAccessible::Role role() const override { return m_widget.roleOf(m_part); }
    [[nodiscard]] QAccessible::State state() const override { return m_widget.stateOf(m_part); }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return m_widget.actionsOf(m_part); }
    [[nodiscard]] QString localizedActionName(const QString &name) const override
    {
        return m_widget.actionWords(name);
    }
    void doAction(const QString &name) override { m_widget.act(m_part, name); }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    PartsAccessible &m_widget;
    PartsAccessible::Part m_part;
};

} // namespace

PartsAccessible::PartsAccessible(QWidget *widget, QAccessible::Role role)
    : QAccessibleWidget(widget, role)
{
}

PartsAccessible::~PartsAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_ids))
        QAccessible::deleteAccessibleInterface(id);
}

QList<PartsAccessible::Part> PartsAccessible::partsOf(Part) const
{
    return {};
}

std::optional<PartsAccessible::Part> PartsAccessible::ownerOf(Part) const
{
    return {};
}

QAccessible::State PartsAccessible::stateOf(Part part) const
{
    QAccessible::State state;
    state.offscreen = rectOf(part).isEmpty();
    state.invisible = !widget()->isVisible();
    return state;
}

std::optional<PartsAccessible::Part> PartsAccessible::partAt(QPoint place) const
{
    for (const Part part : parts()) {
        if (rectOf(part).contains(place))
            return part;
    }
    return {};
}

QStringList PartsAccessible::actionsOf(Part) const
{
    return {};
}

void PartsAccessible::act(Part, const QString &)
{
}

QAccessibleInterface *PartsAccessible::interfaceOf(Part part) const
{
    if (const auto it = m_ids.constFind(part); it != m_ids.constEnd())
        return QAccessible::accessibleInterface(*it);
    // The cache of all interfaces owns it from here on; this only remembers which ones to give
    // back.
    auto made = std::make_unique<PartInterface>(*this, part);
    QAccessibleInterface *interface = made.release();
    m_ids.insert(part, QAccessible::registerAccessibleInterface(interface));
    return interface;
}

void PartsAccessible::forget()
{
    if (m_ids.size() <= kMostKept)
        return;
    for (auto it = m_ids.begin(); it != m_ids.end();) {
        if (holds(it.key())) {
            ++it;
            continue;
        }
        QAccessible::deleteAccessibleInterface(*it);
        it = m_ids.erase(it);
    }
}

bool PartsAccessible::isValid() const
{
    return QAccessibleWidget::isValid() && widget();
}

int PartsAccessible::childCount() const
{
    return static_cast<int>(parts().size()) + QAccessibleWidget::childCount();
}

QAccessibleInterface *PartsAccessible::child(int index) const
{
    const QList<Part> all = parts();
    if (index >= 0 && index < all.size())
        return interfaceOf(all[index]);
    return QAccessibleWidget::child(index - static_cast<int>(all.size()));
}

int PartsAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const QList<Part> all = parts();
    for (int i = 0; i < all.size(); ++i) {
        if (interfaceOf(all[i]) == child)
            return i;
    }
    const int widgets = QAccessibleWidget::indexOfChild(child);
    return widgets < 0 ? -1 : widgets + static_cast<int>(all.size());
}

QAccessibleInterface *PartsAccessible::childAt(int x, int y) const
{
    const QPoint place = widget()->mapFromGlobal(QPoint(x, y));
    if (!widget()->rect().contains(place))
        return nullptr;
    if (QWidget *inside = widget()->childAt(place))
        return QAccessible::queryAccessibleInterface(inside);
    const auto part = partAt(place);
    return part ? interfaceOf(*part) : nullptr;
}

QAccessibleInterface *PartsAccessible::focusChild() const
{
    if (const auto part = widget()->hasFocus() ? focusPart() : std::nullopt)
        return interfaceOf(*part);
    return QAccessibleWidget::focusChild();
}

} // namespace SecondStory::Ui
