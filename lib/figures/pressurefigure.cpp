// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/pressurefigure.h"

#include "analysis/recurrencesentences.h"
#include "figures/pressuremarks.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Figures {

namespace {

constexpr double kSmallScale = 0.85;
constexpr double kGap = 16;
constexpr double kRowPadding = 11; ///< above and below the text together
constexpr double kUsualRow = 28;
constexpr double kNarrow = 620; ///< below: no polarity column
constexpr double kVeryNarrow = 460; ///< below: no phases either

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("PressureFigure", text, nullptr, n);
}

/// In pixels, so that a scaled painter scales text and lines alike, on screen and on paper.
QFont pixelFont(const QFont &base, double scale)
{
    QFont font = base;
    font.setPixelSize(std::max(1, qRound(QFontInfo(base).pixelSize() * scale)));
    return font;
}

QString hinderedText()
{
    return tr(QT_TRANSLATE_NOOP("PressureFigure", "Hindered"));
}

QString helpedText()
{
    return tr(QT_TRANSLATE_NOOP("PressureFigure", "Helped"));
}

QString countText(const Analysis::CodeRecurrence &code)
{
    return tr(QT_TRANSLATE_NOOP("PressureFigure", "%1 of %2")).arg(code.k).arg(code.n);
}

double axisEndFor(double highest)
{
    for (const double end : { 0.25, 0.5, 0.75 }) {
        if (highest <= end)
            return end;
    }
    return 1;
}

/// Crisp hairlines: on the middle of a pixel.
double crisp(double value)
{
    return std::floor(value) + 0.5;
}

} // namespace

PressureFigure::PressureFigure(const Analysis::RecurrenceTable &table, Options options)
    : m_table(table)
    , m_options(std::move(options))
    , m_font(pixelFont(m_options.font, 1))
    , m_smallFont(pixelFont(m_options.font, kSmallScale))
    , m_rows(pressureRows(m_table, m_options.sort, m_options.filter, m_options.maxRows))
{
    measure();
}

void PressureFigure::measure()
{
    const QFontMetricsF metrics(m_font);
    const QFontMetricsF small(m_smallFont);
    m_rowHeight = std::ceil(metrics.height() + kRowPadding);
    m_lineHeight = std::ceil(small.height());
    double highest = 0;
    // Over the whole table, not over what is shown: filtering does not move the columns.
    for (const Analysis::CodeRecurrence &code : std::as_const(m_table.codes)) {
        if (!code.name.isEmpty())
            m_keyWidth = std::max(m_keyWidth,
                                  std::min(small.horizontalAdvance(code.key.simplified()),
                                           8 * metrics.averageCharWidth()));
        m_countWidth = std::max(m_countWidth, small.horizontalAdvance(countText(code)));
        highest = std::max(highest, code.interval.high);
        m_mostPhases = std::max(m_mostPhases, code.before + code.during + code.after);
    }
    m_numberWidth = small.horizontalAdvance(u"000"_s);
    m_axisEnd = axisEndFor(highest);
    m_widestMark = std::max(0.1, highest / m_axisEnd);
    QFont heading = m_smallFont;
    heading.setWeight(QFont::DemiBold);
    const QFontMetricsF bold(heading);
    const double words =
        std::max(bold.horizontalAdvance(hinderedText()), bold.horizontalAdvance(helpedText()));
    m_polarityStep = std::ceil(std::max(words, m_numberWidth + m_lineHeight + 4) + 12);
}

double PressureFigure::headerHeight() const
{
    return m_options.parts.testFlag(Part::Header) ? std::ceil(2.35 * m_lineHeight + 8) : 0;
}

double PressureFigure::sentenceHeight(double width) const
{
    if (!m_options.parts.testFlag(Part::Sentence))
        return 0;
    const QRectF bounds =
        QFontMetricsF(m_smallFont)
            .boundingRect(QRectF(0, 0, width, 10000), Qt::TextWordWrap, sentence());
    return std::ceil(bounds.height()) + 20;
}

QSizeF PressureFigure::preferredSize(double width) const
{
    const double rows =
        m_options.parts.testFlag(Part::Rows) ? double(m_rows.size()) * m_rowHeight : 0;
    return { width, headerHeight() + rows + sentenceHeight(width) };
}

PressureFigure::Columns PressureFigure::columnsIn(const QRectF &rect) const
{
    Columns columns;
    columns.keyLeft = rect.left() + 8;
    columns.nameLeft = columns.keyLeft + (m_keyWidth > 0 ? m_keyWidth + 10 : 0);
    double right = rect.right() - 8;
    const double type = m_rowHeight / kUsualRow; // large type needs room as well
    columns.phasesRight = columns.phasesLeft = columns.polarityRight = columns.polarityLeft = right;
    if (rect.width() >= kVeryNarrow * type) {
        columns.phasesLeft = right - std::clamp(rect.width() * 0.2, 100.0, 300.0);
        right = columns.phasesLeft - 1.5 * kGap;
    }
    if (rect.width() >= kNarrow * type) {
        columns.polarityRight = right;
        columns.polarityLeft = right - 2 * m_polarityStep;
        right = columns.polarityLeft - 1.5 * kGap;
    }
    const double nameRoom = std::min(0.52 * (right - columns.nameLeft),
                                     26 * QFontMetricsF(m_font).averageCharWidth() * 1.6);
    columns.nameRight = columns.nameLeft + nameRoom;
    columns.axisLeft = columns.nameRight + kGap;
    // As long as the longest interval and the label behind it allow.
    const double room = (right - columns.axisLeft - m_countWidth - 12) / m_widestMark;
    columns.axisRight =
        columns.axisLeft + std::max(20.0, std::min(room, right - columns.axisLeft - 14));
    return columns;
}

void PressureFigure::paint(QPainter &painter, const QRectF &rect) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Columns columns = columnsIn(rect);
    double top = rect.top();
    if (m_options.parts.testFlag(Part::Header)) {
        paintHeader(painter, QRectF(rect.left(), top, rect.width(), headerHeight()), columns);
        top += headerHeight();
    }
    if (m_options.parts.testFlag(Part::Rows)) {
        const QRectF rows(rect.left(), top, rect.width(), double(m_rows.size()) * m_rowHeight);
        // Only what can be seen: a long list scrolls as smoothly as a short one.
        const QRectF visible = painter.hasClipping() ? painter.clipBoundingRect() : rows;
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            const QRectF row(rect.left(), top + double(i) * m_rowHeight, rect.width(), m_rowHeight);
            if (row.intersects(visible))
                paintRow(painter, row, columns, m_rows[i]);
        }
        top = rows.bottom();
    }
    if (m_options.parts.testFlag(Part::Sentence)) {
        painter.setFont(m_smallFont);
        painter.setPen(m_options.palette->muted);
        painter.drawText(
            QRectF(rect.left() + 8, top + 12, rect.width() - 16, sentenceHeight(rect.width())),
            Qt::TextWordWrap, sentence());
    }
    painter.restore();
}

void PressureFigure::paintHeader(QPainter &painter, const QRectF &rect,
                                 const Columns &columns) const
{
    const Palette &palette = *m_options.palette;
    QFont heading = m_smallFont;
    heading.setWeight(QFont::DemiBold);
    const QRectF line(rect.left(), rect.top() + 2, rect.width(), m_lineHeight);
    const auto write = [&](double left, double right, const QString &text) {
        const QRectF box(left, line.top(), right - left, line.height());
        painter.drawText(box, Qt::AlignVCenter,
                         QFontMetricsF(heading).elidedText(text, Qt::ElideRight, box.width()));
    };
    painter.setFont(heading);
    painter.setPen(palette.muted);
    const double shareRight = std::min(columns.polarityLeft, columns.phasesLeft) - kGap;
    write(columns.keyLeft, columns.nameRight, tr(QT_TRANSLATE_NOOP("PressureFigure", "Pressure")));
    write(columns.axisLeft, shareRight,
          tr(QT_TRANSLATE_NOOP("PressureFigure", "Share of reviews, with 95 % interval")));
    if (columns.polarityRight > columns.polarityLeft) {
        const double helped = columns.polarityLeft + m_polarityStep;
        write(columns.polarityLeft, helped - 4, hinderedText());
        write(helped, columns.polarityRight, helpedText());
    }
    if (columns.phasesRight > columns.phasesLeft)
        paintPhaseKey(painter,
                      QRectF(columns.phasesLeft, line.top(),
                             columns.phasesRight - columns.phasesLeft, line.height()),
                      palette);
    painter.setFont(m_smallFont);
    painter.setPen(palette.muted);
    const double labelTop = rect.bottom() - m_lineHeight - 5;
    const int steps = qRound(m_axisEnd * 4);
    const double labelRoom = QFontMetricsF(m_smallFont).horizontalAdvance(u"100 %  "_s);
    const bool isDense = (columns.axisRight - columns.axisLeft) / steps < labelRoom;
    for (int step = 0; step <= steps; step += isDense ? steps : 1) {
        const double x = columns.axisLeft + (columns.axisRight - columns.axisLeft) * step / steps;
        painter.drawText(QRectF(x - 30, labelTop, 60, m_lineHeight), Qt::AlignCenter,
                         Analysis::percentText(step * 0.25));
    }
    painter.setPen(QPen(palette.strongLine, 1));
    painter.drawLine(QPointF(rect.left(), crisp(rect.bottom() - 1)),
                     QPointF(rect.right(), crisp(rect.bottom() - 1)));
}

void PressureFigure::paintGrid(QPainter &painter, const QRectF &row, const Columns &columns,
                               int code) const
{
    const int steps = qRound(m_axisEnd * 4);
    const QRectF label = countRect(row, columns, code);
    for (int step = 0; step <= steps; ++step) {
        const double x =
            crisp(columns.axisLeft + (columns.axisRight - columns.axisLeft) * step / steps);
        if (x > label.left() - 3 && x < label.right())
            continue; // no line through the words
        painter.setPen(
            QPen(step == 0 ? m_options.palette->strongLine : m_options.palette->line, 1));
        painter.drawLine(QPointF(x, row.top()), QPointF(x, row.bottom()));
    }
}

QRectF PressureFigure::countRect(const QRectF &row, const Columns &columns, int code) const
{
    const Analysis::CodeRecurrence &entry = m_table.codes[code];
    const double end =
        columns.axisLeft + (columns.axisRight - columns.axisLeft) * entry.interval.high / m_axisEnd;
    return { end + 8, row.top(), QFontMetricsF(m_smallFont).horizontalAdvance(countText(entry)) + 4,
             row.height() };
}

void PressureFigure::paintRow(QPainter &painter, const QRectF &row, const Columns &columns,
                              int code) const
{
    const Palette &palette = *m_options.palette;
    const Analysis::CodeRecurrence &entry = m_table.codes[code];
    if (m_keyWidth > 0 && !entry.name.isEmpty()) {
        painter.setFont(m_smallFont);
        painter.setPen(palette.muted);
        const QString key = QFontMetricsF(m_smallFont)
                                .elidedText(entry.key.simplified(), Qt::ElideRight, m_keyWidth + 1);
        painter.drawText(QRectF(columns.keyLeft, row.top(), m_keyWidth + 2, row.height()),
                         Qt::AlignVCenter, key);
    }
    painter.setFont(m_font);
    painter.setPen(palette.text);
    const QRectF name(columns.nameLeft, row.top(), columns.nameRight - columns.nameLeft,
                      row.height());
    painter.drawText(
        name, Qt::AlignVCenter,
        QFontMetricsF(m_font).elidedText(Analysis::codeLabel(entry), Qt::ElideRight, name.width()));
    paintGrid(painter, row, columns, code);
    paintShare(painter, row, columns, code);
    if (columns.polarityRight > columns.polarityLeft)
        paintPolarity(painter, row, columns, code);
    if (columns.phasesRight > columns.phasesLeft)
        paintPhases(painter, row, columns, code);
}

void PressureFigure::paintShare(QPainter &painter, const QRectF &row, const Columns &columns,
                                int code) const
{
    const Palette &palette = *m_options.palette;
    const Analysis::CodeRecurrence &entry = m_table.codes[code];
    const auto at = [&](double share) {
        return columns.axisLeft + (columns.axisRight - columns.axisLeft) * share / m_axisEnd;
    };
    const double y = row.center().y();
    const double radius = std::round(m_lineHeight * 0.28 * 2) / 2;
    painter.setPen(QPen(palette.accent, 1.5, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(at(entry.interval.low), y), QPointF(at(entry.interval.high), y));
    for (const double end : { entry.interval.low, entry.interval.high })
        painter.drawLine(QPointF(at(end), y - 3.5), QPointF(at(end), y + 3.5));
    painter.setPen(QPen(palette.surface, 1.5));
    painter.setBrush(palette.accent);
    painter.drawEllipse(QPointF(at(entry.share), y), radius, radius);
    painter.setFont(m_smallFont);
    painter.setPen(palette.text);
    painter.drawText(countRect(row, columns, code), Qt::AlignVCenter, countText(entry));
}

void PressureFigure::paintPolarity(QPainter &painter, const QRectF &row, const Columns &columns,
                                   int code) const
{
    const Analysis::CodeRecurrence &entry = m_table.codes[code];
    const double side = std::round(m_lineHeight * 0.9);
    painter.setFont(m_smallFont);
    for (const bool isHelp : { false, true }) {
        const int count = isHelp ? entry.helped : entry.hindered;
        if (count == 0)
            continue;
        const QPointF centre(columns.polarityLeft + (isHelp ? m_polarityStep : 0) + side / 2,
                             row.center().y());
        paintPolaritySign(painter, centre, side, isHelp, *m_options.palette);
        painter.setPen(m_options.palette->text);
        painter.drawText(
            QRectF(centre.x() + side / 2 + 4, row.top(), m_numberWidth + 8, row.height()),
            Qt::AlignVCenter, QString::number(count));
    }
}

void PressureFigure::paintPhases(QPainter &painter, const QRectF &row, const Columns &columns,
                                 int code) const
{
    const Analysis::CodeRecurrence &entry = m_table.codes[code];
    const double height = std::round(m_rowHeight * 0.5);
    painter.setFont(m_smallFont);
    paintPhaseBar(painter,
                  QRectF(columns.phasesLeft, std::round(row.center().y() - height / 2),
                         columns.phasesRight - columns.phasesLeft, height),
                  { entry.before, entry.during, entry.after }, m_mostPhases, *m_options.palette);
}

QRectF PressureFigure::rowRect(int code, const QRectF &rect) const
{
    const qsizetype place = m_rows.indexOf(code);
    if (place < 0 || !m_options.parts.testFlag(Part::Rows))
        return {};
    return { rect.left(), rect.top() + headerHeight() + double(place) * m_rowHeight, rect.width(),
             m_rowHeight };
}

std::optional<int> PressureFigure::rowAt(const QPointF &point, const QRectF &rect) const
{
    const double y = point.y() - rect.top() - headerHeight();
    if (!m_options.parts.testFlag(Part::Rows) || y < 0 || point.x() < rect.left()
        || point.x() >= rect.right())
        return {};
    const auto place = static_cast<qsizetype>(y / m_rowHeight);
    return place < m_rows.size() ? std::optional(m_rows[place]) : std::nullopt;
}

QString PressureFigure::sentence() const
{
    if (m_rows.isEmpty())
        return Analysis::sampleSentence(m_table);
    const Analysis::CodeRecurrence &first = m_table.codes[m_rows[0]];
    QString text = Analysis::codeLabel(first) + u". "_s + Analysis::shareSentence(first) + u' '
        + Analysis::sampleSentence(m_table);
    const auto hidden = static_cast<int>(m_table.codes.size() - m_rows.size());
    if (hidden > 0) {
        text += u' ';
        text += tr(QT_TRANSLATE_N_NOOP("PressureFigure", "%n more codes are not drawn."), hidden);
    }
    return text;
}

} // namespace SecondStory::Figures
