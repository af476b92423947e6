// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window/navigationrail.h"

#include "canvas/eventdrop.h"
#include "theme/theme.h"

#include <QDragEnterEvent>
#include <QEvent>
#include <QPainter>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

bool belongsToReview(NavigationRail::Place place)
{
    return place >= NavigationRail::Place::Overview && place <= NavigationRail::Place::Report;
}

/// Events held over an entry so long lead there. Units: milliseconds.
constexpr int kHoldMs = 500;

bool takesEvents(NavigationRail::Place place)
{
    using Place = NavigationRail::Place;
    return place == Place::Timeline || place == Place::Factors || place == Place::Pressures;
}

/// A rail entry: flat, with a bar at its left and a quiet ground when it is where one is. Events
/// that are carried over it lead to its page, to be dropped there.
class RailButton final : public QToolButton {
public:
    explicit RailButton(QWidget *parent)
        : QToolButton(parent)
    {
        m_hold.setSingleShot(true);
        m_hold.setInterval(kHoldMs);
        connect(&m_hold, &QTimer::timeout, this, &QToolButton::click);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(fontAt(font(), 0.85));
        return { metrics.horizontalAdvance(text()) + 2 * Space::kSmall,
                 20 + metrics.height() + 2 * Space::kSmall + 2 };
    }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override
    {
        if (!event->mimeData()->hasFormat(kEventsMimeType))
            return;
        event->acceptProposedAction();
        m_hold.start();
    }
    void dragLeaveEvent(QDragLeaveEvent *) override { m_hold.stop(); }
    void dropEvent(QDropEvent *) override
    {
        // Let go too early: the page is shown, nothing is linked.
        m_hold.stop();
        click();
    }
    void paintEvent(QPaintEvent *) override
    {
        const Figures::Palette &p = paletteFor(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF ground = QRectF(rect()).adjusted(4, 1, -4, -1);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChecked() ? p.selection : Figures::blend(p.window, p.line, 0.5));
            painter.drawRoundedRect(ground, 4, 4);
        }
        if (isChecked()) {
            painter.setBrush(p.accent);
            painter.setPen(Qt::NoPen);
            painter.drawRoundedRect(QRectF(0, ground.top() + 6, 3, ground.height() - 12), 1.5, 1.5);
        }
        if (hasFocus()) {
            painter.setPen(QPen(p.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 4, 4);
        }
        const QFont small = fontAt(font(), 0.85, isChecked() ? QFont::DemiBold : QFont::Normal);
        const int textHeight = QFontMetrics(small).height();
        const QRect iconRect((width() - 20) / 2, (height() - 20 - textHeight - 2) / 2, 20, 20);
        icon().paint(&painter, iconRect, Qt::AlignCenter,
                     isEnabled() ? QIcon::Normal : QIcon::Disabled,
                     isChecked() ? QIcon::On : QIcon::Off);
        painter.setFont(small);
        painter.setPen(!isEnabled() ? p.faint : isChecked() ? p.text : p.muted);
        painter.drawText(QRect(0, iconRect.bottom() + 3, width(), textHeight), Qt::AlignCenter,
                         text());
    }

private:
    QTimer m_hold;
};

} // namespace

NavigationRail::NavigationRail(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_group(new QButtonGroup(this))
    , m_reviewPart(new QWidget(this))
    , m_reviewLayout(new QVBoxLayout(m_reviewPart))
{
    setAccessibleName(tr("Places"));
    m_layout->setContentsMargins(0, Space::kSmall, 0, Space::kSmall);
    m_layout->setSpacing(2);
    m_reviewLayout->setContentsMargins(0, Space::kSmall, 0, 0);
    m_reviewLayout->setSpacing(2);
    addPlace(Place::Reviews, u"library"_s);
    addPlace(Place::Recurring, u"pressures"_s);
    addPlace(Place::Search, u"search"_s);
    m_layout->addWidget(m_reviewPart);
    addPlace(Place::Overview, u"overview"_s);
    addPlace(Place::Evidence, u"evidence"_s);
    addPlace(Place::Timeline, u"timeline"_s);
    addPlace(Place::Moments, u"moments"_s);
    addPlace(Place::Factors, u"factors"_s);
    addPlace(Place::Pressures, u"kind-pressure"_s);
    addPlace(Place::Cast, u"cast"_s);
    addPlace(Place::Report, u"report"_s);
    m_layout->addStretch();
    addPlace(Place::Handbook, u"help"_s);
    connect(m_group, &QButtonGroup::idClicked, this,
            [this](int id) { emit placeRequested(static_cast<Place>(id)); });
    setReviewOpen(false);
}

QString NavigationRail::title(Place place)
{
    switch (place) {
    case Place::Reviews:
        return tr("Reviews");
    case Place::Recurring:
        return tr("Recurring");
    case Place::Search:
        return tr("Search");
    case Place::Overview:
        return tr("Overview");
    case Place::Evidence:
        return tr("Evidence");
    case Place::Timeline:
        return tr("Timeline");
    case Place::Moments:
        return tr("Moments");
    case Place::Factors:
        return tr("Factors");
    case Place::Pressures:
        return tr("Pressures");
    case Place::Cast:
        return tr("Cast");
    case Place::Report:
        return tr("Report");
    case Place::Handbook:
        return tr("Handbook");
    }
    return {};
}

void NavigationRail::addPlace(Place place, const QString &iconName)
{
    auto *button = new RailButton(this);
    button->setText(title(place));
    button->setAccessibleName(title(place));
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAcceptDrops(takesEvents(place));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_group->addButton(button, static_cast<int>(place));
    m_icons << std::pair{ place, iconName };
    button->setIcon(icon(iconName, this));
    (belongsToReview(place) ? m_reviewLayout : m_layout)->addWidget(button);
}

QToolButton *NavigationRail::button(Place place) const
{
    return qobject_cast<QToolButton *>(m_group->button(static_cast<int>(place)));
}

void NavigationRail::setCurrent(Place place)
{
    button(place)->setChecked(true);
}

void NavigationRail::setReviewOpen(bool isOpen)
{
    m_reviewPart->setVisible(isOpen);
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Figures::Palette &p = paletteFor(this);
    painter.setPen(QPen(p.line, 1));
    painter.drawLine(width() - 1, 0, width() - 1, height());
    if (m_reviewPart->isVisible()) {
        const int y = m_reviewPart->y() + Space::kTiny - 1;
        painter.drawLine(Space::kPanel, y, width() - Space::kPanel, y);
    }
}

void NavigationRail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        refreshIcons();
    QWidget::changeEvent(event);
}

void NavigationRail::refreshIcons()
{
    for (const auto &[place, name] : std::as_const(m_icons))
        button(place)->setIcon(icon(name, this));
}

} // namespace SecondStory::Ui
