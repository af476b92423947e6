// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/reviewdocument.h"
#include "evidence/keptsource.h"
#include "services/importservice.h"

#include <QPointer>
#include <QThreadPool>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace SecondStory::Ui {

class ClockPanel;
class ElidedLabel;
class EmptyState;
class EvidenceViewer;
class ImportAssistant;
class ImportReportPanel;
class LaneArranger;
class SamePairsPanel;
class SourceListModel;

/// Where evidence comes in, how it was read, and what it says, word for word.
class EvidencePage : public QWidget {
    Q_OBJECT
public:
    explicit EvidencePage(QWidget *parent = nullptr);
    ~EvidencePage() override;

    /// Shows the evidence of a review; null shows nothing. An import that runs is stopped.
    void setDocument(Editing::ReviewDocument *document);
    /// Opens the assistant with these files and folders.
    void importPaths(const QStringList &paths);
    /// Shows a source and jumps to the place an event was read from. The analyst's own events
    /// have none.
    void showEvent(EventId event);
    /// Shows the clock of an event's source and asks when the event really was.
    void showClock(EventId event);
    /// The keys of the page, for the sheet.
    [[nodiscard]] static QList<std::pair<QString, QString>> keyHelp();
    [[nodiscard]] ClockPanel *clockPanel() const { return m_clock; }
    [[nodiscard]] EvidenceViewer *viewer() const { return m_viewer; }
    [[nodiscard]] SamePairsPanel *pairsPanel() const { return m_pairs; }
    [[nodiscard]] ImportAssistant *assistant() const { return m_assistant; }
    [[nodiscard]] LaneArranger *arranger() const { return m_arranger; }
    [[nodiscard]] SourceId currentSource() const { return m_source; }

public Q_SLOTS:
    void chooseFiles();
    void chooseFolder();
    /// Shows where one happening stands in two sources.
    void showPairs();
    /// Takes the chosen source out of the review; undo puts it back.
    void removeCurrentSource();

Q_SIGNALS:
    /// Somebody wants to see the event of a line elsewhere.
    void eventRequested(SecondStory::EventId event);
    void statusMessage(const QString &text);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    using QWidget::showEvent;
    void build();
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildSource();
    void refresh();
    void showSource(SourceId source);
    void fetchSource();
    void takeKept(const KeptSource &kept);
    void adopt(const QList<EvidenceSource> &sources, int tries = 0);
    void takeUp(Result<Editing::ReviewSnapshot> snapshot, quint64 revision,
                const QList<EvidenceSource> &sources, int tries);
    void showReport(SourceId source);
    void putBack(SourceId source);
    void updatePanels();
    void openArrangeMenu();

    QPointer<Editing::ReviewDocument> m_document;
    QThreadPool m_pool;
    SourceId m_source;
    SourceId m_fetching; ///< what is being read for the viewer
    EventId m_wantedEvent;
    bool m_isAssisting = false;
    bool m_isPairing = false;
    SourceListModel *m_model = nullptr;
    QListView *m_list = nullptr;
    QWidget *m_side = nullptr;
    QLabel *m_summary = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    ImportAssistant *m_assistant = nullptr;
    QWidget *m_sourcePanel = nullptr;
    ElidedLabel *m_sourceName = nullptr;
    ImportReportPanel *m_report = nullptr;
    EvidenceViewer *m_viewer = nullptr;
    QLabel *m_sourceCounts = nullptr;
    QTabWidget *m_tabs = nullptr;
    ClockPanel *m_clock = nullptr;
    SamePairsPanel *m_pairs = nullptr;
    LaneArranger *m_arranger = nullptr;
    QPushButton *m_twice = nullptr; ///< to the records that stand twice
    QPushButton *m_waiting = nullptr; ///< back to files that still wait
    QPushButton *m_arrange = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_importFiles = nullptr;
    QPushButton *m_importFolder = nullptr;
};

} // namespace SecondStory::Ui
