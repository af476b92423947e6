// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window/librarysession.h"

#include <QFile>

namespace SecondStory::Ui {

LibrarySession::LibrarySession(QObject *parent)
    : QObject(parent)
{
}

LibrarySession::~LibrarySession()
{
    closeReview();
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
