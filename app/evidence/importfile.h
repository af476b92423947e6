// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evidence/filelook.h"

namespace SecondStory::Ui {

/// Where a file is on its way into the review.
enum class ImportState {
    Looking,
    Asking, ///< something has to be said first
    Ready,
    Waiting, ///< for those before it
    Reading,
    Unknown, ///< no format fits
    Failed, ///< opened or read in vain
    Done,
    LeftOut,
};

/// One file of a drop: what is asked of it, what it looks like, how far it is.
struct ImportFile {
    int number = 0; ///< its place in the drop; stays
    QString name; ///< as people know it: below the folder or archive they dropped
    Services::ImportRequest request;
    FileLook look;
    ImportState state = ImportState::Looking;
    QString message;
    int generation = 0; ///< the look that counts
    int percent = 0;
    EvidenceSource source; ///< once it was imported

    /// The format it is read as: chosen, or the likeliest; empty when none fits.
    [[nodiscard]] QString importerId() const;
    /// What it does not say itself: what has to be answered, and the zone where the review's is
    /// taken for it.
    [[nodiscard]] Importing::Needs lacks() const;
    /// What of `needs` has been answered for it.
    [[nodiscard]] Importing::Needs answered(Importing::Needs needs) const;
    /// Neither on its way nor there.
    [[nodiscard]] bool isOpen() const;
    /// Sets the state and the message from the look.
    void judge();
};

} // namespace SecondStory::Ui
