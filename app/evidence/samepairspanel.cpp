// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/samepairspanel.h"

#include "editing/reviewdocument.h"
#include "editing/sameasedits.h"
#include "evidence/evidencewords.h"
#include "evidence/recordcard.h"
#include "evidence/samepairsmodel.h"
#include "store/library.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "widgets/emptystate.h"

#include <QBoxLayout>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kListWidth = 300;

QString sourceName(const ReviewContents &contents, const Event &event)
{
    const auto *source = findRecord<EvidenceSource>(contents, event.sourceId);
    return source ? visibleText(source->fileName) : SamePairsPanel::tr("added by the analyst");
}

QStringList peopleOf(const ReviewContents &contents, const Event &event)
{
    QStringList names;
    for (const PersonId id : event.actors) {
        if (const auto *person = findRecord<Person>(contents, id))
            names << visibleText(person->displayName());
    }
    return names;
}

/// Two lines a pair: what happened, then when and how far apart; what is decided steps back.
class PairDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Figures::Palette &colours = paletteFor(option.widget);
        const bool isSelected = option.state & QStyle::State_Selected;
        const bool isSaid = index.data(SamePairsModel::SaidRole).toBool();
        painter->save();
        if (isSelected)
            painter->fillRect(option.rect, colours.selection);
        if (isSelected)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                              colours.accent);
        const QRect inner = option.rect.adjusted(Space::kSmall, Space::kTiny, -Space::kSmall, 0);
        const QFontMetrics metrics(option.font);
        QRect line(inner.topLeft(), QSize(inner.width(), metrics.height()));
        painter->setFont(option.font);
        painter->setPen(isSaid ? colours.muted : colours.text);
        painter->drawText(
            line, Qt::AlignVCenter,
            metrics.elidedText(index.data().toString(), Qt::ElideRight, line.width()));
        const QFont small = fontAt(option.font, 0.85);
        const QFontMetrics smallMetrics(small);
        line = QRect(inner.left(), line.bottom() + 2, inner.width(), smallMetrics.height());
        painter->setFont(small);
        painter->setPen(colours.muted);
        painter->drawText(line, Qt::AlignVCenter,
                          smallMetrics.elidedText(index.data(SamePairsModel::DetailRole).toString(),
                                                  Qt::ElideRight, line.width()));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const QFontMetrics small(fontAt(option.font, 0.85));
        return { 120, QFontMetrics(option.font).height() + small.height() + Space::kSmall + 4 };
    }
};

} // namespace

SamePairsPanel::SamePairsPanel(QWidget *parent)
    : QWidget(parent)
{
    m_pool.setMaxThreadCount(1);
    build();
    updatePanels();
}

SamePairsPanel::~SamePairsPanel()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void SamePairsPanel::build()
{
    m_model = new SamePairsModel(this);
    m_list = new QListView(this);
    m_list->setModel(m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new PairDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Records that may be the same"));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SamePairsPanel::showCurrent);
    m_empty = new EmptyState(u"evidence"_s, tr("Nothing stands twice"),
                             tr("Where two sources seem to record one happening, within a few "
                                "minutes and in like words, both are shown here side by side."),
                             this);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(m_list);
    splitter->addWidget(buildPair());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({ kListWidth, 3 * kListWidth });
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    m_pairs = splitter;
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_pairs);
    m_summary = mutedLabel({}, 1.0, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kWide, Space::kPanel, Space::kWide, Space::kPanel);
    layout->setSpacing(Space::kSmall);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::kSmall);
    head->addWidget(plainLabel(tr("Recorded twice"), 1.15, QFont::DemiBold, this));
    head->addWidget(m_summary, 1);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_list);
}

QWidget *SamePairsPanel::buildPair()
{
    auto *panel = new QWidget(this);
    m_first = new RecordCard(panel);
    m_second = new RecordCard(panel);
    m_shared = mutedLabel({}, 1.0, panel);
    m_shared->setWordWrap(true);
    m_same = new QPushButton(tr("The same happening"), panel);
    m_different = new QPushButton(tr("Two happenings"), panel);
    m_back = new QPushButton(tr("Take back"), panel);
    makePrimary(m_same);
    m_same->setToolTip(tr("Links the two; both stay as they are (S)"));
    m_different->setToolTip(tr("They are not proposed again (D)"));
    auto *cards = new QHBoxLayout;
    cards->setSpacing(Space::kPanel);
    cards->addWidget(m_first, 1);
    cards->addWidget(m_second, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::kSmall);
    buttons->addWidget(m_same);
    buttons->addWidget(m_different);
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(Space::kPanel, 0, 0, 0);
    layout->setSpacing(Space::kSmall);
    layout->addLayout(cards, 1);
    layout->addWidget(m_shared);
    layout->addLayout(buttons);
    connect(m_same, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_different, &QPushButton::clicked, this, [this] { decide(false); });
    connect(m_back, &QPushButton::clicked, this, &SamePairsPanel::takeBack);
    connect(m_first, &RecordCard::showRequested, this, &SamePairsPanel::eventRequested);
    connect(m_second, &RecordCard::showRequested, this, &SamePairsPanel::eventRequested);
    const auto shortcut = [this](const QKeySequence &key, auto &&action) {
        auto *made = new QShortcut(key, this);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, action);
    };
    shortcut(QKeySequence(Qt::Key_S), [this] { decide(true); });
    shortcut(QKeySequence(Qt::Key_D), [this] { decide(false); });
    return panel;
}

void SamePairsPanel::setDocument(Editing::ReviewDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_model->setPairs({}, {});
    if (document) {
        connect(document, &Editing::ReviewDocument::changed, this, [this] {
            m_model->setStatements(m_document->contents().sameAs);
            showCurrent();
            updatePanels();
        });
        connect(document, &Editing::ReviewDocument::eventsReloaded, this, [this] {
            if (isVisible())
                refresh();
        });
    }
    updatePanels();
}

void SamePairsPanel::refresh()
{
    if (!m_document)
        return;
    const int generation = ++m_generation;
    m_isLooking = true;
    updatePanels();
    QtConcurrent::run(
        &m_pool,
        [path = m_document->library().path(),
         review = m_document->id()]() -> QList<Services::SamePair> {
            const auto library = Store::Library::open(path);
            if (!library)
                return {};
            return Services::findSamePairs(**library, review).value_or(QList<Services::SamePair>());
        })
        .then(this, [this, generation](const QList<Services::SamePair> &pairs) {
            if (generation != m_generation || !m_document)
                return;
            m_isLooking = false;
            m_model->setPairs(pairs, m_document->contents().review.zone);
            m_model->setStatements(m_document->contents().sameAs);
            if (!pairs.isEmpty())
                m_list->setCurrentIndex(m_model->index(0));
            showCurrent();
            updatePanels();
            emit looked();
        });
}

void SamePairsPanel::showCurrent()
{
    const Services::SamePair *pair = m_model->pair(m_list->currentIndex().row());
    for (QPushButton *button : { m_same, m_different })
        button->setEnabled(pair != nullptr);
    m_back->setVisible(pair && pair->said);
    if (!pair || !m_document)
        return;
    const ReviewContents &contents = m_document->contents();
    m_first->setRecord(pair->first, sourceName(contents, pair->first),
                       peopleOf(contents, pair->first), m_document->clock(), pair->shared);
    m_second->setRecord(pair->second, sourceName(contents, pair->second),
                        peopleOf(contents, pair->second), m_document->clock(), pair->shared);
    m_shared->setText(pair->shared.isEmpty()
                          ? QString()
                          : tr("Words in both: %1").arg(pair->shared.join(tr(", "))));
}

void SamePairsPanel::decide(bool isSame)
{
    const int row = m_list->currentIndex().row();
    const Services::SamePair *pair = m_model->pair(row);
    if (!pair || !m_document)
        return;
    const auto verdict = isSame ? SameAsVerdict::Same : SameAsVerdict::Different;
    if (!Editing::stateSameAs(*m_document, pair->first.id, pair->second.id, verdict))
        return;
    if (const int next = m_model->nextOpen(row); next >= 0)
        m_list->setCurrentIndex(m_model->index(next));
}

void SamePairsPanel::takeBack()
{
    const Services::SamePair *pair = m_model->pair(m_list->currentIndex().row());
    if (pair && pair->said && m_document)
        (void)Editing::withdrawSameAs(*m_document, pair->said->id);
}

void SamePairsPanel::updatePanels()
{
    const int count = m_model->rowCount();
    m_stack->setCurrentWidget(count == 0 ? static_cast<QWidget *>(m_empty) : m_pairs);
    if (m_isLooking)
        m_summary->setText(tr("Looking…"));
    else
        m_summary->setText(count == 0 ? QString()
                                      : tr("%n to look at", nullptr, m_model->openCount()));
}

} // namespace SecondStory::Ui
