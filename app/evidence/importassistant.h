// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "evidence/filelook.h"
#include "evidence/importjob.h"

#include <QThreadPool>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;
class QTableWidget;

namespace SecondStory::Ui {

class MappingEditor;
class PreviewModel;

/// Shows the files that are about to become evidence: what each was taken for, how its first events
/// read, and what it does not say itself. Imports them without holding up the window.
class ImportAssistant : public QWidget {
    Q_OBJECT
public:
    explicit ImportAssistant(QWidget *parent = nullptr);
    ~ImportAssistant() override;

    /// Which review the files are for; `zone` is its time zone.
    void setReview(const QString &libraryPath, ReviewId review, const QString &zone);
    /// Adds files and folders and looks into each.
    void addPaths(const QStringList &paths);
    [[nodiscard]] int fileCount() const { return static_cast<int>(m_files.size()); }
    [[nodiscard]] bool isLooking() const { return m_looking > 0; }
    [[nodiscard]] bool isImporting() const { return m_job && m_job->isRunning(); }

public Q_SLOTS:
    /// Imports every file that lacks nothing.
    void startImport();
    /// Stops an import that is running, else forgets the files.
    void cancel();

Q_SIGNALS:
    void imported(const SecondStory::Services::ImportOutcome &outcome);
    /// All is said and done: nothing is left to decide.
    void closed();
    void statusMessage(const QString &text);
    /// An import began or ended; while one runs, other edits have to wait for it.
    void importingChanged(bool isImporting);
    /// Files were looked into; tells tests and views that the list has settled.
    void looked();

private:
    enum class State { Looking, Ready, Asking, Unreadable, Waiting, Reading, Done, Failed };
    struct File {
        Services::ImportRequest request;
        FileLook look;
        State state = State::Looking;
        QString message;
        int generation = 0;
    };
    void build();
    [[nodiscard]] QWidget *buildDetails();
    [[nodiscard]] QWidget *buildFoot();
    void lookInto(qsizetype row);
    void takeLook(const QString &path, int generation, const FileLook &look);
    void judge(File &file) const;
    void showRow(qsizetype row);
    void showCurrent();
    void showDetails(const File &file);
    void showQuestions(const File &file);
    void answer(const std::function<void(Services::ImportRequest &)> &change);
    void answerZone();
    void answerDate();
    void answerStart();
    void removeCurrent();
    void showProgress(const ImportJob::Progress &progress);
    void endImport();
    void updateActions();
    [[nodiscard]] qsizetype rowOf(const QString &path) const;
    [[nodiscard]] QString stateText(const File &file) const;

    QString m_libraryPath;
    ReviewId m_review;
    QString m_zone;
    QList<File> m_files;
    int m_looking = 0;
    QThreadPool m_pool;
    std::unique_ptr<ImportJob> m_job;

    QTableWidget *m_list = nullptr;
    QWidget *m_details = nullptr;
    QComboBox *m_format = nullptr;
    QLineEdit *m_lane = nullptr;
    QComboBox *m_zoneCombo = nullptr;
    QLineEdit *m_date = nullptr;
    QLineEdit *m_start = nullptr;
    QWidget *m_zoneBox = nullptr;
    QWidget *m_dateBox = nullptr;
    QWidget *m_startBox = nullptr;
    MappingEditor *m_mapping = nullptr;
    QLabel *m_notice = nullptr;
    PreviewModel *m_preview = nullptr;
    QTableView *m_previewTable = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_progressText = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace SecondStory::Ui
