// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/reviewdocument.h"

#include <QAbstractTableModel>

#include <array>

namespace SecondStory::Ui {

/// Rows of one kind of record of the open review (learnings, questions, actions), edited through
/// the verbs.
class RecordModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// Asks for the words one may choose among, as a QStringList; absent where one writes freely.
    static constexpr int kChoicesRole = Qt::UserRole + 1;

    explicit RecordModel(Editing::ReviewDocument &document, QObject *parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    virtual void add(const QString &words) = 0;
    virtual void removeRecord(int row) = 0;
    /// False where records have no order of their own.
    virtual bool moveRecord(int row, int to) = 0;

Q_SIGNALS:
    void refused(const SecondStory::Error &error);

protected:
    /// The words above the columns, translated.
    [[nodiscard]] virtual QStringList headings() const = 0;
    [[nodiscard]] Editing::ReviewDocument &document() const { return m_document; }
    template <class T>
    void report(const Result<T> &result)
    {
        if (!result)
            emit refused(result.error());
    }

private:
    Editing::ReviewDocument &m_document;
};

/// Keeps rows in step with the review's records of type T, by small changes, so that views keep
/// their place.
template <class T>
class RecordListModel : public RecordModel {
public:
    explicit RecordListModel(Editing::ReviewDocument &document, QObject *parent = nullptr)
        : RecordModel(document, parent)
        , m_rows(listOf<T>(document.contents()))
    {
        connect(&document, &Editing::ReviewDocument::changed, this, [this] { sync(); });
        connect(&document, &Editing::ReviewDocument::eventsReloaded, this, [this] { sync(); });
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

protected:
    [[nodiscard]] const T &at(int row) const { return m_rows.at(row); }

private:
    void sync()
    {
        const QList<T> wanted = listOf<T>(document().contents());
        removeGone(wanted);
        for (int row = 0; row < static_cast<int>(wanted.size()); ++row)
            place(wanted.at(row), row);
    }

    void removeGone(const QList<T> &wanted)
    {
        for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
            if (std::any_of(wanted.cbegin(), wanted.cend(),
                            [&](const T &r) { return r.id == m_rows.at(row).id; }))
                continue;
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
    }

    void place(const T &record, int row)
    {
        int now = row;
        while (now < static_cast<int>(m_rows.size()) && m_rows.at(now).id != record.id)
            ++now;
        if (now == static_cast<int>(m_rows.size())) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, record);
            endInsertRows();
        } else if (now != row) {
            beginMoveRows({}, now, now, {}, row);
            m_rows.move(now, row);
            endMoveRows();
        }
        if (m_rows.at(row) != record) {
            m_rows[row] = record;
            emit dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }

    QList<T> m_rows;
};

} // namespace SecondStory::Ui
