// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importerregistry.h"
#include "support/recordingsink.h"

#include <QTest>

namespace SecondStory::Importing {

/// Reads bytes with the importer of that id; an error fails the test.
[[nodiscard]] inline RecordingSink readWith(const QString &id, const QByteArray &bytes,
                                            const ImportOptions &options = {})
{
    const ImporterRegistry registry;
    RecordingSink sink;
    const auto summary = readBytes(*registry.find(id), bytes, sink, options);
    if (!summary)
        QTest::qFail(qPrintable(summary.error().toString()), __FILE__, __LINE__);
    return sink;
}

/// The id of the importer that is surest of these bytes; empty when none knows them.
[[nodiscard]] inline QString detected(const QByteArray &bytes,
                                      const QString &name = QStringLiteral("evidence.json"))
{
    const ImporterRegistry registry;
    const auto candidates = registry.detect(*EvidenceInput::fromBytes(name, bytes));
    return candidates.empty() ? QString() : candidates.front().importer->id();
}

/// What the importer of that id wants to be told before it reads these bytes.
[[nodiscard]] inline Needs missingFor(const QString &id, const QByteArray &bytes,
                                      const ImportOptions &options = {})
{
    const ImporterRegistry registry;
    const auto input = EvidenceInput::fromBytes(QStringLiteral("evidence"), bytes);
    return registry.find(id)->missing(*input, options);
}

} // namespace SecondStory::Importing
