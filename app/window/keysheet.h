// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QList>
#include <QWidget>

namespace SecondStory::Ui {

/// Shows the keys of the view one is in and, below, those of the window.
void showKeySheet(QWidget *parent, const QList<std::pair<QString, QString>> &viewKeys,
                  const QList<QAction *> &actions);

} // namespace SecondStory::Ui
