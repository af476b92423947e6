// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/clockpanel.h"

#include "domain/skewtext.h"
#include "domain/timeentry.h"
#include "editing/reviewdocument.h"
#include "editing/sourceedits.h"
#include "evidence/evidencewords.h"
#include "reports/eventpicker.h"
#include "store/library.h"
#include "theme/theme.h"
#include "theme/tooltip.h"
#include "widgets/smallwidgets.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kWaitMs = 180; ///< so that typing does not start a preview with every letter
/// From here on the edit takes long enough to be seen.
constexpr qint64 kManyEvents = 5'000;

void tint(QLabel *label, const QColor &colour)
{
    QPalette ink = label->palette();
    ink.setColor(QPalette::WindowText, colour);
    label->setPalette(ink);
}

} // namespace

ClockPanel::ClockPanel(QWidget *parent)
    : QWidget(parent)
    , m_wanted(std::make_shared<std::atomic<int>>(0))
{
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kWaitMs);
    connect(&m_timer, &QTimer::timeout, this, &ClockPanel::preview);
    build();
}

ClockPanel::~ClockPanel()
{
    stop();
    m_pool.waitForDone();
}

void ClockPanel::stop()
{
    ++*m_wanted;
}

void ClockPanel::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QWidget::hideEvent(event);
}

const EvidenceSource *ClockPanel::source() const
{
    return m_document ? findRecord<EvidenceSource>(m_document->contents(), m_source) : nullptr;
}

void ClockPanel::setSource(Editing::ReviewDocument *document, SourceId id)
{
    const bool isSame = m_document == document && m_source == id;
    m_document = document;
    m_source = id;
    const EvidenceSource *stored = source();
    setEnabled(stored && !stored->removed && !document->library().isReadOnly());
    const SourceClock clock = stored ? clockOf(*stored) : SourceClock();
    // What somebody is typing outlives edits of other things.
    if (isSame && clock == m_stored)
        return;
    m_stored = clock;
    m_anchor = {};
    m_anchorTime.reset();
    showClock(clock);
}

void ClockPanel::showClock(const SourceClock &clock)
{
    {
        const QSignalBlocker a(m_zone);
        const QSignalBlocker b(m_date);
        const QSignalBlocker c(m_start);
        const QSignalBlocker d(m_skew);
        if (clock.zone.isEmpty())
            m_zone->setCurrentIndex(0);
        else
            m_zone->setCurrentText(clock.zone);
        m_date->setText(clock.date ? toRfc3339(fromUtc(*clock.date)).left(10) : QString());
        m_start->setText(clock.start && m_document ? m_document->clock().isoText(*clock.start)
                                                   : QString());
        m_skew->setText(clock.skewUs == 0 ? QString() : skewText(clock.skewUs));
    }
    m_anchorBox->setVisible(!m_anchor.isNull());
    m_anchorAt->clear();
    refresh();
}

std::optional<SourceClock> ClockPanel::clock() const
{
    const EvidenceSource *stored = source();
    if (!stored || !problem().isEmpty())
        return {};
    SourceClock clock = clockOf(*stored);
    const QString zone = m_zone->currentText().trimmed();
    clock.zone = zone == m_zone->itemText(0) ? QString() : zone;
    clock.date = readDayEntry(m_date->text());
    // The field shows whole seconds: what it was filled with is no correction.
    const auto shown = clock.start ? m_document->clock().isoText(*clock.start) : QString();
    if (m_start->text().trimmed() != shown)
        clock.start = readTimeEntry(m_start->text(), m_document->clock());
    clock.skewUs = readSkew(m_skew->text()).value_or(0);
    return clock;
}

QString ClockPanel::problem() const
{
    const QString zone = m_zone->currentText().trimmed();
    if (zone != m_zone->itemText(0) && !ZoneClock::isKnownZone(zone))
        return tr("There is no time zone “%1”. Write it like Europe/Paris.").arg(zone);
    const QString day = m_date->text().trimmed();
    if (!day.isEmpty() && !readDayEntry(day))
        return tr("“%1” is no day. Write it like 2026-03-12.").arg(day);
    const QString start = m_start->text().trimmed();
    if (!start.isEmpty() && !readTimeEntry(start, m_document->clock()))
        return tr("“%1” is no time. Write it like 2026-03-12 14:16.").arg(start);
    if (!readSkew(m_skew->text()))
        return tr("“%1” is no span of time. Write it like +90 s, -1 h or 00:02:10.")
            .arg(m_skew->text().trimmed());
    return {};
}

void ClockPanel::refresh()
{
    const EvidenceSource *stored = source();
    if (!stored)
        return;
    const auto wanted = clock();
    const bool isChange = wanted && *wanted != clockOf(*stored);
    m_apply->setEnabled(isChange);
    m_reset->setEnabled(!wanted || isChange);
    if (!wanted) {
        stop();
        m_timer.stop();
        m_sentence->setText(problem());
        tint(m_sentence, paletteFor(this).warning);
        showLines({});
        return;
    }
    m_timer.start();
}

void ClockPanel::preview()
{
    const EvidenceSource *stored = source();
    const auto wanted = clock();
    if (!stored || !wanted)
        return;
    const int number = ++*m_wanted;
    ++m_previewing;
    QtConcurrent::run(&m_pool,
                      [path = m_document->library().path(), source = *stored, clock = *wanted,
                       number, current = m_wanted]() -> Result<Services::RetimingPreview> {
                          const auto goOn = [&] { return *current == number; };
                          const auto library = Store::Library::open(path);
                          if (!library)
                              return failure(library.error());
                          return Services::previewRetiming(**library, source, clock, goOn);
                      })
        .then(this, [this, number](const Result<Services::RetimingPreview> &preview) {
            --m_previewing;
            takePreview(number, preview);
        });
}

void ClockPanel::takePreview(int number, const Result<Services::RetimingPreview> &preview)
{
    const EvidenceSource *stored = source();
    if (number != *m_wanted || !stored)
        return;
    const auto wanted = clock();
    const bool isChange = wanted && *wanted != clockOf(*stored);
    tint(m_sentence, paletteFor(this).text);
    if (!preview) {
        m_sentence->setText(preview.error().toString());
        showLines({});
    } else {
        m_sentence->setText(isChange ? QString(Services::sentenceOf(*preview) + u'.')
                                     : tr("Change something, and what would move is shown here."));
        showLines(isChange ? preview->first : QList<Services::RetimedLine>());
        showNeeds(*preview);
    }
    emit previewed();
}

void ClockPanel::showLines(const QList<Services::RetimedLine> &lines)
{
    m_lines->setVisible(!lines.isEmpty());
    m_lines->setRowCount(static_cast<int>(lines.size()));
    for (int row = 0; row < lines.size(); ++row) {
        const Services::RetimedLine &line = lines[row];
        const auto words = [this](const std::optional<TimePoint> &time) {
            return time ? m_document->clock().isoText(*time) : tr("undated");
        };
        const QString texts[]{ visibleText(line.text), words(line.before), words(line.after),
                               visibleText(line.title) };
        for (int column = 0; column < 4; ++column) {
            auto item = std::make_unique<QTableWidgetItem>(texts[column].left(300));
            item->setToolTip(plainToolTip(texts[column].left(2'000)));
            m_lines->setItem(row, column, item.release());
        }
    }
    m_lines->resizeColumnsToContents();
    const int widest = fontMetrics().averageCharWidth() * 30;
    m_lines->setColumnWidth(0, std::min(widest, m_lines->columnWidth(0)));
}

void ClockPanel::showNeeds(const Services::RetimingPreview &preview)
{
    const auto say = [&preview](QLabel *label, qint64 count) {
        label->setText(count == 0 ? tr("no time of this file needs it")
                                  : tr("%1 of %2 times need it").arg(count).arg(preview.events));
    };
    say(m_zoneNeed, preview.needZone);
    say(m_dateNeed, preview.needDate);
    say(m_startNeed, preview.needStart);
}

void ClockPanel::anchor(EventId id)
{
    const auto event = m_document ? m_document->event(id) : std::nullopt;
    if (!event || event->sourceId != m_source)
        return;
    if (!event->recorded.start) {
        emit statusMessage(tr("This event has no time that could be compared"));
        return;
    }
    m_anchor = id;
    m_anchorTime = event->recorded.start;
    m_anchorWords->setText(tr("“%1” stands at %2. It really was at")
                               .arg(visibleText(event->displayTitle()).left(80),
                                    m_document->clock().isoText(*m_anchorTime)));
    m_anchorBox->show();
    m_anchorAt->clear();
    m_anchorAt->setFocus();
}

void ClockPanel::takeAnchor()
{
    const EvidenceSource *stored = source();
    const auto at = readTimeEntry(m_anchorAt->text(), m_document->clock(), m_anchorTime);
    if (stored && m_anchorTime && at)
        moveAnchorTo(*stored, *at);
}

void ClockPanel::moveAnchorTo(const EvidenceSource &stored, TimePoint at)
{
    const qint64 skew = clockOf(stored).skewUs + at.us - m_anchorTime->us;
    m_skew->setText(skew == 0 ? QString() : skewText(skew));
}

void ClockPanel::pickOther()
{
    if (!m_document)
        return;
    auto *picker = new EventPicker(*m_document, this);
    picker->setAttribute(Qt::WA_DeleteOnClose);
    connect(picker, &EventPicker::picked, this, [this, picker](EventId id) {
        picker->deleteLater();
        // Return goes on from here, for whoever works with keys.
        m_anchorAt->setFocus();
        const auto event = m_document ? m_document->event(id) : std::nullopt;
        const auto start = event ? event->effectiveStart() : std::nullopt;
        if (!start) {
            emit statusMessage(tr("This event has no time that could be compared"));
            return;
        }
        if (event->sourceId == m_source && !event->asserted) {
            emit statusMessage(
                tr("This event is of the same file: its clock is the one in question"));
            return;
        }
        m_anchorAt->setText(m_document->clock().isoText(*start));
        if (const EvidenceSource *stored = source(); stored && m_anchorTime)
            moveAnchorTo(*stored, *start);
    });
    picker->openAt(m_anchorOther->mapToGlobal(m_anchorOther->rect().bottomLeft()));
}

void ClockPanel::apply()
{
    const EvidenceSource *stored = source();
    const auto wanted = clock();
    if (!stored || !wanted || *wanted == clockOf(*stored))
        return;
    stop();
    m_pool.waitForDone();
    const bool isLong = stored->imported > kManyEvents;
    if (isLong) {
        QApplication::setOverrideCursor(Qt::WaitCursor);
        m_sentence->setText(tr("Moving %n event(s)…", nullptr, static_cast<int>(stored->imported)));
    }
    m_anchor = {};
    const auto done = Editing::setSourceClock(*m_document, m_source, *wanted);
    if (isLong)
        QApplication::restoreOverrideCursor();
    if (!done)
        emit statusMessage(done.error().toString());
    else
        emit statusMessage(tr("The clock of %1 is corrected; undo puts it back")
                               .arg(visibleText(source()->fileName)));
}

} // namespace SecondStory::Ui
