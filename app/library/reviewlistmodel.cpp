// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/reviewlistmodel.h"

#include "domain/labels.h"
#include "domain/zoneclock.h"
#include "theme/tooltip.h"

#include <QLocale>
#include <QSet>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// When the incident was: the earliest instant of its frame that is known.
std::optional<TimePoint> whenOf(const Review &review)
{
    for (const auto &time : { review.frame.began, review.frame.detected, review.frame.declared,
                              review.frame.mitigated, review.frame.resolved }) {
        if (time)
            return time;
    }
    return {};
}

} // namespace

void ReviewListModel::setReviews(const QList<Store::ReviewListing> &listings,
                                 const QList<Code> &codes)
{
    beginResetModel();
    m_listings = listings;
    m_codes = codes;
    endResetModel();
}

const Store::ReviewListing *ReviewListModel::listing(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_listings.size() ? &m_listings[index.row()] : nullptr;
}

QModelIndex ReviewListModel::indexOf(ReviewId id) const
{
    for (qsizetype i = 0; i < m_listings.size(); ++i) {
        if (m_listings[i].review.id == id)
            return index(static_cast<int>(i), 0);
    }
    return {};
}

QStringList ReviewListModel::pressureNames(const Store::ReviewListing &listing) const
{
    QStringList names;
    for (const Code &code : m_codes) {
        if (listing.pressures.contains(code.id))
            names << code.name;
    }
    return names;
}

int ReviewListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_listings.size());
}

int ReviewListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ReviewListModel::text(const Store::ReviewListing &listing, int column) const
{
    const Review &review = listing.review;
    switch (column) {
    case Title:
        return review.title;
    case When: {
        const auto when = whenOf(review);
        return when ? ZoneClock(review.zone).isoDate(*when) : QString();
    }
    case Status:
        return wordFor(review.status);
    case Events:
        return QLocale().toString(listing.events);
    case Pressures:
        return QLocale().toString(listing.pressures.size());
    case Touched:
        return ZoneClock(review.zone).isoDate(review.updated);
    default:
        return {};
    }
}

QVariant ReviewListModel::sortKey(const Store::ReviewListing &listing, int column) const
{
    switch (column) {
    case When: {
        const auto when = whenOf(listing.review);
        return when ? QVariant(when->us) : QVariant(kEarliestTime.us);
    }
    case Status:
        return static_cast<int>(listing.review.status);
    case Events:
        return listing.events;
    case Pressures:
        return listing.pressures.size();
    case Touched:
        return listing.review.updated.us;
    default:
        return text(listing, column).toCaseFolded();
    }
}

QVariant ReviewListModel::data(const QModelIndex &index, int role) const
{
    const Store::ReviewListing *listing = this->listing(index);
    if (!listing)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*listing, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Title)
            return plainToolTip(QString(listing->review.title + u'\n' + listing->review.summary));
        if (index.column() == Pressures)
            return plainToolTip(pressureNames(*listing).join(u'\n'));
        return {};
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() == Events ? Qt::AlignRight | Qt::AlignVCenter
                                                            : Qt::AlignLeft | Qt::AlignVCenter);
    case SortRole:
        return sortKey(*listing, index.column());
    case IdRole:
        return QVariant(listing->review.id.value);
    case StatusRole:
        return static_cast<int>(listing->review.status);
    case PressureCountRole:
        return listing->pressures.size();
    default:
        return {};
    }
}

QVariant ReviewListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(section == Events ? Qt::AlignRight | Qt::AlignVCenter
                                                     : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Title");
    case When:
        return tr("Incident");
    case Status:
        return tr("Status");
    case Events:
        return tr("Events");
    case Pressures:
        return tr("Pressures");
    case Touched:
        return tr("Touched");
    default:
        return {};
    }
}

ReviewFilter::ReviewFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(ReviewListModel::SortRole);
}

void ReviewFilter::setWords(const QString &words)
{
    m_words = words.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void ReviewFilter::setStatus(std::optional<ReviewStatus> status)
{
    m_status = status;
    invalidateFilter();
}

void ReviewFilter::setOnly(const QSet<ReviewId> &ids)
{
    m_only = ids;
    invalidateFilter();
}

bool ReviewFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto *model = qobject_cast<const ReviewListModel *>(sourceModel());
    const Store::ReviewListing *listing = model->listing(model->index(row, 0, parent));
    if (!m_only.isEmpty() && !m_only.contains(listing->review.id))
        return false;
    if (m_status ? listing->review.status != *m_status
                 : listing->review.status == ReviewStatus::Archived)
        return false;
    const QString haystack = listing->review.title + u'\n' + listing->review.summary + u'\n'
        + model->pressureNames(*listing).join(u'\n');
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        return haystack.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace SecondStory::Ui
