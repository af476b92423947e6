// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>

#include <functional>

namespace SecondStory::Ui {

/// A small drawing of something larger; pressing it leads there.
class FigureWidget : public QAbstractButton {
    Q_OBJECT
public:
    using Painter = std::function<void(QPainter &, const QRectF &)>;

    FigureWidget(const QString &name, const QString &whenEmpty, QWidget *parent = nullptr);
    /// An empty painter shows the words for an empty drawing.
    void setPainter(Painter painter);
    [[nodiscard]] QSize sizeHint() const override { return { 400, 180 }; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_whenEmpty;
    Painter m_painter;
};

} // namespace SecondStory::Ui
