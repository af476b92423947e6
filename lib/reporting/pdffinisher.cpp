// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/pdffinisher.h"

#include "reporting/wording.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <QXmlStreamWriter>

#include <exception>

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

QPDFObjectHandle unicode(const QString &text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

QPDFObjectHandle name(const char *text)
{
    return QPDFObjectHandle::newName(text);
}

/// "D:20180220140735Z" from RFC 3339 in UTC.
QString pdfDate(const QString &rfc3339)
{
    QString digits;
    for (const QChar c : rfc3339.left(19)) {
        if (c.isDigit())
            digits += c;
    }
    return u"D:"_s + digits + u'Z';
}

QByteArray metadata(const Report &report)
{
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    const QString rdf = u"http://www.w3.org/1999/02/22-rdf-syntax-ns#"_s;
    const QString dc = u"http://purl.org/dc/elements/1.1/"_s;
    const QString xmp = u"http://ns.adobe.com/xap/1.0/"_s;
    writer.writeProcessingInstruction(u"xpacket"_s,
                                      u"begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\""_s);
    writer.writeNamespace(u"adobe:ns:meta/"_s, u"x"_s);
    writer.writeStartElement(u"adobe:ns:meta/"_s, u"xmpmeta"_s);
    writer.writeNamespace(rdf, u"rdf"_s);
    writer.writeStartElement(rdf, u"RDF"_s);
    writer.writeNamespace(dc, u"dc"_s);
    writer.writeNamespace(xmp, u"xmp"_s);
    writer.writeStartElement(rdf, u"Description"_s);
    writer.writeAttribute(rdf, u"about"_s, QString());
    writer.writeStartElement(dc, u"title"_s);
    writer.writeStartElement(rdf, u"Alt"_s);
    writer.writeStartElement(rdf, u"li"_s);
    writer.writeAttribute(u"xml:lang"_s, u"x-default"_s);
    writer.writeCharacters(report.title);
    writer.writeEndElement();
    writer.writeEndElement();
    writer.writeEndElement();
    writer.writeTextElement(xmp, u"CreatorTool"_s, u"Second Story"_s);
    writer.writeTextElement(xmp, u"ModifyDate"_s, report.modified);
    writer.writeEndDocument();
    return xml + "<?xpacket end=\"w\"?>";
}

class PdfFinisher {
public:
    PdfFinisher(const QByteArray &pdf, const Report &report, const LaidOutReport &layout)
        : m_report(report)
        , m_layout(layout)
    {
        m_pdf.processMemoryFile("report", pdf.constData(), static_cast<size_t>(pdf.size()));
        m_pages = QPDFPageDocumentHelper(m_pdf).getAllPages();
    }

    QByteArray run()
    {
        addLinks();
        addOutline();
        describe();
        QPDFWriter writer(m_pdf);
        writer.setOutputMemory();
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setDeterministicID(true);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()),
                          static_cast<qsizetype>(buffer->getSize()));
    }

private:
    [[nodiscard]] double flipped(double y) const { return m_layout.geometry.page.height() - y; }

    [[nodiscard]] QPDFObjectHandle page(int number) const
    {
        return m_pages.at(static_cast<size_t>(number)).getObjectHandle();
    }

    [[nodiscard]] QPDFObjectHandle destination(int number, double y) const
    {
        const auto null = QPDFObjectHandle::newNull();
        return QPDFObjectHandle::newArray(std::vector<QPDFObjectHandle>{
            page(number), name("/XYZ"), null,
            QPDFObjectHandle::newReal(flipped(std::max(0.0, y - 12)), 2), null });
    }

    void addLinks()
    {
        for (const PageLink &link : m_layout.links) {
            const auto place = m_layout.notes.constFind(link.link.note);
            if (place == m_layout.notes.cend())
                continue;
            const QRectF &r = link.link.rect;
            auto annotation = QPDFObjectHandle::newDictionary();
            annotation.replaceKey("/Type", name("/Annot"));
            annotation.replaceKey("/Subtype", name("/Link"));
            annotation.replaceKey("/Rect",
                                  QPDFObjectHandle::newArray(QPDFObjectHandle::Rectangle(
                                      r.left(), flipped(r.bottom()), r.right(), flipped(r.top()))));
            annotation.replaceKey("/Border", QPDFObjectHandle::parse("[0 0 0]"));
            annotation.replaceKey("/Contents",
                                  unicode(Words::tr("Evidence note %1").arg(link.link.note)));
            annotation.replaceKey("/Dest", destination(place->page, place->y));
            auto owner = page(link.page);
            if (!owner.getKey("/Annots").isArray())
                owner.replaceKey("/Annots", QPDFObjectHandle::newArray());
            owner.getKey("/Annots").appendItem(m_pdf.makeIndirectObject(annotation));
        }
    }

    /// The entries from `begin` that lie deeper than `level`, as children of `parent`; gives one
    /// past the last.
    qsizetype addOutlineLevel(QPDFObjectHandle parent, qsizetype begin, int level)
    {
        QPDFObjectHandle previous;
        int count = 0;
        qsizetype i = begin;
        while (i < m_layout.outline.size() && m_layout.outline.at(i).level > level) {
            const OutlineEntry &entry = m_layout.outline.at(i);
            auto item = m_pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
            item.replaceKey("/Title", unicode(entry.text));
            item.replaceKey("/Parent", parent);
            item.replaceKey("/Dest", destination(entry.page, entry.y));
            if (previous.isInitialized()) {
                previous.replaceKey("/Next", item);
                item.replaceKey("/Prev", previous);
            } else {
                parent.replaceKey("/First", item);
            }
            parent.replaceKey("/Last", item);
            previous = item;
            ++count;
            i = addOutlineLevel(item, i + 1, entry.level);
        }
        if (count > 0) // below the first level closed, which a negative count says
            parent.replaceKey("/Count", QPDFObjectHandle::newInteger(level == 0 ? count : -count));
        return i;
    }

    void addOutline()
    {
        if (m_layout.outline.isEmpty())
            return;
        auto root = m_pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        root.replaceKey("/Type", name("/Outlines"));
        addOutlineLevel(root, 0, 0);
        m_pdf.getRoot().replaceKey("/Outlines", root);
        m_pdf.getRoot().replaceKey("/PageMode", name("/UseOutlines"));
    }

    void describe()
    {
        auto info = m_pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        info.replaceKey("/Title", unicode(m_report.title));
        info.replaceKey("/Creator", unicode(u"Second Story"_s));
        info.replaceKey("/Producer",
                        unicode(u"Second Story "_s + QStringLiteral(SECONDSTORY_VERSION)));
        info.replaceKey("/CreationDate", unicode(pdfDate(m_report.modified)));
        info.replaceKey("/ModDate", unicode(pdfDate(m_report.modified)));
        m_pdf.getTrailer().replaceKey("/Info", info);
        auto root = m_pdf.getRoot();
        root.replaceKey("/Lang", unicode(m_report.language));
        root.replaceKey("/ViewerPreferences",
                        QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
        root.removeKey("/OutputIntents");
        auto stream = QPDFObjectHandle::newStream(&m_pdf, metadata(m_report).toStdString());
        stream.getDict().replaceKey("/Type", name("/Metadata"));
        stream.getDict().replaceKey("/Subtype", name("/XML"));
        root.replaceKey("/Metadata", stream);
    }

    const Report &m_report;
    const LaidOutReport &m_layout;
    QPDF m_pdf;
    std::vector<QPDFPageObjectHelper> m_pages;
};

} // namespace

Result<QByteArray> finishPdf(const QByteArray &pdf, const Report &report,
                             const LaidOutReport &layout)
{
    try {
        return PdfFinisher(pdf, report, layout).run();
    } catch (const std::exception &problem) { // libqpdf reports by exception; it ends here
        Error error{
            ErrorCode::BadInput, Words::tr("The PDF could not be finished"), {}, {}, {}, {}
        };
        error.detail = QString::fromUtf8(problem.what());
        return failure(error);
    }
}

} // namespace SecondStory::Reporting
