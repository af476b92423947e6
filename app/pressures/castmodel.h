// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/changeset.h"

#include <QAbstractTableModel>
#include <QPointer>

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

/// What the events of a review say of its people.
struct CastUse {
    QHash<PersonId, qint64> counts; ///< how many events name each
    QHash<PersonId, QString> presence; ///< "away 1–14 Mar", while the incident went on
};

/// The people of a review as a table; edits go through the document.
class CastModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        RoleColumn,
        PseudonymColumn,
        KindColumn,
        HandlesColumn,
        PresenceColumn,
        EventsColumn,
        NoteColumn,
        ColumnCount
    };
    enum Role { UniqueRole = Qt::UserRole };

    explicit CastModel(QObject *parent = nullptr);
    void setDocument(Editing::ReviewDocument *document);
    void setUse(const CastUse &use);

    [[nodiscard]] PersonId idAt(int row) const { return m_rows.value(row); }
    [[nodiscard]] int rowOf(PersonId id) const { return static_cast<int>(m_rows.indexOf(id)); }
    /// Roles that only one human of this review has.
    [[nodiscard]] QStringList uniqueRoles() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void refused(const QString &text);

private:
    [[nodiscard]] const Person *at(const QModelIndex &index) const;
    [[nodiscard]] QString textAt(const Person &person, int column) const;
    [[nodiscard]] bool isUnique(const Person &person) const;
    void takeChange(const ChangeSet &applied);
    void reload();

    QPointer<Editing::ReviewDocument> m_document;
    QList<PersonId> m_rows;
    CastUse m_use;
};

/// "person", "bot", "group".
[[nodiscard]] QString wordFor(PersonKind kind);

} // namespace SecondStory::Ui
