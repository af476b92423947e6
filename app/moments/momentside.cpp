// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moments/momentside.h"

#include "analysis/prompts.h"
#include "editing/momentedits.h"
#include "evidence/evidencewords.h"
#include "figures/timeline/eventmarks.h"
#include "moments/promptbutton.h"
#include "theme/theme.h"
#include "theme/tooltip.h"
#include "theme/widgets.h"
#include "widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr qsizetype kReadEvents = 60; ///< of a moment; more are counted, not listed

QLabel *sectionTitle(const QString &text, QWidget *parent)
{
    return plainLabel(text, 1.15, QFont::DemiBold, parent);
}

QString quoted(const Event &event)
{
    constexpr qsizetype kLongest = 60;
    const QString words = visibleText(event.displayTitle()).simplified();
    return words.size() <= kLongest ? words : QString(words.left(kLongest).trimmed() + u" …");
}

} // namespace

MomentSide::MomentSide(Editing::ReviewDocument &document, QWidget *parent)
    : QScrollArea(parent)
    , m_document(document)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Evidence and questions"));
    build();
    connect(&document, &Editing::ReviewDocument::changed, this, &MomentSide::refresh);
    connect(&document, &Editing::ReviewDocument::eventsReloaded, this, &MomentSide::refresh);
    connect(m_ask, &QLineEdit::returnPressed, this, [this] {
        // What could not be stored stays to be tried again.
        if (ask(m_ask->text()))
            m_ask->clear();
    });
    connect(m_topics, &QComboBox::currentIndexChanged, this, &MomentSide::showPrompts);
}

void MomentSide::build()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(Space::kPanel, Space::kPanel, Space::kPanel, Space::kPanel);
    layout->setSpacing(Space::kTiny);
    m_evidenceTitle = sectionTitle(tr("Evidence"), content);
    m_evidence = new QVBoxLayout;
    m_evidence->setSpacing(0);
    layout->addWidget(m_evidenceTitle);
    layout->addLayout(m_evidence);
    layout->addSpacing(Space::kPanel);
    auto *head = new QHBoxLayout;
    head->addWidget(sectionTitle(tr("Questions"), content));
    head->addStretch();
    auto *all = new LinkButton(tr("All questions"), content);
    head->addWidget(all);
    layout->addLayout(head);
    m_questions = new QVBoxLayout;
    m_questions->setSpacing(Space::kTiny);
    layout->addLayout(m_questions);
    m_ask = new QLineEdit(content);
    m_ask->setPlaceholderText(tr("Ask something, then Return"));
    m_ask->setAccessibleName(tr("A question about this moment"));
    layout->addWidget(m_ask);
    layout->addSpacing(Space::kPanel);
    layout->addWidget(sectionTitle(tr("What one could ask"), content));
    m_topics = new QComboBox(content);
    m_topics->setAccessibleName(tr("What one could ask"));
    m_topics->addItem(tr("About what is recorded"));
    for (const Analysis::PromptTopic topic : Analysis::kPromptTopics)
        m_topics->addItem(Analysis::topicTitle(topic));
    layout->addWidget(m_topics);
    m_prompts = new QVBoxLayout;
    m_prompts->setSpacing(0);
    layout->addLayout(m_prompts);
    layout->addStretch();
    setWidget(content);
    connect(all, &LinkButton::clicked, this, &MomentSide::questionsRequested);
}

void MomentSide::showMoment(MomentId id)
{
    if (m_moment == id)
        return;
    m_moment = id;
    m_ask->clear();
    m_shown.clear();
    refresh();
    if (m_topics->currentIndex() == 0 && m_events.isEmpty())
        m_topics->setCurrentIndex(1);
}

void MomentSide::readEvents(const Moment &moment)
{
    m_events.clear();
    for (const EventId id : moment.events.mid(0, kReadEvents)) {
        if (const auto event = m_document.event(id))
            m_events << *event;
    }
    std::stable_sort(m_events.begin(), m_events.end(), [](const Event &a, const Event &b) {
        const auto first = a.effectiveStart();
        const auto second = b.effectiveStart();
        return first && second ? *first < *second : first.has_value() && !second;
    });
}

void MomentSide::refresh()
{
    const auto *moment = findRecord<Moment>(m_document.contents(), m_moment);
    if (!moment)
        return;
    readEvents(*moment);
    QStringList now{ m_moment.toString(), m_document.clock().zoneId(),
                     QString::number(moment->events.size()) };
    for (const Event &event : std::as_const(m_events)) {
        const auto start = event.effectiveStart();
        now << event.id.toString() << event.displayTitle() << toString(event.kind)
            << QString::number(start ? start->us : 0);
    }
    for (const Question &question : m_document.contents().questions) {
        if (question.about == TargetRef{ TargetKind::Moment, m_moment.value })
            now << question.text << question.answer << toString(question.status);
    }
    if (now == m_shown)
        return;
    m_shown = now;
    showEvidence(*moment);
    showQuestions();
    showPrompts();
}

void MomentSide::showEvidence(const Moment &moment)
{
    clearLayout(m_evidence);
    for (const Event &event : std::as_const(m_events))
        addEvidence(event);
    const auto unlisted = static_cast<int>(moment.events.size() - m_events.size());
    QString rest;
    if (moment.events.isEmpty())
        rest = tr("None yet. Select events on the timeline and add them from their menu.");
    else if (unlisted > 0)
        rest = tr("%n more, not listed or taken out with their source", nullptr, unlisted);
    if (!rest.isEmpty()) {
        auto *label = mutedLabel(rest, 0.85, widget());
        label->setWordWrap(true);
        m_evidence->addWidget(label);
    }
}

void MomentSide::addEvidence(const Event &event)
{
    const auto start = event.effectiveStart();
    const QString time = start ? m_document.clock().clockText(*start) : tr("undated");
    const QString words = visibleText(event.displayTitle()).simplified();
    auto *line = new QWidget(widget());
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::kTiny);
    auto *when = mutedLabel(time, 0.85, line);
    when->setFont(tabular(when->font()));
    auto *go = new LinkButton(words, line);
    go->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    go->setToolTip(plainToolTip(
        QString(time + u", "_s + Figures::eventKindLabel(event.kind) + u": "_s + words)));
    go->setAccessibleName(
        QString(time + u", "_s + Figures::eventKindLabel(event.kind) + u", "_s + words));
    auto *out = new QToolButton(line);
    out->setAutoRaise(true);
    out->setIcon(icon(u"close"_s, this));
    out->setIconSize({ 12, 12 });
    out->setFixedSize(Space::kTarget, Space::kTarget);
    out->setToolTip(tr("Take it out of this moment"));
    out->setAccessibleName(tr("Take out %1").arg(words));
    row->addWidget(when);
    row->addWidget(go, 1);
    row->addWidget(out);
    m_evidence->addWidget(line);
    connect(go, &LinkButton::clicked, this, [this, id = event.id] { emit eventRequested(id); });
    connect(out, &QToolButton::clicked, this, [this, id = event.id] {
        if (const auto done = Editing::takeFromMoment(m_document, m_moment, id); !done)
            emit refused(done.error().toString());
    });
}

void MomentSide::showQuestions()
{
    clearLayout(m_questions);
    for (const Question &question : m_document.contents().questions) {
        if (question.about != TargetRef{ TargetKind::Moment, m_moment.value })
            continue;
        auto *words = plainLabel(visibleText(question.text), 1.0, QFont::Normal, widget());
        words->setWordWrap(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_questions->addWidget(words);
        QString state = tr("open");
        if (question.status == QuestionStatus::Parked)
            state = tr("parked");
        else if (question.status == QuestionStatus::Answered)
            state = question.answer.isEmpty() ? tr("answered")
                                              : tr("answered: %1").arg(question.answer);
        auto *status = mutedLabel(visibleText(state), 0.85, widget());
        status->setWordWrap(true);
        m_questions->addWidget(status);
    }
    if (m_questions->count() == 0)
        m_questions->addWidget(mutedLabel(tr("Nothing asked yet"), 0.85, widget()));
}

QStringList MomentSide::asked() const
{
    QStringList texts;
    for (const Question &question : m_document.contents().questions) {
        if (question.about == TargetRef{ TargetKind::Moment, m_moment.value })
            texts << question.text;
    }
    return texts;
}

void MomentSide::showPrompts()
{
    clearLayout(m_prompts);
    const QStringList known = asked();
    const int topic = m_topics->currentIndex() - 1;
    if (topic >= 0) {
        QStringList prompts =
            Analysis::promptsAbout(Analysis::kPromptTopics[static_cast<size_t>(topic)]);
        prompts.removeIf([&known](const QString &prompt) { return known.contains(prompt); });
        addPrompts({}, prompts);
    } else {
        for (const Analysis::EventPrompts &one : Analysis::promptsFor(m_events, known)) {
            const auto event =
                std::find_if(m_events.cbegin(), m_events.cend(),
                             [&one](const Event &each) { return each.id == one.event; });
            const QString heading = one.heard.isEmpty()
                ? tr("%1: %2").arg(Figures::eventKindLabel(one.kind), quoted(*event))
                : tr("\"%1\" in: %2").arg(visibleText(one.heard), quoted(*event));
            addPrompts(heading, one.prompts);
        }
    }
    if (m_prompts->count() == 0)
        m_prompts->addWidget(mutedLabel(tr("Nothing further"), 0.85, widget()));
}

void MomentSide::addPrompts(const QString &heading, const QStringList &prompts)
{
    if (!heading.isEmpty()) {
        auto *label = mutedLabel(heading, 0.85, widget());
        label->setWordWrap(true);
        label->setContentsMargins(0, Space::kSmall, 0, 2);
        m_prompts->addWidget(label);
    }
    for (const QString &prompt : prompts) {
        auto *button = new PromptButton(prompt, widget());
        m_prompts->addWidget(button);
        connect(button, &PromptButton::clicked, this, [this, prompt] { ask(prompt); });
    }
}

bool MomentSide::ask(const QString &question)
{
    if (question.trimmed().isEmpty())
        return false;
    const auto done = Editing::askAboutMoment(m_document, m_moment, question);
    if (!done)
        emit refused(done.error().toString());
    return done.has_value();
}

} // namespace SecondStory::Ui
