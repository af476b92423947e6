// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/qdacodebook.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

constexpr qsizetype kMostCodes = 10'000;
constexpr qsizetype kMostDepth = 100;

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::QdaCodebook", text);
}

/// What a codebook of ours says beyond the format stands in the description, one line each.
struct Extra {
    const char16_t *label;
    QString Code::*text;
};
constexpr Extra kExtras[] = { { u"When to use: ", &Code::whenToUse },
                              { u"When not: ", &Code::whenNot },
                              { u"Example: ", &Code::example },
                              { u"Category: ", &Code::category } };

QString descriptionOf(const Code &code)
{
    QStringList lines;
    if (!code.definition.isEmpty())
        lines << code.definition;
    for (const Extra &extra : kExtras) {
        if (const QString text = (code.*extra.text).simplified(); !text.isEmpty())
            lines << QString(QString::fromUtf16(extra.label) + text);
    }
    return lines.join(u'\n');
}

void setDescription(Code &code, const QString &description)
{
    QStringList definition;
    for (const QString &line : description.split(u'\n')) {
        const auto extra =
            std::find_if(std::begin(kExtras), std::end(kExtras), [&line](const Extra &each) {
                return line.startsWith(QStringView(each.label));
            });
        if (extra == std::end(kExtras))
            definition << line;
        else
            code.*extra->text = line.mid(QStringView(extra->label).size()).trimmed();
    }
    code.definition = definition.join(u'\n').trimmed();
}

class Writer {
public:
    explicit Writer(const QList<Code> &codes)
        : m_codes(codes)
        , m_xml(&m_bytes)
    {
        for (const Code &code : codes)
            m_ids << code.id;
    }

    QByteArray write()
    {
        m_xml.setAutoFormatting(true);
        m_xml.writeStartDocument();
        m_xml.writeStartElement(u"CodeBook"_s);
        m_xml.writeDefaultNamespace(u"urn:QDA-XML:codebook:1.0"_s);
        m_xml.writeAttribute(u"origin"_s, u"Second Story " SECONDSTORY_VERSION ""_s);
        m_xml.writeStartElement(u"Codes"_s);
        for (const Code &code : m_codes) {
            if (!m_ids.contains(code.parentId))
                writeCode(code);
        }
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    void writeCode(const Code &code)
    {
        m_xml.writeStartElement(u"Code"_s);
        m_xml.writeAttribute(u"guid"_s, code.id.toString());
        m_xml.writeAttribute(u"name"_s, code.key + u' ' + code.name);
        m_xml.writeAttribute(u"isCodable"_s, u"true"_s);
        if (const QString description = descriptionOf(code); !description.isEmpty())
            m_xml.writeTextElement(u"Description"_s, description);
        for (const Code &child : m_codes) {
            if (child.parentId == code.id)
                writeCode(child);
        }
        m_xml.writeEndElement();
    }

    const QList<Code> &m_codes;
    QSet<CodeId> m_ids;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

class Reader {
public:
    explicit Reader(const QByteArray &xml)
        : m_xml(xml)
    {
    }

    Result<QList<Code>> read()
    {
        while (!m_xml.atEnd() && m_problem.isEmpty()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::DTD:
                m_problem = tr("a document type is not accepted");
                break;
            case QXmlStreamReader::StartElement:
                start();
                break;
            case QXmlStreamReader::EndElement:
                if (m_xml.name() == u"Code" && !m_open.isEmpty())
                    m_open.removeLast();
                break;
            default:
                break;
            }
        }
        if (m_problem.isEmpty() && m_xml.hasError())
            m_problem = m_xml.errorString();
        if (m_problem.isEmpty() && !m_isCodebook)
            m_problem = tr("this is not a REFI-QDA codebook");
        if (m_problem.isEmpty() && m_codes.isEmpty())
            m_problem = tr("the codebook holds no code");
        if (m_problem.isEmpty())
            return m_codes;
        Error error;
        error.code = ErrorCode::BadInput;
        error.place = u"line %1"_s.arg(m_xml.lineNumber());
        error.what = m_problem;
        return failure(std::move(error));
    }

private:
    void start()
    {
        if (m_xml.name() == u"CodeBook")
            m_isCodebook = true;
        else if (m_xml.name() == u"Code")
            startCode();
        else if (m_xml.name() == u"Description" && !m_open.isEmpty())
            setDescription(m_codes[m_open.last()], m_xml.readElementText().trimmed());
    }

    void startCode()
    {
        if (m_codes.size() >= kMostCodes || m_open.size() >= kMostDepth) {
            m_problem = tr("the codebook is too large");
            return;
        }
        const QString name = m_xml.attributes().value(u"name"_s).toString().simplified();
        if (name.isEmpty()) {
            m_problem = tr("a code has no name");
            return;
        }
        Code code;
        code.id = CodeId::fromString(m_xml.attributes().value(u"guid"_s).toString());
        if (code.id.isNull() || m_ids.contains(code.id))
            code.id = CodeId::create();
        m_ids << code.id;
        if (!m_open.isEmpty())
            code.parentId = m_codes[m_open.last()].id;
        nameCode(code, name);
        code.position = static_cast<int>(m_codes.size());
        m_open << m_codes.size();
        m_codes << code;
    }

    /// "P01 Deadline" has its key in front; other books have none, and the name serves.
    void nameCode(Code &code, const QString &name)
    {
        static const QRegularExpression withKey(u"^([A-Z]{1,3}[0-9]{1,4}) (.+)$"_s);
        const auto match = withKey.match(name);
        code.key = match.hasMatch() ? match.captured(1) : name.left(40);
        code.name = match.hasMatch() ? match.captured(2) : name;
        const QString plain = code.key;
        for (int i = 2; m_keys.contains(code.key); ++i)
            code.key = u"%1 %2"_s.arg(plain).arg(i);
        m_keys << code.key;
    }

    QXmlStreamReader m_xml;
    QList<Code> m_codes;
    QList<qsizetype> m_open;
    QSet<CodeId> m_ids;
    QSet<QString> m_keys;
    QString m_problem;
    bool m_isCodebook = false;
};

} // namespace

Result<QByteArray> writeQdaCodebook(const QList<Code> &codes)
{
    if (codes.isEmpty())
        return failure(ErrorCode::BadInput, tr("the format knows no empty codebook"));
    return Writer(codes).write();
}

Result<QList<Code>> readQdaCodebook(const QByteArray &xml)
{
    return Reader(xml).read();
}

} // namespace SecondStory::Services
