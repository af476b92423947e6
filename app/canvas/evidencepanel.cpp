// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/evidencepanel.h"

#include "editing/reviewdocument.h"
#include "figures/canvas/factorwords.h"
#include "theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>

#include <tuple>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

enum Role : int { LinkRole = Qt::UserRole, EventRole };
constexpr int kMostRows = 6;

} // namespace

EvidencePanel::EvidencePanel(Editing::ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_edits(document)
    , m_title(new QLabel)
    , m_hint(new QLabel(tr("None yet. Drop events from the timeline onto the card.")))
    , m_list(new QListWidget)
    , m_unlink(new QToolButton)
{
    m_title->setFont(fontAt(font(), 1, QFont::DemiBold));
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_list->setAccessibleName(tr("Evidence"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideRight);
    m_unlink->setText(tr("Unlink"));
    m_unlink->setAutoRaise(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_unlink);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kTiny);
    layout->addLayout(head);
    layout->addWidget(m_hint);
    layout->addWidget(m_list);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    auto *remove = new QAction(tr("Unlink"), this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(remove);
    connect(remove, &QAction::triggered, this, &EvidencePanel::unlinkCurrent);
    connect(m_unlink, &QToolButton::clicked, this, &EvidencePanel::unlinkCurrent);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        Q_EMIT eventRequested(EventId{ item->data(EventRole).toUuid() });
    });
    connect(m_list, &QListWidget::itemSelectionChanged, this,
            [this] { m_unlink->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(&document, &Editing::ReviewDocument::changed, this, [this] { update(); });
}

void EvidencePanel::setTarget(const TargetRef &target)
{
    m_target = target;
    update();
}

QString EvidencePanel::textFor(EventId id) const
{
    const std::optional<Event> event = m_document.event(id);
    if (!event)
        return tr("An event that is no longer in this review");
    const QString title = Figures::plainLine(event->displayTitle());
    const auto start = event->effectiveStart();
    return start ? QString(m_document.clock().clockText(*start) + u"  "_s + title) : title;
}

void EvidencePanel::update()
{
    m_list->clear();
    if (!m_target.isNull()) {
        for (const EvidenceLink &link : m_document.contents().evidenceLinks) {
            if (link.target != m_target)
                continue;
            auto *item = new QListWidgetItem(textFor(link.eventId), m_list);
            item->setToolTip(QString(u"<span>"_s + item->text().toHtmlEscaped() + u"</span>"_s));
            item->setData(LinkRole, link.id.value);
            item->setData(EventRole, link.eventId.value);
        }
    }
    const int count = m_list->count();
    m_title->setText(count == 0 ? tr("Evidence") : tr("Evidence (%1)").arg(count));
    m_hint->setVisible(count == 0);
    m_list->setVisible(count > 0);
    m_unlink->setVisible(count > 0);
    m_unlink->setEnabled(false);
    m_list->setFixedHeight(qMin(count, kMostRows) * qMax(1, m_list->sizeHintForRow(0)) + 4);
}

void EvidencePanel::unlinkCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    // A refusal is told by the document itself.
    if (item)
        std::ignore = m_edits.unlinkEvidence(EvidenceLinkId{ item->data(LinkRole).toUuid() });
}

} // namespace SecondStory::Ui
