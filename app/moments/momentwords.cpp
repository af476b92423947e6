// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moments/momentwords.h"

#include "evidence/evidencewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("Moments", text, nullptr, n);
}

} // namespace

QString aspectWord(AccountAspect aspect)
{
    switch (aspect) {
    case AccountAspect::Goals:
        return tr("Goals");
    case AccountAspect::Knowledge:
        return tr("Knew");
    case AccountAspect::Attention:
        return tr("Attended to");
    case AccountAspect::CuesAvailable:
        return tr("Cues there");
    case AccountAspect::CuesNoticed:
        return tr("Cues noticed");
    case AccountAspect::Options:
        return tr("Options seen");
    case AccountAspect::Pressures:
        return tr("Pressures");
    case AccountAspect::Help:
        break;
    }
    return tr("What helped");
}

QString namesOf(const ReviewContents &contents, const QList<PersonId> &people)
{
    QStringList names;
    for (const PersonId id : people) {
        if (const auto *person = findRecord<Person>(contents, id))
            names << visibleText(person->displayName());
    }
    return names.join(u", "_s);
}

QString accountName(const ReviewContents &contents, const Account &account)
{
    const QString names = namesOf(contents, account.people);
    if (!names.isEmpty())
        return names;
    const QList<Account> all = accountsOf(contents, account.momentId);
    qsizetype place = 0;
    while (place < all.size() && all[place].id != account.id)
        ++place;
    return tr("Account %1").arg(place + 1);
}

QString spanText(const Moment &moment, const ZoneClock &clock, bool withDate)
{
    if (!moment.start)
        return tr("undated");
    QString text = withDate ? clock.isoText(*moment.start) : clock.clockText(*moment.start);
    if (moment.end) {
        const bool isSameDay = clock.isoDate(*moment.start) == clock.isoDate(*moment.end);
        text += u" – "_s + (isSameDay ? clock.clockText(*moment.end) : clock.isoText(*moment.end));
    }
    return text;
}

QList<Account> accountsOf(const ReviewContents &contents, MomentId moment)
{
    QList<Account> accounts;
    for (const Account &account : contents.accounts) {
        if (account.momentId == moment)
            accounts << account;
    }
    return accounts;
}

QList<Contradiction> differencesOf(const ReviewContents &contents, MomentId moment)
{
    QList<Contradiction> differences;
    for (const Contradiction &difference : contents.contradictions) {
        const auto *first = findRecord<Account>(contents, difference.first);
        if (first && first->momentId == moment)
            differences << difference;
    }
    return differences;
}

QString accountsText(int accounts, int differences)
{
    if (accounts == 0)
        return tr("no account yet");
    QString text = tr("%n account(s)", accounts);
    if (differences > 0)
        text += u", "_s + tr("%n difference(s)", differences);
    return text;
}

QString questionAbout(const ReviewContents &contents, const Contradiction &difference)
{
    const auto *first = findRecord<Account>(contents, difference.first);
    const auto *second = findRecord<Account>(contents, difference.second);
    if (!first || !second)
        return {};
    const QString question =
        tr("%1 and %2 tell it differently (%3): what did each of them have to go on?")
            .arg(accountName(contents, *first), accountName(contents, *second),
                 aspectWord(difference.aspect).toLower());
    const QString note = difference.note.simplified();
    return note.isEmpty() ? question : QString(question + u' ' + note);
}

} // namespace SecondStory::Ui
