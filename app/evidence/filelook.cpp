// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/filelook.h"

namespace SecondStory::Ui {

namespace {

constexpr int kPreviewedEvents = 20;

} // namespace

FileLook FileLooker::look(const Services::ImportRequest &request)
{
    FileLook look;
    auto preview = Services::previewImport(m_registry, m_inputs, request, kPreviewedEvents);
    if (!preview) {
        look.error = preview.error();
        return look;
    }
    look.preview = std::move(*preview);
    look.guessed = Importing::guessMapping(look.preview.columns);
    return look;
}

} // namespace SecondStory::Ui
