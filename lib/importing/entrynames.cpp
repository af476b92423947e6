// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/entrynames.h"

#include "importing/importerrors.h"
#include "importing/limits.h"

#include <QDir>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// Why the name cannot be taken; empty when it can.
QString objection(const QString &name)
{
    if (name.isEmpty())
        return translated("an entry has no name");
    if (name.startsWith(u'/'))
        return translated("the entry's name is absolute");
    if (name.contains(u'\\'))
        return translated("the entry's name holds a backslash");
    if (name.size() >= 2 && name[1] == u':')
        return translated("the entry's name holds a drive letter");
    if (std::any_of(name.begin(), name.end(),
                    [](QChar c) { return c.category() == QChar::Other_Control; }))
        return translated("the entry's name holds a control character");
    if (name.split(u'/').contains(u".."_s))
        return translated("the entry's name leads out of the archive");
    return {};
}

} // namespace

EntryNames::EntryNames(QString fileName)
    : m_fileName(std::move(fileName))
{
}

Result<void> EntryNames::add(const QString &name)
{
    if (const QString why = objection(name); !why.isEmpty())
        return badInput(m_fileName, name, why);
    // "a//b", "./a/b" and "A/b" are one file on some machine or other.
    const QString key = QDir::cleanPath(name).normalized(QString::NormalizationForm_C).toLower();
    if (m_seen.contains(key))
        return badInput(m_fileName, name, translated("the entry is there twice"));
    m_seen.insert(key);
    if (m_seen.size() > Limits::kArchiveEntries)
        return badInput(m_fileName, name, translated("holds more than 10,000 entries"));
    return {};
}

} // namespace SecondStory::Importing
