// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/draftjob.h"

#include "store/library.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

int DraftJob::Summary::madeCount() const
{
    return static_cast<int>(
        std::count_if(drafts.begin(), drafts.end(),
                      [](const Services::DraftOutcome &draft) { return !draft.wasThere; }));
}

QList<ReviewId> DraftJob::Summary::reviews() const
{
    QList<ReviewId> ids;
    for (const Services::DraftOutcome &draft : drafts)
        ids << draft.review;
    return ids;
}

QString DraftJob::Summary::report() const
{
    QStringList lines;
    for (const Error &failure : failures)
        lines << failure.toString();
    for (const Services::DraftOutcome &draft : drafts) {
        for (const ImportProblem &remark : draft.remarks)
            lines << QString(QFileInfo(draft.path).fileName() + u':' + remark.place + u": "_s
                             + remark.what);
    }
    return lines.join(u'\n');
}

DraftJob::DraftJob(QObject *parent)
    : QObject(parent)
{
}

DraftJob::~DraftJob()
{
    m_isCancelled = true;
    if (m_thread)
        m_thread->wait();
}

void DraftJob::start(const QString &libraryPath, const QStringList &paths, const QString &zone)
{
    if (isRunning())
        return;
    m_isCancelled = false;
    const auto summary = std::make_shared<Summary>();
    m_thread.reset(QThread::create(
        [this, summary, libraryPath, paths, zone] { *summary = work(libraryPath, paths, zone); }));
    connect(m_thread.get(), &QThread::finished, this, [this, summary] {
        m_thread.reset();
        emit finished(*summary);
    });
    m_thread->start();
}

DraftJob::Summary DraftJob::work(const QString &libraryPath, const QStringList &paths,
                                 const QString &zone)
{
    Summary summary;
    const auto library = Store::Library::open(libraryPath);
    if (!library) {
        summary.failures << library.error();
        return summary;
    }
    const Importing::ImporterRegistry registry;
    Importing::ImportOptions options;
    options.fallbackZone = zone;
    const QStringList files = Services::reportFiles(paths, registry);
    int done = 0;
    for (const QString &file : files) {
        if (m_isCancelled) {
            summary.wasCancelled = true;
            break;
        }
        const auto draft = Services::makeReviewDraft(**library, registry, file, options);
        if (draft)
            summary.drafts << *draft;
        else
            summary.failures << draft.error();
        ++done;
        QMetaObject::invokeMethod(
            this,
            [this, done, total = static_cast<int>(files.size())] { emit progressed(done, total); },
            Qt::QueuedConnection);
    }
    return summary;
}

} // namespace SecondStory::Ui
