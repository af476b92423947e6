// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/eventpicker.h"

#include "reporting/reportinput.h"
#include "store/library.h"
#include "store/searchrepository.h"
#include "theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kOffered = 40;
constexpr int kIdRole = Qt::UserRole;
constexpr int kTitleRole = Qt::UserRole + 1;

} // namespace

EventPicker::EventPicker(Editing::ReviewDocument &document, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_document(document)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setFrameShape(QFrame::StyledPanel);
    m_search->setPlaceholderText(tr("Words of the event"));
    m_search->setAccessibleName(tr("Find an event to link to"));
    m_search->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Events found"));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kSmall, Space::kSmall, Space::kSmall, Space::kSmall);
    layout->setSpacing(Space::kTiny);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(120);
    connect(&m_timer, &QTimer::timeout, this, &EventPicker::refresh);
    connect(m_search, &QLineEdit::textChanged, &m_timer, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &EventPicker::pickCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &EventPicker::pickCurrent);
    m_search->installEventFilter(this);
}

void EventPicker::openAt(QPoint globalPosition)
{
    m_search->clear();
    refresh();
    const int unit = fontMetrics().averageCharWidth();
    resize(unit * 76, fontMetrics().height() * 16);
    // Below its point, and yet on the screen as a whole.
    const QRect room = screen()->availableGeometry();
    move(
        std::clamp(globalPosition.x(), room.left(), std::max(room.left(), room.right() - width())),
        std::clamp(globalPosition.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    show();
    m_search->setFocus();
}

QList<Event> EventPicker::found() const
{
    const QString words = m_search->text().simplified();
    if (words.isEmpty()) {
        const auto selection = Reporting::selectEvents(m_document.events(), {}, kOffered);
        return m_document.eventsBySeq(
            selection.seqs.first(std::min<qsizetype>(selection.seqs.size(), kOffered)));
    }
    QList<Event> events;
    const auto hits = m_document.library().search().search(words, m_document.id(), kOffered * 2);
    for (const Store::SearchHit &hit : hits.value_or(QList<Store::SearchHit>())) {
        if (hit.target.kind != TargetKind::Event)
            continue;
        if (const auto event = m_document.event(EventId{ hit.target.id }))
            events.append(*event);
    }
    return events;
}

void EventPicker::offer(const Event &event)
{
    const auto start = event.effectiveStart();
    const QString time = start ? m_document.clock().isoText(*start) : tr("undated");
    auto *item = new QListWidgetItem(time + u"   "_s + event.displayTitle().simplified(), m_list);
    item->setData(kIdRole, event.id.value);
    item->setData(kTitleRole, event.displayTitle());
}

void EventPicker::refresh()
{
    m_list->clear();
    for (const Event &event : found())
        offer(event);
    if (m_list->count() > 0) {
        m_list->setCurrentRow(0);
        return;
    }
    auto *none = new QListWidgetItem(tr("No event has these words."), m_list);
    none->setFlags(Qt::NoItemFlags);
}

void EventPicker::pickCurrent()
{
    if (m_timer.isActive()) { // Return straight after typing means what is typed, not what was
                              // found before
        m_timer.stop();
        refresh();
    }
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || item->data(kIdRole).toUuid().isNull())
        return;
    const EventId id{ item->data(kIdRole).toUuid() };
    const QString title = item->data(kTitleRole).toString();
    hide();
    emit picked(id, title);
}

bool EventPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp
            || key == Qt::Key_PageDown) {
            QApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace SecondStory::Ui
