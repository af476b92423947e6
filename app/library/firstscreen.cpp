// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/firstscreen.h"

#include "theme/theme.h"
#include "theme/widgets.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

/// One way in: an icon, a name and a sentence; the whole card is the button.
class FirstScreen::Card final : public QAbstractButton {
public:
    Card(const QString &iconName, const QString &title, const QString &sentence, QWidget *parent)
        : QAbstractButton(parent)
        , m_iconName(iconName)
        , m_sentence(sentence)
    {
        setText(title);
        setAccessibleName(title);
        setAccessibleDescription(sentence);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(font());
        return { metrics.averageCharWidth() * 34,
                 20 + metrics.height() * 5 + 2 * Space::kWide + Space::kSection };
    }
    void setProgress(int percent)
    {
        m_percent = percent;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Figures::Palette &p = paletteFor(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF card = QRectF(rect()).adjusted(1, 1, -1, -1);
        painter.setPen(QPen(hasFocus()         ? p.accent
                                : underMouse() ? p.strongLine
                                               : p.line,
                            hasFocus() ? 2 : 1));
        painter.setBrush(isDown() ? p.selection : p.surface);
        painter.drawRoundedRect(card, 6, 6);
        QRectF inner = card.adjusted(Space::kWide, Space::kWide, -Space::kWide, -Space::kWide);
        Ui::icon(m_iconName, this)
            .paint(&painter, QRectF(inner.topLeft(), QSizeF(20, 20)).toRect(), Qt::AlignCenter,
                   QIcon::Normal, QIcon::On);
        inner.setTop(inner.top() + 20 + Space::kSmall);
        painter.setFont(fontAt(font(), 1.15, QFont::DemiBold));
        painter.setPen(p.text);
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, text());
        inner.setTop(inner.top() + painter.fontMetrics().height() + Space::kTiny);
        painter.setFont(font());
        painter.setPen(p.muted);
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_sentence);
        if (m_percent >= 0) {
            QRectF bar(card.left() + 6, card.bottom() - 4, (card.width() - 12) * m_percent / 100.0,
                       3);
            painter.fillRect(bar, p.accent);
        }
    }

private:
    QString m_iconName;
    QString m_sentence;
    int m_percent = -1;
};

FirstScreen::FirstScreen(QWidget *parent)
    : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(3);
    auto *column = new QWidget(this);
    column->setMaximumWidth(fontMetrics().averageCharWidth() * 130);
    auto *layout = new QVBoxLayout(column);
    layout->setSpacing(Space::kSmall);
    layout->addSpacing(fontMetrics().height() * 7);
    layout->addWidget(
        plainLabel(tr("What made sense to the people who were there?"), 1.5, QFont::DemiBold));
    auto *lead = mutedLabel(tr("Second Story helps you turn the evidence of an incident into a "
                               "review that people learn from: a timeline, "
                               "the factors and pressures around the work, and a report. It works "
                               "offline, and the files are yours."));
    lead->setWordWrap(true);
    layout->addWidget(lead);
    layout->addSpacing(Space::kWide);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(Space::kWide);
    m_sample = new Card(u"sample"_s, tr("Look around in the sample"),
                        tr("A fictional ticket shop with two years of reviews, one of them worked "
                           "through to the end."),
                        this);
    auto *begin = new Card(u"new-review"_s, tr("Begin a review"),
                           tr("A title, a time zone and a few questions about how deep to go. You "
                              "can change all of it later."),
                           this);
    auto *evidence = new Card(u"import"_s, tr("Bring in evidence"),
                              tr("Chat exports, alert lists, deploy logs, call transcripts, notes: "
                                 "choose files, and a review begins around them."),
                              this);
    for (Card *card : { m_sample, begin, evidence })
        cards->addWidget(card);
    layout->addLayout(cards);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(column, 100);
    row->addStretch();
    outer->addLayout(row);
    outer->addStretch(4);
    connect(m_sample, &Card::clicked, this, &FirstScreen::sampleRequested);
    connect(begin, &Card::clicked, this, &FirstScreen::newReviewRequested);
    connect(evidence, &Card::clicked, this, &FirstScreen::evidenceRequested);
}

void FirstScreen::setSampleProgress(int percent)
{
    m_sample->setProgress(percent);
    m_sample->setEnabled(percent < 0);
}

/// Two lines over the same hours: the short one that is told first, and the one with the people in
/// it.
void FirstScreen::paintEvent(QPaintEvent *)
{
    const Figures::Palette &p = paletteFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect column = findChild<QWidget *>(QString(), Qt::FindDirectChildrenOnly)->geometry();
    const double top = column.top() + fontMetrics().height() * 2.0;
    const double left = column.left() + Space::kPanel;
    const double width = std::min<double>(column.width() - 2 * Space::kPanel,
                                          fontMetrics().averageCharWidth() * 100.0);
    painter.setPen(QPen(p.line, 1));
    painter.drawLine(QPointF(left, top), QPointF(left + width, top));
    for (const double at : { 0.12, 0.52, 0.9 }) {
        painter.setBrush(p.strongLine);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(QPointF(left + width * at, top), 4, 4);
    }
    const double lower = top + fontMetrics().height() * 2.6;
    painter.setPen(QPen(p.strongLine, 1));
    painter.drawLine(QPointF(left, lower), QPointF(left + width, lower));
    struct Mark {
        double at;
        int hue;
        double rise;
    };
    static constexpr Mark kMarks[] = { { 0.03, 2, 0 },  { 0.08, 0, -12 }, { 0.12, 0, 0 },
                                       { 0.17, 4, 10 }, { 0.24, 2, -8 },  { 0.3, 3, 0 },
                                       { 0.33, 0, 12 }, { 0.41, 1, -12 }, { 0.46, 2, 8 },
                                       { 0.52, 0, 0 },  { 0.57, 3, -10 }, { 0.63, 4, 0 },
                                       { 0.68, 2, 10 }, { 0.74, 1, 0 },   { 0.79, 0, -8 },
                                       { 0.84, 2, 6 },  { 0.9, 0, 0 },    { 0.96, 2, -6 } };
    QPainterPath thread(QPointF(left, lower));
    for (const Mark &mark : kMarks) {
        const QPointF to(left + width * mark.at, lower + mark.rise);
        const QPointF from = thread.currentPosition();
        thread.cubicTo(QPointF((from.x() + to.x()) / 2, from.y()),
                       QPointF((from.x() + to.x()) / 2, to.y()), to);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Figures::blend(p.window, p.accent, 0.55), 1.5));
    painter.drawPath(thread);
    painter.setPen(Qt::NoPen);
    for (const Mark &mark : kMarks) {
        painter.setBrush(p.category(mark.hue));
        painter.drawEllipse(QPointF(left + width * mark.at, lower + mark.rise), 3.5, 3.5);
    }
}

} // namespace SecondStory::Ui
