// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/importassistant.h"

#include "domain/timeentry.h"
#include "evidence/evidencewords.h"
#include "evidence/mappingeditor.h"
#include "evidence/previewmodel.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kProgressSteps = 1'000;

} // namespace

ImportAssistant::ImportAssistant(QWidget *parent)
    : QWidget(parent)
{
    // One at a time: the disk is the narrow place, and the order of the list is kept.
    m_pool.setMaxThreadCount(1);
    build();
    updateActions();
}

ImportAssistant::~ImportAssistant()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void ImportAssistant::setReview(const QString &libraryPath, ReviewId review, const QString &zone)
{
    m_libraryPath = libraryPath;
    m_review = review;
    m_zone = zone.isEmpty() ? u"UTC"_s : zone;
    m_job = std::make_unique<ImportJob>(libraryPath);
    connect(m_job.get(), &ImportJob::progressed, this, &ImportAssistant::showProgress);
    connect(m_job.get(), &ImportJob::imported, this,
            [this](const QString &path, const Services::ImportOutcome &outcome) {
                const qsizetype row = rowOf(path);
                if (row >= 0) {
                    m_files[row].state = State::Done;
                    m_files[row].message = outcome.wasThere ? tr("was there already; nothing added")
                                                            : countsText(outcome.source);
                    showRow(row);
                }
                emit this->imported(outcome);
            });
    connect(m_job.get(), &ImportJob::failed, this, [this](const QString &path, const Error &error) {
        const qsizetype row = rowOf(path);
        if (row < 0)
            return;
        m_files[row].state = error.code == ErrorCode::Cancelled ? State::Ready : State::Failed;
        m_files[row].message = error.toString();
        showRow(row);
    });
    connect(m_job.get(), &ImportJob::finished, this, &ImportAssistant::endImport);
    const QSignalBlocker blocker(m_zoneCombo);
    if (m_zoneCombo->itemData(0).toBool())
        m_zoneCombo->removeItem(0);
    m_zoneCombo->insertItem(0, tr("The review’s (%1)").arg(m_zone), true);
    m_zoneCombo->setCurrentIndex(0);
}

void ImportAssistant::addPaths(const QStringList &paths)
{
    ++m_looking;
    updateActions();
    QtConcurrent::run(&m_pool, [paths] {
        return expandedPaths(paths);
    }).then(this, [this](const QStringList &expanded) {
        --m_looking;
        for (const QString &path : expanded) {
            if (rowOf(path) >= 0)
                continue;
            File file;
            file.request.path = path;
            file.request.review = m_review;
            m_files << file;
            m_list->insertRow(m_list->rowCount());
            showRow(m_files.size() - 1);
            lookInto(m_files.size() - 1);
        }
        if (m_list->selectedItems().isEmpty() && !m_files.isEmpty())
            m_list->setCurrentCell(0, 0);
        showCurrent();
        updateActions();
        if (m_looking == 0)
            emit looked();
    });
}

void ImportAssistant::lookInto(qsizetype row)
{
    File &file = m_files[row];
    file.state = State::Looking;
    ++file.generation;
    ++m_looking;
    QtConcurrent::run(
        &m_pool,
        [library = m_libraryPath, request = file.request] { return lookAt(library, request); })
        .then(this,
              [this, path = file.request.path, generation = file.generation](const FileLook &look) {
                  takeLook(path, generation, look);
              });
    showRow(row);
    updateActions();
}

void ImportAssistant::takeLook(const QString &path, int generation, const FileLook &look)
{
    --m_looking;
    const qsizetype row = rowOf(path);
    if (row >= 0 && m_files[row].generation == generation) {
        m_files[row].look = look;
        judge(m_files[row]);
        showRow(row);
        showCurrent();
    }
    updateActions();
    if (m_looking == 0)
        emit looked();
}

void ImportAssistant::judge(File &file) const
{
    file.message.clear();
    if (file.look.error) {
        file.state = State::Unreadable;
        file.message = file.look.error->toString();
    } else if (file.look.preview.candidates.isEmpty() && file.request.importerId.isEmpty()) {
        file.state = State::Unreadable;
        file.message = file.look.preview.problem;
    } else if (file.look.preview.missing) {
        file.state = State::Asking;
    } else if (!file.look.preview.problem.isEmpty()) {
        file.state = State::Unreadable;
        file.message = file.look.preview.problem;
    } else {
        file.state = State::Ready;
    }
}

QString ImportAssistant::stateText(const File &file) const
{
    switch (file.state) {
    case State::Looking:
        return tr("looking into it…");
    case State::Ready:
        return file.message.isEmpty() ? tr("ready, %1").arg(sizeText(file.look.size))
                                      : file.message;
    case State::Asking:
        return tr("needs an answer below");
    case State::Unreadable:
    case State::Failed:
        return file.message;
    case State::Waiting:
        return tr("waiting");
    case State::Reading:
        return tr("reading…");
    case State::Done:
        return file.message;
    }
    return {};
}

qsizetype ImportAssistant::rowOf(const QString &path) const
{
    for (qsizetype row = 0; row < m_files.size(); ++row) {
        if (m_files[row].request.path == path)
            return row;
    }
    return -1;
}

void ImportAssistant::showRow(qsizetype row)
{
    const File &file = m_files[row];
    const Figures::Palette &colours = paletteFor(this);
    const QString format = !file.request.importerId.isEmpty() ? formatName(file.request.importerId)
        : file.look.preview.candidates.isEmpty()
        ? QString()
        : formatName(file.look.preview.candidates.first().first);
    const QString texts[]{ visibleText(QFileInfo(file.request.path).fileName()), format,
                           stateText(file) };
    for (int column = 0; column < 3; ++column) {
        auto item = std::make_unique<QTableWidgetItem>(texts[column]);
        item->setToolTip((column == 0 ? file.request.path : texts[column]).toHtmlEscaped());
        if (column == 2) {
            const bool isAsking = file.state == State::Asking || file.state == State::Failed
                || file.state == State::Unreadable;
            item->setForeground(isAsking
                                    ? colours.warning
                                    : (file.state == State::Done ? colours.helped : colours.muted));
        }
        m_list->setItem(static_cast<int>(row), column, item.release());
    }
}

void ImportAssistant::showCurrent()
{
    const auto row = m_list->currentRow();
    const bool hasFile = row >= 0 && row < m_files.size();
    m_details->setVisible(hasFile);
    if (hasFile)
        showDetails(m_files[row]);
    updateActions();
}

void ImportAssistant::showDetails(const File &file)
{
    const QSignalBlocker blocker(m_format);
    m_format->clear();
    QString chosen = file.request.importerId;
    static const Importing::ImporterRegistry registry;
    for (const auto &[id, likelihood] : file.look.preview.candidates)
        m_format->addItem(formatName(id), id);
    for (const auto &importer : registry.all()) {
        if (m_format->findData(importer->id()) < 0)
            m_format->addItem(importer->displayName(), importer->id());
    }
    if (chosen.isEmpty() && !file.look.preview.candidates.isEmpty())
        chosen = file.look.preview.candidates.first().first;
    m_format->setCurrentIndex(m_format->findData(chosen));
    m_lane->setText(file.request.lane);
    m_lane->setPlaceholderText(visibleText(QFileInfo(file.request.path).completeBaseName()));
    m_preview->setEvents(file.look.preview.events, m_zone);
    m_previewTable->setVisible(!file.look.preview.events.isEmpty());
    m_previewTable->resizeColumnsToContents();
    m_previewTable->setColumnWidth(PreviewModel::WhoColumn,
                                   std::min(160, m_previewTable->columnWidth(3)));
    showQuestions(file);
}

void ImportAssistant::showQuestions(const File &file)
{
    static const Importing::ImporterRegistry registry;
    const auto *importer = registry.find(m_format->currentData().toString());
    const Importing::Needs needs = importer ? importer->needs() : Importing::Needs();
    using Importing::Need;
    m_zoneBox->setVisible(needs.testFlag(Need::Zone));
    m_dateBox->setVisible(needs.testFlag(Need::Date));
    m_startBox->setVisible(needs.testFlag(Need::Start));
    m_mapping->setVisible(needs.testFlag(Need::Mapping) && !file.look.columns.isEmpty());
    const auto &options = file.request.options;
    m_mapping->setColumns(file.look.columns,
                          options.mapping.isEmpty() ? file.look.guessed : options.mapping);
    const QSignalBlocker blocker(m_zoneCombo);
    if (options.zone.isEmpty())
        m_zoneCombo->setCurrentIndex(0);
    else
        m_zoneCombo->setCurrentText(options.zone);
    m_date->setText(options.date ? toRfc3339(fromUtc(*options.date)).left(10) : QString());
    m_start->setText(options.start ? ZoneClock(m_zone).isoText(*options.start) : QString());

    QStringList asked;
    const Importing::Needs missing = file.look.preview.missing;
    if (missing.testFlag(Need::Zone))
        asked << tr("which time zone its times are in");
    if (missing.testFlag(Need::Date))
        asked << tr("which day its clock times belong to");
    if (missing.testFlag(Need::Start))
        asked << tr("when it started, in %1").arg(m_zone);
    if (missing.testFlag(Need::Mapping))
        asked << tr("which column holds what");
    const QString notice = asked.isEmpty()
        ? file.message
        : tr("The file does not say %1. Give it above.").arg(asked.join(tr(" and ")));
    m_notice->setText(visibleText(notice));
    m_notice->setVisible(!notice.isEmpty());
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText,
                 file.state == State::Done ? paletteFor(this).helped : paletteFor(this).warning);
    m_notice->setPalette(ink);
}

void ImportAssistant::answer(const std::function<void(Services::ImportRequest &)> &change)
{
    const auto row = m_list->currentRow();
    if (row < 0 || row >= m_files.size() || isImporting())
        return;
    const auto before = m_files[row].request;
    change(m_files[row].request);
    const auto &after = m_files[row].request;
    if (before.importerId != after.importerId || before.options.zone != after.options.zone
        || before.options.date != after.options.date || before.options.start != after.options.start
        || before.options.mapping != after.options.mapping)
        lookInto(row);
}

void ImportAssistant::answerZone()
{
    const QString text = m_zoneCombo->currentText().trimmed();
    const bool isReviews = text.isEmpty() || text == m_zoneCombo->itemText(0);
    if (!isReviews && !ZoneClock::isKnownZone(text)) {
        m_notice->setText(tr("There is no time zone “%1”. Write it like Europe/Paris.").arg(text));
        m_notice->show();
        return;
    }
    answer([&](Services::ImportRequest &request) {
        request.options.zone = isReviews ? QString() : text;
    });
}

void ImportAssistant::answerDate()
{
    const QString text = m_date->text();
    const auto day = readDayEntry(text);
    if (!day && !text.trimmed().isEmpty()) {
        m_notice->setText(tr("“%1” is no day. Write it like 2026-03-12.").arg(text));
        m_notice->show();
        return;
    }
    answer([&](Services::ImportRequest &request) { request.options.date = day; });
}

void ImportAssistant::answerStart()
{
    const QString text = m_start->text();
    const auto start = readTimeEntry(text, ZoneClock(m_zone));
    if (!start && !text.trimmed().isEmpty()) {
        m_notice->setText(tr("“%1” is no time. Write it like 2026-03-12 14:16.").arg(text));
        m_notice->show();
        return;
    }
    answer([&](Services::ImportRequest &request) { request.options.start = start; });
}

void ImportAssistant::removeCurrent()
{
    const auto row = m_list->currentRow();
    if (row < 0 || row >= m_files.size() || isImporting())
        return;
    m_files.removeAt(row);
    m_list->removeRow(row);
    showCurrent();
    if (m_files.isEmpty())
        emit closed();
}

void ImportAssistant::startImport()
{
    if (!m_job || isImporting())
        return;
    QList<Services::ImportRequest> requests;
    for (qsizetype row = 0; row < m_files.size(); ++row) {
        if (m_files[row].state != State::Ready)
            continue;
        m_files[row].state = State::Waiting;
        requests << m_files[row].request;
        showRow(row);
    }
    if (requests.isEmpty())
        return;
    m_progress->setRange(0, 0);
    m_job->start(requests);
    emit importingChanged(true);
    updateActions();
}

void ImportAssistant::cancel()
{
    if (isImporting()) {
        m_job->cancel();
        m_progressText->setText(tr("stopping…"));
        return;
    }
    m_files.clear();
    m_list->setRowCount(0);
    emit closed();
}

void ImportAssistant::showProgress(const ImportJob::Progress &progress)
{
    const qsizetype row = rowOf(progress.path);
    if (row >= 0 && m_files[row].state == State::Waiting) {
        m_files[row].state = State::Reading;
        showRow(row);
    }
    if (progress.totalBytes > 0 && progress.bytes > 0) {
        m_progress->setRange(0, kProgressSteps);
        m_progress->setValue(
            static_cast<int>(progress.bytes * kProgressSteps / progress.totalBytes));
    }
    const QLocale locale;
    QStringList words;
    if (progress.files > 1)
        words << tr("file %1 of %2").arg(progress.file + 1).arg(progress.files);
    words << tr("%1 records").arg(locale.toString(progress.records));
    if (progress.recordsPerSecond > 0)
        words << tr("%1 a second").arg(locale.toString(qRound64(progress.recordsPerSecond)));
    if (progress.secondsLeft)
        words << tr("%n s left", nullptr, *progress.secondsLeft);
    m_progressText->setText(words.join(u" · "_s));
}

void ImportAssistant::endImport()
{
    int done = 0;
    for (qsizetype row = 0; row < m_files.size(); ++row) {
        File &file = m_files[row];
        if (file.state == State::Waiting || file.state == State::Reading) {
            file.state = State::Ready;
            showRow(row);
        }
        done += file.state == State::Done ? 1 : 0;
    }
    m_progressText->clear();
    emit importingChanged(false);
    showCurrent();
    if (done == m_files.size()) {
        m_files.clear();
        m_list->setRowCount(0);
        emit closed();
    } else {
        emit statusMessage(
            tr("%n file(s) were not imported", nullptr, static_cast<int>(m_files.size()) - done));
    }
    updateActions();
}

void ImportAssistant::updateActions()
{
    int ready = 0;
    for (const File &file : m_files)
        ready += file.state == State::Ready ? 1 : 0;
    const bool isBusy = isImporting();
    m_import->setText(ready > 1 ? tr("Import %n files", nullptr, ready) : tr("Import"));
    m_import->setEnabled(ready > 0 && !isBusy && m_looking == 0);
    m_remove->setEnabled(m_list->currentRow() >= 0 && !isBusy);
    m_cancel->setText(isBusy ? tr("Stop") : tr("Close"));
    m_progress->setVisible(isBusy);
    m_progressText->setVisible(isBusy);
    m_format->setEnabled(!isBusy);
}

} // namespace SecondStory::Ui
