// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window/headerbar.h"

#include "domain/labels.h"
#include "domain/zoneclock.h"
#include "theme/theme.h"
#include "theme/tooltip.h"
#include "theme/widgets.h"
#include "theme/zonecombo.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

HeaderBar::HeaderBar(QAction *undo, QAction *redo, QWidget *parent)
    : QWidget(parent)
    , m_library(new QToolButton)
    , m_arrow(mutedLabel(u"▸"_s))
    , m_title(plainLabel({}, 1.15, QFont::DemiBold))
    , m_status(new QComboBox)
    , m_zone(makeZoneCombo())
    , m_search(new QLineEdit)
{
    m_library->setText(tr("Library"));
    m_library->setIcon(icon(u"library"_s, this));
    m_library->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_library->setAutoRaise(true);
    m_library->setFocusPolicy(Qt::TabFocus);
    m_status->setAccessibleName(tr("Status of the review"));
    for (const auto &entry : EnumNames<ReviewStatus>::entries) {
        QString word = wordFor(entry.first);
        word[0] = word[0].toUpper();
        m_status->addItem(word, static_cast<int>(entry.first));
    }
    m_zone->setAccessibleName(tr("Time zone of the review"));
    m_zone->setMinimumContentsLength(18);
    m_search->setPlaceholderText(tr("Search or command (Ctrl+K)"));
    m_search->setAccessibleName(tr("Search all reviews"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * 34);
    m_search->addAction(icon(u"search"_s, this), QLineEdit::LeadingPosition);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::kSmall, Space::kTiny, Space::kSmall, Space::kTiny + 1);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(m_library);
    layout->addWidget(m_arrow);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_status);
    layout->addWidget(m_zone);
    layout->addWidget(m_search);
    for (QAction *action : { undo, redo }) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
    }
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    connect(m_library, &QToolButton::clicked, this, &HeaderBar::libraryRequested);
    connect(m_status, &QComboBox::activated, this, [this] {
        emit statusChosen(static_cast<ReviewStatus>(m_status->currentData().toInt()));
    });
    const auto chooseZone = [this] {
        if (ZoneClock::isKnownZone(m_zone->currentText()))
            emit zoneChosen(m_zone->currentText());
    };
    connect(m_zone, &QComboBox::activated, this, chooseZone);
    connect(m_zone->lineEdit(), &QLineEdit::editingFinished, this, chooseZone);
    connect(m_search, &QLineEdit::returnPressed, this,
            [this] { emit searchRequested(m_search->text()); });
    showLibrary({});
}

void HeaderBar::showLibrary(const QString &path)
{
    m_library->setToolTip(plainToolTip(path));
    for (QWidget *widget : std::initializer_list<QWidget *>{ m_arrow, m_status, m_zone })
        widget->hide();
    m_title->clear();
}

void HeaderBar::showReview(const Review &review)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{ m_arrow, m_status, m_zone })
        widget->show();
    m_title->setText(review.title);
    m_title->setToolTip(plainToolTip(review.title));
    m_status->setCurrentIndex(m_status->findData(static_cast<int>(review.status)));
    if (!m_zone->lineEdit()->hasFocus())
        m_zone->setCurrentText(review.zone.isEmpty() ? u"UTC"_s : review.zone);
}

void HeaderBar::paintEvent(QPaintEvent *)
{
    const Figures::Palette &p = paletteFor(this);
    QPainter painter(this);
    painter.fillRect(rect(), p.surface);
    painter.fillRect(0, height() - 1, width(), 1, p.line);
}

} // namespace SecondStory::Ui
