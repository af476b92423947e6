// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtable.h"
#include "domain/orphans.h"
#include "domain/result.h"
#include "domain/reviewcontents.h"
#include "domain/zoneclock.h"
#include "editing/mergeid.h"

#include <QCache>
#include <QObject>
#include <QUndoStack>

#include <functional>
#include <memory>

namespace SecondStory::Store {
class Library;
}

namespace SecondStory::Editing {

/// A review as it stood when it was read. Reading a million events takes half a second, so that is
/// done in another thread and handed to the document.
struct ReviewSnapshot {
    ReviewContents contents;
    EventTable events;

    /// Errors: NotFound, Storage. Threads: that of the library.
    [[nodiscard]] static Result<ReviewSnapshot> read(Store::Library &library, ReviewId id);
};

/// The one open review: its values, its undo stack, and the only door for edits.
/// Every edit is stored at once, in one transaction; views listen to changed() and never mutate.
class ReviewDocument : public QObject {
    Q_OBJECT
public:
    /// Errors: NotFound, Storage.
    [[nodiscard]] static Result<std::unique_ptr<ReviewDocument>> open(Store::Library &library,
                                                                      ReviewId id);
    /// A document of what was read of the same library, perhaps in another thread.
    [[nodiscard]] static std::unique_ptr<ReviewDocument> open(Store::Library &library,
                                                              ReviewSnapshot snapshot);

    [[nodiscard]] ReviewId id() const { return m_contents.review.id; }
    [[nodiscard]] const ReviewContents &contents() const { return m_contents; }
    [[nodiscard]] const EventTable &events() const { return m_events; }
    /// What the last edit, undo or redo changed in the dated rows of events(), one after the other;
    /// nothing when that was too much to tell: then look at all of it.
    [[nodiscard]] const std::optional<std::vector<EventRowEdit>> &eventEdits() const
    {
        return m_eventEdits;
    }
    /// Wall-clock time of the review's zone.
    [[nodiscard]] const ZoneClock &clock() const { return m_clock; }
    [[nodiscard]] Store::Library &library() const { return m_library; }
    [[nodiscard]] QUndoStack *undoStack() { return &m_undo; }

    /// Whole events by their numbers, in the order asked; kept in a small cache. Cost: a query for
    /// those not cached.
    [[nodiscard]] QList<Event> eventsBySeq(const QList<qint64> &seqs);
    /// One whole event, or nothing when it is not in this review.
    [[nodiscard]] std::optional<Event> event(EventId id);
    [[nodiscard]] std::optional<Event> eventBySeq(qint64 seq);
    /// The store's number of an event, 0 when unknown.
    [[nodiscard]] qint64 seqOf(EventId id);

    /// Stores a change set and puts it on the undo stack under `text` (what the user did,
    /// translated). Versions in `set` may be stale: the document knows the current ones. Errors: as
    /// Store::EditRepository::apply; then nothing changed, and refused() is emitted as well.
    /// An edit that moves the events of a large source, or after which many are read anew, takes
    /// long. It, its undo and its redo
    /// still return only when they are stored, but the work is done in another thread while this
    /// one goes on painting; what people type or click meanwhile waits, and an edit that a timer
    /// starts meanwhile is Refused.
    Result<void> perform(const ChangeSet &set, const QString &text, MergeId merge = MergeId::None);
    /// Takes up a source that an importer has stored, as one step of undo. Views get
    /// eventsReloaded(). Cost: reads every event of the review.
    void adoptImport(const EvidenceSource &source, const QString &text);
    /// Takes up sources that an importer has stored, all as one step of undo, with a snapshot that
    /// was read after they were stored and while revision() was `revision`. False, and nothing
    /// happens, when the review has been edited since: read it again.
    bool adoptImports(ReviewSnapshot snapshot, quint64 revision,
                      const QList<EvidenceSource> &sources, const QString &text);
    /// Grows with every edit, undo, redo and reading.
    [[nodiscard]] quint64 revision() const { return m_revision; }
    /// Reads everything again, after another program changed the library. Clears the undo history.
    /// Of a large review as perform() does long edits: in another thread, and Refused meanwhile.
    Result<void> reload();

Q_SIGNALS:
    /// After every edit, undo and redo, with what was applied; with nothing after reload().
    void changed(const SecondStory::ChangeSet &applied);
    /// The event table is about to be exchanged for one that was read anew.
    void eventsAboutToReload();
    /// The event table was read anew (import, removal of a source).
    void eventsReloaded();
    /// An edit, undo or redo could not be stored; the review is as it was.
    void refused(const SecondStory::Error &error);

private:
    friend class ApplyCommand;
    explicit ReviewDocument(Store::Library &library);

    Result<ChangeSet> store(const ChangeSet &set);
    [[nodiscard]] Result<ChangeSet> applyHere(const ChangeSet &set);
    [[nodiscard]] Result<ChangeSet> applyAside(const ChangeSet &set);
    /// Runs something in another thread; this one goes on painting, but takes no keys or clicks.
    void aside(const std::function<void()> &work);
    [[nodiscard]] static Error heldError();
    [[nodiscard]] bool isLong(const ChangeSet &set) const;
    void setCurrentVersions(ChangeSet &set);
    void noteSeqs(const ChangeSet &set);
    void take(const ChangeSet &applied);
    void takeLanes(const QList<Lane> &made);
    void takeAll(ReviewSnapshot snapshot);
    struct RowChange;
    [[nodiscard]] RowChange takeEvent(const RecordChange<Event> &change);
    void takeRows(const std::vector<RowChange> &changes);
    Result<void> reloadEvents();
    void takeEvents(EventTable events);
    void setAsideOrphans();

    Store::Library &m_library;
    ReviewContents m_contents;
    EventTable m_events;
    Orphans m_aside;
    ZoneClock m_clock;
    QHash<EventId, int> m_eventVersions; ///< of events edited since the review was opened
    QHash<EventId, qint64> m_seqs; ///< of events edited since the review was opened
    QCache<qint64, Event> m_eventCache;
    std::optional<std::vector<EventRowEdit>> m_eventEdits;
    QUndoStack m_undo;
    quint64 m_revision = 0;
    bool m_isHeld = false; ///< an edit is being stored in another thread
    std::optional<ReviewSnapshot> m_read; ///< by that thread, once it was stored
};

} // namespace SecondStory::Editing
