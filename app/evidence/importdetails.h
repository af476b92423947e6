// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "evidence/importfile.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace SecondStory::Ui {

class LinkButton;
class MappingEditor;
class PreviewModel;

/// What there is to say about the files one has chosen, and how the first of them would read.
class ImportDetails : public QWidget {
    Q_OBJECT
public:
    using Change = std::function<void(Services::ImportRequest &)>;

    explicit ImportDetails(QWidget *parent = nullptr);

    /// The review's zone, and the one last chosen in it (may be empty).
    void setZones(const QString &review, const QString &last);
    /// Shows these files, the first one's events; `alike` more lack what the first one lacks.
    void showFiles(const QList<const ImportFile *> &files, int alike);
    /// While an import runs nothing can be answered.
    void setBusy(bool isBusy);

Q_SIGNALS:
    /// An answer for every file that is shown.
    void answered(const SecondStory::Ui::ImportDetails::Change &change);
    void zoneChosen(const QString &zone);
    /// What the first file was answered is to be used for all that lack the same.
    void useForAllRequested();
    void reportRequested(SecondStory::SourceId source);

private:
    void build();
    [[nodiscard]] QWidget *buildQuestions();
    void connectAnswers();
    void showFormats(const ImportFile &file);
    void showQuestions(const QList<const ImportFile *> &files);
    void showPreview(const ImportFile &file);
    void showNotice(const QList<const ImportFile *> &files);
    void say(const QString &text, bool isWarning);
    void answerZone();
    void answerDate();
    void answerStart();

    QString m_zone;
    SourceId m_source; ///< of the first file, when it is imported
    QWidget *m_questions = nullptr;
    QComboBox *m_format = nullptr;
    QComboBox *m_rule = nullptr;
    QLineEdit *m_lane = nullptr;
    QComboBox *m_zoneCombo = nullptr;
    QLineEdit *m_date = nullptr;
    QLineEdit *m_start = nullptr;
    QWidget *m_zoneBox = nullptr;
    QWidget *m_dateBox = nullptr;
    QWidget *m_startBox = nullptr;
    MappingEditor *m_mapping = nullptr;
    QLabel *m_notice = nullptr;
    LinkButton *m_useForAll = nullptr;
    LinkButton *m_report = nullptr;
    PreviewModel *m_preview = nullptr;
    QTableView *m_previewTable = nullptr;
    QLabel *m_problems = nullptr;
};

} // namespace SecondStory::Ui
