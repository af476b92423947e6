// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractScrollArea>
#include <QHash>
#include <QImage>
#include <QSizeF>

namespace SecondStory::Ui {

/// Shows the pages of a report one below the other, as wide as there is room. Knows only pictures:
/// it asks for those it shows, and shows the old one until the new one has come.
class PagePreview : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PagePreview(QWidget *parent = nullptr);

    /// A new layout: the pictures held are stale from now on.
    void setPages(int count, QSizeF pageSize);
    void setPageImage(int page, const QImage &image);
    [[nodiscard]] int pageCount() const { return m_count; }
    /// The page in the middle of the view, from 0.
    [[nodiscard]] int currentPage() const;

Q_SIGNALS:
    /// Asks for a picture. Units: pixels a point.
    void pageWanted(int page, double scale);
    void currentPageChanged(int page);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Picture {
        QImage image;
        bool isStale = true;
        bool isAsked = false;
    };

    [[nodiscard]] double scale() const;
    [[nodiscard]] QRect pageRect(int page) const;
    void updateRange();
    void askForVisible();
    void drawSheet(QPainter &painter, int page, const QRect &rect) const;

    int m_count = 0;
    QSizeF m_pageSize{ 595, 842 };
    QHash<int, Picture> m_pictures;
};

} // namespace SecondStory::Ui
