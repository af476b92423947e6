// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Zip, tar and gzip files of any bytes: an answer each time, in bounded memory.

#include "importing/archivereader.h"
#include "importing/evidenceparts.h"
#include "unitclock.h"

#include <QFile>

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>

using namespace SecondStory;
using namespace SecondStory::Importing;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const UnitClock clock(data, size);
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const ArchiveKind kind = archiveKind(bytes);
    if (kind == ArchiveKind::None)
        return 0;
    QFile file;
    if (!file.open(memfd_create("evidence", 0), QIODevice::ReadWrite, QFileDevice::AutoCloseHandle))
        std::abort();
    file.write(bytes.data(), bytes.size());
    file.flush();
    auto unpacked = unpack(file, QStringLiteral("evidence"), kind);
    if (unpacked && unpacked->isBundle)
        (void)evidenceEntries(
            *EvidenceInput::fromEntries(QStringLiteral("evidence"), std::move(unpacked->entries)));
    return 0;
}
