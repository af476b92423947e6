// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/importitems.h"

#include "importing/evidenceparts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

/// More would be a disk, not a folder of exports.
constexpr qsizetype kMostItems = 10'000;
constexpr int kMostDepth = 32;
/// Beyond this, files of one folder share its lane.
constexpr int kLanesOfAFolder = 6;

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::ImportItems", text);
}

class Walk {
public:
    Walk(const Importing::ImporterRegistry &registry, const std::function<bool()> &goOn)
        : m_registry(registry)
        , m_goOn(goOn)
    {
    }

    void take(const QString &path)
    {
        const QFileInfo info(path);
        if (info.isDir())
            takeFolder(path, 0);
        else
            takeFile(path);
    }
    [[nodiscard]] ImportItems result() { return std::move(m_result); }

private:
    [[nodiscard]] bool isOver()
    {
        m_isOver = m_isOver || (m_goOn && !m_goOn());
        return m_isOver;
    }

    void takeFolder(const QString &path, int depth)
    {
        const auto bundle = Importing::EvidenceInput::open(path);
        if (bundle && !m_registry.detect(**bundle).empty())
            return add({ path, {}, {} });
        const auto before = m_result.items.size() + m_result.leftOut.size();
        const QDir folder(path);
        const QFileInfoList inside = folder.entryInfoList(QDir::AllEntries | QDir::Hidden
                                                              | QDir::System | QDir::NoDotAndDotDot,
                                                          QDir::Name | QDir::DirsLast);
        const bool isOneLane =
            std::count_if(inside.begin(), inside.end(),
                          [](const QFileInfo &info) { return info.isFile() && !info.isHidden(); })
            > kLanesOfAFolder;
        const auto first = m_result.items.size();
        for (const QFileInfo &info : inside) {
            if (isOver())
                return;
            if (const QString why = objection(info, depth); !why.isEmpty())
                leaveOut(info.filePath(), why);
            else if (info.isDir())
                takeFolder(info.filePath(), depth + 1);
            else
                takeFile(info.filePath(), isOneLane ? folder.dirName() : QString());
        }
        if (depth == 0 && first == m_result.items.size()
            && before == m_result.items.size() + m_result.leftOut.size())
            leaveOut(path, tr("an empty folder"));
    }

    [[nodiscard]] static QString objection(const QFileInfo &info, int depth)
    {
        if (info.isSymLink())
            return tr("a link to somewhere else");
        if (info.isHidden())
            return tr("hidden");
        if (info.isDir() && depth >= kMostDepth)
            return tr("too deep inside folders");
        if (!info.isDir() && !info.isFile())
            return tr("neither a file nor a folder");
        if (!info.isReadable())
            return tr("cannot be read");
        return info.isFile() && info.size() == 0 ? tr("empty") : QString();
    }

    void takeFile(const QString &path, const QString &lane = {})
    {
        const auto input = Importing::EvidenceInput::open(path);
        if (!input || !(*input)->isBundle() || !m_registry.detect(**input).empty())
            return add({ path, {}, lane });
        const QStringList entries = Importing::evidenceEntries(**input);
        const QSet<QString> kept(entries.begin(), entries.end());
        for (const QString &entry : (*input)->entries()) {
            if (!kept.contains(entry))
                leaveOut(ImportItem{ path, entry, {} }.label(),
                         tr("hidden, empty, or no text that could be read"));
        }
        const bool isOneLane = entries.size() > kLanesOfAFolder;
        for (const QString &entry : entries)
            add({ path, entry, isOneLane ? QFileInfo(path).completeBaseName() : QString() });
        if (entries.isEmpty())
            add({ path, {}, {} });
    }

    void add(const ImportItem &item)
    {
        if (m_result.items.size() >= kMostItems) {
            m_isOver = true;
            return leaveOut(item.label(), tr("more than 10,000 files; the rest is left out"));
        }
        const QString label = item.label();
        if (m_known.contains(label))
            return;
        m_known.insert(label);
        m_result.items << item;
    }

    void leaveOut(const QString &path, const QString &why)
    {
        m_result.leftOut << LeftOutItem{ path, why };
    }

    const Importing::ImporterRegistry &m_registry;
    const std::function<bool()> &m_goOn;
    ImportItems m_result;
    QSet<QString> m_known;
    bool m_isOver = false;
};

} // namespace

QString ImportItem::label() const
{
    return entry.isEmpty() ? path : QString(path + u'/' + entry);
}

ImportItems importItems(const QStringList &paths, const Importing::ImporterRegistry &registry,
                        const std::function<bool()> &goOn)
{
    Walk walk(registry, goOn);
    for (const QString &path : paths)
        walk.take(path);
    return walk.result();
}

} // namespace SecondStory::Services
