// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/widgets.h"

#include "theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>

namespace SecondStory::Ui {

namespace {

/// Follows the theme, which a palette set once would not.
class MutedLabel final : public QLabel {
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        const QColor ink = paletteFor(this).muted;
        if (palette().color(foregroundRole()) != ink) {
            QPalette quiet = palette();
            quiet.setColor(QPalette::WindowText, ink);
            setPalette(quiet);
        }
        QLabel::paintEvent(event);
    }
};

class Hairline final : public QFrame {
public:
    explicit Hairline(QWidget *parent)
        : QFrame(parent)
    {
        setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), paletteFor(this).line);
    }
};

void setUp(QLabel *label, const QString &text, double scale, QFont::Weight weight)
{
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setFont(fontAt(label->font(), scale, weight));
}

} // namespace

QLabel *plainLabel(const QString &text, double scale, QFont::Weight weight, QWidget *parent)
{
    auto *label = new QLabel(parent);
    setUp(label, text, scale, weight);
    return label;
}

QLabel *wrappedLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel *mutedLabel(const QString &text, double scale, QWidget *parent)
{
    auto *label = new MutedLabel(parent);
    setUp(label, text, scale, QFont::Normal);
    return label;
}

void makeQuiet(QTableView *table)
{
    const int rowHeight = std::max(Space::kRow, table->fontMetrics().height() + Space::kSmall + 2);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->verticalHeader()->setMinimumSectionSize(rowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setFont(fontAt(table->font(), 0.85));
    table->horizontalHeader()->setFixedHeight(rowHeight);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
}

QFrame *hairline(QWidget *parent)
{
    return new Hairline(parent);
}

void makePrimary(QPushButton *button)
{
    button->setDefault(true);
    button->setProperty("primary", true);
}

} // namespace SecondStory::Ui
