// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QBrush>
#include <QList>
#include <QString>
#include <QWidget>

namespace SecondStory::Ui {

/// What the fills of a chart mean: swatches with their words, wrapped to the width. Plain text
/// only.
class ChartKey : public QWidget {
    Q_OBJECT

public:
    struct Entry {
        QString name;
        QBrush fill;
    };

    explicit ChartKey(QWidget *parent = nullptr);

    void setEntries(const QList<Entry> &entries, const QColor &ink);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int side() const;
    [[nodiscard]] QList<QRect> places(int width) const;

    QList<Entry> m_entries;
    QColor m_ink;
};

} // namespace SecondStory::Ui
