// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One program for all importers; the name it is called by, fuzz_<importer id>, says which. Whatever
// the bytes are, the importer answers, keeps to its contract and leaves the memory as it was.

#include "importing/importerregistry.h"
#include "support/bundletext.h"
#include "support/contractsink.h"
#include "unitclock.h"

#include <cstdio>
#include <cstdlib>

using namespace SecondStory;
using namespace SecondStory::Importing;

namespace {

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken contract: %s\n", what);
    std::abort();
}

const Importer *importer = nullptr;

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv);
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerInitialize(int *, char ***argv)
{
    static const ImporterRegistry registry;
    const QString program = QString::fromLocal8Bit(**argv);
    importer = registry.find(program.mid(program.lastIndexOf(u'_') + 1));
    require(importer != nullptr, "the program's name ends with no importer's id");
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    // With all that a person could have said, in a zone whose clocks change, and with nothing.
    ImportOptions given = everythingGiven();
    given.fallbackZone = QStringLiteral("Europe/Paris");
    for (const ImportOptions &options : { given, ImportOptions() }) {
        const UnitClock clock(data, size);
        const auto input = inputFromBytes(QStringLiteral("evidence"), bytes);
        const Likelihood likelihood = importer->probe(*input);
        require(likelihood >= 0 && likelihood <= 100, "a likelihood out of range");
        (void)importer->missing(*input, options);
        ContractSink sink;
        sink.close(importer->read(*input, options, sink), static_cast<qint64>(size));
        require(sink.fault.isEmpty(), qPrintable(sink.fault));
    }
    return 0;
}
