// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/timelinekeymap.h"

#include <QDialog>
#include <QLineEdit>

#include <optional>

class QLabel;
class QPushButton;
class QTableWidget;

namespace SecondStory::Ui {

/// A field that takes the next key pressed in it, whatever that key does elsewhere. Tab and Escape
/// stay what they are, so that nobody is caught in it.
class KeyField : public QLineEdit {
    Q_OBJECT
public:
    explicit KeyField(QWidget *parent = nullptr);
    [[nodiscard]] std::optional<QKeyCombination> key() const { return m_key; }
    void setKey(std::optional<QKeyCombination> key);

Q_SIGNALS:
    void keyChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::optional<QKeyCombination> m_key;
};

/// Shows what the keys of the timeline do and lets people choose others. A key that is in use says
/// by what before it is taken.
class TimelineKeysDialog : public QDialog {
    Q_OBJECT
public:
    explicit TimelineKeysDialog(TimelineKeymap &keys, QWidget *parent = nullptr);

private:
    void fill();
    void refresh();
    void use(bool isAdded);
    [[nodiscard]] QString currentId() const;

    TimelineKeymap &m_keys;
    QTableWidget *m_table = nullptr;
    KeyField *m_field = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_none = nullptr;
    QPushButton *m_usual = nullptr;
};

} // namespace SecondStory::Ui
