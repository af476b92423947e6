// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"

namespace SecondStory::Importing {

/// Logs of IRC channels: irssi, WeeChat, XChat and HexChat (log and scrollback), ZNC, Ubuntu's and
/// meetbot's. A person keeps one handle through changes of nick.
class IrcImporter : public Importer {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("irc"); }
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] Needs needs() const override { return Need::Date | Need::Zone; }
    [[nodiscard]] Likelihood probe(const EvidenceInput &input) const override;
    [[nodiscard]] Needs missing(EvidenceInput &input, const ImportOptions &options) const override;
    [[nodiscard]] Result<ReadSummary> read(EvidenceInput &input, const ImportOptions &options,
                                           ImportSink &sink) const override;
};

} // namespace SecondStory::Importing
