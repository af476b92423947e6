// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/pressureexport.h"

#include "analysis/recurrenceexport.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr double kWidth = 980;
constexpr double kMargin = 16;
constexpr double kPixelRatio = 2;

QString tr(const char *text)
{
    return QCoreApplication::translate("PressureExport", text);
}

QByteArray svgOf(const Figures::PressureFigure &figure, const QSizeF &size)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    const QRectF page(0, 0, size.width() + 2 * kMargin, size.height() + 2 * kMargin);
    generator.setSize(page.size().toSize());
    generator.setViewBox(page);
    generator.setTitle(tr(QT_TRANSLATE_NOOP("PressureExport", "Recurring pressures")));
    generator.setDescription(figure.sentence());
    QPainter painter(&generator);
    figure.paint(painter, QRectF(QPointF(kMargin, kMargin), size));
    painter.end();
    return buffer.data();
}

QByteArray pngOf(const Figures::PressureFigure &figure, const QSizeF &size)
{
    const QSizeF page(size.width() + 2 * kMargin, size.height() + 2 * kMargin);
    QImage image((page * kPixelRatio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(kPixelRatio);
    image.fill(Qt::white);
    QPainter painter(&image);
    figure.paint(painter, QRectF(QPointF(kMargin, kMargin), size));
    painter.end();
    QBuffer buffer;
    image.save(&buffer, "PNG");
    return buffer.data();
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (bytes.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()
        || !file.commit()) {
        Error error;
        error.code = ErrorCode::Storage;
        error.file = path;
        error.what = tr(QT_TRANSLATE_NOOP("PressureExport", "The file could not be written"));
        error.hint = tr(QT_TRANSLATE_NOOP("PressureExport", "choose another place"));
        error.detail = file.errorString();
        return failure(error);
    }
    return {};
}

} // namespace

Result<void> exportPressures(const QString &path, const Analysis::RecurrenceTable &table,
                             Figures::PressureFigure::Options options)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == u"csv")
        return write(path, Analysis::toCsv(table));
    options.palette = &Figures::Palette::print();
    const Figures::PressureFigure figure(table, std::move(options));
    const QSizeF size = figure.preferredSize(kWidth);
    if (ending == u"svg")
        return write(path, svgOf(figure, size));
    if (ending == u"png")
        return write(path, pngOf(figure, size));
    return failure(ErrorCode::Usage,
                   tr(QT_TRANSLATE_NOOP("PressureExport", "This ending is not known")),
                   tr(QT_TRANSLATE_NOOP("PressureExport", "use .csv, .svg or .png")));
}

} // namespace SecondStory::Ui
