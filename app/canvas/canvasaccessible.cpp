// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/canvasaccessible.h"

#include "canvas/canvasview.h"
#include "canvas/factorscene.h"
#include "canvas/influenceitem.h"
#include "figures/canvas/factorwords.h"

#include <QAccessibleWidget>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// One card, as far as a screen reader is concerned.
class FactorAccessible : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    FactorAccessible(CanvasView *view, FactorId id)
        : m_view(view)
        , m_id(id)
    {
    }

    [[nodiscard]] bool isValid() const override { return item() != nullptr; }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!isValid() || kind != QAccessible::Name)
            return {};
        int to = 0;
        int from = 0;
        for (const InfluenceItem *link : m_view->factorScene().influenceItems()) {
            to += link->influence().from == m_id ? 1 : 0;
            from += link->influence().to == m_id ? 1 : 0;
        }
        const QString relations =
            CanvasView::tr("contributes to %1, influenced by %2").arg(to).arg(from);
        return QString(Figures::describe(item()->factor(), item()->evidence()) + u", "_s
                       + relations);
    }

    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inView = m_view->mapFromScene(item()->card()).boundingRect();
        return { m_view->viewport()->mapToGlobal(inView.topLeft()), inView.size() };
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.selectable = true;
        state.multiSelectable = true;
        state.selected = item()->isSelected();
        state.focused = item()->isSelected() && m_view->hasFocus();
        state.offscreen = !m_view->viewport()->rect().intersects(
            m_view->mapFromScene(item()->card()).boundingRect());
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        return { setFocusAction(), pressAction() };
    }
    void doAction(const QString &action) override
    {
        if (!isValid())
            return;
        m_view->factorScene().selectFactor(m_id);
        m_view->reveal({ TargetKind::Factor, m_id.value });
        if (action == pressAction())
            m_view->editTitle(m_id);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] FactorItem *item() const
    {
        return m_view ? m_view->factorScene().factorItem(m_id) : nullptr;
    }

    QPointer<CanvasView> m_view;
    FactorId m_id;
};

/// The canvas with its cards as children, by level and from left to right.
class CanvasAccessible : public QAccessibleWidget {
public:
    explicit CanvasAccessible(CanvasView *view)
        : QAccessibleWidget(view, QAccessible::List, view->accessibleName())
        , m_view(view)
    {
    }
    ~CanvasAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override
    {
        return static_cast<int>(m_view->factorScene().readingOrder().size());
    }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        const QList<FactorId> order = m_view->factorScene().readingOrder();
        return index >= 0 && index < order.size() ? childFor(order[index]) : nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        const QList<FactorId> order = m_view->factorScene().readingOrder();
        for (int i = 0; i < order.size(); ++i) {
            if (childFor(order[i]) == child)
                return i;
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        const QList<FactorId> selected = m_view->factorScene().selectedFactors();
        return selected.isEmpty() ? nullptr : childFor(selected.last());
    }

private:
    [[nodiscard]] QAccessibleInterface *childFor(FactorId id) const
    {
        auto known = m_children.find(id);
        if (known == m_children.end()) {
            auto made = std::make_unique<FactorAccessible>(m_view, id);
            known = m_children.insert(id, QAccessible::registerAccessibleInterface(made.release()));
        }
        return QAccessible::accessibleInterface(*known);
    }

    CanvasView *m_view;
    mutable QHash<FactorId, QAccessible::Id> m_children;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<CanvasView *>(object);
    return view ? std::make_unique<CanvasAccessible>(view).release() : nullptr;
}

} // namespace

void installCanvasAccessibility()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

void announceCanvasFocus(CanvasView &view)
{
    if (!QAccessible::isActive())
        return;
    const QList<FactorId> selected = view.factorScene().selectedFactors();
    if (selected.isEmpty())
        return;
    QAccessibleEvent event(&view, QAccessible::Focus);
    event.setChild(static_cast<int>(view.factorScene().readingOrder().indexOf(selected.last())));
    QAccessible::updateAccessibility(&event);
}

} // namespace SecondStory::Ui
