// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inspector/knownpanel.h"

#include "editing/knownedits.h"
#include "editing/reviewdocument.h"
#include "evidence/evidencewords.h"
#include "inspector/knowneditor.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "timeline/knowledgekeeper.h"
#include "widgets/smallwidgets.h"

#include <QBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

using Analysis::Eyes;
using Analysis::Known;
using Analysis::KnownBasis;

/// More than these are shown on request.
constexpr qsizetype kFirstLines = 6;

bool isWritten(EventKind kind)
{
    return kind == EventKind::Message || kind == EventKind::Statement;
}

} // namespace

KnownPanel::KnownPanel(QWidget *parent)
    : QWidget(parent)
{
    m_hint = mutedLabel({}, 0.85, this);
    m_hint->setWordWrap(true);
    m_add = new LinkButton(tr("State who knew of it"), this);
    m_more = new LinkButton({}, this);
    m_editor = new KnownEditor(this);
    m_editor->hide();
    m_list = new QVBoxLayout;
    m_list->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kTiny);
    layout->addLayout(m_list);
    layout->addWidget(m_hint);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    layout->addWidget(m_editor);
    connect(m_add, &LinkButton::clicked, this, [this] { edit({}); });
    connect(m_more, &LinkButton::clicked, this, [this] {
        m_showsAll = true;
        refresh();
    });
    connect(m_editor, &KnownEditor::left, this, &KnownPanel::close);
    connect(m_editor, &KnownEditor::stated, this,
            [this](const QList<PersonId> &people, const Editing::KnownSince &since,
                   const QString &note) {
                if (!m_document)
                    return;
                const auto done = Editing::stateKnown(*m_document, ids(), people, since, note);
                report(done);
                if (done)
                    close();
            });
    connect(m_editor, &KnownEditor::withdrawn, this, [this](KnownToId id) {
        if (m_document)
            report(Editing::withdrawKnown(*m_document, { id }));
        close();
    });
}

void KnownPanel::showEvents(Editing::ReviewDocument &document, const QList<Event> &events)
{
    const auto before = ids();
    m_events = events;
    if (m_document != &document) {
        if (m_keeper)
            m_keeper->disconnect(this);
        m_document = &document;
        m_keeper = &KnowledgeKeeper::of(document);
        connect(m_keeper, &KnowledgeKeeper::changed, this, &KnownPanel::refresh);
    }
    if (isVisible())
        m_keeper->want();
    if (before != ids()) {
        m_showsAll = false;
        close();
    }
    refresh();
}

void KnownPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_keeper)
        m_keeper->want();
}

QList<EventId> KnownPanel::ids() const
{
    QList<EventId> ids;
    for (const Event &event : m_events)
        ids << event.id;
    return ids;
}

std::optional<TimePoint> KnownPanel::start() const
{
    return m_events.size() == 1 ? m_events.first().effectiveStart() : std::nullopt;
}

QList<KnownPanel::Line> KnownPanel::linesOf(const Event &event) const
{
    const auto &knowledge = m_keeper->knowledge();
    const EventFact fact{ m_document->seqOf(event.id), event.effectiveStart(), event.laneId };
    QList<Line> lines;
    QHash<QString, int> holders;
    for (const Person &person : knowledge.people()) {
        ++holders[person.role.trimmed().toLower()];
        const Known known = knowledge.viewpoint(QList<PersonId>{ person.id }).known(fact);
        if (known.basis != KnownBasis::Unknown)
            lines << Line{ visibleText(person.displayName()), known };
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) {
        return a.known.since.value_or(kLatestTime) < b.known.since.value_or(kLatestTime);
    });
    // A role that several people have knows what the first of them knows.
    for (const QString &role : knowledge.roles()) {
        const Known known = knowledge.viewpoint({ Eyes::Kind::Role, {}, role }).known(fact);
        if (holders.value(role.toLower()) > 1 && known.basis != KnownBasis::Unknown)
            lines << Line{ tr("Role %1").arg(visibleText(role)),
                           { known.basis, known.since, PersonId{} } };
    }
    return lines;
}

QString KnownPanel::wordsFor(const Known &known, const Event &event) const
{
    switch (known.basis) {
    case KnownBasis::Stated:
        return known.since ? tr("you state so") : tr("not during the incident, you state so");
    case KnownBasis::Author:
        return isWritten(event.kind) ? tr("wrote it") : tr("took part in it");
    case KnownBasis::Mentioned:
        return tr("named in it");
    case KnownBasis::Channel: {
        const auto *lane = findRecord<Lane>(m_document->contents(), event.laneId);
        const auto signs = m_keeper->knowledge().signs().value(known.person);
        const QString name = lane ? visibleText(lane->name) : QString();
        if (!signs)
            return tr("one of them was in %1").arg(name);
        const TimePoint joined = signs->joined().value(event.laneId);
        const ZoneClock &clock = m_document->clock();
        const bool isSameDay = known.since && clock.isoDate(joined) == clock.isoDate(*known.since);
        return joined < *known.since
            ? tr("was in %1 since %2")
                  .arg(name, isSameDay ? clock.clockText(joined) : clock.isoText(joined))
            : tr("came into %1 then").arg(name);
    }
    case KnownBasis::Unknown:
        break;
    }
    return {};
}

void KnownPanel::addLine(const Line &line, const Event &event)
{
    const ZoneClock &clock = m_document->clock();
    QStringList words{ line.name };
    if (line.known.since) {
        const auto start = event.effectiveStart();
        const bool isSameDay = start && clock.isoDate(*start) == clock.isoDate(*line.known.since);
        words << tr("since %1")
                     .arg(isSameDay ? clock.clockText(*line.known.since)
                                    : clock.isoText(*line.known.since));
    }
    words << wordsFor(line.known, event);
    const QString text = words.join(u", "_s);
    m_lines << text;
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kTiny);
    auto *label = plainLabel(text, 0.92, QFont::Normal, row);
    label->setWordWrap(true);
    layout->addWidget(label, 1);
    if (!line.known.person.isNull()) {
        auto *change = new LinkButton(tr("Change"), row);
        change->setAccessibleName(tr("Change since when %1 knew it").arg(line.name));
        connect(
            change, &LinkButton::clicked, this,
            [this, person = line.known.person] { edit(person); }, Qt::QueuedConnection);
        layout->addWidget(change, 0, Qt::AlignTop);
    }
    m_list->addWidget(row);
}

void KnownPanel::refresh()
{
    if (!m_document || !m_keeper)
        return;
    clearLayout(m_list);
    m_lines.clear();
    QString hint;
    m_more->hide();
    if (m_events.size() == 1) {
        const QList<Line> lines = linesOf(m_events.first());
        const qsizetype shown = m_showsAll ? lines.size() : std::min(kFirstLines, lines.size());
        for (const Line &line : lines.mid(0, shown))
            addLine(line, m_events.first());
        m_more->setText(tr("Show %n more", nullptr, static_cast<int>(lines.size() - shown)));
        m_more->setVisible(shown < lines.size());
        if (!m_keeper->isReady())
            hint = tr("Looking for who could see it…");
        else if (lines.isEmpty())
            hint = tr("Nothing says who knew of it.");
    }
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void KnownPanel::edit(PersonId person)
{
    if (!m_document || m_events.isEmpty())
        return;
    const KnownTo *stated = nullptr;
    for (const KnownTo &known : m_document->contents().knownTo) {
        if (m_events.size() == 1 && known.eventId == m_events.first().id
            && known.personId == person)
            stated = &known;
    }
    if (stated)
        m_editor->begin(*m_document, start(), *stated);
    else
        m_editor->begin(*m_document, start(),
                        person.isNull() ? QList<PersonId>() : QList<PersonId>{ person });
    m_add->hide();
    m_editor->show();
    m_editor->setFocus();
}

void KnownPanel::close()
{
    m_editor->hide();
    m_add->show();
}

void KnownPanel::report(const Result<void> &done)
{
    if (!done)
        emit statusMessage(done.error().toString());
}

} // namespace SecondStory::Ui
