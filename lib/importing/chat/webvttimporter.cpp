// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/webvttimporter.h"

#include "importing/chat/cuerun.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

QString WebVttImporter::displayName() const
{
    return QCoreApplication::translate("Importing", "Call transcript (WebVTT)");
}

Likelihood WebVttImporter::probe(const EvidenceInput &input) const
{
    return !input.isBundle() && input.headText().startsWith(u"WEBVTT"_s) ? 100 : 0;
}

Needs WebVttImporter::missing(EvidenceInput &, const ImportOptions &options) const
{
    return options.start ? Needs() : Needs(Need::Start);
}

Result<ReadSummary> WebVttImporter::read(EvidenceInput &input, const ImportOptions &options,
                                         ImportSink &sink) const
{
    return readCues(input, CueFormat::WebVtt, options, sink);
}

} // namespace SecondStory::Importing
