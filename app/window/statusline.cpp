// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window/statusline.h"

#include "theme/theme.h"
#include "theme/tooltip.h"
#include "theme/widgets.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kMessageMs = 8'000;

/// A phrase that leads somewhere: underlined when pointed at.
class PhraseButton final : public QToolButton {
public:
    explicit PhraseButton(const StatusLine::Phrase &phrase)
        : m_needsDecision(phrase.needsDecision)
    {
        setText(phrase.text);
        setFont(fontAt(font(), 0.85));
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
        setAccessibleName(phrase.text);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override
    {
        return { fontMetrics().horizontalAdvance(text()) + 2 * Space::kTiny,
                 std::max(fontMetrics().height() + 2, Space::kTarget) };
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Figures::Palette &p = paletteFor(this);
        QPainter painter(this);
        QFont drawn = font();
        drawn.setUnderline(underMouse() || hasFocus());
        painter.setFont(drawn);
        painter.setPen(m_needsDecision ? p.warning : p.accent);
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    bool m_needsDecision;
};

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_phrases(new QHBoxLayout)
    , m_message(plainLabel({}, 0.85))
    , m_fade(new QTimer(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::kPanel, 1, Space::kPanel, 0);
    layout->addLayout(m_phrases);
    layout->addStretch(1);
    layout->addWidget(m_message, 2, Qt::AlignRight);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_message->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_phrases->setSpacing(Space::kTiny);
    m_fade->setSingleShot(true);
    m_fade->setInterval(kMessageMs);
    connect(m_fade, &QTimer::timeout, m_message, &QLabel::clear);
    setMinimumHeight(Space::kTarget + 2);
}

void StatusLine::setPhrases(const QList<Phrase> &phrases)
{
    while (QLayoutItem *item = m_phrases->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        const std::unique_ptr<QLayoutItem> owned(item);
    }
    for (qsizetype i = 0; i < phrases.size(); ++i) {
        if (i > 0)
            m_phrases->addWidget(mutedLabel(u"·"_s, 0.85));
        if (!phrases[i].go) {
            m_phrases->addWidget(mutedLabel(phrases[i].text, 0.85));
            continue;
        }
        auto *button = new PhraseButton(phrases[i]);
        connect(button, &QToolButton::clicked, this, [go = phrases[i].go] { go(); });
        m_phrases->addWidget(button);
    }
}

void StatusLine::say(const QString &message, bool isError)
{
    m_message->setText(message);
    m_message->setToolTip(plainToolTip(message));
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, isError ? paletteFor(this).warning : paletteFor(this).muted);
    m_message->setPalette(ink);
    if (isError)
        m_fade->stop();
    else
        m_fade->start();
}

QString StatusLine::message() const
{
    return m_message->text();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    const Figures::Palette &p = paletteFor(this);
    QPainter painter(this);
    painter.fillRect(rect(), p.window);
    painter.fillRect(0, 0, width(), 1, p.line);
}

} // namespace SecondStory::Ui
