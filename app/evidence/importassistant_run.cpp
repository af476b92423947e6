// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/evidencewords.h"
#include "evidence/importassistant.h"
#include "services/analystname.h"
#include "evidence/importlistmodel.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kProgressSteps = 1'000;

} // namespace

void ImportAssistant::startImport()
{
    if (!m_job || isImporting() || isLooking())
        return;
    m_running =
        m_model->numbers([](const ImportFile &file) { return file.state == ImportState::Ready; });
    if (m_running.isEmpty())
        return;
    QList<Services::ImportRequest> requests;
    m_runningBytes = 0;
    m_doneBytes = 0;
    for (const int number : std::as_const(m_running)) {
        m_model->change(number, [](ImportFile &file) { file.state = ImportState::Waiting; });
        requests << m_model->file(number).request;
        requests.last().by = Services::analystName();
        m_runningBytes += m_model->file(number).look.preview.size;
    }
    m_progress->setRange(0, 0);
    m_summary->hide();
    m_job->start(requests);
    showSelection();
}

void ImportAssistant::cancel()
{
    if (isImporting()) {
        m_job->cancel();
        m_progressText->setText(tr("stopping…"));
        return;
    }
    m_model->clear();
    m_summary->hide();
    showGroups();
    showSelection();
    emit countsChanged();
    emit closed();
}

void ImportAssistant::takeOutcome(int number, const Services::ImportOutcome &outcome)
{
    m_doneBytes += m_model->file(number).look.preview.size;
    m_model->change(number, [&outcome](ImportFile &file) {
        file.state = ImportState::Done;
        file.source = outcome.source;
        file.message =
            outcome.wasThere ? tr("was there already; nothing added") : countsText(outcome.source);
    });
    showGroups();
}

void ImportAssistant::takeFailure(int number, const Error &error)
{
    m_doneBytes += m_model->file(number).look.preview.size;
    m_model->change(number, [&error](ImportFile &file) {
        const bool isCancelled = error.code == ErrorCode::Cancelled;
        file.state = isCancelled ? ImportState::Ready : ImportState::Failed;
        file.message = isCancelled ? QString() : error.toString();
    });
    showGroups();
}

void ImportAssistant::showProgress(const ImportJob::Progress &progress)
{
    const int number = m_running.value(progress.file, -1);
    if (number < 0 || number >= m_model->size())
        return;
    const int percent = progress.totalBytes > 0
        ? static_cast<int>(std::min<qint64>(100, progress.bytes * 100 / progress.totalBytes))
        : 0;
    if (!m_model->file(number).isOpen() && m_model->file(number).state != ImportState::Done)
        m_model->change(number, [percent](ImportFile &file) {
            file.state = ImportState::Reading;
            file.percent = percent;
        });
    if (m_runningBytes > 0) {
        m_progress->setRange(0, kProgressSteps);
        m_progress->setValue(static_cast<int>(std::min(m_runningBytes, m_doneBytes + progress.bytes)
                                              * kProgressSteps / m_runningBytes));
    }
    const QLocale locale;
    QStringList words;
    if (progress.files > 1)
        words << tr("file %1 of %2").arg(progress.file + 1).arg(progress.files);
    words << tr("%1 records").arg(locale.toString(progress.records));
    if (progress.recordsPerSecond > 0)
        words << tr("%1 a second").arg(locale.toString(qRound64(progress.recordsPerSecond)));
    if (const auto left = m_job->secondsLeft(m_doneBytes + progress.bytes, m_runningBytes))
        words << tr("%n s left", nullptr, *left);
    m_progressText->setText(words.join(u" · "_s));
}

void ImportAssistant::endImport(const QList<Services::ImportOutcome> &outcomes)
{
    for (const int number : std::as_const(m_running)) {
        const ImportState state = m_model->file(number).state;
        if (state == ImportState::Waiting || state == ImportState::Reading)
            m_model->change(number, [](ImportFile &file) { file.state = ImportState::Ready; });
    }
    m_running.clear();
    m_progressText->clear();
    QList<EvidenceSource> fresh;
    for (const Services::ImportOutcome &outcome : outcomes) {
        if (!outcome.wasThere)
            fresh << outcome.source;
        else
            emit statusMessage(tr("%1 was there already").arg(outcome.source.fileName));
    }
    emit imported(fresh);
    showGroups();
    showSummary();
    showSelection();
    const int rest = fileCount() - m_model->count(ImportListModel::ImportedGroup);
    if (rest > 0)
        emit statusMessage(tr("%n file(s) were not imported", nullptr, rest));
    else if (m_model->size() == 1)
        cancel();
}

void ImportAssistant::showSummary()
{
    EvidenceSource sum;
    int assumed = 0;
    int files = 0;
    for (const int number :
         m_model->numbers([](const ImportFile &file) { return file.state == ImportState::Done; })) {
        const EvidenceSource &source = m_model->file(number).source;
        ++files;
        sum.read += source.read;
        sum.imported += source.imported;
        sum.skipped += source.skipped;
        sum.duplicates += source.duplicates;
        sum.undated += source.undated;
        assumed += source.basis == TimeBasis::ZoneAssumed ? 1 : 0;
    }
    QStringList parts{ tr("%n file(s) imported", nullptr, files), countsText(sum) };
    if (sum.undated > 0)
        parts << tr("%n without a time", nullptr, static_cast<int>(sum.undated));
    if (assumed > 0)
        parts << tr("zone assumed for %n file(s)", nullptr, assumed);
    m_summary->setText(parts.join(u" · "_s));
    m_summary->setVisible(files > 0);
}

} // namespace SecondStory::Ui
