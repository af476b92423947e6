// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QKeyEvent;
QT_END_NAMESPACE

namespace SecondStory::Ui {

class CanvasView;

/// True for a key that the canvas wants for itself while it has the focus.
[[nodiscard]] bool isCanvasKey(const QKeyEvent &event);
/// The second key of Alt+A: lines the selection up. False for a key that means no way to do so.
bool handleArrangeKey(int key, CanvasView &view);
/// Does what a key stands for; false when it stands for nothing here.
bool handleCanvasKey(const QKeyEvent &event, CanvasView &view);

} // namespace SecondStory::Ui
