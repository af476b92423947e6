// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/evidenceviewer.h"

#include "evidence/evidencewords.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// As many lines as stay quick in one document.
constexpr qsizetype kWindowLines = 5'000;

class NumberArea final : public QWidget {
public:
    explicit NumberArea(NumberedText *text)
        : QWidget(text)
        , m_text(text)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_text->paintNumbers(event, this); }

private:
    NumberedText *m_text;
};

} // namespace

NumberedText::NumberedText(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_numbers(new NumberArea(this))
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    // A record of JSON may be one line of thousands of characters.
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setUndoRedoEnabled(false);
    // Files dropped here are for the page around it.
    setAcceptDrops(false);
    setFont(fontAt(QFontDatabase::systemFont(QFontDatabase::FixedFont), 0.95));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::blockCountChanged, this,
            [this] { setViewportMargins(numbersWidth(), 0, 0, 0); });
}

void NumberedText::setFirstNumber(int number)
{
    m_firstNumber = number;
    setViewportMargins(numbersWidth(), 0, 0, 0);
    m_numbers->update();
}

int NumberedText::numbersWidth() const
{
    if (m_firstNumber == 0)
        return Space::kPanel;
    const QString last = QString::number(m_firstNumber + blockCount());
    return fontMetrics().horizontalAdvance(last) + 2 * Space::kPanel;
}

void NumberedText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect inner = contentsRect();
    m_numbers->setGeometry(inner.left(), inner.top(), numbersWidth(), inner.height());
    setViewportMargins(numbersWidth(), 0, 0, 0);
}

void NumberedText::paintNumbers(QPaintEvent *event, QWidget *area)
{
    if (area->width() != numbersWidth())
        area->resize(numbersWidth(), area->height());
    const Figures::Palette &colours = paletteFor(this);
    QPainter painter(area);
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    if (m_firstNumber == 0)
        return;
    painter.setFont(font());
    painter.setPen(colours.faint);
    QTextBlock block = firstVisibleBlock();
    while (block.isValid()) {
        const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > event->rect().bottom())
            break;
        const QRectF line(0, box.top(), area->width() - Space::kPanel, fontMetrics().height());
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(m_firstNumber + block.blockNumber()));
        block = block.next();
    }
}

EvidenceViewer::EvidenceViewer(QWidget *parent)
    : QWidget(parent)
    , m_text(new NumberedText(this))
{
    m_text->setAccessibleName(tr("Text of the source"));
    m_note = mutedLabel({}, 0.85, this);
    m_note->setWordWrap(true);
    m_bar = new QWidget(this);
    m_where = mutedLabel({}, 0.85, m_bar);
    m_previous = new QToolButton(m_bar);
    m_previous->setAutoRaise(true);
    m_previous->setIcon(icon(u"chevron-left"_s, this));
    m_previous->setToolTip(tr("Earlier lines"));
    m_previous->setAccessibleName(m_previous->toolTip());
    m_next = new QToolButton(m_bar);
    m_next->setAutoRaise(true);
    m_next->setIcon(icon(u"chevron-right"_s, this));
    m_next->setToolTip(tr("Later lines"));
    m_next->setAccessibleName(m_next->toolTip());
    auto *bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(0, 0, Space::kWide, 0);
    m_go = new LinkButton(tr("Show this line in the timeline"), m_bar);
    m_go->setFont(fontAt(font(), 0.85));
    m_anchor = new LinkButton(tr("It really was at another time…"), m_bar);
    m_anchor->setFont(fontAt(font(), 0.85));
    bar->addWidget(m_where);
    bar->addStretch();
    bar->addWidget(m_anchor);
    bar->addSpacing(Space::kSmall);
    bar->addWidget(m_go);
    bar->addWidget(m_previous);
    bar->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Space::kSmall, 0, 0);
    layout->setSpacing(Space::kTiny);
    layout->addWidget(m_note);
    layout->addWidget(m_bar);
    layout->addWidget(m_text, 1);
    connect(m_previous, &QToolButton::clicked, this,
            [this] { showWindow(std::max<qsizetype>(0, m_first - kWindowLines)); });
    connect(m_next, &QToolButton::clicked, this, [this] { showWindow(m_first + kWindowLines); });
    connect(m_go, &LinkButton::clicked, this, [this] { emit eventRequested(eventAtCursor()); });
    connect(m_anchor, &LinkButton::clicked, this,
            [this] { emit anchorRequested(eventAtCursor()); });
    connect(m_text, &QPlainTextEdit::cursorPositionChanged, this, &EvidenceViewer::updateLink);
    m_text->viewport()->installEventFilter(this);
    m_text->installEventFilter(this);
    clear();
}

EventId EvidenceViewer::eventAtCursor() const
{
    const int line = static_cast<int>(m_first) + m_text->textCursor().blockNumber() + 1;
    if (line == m_markedLine && !m_markedEvent.isNull())
        return m_markedEvent;
    // A record may go over several lines: it is the one that began last.
    const auto after = m_kept.events.upperBound(line);
    if (after == m_kept.events.cbegin())
        return {};
    return *std::prev(after);
}

void EvidenceViewer::updateLink()
{
    const bool isEvent = !eventAtCursor().isNull();
    m_go->setEnabled(isEvent);
    m_anchor->setEnabled(isEvent);
}

bool EvidenceViewer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text->viewport() && event->type() == QEvent::MouseButtonDblClick) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        m_text->setTextCursor(m_text->cursorForPosition(mouse->pos()));
        if (const EventId id = eventAtCursor(); !id.isNull()) {
            emit eventRequested(id);
            return true;
        }
    }
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool isReturn = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (const EventId id = isReturn ? eventAtCursor() : EventId(); !id.isNull()) {
            emit eventRequested(id);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void EvidenceViewer::placeEvents(const PlacedEvents &placed)
{
    if (placed.id != m_kept.id || m_kept.isRecords)
        return;
    m_kept.events.insert(placed.events);
    updateLink();
}

void EvidenceViewer::clear()
{
    setSource({});
}

void EvidenceViewer::setSource(const KeptSource &kept)
{
    m_kept = kept;
    m_markedLine = 0;
    m_markedCount = 0;
    m_markedEvent = {};
    QString note = kept.error;
    if (note.isEmpty() && kept.isRecords && !kept.isAround)
        note = kept.isCut
            ? tr("The file itself is not kept here (a folder, an archive or a large file). These "
                 "are the first records that were read from it.")
            : tr("The file itself is not kept here (a folder, an archive or a large file). These "
                 "are the records that were read from it.");
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    showWindow(0);
}

void EvidenceViewer::showWindow(qsizetype first)
{
    m_first = std::clamp<qsizetype>(first, 0, std::max<qsizetype>(0, m_kept.lines.size() - 1));
    m_text->setPlainText(m_kept.lines.mid(m_first, kWindowLines).join(u'\n'));
    m_text->setFirstNumber(m_kept.isRecords ? 0 : static_cast<int>(m_first) + 1);
    updateBar();
    updateLink();
    mark();
}

void EvidenceViewer::updateBar()
{
    const qsizetype last = std::min(m_first + kWindowLines, m_kept.lines.size());
    const bool isWindowed = m_kept.lines.size() > kWindowLines;
    m_bar->setVisible(!m_kept.lines.isEmpty());
    m_previous->setVisible(isWindowed);
    m_next->setVisible(isWindowed);
    const QLocale locale;
    m_where->setToolTip({});
    if (m_kept.isAround)
        m_where->setToolTip(tr("No line of a kept file is known for this record."));
    if (m_kept.isRecords)
        m_where->setText(m_kept.isAround ? tr("Records read before and after it")
                                         : tr("Records as they were read"));
    else
        m_where->setText(tr("Lines %1–%2 of %3")
                             .arg(locale.toString(m_first + 1), locale.toString(last),
                                  locale.toString(m_kept.lines.size())));
    m_previous->setEnabled(m_first > 0);
    m_next->setEnabled(last < m_kept.lines.size());
}

void EvidenceViewer::showEvent(const Event &event, const QString &zone)
{
    const QStringList record = recordLines(event, zone);
    if (m_kept.isRecords) {
        if (const int line = m_kept.recordLines.value(event.id); line > 0) {
            showLine(line, static_cast<int>(record.size()));
            return;
        }
    } else if (const int line = lineOfPlace(event.place); line > 0 && !m_kept.lines.isEmpty()) {
        showLine(line);
        m_markedEvent = event.id;
        findInLine(event.title);
        return;
    }
    KeptSource alone;
    alone.id = m_kept.id;
    alone.isRecords = true;
    alone.lines = record;
    alone.recordLines.insert(event.id, 1);
    alone.events.insert(1, event.id);
    setSource(alone);
    showLine(1, static_cast<int>(record.size()));
}

void EvidenceViewer::findInLine(const QString &words)
{
    // Of several records in one long line, the words tell where this one is.
    constexpr qsizetype kEnough = 40;
    QTextCursor cursor = m_text->textCursor();
    const auto at = cursor.block().text().indexOf(visibleText(words).left(kEnough));
    if (at > 0) {
        cursor.setPosition(cursor.block().position() + static_cast<int>(at));
        m_text->setTextCursor(cursor);
        m_text->ensureCursorVisible();
    }
    updateLink();
}

void EvidenceViewer::showLine(int line, int count)
{
    m_markedEvent = {};
    m_markedLine = std::clamp(line, 1, std::max(1, static_cast<int>(m_kept.lines.size())));
    m_markedCount = count;
    const qsizetype index = m_markedLine - 1;
    if (index < m_first || index >= m_first + kWindowLines)
        showWindow(std::max<qsizetype>(0, index - kWindowLines / 2));
    mark();
    const QTextBlock block =
        m_text->document()->findBlockByNumber(static_cast<int>(index - m_first));
    m_text->setTextCursor(QTextCursor(block));
    m_text->centerCursor();
}

void EvidenceViewer::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (int i = 0; i < m_markedCount; ++i) {
        const qsizetype number = m_markedLine - 1 + i - m_first;
        const QTextBlock block = m_text->document()->findBlockByNumber(static_cast<int>(number));
        if (number < 0 || !block.isValid())
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(block);
        selection.format.setBackground(paletteFor(this).selection);
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << selection;
    }
    m_text->setExtraSelections(marks);
}

QString EvidenceViewer::markedText() const
{
    return m_markedLine > 0 ? m_kept.lines.mid(m_markedLine - 1, m_markedCount).join(u'\n')
                            : QString();
}

} // namespace SecondStory::Ui
