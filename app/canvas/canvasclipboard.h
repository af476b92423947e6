// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace SecondStory::Ui {

class FactorScene;

/// Puts the selected factors (all, when none is) on the clipboard as outline, SVG and picture.
void copyCanvas(const FactorScene &scene);

} // namespace SecondStory::Ui
