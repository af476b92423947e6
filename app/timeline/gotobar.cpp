// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/gotobar.h"

#include "figures/timeline/timeticks.h"
#include "theme/theme.h"
#include "theme/widgets.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

GoToBar::GoToBar(QWidget *parent)
    : QFrame(parent)
    , m_line(new QLineEdit(this))
    , m_preview(wrappedLabel(this))
    , m_caution(wrappedLabel(this))
{
    m_line->setPlaceholderText(tr("14:07, +5m, 2h before detected, 5m after the name of a mark"));
    m_line->setAccessibleName(tr("Go to time"));
    m_line->setMinimumHeight(Space::kTarget);
    m_line->installEventFilter(this);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(Space::kPanel, Space::kSmall, Space::kPanel, Space::kSmall);
    box->setSpacing(Space::kTiny);
    box->addWidget(m_line);
    box->addWidget(m_preview);
    box->addWidget(m_caution);
    connect(m_line, &QLineEdit::textChanged, this, &GoToBar::read);
    hide();
}

void GoToBar::open(const Analysis::GoToContext &context)
{
    m_context = context;
    m_line->clear();
    read();
    show();
    raise();
    m_line->setFocus(Qt::OtherFocusReason);
}

QString GoToBar::preview() const
{
    return m_caution->text().isEmpty() ? m_preview->text()
                                       : QString(m_preview->text() + u' ' + m_caution->text());
}

QString GoToBar::wordsFor(const Analysis::GoToReading &reading) const
{
    const ZoneClock &clock = m_context.clock;
    QString text = clock.dateText(reading.time) + u", "_s + clock.clockText(reading.time) + u' '
        + clock.offsetText(reading.time);
    const qint64 away = reading.time.us - m_context.reference.us;
    if (away > 0)
        text += u" · "_s + tr("%1 later").arg(Figures::durationText(away));
    else if (away < 0)
        text += u" · "_s + tr("%1 earlier").arg(Figures::durationText(-away));
    if (!reading.anchor.isEmpty())
        text += u" · "_s + tr("counted from %1").arg(reading.anchor);
    return text;
}

void GoToBar::read()
{
    const auto reading = m_line->text().trimmed().isEmpty()
        ? Result<Analysis::GoToReading>(Analysis::GoToReading{ m_context.reference, {}, {} })
        : Analysis::readTime(m_line->text(), m_context);
    m_preview->setText(reading ? wordsFor(*reading)
                               : QString(reading.error().toString() + u". "_s));
    m_caution->setText(reading ? reading->caution : QString());
    m_caution->setVisible(!m_caution->text().isEmpty());
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, paletteFor(this).muted);
    m_preview->setPalette(quiet);
    quiet.setColor(QPalette::WindowText, paletteFor(this).warning);
    m_caution->setPalette(quiet);
    m_line->setAccessibleDescription(preview());
    place();
}

void GoToBar::place()
{
    const int wide = std::min(parentWidget()->width() - 2 * Space::kSmall,
                              fontMetrics().averageCharWidth() * 64);
    layout()->invalidate();
    const int tall = std::max(heightForWidth(wide), minimumSizeHint().height());
    setGeometry((parentWidget()->width() - wide) / 2, Space::kSmall, wide, tall);
}

bool GoToBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            finish(key != Qt::Key_Escape);
            return true;
        }
    }
    if (watched == m_line && event->type() == QEvent::FocusOut && isVisible()) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            hide();
    }
    return QFrame::eventFilter(watched, event);
}

void GoToBar::finish(bool isKept)
{
    const QString text = m_line->text().trimmed();
    if (!isKept || text.isEmpty()) {
        hide();
        parentWidget()->setFocus();
        return;
    }
    const auto reading = Analysis::readTime(text, m_context);
    if (!reading) {
        // What is wrong stands below; what was typed stays to be mended.
        m_line->selectAll();
        return;
    }
    hide();
    parentWidget()->setFocus();
    Q_EMIT chosen(reading->time);
}

void GoToBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Figures::Palette &palette = paletteFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette.strongLine);
    painter.setBrush(palette.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace SecondStory::Ui
