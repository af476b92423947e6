// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/evidencesource.h"
#include "domain/zoneclock.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QTableWidget;

namespace SecondStory::Ui {

class ElidedLabel;

/// How a source was read: what was taken, what was not and why, and on which assumptions.
class ImportReportPanel : public QWidget {
    Q_OBJECT
public:
    explicit ImportReportPanel(QWidget *parent = nullptr);
    void setSource(const EvidenceSource &source, const QString &zone);
    /// Says whether the file itself is kept or only the records that were read from it.
    void setKept(bool isWhole);
    /// Puts the report on the clipboard as plain text.
    void copy() const;

private:
    void addFact(const QString &name, const QString &value, bool isWarning = false);
    void addDigest(const QString &name, const QByteArray &bytes);

    EvidenceSource m_source;
    ZoneClock m_clock;
    std::optional<bool> m_isKeptWhole;
    QLabel *m_counts = nullptr;
    QGridLayout *m_facts = nullptr;
    QTableWidget *m_problems = nullptr;
    QLabel *m_problemTitle = nullptr;
    int m_factCount = 0;
};

} // namespace SecondStory::Ui
