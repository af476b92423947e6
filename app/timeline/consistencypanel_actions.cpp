// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be done about a finding.

#include "timeline/consistencypanel.h"

#include "editing/questionedits.h"
#include "editing/reviewdocument.h"
#include "timeline/statedplace.h"

#include <QCryptographicHash>
#include <QPushButton>
#include <QSettings>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// Short and the same on every start; what people wrote does not go into the settings.
QString digest(const QString &key)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha1).toHex().left(16));
}

} // namespace

bool ConsistencyPanel::isAside(const Analysis::CheckFinding &finding) const
{
    return m_aside.contains(digest(finding.key()));
}

void ConsistencyPanel::ask()
{
    const Analysis::CheckFinding *finding = findingOf(m_list->currentItem());
    if (!finding)
        return;
    QString text = finding->what;
    if (!finding->title.isEmpty())
        text = tr("“%1”: %2").arg(finding->title.simplified(), text);
    text += finding->kind == Analysis::CheckKind::Silence ? tr(". What went on meanwhile?")
                                                          : tr(". How did that come about?");
    TargetRef about;
    if (finding->kind != Analysis::CheckKind::Silence && !finding->seqs.isEmpty()) {
        if (const auto event = m_document.eventBySeq(finding->seqs.last()))
            about = { TargetKind::Event, event->id.value };
    }
    if (const auto done = Editing::addQuestion(m_document, text, about); !done)
        emit refused(done.error().toString());
    else
        emit statusMessage(tr("Added to the open questions"));
}

void ConsistencyPanel::leave()
{
    const Analysis::CheckFinding *finding = findingOf(m_list->currentItem());
    if (!finding)
        return;
    const QString key = digest(finding->key());
    if (!m_aside.remove(key))
        m_aside.insert(key);
    QSettings settings;
    if (m_aside.isEmpty())
        settings.remove(settingsKey());
    else
        settings.setValue(settingsKey(), QStringList(m_aside.begin(), m_aside.end()));
    // The next one of the list takes its place under the hand.
    const QTreeWidgetItem *next = m_list->itemBelow(m_list->currentItem());
    const Analysis::CheckFinding *following = findingOf(next);
    m_currentKey = following ? following->key() : QString();
    tellSilences();
    fill();
}

void ConsistencyPanel::openClock()
{
    const Analysis::CheckFinding *finding = findingOf(m_list->currentItem());
    if (!finding || finding->seqs.isEmpty())
        return;
    if (const auto event = m_document.eventBySeq(finding->seqs.first()))
        emit clockRequested(event->id);
}

void ConsistencyPanel::askPlace()
{
    const Analysis::CheckFinding *finding = findingOf(m_list->currentItem());
    if (finding && !finding->stated.isNull())
        m_statedPlace->ask(finding->stated, m_place->mapToGlobal(m_place->rect().bottomLeft()));
}

} // namespace SecondStory::Ui
