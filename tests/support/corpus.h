// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/bundletext.h"

#include <QDir>
#include <QFile>
#include <QList>

namespace SecondStory::Importing {

/// A small sound file of one format, from tests/fuzz/corpus/<importer id>/. A bundle is given as
/// one text (see bundletext.h), whether it lies there as such a text, as an archive or as a folder.
struct SoundFile {
    QString name;
    QByteArray bytes;
};

[[nodiscard]] inline QByteArray textOfBundle(EvidenceInput &bundle)
{
    QByteArray text;
    const QStringList entries = bundle.entries();
    for (const QString &entry : entries) {
        if (!text.isEmpty())
            text += '\n';
        text += kEntryMark + entry.toUtf8() + '\n' + bundle.readEntry(entry).value_or(QByteArray());
    }
    return text;
}

[[nodiscard]] inline QList<SoundFile> soundFiles(const QString &importerId)
{
    const QString source =
        qEnvironmentVariable("SECONDSTORY_SOURCE", QStringLiteral(QT_TESTCASE_SOURCEDIR "/.."));
    const QDir folder(QString(source + QStringLiteral("/tests/fuzz/corpus/") + importerId));
    QList<SoundFile> files;
    const auto list = folder.entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : list) {
        const auto input = EvidenceInput::open(folder.filePath(name));
        if (!input)
            continue;
        files.append({ name,
                       (*input)->isBundle() ? textOfBundle(**input)
                                            : (*input)->stream().value()->readAll() });
    }
    return files;
}

} // namespace SecondStory::Importing
