// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/canvasclipboard.h"

#include "canvas/factoritem.h"
#include "canvas/factorscene.h"
#include "editing/reviewdocument.h"
#include "figures/canvas/canvasexport.h"
#include "figures/canvas/canvaslayout.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

void copyCanvas(const FactorScene &scene)
{
    const ReviewContents &contents = scene.document().contents();
    QList<Factor> factors;
    const QList<FactorId> selected = scene.selectedFactors();
    for (const Factor &factor : contents.factors) {
        if (selected.isEmpty() || selected.contains(factor.id))
            factors.append(scene.factorItem(factor.id)->factor());
    }
    for (Factor &factor : factors) {
        factor.x = scene.factorItem(factor.id)->x();
        factor.y = scene.factorItem(factor.id)->y();
    }
    const Figures::CanvasFigure figure(factors, contents.influences,
                                       Figures::evidenceCounts(contents), Figures::Palette::print(),
                                       scene.baseFont());
    auto data = std::make_unique<QMimeData>();
    data->setText(Figures::canvasOutline(figure));
    data->setData(u"image/svg+xml"_s, Figures::canvasSvg(figure, contents.review.title));
    data->setImageData(Figures::canvasImage(figure, 2));
    QGuiApplication::clipboard()->setMimeData(data.release());
}

} // namespace SecondStory::Ui
