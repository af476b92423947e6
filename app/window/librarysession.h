// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "editing/reviewdocument.h"
#include "store/library.h"
#include "store/reviewrepository.h"

#include <QObject>
#include <QThread>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace SecondStory::Ui {

/// The library that is open and, in it, the review that is open. Pages get what they show from
/// here.
class LibrarySession : public QObject {
    Q_OBJECT
public:
    explicit LibrarySession(QObject *parent = nullptr);
    ~LibrarySession() override;

    /// Opens a library, creating it when there is none. Errors: as Store::Library.
    Result<void> openLibrary(const QString &path);
    [[nodiscard]] bool hasLibrary() const { return m_library != nullptr; }
    [[nodiscard]] Store::Library &library() { return *m_library; }
    [[nodiscard]] Editing::ReviewDocument *document() { return m_document.get(); }

    /// The reviews as last read; refreshed by refresh().
    [[nodiscard]] const QList<Store::ReviewListing> &listings() const { return m_listings; }
    [[nodiscard]] const QList<Code> &codes() const { return m_codes; }
    void refresh();

    /// Opens a review: a small one at once, a large one is read beside the window, and
    /// reviewOpened() or failed() comes later. Errors: NotFound, Storage.
    Result<void> openReview(ReviewId id);
    /// A large review is being read.
    [[nodiscard]] bool isOpening() const { return !m_wanted.isNull(); }
    void cancelOpening();
    void closeReview();
    Result<void> deleteReview(ReviewId id);

Q_SIGNALS:
    void libraryOpened();
    void listingsChanged();
    /// A large review is being read now.
    void reviewOpening(const QString &title, qint64 events);
    /// It was read, or could not be, or is not wanted any more.
    void openingEnded();
    void reviewOpened();
    /// Before the document goes away: views of it have to be gone when this returns.
    void reviewAboutToClose();
    void failed(const SecondStory::Error &error);

private:
    void sweep();
    void stopSweeping();
    void openAside(const Store::ReviewListing &listing);
    void takeUp(std::unique_ptr<Editing::ReviewDocument> document);

    std::unique_ptr<QThread> m_sweeper; ///< takes out what cut-off imports left behind
    std::atomic<bool> m_isStopping = false;
    std::unique_ptr<Store::Library> m_library;
    std::unique_ptr<Editing::ReviewDocument> m_document;
    QList<Store::ReviewListing> m_listings;
    QList<Code> m_codes;
    ReviewId m_wanted; ///< the review that is being read
    quint64 m_reading = 0; ///< counts the readings; an older one comes to nothing
    QThreadPool m_pool; ///< last: what it runs ends first
};

} // namespace SecondStory::Ui
