// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/evidenceparts.h"

#include "importing/archivereader.h"
#include "importing/textdecoding.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

bool isLeftBehind(const QString &entry)
{
    const auto parts = QStringView(entry).split(u'/');
    return std::any_of(parts.begin(), parts.end(), [](QStringView part) {
        return part.startsWith(u'.') || part == u"__MACOSX"_s
            || part.compare(u"Thumbs.db"_s, Qt::CaseInsensitive) == 0
            || part.compare(u"desktop.ini"_s, Qt::CaseInsensitive) == 0;
    });
}

/// Endings of files in which no importer finds records.
bool isOtherByEnding(const QString &entry)
{
    static const QSet<QString> kEndings{
        // pictures
        u"png"_s, u"jpg"_s, u"jpeg"_s, u"gif"_s, u"webp"_s, u"bmp"_s, u"ico"_s, u"svg"_s, u"heic"_s,
        u"tif"_s, u"tiff"_s, u"psd"_s,
        // recordings
        u"mp3"_s, u"mp4"_s, u"m4a"_s, u"mov"_s, u"avi"_s, u"mkv"_s, u"webm"_s, u"wav"_s, u"ogg"_s,
        // office documents
        u"pdf"_s, u"doc"_s, u"docx"_s, u"xls"_s, u"xlsx"_s, u"ppt"_s, u"pptx"_s, u"odt"_s, u"ods"_s,
        // archives
        u"zip"_s, u"gz"_s, u"tgz"_s, u"bz2"_s, u"xz"_s, u"zst"_s, u"7z"_s, u"rar"_s, u"tar"_s,
        // programs, data bases, fonts
        u"exe"_s, u"dll"_s, u"so"_s, u"dylib"_s, u"class"_s, u"jar"_s, u"pyc"_s, u"o"_s, u"a"_s,
        u"bin"_s, u"db"_s, u"sqlite"_s, u"sqlite3"_s, u"woff"_s, u"woff2"_s, u"ttf"_s, u"otf"_s,
        // the dress of a web page
        u"css"_s, u"js"_s, u"map"_s
    };
    const qsizetype dot = entry.lastIndexOf(u'.');
    return dot > entry.lastIndexOf(u'/') && kEndings.contains(entry.mid(dot + 1).toLower());
}

/// What is no text, told by its first bytes.
bool isOtherByHead(QByteArrayView head)
{
    static constexpr std::array<const char *, 10> kMarks{
        "\x89PNG",
        "\xFF\xD8\xFF",
        "GIF8",
        "%PDF-",
        "7z\xBC\xAF",
        "Rar!",
        "BZh",
        "OggS",
        "\x7F"
        "ELF",
        "\xFD"
        "7zXZ",
    };
    if (archiveKind(head) != ArchiveKind::None)
        return true;
    if (std::any_of(kMarks.begin(), kMarks.end(),
                    [head](const char *mark) { return head.startsWith(mark); }))
        return true;
    // Only UTF-16 with its mark may hold NUL bytes.
    return textStart(head).encoding == TextEncoding::Utf8 && head.contains('\0');
}

} // namespace

QStringList evidenceEntries(const EvidenceInput &bundle)
{
    QStringList kept;
    const QStringList entries = bundle.entries();
    for (const QString &entry : entries) {
        if (isLeftBehind(entry) || isOtherByEnding(entry))
            continue;
        const QByteArray head = bundle.entryHead(entry);
        if (!head.isEmpty() && !isOtherByHead(head))
            kept.append(entry);
    }
    return kept;
}

} // namespace SecondStory::Importing
