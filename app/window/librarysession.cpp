// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window/librarysession.h"

#include "store/sourcewriter.h"

#include <QFile>
#include <QtConcurrent>

#include <algorithm>

namespace SecondStory::Ui {

namespace {

/// Reading more events than these takes longer than a window may stand still.
constexpr qint64 kReadHere = 20'000;

using ReadReview = Result<Editing::ReviewSnapshot>;

} // namespace

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
    if (m_wanted == id && isOpening())
        return {};
    cancelOpening();
    if (m_document && m_document->id() == id)
        return {};
    const auto listing = std::find_if(m_listings.cbegin(), m_listings.cend(),
                                      [id](const auto &known) { return known.review.id == id; });
    if (listing != m_listings.cend() && listing->events > kReadHere) {
        openAside(*listing);
        return {};
    }
    auto document = Editing::ReviewDocument::open(*m_library, id);
    if (!document)
        return failure(document.error());
    takeUp(std::move(*document));
    return {};
}

void LibrarySession::openAside(const Store::ReviewListing &listing)
{
    m_wanted = listing.review.id;
    const auto read = [path = m_library->path(), id = m_wanted]() -> std::shared_ptr<ReadReview> {
        const auto library = Store::Library::open(path);
        if (!library)
            return std::make_shared<ReadReview>(failure(library.error()));
        return std::make_shared<ReadReview>(Editing::ReviewSnapshot::read(**library, id));
    };
    const auto take = [this, reading = ++m_reading](const std::shared_ptr<ReadReview> &snapshot) {
        if (reading != m_reading)
            return;
        cancelOpening();
        if (*snapshot)
            takeUp(Editing::ReviewDocument::open(*m_library, std::move(**snapshot)));
        else
            emit failed(snapshot->error());
    };
    emit reviewOpening(listing.review.title, listing.events);
    QtConcurrent::run(&m_pool, read).then(this, take);
}

void LibrarySession::takeUp(std::unique_ptr<Editing::ReviewDocument> document)
{
    closeReview();
    m_document = std::move(document);
    connect(m_document.get(), &Editing::ReviewDocument::refused, this, &LibrarySession::failed);
    emit reviewOpened();
}

void LibrarySession::cancelOpening()
{
    if (!isOpening())
        return;
    ++m_reading;
    m_wanted = {};
    emit openingEnded();
}

void LibrarySession::closeReview()
{
    cancelOpening();
    if (!m_document)
        return;
    emit reviewAboutToClose();
    m_document.reset();
    refresh();
    sweep();
}

Result<void> LibrarySession::deleteReview(ReviewId id)
{
    if ((m_document && m_document->id() == id) || m_wanted == id)
        closeReview();
    auto done = m_library->reviews().remove(id);
    if (done)
        refresh();
    return done;
}

} // namespace SecondStory::Ui
