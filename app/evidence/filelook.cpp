// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/filelook.h"

#include "services/evidencecolumns.h"
#include "store/library.h"

#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace SecondStory::Ui {

namespace {

constexpr int kPreviewedEvents = 20;
constexpr int kFilesAtOnce = 200;

QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator it(folder, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (it.hasNext() && files.size() < kFilesAtOnce)
        files << it.next();
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

FileLook lookAt(const QString &libraryPath, const Services::ImportRequest &request)
{
    FileLook look;
    const auto library = Store::Library::open(libraryPath);
    if (!library) {
        look.error = library.error();
        return look;
    }
    const Importing::ImporterRegistry registry;
    auto preview = Services::ImportService(**library, registry).preview(request, kPreviewedEvents);
    if (!preview) {
        look.error = preview.error();
        return look;
    }
    look.preview = std::move(*preview);
    const auto input = Importing::EvidenceInput::open(request.path);
    if (!input) {
        look.error = input.error();
        return look;
    }
    look.size = (*input)->size();
    look.isBundle = (*input)->isBundle();
    look.entries = static_cast<int>((*input)->entries().size());
    const QString format = !request.importerId.isEmpty() ? request.importerId
        : look.preview.candidates.isEmpty()              ? QString()
                                                         : look.preview.candidates.first().first;
    look.columns = Services::evidenceColumns(**input, format);
    look.guessed = Importing::guessMapping(look.columns);
    return look;
}

QStringList expandedPaths(const QStringList &paths)
{
    const Importing::ImporterRegistry registry;
    QStringList expanded;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            expanded << path;
            continue;
        }
        const auto input = Importing::EvidenceInput::open(path);
        if (input && !registry.detect(**input).empty())
            expanded << path;
        else
            expanded << filesIn(path);
    }
    expanded.removeDuplicates();
    return expanded;
}

} // namespace SecondStory::Ui
