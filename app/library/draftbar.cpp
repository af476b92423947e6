// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/draftbar.h"

#include "theme/theme.h"
#include "theme/widgets.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QProgressBar>
#include <QPushButton>

namespace SecondStory::Ui {

DraftBar::DraftBar(QWidget *parent)
    : QWidget(parent)
    , m_text(plainLabel({}, 1.0, QFont::Normal, this))
    , m_progress(new QProgressBar(this))
    , m_copy(new QPushButton(tr("Copy what could not be taken"), this))
    , m_close(new QPushButton(tr("Cancel"), this))
{
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(Space::kSmall);
    m_progress->setAccessibleName(tr("Drafts made"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(m_text);
    layout->addWidget(m_progress, 1);
    layout->addStretch(0);
    layout->addWidget(m_copy);
    layout->addWidget(m_close);
    hide();
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_job.isRunning())
            m_job.cancel();
        else
            hide();
    });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_report); });
    connect(&m_job, &DraftJob::progressed, this, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
        m_text->setText(tr("%1 of %2 reports read").arg(done).arg(total));
    });
    connect(&m_job, &DraftJob::finished, this, &DraftBar::end);
}

QString DraftBar::text() const
{
    return m_text->text();
}

void DraftBar::start(const QString &libraryPath, const QStringList &paths, const QString &zone)
{
    if (m_job.isRunning())
        return;
    m_report.clear();
    m_text->setText(tr("Looking for reports…"));
    m_progress->setRange(0, 0);
    m_progress->show();
    m_copy->hide();
    m_close->setText(tr("Cancel"));
    show();
    m_job.start(libraryPath, paths, zone);
}

void DraftBar::end(const DraftJob::Summary &summary)
{
    const int made = summary.madeCount();
    const int there = static_cast<int>(summary.drafts.size()) - made;
    const int failed = static_cast<int>(summary.failures.size());
    QStringList parts{ tr("%n draft(s) made", nullptr, made) };
    if (there > 0)
        parts << tr("%n there already", nullptr, there);
    if (failed > 0)
        parts << tr("%n could not be read", nullptr, failed);
    if (summary.drafts.isEmpty() && failed == 0 && !summary.wasCancelled)
        parts = QStringList{ tr("No incident report was found there") };
    m_text->setText(parts.join(tr(", ")));
    m_report = summary.report();
    m_progress->hide();
    m_copy->setVisible(!m_report.isEmpty());
    m_close->setText(tr("Close"));
    emit finished(summary.reviews());
}

} // namespace SecondStory::Ui
