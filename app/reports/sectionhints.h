// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace SecondStory::Ui {

/// What a template suggests to write under a heading.
struct SectionHint {
    QString heading;
    QString hint;
};

/// The suggestions of a template; those of "standard" for an unknown one.
[[nodiscard]] QList<SectionHint> sectionHints(const QString &templateId);

} // namespace SecondStory::Ui
