// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window/sampleopener.h"

#include "services/samplelibrary.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

SampleOpener::SampleOpener(QObject *parent)
    : QObject(parent)
    , m_isCancelled(std::make_shared<std::atomic_bool>(false))
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        emit progressed(-1);
        const Result<void> done = m_watcher.result();
        if (done)
            emit ready(path());
        else if (done.error().code != ErrorCode::Cancelled)
            emit failed(done.error());
    });
}

SampleOpener::~SampleOpener()
{
    *m_isCancelled = true;
    m_watcher.waitForFinished();
}

QString SampleOpener::path()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + u"/second-story/sample.sslib"_s;
}

void SampleOpener::start()
{
    if (QFile::exists(path())) {
        emit ready(path());
        return;
    }
    if (m_watcher.isRunning())
        return;
    emit progressed(0);
    const auto tell = [this, cancelled = m_isCancelled](int percent) {
        QMetaObject::invokeMethod(
            this, [this, percent] { emit progressed(percent); }, Qt::QueuedConnection);
        return !cancelled->load();
    };
    // Under another name until it is whole: a sample that is half there must not be opened.
    m_watcher.setFuture(QtConcurrent::run([tell]() -> Result<void> {
        const QString target = SampleOpener::path();
        const QString draft = target + u".part"_s;
        for (const QString &ending : { u""_s, u"-wal"_s, u"-shm"_s })
            QFile::remove(draft + ending);
        if (auto done = Services::buildSampleLibrary(draft, tell); !done)
            return done;
        if (!QFile::rename(draft, target))
            return failure(ErrorCode::Storage,
                           SampleOpener::tr("the sample library could not be put in its place"));
        return {};
    }));
}

} // namespace SecondStory::Ui
