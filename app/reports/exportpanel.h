// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporting/reportwriter.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace SecondStory::Ui {

/// Where and how to write the report. Stands beside the preview, which shows every choice at once.
class ExportPanel : public QFrame {
    Q_OBJECT
public:
    explicit ExportPanel(QWidget *parent = nullptr);

    /// Suggests a file name for a review, while the user has not chosen one.
    void suggestName(const QString &title);
    [[nodiscard]] Reporting::ReportOptions options() const;
    [[nodiscard]] QString path() const { return m_path->text(); }
    void setPath(const QString &path) { m_path->setText(path); }
    void showWarnings(const QStringList &warnings);
    void showResult(const QString &path, const Result<Reporting::WrittenReport> &result);
    [[nodiscard]] QString message() const { return m_message->text(); }
    [[nodiscard]] QCheckBox *names() const { return m_names; }

Q_SIGNALS:
    void optionsChanged();
    void exportRequested(const QString &path);

private:
    void addRows();
    void takeFormat();
    void browse();

    QComboBox *m_format;
    QComboBox *m_paper;
    QCheckBox *m_table;
    QCheckBox *m_names;
    QLineEdit *m_path;
    QLabel *m_warnings;
    QLabel *m_message;
    QPushButton *m_export;
};

} // namespace SecondStory::Ui
