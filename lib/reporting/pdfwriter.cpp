// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/pdfwriter.h"

#include "reporting/pdffinisher.h"
#include "reporting/wording.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

Result<QByteArray> toPdf(const Report &report, const LaidOutReport &layout,
                         const FigureSource &figures)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(72); // so that figures written in points come out in points
        const QPageSize size(layout.geometry.page, QPageSize::Point, QString(),
                             QPageSize::ExactMatch);
        writer.setPageLayout(QPageLayout(size, QPageLayout::Portrait, QMarginsF()));
        writer.setTitle(report.title);
        QPainter painter;
        if (!painter.begin(&writer))
            return failure(ErrorCode::Storage, Words::tr("The PDF could not be begun"));
        for (int page = 0; page < static_cast<int>(layout.pages.size()); ++page) {
            if (page > 0)
                writer.newPage();
            paintPage(layout, page, painter, figures);
        }
    }
    return finishPdf(buffer.data(), report, layout);
}

} // namespace SecondStory::Reporting
