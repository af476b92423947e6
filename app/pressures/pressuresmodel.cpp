// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pressures/pressuresmodel.h"

#include "canvas/eventdrop.h"
#include "editing/factoredits.h"
#include "editing/pressureedits.h"
#include "editing/reviewdocument.h"
#include "evidence/evidencewords.h"
#include "figures/canvas/factorwords.h"
#include "store/library.h"
#include "store/reviewrepository.h"
#include "theme/tooltip.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

std::optional<Phase> phaseOf(int column)
{
    switch (column) {
    case PressuresModel::BeforeColumn:
        return Phase::Before;
    case PressuresModel::DuringColumn:
        return Phase::During;
    case PressuresModel::AfterColumn:
        return Phase::After;
    default:
        return {};
    }
}

} // namespace

PressuresModel::PressuresModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PressuresModel::setDocument(Editing::ReviewDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    if (document) {
        connect(document, &Editing::ReviewDocument::changed, this, &PressuresModel::takeChange);
        connect(document, &Editing::ReviewDocument::eventsReloaded, this, &PressuresModel::reload);
        connect(document, &QObject::destroyed, this, &PressuresModel::reload);
    }
    refreshLibrary();
    reload();
}

void PressuresModel::refreshLibrary()
{
    m_uses.clear();
    m_codes.clear();
    m_otherReviews = 0;
    if (!m_document)
        return;
    auto &reviews = m_document->library().reviews();
    m_codes = reviews.codes().value_or(QList<Code>());
    for (const Store::ReviewListing &listing :
         reviews.list().value_or(QList<Store::ReviewListing>())) {
        const bool counts = listing.review.id != m_document->id()
            && listing.review.status != ReviewStatus::Archived;
        m_otherReviews += counts ? 1 : 0;
    }
    for (const Store::PressureUse &use :
         reviews.pressureUses().value_or(QList<Store::PressureUse>())) {
        if (use.review != m_document->id())
            m_uses[use.code] << use.review;
    }
}

void PressuresModel::reload()
{
    beginResetModel();
    m_rows.clear();
    if (m_document) {
        for (const Pressure &pressure : m_document->contents().pressures)
            m_rows << pressure.id;
    }
    endResetModel();
}

void PressuresModel::takeChange(const ChangeSet &applied)
{
    bool hasMoved = false;
    bool hasChanged = false;
    for (const AnyChange &change : applied.changes) {
        if (const auto *pressure = std::get_if<RecordChange<Pressure>>(&change)) {
            hasMoved = hasMoved || pressure->isInsertion() || pressure->isRemoval();
            hasChanged = true;
        }
        hasChanged = hasChanged || std::holds_alternative<RecordChange<EvidenceLink>>(change);
    }
    if (hasMoved)
        reload();
    else if (hasChanged && !m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

PressureId PressuresModel::idAt(int row) const
{
    return m_rows.value(row);
}

int PressuresModel::rowOf(PressureId id) const
{
    return static_cast<int>(m_rows.indexOf(id));
}

const Pressure *PressuresModel::at(const QModelIndex &index) const
{
    return m_document && index.isValid()
        ? findRecord<Pressure>(m_document->contents(), idAt(index.row()))
        : nullptr;
}

QString PressuresModel::codeName(CodeId id) const
{
    for (const Code &code : m_codes) {
        if (code.id == id)
            return code.name;
    }
    return tr("Not coded yet");
}

int PressuresModel::evidenceOf(PressureId id) const
{
    const TargetRef target{ TargetKind::Pressure, id.value };
    int count = 0;
    for (const EvidenceLink &link : m_document->contents().evidenceLinks)
        count += link.target == target ? 1 : 0;
    return count;
}

int PressuresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PressuresModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PressuresModel::textAt(const Pressure &pressure, int column) const
{
    switch (column) {
    case CodeColumn:
        return codeName(pressure.codeId);
    case TitleColumn:
        return visibleText(pressure.title);
    case EffectColumn:
        return Figures::wordFor(pressure.polarity);
    case ConfidenceColumn:
        return Figures::wordFor(pressure.confidence);
    case EvidenceColumn:
        return QString::number(evidenceOf(pressure.id));
    case SeenColumn:
        return pressure.codeId.isNull()
            ? QString()
            : tr("%1 of %2").arg(m_uses.value(pressure.codeId).size()).arg(m_otherReviews);
    default:
        return {};
    }
}

QVariant PressuresModel::data(const QModelIndex &index, int role) const
{
    const Pressure *pressure = at(index);
    if (!pressure)
        return {};
    const int column = index.column();
    const auto phase = phaseOf(column);
    switch (role) {
    case Qt::DisplayRole:
        return textAt(*pressure, column);
    case Qt::EditRole:
        if (column == TitleColumn)
            return pressure->title;
        if (column == EffectColumn)
            return static_cast<int>(pressure->polarity);
        return column == ConfidenceColumn ? QVariant(static_cast<int>(pressure->confidence))
                                          : QVariant();
    case Qt::CheckStateRole:
        if (!phase)
            return {};
        return static_cast<int>(pressure->phases.testFlag(*phase) ? Qt::Checked : Qt::Unchecked);
    case Qt::TextAlignmentRole:
        return column == EvidenceColumn || column == SeenColumn
            ? QVariant(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter))
            : QVariant();
    case Qt::ToolTipRole:
        if (column == SeenColumn && !pressure->codeId.isNull())
            return plainToolTip(tr("%1 in %2 other reviews of this library")
                                    .arg(codeName(pressure->codeId), textAt(*pressure, column)));
        return phase ? tr("Present %1 the incident").arg(Figures::wordFor(*phase))
                     : plainToolTip(textAt(*pressure, column));
    case Qt::AccessibleTextRole:
        return phase
            ? QString(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() + u": "_s
                      + (pressure->phases.testFlag(*phase) ? tr("yes") : tr("no")))
            : textAt(*pressure, column);
    default:
        return {};
    }
}

bool PressuresModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Pressure *pressure = at(index);
    if (!pressure)
        return false;
    Pressure after = *pressure;
    const auto phase = phaseOf(index.column());
    if (role == Qt::CheckStateRole && phase)
        after.phases.setFlag(*phase, value.toInt() == Qt::Checked);
    else if (role == Qt::EditRole && index.column() == TitleColumn)
        after.title = value.toString().simplified();
    else if (role == Qt::EditRole && index.column() == EffectColumn)
        after.polarity = static_cast<Polarity>(value.toInt());
    else if (role == Qt::EditRole && index.column() == ConfidenceColumn)
        after.confidence = static_cast<Confidence>(value.toInt());
    else
        return false;
    const auto done = Editing::editPressure(*m_document, after);
    if (!done)
        emit refused(done.error().toString());
    return done.has_value();
}

QVariant PressuresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == EvidenceColumn || section == SeenColumn))
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == SeenColumn)
        return tr("In how many other reviews of this library the same code is used");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CodeColumn:
        return tr("Pressure");
    case TitleColumn:
        return tr("How it showed here");
    case BeforeColumn:
        return tr("Before");
    case DuringColumn:
        return tr("During");
    case AfterColumn:
        return tr("After");
    case EffectColumn:
        return tr("Effect");
    case ConfidenceColumn:
        return tr("How sure");
    case EvidenceColumn:
        return tr("Evidence");
    default:
        return tr("Seen elsewhere");
    }
}

Qt::ItemFlags PressuresModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDropEnabled;
    if (phaseOf(index.column()))
        flags |= Qt::ItemIsUserCheckable;
    if (index.column() == TitleColumn || index.column() == EffectColumn
        || index.column() == ConfidenceColumn)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QStringList PressuresModel::mimeTypes() const
{
    return { kEventsMimeType };
}

Qt::DropActions PressuresModel::supportedDropActions() const
{
    return Qt::CopyAction | Qt::LinkAction;
}

bool PressuresModel::canDropMimeData(const QMimeData *mime, Qt::DropAction, int, int,
                                     const QModelIndex &) const
{
    return m_document && mime->hasFormat(kEventsMimeType);
}

bool PressuresModel::dropMimeData(const QMimeData *mime, Qt::DropAction, int, int,
                                  const QModelIndex &parent)
{
    const QList<EventId> events = m_document ? eventsFrom(*mime) : QList<EventId>();
    if (events.isEmpty())
        return false;
    Result<void> done;
    if (const Pressure *pressure = at(parent)) {
        done = Editing::FactorEdits(*m_document)
                   .linkEvidence({ TargetKind::Pressure, pressure->id.value }, events);
    } else {
        Pressure fresh;
        if (const auto first = m_document->event(events.first()))
            fresh.title = first->displayTitle();
        if (const auto added = Editing::addPressure(*m_document, fresh, events); !added)
            done = tl::make_unexpected(added.error());
    }
    if (!done)
        emit refused(done.error().toString());
    return done.has_value();
}

} // namespace SecondStory::Ui
