// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/evidenceinput.h"
#include "importing/jsonvalue.h"
#include "importing/parsedevent.h"
#include "importing/chat/slackmarkup.h"

#include <QSet>

namespace SecondStory::Importing {

/// One day of one channel.
struct SlackDay {
    QString entry; ///< in the bundle
    QString folder; ///< the channel's folder
    QString file; ///< "2026-03-12.json"
};

/// Who and what a Slack export talks about: its people, its channels and its days.
class SlackDirectory {
public:
    /// Reads users and channels. Errors: BadInput naming the entry and byte.
    [[nodiscard]] static Result<SlackDirectory> read(EvidenceInput &input);
    /// Days by their names alone, sorted by channel and date; empty when this is no Slack export.
    [[nodiscard]] static QList<SlackDay> days(const QStringList &entries);

    [[nodiscard]] const SlackNames &people() const { return m_people; }
    /// The channel's id; the folder's name when the export does not list it.
    [[nodiscard]] QString channelId(const QString &folder) const
    {
        return m_channelIds.value(folder, folder);
    }
    /// "#incident" for channels, the members' names for direct messages.
    [[nodiscard]] QString laneName(const QString &folder) const;
    /// Who wrote a message; nothing when nobody is named.
    [[nodiscard]] std::optional<ParsedActor> authorOf(const JsonValue &message) const;

private:
    [[nodiscard]] Result<void> readUsers(EvidenceInput &input, const QString &entry);
    [[nodiscard]] Result<void> readChannels(EvidenceInput &input, const QString &entry,
                                            bool isDirect);

    SlackNames m_people;
    QSet<QString> m_bots;
    QHash<QString, QString> m_channelIds; ///< by folder
    QHash<QString, QString> m_directNames; ///< by folder
};

/// Reads an entry as a JSON list of objects. Errors: BadInput naming the entry and byte.
[[nodiscard]] Result<JsonValue> readJsonList(EvidenceInput &input, const QString &entry);

} // namespace SecondStory::Importing
