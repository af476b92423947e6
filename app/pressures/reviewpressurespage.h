// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/result.h"
#include "domain/scales.h"
#include "domain/targetref.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;
class QBoxLayout;
class QStackedWidget;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class CodePicker;
class EmptyState;
class PressuresModel;

/// The pressures people were under in one review: before, during and after, with what they did to
/// the work.
class ReviewPressuresPage : public QWidget {
    Q_OBJECT
public:
    explicit ReviewPressuresPage(QWidget *parent = nullptr);

    void setDocument(Editing::ReviewDocument *document);
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] CodePicker *picker() const { return m_picker; }
    /// Adds a pressure with this code, or marks the phase on the one that is there.
    void addOrMark(CodeId code, Phases phases);

public Q_SLOTS:
    /// Opens the codebook to add a pressure.
    void add();
    void removeSelected();

Q_SIGNALS:
    void targetsSelected(const QList<SecondStory::TargetRef> &targets);
    /// A piece of evidence that somebody wants to see.
    void eventRequested(SecondStory::EventId event);
    void statusMessage(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildPrompts();
    void showPrompts();
    void refresh();
    void pick(CodeId code);
    void open(const QModelIndex &index);
    void selectPressure(PressureId id);
    [[nodiscard]] QList<PressureId> selected() const;
    void report(const Result<void> &done);

    QPointer<Editing::ReviewDocument> m_document;
    PressureId m_recoded; ///< whose code the picker is to change; null: it adds
    PressuresModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    CodePicker *m_picker = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    QBoxLayout *m_prompts = nullptr;
};

} // namespace SecondStory::Ui
