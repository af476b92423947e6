// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace SecondStory::Importing {

/// The words of a piece of HTML as plain text: tags are left out, entities become characters,
/// blocks and <br> become line breaks, list items begin with "- ", cells are parted by " | ",
/// pictures give their description. What stands in script, style and comments is left out. Takes
/// any characters; nothing is loaded and no address is followed.
/// Cost: linear in `html`; the result is never longer than `html`.
[[nodiscard]] QString plainFromHtml(QStringView html);

} // namespace SecondStory::Importing
