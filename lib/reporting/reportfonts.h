// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QString>
#include <QStringList>

namespace SecondStory::Reporting {

/// Text is laid out this much larger than it prints, so that widths do not round. Units: per point.
inline constexpr double kTextScale = 20;

/// The kinds of text on a page, each with one look.
enum class TextRole : quint8 {
    Kind,
    Title,
    Lead,
    Heading1,
    Heading2,
    Heading3,
    Body,
    Quote,
    Aside,
    Label,
    Fact,
    TableHead,
    TableCell,
    Caption,
    Note,
    Folio
};

/// How one kind of text is set. The font is in layout units; leading in points.
struct TextStyle {
    QFont font;
    double leading = 14.5;
    QColor color;
};

/// The typefaces of report pages, chosen from what is installed: a serif for reading, a humanist
/// sans for tables.
class ReportFonts {
public:
    ReportFonts();

    [[nodiscard]] TextStyle style(TextRole role) const;
    [[nodiscard]] const QString &serif() const { return m_serif; }
    [[nodiscard]] const QString &sans() const { return m_sans; }

    /// The characters of `text` for which neither our typefaces nor a substitute has a shape, each
    /// once. Cost: one layout per distinct character.
    [[nodiscard]] QList<char32_t> missingIn(const QStringList &texts) const;

private:
    QString m_serif;
    QString m_sans;
};

} // namespace SecondStory::Reporting
