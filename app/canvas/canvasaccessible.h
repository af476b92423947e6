// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace SecondStory::Ui {

class CanvasView;

/// Lets assistive technology see the cards of every CanvasView. Calling it again does nothing.
void installCanvasAccessibility();
/// Tells assistive technology which card has the focus now.
void announceCanvasFocus(CanvasView &view);

} // namespace SecondStory::Ui
