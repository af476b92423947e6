// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/knowledgekeeper.h"

#include "editing/reviewdocument.h"
#include "services/castsigns.h"
#include "store/library.h"

#include <QTimer>
#include <QtConcurrentRun>

namespace SecondStory::Ui {

namespace {

/// Edits come in runs: the evidence is looked through once they pause.
constexpr int kPause = 400;

/// True when an edit changes where somebody shows.
bool movesSigns(const RecordChange<Event> &change)
{
    if (!change.before || !change.after)
        return true;
    const Event &a = *change.before;
    const Event &b = *change.after;
    return a.actors != b.actors || a.laneId != b.laneId || a.title != b.title || a.text != b.text
        || a.effectiveStart() != b.effectiveStart();
}

bool movesSigns(const RecordChange<Person> &change)
{
    return !change.before || !change.after || change.before->name != change.after->name
        || change.before->handles != change.after->handles
        || change.before->kind != change.after->kind;
}

} // namespace

KnowledgeKeeper &KnowledgeKeeper::of(Editing::ReviewDocument &document)
{
    if (auto *known = document.findChild<KnowledgeKeeper *>({}, Qt::FindDirectChildrenOnly))
        return *known;
    return *new KnowledgeKeeper(document);
}

KnowledgeKeeper::KnowledgeKeeper(Editing::ReviewDocument &document)
    : QObject(&document)
    , m_document(document)
    , m_delay(new QTimer(this))
{
    m_pool.setMaxThreadCount(1);
    m_delay->setSingleShot(true);
    m_delay->setInterval(kPause);
    connect(m_delay, &QTimer::timeout, this, &KnowledgeKeeper::gather);
    connect(&document, &Editing::ReviewDocument::changed, this, &KnowledgeKeeper::takeChange);
    connect(&document, &Editing::ReviewDocument::eventsReloaded, this, [this] {
        if (m_isWanted)
            m_delay->start();
    });
    assemble();
}

KnowledgeKeeper::~KnowledgeKeeper()
{
    cancel();
    m_pool.clear();
    m_pool.waitForDone();
}

void KnowledgeKeeper::cancel()
{
    if (m_isCancelled)
        *m_isCancelled = true;
}

void KnowledgeKeeper::want()
{
    if (m_isWanted)
        return;
    m_isWanted = true;
    gather();
}

void KnowledgeKeeper::gather()
{
    cancel();
    const auto isCancelled = std::make_shared<std::atomic_bool>(false);
    m_isCancelled = isCancelled;
    m_isLooking = true;
    const int generation = ++m_generation;
    QtConcurrent::run(&m_pool,
                      [isCancelled, path = m_document.library().path(), review = m_document.id(),
                       people = m_document.contents().people]() -> Analysis::CastSigns {
                          const auto library = Store::Library::open(path);
                          if (!library)
                              return {};
                          return Services::gatherSigns(
                                     **library, review, people,
                                     [&isCancelled] { return isCancelled->load(); })
                              .value_or(Analysis::CastSigns());
                      })
        .then(this, [this, generation](const Analysis::CastSigns &signs) {
            if (generation != m_generation)
                return;
            m_isLooking = false;
            m_isReady = true;
            m_signs = signs;
            assemble();
            emit changed();
        });
}

void KnowledgeKeeper::assemble()
{
    const ReviewContents &contents = m_document.contents();
    m_knowledge =
        Analysis::CastKnowledge(contents.people, m_signs,
                                Services::gatherStatements(m_document.library(), contents.knownTo)
                                    .value_or(QHash<PersonId, Analysis::KnownStatements>()));
}

void KnowledgeKeeper::takeChange(const ChangeSet &applied)
{
    bool isElsewhere = false; // signs have to be looked up anew
    bool isOther = false; // what is known has to be put together anew
    for (const AnyChange &change : applied.changes) {
        if (const auto *event = std::get_if<RecordChange<Event>>(&change))
            isElsewhere = isElsewhere || movesSigns(*event);
        if (const auto *person = std::get_if<RecordChange<Person>>(&change)) {
            isElsewhere = isElsewhere || movesSigns(*person);
            isOther = true;
        }
        isOther = isOther || std::holds_alternative<RecordChange<KnownTo>>(change);
    }
    if (isElsewhere && m_isWanted)
        m_delay->start();
    if (!isOther && !isElsewhere)
        return;
    assemble();
    emit changed();
}

} // namespace SecondStory::Ui
