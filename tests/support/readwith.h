// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importerregistry.h"
#include "support/recordingsink.h"

#include <QTest>

namespace SecondStory::Importing {

/// Reads bytes with an importer; an error fails the test.
[[nodiscard]] inline RecordingSink readWith(const Importer &importer, const QByteArray &bytes,
                                            const ImportOptions &options = {},
                                            const QString &name = QStringLiteral("evidence.txt"))
{
    RecordingSink sink;
    const auto summary = readBytes(importer, bytes, sink, options, name);
    if (!summary)
        QTest::qFail(qPrintable(summary.error().toString()), __FILE__, __LINE__);
    return sink;
}
/// The same with the importer of that id.
[[nodiscard]] inline RecordingSink readWith(const QString &id, const QByteArray &bytes,
                                            const ImportOptions &options = {})
{
    return readWith(*ImporterRegistry().find(id), bytes, options);
}

/// How sure an importer is of bytes in a file of that name.
[[nodiscard]] inline Likelihood probed(const Importer &importer, const QByteArray &bytes,
                                       const QString &name = QStringLiteral("evidence.json"))
{
    return importer.probe(*EvidenceInput::fromBytes(name, bytes));
}

/// The id of the importer that is surest of these bytes; empty when none knows them.
[[nodiscard]] inline QString detected(const QByteArray &bytes,
                                      const QString &name = QStringLiteral("evidence.json"))
{
    const ImporterRegistry registry;
    const auto candidates = registry.detect(*EvidenceInput::fromBytes(name, bytes));
    return candidates.empty() ? QString() : candidates.front().importer->id();
}

/// Reads bytes that the importer of that id has to be surest of; anything else fails the test.
[[nodiscard]] inline RecordingSink readDetected(const QString &id, const QByteArray &bytes,
                                                const ImportOptions &options, const QString &name)
{
    if (detected(bytes, name) != id)
        QTest::qFail("the file is taken for something else", __FILE__, __LINE__);
    return readWith(*ImporterRegistry().find(id), bytes, options, name);
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
