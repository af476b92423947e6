// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/triagecard.h"

#include "domain/labels.h"
#include "editing/reviewdocument.h"
#include "evidence/evidencewords.h"
#include "figures/timeline/eventmarks.h"
#include "inspector/timestatement.h"
#include "theme/theme.h"
#include "theme/widgets.h"

#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kNeighbours = 3;
/// How far the lane's neighbours are looked for among the rows of all lanes.
constexpr size_t kReach = 20'000;
constexpr int kLineLength = 120;

QString dot()
{
    return u"  ·  "_s;
}

QString oneLine(const Event &event, const ZoneClock &clock)
{
    QString words = visibleText(event.displayTitle()).simplified();
    if (words.size() > kLineLength)
        words = words.left(kLineLength - 1) + u'…';
    const auto start = event.effectiveStart();
    return start ? QString(clock.clockText(*start) + u"   "_s + words) : words;
}

/// The nearest events of the same lane in one direction, nearest first.
QList<qint64> neighbours(const EventTable &events, size_t row, int step)
{
    QList<qint64> found;
    const quint16 lane = events.rows[row].lane;
    size_t at = row;
    for (size_t i = 0; i < kReach && found.size() < kNeighbours; ++i) {
        if ((step < 0 && at == 0) || (step > 0 && at + 1 >= events.rows.size()))
            break;
        at = step < 0 ? at - 1 : at + 1;
        if (events.rows[at].lane == lane)
            found.append(events.rows[at].seq);
    }
    return found;
}

QString linesOf(const TimelineModel &model, const QList<qint64> &seqs)
{
    QStringList lines;
    for (const Event &event : model.eventsBySeq(seqs))
        lines << oneLine(event, model.clock());
    return lines.join(u'\n');
}

} // namespace

TriageCard::TriageCard(QWidget *parent)
    : QFrame(parent)
    , m_time(plainLabel({}, 1.5, QFont::DemiBold, this))
    , m_basis(mutedLabel({}, 1.0, this))
    , m_origin(wrappedLabel(this))
    , m_before(mutedLabel({}, 1.0, this))
    , m_text(new QPlainTextEdit(this))
    , m_after(mutedLabel({}, 1.0, this))
    , m_marks(wrappedLabel(this))
    , m_note(wrappedLabel(this))
{
    m_time->setFont(tabular(m_time->font()));
    for (QLabel *lines : { m_before, m_after })
        lines->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_text->setReadOnly(true);
    m_text->document()->setDocumentMargin(0);
    m_text->setFont(fontAt(font(), 1.15));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFocusPolicy(Qt::NoFocus);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Text of the event"));
    m_text->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kSection, Space::kWide, Space::kSection, Space::kWide);
    layout->setSpacing(Space::kTiny);
    layout->addWidget(m_time);
    layout->addWidget(m_basis);
    layout->addWidget(m_origin);
    layout->addSpacing(Space::kSmall);
    layout->addWidget(m_before);
    layout->addWidget(hairline(this));
    layout->addWidget(m_text, 1);
    layout->addWidget(hairline(this));
    layout->addWidget(m_after);
    layout->addSpacing(Space::kSmall);
    layout->addWidget(m_marks);
    layout->addWidget(m_note);
}

void TriageCard::showNothing(const QString &why)
{
    for (QLabel *label : { m_basis, m_origin, m_before, m_after, m_marks, m_note })
        label->clear();
    m_time->setText(why);
    m_text->clear();
    m_words = why;
}

void TriageCard::showItem(TimelineModel &model, qint64 seq, const QList<Code> &codes, bool isRead)
{
    const auto event = model.eventBySeq(seq);
    if (!event) {
        showNothing(tr("This event is no longer in the review"));
        return;
    }
    showTime(*event, model.clock());
    showOrigin(model, *event);
    QString text = event->text;
    if (!event->caption.isEmpty())
        text = event->caption + u"\n\n"_s + (text.isEmpty() ? event->title : text);
    else if (text.isEmpty())
        text = event->title;
    text = visibleText(text);
    if (m_text->toPlainText() != text)
        m_text->setPlainText(text);
    showMarks(model, *event, codes, isRead);
    showContext(model, *event, seq);
    m_words =
        QStringList{ m_time->text(), m_basis->text(), m_origin->text(), text, m_marks->text() }
            .join(u", "_s);
}

void TriageCard::showTime(const Event &event, const ZoneClock &clock)
{
    const auto start = event.effectiveStart();
    const auto end = event.effectiveEnd();
    QString time = tr("Undated");
    if (start) {
        time = clock.isoText(*start);
        if (!event.asserted && event.recorded.approximate)
            time = QString(u'~' + time);
        if (end && *end != *start)
            time += u" – "_s
                + (clock.isoDate(*start) == clock.isoDate(*end) ? clock.clockText(*end)
                                                                : clock.isoText(*end));
    }
    m_time->setText(time);
    QStringList words;
    if (start)
        words << QString(clock.zoneId() + u' ' + clock.offsetText(*start));
    if (event.asserted)
        words << tr("as stated: %1").arg(wordFor(event.asserted->certainty));
    words << SecondStory::wordFor(event.recorded.basis);
    if (!event.recorded.text.isEmpty())
        words << tr("written as %1").arg(visibleText(event.recorded.text));
    m_basis->setText(words.join(dot()));
}

void TriageCard::showOrigin(const TimelineModel &model, const Event &event)
{
    QStringList words;
    for (const PersonId id : event.actors) {
        const Person *person =
            model.document() ? findRecord<Person>(model.document()->contents(), id) : nullptr;
        if (person)
            words << visibleText(person->displayName());
    }
    for (const Lane &lane : model.lanes()) {
        if (lane.id == event.laneId)
            words << tr("in %1").arg(visibleText(lane.name));
    }
    const EvidenceSource *source = model.document()
        ? findRecord<EvidenceSource>(model.document()->contents(), event.sourceId)
        : nullptr;
    if (source)
        words << visibleText(source->fileName);
    else if (!event.isImported())
        words << tr("added here");
    if (!event.place.isEmpty())
        words << visibleText(event.place);
    m_origin->setText(words.join(dot()));
}

void TriageCard::showMarks(const TimelineModel &model, const Event &event, const QList<Code> &codes,
                           bool isRead)
{
    QStringList words{ Figures::eventKindLabel(event.kind) };
    if (event.starred)
        words << tr("★ starred");
    if (model.document()) {
        const ReviewContents &contents = model.document()->contents();
        const TargetRef target{ TargetKind::Event, event.id.value };
        for (const Coding &coding : contents.codings) {
            const auto code = std::find_if(codes.begin(), codes.end(),
                                           [&](const Code &c) { return c.id == coding.codeId; });
            if (coding.target == target && code != codes.end())
                words << tr("code: %1").arg(code->name);
        }
        for (const Moment &moment : contents.moments) {
            if (moment.events.contains(event.id))
                words << tr("moment: %1").arg(visibleText(moment.title));
        }
        for (const Question &question : contents.questions) {
            if (question.about == target)
                words << tr("question: %1").arg(visibleText(question.text));
        }
        const auto supports =
            std::count_if(contents.evidenceLinks.begin(), contents.evidenceLinks.end(),
                          [&](const EvidenceLink &link) { return link.eventId == event.id; });
        if (supports > 0)
            words << tr("evidence of %n thing(s)", nullptr, static_cast<int>(supports));
    }
    if (isRead)
        words << tr("read before");
    m_marks->setText(words.join(dot()));
    m_note->setVisible(!event.note.isEmpty());
    m_note->setText(tr("Note: %1").arg(visibleText(event.note)));
}

void TriageCard::showContext(TimelineModel &model, const Event &event, qint64 seq)
{
    QList<qint64> before;
    QList<qint64> after;
    const auto row = event.effectiveStart() ? model.rowOf(seq) : std::nullopt;
    if (row) {
        before = neighbours(model.events(), *row, -1);
        std::reverse(before.begin(), before.end());
        after = neighbours(model.events(), *row, 1);
    }
    m_before->setText(before.isEmpty() ? tr("Nothing before it in this lane")
                                       : linesOf(model, before));
    m_after->setText(after.isEmpty() ? tr("Nothing after it in this lane") : linesOf(model, after));
}

void TriageCard::scrollText(double share)
{
    QScrollBar *bar = m_text->verticalScrollBar();
    bar->setValue(bar->value() + static_cast<int>(share * bar->pageStep()));
}

QString TriageCard::marksText() const
{
    return m_marks->text();
}

QString TriageCard::fullText() const
{
    return m_text->toPlainText();
}

void TriageCard::paintEvent(QPaintEvent *)
{
    const Figures::Palette &palette = paletteFor(this);
    const bool hasFocus = parentWidget() && parentWidget()->hasFocus();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(palette.surface);
    painter.setPen(QPen(hasFocus ? palette.accent : palette.line, hasFocus ? 2 : 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

} // namespace SecondStory::Ui
