// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pressures/castmodel.h"

#include "editing/personedits.h"
#include "editing/reviewdocument.h"
#include "evidence/evidencewords.h"
#include "theme/tooltip.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

QString normalised(const QString &role)
{
    return role.simplified().toCaseFolded();
}

} // namespace

QString wordFor(PersonKind kind)
{
    switch (kind) {
    case PersonKind::Human:
        return CastModel::tr("person");
    case PersonKind::Bot:
        return CastModel::tr("bot");
    case PersonKind::Group:
        return CastModel::tr("group");
    }
    return {};
}

CastModel::CastModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void CastModel::setDocument(Editing::ReviewDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_use = {};
    if (document) {
        connect(document, &Editing::ReviewDocument::changed, this, &CastModel::takeChange);
        connect(document, &Editing::ReviewDocument::eventsReloaded, this, &CastModel::reload);
        connect(document, &QObject::destroyed, this, &CastModel::reload);
    }
    reload();
}

void CastModel::setUse(const CastUse &use)
{
    m_use = use;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, PresenceColumn), index(rowCount() - 1, EventsColumn));
}

void CastModel::reload()
{
    beginResetModel();
    m_rows.clear();
    if (m_document) {
        QList<Person> people = m_document->contents().people;
        std::stable_sort(people.begin(), people.end(), [](const Person &a, const Person &b) {
            if (a.kind != b.kind)
                return a.kind < b.kind;
            return QString::localeAwareCompare(a.name, b.name) < 0;
        });
        for (const Person &person : people)
            m_rows << person.id;
    }
    endResetModel();
}

void CastModel::takeChange(const ChangeSet &applied)
{
    bool hasMoved = false;
    bool hasChanged = false;
    for (const AnyChange &change : applied.changes) {
        if (const auto *person = std::get_if<RecordChange<Person>>(&change)) {
            hasMoved = hasMoved || person->isInsertion() || person->isRemoval();
            hasChanged = true;
        }
    }
    if (hasMoved)
        reload();
    else if (hasChanged && !m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const Person *CastModel::at(const QModelIndex &index) const
{
    return m_document && index.isValid()
        ? findRecord<Person>(m_document->contents(), idAt(index.row()))
        : nullptr;
}

bool CastModel::isUnique(const Person &person) const
{
    if (person.kind != PersonKind::Human || person.role.trimmed().isEmpty())
        return false;
    const QString role = normalised(person.role);
    const auto &people = m_document->contents().people;
    return std::count_if(people.cbegin(), people.cend(),
                         [&](const Person &other) {
                             return other.kind == PersonKind::Human
                                 && normalised(other.role) == role;
                         })
        == 1;
}

QStringList CastModel::uniqueRoles() const
{
    QStringList roles;
    if (!m_document)
        return roles;
    for (const Person &person : m_document->contents().people) {
        if (isUnique(person))
            roles << person.role.simplified();
    }
    return roles;
}

int CastModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CastModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CastModel::textAt(const Person &person, int column) const
{
    switch (column) {
    case NameColumn:
        return visibleText(person.name);
    case RoleColumn:
        return visibleText(person.role);
    case PseudonymColumn:
        return visibleText(person.pseudonym);
    case KindColumn:
        return wordFor(person.kind);
    case HandlesColumn:
        return visibleText(person.handles.join(u", "_s));
    case EventsColumn:
        return QLocale().toString(m_use.counts.value(person.id));
    case PresenceColumn:
        return m_use.presence.value(person.id);
    default:
        return visibleText(person.note);
    }
}

QVariant CastModel::data(const QModelIndex &index, int role) const
{
    const Person *person = at(index);
    if (!person)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textAt(*person, index.column());
    case Qt::EditRole:
        if (index.column() == KindColumn)
            return static_cast<int>(person->kind);
        if (index.column() == HandlesColumn)
            return person->handles.join(u", "_s);
        if (index.column() == RoleColumn)
            return person->role;
        if (index.column() == PseudonymColumn)
            return person->pseudonym;
        return index.column() == NoteColumn ? person->note : person->name;
    case UniqueRole:
        return index.column() == RoleColumn && isUnique(*person);
    case Qt::ToolTipRole:
        return index.column() == RoleColumn && isUnique(*person)
            ? tr("Readers may recognise a person by a role only one person has")
            : plainToolTip(textAt(*person, index.column()));
    case Qt::TextAlignmentRole:
        return index.column() == EventsColumn
            ? QVariant(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter))
            : QVariant();
    default:
        return {};
    }
}

bool CastModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Person *person = at(index);
    if (!person || role != Qt::EditRole)
        return false;
    Person after = *person;
    const QString text = value.toString().simplified();
    switch (index.column()) {
    case NameColumn:
        after.name = text;
        break;
    case RoleColumn:
        after.role = text;
        break;
    case PseudonymColumn:
        after.pseudonym = text;
        break;
    case KindColumn:
        after.kind = static_cast<PersonKind>(value.toInt());
        break;
    case HandlesColumn:
        after.handles.clear();
        for (const QString &handle : text.split(u',', Qt::SkipEmptyParts)) {
            if (!handle.trimmed().isEmpty())
                after.handles << handle.trimmed();
        }
        break;
    case NoteColumn:
        after.note = value.toString();
        break;
    default:
        return false;
    }
    const auto done = Editing::editPerson(*m_document, after);
    if (!done)
        emit refused(done.error().toString());
    return done.has_value();
}

QVariant CastModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == EventsColumn)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name as found");
    case RoleColumn:
        return tr("Role");
    case PseudonymColumn:
        return tr("Pseudonym");
    case KindColumn:
        return tr("Kind");
    case HandlesColumn:
        return tr("Other spellings");
    case PresenceColumn:
        return tr("At the time");
    case EventsColumn:
        return tr("Events");
    default:
        return tr("Note");
    }
}

Qt::ItemFlags CastModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool isTold = index.column() == EventsColumn || index.column() == PresenceColumn;
    return isTold ? base : base | Qt::ItemIsEditable;
}

} // namespace SecondStory::Ui
