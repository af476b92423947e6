// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "evidence/importdetails.h"
#include "evidence/importjob.h"
#include "services/importitems.h"

#include <QHash>
#include <QThreadPool>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeView;

namespace SecondStory::Ui {

class ImportListModel;

/// Shows the files that are about to become evidence, grouped by what is left to decide: what each
/// was taken for, how its first events read, and what it does not say itself. Imports those that
/// lack nothing without holding up the window; the others stay until somebody decides.
class ImportAssistant : public QWidget {
    Q_OBJECT
public:
    explicit ImportAssistant(QWidget *parent = nullptr);
    ~ImportAssistant() override;

    /// Which review the files are for; `zone` is its time zone.
    void setReview(const QString &libraryPath, ReviewId review, const QString &zone);
    /// The review's zone has changed: files are looked into again that may take it.
    void setZone(const QString &zone);
    /// Adds files, and what is in folders and archives, and looks into each.
    void addPaths(const QStringList &paths);
    /// Gives the list the keys. No focus proxy: Qt would come back to the list on the way of Tab.
    void takeFocus();
    /// Files that are to be imported, or were: all but those left out.
    [[nodiscard]] int fileCount() const;
    [[nodiscard]] bool isLooking() const { return m_looking > 0; }
    [[nodiscard]] bool isImporting() const { return m_job && m_job->isRunning(); }
    [[nodiscard]] const ImportListModel &model() const { return *m_model; }

public Q_SLOTS:
    /// Imports every file that lacks nothing.
    void startImport();
    /// Stops an import that is running, else forgets the files.
    void cancel();

Q_SIGNALS:
    /// An import came to its end: the sources that are new, in the order of the drop.
    void imported(const QList<SecondStory::EvidenceSource> &sources);
    /// All is said and done: nothing is left to decide or to read.
    void closed();
    /// Somebody wants to see how a file was read.
    void reportRequested(SecondStory::SourceId source);
    void statusMessage(const QString &text);
    /// How many files wait for something changed.
    void countsChanged();
    /// Files were looked into; tells tests and views that the list has settled.
    void looked();

private:
    void build();
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildFoot();
    void connectParts();
    void takeItems(const QStringList &roots, const Services::ImportItems &items);
    void lookInto(int number);
    void takeLook(int number, int generation, const FileLook &look);
    void settleLooks();
    [[nodiscard]] QList<int> selected() const;
    [[nodiscard]] QList<int> alike(const ImportFile &file) const;
    void select(int number);
    void showGroups();
    void showSelection();
    void answer(const ImportDetails::Change &change);
    void useForAll();
    void toggleLeftOut();
    void takeOutcome(int number, const Services::ImportOutcome &outcome);
    void takeFailure(int number, const Error &error);
    void showProgress(const ImportJob::Progress &progress);
    void endImport(const QList<Services::ImportOutcome> &outcomes);
    void showSummary();
    void updateActions();

    QString m_libraryPath;
    ReviewId m_review;
    QString m_zone;
    int m_looking = 0;
    int m_generation = 0; ///< of looks, never used twice
    QThreadPool m_pool;
    std::shared_ptr<FileLooker> m_looker; ///< used in the pool's one thread only
    std::unique_ptr<ImportJob> m_job;
    QList<int> m_running; ///< numbers of the files of the job, in its order
    qint64 m_runningBytes = 0;
    qint64 m_doneBytes = 0; ///< of the job's files before the one being read

    ImportListModel *m_model = nullptr;
    QTreeView *m_list = nullptr;
    ImportDetails *m_details = nullptr;
    QLabel *m_summary = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_progressText = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_leaveOut = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace SecondStory::Ui
