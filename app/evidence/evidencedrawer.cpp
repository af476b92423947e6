// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/evidencedrawer.h"

#include "domain/labels.h"
#include "editing/reviewdocument.h"
#include "editing/sourceedits.h"
#include "evidence/evidenceviewer.h"
#include "evidence/evidencewords.h"
#include "evidence/keptreader.h"
#include "store/library.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "timeline/timelineselection.h"
#include "widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// Shorter than a look, longer than a key held down takes to repeat.
constexpr int kDebounce = 60;
constexpr int kFactsWidth = 300;

QToolButton *arrow(const QString &iconName, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setIcon(icon(iconName, parent));
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

} // namespace

EvidenceDrawer::EvidenceDrawer(Editing::ReviewDocument &document, TimelineSelection &selection,
                               QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_reader(new KeptReader(document.library().path(), this))
    , m_stack(new QStackedWidget(this))
{
    setAccessibleName(tr("Evidence of the selected event"));
    m_later.setSingleShot(true);
    m_later.setInterval(kDebounce);
    m_emptyPage = buildEmpty();
    m_page = new QWidget(m_stack);
    m_viewer = new EvidenceViewer(m_page);
    m_reading = mutedLabel(tr("Reading the file…"), 1.0, m_page);
    m_reading->setContentsMargins(Space::kPanel, Space::kPanel, 0, 0);
    auto *text = new QVBoxLayout;
    text->setSpacing(0);
    text->setContentsMargins(Space::kSmall, 0, 0, 0);
    text->addWidget(m_reading);
    text->addWidget(m_viewer, 1);
    auto *row = new QHBoxLayout(m_page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildFacts());
    row->addLayout(text, 1);
    m_stack->addWidget(m_emptyPage);
    m_stack->addWidget(m_page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildSeveral());
    layout->addWidget(m_stack, 1);
    connectParts();
    refresh();
}

QWidget *EvidenceDrawer::buildEmpty()
{
    auto *page = new QWidget(m_stack);
    m_emptyTitle = plainLabel({}, 1.15, QFont::DemiBold, page);
    m_emptyTitle->setAlignment(Qt::AlignCenter);
    m_emptyWords = mutedLabel({}, 1.0, page);
    m_emptyWords->setAlignment(Qt::AlignCenter);
    m_emptyWords->setWordWrap(true);
    m_putBack = new QPushButton(tr("Put the source back"), page);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(Space::kSection, Space::kSmall, Space::kSection, Space::kSmall);
    layout->setSpacing(Space::kTiny);
    layout->addStretch(2);
    layout->addWidget(m_emptyTitle);
    layout->addWidget(m_emptyWords);
    layout->addWidget(m_putBack, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return page;
}

QWidget *EvidenceDrawer::buildSeveral()
{
    m_several = new QWidget(this);
    m_previous = arrow(u"chevron-left"_s, tr("The selected event before"), m_several);
    m_next = arrow(u"chevron-right"_s, tr("The next selected event"), m_several);
    m_count = mutedLabel({}, 0.85, m_several);
    auto *several = new QHBoxLayout(m_several);
    several->setContentsMargins(Space::kSmall, Space::kTiny, 0, 0);
    several->addWidget(m_previous);
    several->addWidget(m_count);
    several->addWidget(m_next);
    several->addStretch();
    return m_several;
}

QWidget *EvidenceDrawer::buildFacts()
{
    auto *facts = new QWidget;
    m_file = new ElidedLabel(Qt::ElideMiddle, facts);
    m_file->setFont(fontAt(font(), 1.0, QFont::DemiBold));
    m_place = mutedLabel({}, 1.0, facts);
    m_place->setWordWrap(true);
    m_facts = new QGridLayout;
    m_facts->setHorizontalSpacing(Space::kPanel);
    m_facts->setVerticalSpacing(2);
    m_facts->setColumnStretch(1, 1);
    m_open = new LinkButton(tr("Open in the evidence viewer"), facts);
    m_open->setObjectName(u"openInEvidence"_s);
    auto *layout = new QVBoxLayout(facts);
    layout->setContentsMargins(Space::kPanel, Space::kSmall, Space::kSmall, Space::kSmall);
    layout->setSpacing(Space::kTiny);
    layout->addWidget(m_file);
    layout->addWidget(m_place);
    layout->addLayout(m_facts);
    layout->addWidget(m_open, 0, Qt::AlignLeft);
    layout->addStretch();
    auto *area = new QScrollArea(m_page);
    area->setWidget(facts);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setFixedWidth(std::max(kFactsWidth, fontMetrics().averageCharWidth() * 44));
    return area;
}

void EvidenceDrawer::connectParts()
{
    connect(&m_later, &QTimer::timeout, this, &EvidenceDrawer::refresh);
    connect(&m_selection, &TimelineSelection::changed, this, &EvidenceDrawer::followSelection);
    connect(&m_document, &Editing::ReviewDocument::changed, &m_later, qOverload<>(&QTimer::start));
    connect(&m_document, &Editing::ReviewDocument::eventsReloaded, &m_later,
            qOverload<>(&QTimer::start));
    connect(m_reader, &KeptReader::ready, this, &EvidenceDrawer::takeKept);
    connect(m_reader, &KeptReader::placed, m_viewer, &EvidenceViewer::placeEvents);
    connect(m_viewer, &EvidenceViewer::eventRequested, this, &EvidenceDrawer::eventRequested);
    connect(m_viewer, &EvidenceViewer::anchorRequested, this, &EvidenceDrawer::clockRequested);
    connect(m_open, &LinkButton::clicked, this, [this] { emit evidenceRequested(m_event.id); });
    connect(m_putBack, &QPushButton::clicked, this, &EvidenceDrawer::putBack);
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
}

bool EvidenceDrawer::isBusy() const
{
    return m_later.isActive() || m_reader->isReading();
}

void EvidenceDrawer::enter()
{
    if (m_stack->currentWidget() == m_page)
        m_viewer->text().setFocus(Qt::ShortcutFocusReason);
    else if (!m_putBack->isHidden())
        m_putBack->setFocus(Qt::ShortcutFocusReason);
}

void EvidenceDrawer::followSelection()
{
    // Of several, the one the keyboard stands on.
    m_index = std::max<qsizetype>(0, m_selection.seqs().indexOf(m_selection.current()));
    m_later.start();
}

void EvidenceDrawer::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void EvidenceDrawer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit left();
    else
        QWidget::keyPressEvent(event);
}

void EvidenceDrawer::step(int direction)
{
    const qsizetype last = m_selection.seqs().size() - 1;
    m_index = std::clamp<qsizetype>(m_index + direction, 0, std::max<qsizetype>(0, last));
    refresh();
}

void EvidenceDrawer::refresh()
{
    m_later.stop();
    if (!isVisible())
        return;
    m_index =
        std::clamp<qsizetype>(m_index, 0, std::max<qsizetype>(0, m_selection.seqs().size() - 1));
    const qint64 seq = m_selection.seqs().value(m_index);
    const auto event = seq == 0 ? std::nullopt : m_document.eventBySeq(seq);
    showCount();
    if (!event && showTakenOut())
        return;
    if (!event) {
        m_event = {};
        return showNothing(tr("No event is selected"),
                           tr("Select one on the timeline or in the table: the lines of the file "
                              "it was read from appear here."));
    }
    m_event = *event;
    if (!event->isImported())
        return showNothing(tr("Added by hand"),
                           tr("“%1” was written by an analyst; no file holds it.")
                               .arg(visibleText(event->displayTitle()).left(120)));
    const auto *source = findRecord<EvidenceSource>(m_document.contents(), event->sourceId);
    if (!source || showTakenOut())
        return;
    m_stack->setCurrentWidget(m_page);
    showFacts(*source);
    const bool isOther = m_viewer->sourceId() != source->id;
    if (isOther)
        m_viewer->clear();
    m_reader->ask(*source, m_event, seq, m_document.clock().zoneId());
    m_reading->setVisible(isOther && m_reader->isReading());
}

/// With its source an event leaves the selection; the one that was shown last is meant.
bool EvidenceDrawer::showTakenOut()
{
    const auto *source = findRecord<EvidenceSource>(m_document.contents(), m_event.sourceId);
    if (!source || !source->removed)
        return false;
    showNothing(tr("Its source was taken out of the review"),
                tr("%1 is kept, and can be put back.").arg(visibleText(source->fileName)),
                !m_document.library().isReadOnly());
    return true;
}

void EvidenceDrawer::showNothing(const QString &title, const QString &words, bool canPutBack)
{
    m_reader->forget();
    m_emptyTitle->setText(title);
    m_emptyWords->setText(words);
    m_putBack->setVisible(canPutBack);
    m_stack->setCurrentWidget(m_emptyPage);
}

void EvidenceDrawer::showCount()
{
    const qsizetype count = m_selection.seqs().size();
    const QLocale locale;
    m_several->setVisible(count > 1);
    m_count->setText(
        tr("%1 of %2 selected").arg(locale.toString(m_index + 1), locale.toString(count)));
    m_previous->setEnabled(m_index > 0);
    m_next->setEnabled(m_index + 1 < count);
}

void EvidenceDrawer::showFacts(const EvidenceSource &source)
{
    const ZoneClock &clock = m_document.clock();
    m_file->setWholeText(visibleText(source.fileName));
    m_place->setText(visibleText(m_event.place));
    m_place->setVisible(!m_event.place.isEmpty());
    auto facts = timeFacts(m_event.recorded, clock);
    if (source.skewUs != 0)
        facts << std::pair(
            tr("Clock"),
            QString((source.skewUs > 0 ? u"+"_s : u"−"_s) + durationText(std::abs(source.skewUs))));
    facts << std::pair(
        tr("Read as"),
        tr("%1, version %2").arg(formatName(source.importerId)).arg(source.importerVersion));
    QString imported = clock.isoText(source.importedAt);
    if (!source.importedBy.isEmpty())
        imported += u", "_s + visibleText(source.importedBy);
    facts << std::pair(tr("Brought in"), imported);
    clearLayout(m_facts);
    for (int row = 0; row < facts.size(); ++row) {
        auto *value = new ElidedLabel(Qt::ElideRight, m_file->parentWidget());
        value->setFont(fontAt(font(), 0.85));
        value->setWholeText(facts[row].second);
        m_facts->addWidget(mutedLabel(facts[row].first, 0.85, m_file->parentWidget()), row, 0);
        m_facts->addWidget(value, row, 1);
    }
    setAccessibleDescription(
        QString(visibleText(source.fileName) + u", "_s + visibleText(m_event.place)));
}

void EvidenceDrawer::takeKept(const KeptSource &kept)
{
    m_reading->hide();
    // The same file again: it stays as it is, only the mark goes on.
    if (kept.isRecords || m_viewer->sourceId() != kept.id || !m_viewer->showsLines())
        m_viewer->setSource(kept);
    m_viewer->showEvent(m_event, m_document.clock().zoneId());
}

void EvidenceDrawer::putBack()
{
    if (const auto done = Editing::putBackSource(m_document, m_event.sourceId); !done)
        emit refused(done.error().toString());
    else if (const qint64 seq = m_document.seqOf(m_event.id); seq != 0)
        m_selection.select({ seq });
}

} // namespace SecondStory::Ui
