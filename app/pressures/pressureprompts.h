// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/scales.h"

#include <QList>
#include <QString>

namespace SecondStory::Ui {

/// A question that brings a pressure to mind.
struct PressurePrompt {
    Phase phase;
    QString codeKey; ///< of the starter codebook
    QString text;
};

/// The prompts, by phase, in the order they are asked.
[[nodiscard]] QList<PressurePrompt> pressurePrompts();

} // namespace SecondStory::Ui
