// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/xmlpull.h"

#include "importing/importerrors.h"
#include "importing/limits.h"
#include "importing/textdecoding.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qint64 kChunkBytes = 64 * 1024;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

QStringDecoder::Encoding decoding(TextEncoding encoding)
{
    return encoding == TextEncoding::Utf8             ? QStringDecoder::Utf8
        : encoding == TextEncoding::Utf16LittleEndian ? QStringDecoder::Utf16LE
                                                      : QStringDecoder::Utf16BE;
}

} // namespace

XmlPull::XmlPull(QIODevice &device, QString fileName)
    : m_device(device)
    , m_fileName(std::move(fileName))
{
    m_xml.setEntityExpansionLimit(0);
}

Result<bool> XmlPull::next()
{
    while (true) {
        const auto type = m_xml.readNext();
        if (type == QXmlStreamReader::DTD)
            return fault(translated("declares a document type (DOCTYPE), which is refused"));
        if (type != QXmlStreamReader::Invalid) {
            m_sinceToken = 0;
            if (type != QXmlStreamReader::EndDocument)
                return true;
            return false;
        }
        if (m_xml.error() != QXmlStreamReader::PrematureEndOfDocumentError)
            return fault(translated("is not valid XML"));
        const auto fed = feed();
        if (!fed)
            return fed;
        if (!*fed)
            return fault(translated("ends in the middle of the XML"));
    }
}

Result<bool> XmlPull::feed()
{
    QByteArray chunk = m_device.read(kChunkBytes);
    if (chunk.isEmpty())
        return false;
    m_bytesRead += chunk.size();
    m_sinceToken += chunk.size();
    if (m_sinceToken > Limits::kJsonRecordBytes)
        return fault(translated("a record is larger than 32 MiB"));
    if (!m_decoder) {
        const TextStart start = textStart(chunk);
        m_decoder.emplace(decoding(start.encoding));
        chunk.remove(0, start.markLength);
    }
    const QString text = m_decoder->decode(chunk);
    if (text.contains(QChar(u'\0')))
        return fault(translated("holds a NUL byte, so it is not text"));
    m_isRepaired = m_isRepaired || m_decoder->hasError();
    m_xml.addData(text);
    return true;
}

tl::unexpected<Error> XmlPull::fault(const QString &what) const
{
    return badInput(m_fileName, linePlace(m_xml.lineNumber()), what);
}

} // namespace SecondStory::Importing
