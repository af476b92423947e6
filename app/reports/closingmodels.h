// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/recordmodel.h"

namespace SecondStory::Ui {

/// What people now understand, and who would want to know.
class LearningModel final : public RecordListModel<Learning> {
    Q_OBJECT
public:
    enum Column { Text, Audience };
    using RecordListModel::RecordListModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    void add(const QString &words) override;
    void removeRecord(int row) override;
    bool moveRecord(int row, int to) override;

protected:
    [[nodiscard]] QStringList headings() const override;
};

/// Open questions and their answers.
class QuestionModel final : public RecordListModel<Question> {
    Q_OBJECT
public:
    enum Column { Text, Status, Answer };
    using RecordListModel::RecordListModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    void add(const QString &words) override;
    void removeRecord(int row) override;
    bool moveRecord(int row, int to) override;

protected:
    [[nodiscard]] QStringList headings() const override;
};

/// What a group decided to do, and which factor it answers.
class ActionModel final : public RecordListModel<Action> {
    Q_OBJECT
public:
    enum Column { Title, Owner, Due, AnswersFactor, Status };
    using RecordListModel::RecordListModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    void add(const QString &words) override;
    void removeRecord(int row) override;
    bool moveRecord(int row, int to) override;

protected:
    [[nodiscard]] QStringList headings() const override;

private:
    [[nodiscard]] QString factorTitle(FactorId id) const;
};

} // namespace SecondStory::Ui
