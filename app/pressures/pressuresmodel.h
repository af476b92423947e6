// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/changeset.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QSet>

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

/// The pressures of one review as a table; edits go through the document.
class PressuresModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        CodeColumn,
        TitleColumn,
        BeforeColumn,
        DuringColumn,
        AfterColumn,
        EffectColumn,
        ConfidenceColumn,
        EvidenceColumn,
        SeenColumn,
        ColumnCount
    };

    explicit PressuresModel(QObject *parent = nullptr);
    void setDocument(Editing::ReviewDocument *document);

    [[nodiscard]] PressureId idAt(int row) const;
    [[nodiscard]] int rowOf(PressureId id) const;
    [[nodiscard]] const QList<Code> &codes() const { return m_codes; }
    /// Counts again in how many other reviews each code is used. Cost: one pass over the library.
    void refreshLibrary();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    bool canDropMimeData(const QMimeData *mime, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    /// Events dropped on a row become its evidence; dropped beside, a new pressure.
    bool dropMimeData(const QMimeData *mime, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    void refused(const QString &text);

private:
    [[nodiscard]] const Pressure *at(const QModelIndex &index) const;
    [[nodiscard]] QString textAt(const Pressure &pressure, int column) const;
    [[nodiscard]] QString codeName(CodeId id) const;
    [[nodiscard]] int evidenceOf(PressureId id) const;
    void takeChange(const ChangeSet &applied);
    void reload();

    QPointer<Editing::ReviewDocument> m_document;
    QList<PressureId> m_rows;
    QList<Code> m_codes;
    QHash<CodeId, QSet<ReviewId>> m_uses; ///< in other reviews
    qsizetype m_otherReviews = 0;
};

} // namespace SecondStory::Ui
