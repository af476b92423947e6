// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/factor.h"

#include <QPainterPath>
#include <QRectF>

namespace SecondStory::Figures {

/// The outline that stands for a kind of factor, to be stroked, not filled. Units: those of `box`.
[[nodiscard]] QPainterPath kindGlyph(FactorKind kind, const QRectF &box);

} // namespace SecondStory::Figures
