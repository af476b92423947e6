// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/reviewdocument.h"
#include "reports/reportworker.h"

#include <QLabel>
#include <QStackedWidget>
#include <QTimer>
#include <QWidget>

namespace SecondStory::Ui {

class EventPicker;
class ExportPanel;
class PagePreview;
class ReportGatherer;
class SectionEditor;
class SectionOutline;

/// The report workspace: what one writes, where one writes it, and the pages as they will print.
class ReportPage : public QWidget {
    Q_OBJECT
public:
    /// `figures` makes the drawings of a report; it is called on another thread.
    ReportPage(Editing::ReviewDocument &document, FigureFactory figures, QWidget *parent = nullptr);
    ~ReportPage() override;

    /// In how many reviews of the library each code was used, for the table of pressures.
    void setSeenElsewhere(const QHash<CodeId, Reporting::SeenIn> &seen);
    /// Stores what was typed and not stored yet. Call it before closing the review.
    void flush();
    void showSection(SectionId id);

    [[nodiscard]] SectionOutline *outline() const { return m_outline; }
    [[nodiscard]] SectionEditor *editor() const { return m_editor; }
    [[nodiscard]] PagePreview *preview() const { return m_preview; }
    [[nodiscard]] ExportPanel *exportPanel() const { return m_export; }

Q_SIGNALS:
    /// The user wants to see an event where it stands on the timeline.
    void eventRequested(SecondStory::EventId event);
    /// Something could not be done, in words for the status bar.
    void problemMet(const SecondStory::Error &error);
    void exported(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeEmptyState();
    [[nodiscard]] QWidget *makeMiddle();
    [[nodiscard]] QWidget *makeRight();
    void connectOutline();
    void connectEditor();
    void connectPreview();
    void takeChange();
    void schedulePreview();
    void renderPreview();
    void addSection(const QString &heading);
    void openPicker();
    template <class T>
    void report(const Result<T> &result);

    Editing::ReviewDocument &m_document;
    ReportGatherer *m_gatherer;
    ReportWorker *m_worker;
    SectionOutline *m_outline;
    SectionEditor *m_editor;
    QStackedWidget *m_middle = nullptr;
    PagePreview *m_preview;
    ExportPanel *m_export;
    EventPicker *m_picker;
    QLabel *m_pageLabel = nullptr;
    QTimer m_previewTimer;
    bool m_isPreviewStale = true;
};

} // namespace SecondStory::Ui
