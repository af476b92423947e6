// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/undatedtray.h"

#include "editing/eventedits.h"
#include "editing/reviewdocument.h"
#include "theme/theme.h"
#include "timeline/asserttimedialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace SecondStory::Ui {

UndatedTray::UndatedTray(TimelineModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_events(new EventTableModel(model, EventTableModel::Contents::UndatedOnly, this))
    , m_title(new QLabel(this))
    , m_list(new QListView(this))
    , m_assert(new QPushButton(tr("Assert a time…"), this))
    , m_place(new QPushButton(tr("Place at cursor"), this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_list->setModel(m_events);
    m_list->setModelColumn(EventTableModel::Title);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Undated events"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_place);
    head->addWidget(m_assert);
    m_place->hide();
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(Space::kPanel, Space::kSmall, Space::kPanel, Space::kSmall);
    box->setSpacing(Space::kSmall);
    box->addLayout(head);
    box->addWidget(m_list, 1);
    connect(m_assert, &QPushButton::clicked, this, &UndatedTray::ask);
    connect(m_place, &QPushButton::clicked, this, &UndatedTray::placeAtCursor);
    connect(&model, &TimelineModel::contentChanged, this, &UndatedTray::refresh);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &UndatedTray::refresh);
    refresh();
}

int UndatedTray::count() const
{
    return m_events->rowCount();
}

QList<EventId> UndatedTray::chosen() const
{
    QList<EventId> ids;
    for (const QModelIndex &index : m_list->selectionModel()->selectedIndexes())
        ids.append(EventId::fromString(index.data(EventTableModel::EventIdRole).toString()));
    return ids;
}

void UndatedTray::refresh()
{
    m_title->setText(
        count() == 0 ? tr("Every event has a time.")
                     : tr("%n event(s) need a time. Drag them onto the line, or say when it was.",
                          nullptr, count()));
    m_assert->setEnabled(m_model.document() && m_list->selectionModel()->hasSelection());
    m_place->setEnabled(m_assert->isEnabled());
    Q_EMIT countChanged(count());
}

bool UndatedTray::assertTime(const AssertedTime &time)
{
    const QList<EventId> ids = chosen();
    if (!m_model.document() || ids.isEmpty())
        return false;
    const auto done = Editing::setAssertedTime(*m_model.document(), ids, time);
    if (!done)
        Q_EMIT refused(done.error().toString());
    return done.has_value();
}

void UndatedTray::ask()
{
    const QList<EventId> ids = chosen();
    const auto event = ids.isEmpty() ? std::nullopt : m_model.document()->event(ids.first());
    if (!event)
        return;
    const auto span = m_model.index().span();
    const TimePoint reference =
        m_model.frame().began.value_or(span ? span->start : TimePoint::now());
    const QString title = ids.size() == 1
        ? event->displayTitle()
        : tr("%n event(s)", nullptr, static_cast<int>(ids.size()));
    AssertTimeDialog dialog({ m_model.clock(), reference, m_model.frame() }, title,
                            event->recorded.text.isEmpty() ? tr("no time") : event->recorded.text,
                            this);
    if (dialog.exec() == QDialog::Accepted && dialog.time())
        assertTime(*dialog.time());
}

void UndatedTray::setPlacer(std::function<std::optional<TimePoint>()> cursor)
{
    m_cursor = std::move(cursor);
    m_place->setVisible(m_cursor != nullptr);
}

void UndatedTray::placeAtCursor()
{
    const auto time = m_cursor ? m_cursor() : std::nullopt;
    if (!time) {
        Q_EMIT refused(tr("Click the timeline first: the event goes to its cursor"));
        return;
    }
    Q_EMIT placeRequested(chosen(), *time);
}

void UndatedTray::takeFocus()
{
    m_list->setFocus(Qt::OtherFocusReason);
    if (!m_list->selectionModel()->hasSelection() && count() > 0)
        m_list->setCurrentIndex(m_events->index(0, EventTableModel::Title));
}

} // namespace SecondStory::Ui
