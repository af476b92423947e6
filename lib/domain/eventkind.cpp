// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/eventkind.h"

namespace SecondStory {

EventKind eventKindFromForeignWord(QStringView word)
{
    const QString key = word.trimmed().toString().toLower();
    if (const auto kind = fromString<EventKind>(key))
        return *kind;
    static constexpr std::array synonyms{
        std::pair{ u"chat", EventKind::Message },
        std::pair{ u"comment", EventKind::Message },
        std::pair{ u"said", EventKind::Statement },
        std::pair{ u"speech", EventKind::Statement },
        std::pair{ u"hypothesis", EventKind::Assessment },
        std::pair{ u"diagnosis", EventKind::Assessment },
        std::pair{ u"command", EventKind::Action },
        std::pair{ u"mitigation", EventKind::Action },
        std::pair{ u"escalation", EventKind::Help },
        std::pair{ u"alarm", EventKind::Alert },
        std::pair{ u"paging", EventKind::Page },
        std::pair{ u"deploy", EventKind::Change },
        std::pair{ u"deployment", EventKind::Change },
        std::pair{ u"commit", EventKind::Change },
        std::pair{ u"release", EventKind::Change },
        std::pair{ u"rollback", EventKind::Change },
        std::pair{ u"config", EventKind::Change },
        std::pair{ u"leave", EventKind::Away },
        std::pair{ u"holiday", EventKind::Away },
        std::pair{ u"vacation", EventKind::Away },
        std::pair{ u"rota", EventKind::OnCall },
        std::pair{ u"deadline", EventKind::Milestone },
    };
    for (const auto &[synonym, kind] : synonyms) {
        if (key == QStringView(synonym))
            return kind;
    }
    return EventKind::Other;
}

} // namespace SecondStory
