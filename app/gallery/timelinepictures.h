// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPixmap>

#include <functional>

namespace SecondStory::Ui {

class MainWindow;

using KeepPicture = std::function<bool(const QPixmap &picture, const QString &name)>;

/// Pictures of what stands around the timeline of an open review: the checks, reading through, the
/// table, a range that is filtered to, the codes and the sheet of keys.
bool shootTimelineParts(MainWindow &window, const KeepPicture &keep);

} // namespace SecondStory::Ui
