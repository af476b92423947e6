// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "overview/overviewpage.h"

#include "analysis/reviewstate.h"
#include "domain/labels.h"
#include "editing/reviewdocument.h"
#include "editing/reviewedits.h"
#include "figures/canvas/canvasfigure.h"
#include "overview/eventstrip.h"
#include "overview/figurewidget.h"
#include "overview/framepanel.h"
#include "theme/theme.h"
#include "theme/widgets.h"

#include <QCommandLinkButton>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr qsizetype kShownQuestions = 6;

void clear(QVBoxLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget())
            widget->deleteLater();
        const std::unique_ptr<QLayoutItem> owned(item);
    }
}

/// A phrase that leads to the place where something can be done about it.
QToolButton *linkButton(const QString &text, const QWidget *themed)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setIcon(icon(u"chevron-right"_s, themed));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setCursor(Qt::PointingHandCursor);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

QString durationsText(const Review &review)
{
    const IncidentFrame &frame = review.frame;
    QStringList parts;
    const auto say = [&parts](const QString &words, std::optional<TimePoint> from,
                              std::optional<TimePoint> to) {
        if (from && to && *to >= *from)
            parts << words.arg(durationText(to->us - from->us));
    };
    say(OverviewPage::tr("%1 until somebody noticed"), frame.began, frame.detected);
    say(OverviewPage::tr("%1 from noticing to relief"), frame.detected, frame.mitigated);
    say(OverviewPage::tr("%1 from beginning to end"), frame.began, frame.resolved);
    return parts.join(u" · "_s);
}

} // namespace

OverviewPage::OverviewPage(Editing::ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_title(new QLineEdit)
    , m_summary(new QPlainTextEdit)
    , m_durations(mutedLabel({}, 0.85))
    , m_timeline(new FigureWidget(tr("Timeline"),
                                  tr("No events yet. Bring in evidence, and it appears here.")))
    , m_canvas(new FigureWidget(tr("Contributing factors"),
                                tr("No factors yet. They grow out of what you read.")))
    , m_moments(new QVBoxLayout)
    , m_missing(new QVBoxLayout)
    , m_questions(new QVBoxLayout)
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    auto *content = new QWidget;
    scroll->setWidget(content);
    auto *layout = new QHBoxLayout(content);
    layout->setContentsMargins(Space::kWide, Space::kWide, Space::kWide, Space::kWide);
    layout->setSpacing(Space::kSection);
    layout->addWidget(makeHead(), 5);
    layout->addWidget(makeSide(), 2);

    connect(m_timeline, &FigureWidget::clicked, this,
            [this] { emit placeRequested(NavigationRail::Place::Timeline); });
    connect(m_canvas, &FigureWidget::clicked, this,
            [this] { emit placeRequested(NavigationRail::Place::Factors); });
    connect(m_title, &QLineEdit::editingFinished, this, &OverviewPage::takeTitle);
    connect(m_summary, &QPlainTextEdit::textChanged, this, &OverviewPage::takeSummary);
    const auto refreshIfSeen = [this] {
        if (isVisible())
            refresh();
    };
    connect(&m_document, &Editing::ReviewDocument::changed, this, refreshIfSeen);
    connect(&m_document, &Editing::ReviewDocument::eventsReloaded, this, refreshIfSeen);
}

QWidget *OverviewPage::makeHead()
{
    auto *head = new QWidget;
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kSmall);
    m_title->setFont(fontAt(font(), 1.5, QFont::DemiBold));
    m_title->setFrame(false);
    m_title->setAccessibleName(tr("Title"));
    QPalette clearGround = m_title->palette();
    clearGround.setColor(QPalette::Base, Qt::transparent);
    m_title->setPalette(clearGround);
    layout->addWidget(m_title);
    m_summary->setPlaceholderText(tr("One or two sentences: what it was, and for whom."));
    m_summary->setAccessibleName(tr("Summary"));
    m_summary->setTabChangesFocus(true);
    m_summary->setFixedHeight(fontMetrics().lineSpacing() * 4 + Space::kPanel);
    layout->addWidget(m_summary);
    layout->addSpacing(Space::kSmall);
    auto *frame = new FramePanel(m_document);
    connect(frame, &FramePanel::refused, this, &OverviewPage::refused);
    connect(frame, &FramePanel::eventRequested, this, &OverviewPage::eventRequested);
    layout->addWidget(frame);
    layout->addWidget(m_durations);
    layout->addSpacing(Space::kSmall);
    layout->addWidget(m_timeline, 2);
    layout->addWidget(m_canvas, 3);
    return head;
}

QWidget *OverviewPage::makeSide()
{
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kTiny);
    layout->addWidget(plainLabel(tr("Before the group review"), 1.15, QFont::DemiBold));
    auto *hint = mutedLabel(tr("What is still open. Nothing here stops you."), 0.85);
    hint->setWordWrap(true);
    layout->addWidget(hint);
    m_missing->setSpacing(0);
    layout->addLayout(m_missing);
    layout->addSpacing(Space::kWide);
    layout->addWidget(plainLabel(tr("Moments"), 1.15, QFont::DemiBold));
    m_moments->setSpacing(0);
    layout->addLayout(m_moments);
    layout->addSpacing(Space::kWide);
    layout->addWidget(plainLabel(tr("Open questions"), 1.15, QFont::DemiBold));
    m_questions->setSpacing(Space::kTiny);
    layout->addLayout(m_questions);
    layout->addStretch();
    return side;
}

void OverviewPage::showEvent(QShowEvent *)
{
    refresh();
}

void OverviewPage::refresh()
{
    const ReviewContents &contents = m_document.contents();
    if (!m_title->hasFocus())
        m_title->setText(contents.review.title);
    if (m_summary->toPlainText() != contents.review.summary) {
        const QSignalBlocker quiet(m_summary);
        m_summary->setPlainText(contents.review.summary);
    }
    m_durations->setText(durationsText(contents.review));
    m_durations->setVisible(!m_durations->text().isEmpty());

    if (m_document.events().rows.empty())
        m_timeline->setPainter({});
    else
        m_timeline->setPainter([this](QPainter &painter, const QRectF &rect) {
            paintEventStrip(painter, rect, m_document, paletteFor(this));
        });
    if (contents.factors.isEmpty()) {
        m_canvas->setPainter({});
    } else {
        m_canvas->setPainter([this](QPainter &painter, const QRectF &rect) {
            const ReviewContents &now = m_document.contents();
            Figures::CanvasFigure(now.factors, now.influences, Figures::evidenceCounts(now),
                                  paletteFor(this), font())
                .paint(painter, rect);
        });
    }

    clear(m_missing);
    const Analysis::ReviewState s = Analysis::stateOf(contents, m_document.events());
    const auto missing = [this](bool isOpen, const QString &text, auto go) {
        if (!isOpen)
            return;
        QToolButton *button = linkButton(text, this);
        connect(button, &QToolButton::clicked, this, go);
        m_missing->addWidget(button);
    };
    using Place = NavigationRail::Place;
    const auto to = [this](Place place) { return [this, place] { emit placeRequested(place); }; };
    missing(s.sources == 0, tr("No evidence yet"), to(Place::Evidence));
    missing(s.sourcesAssumed > 0,
            tr("%n source(s) with an assumed time", nullptr, s.sourcesAssumed),
            to(Place::Evidence));
    missing(s.sourcesSkipping > 0,
            tr("%n source(s) with skipped records", nullptr, s.sourcesSkipping),
            to(Place::Evidence));
    missing(s.undated > 0, tr("%n undated event(s)", nullptr, static_cast<int>(s.undated)),
            [this] { emit undatedRequested(); });
    missing(s.factors == 0, tr("No contributing factors yet"), to(Place::Factors));
    missing(s.factorsWithoutEvidence > 0,
            tr("%n factor(s) without evidence", nullptr, s.factorsWithoutEvidence),
            to(Place::Factors));
    missing(s.factorsUnconnected > 0,
            tr("%n factor(s) not connected yet", nullptr, s.factorsUnconnected),
            to(Place::Factors));
    missing(s.factors > 0 && s.helped == 0, tr("Nothing that helped is noted yet"),
            to(Place::Factors));
    missing(s.pressures == 0, tr("No pressures noted yet"), to(Place::Pressures));
    missing(s.pressuresUncoded > 0,
            tr("%n pressure(s) without a code", nullptr, s.pressuresUncoded), to(Place::Pressures));
    missing(s.claimsWithoutEvidence > 0,
            tr("%n claim(s) without evidence", nullptr, s.claimsWithoutEvidence),
            to(Place::Report));
    missing(s.emptySections > 0, tr("%n section(s) still empty", nullptr, s.emptySections),
            to(Place::Report));
    missing(s.actionsWithoutFactor > 0,
            tr("%n action(s) not linked to a factor", nullptr, s.actionsWithoutFactor),
            to(Place::Report));
    if (m_missing->count() == 0)
        m_missing->addWidget(mutedLabel(tr("Nothing open.")));

    showMoments();
    clear(m_questions);
    qsizetype shown = 0;
    for (const Question &question : contents.questions) {
        if (question.status != QuestionStatus::Open || ++shown > kShownQuestions)
            continue;
        auto *label = plainLabel(question.text);
        label->setWordWrap(true);
        m_questions->addWidget(label);
    }
    if (shown == 0) {
        auto *none = mutedLabel(tr("None yet. Contradictions and surprises make the best ones."));
        none->setWordWrap(true);
        m_questions->addWidget(none);
    } else if (shown > kShownQuestions) {
        QToolButton *more =
            linkButton(tr("%n more", nullptr, static_cast<int>(shown - kShownQuestions)), this);
        connect(more, &QToolButton::clicked, this, &OverviewPage::questionsRequested);
        m_questions->addWidget(more);
    }
}

void OverviewPage::showMoments()
{
    clear(m_moments);
    const ReviewContents &contents = m_document.contents();
    const auto count = [](const auto &list) { return static_cast<int>(list.size()); };
    QStringList words;
    if (contents.moments.isEmpty())
        words << tr("No moments yet");
    else
        words << tr("%n moment(s)", nullptr, count(contents.moments));
    if (!contents.accounts.isEmpty())
        words << tr("%n account(s)", nullptr, count(contents.accounts));
    if (!contents.contradictions.isEmpty())
        words << tr("%n difference(s)", nullptr, count(contents.contradictions));
    QToolButton *link = linkButton(words.join(u", "_s), this);
    connect(link, &QToolButton::clicked, this,
            [this] { emit placeRequested(NavigationRail::Place::Moments); });
    m_moments->addWidget(link);
}

void OverviewPage::takeTitle()
{
    if (m_title->text() == m_document.contents().review.title)
        return;
    if (const auto done = Editing::setTitle(m_document, m_title->text()); !done) {
        emit refused(done.error().toString());
        m_title->setText(m_document.contents().review.title);
    }
}

void OverviewPage::takeSummary()
{
    if (m_summary->toPlainText() == m_document.contents().review.summary)
        return;
    if (const auto done = Editing::setSummary(m_document, m_summary->toPlainText()); !done)
        emit refused(done.error().toString());
}

} // namespace SecondStory::Ui
