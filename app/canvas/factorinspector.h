// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/factor.h"
#include "domain/targetref.h"
#include "editing/factoredits.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QStackedWidget;
QT_END_NAMESPACE

namespace SecondStory::Ui {

class FactorForm;
class InfluenceForm;

/// Shows and edits what is selected on the canvas: a factor, an influence, several; with nothing
/// selected, the legend.
class FactorInspector : public QWidget {
    Q_OBJECT
public:
    explicit FactorInspector(Editing::ReviewDocument &document, QWidget *parent = nullptr);

    void setSelection(const QList<TargetRef> &selection);
    [[nodiscard]] FactorForm &factorForm() const { return *m_factorForm; }
    [[nodiscard]] InfluenceForm &influenceForm() const { return *m_influenceForm; }

Q_SIGNALS:
    void eventRequested(SecondStory::EventId id);
    void levelRequested(const SecondStory::Factor &factor, SecondStory::Level level);
    void removeRequested();

private:
    QWidget *makeLegendPage();
    QWidget *makeSeveralPage();
    void updateCounts();

    Editing::ReviewDocument &m_document;
    QStackedWidget *m_pages;
    QLabel *m_counts;
    QLabel *m_several;
    FactorForm *m_factorForm;
    InfluenceForm *m_influenceForm;
    QList<TargetRef> m_selection;
};

} // namespace SecondStory::Ui
