// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace SecondStory::Ui {

/// A label of plain text at one of the four sizes; never reads markup.
[[nodiscard]] QLabel *plainLabel(const QString &text, double scale = 1.0,
                                 QFont::Weight weight = QFont::Normal, QWidget *parent = nullptr);
/// An empty label of plain text that goes on over several lines.
[[nodiscard]] QLabel *wrappedLabel(QWidget *parent = nullptr);
/// A label in the muted ink, for what stands beside the matter.
[[nodiscard]] QLabel *mutedLabel(const QString &text, double scale = 1.0,
                                 QWidget *parent = nullptr);
/// Gives a table our rows: no grid, quiet header, whole rows selected, sizes from the font.
void makeQuiet(QTableView *table);
/// A hairline across a layout.
[[nodiscard]] QFrame *hairline(QWidget *parent = nullptr);
/// The one button of a panel that goes on.
void makePrimary(QPushButton *button);

} // namespace SecondStory::Ui
