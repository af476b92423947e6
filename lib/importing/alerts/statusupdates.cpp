// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/statusupdates.h"

#include "importing/recordtext.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

/// "In progress" for "in_progress".
QString statusWords(QString status)
{
    status.replace(u'_', u' ');
    if (!status.isEmpty())
        status[0] = status[0].toUpper();
    return status;
}

} // namespace

ParsedEvent eventOf(const StatusUpdate &update)
{
    ParsedEvent event;
    event.time = update.time;
    event.kind = EventKind::Message;
    event.place = update.place;
    event.naturalKey = update.naturalKey;
    if (!update.author.isEmpty())
        event.actors.append({ update.author, {}, PersonKind::Group });
    const QString status = statusWords(update.status);
    const QString words = update.words.trimmed();
    QString whole = status.isEmpty() || words.isEmpty() ? QString(status + words)
                                                        : QString(status + u": "_s + words);
    setWordsOf(event, whole, { namedLine(u"incident"_s, update.incident) });
    return event;
}

QString statusUpdateKey(const QString &incidentId, const StatusUpdate &update)
{
    const QByteArray digest = QCryptographicHash::hash(
        QString(update.status + u'\n' + update.words).toUtf8(), QCryptographicHash::Sha1);
    return incidentId + u':' + update.time.text + u':'
        + QString::fromLatin1(digest.toHex().left(12));
}

} // namespace SecondStory::Importing
