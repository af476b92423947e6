// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inspector/eventinspector.h"

#include "coding/codepicker.h"
#include "domain/labels.h"
#include "domain/timeentry.h"
#include "editing/codingedits.h"
#include "editing/eventdetails.h"
#include "editing/eventedits.h"
#include "editing/reviewdocument.h"
#include "evidence/evidencewords.h"
#include "inspector/knownpanel.h"
#include "inspector/eventmoments.h"
#include "inspector/targetwords.h"
#include "inspector/timestatement.h"
#include "store/library.h"
#include "store/reviewrepository.h"
#include "theme/theme.h"
#include "theme/tooltip.h"
#include "theme/widgets.h"
#include "widgets/smallwidgets.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// Leaves a field alone that says this already: the cursor stays where it is.
void setWords(QPlainTextEdit *edit, const QString &text)
{
    if (edit->toPlainText() != text)
        edit->setPlainText(text);
}

void setWords(QLineEdit *edit, const QString &text)
{
    if (edit->text() != text)
        edit->setText(text);
}

} // namespace

EventInspector::EventInspector(QWidget *parent)
    : QWidget(parent)
{
    build();
    connect(m_picker, &CodePicker::picked, this, [this](CodeId code) {
        if (m_document)
            report(Editing::applyCode(*m_document, code, { target() }));
    });
}

bool EventInspector::showEventOf(Editing::ReviewDocument *document, EventId id)
{
    const auto event = document ? document->event(id) : std::nullopt;
    // What stands in a field belongs to the event that was shown: it is taken up before another is.
    if (m_document && m_event.id != id && m_note->hasFocus())
        m_note->clearFocus();
    if (!event)
        return false;
    if (m_document != document || m_codes.isEmpty())
        m_codes = document->library().reviews().codes().value_or(QList<Code>());
    m_document = document;
    m_event = *event;
    showHead();
    showWords();
    showRecorded();
    showPeople();
    showCodes();
    showSupports();
    m_moments->showMomentsOf(m_document->contents(), m_event.id);
    showSource();
    m_known->showEvents(*m_document, { m_event });
    return true;
}

void EventInspector::showHead()
{
    const ZoneClock &clock = m_document->clock();
    const auto start = m_event.effectiveStart();
    const auto end = m_event.effectiveEnd();
    QString time = tr("Undated");
    if (start) {
        const auto certainty = m_event.asserted ? m_event.asserted->certainty : Certainty::Exact;
        time = clock.clockText(*start);
        if (certainty != Certainty::Exact)
            time = QString(wordFor(certainty) + u' ' + time);
        else if (!m_event.asserted && m_event.recorded.approximate)
            time = QString(u"~"_s + time);
        if (end && *end != *start)
            time += u"–"_s
                + (clock.isoDate(*start) == clock.isoDate(*end) ? clock.clockText(*end)
                                                                : clock.isoText(*end));
    }
    m_time->setText(time);
    QStringList words;
    if (start)
        words << clock.dateText(*start) << clock.offsetText(*start);
    if (m_event.asserted)
        words << tr("as you state");
    m_date->setText(words.isEmpty() ? tr("Nobody recorded when") : words.join(u" · "_s));
    m_star->setChecked(m_event.starred);
    m_star->setIcon(icon(m_event.starred ? u"star-filled"_s : u"star"_s, this));
    m_star->setToolTip(m_event.starred ? tr("Take the star away") : tr("Star"));
}

void EventInspector::showWords()
{
    setWords(m_title, visibleText(m_event.displayTitle()));
    m_title->setCursorPosition(0);
    m_recordedTitle->setVisible(!m_event.caption.isEmpty());
    m_recordedTitle->setWholeText(tr("Recorded: %1").arg(visibleText(m_event.title)));
    const bool hasText = !m_event.text.isEmpty() || m_event.title.size() > 40;
    m_text->setVisible(hasText);
    setWords(m_text, visibleText(m_event.text.isEmpty() ? m_event.title : m_event.text));
    constexpr int kMostHeight = 132;
    const int width = std::max(120, m_text->viewport()->width() - Space::kSmall);
    const QRect words = m_text->fontMetrics().boundingRect(
        QRect(0, 0, width, 10'000), Qt::TextWrapAnywhere | Qt::TextWordWrap, m_text->toPlainText());
    m_text->setFixedHeight(std::min(kMostHeight, words.height() + Space::kWide));
    setWords(m_note, m_event.note);
    const QSignalBlocker blocker(m_lane);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(m_event.kind)));
    m_lane->clear();
    m_lane->addItem(tr("No lane"), LaneId().toString());
    for (const Lane &lane : m_document->contents().lanes)
        m_lane->addItem(visibleText(lane.name), lane.id.toString());
    m_lane->setCurrentIndex(std::max(0, m_lane->findData(m_event.laneId.toString())));
}

void EventInspector::addRecorded(const QString &name, const QString &value)
{
    const int row = m_recorded->count() / 2;
    auto *text = new ElidedLabel(Qt::ElideRight, this);
    text->setFont(fontAt(font(), 0.85));
    text->setWholeText(value);
    m_recorded->addWidget(mutedLabel(name, 0.85, this), row, 0);
    m_recorded->addWidget(text, row, 1);
}

void EventInspector::showRecorded()
{
    clearLayout(m_recorded);
    const RecordedTime &time = m_event.recorded;
    const bool isOwn = !m_event.isImported();
    m_ownTime->setVisible(isOwn);
    if (isOwn) {
        const ZoneClock &clock = m_document->clock();
        setWords(m_ownStart, time.start ? clock.isoText(*time.start) : QString());
        setWords(m_ownEnd, time.end ? clock.isoText(*time.end) : QString());
        m_ownStart->setCursorPosition(0);
        m_ownEnd->setCursorPosition(0);
    } else {
        for (const auto &[name, value] : timeFacts(time, m_document->clock()))
            addRecorded(name, value);
    }
    // Undated own events get their time above; a second statement would only puzzle.
    m_statement->setVisible(!isOwn || m_event.asserted.has_value());
    m_statement->setEvent(m_event, m_document->clock().zoneId());
}

void EventInspector::showPeople()
{
    clearLayout(m_people);
    for (const PersonId id : m_event.actors) {
        const auto *person = findRecord<Person>(m_document->contents(), id);
        if (!person)
            continue;
        auto *chip = new Chip(visibleText(person->displayName()), true, m_people->parentWidget());
        connect(chip, &Chip::removeRequested, this, [this, id] {
            QList<PersonId> people = m_event.actors;
            people.removeAll(id);
            report(Editing::setEventPeople(*m_document, m_event.id, people));
        });
        m_people->addWidget(chip);
    }
    auto *add = new LinkButton(tr("Add person"), m_people->parentWidget());
    connect(add, &LinkButton::clicked, this, &EventInspector::addPersonMenu);
    m_people->addWidget(add);
}

void EventInspector::addPersonMenu()
{
    QMenu menu(this);
    for (const Person &person : m_document->contents().people) {
        if (m_event.actors.contains(person.id))
            continue;
        menu.addAction(visibleText(person.displayName()).replace(u'&', u"&&"_s), this,
                       [this, id = person.id] {
                           QList<PersonId> people = m_event.actors;
                           people << id;
                           report(Editing::setEventPeople(*m_document, m_event.id, people));
                       });
    }
    if (menu.isEmpty())
        menu.addAction(tr("Nobody else is in the cast"))->setEnabled(false);
    menu.exec(QCursor::pos());
}

void EventInspector::showCodes()
{
    clearLayout(m_codeChips);
    for (const Coding &coding : m_document->contents().codings) {
        if (coding.target != target())
            continue;
        QString name;
        for (const Code &code : m_codes)
            name = code.id == coding.codeId ? code.name : name;
        auto *chip = new Chip(name, true, m_codeChips->parentWidget());
        connect(chip, &Chip::removeRequested, this,
                [this, id = coding.id] { report(Editing::removeCoding(*m_document, id)); });
        m_codeChips->addWidget(chip);
    }
    m_codeChips->parentWidget()->setVisible(m_codeChips->count() > 0);
}

void EventInspector::pickCode()
{
    if (!m_document)
        return;
    QSet<CodeId> used;
    for (const Coding &coding : m_document->contents().codings) {
        if (coding.target == target())
            used << coding.codeId;
    }
    m_picker->setCodes(m_codes, used);
    m_picker->popUpUnder(m_addCode);
}

void EventInspector::showSupports()
{
    clearLayout(m_supports);
    int count = 0;
    for (const EvidenceLink &link : m_document->contents().evidenceLinks) {
        if (link.eventId != m_event.id)
            continue;
        const QString title = targetTitle(m_document->contents(), link.target);
        auto *button = new LinkButton(title.isEmpty() ? targetKindWord(link.target.kind) : title,
                                      m_supportsBox);
        button->setToolTip(
            plainToolTip(QString(targetKindWord(link.target.kind) + u": "_s + title)));
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(button, &LinkButton::clicked, this,
                [this, to = link.target] { emit targetRequested(to); });
        m_supports->addWidget(button);
        ++count;
    }
    if (count == 0)
        m_supports->addWidget(mutedLabel(tr("Nothing yet"), 0.85, m_supportsBox));
}

void EventInspector::showSource()
{
    const auto *source = findRecord<EvidenceSource>(m_document->contents(), m_event.sourceId);
    m_sourceBox->setVisible(source != nullptr);
    if (source)
        m_source->setWholeText(visibleText(source->fileName + u", "_s + m_event.place));
}

void EventInspector::editOwnTime()
{
    if (!m_document || m_event.isImported())
        return;
    const ZoneClock &clock = m_document->clock();
    const auto start = readTimeEntry(m_ownStart->text(), clock, m_event.recorded.start);
    const QString endText = m_ownEnd->text().trimmed();
    const auto end = readTimeEntry(endText, clock, start);
    if (!start || (!endText.isEmpty() && !end)) {
        if (!m_ownStart->text().trimmed().isEmpty())
            emit statusMessage(tr("Write times like 2026-03-12 14:07 or 14:07:35"));
        return;
    }
    // The field shows whole seconds: what it was filled with is no edit.
    const auto shown = [&clock](const std::optional<TimePoint> &time) {
        return time ? clock.isoText(*time) : QString();
    };
    if (shown(start) == shown(m_event.recorded.start) && shown(end) == shown(m_event.recorded.end))
        return;
    report(Editing::setDuration(*m_document, m_event.id, *start, end));
}

void EventInspector::report(const Result<void> &done)
{
    if (!done)
        emit statusMessage(done.error().toString());
}

} // namespace SecondStory::Ui
