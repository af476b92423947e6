// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/palette.h"

#include <QPainter>
#include <QRectF>

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

/// Draws the whole review's events as one row a lane, denser where more happened, with the frame's
/// instants. Cost: one pass over the event rows.
void paintEventStrip(QPainter &painter, const QRectF &rect, const Editing::ReviewDocument &document,
                     const Figures::Palette &palette);

} // namespace SecondStory::Ui
