// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/importservice.h"

namespace SecondStory::Ui {

/// What a dropped file turned out to be.
struct FileLook {
    Services::ImportPreview preview;
    Importing::ColumnMapping guessed; ///< of its columns
    std::optional<Error> error; ///< it could not be opened
};

/// Looks into files as they would be imported. Threads: one instance per thread.
class FileLooker {
public:
    [[nodiscard]] FileLook look(const Services::ImportRequest &request);

private:
    Importing::ImporterRegistry m_registry;
    Services::ImportInputs m_inputs;
};

} // namespace SecondStory::Ui
