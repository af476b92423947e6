// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/recurrence.h"
#include "figures/palette.h"
#include "figures/pressurerows.h"

#include <QFlags>
#include <QFont>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>

class QPainter;

namespace SecondStory::Figures {

/// Recurring pressures, one code a row: the share of reviews as a dot with its interval, what
/// hindered and what helped, and the phases. The same drawing serves the window, images and paper.
/// Units: logical pixels; on paper the painter is scaled (resolution / 96).
class PressureFigure {
public:
    using Sort = PressureSort;
    enum class Part : quint8 { Header = 1, Rows = 2, Sentence = 4 };
    Q_DECLARE_FLAGS(Parts, Part)

    struct Options {
        const Palette *palette = &Palette::light();
        QFont font;
        int maxRows = 0; ///< 0: all
        Sort sort = Sort::Count;
        QString filter; ///< only codes whose key or name holds this
        Parts parts = Parts(Part::Header) | Part::Rows | Part::Sentence;
    };

    explicit PressureFigure(const Analysis::RecurrenceTable &table, Options options);

    /// The codes drawn, as indexes into the table, from top to bottom.
    [[nodiscard]] const QList<int> &rows() const { return m_rows; }
    [[nodiscard]] double rowHeight() const { return m_rowHeight; }
    [[nodiscard]] QSizeF preferredSize(double width) const;
    /// Draws without a ground of its own.
    void paint(QPainter &painter, const QRectF &rect) const;
    /// The code under a point, when the figure is painted in `rect`.
    [[nodiscard]] std::optional<int> rowAt(const QPointF &point, const QRectF &rect) const;
    /// Where a code's row lies; empty when it is not drawn.
    [[nodiscard]] QRectF rowRect(int code, const QRectF &rect) const;
    /// The sentences under the picture.
    [[nodiscard]] QString sentence() const;

private:
    /// Where the parts of a row begin and end.
    struct Columns {
        double keyLeft = 0, nameLeft = 0, nameRight = 0;
        double axisLeft = 0, axisRight = 0; ///< of the share axis; labels stand right of marks
        double polarityLeft = 0, polarityRight = 0;
        double phasesLeft = 0, phasesRight = 0;
    };

    [[nodiscard]] Columns columnsIn(const QRectF &rect) const;
    [[nodiscard]] double headerHeight() const;
    [[nodiscard]] double sentenceHeight(double width) const;
    void measure();
    void paintHeader(QPainter &painter, const QRectF &rect, const Columns &columns) const;
    void paintGrid(QPainter &painter, const QRectF &row, const Columns &columns, int code) const;
    [[nodiscard]] QRectF countRect(const QRectF &row, const Columns &columns, int code) const;
    void paintRow(QPainter &painter, const QRectF &row, const Columns &columns, int code) const;
    void paintShare(QPainter &painter, const QRectF &row, const Columns &columns, int code) const;
    void paintPolarity(QPainter &painter, const QRectF &row, const Columns &columns,
                       int code) const;
    void paintPhases(QPainter &painter, const QRectF &row, const Columns &columns, int code) const;

    Analysis::RecurrenceTable m_table;
    Options m_options;
    QFont m_font;
    QFont m_smallFont;
    QList<int> m_rows;
    double m_rowHeight = 0;
    double m_lineHeight = 0; ///< of small text
    double m_keyWidth = 0;
    double m_countWidth = 0;
    double m_numberWidth = 0;
    double m_polarityStep = 0; ///< from what hindered to what helped
    double m_widestMark = 1; ///< the longest interval's end, as a part of the axis
    double m_axisEnd = 1; ///< the share at the axis' end
    int m_mostPhases = 1;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(PressureFigure::Parts)

} // namespace SecondStory::Figures
