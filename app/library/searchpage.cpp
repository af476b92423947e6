// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/searchpage.h"

#include "domain/zoneclock.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "window/librarysession.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kMostHits = 200;
constexpr char16_t kHitStart = 0x2068;
constexpr char16_t kHitEnd = 0x2069;

/// Title, where it stands, and the words around the hit with the hit in semibold.
class HitDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return { 100, option.fontMetrics.height() * 2 + 3 * Space::kSmall };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Figures::Palette &p = paletteFor(option.widget);
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, p.selection);
        const QRect inner =
            option.rect.adjusted(Space::kSmall, Space::kSmall, -Space::kSmall, -Space::kSmall);
        const int lineHeight = option.fontMetrics.height();
        const QString where = index.data(SearchHitModel::WhereRole).toString();
        const QFont small = fontAt(option.font, 0.85);
        painter->setFont(small);
        painter->setPen(p.muted);
        const int whereWidth = std::min(
            inner.width() / 2, QFontMetrics(small).horizontalAdvance(where) + Space::kTiny);
        painter->drawText(QRect(inner.right() - whereWidth, inner.top(), whereWidth, lineHeight),
                          Qt::AlignRight | Qt::AlignVCenter,
                          QFontMetrics(small).elidedText(where, Qt::ElideLeft, whereWidth));
        painter->setFont(option.font);
        painter->setPen(p.text);
        const int titleWidth = inner.width() - whereWidth - Space::kWide;
        painter->drawText(
            QRect(inner.left(), inner.top(), titleWidth, lineHeight),
            Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, titleWidth));
        drawSnippet(
            painter,
            QRect(inner.left(), inner.top() + lineHeight + Space::kTiny, inner.width(), lineHeight),
            option, p, index.data(SearchHitModel::SnippetRole).toString());
        painter->restore();
    }

private:
    static void drawSnippet(QPainter *painter, const QRect &rect,
                            const QStyleOptionViewItem &option, const Figures::Palette &p,
                            const QString &snippet)
    {
        QString text;
        QList<QTextLayout::FormatRange> formats;
        qsizetype start = -1;
        for (const QChar c : snippet) {
            if (c == kHitStart) {
                start = text.size();
            } else if (c == kHitEnd && start >= 0) {
                QTextLayout::FormatRange range;
                range.start = static_cast<int>(start);
                range.length = static_cast<int>(text.size() - start);
                range.format.setFontWeight(QFont::DemiBold);
                range.format.setForeground(p.text);
                formats << range;
                start = -1;
            } else {
                text += c.isSpace() ? QChar(u' ') : c;
            }
        }
        QTextLayout layout(text, option.font);
        layout.setFormats(formats);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setNumColumns(static_cast<int>(text.size()));
        layout.endLayout();
        painter->setClipRect(rect);
        painter->setPen(p.muted);
        layout.draw(painter, rect.topLeft());
    }
};

} // namespace

void SearchHitModel::setHits(QList<Store::SearchHit> hits,
                             QHash<ReviewId, std::pair<QString, QString>> reviews)
{
    beginResetModel();
    m_hits = std::move(hits);
    m_reviews = std::move(reviews);
    endResetModel();
}

int SearchHitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant SearchHitModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_hits.size())
        return {};
    const Store::SearchHit &hit = m_hits[index.row()];
    const auto [title, zone] = m_reviews.value(hit.review);
    switch (role) {
    case Qt::DisplayRole:
        return hit.title;
    case SnippetRole:
        return hit.snippet;
    case WhereRole:
        return hit.time ? QString(title + u" · "_s + ZoneClock(zone).isoText({ *hit.time }))
                        : title;
    case Qt::AccessibleTextRole:
        return QString(hit.title + u", "_s + title);
    default:
        return {};
    }
}

SearchPage::SearchPage(LibrarySession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_words(new QLineEdit)
    , m_count(mutedLabel(
          tr("Type words to look for in every review: events, narrative, factors, questions.")))
    , m_list(new QListView)
    , m_model(new SearchHitModel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kWide, Space::kWide, Space::kWide, Space::kPanel);
    layout->addWidget(plainLabel(tr("Search"), 1.5, QFont::DemiBold));
    m_words->setPlaceholderText(tr("Words that all occur; the last may be a beginning"));
    m_words->setClearButtonEnabled(true);
    m_words->setAccessibleName(tr("Search words"));
    layout->addWidget(m_words);
    layout->addWidget(m_count);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Hits"));
    layout->addWidget(m_list, 1);
    setFocusProxy(m_words);
    m_delay.setSingleShot(true);
    m_delay.setInterval(120);
    connect(&m_delay, &QTimer::timeout, this, &SearchPage::run);
    connect(m_words, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_words, &QLineEdit::returnPressed, this, [this] {
        run();
        m_list->setFocus();
        m_list->setCurrentIndex(m_model->index(0));
    });
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { emit hitRequested(m_model->hits()[index.row()]); });
}

void SearchPage::search(const QString &words)
{
    m_words->setText(words);
    run();
    if (m_model->rowCount() == 0)
        return;
    m_list->setFocus();
    m_list->setCurrentIndex(m_model->index(0));
}

void SearchPage::showEvent(QShowEvent *)
{
    m_words->setFocus();
    m_words->selectAll();
}

void SearchPage::run()
{
    m_delay.stop();
    if (!m_session.hasLibrary())
        return;
    auto hits = m_session.library().search().search(m_words->text(), {}, kMostHits);
    if (!hits) {
        m_count->setText(hits.error().toString());
        return;
    }
    QHash<ReviewId, std::pair<QString, QString>> reviews;
    for (const Store::ReviewListing &listing : m_session.listings())
        reviews.insert(listing.review.id, { listing.review.title, listing.review.zone });
    if (m_words->text().trimmed().isEmpty())
        m_count->setText(
            tr("Type words to look for in every review: events, narrative, factors, questions."));
    else if (hits->isEmpty())
        m_count->setText(tr("Nothing found. Try fewer words, or the beginning of one."));
    else if (hits->size() >= kMostHits)
        m_count->setText(tr("The first %1 places. More words narrow it down.").arg(kMostHits));
    else
        m_count->setText(tr("%n place(s)", nullptr, static_cast<int>(hits->size())));
    m_model->setHits(std::move(*hits), std::move(reviews));
}

} // namespace SecondStory::Ui
