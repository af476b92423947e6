// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/columnmapping.h"

#include <QComboBox>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace SecondStory::Ui {

/// Says which column of a table (or key of JSON Lines) holds what, as other tools write it, as it
/// was kept under a name, or as one chooses.
class MappingEditor : public QWidget {
    Q_OBJECT
public:
    explicit MappingEditor(QWidget *parent = nullptr);

    /// Shows the columns of a file and which part each plays now.
    void setColumns(const QStringList &columns, const Importing::ColumnMapping &mapping);
    [[nodiscard]] Importing::ColumnMapping mapping() const;

Q_SIGNALS:
    /// The person chose something else.
    void mappingChanged();

private:
    struct Part {
        QString Importing::ColumnMapping::*member;
        QComboBox *combo;
    };
    void addPart(const QString &label, QString Importing::ColumnMapping::*member);
    void showMapping(const Importing::ColumnMapping &mapping);
    void listPresets();
    void choosePreset();
    void keep();
    void forget();

    QStringList m_columns;
    QList<Part> m_parts;
    QComboBox *m_presets = nullptr;
    QComboBox *m_fixedKind = nullptr;
    QComboBox *m_timeFormat = nullptr;
    QLineEdit *m_name = nullptr;
    QPushButton *m_keep = nullptr;
    QPushButton *m_forget = nullptr;
};

} // namespace SecondStory::Ui
