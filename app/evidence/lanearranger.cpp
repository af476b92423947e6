// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/lanearranger.h"

#include "editing/reviewdocument.h"
#include "editing/sourceedits.h"
#include "store/library.h"

#include <QMenu>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

using Services::LaneRule;

const QList<LaneRule> &rules()
{
    static const QList<LaneRule> all{ LaneRule::Suggested, LaneRule::Source, LaneRule::Person,
                                      LaneRule::Kind };
    return all;
}

} // namespace

LaneArranger::LaneArranger(QObject *parent)
    : QObject(parent)
    , m_wanted(std::make_shared<std::atomic<int>>(0))
{
    m_pool.setMaxThreadCount(1);
}

LaneArranger::~LaneArranger()
{
    ++*m_wanted;
    m_pool.waitForDone();
}

void LaneArranger::setDocument(Editing::ReviewDocument *document)
{
    ++*m_wanted;
    m_isArranging = false;
    m_document = document;
}

bool LaneArranger::canArrange() const
{
    if (!m_document || m_document->library().isReadOnly())
        return false;
    const QList<EvidenceSource> &sources = m_document->contents().sources;
    return std::any_of(sources.begin(), sources.end(),
                       [](const EvidenceSource &source) { return !source.removed; });
}

void LaneArranger::fillMenu(QMenu &menu, const QList<SourceId> &sources)
{
    for (const LaneRule rule : rules()) {
        QAction *action = menu.addAction(Services::labelOf(rule));
        action->setData(static_cast<int>(rule));
        action->setEnabled(canArrange());
        connect(action, &QAction::triggered, this,
                [this, sources, rule] { arrange(sources, rule); });
    }
    if (canArrange())
        connect(&menu, &QMenu::aboutToShow, this,
                [this, &menu, sources] { survey(menu, sources); });
}

void LaneArranger::survey(QMenu &menu, const QList<SourceId> &sources)
{
    // What somebody chose is more urgent than what other rules would do.
    if (m_isArranging || !m_document)
        return;
    const int number = ++*m_wanted;
    QtConcurrent::run(&m_pool,
                      [path = m_document->library().path(), review = m_document->id(), sources,
                       number, current = m_wanted]() -> Plans {
                          const auto library = Store::Library::open(path);
                          if (!library)
                              return std::make_shared<Result<QList<Services::LanePlan>>>(
                                  tl::make_unexpected(library.error()));
                          return std::make_shared<Result<QList<Services::LanePlan>>>(
                              Services::planLanes(**library, review, sources, rules(),
                                                  [&] { return *current == number; }));
                      })
        .then(this, [this, number, menu = QPointer<QMenu>(&menu)](const Plans &plans) {
            if (number != *m_wanted || !menu || !*plans)
                return;
            for (QAction *action : menu->actions()) {
                for (const Services::LanePlan &plan : std::as_const(**plans)) {
                    if (action->data() == QVariant(static_cast<int>(plan.rule)))
                        action->setText(tr("%1 — %2").arg(Services::labelOf(plan.rule),
                                                          Services::sentenceOf(plan)));
                }
            }
            emit previewed();
        });
}

void LaneArranger::arrange(const QList<SourceId> &sources, LaneRule rule)
{
    if (!canArrange() || m_isArranging)
        return;
    m_isArranging = true;
    emit statusMessage(tr("Arranging lanes…"));
    plan(sources, rule, 0);
}

void LaneArranger::plan(const QList<SourceId> &sources, LaneRule rule, int tries)
{
    const int number = ++*m_wanted;
    QtConcurrent::run(&m_pool,
                      [path = m_document->library().path(), review = m_document->id(), sources,
                       rule, number, current = m_wanted]() -> Plans {
                          const auto library = Store::Library::open(path);
                          if (!library)
                              return std::make_shared<Result<QList<Services::LanePlan>>>(
                                  tl::make_unexpected(library.error()));
                          return std::make_shared<Result<QList<Services::LanePlan>>>(
                              Services::planLanes(**library, review, sources, { rule },
                                                  [&] { return *current == number; }));
                      })
        .then(this, [this, number, sources, tries](const Plans &plans) {
            if (number == *m_wanted && m_document)
                carryOut(plans, sources, tries);
        });
}

void LaneArranger::carryOut(const Plans &plans, const QList<SourceId> &sources, int tries)
{
    constexpr int kMostTries = 3;
    if (!*plans) {
        m_isArranging = false;
        emit statusMessage(plans->error().toString());
        return;
    }
    const Services::LanePlan plan = (*plans)->constFirst();
    const auto done =
        Editing::arrangeLanes(*m_document, plan.changes, Services::labelOf(plan.rule));
    // Somebody moved an event while this was planned: plan again.
    if (!done && done.error().code == ErrorCode::Conflict && tries < kMostTries && m_document)
        return this->plan(sources, plan.rule, tries + 1);
    m_isArranging = false;
    emit statusMessage(!done ? done.error().toString()
                           : plan.changesNothing()
                           ? Services::sentenceOf(plan)
                           : tr("%1; undo puts them back").arg(Services::sentenceOf(plan)));
    emit arranged();
}

} // namespace SecondStory::Ui
