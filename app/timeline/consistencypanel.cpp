// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/consistencypanel.h"

#include "editing/reviewdocument.h"
#include "evidence/evidencewords.h"
#include "services/evidencechecks.h"
#include "store/library.h"
#include "theme/theme.h"
#include "theme/tooltip.h"
#include "theme/widgets.h"
#include "timeline/statedplace.h"
#include "widgets/emptystate.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QHeaderView>
#include <QLocale>
#include <QScrollArea>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kLookAfterMs = 1'500;
constexpr int kIndexRole = Qt::UserRole + 1;
constexpr int kDetailWidth = 300;
constexpr int kEntryWidth = 130; ///< so that the sentence keeps the room in a window of 1280
const auto kShowSetting = u"timeline/showSilences"_s;

} // namespace

ConsistencyPanel::ConsistencyPanel(Editing::ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
{
    m_pool.setMaxThreadCount(1);
    m_later.setSingleShot(true);
    m_later.setInterval(kLookAfterMs);
    const QStringList aside = QSettings().value(settingsKey()).toStringList();
    m_aside = QSet<QString>(aside.begin(), aside.end());
    build();
    connectParts();
    fill();
}

ConsistencyPanel::~ConsistencyPanel()
{
    ++*m_generation;
    m_pool.clear();
    m_pool.waitForDone();
}

QString ConsistencyPanel::settingsKey() const
{
    return u"checks/aside/"_s + m_document.id().toString();
}

void ConsistencyPanel::build()
{
    m_list = new QTreeWidget;
    m_list->setObjectName(u"checks"_s);
    m_list->setColumnCount(3);
    m_list->setHeaderLabels({ tr("What stands out"), tr("Entry"), tr("Where") });
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAccessibleName(tr("What stands out in the evidence"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->resizeSection(1, kEntryWidth);
    m_list->header()->resizeSection(2, kEntryWidth);
    m_detail = wrappedLabel();
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_detail->setContentsMargins(Space::kPanel, Space::kSmall, Space::kPanel, Space::kSmall);
    auto *side = new QScrollArea;
    side->setFrameShape(QFrame::NoFrame);
    side->setWidgetResizable(true);
    side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    side->setWidget(m_detail);
    side->setFocusPolicy(Qt::NoFocus);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(m_list);
    splitter->addWidget(side);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({ 3 * kDetailWidth, kDetailWidth });
    splitter->setHandleWidth(1);
    m_empty =
        new EmptyState(u"evidence"_s, tr("Nothing stands out"),
                       tr("No silences, nothing out of order, later than its import, twice or "
                          "hours off. That says nothing about what nobody wrote down."));
    m_looking = mutedLabel(tr("Looking through the evidence…"));
    m_looking->setAlignment(Qt::AlignCenter);
    m_stack = new QStackedWidget;
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_looking);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(m_stack, 1);
}

QWidget *ConsistencyPanel::buildBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(Space::kPanel, Space::kTiny, Space::kPanel, Space::kTiny);
    row->setSpacing(Space::kSmall);
    const auto button = [row](const QString &name, const QString &text, const QString &tip) {
        auto *made = new QPushButton(text);
        made->setObjectName(name);
        made->setToolTip(plainToolTip(tip));
        row->addWidget(made);
        return made;
    };
    m_ask =
        button(u"askAboutIt"_s, tr("Ask about it"), tr("Makes it an open question (Ctrl+Return)"));
    m_leave = button(u"leaveIt"_s, tr("Leave it"), tr("Sets it aside for this review (Delete)"));
    m_clock = button(u"clockOfIt"_s, tr("Clock of the source…"),
                     tr("Shows the zone and clock its times were read by"));
    m_place = button(u"placeOfIt"_s, tr("Where it is said…"),
                     tr("Finds the event in which this duration is stated"));
    m_state = mutedLabel({}, 0.85);
    row->addWidget(m_state);
    row->addStretch();
    m_silences = new QCheckBox(tr("Silences on the timeline"));
    m_silences->setObjectName(u"showSilences"_s);
    m_silences->setToolTip(tr("Hatches the stretches in which a lane is silent"));
    m_silences->setChecked(QSettings().value(kShowSetting, false).toBool());
    row->addWidget(m_silences);
    QPushButton *again = button(u"lookAgain"_s, tr("Look again"), tr("Looks through the evidence"));
    connect(again, &QPushButton::clicked, this, &ConsistencyPanel::look);
    return bar;
}

void ConsistencyPanel::connectParts()
{
    const auto later = [this] {
        m_isStale = true;
        if (isVisible() || showsSilences())
            m_later.start();
    };
    connect(&m_document, &Editing::ReviewDocument::changed, this, later);
    connect(&m_document, &Editing::ReviewDocument::eventsReloaded, this, later);
    connect(&m_later, &QTimer::timeout, this, &ConsistencyPanel::look);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ConsistencyPanel::showCurrent);
    connect(m_list, &QTreeWidget::itemClicked, this, &ConsistencyPanel::go);
    connect(m_ask, &QPushButton::clicked, this, &ConsistencyPanel::ask);
    connect(m_leave, &QPushButton::clicked, this, &ConsistencyPanel::leave);
    connect(m_clock, &QPushButton::clicked, this, &ConsistencyPanel::openClock);
    m_statedPlace = new StatedPlace(m_document, this);
    connect(m_statedPlace, &StatedPlace::refused, this, &ConsistencyPanel::refused);
    connect(m_place, &QPushButton::clicked, this, &ConsistencyPanel::askPlace);
    connect(m_silences, &QCheckBox::toggled, this, [this](bool isShown) {
        QSettings().setValue(kShowSetting, isShown);
        if (isShown && m_isStale)
            look();
        tellSilences();
    });
    const auto key = [this](const QKeySequence &keys, auto run) {
        auto *shortcut = new QShortcut(keys, m_list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(QKeySequence(Qt::Key_Return), [this] { go(m_list->currentItem()); });
    key(QKeySequence(Qt::Key_Enter), [this] { go(m_list->currentItem()); });
    key(QKeySequence(u"Ctrl+Return"_s), [this] { ask(); });
    key(QKeySequence(QKeySequence::Delete), [this] { leave(); });
    if (showsSilences())
        m_later.start();
}

void ConsistencyPanel::showEvent(QShowEvent *)
{
    if (m_isStale && !m_isLooking)
        look();
}

void ConsistencyPanel::look()
{
    m_later.stop();
    m_isStale = false;
    m_isLooking = true;
    const int generation = ++*m_generation;
    if (m_findings.isEmpty())
        m_stack->setCurrentWidget(m_looking);
    m_state->setText(tr("Looking…"));
    using Findings = QList<Analysis::CheckFinding>;
    QtConcurrent::run(&m_pool,
                      [path = m_document.library().path(), review = m_document.id(), generation,
                       current = m_generation]() -> Result<Findings> {
                          const auto library = Store::Library::open(path);
                          if (!library)
                              return failure(library.error());
                          return Services::checkEvidence(
                              **library, review, TimePoint::now(),
                              [generation, &current] { return *current == generation; });
                      })
        .then(this, [this, generation](const Result<Findings> &findings) {
            if (generation != *m_generation)
                return;
            m_isLooking = false;
            if (findings)
                take(*findings);
            else
                emit refused(findings.error().toString());
            fill();
            emit looked();
        });
}

void ConsistencyPanel::take(const QList<Analysis::CheckFinding> &findings)
{
    m_findings = findings;
    tellSilences();
}

int ConsistencyPanel::openCount() const
{
    return static_cast<int>(
        std::count_if(m_findings.cbegin(), m_findings.cend(),
                      [this](const Analysis::CheckFinding &f) { return !isAside(f); }));
}

bool ConsistencyPanel::showsSilences() const
{
    return m_silences->isChecked();
}

void ConsistencyPanel::setShowsSilences(bool isShown)
{
    m_silences->setChecked(isShown);
}

void ConsistencyPanel::tellSilences()
{
    QList<Figures::SilentStretch> silences;
    if (showsSilences()) {
        for (const Analysis::CheckFinding &finding : std::as_const(m_findings)) {
            if (finding.isOfLanes() && !isAside(finding))
                silences << Figures::SilentStretch{ finding.lane, finding.isWhole, *finding.span };
        }
    }
    emit silencesChanged(silences);
}

QTreeWidgetItem *ConsistencyPanel::addGroup(const QString &title, qint64 count, bool isOpen)
{
    auto *group = new QTreeWidgetItem(m_list);
    group->setText(0, tr("%1 (%2)").arg(title, QLocale().toString(count)));
    QFont bold = m_list->font();
    bold.setWeight(QFont::DemiBold);
    group->setFont(0, bold);
    group->setFirstColumnSpanned(true);
    group->setExpanded(isOpen);
    return group;
}

void ConsistencyPanel::addFinding(QTreeWidgetItem *group, qsizetype index)
{
    const Analysis::CheckFinding &finding = m_findings.at(index);
    const auto *source = findRecord<EvidenceSource>(m_document.contents(), finding.source);
    QString where = source ? visibleText(source->fileName) : QString();
    if (!finding.stated.isNull() && finding.seqs.isEmpty())
        where = tr("nobody has said where");
    if (!finding.place.isEmpty())
        where += (where.isEmpty() ? u""_s : u": "_s) + visibleText(finding.place);
    auto *item = new QTreeWidgetItem(group);
    const QString texts[]{ visibleText(finding.what), visibleText(finding.title), where };
    for (int column = 0; column < 3; ++column) {
        QString text = texts[column];
        item->setText(column, text.replace(u'\n', u' '));
        item->setToolTip(column, plainToolTip(texts[column]));
    }
    item->setData(0, kIndexRole, index);
    // What is of no one entry gets the room of the other columns.
    item->setFirstColumnSpanned(finding.title.isEmpty() && where.isEmpty());
    if (finding.key() == m_currentKey)
        m_list->setCurrentItem(item);
}

void ConsistencyPanel::fill()
{
    const QSignalBlocker quiet(m_list);
    const bool hadFocus = m_list->hasFocus();
    m_list->clear();
    QHash<Analysis::CheckKind, QList<qsizetype>> open;
    QList<qsizetype> aside;
    for (qsizetype i = 0; i < m_findings.size(); ++i) {
        if (isAside(m_findings.at(i)))
            aside << i;
        else
            open[m_findings.at(i).kind] << i;
    }
    for (const auto &[kind, name] : EnumNames<Analysis::CheckKind>::entries) {
        if (!open.contains(kind))
            continue;
        qint64 count = 0;
        for (const qsizetype i : open.value(kind))
            count += kind == Analysis::CheckKind::Silence ? 1 : m_findings.at(i).count;
        QTreeWidgetItem *group = addGroup(titleOf(kind), count, true);
        for (const qsizetype i : open.value(kind))
            addFinding(group, i);
    }
    if (!aside.isEmpty()) {
        QTreeWidgetItem *group = addGroup(tr("Set aside"), aside.size(), open.isEmpty());
        for (const qsizetype i : std::as_const(aside))
            addFinding(group, i);
    }
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0)->child(0));
    if (m_isLooking && m_findings.isEmpty())
        m_stack->setCurrentWidget(m_looking);
    else if (m_findings.isEmpty())
        m_stack->setCurrentWidget(m_empty);
    else
        m_stack->setCurrentIndex(0);
    if (hadFocus)
        m_list->setFocus();
    m_state->setText(m_isLooking ? tr("Looking…") : QString());
    showCurrent();
    emit countChanged(openCount());
}

const Analysis::CheckFinding *ConsistencyPanel::findingOf(const QTreeWidgetItem *item) const
{
    if (!item || !item->parent())
        return nullptr;
    const auto index = item->data(0, kIndexRole).toLongLong();
    return index < m_findings.size() ? &m_findings.at(index) : nullptr;
}

void ConsistencyPanel::showCurrent()
{
    const Analysis::CheckFinding *finding = findingOf(m_list->currentItem());
    m_currentKey = finding ? finding->key() : QString();
    m_ask->setEnabled(finding);
    m_leave->setEnabled(finding);
    m_leave->setText(finding && isAside(*finding) ? tr("List it again") : tr("Leave it"));
    m_clock->setVisible(finding && isAboutClock(finding->kind) && !finding->source.isNull());
    m_place->setVisible(finding && !finding->stated.isNull());
    QString words;
    if (finding)
        words = finding->what + u"\n\n"_s + finding->rule + tr(".") + u"\n\n"_s
            + adviceFor(finding->kind);
    m_detail->setText(visibleText(words));
}

void ConsistencyPanel::go(QTreeWidgetItem *item)
{
    if (const Analysis::CheckFinding *finding = findingOf(item))
        emit findingRequested(*finding);
    else if (item)
        item->setExpanded(!item->isExpanded());
}

} // namespace SecondStory::Ui
