// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/canvas/canvasexport.h"

#include "figures/canvas/factorwords.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QSvgGenerator>
#include <QXmlStreamWriter>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace SecondStory::Figures {

namespace {

constexpr double kMaxSide = 16'000;
constexpr double kMaxPixels = 120e6;

/// What Qt's generator writes for one part, without the document around it.
QByteArray svgPart(const QRectF &bounds, const std::function<void(QPainter &)> &draw)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(bounds.size().toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), bounds.size()));
    generator.setResolution(96);
    QPainter painter(&generator);
    painter.translate(-bounds.topLeft());
    draw(painter);
    painter.end();
    const QByteArray document = buffer.data();
    const QByteArray mark = QByteArrayLiteral("</defs>");
    const qsizetype from = document.indexOf(mark) + mark.size();
    return document.mid(from, document.lastIndexOf("</svg>") - from).trimmed();
}

QByteArray svgGroup(const QString &id, const QString &title, const QString &description,
                    const QByteArray &part)
{
    const QString head = u"<g id=\"%1\" role=\"img\">\n<title>%2</title>\n<desc>%3</desc>\n"_s;
    // The texts go in last and together, so that a title holding "%3" stays as it is.
    return head.arg(id, title.toHtmlEscaped(), description.toHtmlEscaped()).toUtf8() + part
        + "\n</g>\n";
}

QString influenceSentence(const CanvasFigure &figure, const Influence &influence)
{
    const QString from = plainLine(figure.factor(influence.from)->title);
    const QString to = plainLine(figure.factor(influence.to)->title);
    return QString(from + u" "_s + wordFor(influence.kind) + u" "_s + to + u" ("_s
                   + wordFor(influence.status) + u")"_s);
}

QString nodeName(FactorId id)
{
    return QString(u"factor-"_s + id.toString());
}

QString dotQuoted(const QString &text)
{
    QString escaped = plainLine(text);
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return QString(u'"' + escaped + u'"');
}

QString dotStyle(InfluenceKind kind)
{
    switch (kind) {
    case InfluenceKind::MadeLikelier:
    case InfluenceKind::FedBack:
        return u"dashed"_s;
    case InfluenceKind::Masked:
        return u"dotted"_s;
    default:
        return u"solid"_s;
    }
}

QString csvCell(const QString &text)
{
    static const QString risky = u"=+-@\t\r"_s;
    QString cell = text;
    if (!cell.isEmpty() && risky.contains(cell.front()))
        cell.prepend(u'\'');
    const bool needsQuotes =
        cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r');
    if (!needsQuotes)
        return cell;
    cell.replace(u'"', u"\"\""_s);
    return QString(u'"' + cell + u'"');
}

QByteArray csvRow(const QStringList &cells)
{
    QStringList row;
    for (const QString &cell : cells)
        row.append(csvCell(cell));
    return row.join(u',').toUtf8() + "\r\n";
}

void writeKey(QXmlStreamWriter &xml, const QString &id, const QString &domain)
{
    xml.writeEmptyElement(u"key"_s);
    xml.writeAttribute(u"id"_s, id);
    xml.writeAttribute(u"for"_s, domain);
    xml.writeAttribute(u"attr.name"_s, id.mid(id.indexOf(u'.') + 1));
    xml.writeAttribute(u"attr.type"_s,
                       id.endsWith(u".x"_s) || id.endsWith(u".y"_s) ? u"double"_s : u"string"_s);
}

void writeData(QXmlStreamWriter &xml, const QString &key, const QString &value)
{
    xml.writeStartElement(u"data"_s);
    xml.writeAttribute(u"key"_s, key);
    xml.writeCharacters(plainLine(value));
    xml.writeEndElement();
}

void writeNode(QXmlStreamWriter &xml, const Factor &factor)
{
    xml.writeStartElement(u"node"_s);
    xml.writeAttribute(u"id"_s, nodeName(factor.id));
    writeData(xml, u"node.title"_s, factor.title);
    writeData(xml, u"node.kind"_s, toString(factor.kind));
    writeData(xml, u"node.level"_s, toString(factor.level));
    writeData(xml, u"node.phase"_s, toString(factor.phase));
    writeData(xml, u"node.polarity"_s, toString(factor.polarity));
    writeData(xml, u"node.confidence"_s, toString(factor.confidence));
    writeData(xml, u"node.x"_s, QString::number(factor.x));
    writeData(xml, u"node.y"_s, QString::number(factor.y));
    xml.writeEndElement();
}

} // namespace

QByteArray canvasSvg(const CanvasFigure &figure, const QString &title)
{
    const QRectF bounds = figure.bounds().isEmpty() ? QRectF(0, 0, 1, 1) : figure.bounds();
    const QString width = QString::number(std::ceil(bounds.width()));
    const QString height = QString::number(std::ceil(bounds.height()));
    const QString box = u"0 0 %1 %2"_s.arg(width, height);
    QByteArray svg = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    svg +=
        u"<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" role=\"group\" width=\"%1\" height=\"%2\" viewBox=\"%3\">\n"_s
            .arg(width, height, box)
            .toUtf8();
    const QString summary = QCoreApplication::translate("Canvas", "Factors: %1, influences: %2")
                                .arg(figure.factors().size())
                                .arg(figure.influences().size());
    svg += "<title>" + plainLine(title).toHtmlEscaped().toUtf8() + "</title>\n<desc>"
        + summary.toHtmlEscaped().toUtf8() + "</desc>\n";
    svg += "<g aria-hidden=\"true\">\n"
        + svgPart(bounds, [&](QPainter &p) { figure.paintGround(p); }) + "\n</g>\n";
    for (qsizetype i = 0; i < figure.influences().size(); ++i) {
        const Influence &influence = figure.influences()[i];
        const QByteArray part = svgPart(bounds, [&](QPainter &p) { figure.paintInfluence(p, i); });
        svg += svgGroup(u"influence-"_s + influence.id.toString(),
                        influenceSentence(figure, influence), plainLine(influence.note), part);
    }
    for (qsizetype i = 0; i < figure.factors().size(); ++i) {
        const Factor &factor = figure.factors()[i];
        const QByteArray part = svgPart(bounds, [&](QPainter &p) { figure.paintFactor(p, i); });
        svg += svgGroup(nodeName(factor.id), plainLine(factor.title),
                        describe(factor, figure.evidenceOf(factor.id.value)), part);
    }
    return svg + "</svg>\n";
}

QImage canvasImage(const CanvasFigure &figure, double scale, bool isTransparent)
{
    const QSizeF size = figure.bounds().size();
    if (size.isEmpty())
        return {};
    double factor = std::clamp(scale, 1.0, 4.0);
    factor = std::min({ factor, kMaxSide / size.width(), kMaxSide / size.height(),
                        std::sqrt(kMaxPixels / (size.width() * size.height())) });
    const QSize pixels(std::max(1, qRound(size.width() * factor)),
                       std::max(1, qRound(size.height() * factor)));
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.scale(pixels.width() / size.width(), pixels.height() / size.height());
    painter.translate(-figure.bounds().topLeft());
    if (!isTransparent)
        figure.paintGround(painter);
    for (qsizetype i = 0; i < figure.influences().size(); ++i)
        figure.paintInfluence(painter, i);
    for (qsizetype i = 0; i < figure.factors().size(); ++i)
        figure.paintFactor(painter, i);
    return image;
}

QByteArray canvasDot(const CanvasFigure &figure, const QString &title)
{
    QString dot = QString(u"digraph "_s + dotQuoted(title)
                          + u" {\n  rankdir=TB;\n  node [shape=box, style=rounded];\n"_s);
    for (const Factor &factor : figure.factors()) {
        const QString style = factor.confidence == Confidence::Hypothesis ? u"dotted"_s
            : factor.confidence == Confidence::OneAccount                 ? u"dashed"_s
                                                                          : u"solid"_s;
        dot += u"  \"%1\" [style=\"rounded,%2\", peripheries=%3, label="_s.arg(
            nodeName(factor.id), style,
            factor.confidence == Confidence::Documented ? u"2"_s : u"1"_s);
        dot += dotQuoted(factor.title) + u"];\n"_s;
    }
    for (const Level level : allValues<Level>()) {
        QString names;
        for (const Factor &factor : figure.factors()) {
            if (factor.level == level)
                names += u" \"%1\";"_s.arg(nodeName(factor.id));
        }
        if (!names.isEmpty())
            dot += u"  { rank=same;"_s + names + u" }\n"_s;
    }
    for (const Influence &influence : figure.influences()) {
        dot += u"  \"%1\" -> \"%2\" [style=%3, label=\"%4\"];\n"_s.arg(
            nodeName(influence.from), nodeName(influence.to), dotStyle(influence.kind),
            toString(influence.kind));
    }
    dot += u"}\n"_s;
    return dot.toUtf8();
}

QByteArray canvasGraphMl(const CanvasFigure &figure, const QString &title)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"graphml"_s);
    xml.writeDefaultNamespace(u"http://graphml.graphdrawing.org/xmlns"_s);
    for (const QString &key :
         { u"node.title"_s, u"node.kind"_s, u"node.level"_s, u"node.phase"_s, u"node.polarity"_s,
           u"node.confidence"_s, u"node.x"_s, u"node.y"_s })
        writeKey(xml, key, u"node"_s);
    for (const QString &key : { u"edge.kind"_s, u"edge.status"_s, u"edge.note"_s })
        writeKey(xml, key, u"edge"_s);
    xml.writeStartElement(u"graph"_s);
    xml.writeAttribute(u"id"_s, u"canvas"_s);
    xml.writeAttribute(u"edgedefault"_s, u"directed"_s);
    xml.writeTextElement(u"desc"_s, plainLine(title));
    for (const Factor &factor : figure.factors())
        writeNode(xml, factor);
    for (const Influence &influence : figure.influences()) {
        xml.writeStartElement(u"edge"_s);
        xml.writeAttribute(u"id"_s, u"influence-"_s + influence.id.toString());
        xml.writeAttribute(u"source"_s, nodeName(influence.from));
        xml.writeAttribute(u"target"_s, nodeName(influence.to));
        writeData(xml, u"edge.kind"_s, toString(influence.kind));
        writeData(xml, u"edge.status"_s, toString(influence.status));
        writeData(xml, u"edge.note"_s, influence.note);
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return bytes;
}

QByteArray canvasFactorsCsv(const CanvasFigure &figure)
{
    QByteArray csv =
        csvRow({ u"id"_s, u"title"_s, u"kind"_s, u"level"_s, u"phase"_s, u"polarity"_s,
                 u"confidence"_s, u"view"_s, u"note"_s, u"evidence"_s, u"x"_s, u"y"_s });
    for (const Factor &factor : figure.factors()) {
        // Coordinates are numbers of ours: they go in without the guard against formulas.
        QByteArray row = csvRow(
            { factor.id.toString(), factor.title, toString(factor.kind), toString(factor.level),
              toString(factor.phase), toString(factor.polarity), toString(factor.confidence),
              factor.view, factor.note, QString::number(figure.evidenceOf(factor.id.value)) });
        row.chop(2);
        csv +=
            row + ',' + QByteArray::number(factor.x) + ',' + QByteArray::number(factor.y) + "\r\n";
    }
    return csv;
}

QByteArray canvasInfluencesCsv(const CanvasFigure &figure)
{
    QByteArray csv = csvRow({ u"id"_s, u"from"_s, u"to"_s, u"from_title"_s, u"to_title"_s,
                              u"kind"_s, u"status"_s, u"note"_s, u"check"_s, u"evidence"_s });
    for (const Influence &influence : figure.influences()) {
        csv += csvRow({ influence.id.toString(), influence.from.toString(), influence.to.toString(),
                        figure.factor(influence.from)->title, figure.factor(influence.to)->title,
                        toString(influence.kind), toString(influence.status), influence.note,
                        influence.check, QString::number(figure.evidenceOf(influence.id.value)) });
    }
    return csv;
}

QString canvasOutline(const CanvasFigure &figure)
{
    QString text;
    for (const Level level : allValues<Level>()) {
        bool isFirst = true;
        for (const Factor &factor : figure.factors()) {
            if (factor.level != level)
                continue;
            if (std::exchange(isFirst, false))
                text += capitalised(wordFor(level)) + u'\n';
            text += u"  - "_s + describe(factor, figure.evidenceOf(factor.id.value)) + u'\n';
            for (const Influence &influence : figure.influences()) {
                if (influence.from == factor.id)
                    text += u"      "_s + wordFor(influence.kind) + u": "_s
                        + plainLine(figure.factor(influence.to)->title) + u'\n';
            }
        }
    }
    return text;
}

} // namespace SecondStory::Figures
