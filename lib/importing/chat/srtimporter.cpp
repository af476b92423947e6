// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/srtimporter.h"

#include "importing/chat/cuerun.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kProbedLines = 40;

} // namespace

QString SrtImporter::displayName() const
{
    return QCoreApplication::translate("Importing", "Subtitles (SubRip, SRT)");
}

Likelihood SrtImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle() || input.headText().startsWith(u"WEBVTT"_s))
        return 0;
    int lines = 0;
    for (const QStringView line : QStringView(input.headText()).split(u'\n')) {
        const QStringView text = line.trimmed();
        if (text.isEmpty())
            continue;
        if (text.contains(u"-->") && readCueTime(text, CueFormat::Srt))
            return lines <= 1 ? 95 : 60;
        if (++lines > kProbedLines)
            break;
    }
    return 0;
}

Needs SrtImporter::missing(EvidenceInput &, const ImportOptions &options) const
{
    return options.start ? Needs() : Needs(Need::Start);
}

Result<ReadSummary> SrtImporter::read(EvidenceInput &input, const ImportOptions &options,
                                      ImportSink &sink) const
{
    return readCues(input, CueFormat::Srt, options, sink);
}

} // namespace SecondStory::Importing
