// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/pagepreview.h"

#include "theme/theme.h"

#include <QPainter>
#include <QScrollBar>

namespace SecondStory::Ui {

namespace {

constexpr int kKept = 24; ///< pictures; about 2 MB each

} // namespace

PagePreview::PagePreview(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(
        Qt::ScrollBarAlwaysOn); // or its coming and going would change the width
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Preview of the report"));
    setAccessibleDescription(tr("Pictures of the pages as they will print. The same text is in the "
                                "outline and its editor."));
    viewport()->setBackgroundRole(QPalette::Window);
    viewport()->setAutoFillBackground(true);
}

void PagePreview::setPages(int count, QSizeF pageSize)
{
    m_count = count;
    m_pageSize = pageSize;
    for (auto it = m_pictures.begin(); it != m_pictures.end();) {
        it->isStale = true;
        it->isAsked = false;
        it = it.key() < count ? std::next(it) : m_pictures.erase(it);
    }
    updateRange();
    askForVisible();
    viewport()->update();
    emit currentPageChanged(currentPage());
}

void PagePreview::setPageImage(int page, const QImage &image)
{
    if (page >= m_count)
        return;
    m_pictures[page] = { image, false, false };
    if (m_pictures.size() > kKept) {
        const int current = currentPage();
        m_pictures.removeIf(
            [current](auto it) { return std::abs(it.key() - current) > kKept / 2; });
    }
    viewport()->update(pageRect(page));
    setAccessibleDescription(tr("Page %1 of %2").arg(currentPage() + 1).arg(m_count));
}

int PagePreview::currentPage() const
{
    const int middle = viewport()->height() / 2;
    for (int page = 0; page < m_count; ++page) {
        if (pageRect(page).bottom() >= middle)
            return page;
    }
    return std::max(0, m_count - 1);
}

double PagePreview::scale() const
{
    return std::max(0.2, (viewport()->width() - 2 * Space::kWide) / m_pageSize.width());
}

QRect PagePreview::pageRect(int page) const
{
    const QSize size = (m_pageSize * scale()).toSize();
    const int top =
        Space::kPanel + page * (size.height() + Space::kPanel) - verticalScrollBar()->value();
    return { QPoint(Space::kWide, top), size };
}

void PagePreview::updateRange()
{
    const QSize size = (m_pageSize * scale()).toSize();
    const int height = Space::kPanel + m_count * (size.height() + Space::kPanel);
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(fontMetrics().height() * 3);
}

void PagePreview::askForVisible()
{
    const QRect visible =
        viewport()->rect().adjusted(0, -viewport()->height() / 2, 0, viewport()->height() / 2);
    for (int page = 0; page < m_count; ++page) {
        if (!pageRect(page).intersects(visible))
            continue;
        Picture &picture = m_pictures[page];
        if (!picture.isStale || picture.isAsked)
            continue;
        picture.isAsked = true;
        emit pageWanted(page, scale() * devicePixelRatioF());
    }
}

void PagePreview::drawSheet(QPainter &painter, int page, const QRect &rect) const
{
    const Figures::Palette &palette = paletteFor(this);
    const Picture picture = m_pictures.value(page);
    if (picture.image.isNull())
        painter.fillRect(rect, Figures::Palette::print().surface);
    else
        painter.drawImage(rect, picture.image);
    painter.setPen(palette.line);
    painter.drawRect(rect.adjusted(-1, -1, 0, 0));
}

void PagePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (int page = 0; page < m_count; ++page) {
        const QRect rect = pageRect(page);
        if (rect.intersects(viewport()->rect()))
            drawSheet(painter, page, rect);
    }
}

void PagePreview::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    for (Picture &picture : m_pictures) {
        picture.isStale = true;
        picture.isAsked = false;
    }
    updateRange();
    askForVisible();
}

void PagePreview::scrollContentsBy(int, int)
{
    askForVisible();
    viewport()->update();
    emit currentPageChanged(currentPage());
}

} // namespace SecondStory::Ui
