// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/influence.h"

#include <QFrame>

#include <optional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
class QListWidget;
QT_END_NAMESPACE

namespace SecondStory::Ui {

/// Finds a factor by typing; over the canvas, for searching and for connecting without a mouse.
class FactorPicker : public QFrame {
    Q_OBJECT
public:
    explicit FactorPicker(QWidget *parent);

    /// Opens for one of these factors. With a kind, it can be chosen as well (Alt+1 to Alt+6).
    void open(const QString &prompt, const QList<QPair<FactorId, QString>> &factors,
              std::optional<InfluenceKind> kind);
    [[nodiscard]] InfluenceKind kind() const;
    [[nodiscard]] QLineEdit &search() const { return *m_search; }

Q_SIGNALS:
    void picked(SecondStory::FactorId id);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &words);
    void accept();
    void close();

    QLineEdit *m_search;
    QComboBox *m_kind;
    QListWidget *m_list;
    QList<QPair<FactorId, QString>> m_factors;
};

} // namespace SecondStory::Ui
