// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace SecondStory::Ui {

/// A few choices side by side, one of them taken.
class Segments : public QWidget {
    Q_OBJECT

public:
    explicit Segments(const QStringList &choices, const QString &accessibleName,
                      QWidget *parent = nullptr);

    [[nodiscard]] int current() const;
    /// Takes a choice without telling anybody.
    void setCurrent(int index);

signals:
    void chosen(int index);

private:
    QButtonGroup *m_group;
};

} // namespace SecondStory::Ui
