// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window/librarysession.h"

#include "store/sourcewriter.h"

#include <QFile>

namespace SecondStory::Ui {

LibrarySession::LibrarySession(QObject *parent)
    : QObject(parent)
{
}

LibrarySession::~LibrarySession()
{
    closeReview();
    stopSweeping();
}

/// What imports that were cancelled or cut off left behind is invisible; it goes in the background,
/// in short transactions.
void LibrarySession::sweep()
{
    stopSweeping();
    if (!m_library || m_library->isReadOnly())
        return;
    m_isStopping = false;
    m_sweeper.reset(QThread::create([this, path = m_library->path()] {
        const auto library = Store::Library::open(path);
        // What could not be taken out now is taken out before the next import.
        if (library)
            (void)(*library)->sources().discardUnfinished([this] { return !m_isStopping; });
    }));
    m_sweeper->start(QThread::LowPriority);
}

void LibrarySession::stopSweeping()
{
    m_isStopping = true;
    if (m_sweeper)
        m_sweeper->wait();
    m_sweeper.reset();
}

Result<void> LibrarySession::openLibrary(const QString &path)
{
    auto library = QFile::exists(path) ? Store::Library::open(path) : Store::Library::create(path);
    if (!library)
        return failure(library.error());
    closeReview();
    m_library = std::move(*library);
    refresh();
    emit libraryOpened();
    sweep();
    return {};
}

void LibrarySession::refresh()
{
    if (!m_library)
        return;
    auto listings = m_library->reviews().list();
    auto codes = m_library->reviews().codes();
    if (!listings || !codes) {
        emit failed(listings ? codes.error() : listings.error());
        return;
    }
    m_listings = std::move(*listings);
    m_codes = std::move(*codes);
    emit listingsChanged();
}

Result<void> LibrarySession::openReview(ReviewId id)
{
    if (m_document && m_document->id() == id)
        return {};
    auto document = Editing::ReviewDocument::open(*m_library, id);
    if (!document)
        return failure(document.error());
    closeReview();
    m_document = std::move(*document);
    connect(m_document.get(), &Editing::ReviewDocument::refused, this, &LibrarySession::failed);
    emit reviewOpened();
    return {};
}

void LibrarySession::closeReview()
{
    if (!m_document)
        return;
    emit reviewAboutToClose();
    m_document.reset();
    refresh();
    sweep();
}

Result<void> LibrarySession::deleteReview(ReviewId id)
{
    if (m_document && m_document->id() == id)
        closeReview();
    auto done = m_library->reviews().remove(id);
    if (done)
        refresh();
    return done;
}

} // namespace SecondStory::Ui
