// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/targetref.h"
#include "editing/factoredits.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QListWidget;
class QToolButton;
QT_END_NAMESPACE

namespace SecondStory::Ui {

/// The evidence that stands behind a factor or influence.
class EvidencePanel : public QWidget {
    Q_OBJECT
public:
    explicit EvidencePanel(Editing::ReviewDocument &document, QWidget *parent = nullptr);

    void setTarget(const TargetRef &target);
    [[nodiscard]] QListWidget &list() const { return *m_list; }

Q_SIGNALS:
    void eventRequested(SecondStory::EventId id);

private:
    void update();
    void unlinkCurrent();
    [[nodiscard]] QString textFor(EventId id) const;

    Editing::ReviewDocument &m_document;
    Editing::FactorEdits m_edits;
    TargetRef m_target;
    QLabel *m_title;
    QLabel *m_hint;
    QListWidget *m_list;
    QToolButton *m_unlink;
};

} // namespace SecondStory::Ui
