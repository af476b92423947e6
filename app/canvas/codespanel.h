// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/code.h"
#include "domain/targetref.h"
#include "editing/factoredits.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QListWidget;
QT_END_NAMESPACE

namespace SecondStory::Ui {

/// The codes applied to a factor; type to find one and add it.
class CodesPanel : public QWidget {
    Q_OBJECT
public:
    explicit CodesPanel(Editing::ReviewDocument &document, QWidget *parent = nullptr);

    void setTarget(const TargetRef &target);

private:
    void readCodes();
    void update();
    void addChosen();
    void removeCurrent();

    Editing::ReviewDocument &m_document;
    Editing::FactorEdits m_edits;
    TargetRef m_target;
    QList<Code> m_codes;
    QListWidget *m_list;
    QComboBox *m_choice;
};

} // namespace SecondStory::Ui
