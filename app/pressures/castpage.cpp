// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pressures/castpage.h"

#include "editing/personedits.h"
#include "editing/reviewdocument.h"
#include "figures/canvas/factorwords.h"
#include "pressures/castmodel.h"
#include "store/eventrepository.h"
#include "store/library.h"
#include "store/reviewrepository.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "widgets/emptystate.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDate>
#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// Marks a role that one person alone has, and offers the kinds.
class CastDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Figures::Palette &colours = paletteFor(option.widget);
        QStyleOptionViewItem quiet = option;
        if (index.column() == CastModel::NameColumn)
            quiet.font.setWeight(QFont::DemiBold);
        if (index.column() >= CastModel::KindColumn)
            quiet.palette.setColor(QPalette::Text, colours.muted);
        QStyledItemDelegate::paint(painter, quiet, index);
        if (!index.data(CastModel::UniqueRole).toBool())
            return;
        constexpr int kMark = 16;
        const int words = option.fontMetrics.horizontalAdvance(index.data().toString());
        const int x =
            std::min(option.rect.left() + words + Space::kPanel, option.rect.right() - kMark);
        const QPixmap mark = icon(u"warning"_s, option.widget).pixmap(kMark, kMark);
        painter->drawPixmap(x, option.rect.center().y() - kMark / 2, kMark, kMark, mark);
    }
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override
    {
        if (index.column() != CastModel::KindColumn)
            return QStyledItemDelegate::createEditor(parent, option, index);
        auto *combo = new QComboBox(parent);
        for (const PersonKind kind : Figures::allValues<PersonKind>())
            combo->addItem(wordFor(kind), static_cast<int>(kind));
        return combo;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *combo = qobject_cast<QComboBox *>(editor))
            combo->setCurrentIndex(combo->findData(index.data(Qt::EditRole)));
        else
            QStyledItemDelegate::setEditorData(editor, index);
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override
    {
        if (const auto *combo = qobject_cast<QComboBox *>(editor))
            model->setData(index, combo->currentData(), Qt::EditRole);
        else
            QStyledItemDelegate::setModelData(editor, model, index);
    }
};

bool isPresence(EventKind kind)
{
    return kind == EventKind::Away || kind == EventKind::OnCall;
}

/// "away 3 Mar – 14 Mar", in the days of the review's zone; an end at midnight belongs to the day
/// before.
QString presenceText(const Event &event, const ZoneClock &clock)
{
    const auto day = [&clock](TimePoint time) {
        const CivilTime civil = clock.toLocal(time);
        return QLocale().toString(QDate(civil.year, civil.month, civil.day),
                                  CastPage::tr("d MMM", "day and month"));
    };
    const TimePoint start = *event.effectiveStart();
    const QString from = day(start);
    const QString to = day({ event.effectiveEnd().value_or(start).us - 1 });
    const QString days = from == to || !event.effectiveEnd() ? from : QString(from + u" – "_s + to);
    return event.kind == EventKind::Away ? CastPage::tr("away %1").arg(days)
                                         : CastPage::tr("on call %1").arg(days);
}

/// The time the incident took; without a frame, that of everything but calendars.
std::optional<TimeSpan> incidentSpan(const IncidentFrame &frame, std::optional<TimeSpan> events)
{
    const auto from = frame.began ? frame.began : frame.detected;
    const auto to = frame.resolved ? frame.resolved : frame.mitigated;
    return from && to && *from <= *to ? TimeSpan{ *from, *to } : events;
}

/// From the first to the last dated event that is none of a calendar.
std::optional<TimeSpan> spanBesidesCalendars(const EventTable &events)
{
    const auto &rows = events.rows.values();
    const auto counts = [](const EventRow &row) { return !isPresence(row.kind); };
    const auto first = std::find_if(rows.begin(), rows.end(), counts);
    if (first == rows.end())
        return std::nullopt;
    const auto last = std::find_if(rows.rbegin(), rows.rend(), counts);
    return TimeSpan{ { first->start }, { last->start } };
}

/// What the evidence says of the cast. Threads: any; opens its own connection. Cost: linear in the
/// events with people.
CastUse useOf(const QString &libraryPath, ReviewId review, std::optional<TimeSpan> events,
              const std::atomic_bool &isCancelled)
{
    CastUse use;
    const auto library = Store::Library::open(libraryPath);
    if (!library)
        return use;
    const auto contents = (*library)->reviews().load(review);
    if (!contents)
        return use;
    auto done = (*library)->events().visitActors(
        review, [&](const EventFact &, const QList<PersonId> &people) {
            for (const PersonId person : people)
                ++use.counts[person];
            return !isCancelled;
        });
    QList<Event> presences;
    for (const EventKind kind : { EventKind::Away, EventKind::OnCall }) {
        if (done)
            done = (*library)->events().visit({ .review = review, .kind = kind },
                                              [&](const Event &event) {
                                                  if (event.effectiveStart())
                                                      presences << event;
                                                  return !isCancelled;
                                              });
    }
    const auto span = incidentSpan(contents->review.frame, events);
    if (!done || !span)
        return use;
    std::stable_sort(presences.begin(), presences.end(), [](const Event &a, const Event &b) {
        return *a.effectiveStart() < *b.effectiveStart();
    });
    const ZoneClock clock(contents->review.zone);
    for (const Event &event : std::as_const(presences)) {
        const TimePoint start = *event.effectiveStart();
        if (start > span->end || event.effectiveEnd().value_or(start) < span->start)
            continue;
        for (const PersonId person : event.actors) {
            QString &text = use.presence[person];
            text += (text.isEmpty() ? QString() : u"; "_s) + presenceText(event, clock);
        }
    }
    return use;
}

} // namespace

CastPage::CastPage(QWidget *parent)
    : QWidget(parent)
{
    m_pool.setMaxThreadCount(1);
    build();
    refresh();
}

CastPage::~CastPage()
{
    cancel();
    m_pool.clear();
    m_pool.waitForDone();
}

void CastPage::cancel()
{
    if (m_isCancelled)
        *m_isCancelled = true;
}

void CastPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isUseStale)
        countEvents();
}

void CastPage::build()
{
    m_model = new CastModel(this);
    m_table = new QTableView(this);
    makeQuiet(m_table);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CastDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::SelectedClicked);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAccessibleName(tr("People of this review"));
    auto *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : { CastModel::NameColumn, CastModel::RoleColumn,
                              CastModel::HandlesColumn, CastModel::NoteColumn })
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    header->setMinimumSectionSize(80);
    m_empty = new EmptyState(
        u"cast"_s, tr("Who was part of it"),
        tr("People come in with the evidence, under the names found there. Here they get a role "
           "and a pseudonym, and two spellings of one person become one."),
        this);
    auto *first = m_empty->addAction(tr("Add person"));
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    m_summary = mutedLabel({}, 1.0, this);
    m_merge = new QPushButton(icon(u"group"_s, this), tr("Merge two"), this);
    m_merge->setToolTip(tr("Choose two people who are one"));
    m_add = new QPushButton(icon(u"add"_s, this), tr("Add person"), this);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Space::kWide, Space::kSmall, Space::kWide, Space::kSmall);
    head->setSpacing(Space::kSmall);
    head->addWidget(plainLabel(tr("Cast"), 1.5, QFont::DemiBold, this));
    head->addSpacing(Space::kSmall);
    head->addWidget(m_summary, 1);
    head->addWidget(m_merge);
    head->addWidget(m_add);
    m_noticeBox = new QWidget(this);
    m_notice = plainLabel({}, 1.0, QFont::Normal, m_noticeBox);
    m_notice->setWordWrap(true);
    auto *sign = new QLabel(m_noticeBox);
    sign->setPixmap(icon(u"warning"_s, this).pixmap(20, 20));
    auto *notice = new QHBoxLayout(m_noticeBox);
    notice->setContentsMargins(Space::kWide, Space::kSmall, Space::kWide, Space::kSmall);
    notice->addWidget(sign);
    notice->addWidget(m_notice, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(hairline(this));
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_noticeBox);
    connect(first, &QPushButton::clicked, this, &CastPage::add);
    connect(m_add, &QPushButton::clicked, this, &CastPage::add);
    connect(m_merge, &QPushButton::clicked, this, &CastPage::mergeSelected);
    connect(m_model, &CastModel::refused, this, &CastPage::statusMessage);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        refresh();
        countEvents();
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &CastPage::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CastPage::updateActions);
}

void CastPage::setDocument(Editing::ReviewDocument *document)
{
    cancel();
    m_document = document;
    m_model->setDocument(document);
}

void CastPage::refresh()
{
    const int count = m_model->rowCount();
    m_stack->setCurrentWidget(count > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    m_summary->setText(count > 0 ? tr("%n in the cast", nullptr, count) : QString());
    m_add->setVisible(count > 0);
    m_merge->setVisible(count > 0);
    const QStringList roles = m_model->uniqueRoles();
    m_noticeBox->setVisible(!roles.isEmpty());
    m_notice->setText(tr("Readers may recognise a person by a role only one person has: %1.")
                          .arg(roles.join(u"; "_s)));
    updateActions();
}

void CastPage::countEvents()
{
    cancel();
    m_isUseStale = m_document && !isVisible();
    if (!m_document || m_isUseStale)
        return;
    const auto isCancelled = std::make_shared<std::atomic_bool>(false);
    m_isCancelled = isCancelled;
    QtConcurrent::run(&m_pool,
                      [path = m_document->library().path(), review = m_document->id(),
                       span = spanBesidesCalendars(m_document->events()),
                       isCancelled] { return useOf(path, review, span, *isCancelled); })
        .then(this, [this, isCancelled](const CastUse &use) {
            if (!*isCancelled)
                m_model->setUse(use);
        });
}

QList<PersonId> CastPage::selected() const
{
    QList<PersonId> people;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        people << m_model->idAt(index.row());
    return people;
}

void CastPage::updateActions()
{
    m_merge->setEnabled(selected().size() == 2);
}

void CastPage::add()
{
    if (!m_document)
        return;
    Person person;
    person.name = tr("New person");
    const auto added = Editing::addPerson(*m_document, person);
    if (!added) {
        emit statusMessage(added.error().toString());
        return;
    }
    const QModelIndex index = m_model->index(m_model->rowOf(*added), CastModel::NameColumn);
    m_table->setCurrentIndex(index);
    if (isVisible())
        m_table->edit(index);
}

void CastPage::mergeSelected()
{
    const QList<PersonId> people = selected();
    if (!m_document || people.size() != 2)
        return;
    const auto events = [this](PersonId id) {
        const QModelIndex index = m_model->index(m_model->rowOf(id), CastModel::EventsColumn);
        return QLocale().toLongLong(index.data().toString());
    };
    const bool keepsFirst = events(people[0]) >= events(people[1]);
    const PersonId kept = people[keepsFirst ? 0 : 1];
    const PersonId gone = people[keepsFirst ? 1 : 0];
    if (const auto done = Editing::mergePeople(*m_document, kept, gone); !done) {
        emit statusMessage(done.error().toString());
        return;
    }
    m_table->selectRow(m_model->rowOf(kept));
    emit statusMessage(tr("Two entries are one now; undo brings both back"));
}

} // namespace SecondStory::Ui
