// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "help/formatpages.h"

#include "importing/importerregistry.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Handbook", text);
}

QString pageOf(const Importing::Importer &importer)
{
    const QString page = u"formats/"_s + importer.id();
    return QFile::exists(u":/help/%1.md"_s.arg(page)) ? page : QString();
}

QString needWords(Importing::Needs needs)
{
    QStringList words;
    if (needs.testFlag(Importing::Need::Zone))
        words << tr("the time zone");
    if (needs.testFlag(Importing::Need::Date))
        words << tr("the day");
    if (needs.testFlag(Importing::Need::Start))
        words << tr("when it started");
    if (needs.testFlag(Importing::Need::Mapping))
        words << tr("the columns");
    return words.isEmpty() ? tr("nothing") : words.join(tr(", "));
}

std::vector<const Importing::Importer *> byName(const Importing::ImporterRegistry &registry)
{
    std::vector<const Importing::Importer *> importers;
    for (const auto &importer : registry.all())
        importers.push_back(importer.get());
    std::sort(importers.begin(), importers.end(), [](const auto *a, const auto *b) {
        return a->displayName().localeAwareCompare(b->displayName()) < 0;
    });
    return importers;
}

} // namespace

QStringList formatPages()
{
    const Importing::ImporterRegistry registry;
    QStringList pages;
    for (const auto *importer : byName(registry)) {
        if (const QString page = pageOf(*importer); !page.isEmpty())
            pages << page;
    }
    return pages;
}

QString formatTable()
{
    const Importing::ImporterRegistry registry;
    QString table = u"| %1 | %2 | %3 |\n|---|---|---|\n"_s.arg(tr("Format"), tr("Id"),
                                                               tr("May have to be told"));
    for (const auto *importer : byName(registry)) {
        const QString page = pageOf(*importer);
        const QString name = page.isEmpty() ? importer->displayName()
                                            : u"[%1](%2.md)"_s.arg(importer->displayName(), page);
        table += u"| %1 | `%2` | %3 |\n"_s.arg(name, importer->id(), needWords(importer->needs()));
    }
    return table;
}

} // namespace SecondStory::Ui
