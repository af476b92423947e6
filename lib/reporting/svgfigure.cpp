// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/svgfigure.h"

#include <QBuffer>
#include <QPainter>
#include <QSet>
#include <QSvgGenerator>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

const QSet<QString> &drawingElements()
{
    static const QSet<QString> names{
        u"svg"_s,      u"g"_s,       u"path"_s,           u"rect"_s,           u"circle"_s,
        u"ellipse"_s,  u"line"_s,    u"polyline"_s,       u"polygon"_s,        u"text"_s,
        u"tspan"_s,    u"defs"_s,    u"linearGradient"_s, u"radialGradient"_s, u"stop"_s,
        u"clipPath"_s, u"pattern"_s, u"mask"_s,           u"image"_s,          u"use"_s
    };
    return names;
}

bool isEventHandler(const QString &name)
{
    return name.startsWith(u"on"_s, Qt::CaseInsensitive);
}

/// References may only point into this drawing or carry their picture with them.
bool isOutside(const QString &name, const QString &value)
{
    if (name == u"href" || name == u"xlink:href")
        return !value.startsWith(u'#') && !value.startsWith(u"data:image/png;base64,"_s);
    return value.contains(u"url("_s) && !value.contains(u"url(#"_s);
}

class SvgCleaner {
public:
    SvgCleaner(const QByteArray &svg, const QString &prefix, const QString &label)
        : m_reader(svg)
        , m_writer(&m_result)
        , m_prefix(prefix)
        , m_label(label)
    {
    }

    QString run()
    {
        while (!m_reader.atEnd()) {
            switch (m_reader.readNext()) {
            case QXmlStreamReader::StartElement:
                element();
                break;
            case QXmlStreamReader::EndElement:
                m_writer.writeEndElement();
                break;
            case QXmlStreamReader::Characters:
                if (!m_reader.isWhitespace())
                    m_writer.writeCharacters(m_reader.text().toString());
                break;
            default:
                break; // declarations, comments and processing instructions stay out
            }
        }
        return m_reader.hasError() ? QString() : m_result;
    }

private:
    void element()
    {
        const QString name = m_reader.name().toString();
        if (!drawingElements().contains(name)) {
            m_reader.skipCurrentElement();
            return;
        }
        m_writer.writeStartElement(name);
        if (!m_hasRoot) {
            m_hasRoot = true;
            m_writer.writeAttribute(u"role"_s, u"img"_s);
            m_writer.writeAttribute(u"aria-label"_s, m_label);
        }
        for (const QXmlStreamAttribute &attribute : m_reader.attributes())
            takeAttribute(attribute.qualifiedName().toString(), attribute.value().toString());
    }

    void takeAttribute(const QString &name, const QString &value)
    {
        if (isEventHandler(name) || isOutside(name, value) || name.startsWith(u"xml"_s))
            return;
        const QString plainName = name == u"xlink:href" ? u"href"_s : name;
        QString text = value;
        if (plainName == u"id")
            text.prepend(m_prefix);
        else if (plainName == u"href" && text.startsWith(u'#'))
            text.insert(1, m_prefix);
        text.replace(u"url(#"_s, u"url(#"_s + m_prefix);
        m_writer.writeAttribute(plainName, text);
    }

    QXmlStreamReader m_reader;
    QString m_result;
    QXmlStreamWriter m_writer;
    QString m_prefix;
    QString m_label;
    bool m_hasRoot = false;
};

} // namespace

QString inertSvg(const QByteArray &svg, const QString &prefix, const QString &label)
{
    return SvgCleaner(svg, prefix, label).run();
}

QString svgOf(const FigureSource &figures, FigureId figure, double width, const QString &prefix)
{
    const QSizeF size = figures.sizeFor(figure, width);
    if (size.isEmpty())
        return {};
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(72); // so that one unit is one point, as in the PDF
    generator.setSize(QSize(static_cast<int>(std::ceil(size.width())),
                            static_cast<int>(std::ceil(size.height()))));
    generator.setViewBox(QRectF(QPointF(), size));
    QPainter painter(&generator);
    painter.setRenderHint(QPainter::Antialiasing);
    figures.paint(figure, painter, QRectF(QPointF(), size));
    painter.end();
    return inertSvg(buffer.data(), prefix, figures.description(figure));
}

} // namespace SecondStory::Reporting
