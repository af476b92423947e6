// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/canvasexporter.h"

#include "canvas/factoritem.h"
#include "canvas/factorscene.h"
#include "figures/canvas/canvasexport.h"

#include <QBuffer>
#include <QFileDialog>
#include <QMenu>
#include <QRegularExpression>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

CanvasExporter::CanvasExporter(FactorScene &scene, QObject *parent)
    : QObject(parent)
    , m_scene(scene)
{
}

QByteArray CanvasExporter::bytes(Format format, double scale, bool isTransparent) const
{
    const ReviewContents &contents = m_scene.document().contents();
    QList<Factor> factors = contents.factors;
    for (Factor &factor : factors) {
        factor.x = m_scene.factorItem(factor.id)->x();
        factor.y = m_scene.factorItem(factor.id)->y();
    }
    const Figures::CanvasFigure figure(factors, contents.influences,
                                       Figures::evidenceCounts(contents), Figures::Palette::print(),
                                       m_scene.baseFont());
    switch (format) {
    case Format::Svg:
        return Figures::canvasSvg(figure, contents.review.title);
    case Format::Dot:
        return Figures::canvasDot(figure, contents.review.title);
    case Format::GraphMl:
        return Figures::canvasGraphMl(figure, contents.review.title);
    case Format::FactorsCsv:
        return Figures::canvasFactorsCsv(figure);
    case Format::InfluencesCsv:
        return Figures::canvasInfluencesCsv(figure);
    case Format::Png:
        break;
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    Figures::canvasImage(figure, scale, isTransparent).save(&buffer, "PNG");
    return buffer.data();
}

Result<void> CanvasExporter::write(const QString &path, Format format, double scale,
                                   bool isTransparent) const
{
    QSaveFile file(path);
    const QByteArray data = bytes(format, scale, isTransparent);
    if (file.open(QIODevice::WriteOnly) && file.write(data) == data.size() && file.commit())
        return {};
    Error error;
    error.code = ErrorCode::Storage;
    error.what = tr("the canvas could not be written");
    error.file = path;
    error.detail = file.errorString();
    return failure(std::move(error));
}

void CanvasExporter::ask(QWidget *parent, const QString &suffix, Format format, double scale,
                         bool isTransparent)
{
    static const QRegularExpression unfit(u"[^\\w\\-]+"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    QString name = m_scene.document().contents().review.title.left(60);
    name.replace(unfit, u"-"_s);
    const QString path =
        QFileDialog::getSaveFileName(parent, tr("Export canvas"), QString(name + suffix));
    if (path.isEmpty())
        return;
    const auto written = write(path, format, scale, isTransparent);
    Q_EMIT statusMessage(written ? tr("Canvas written to %1").arg(path)
                                 : written.error().toString());
}

void CanvasExporter::fill(QMenu &menu, QWidget *dialogParent)
{
    const auto add = [&](const QString &text, const QString &suffix, Format format,
                         double scale = 1, bool isTransparent = false) {
        connect(menu.addAction(text), &QAction::triggered, this,
                [=, this] { ask(dialogParent, suffix, format, scale, isTransparent); });
    };
    add(tr("Drawing (SVG)"), u"-canvas.svg"_s, Format::Svg);
    add(tr("Picture (PNG)"), u"-canvas.png"_s, Format::Png);
    add(tr("Picture, double size (PNG)"), u"-canvas@2x.png"_s, Format::Png, 2);
    add(tr("Picture, four times the size (PNG)"), u"-canvas@4x.png"_s, Format::Png, 4);
    add(tr("Picture without ground (PNG)"), u"-canvas.png"_s, Format::Png, 2, true);
    menu.addSeparator();
    add(tr("Graphviz (DOT)"), u"-canvas.dot"_s, Format::Dot);
    add(tr("GraphML"), u"-canvas.graphml"_s, Format::GraphMl);
    add(tr("Factors as a table (CSV)"), u"-factors.csv"_s, Format::FactorsCsv);
    add(tr("Influences as a table (CSV)"), u"-influences.csv"_s, Format::InfluencesCsv);
}

} // namespace SecondStory::Ui
