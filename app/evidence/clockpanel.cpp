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
#include "theme/widgets.h"
#include "theme/zonecombo.h"
#include "widgets/smallwidgets.h"

#include <QApplication>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kWaitMs = 180; ///< so that typing does not start a preview with every letter
constexpr int kLinesSeen = 5;
/// From here on the edit takes long enough to be seen.
constexpr qint64 kManyEvents = 5'000;

void place(QGridLayout *grid, int column, const QString &name, QWidget *editor, QLabel *need)
{
    auto *label = mutedLabel(name, 0.85, editor->parentWidget());
    label->setBuddy(editor);
    editor->setAccessibleName(name);
    grid->addWidget(label, 0, column);
    grid->addWidget(editor, 1, column);
    if (need)
        grid->addWidget(need, 2, column);
}

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

void ClockPanel::build()
{
    auto *intro = mutedLabel(
        tr("What was assumed of the clock this file was written by. Correct it, and its events "
           "move; the recorded words, and times that you stated, stay."),
        1.0, this);
    intro->setWordWrap(true);
    m_zone = makeZoneCombo(u"UTC"_s, this);
    m_zone->insertItem(0, tr("Not known"));
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zone->setMinimumContentsLength(16);
    m_date = new QLineEdit(this);
    m_date->setPlaceholderText(tr("2026-03-12"));
    m_start = new QLineEdit(this);
    m_start->setPlaceholderText(tr("2026-03-12 14:16"));
    m_skew = new QLineEdit(this);
    m_skew->setPlaceholderText(tr("+90 s, -1 h, 00:02:10"));
    m_zoneNeed = mutedLabel({}, 0.85, this);
    m_dateNeed = mutedLabel({}, 0.85, this);
    m_startNeed = mutedLabel({}, 0.85, this);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Space::kPanel);
    grid->setVerticalSpacing(2);
    place(grid, 0, tr("Time zone"), m_zone, m_zoneNeed);
    place(grid, 1, tr("Date"), m_date, m_dateNeed);
    place(grid, 2, tr("Start"), m_start, m_startNeed);
    place(grid, 3, tr("Skew: how far it was behind"), m_skew, nullptr);
    for (int column = 0; column < 4; ++column)
        grid->setColumnStretch(column, 1);
    m_sentence = plainLabel({}, 1.0, QFont::DemiBold, this);
    m_sentence->setWordWrap(true);
    m_sentence->setAccessibleName(tr("What would move"));
    m_lines = new QTableWidget(0, 4, this);
    makeQuiet(m_lines);
    m_lines->setHorizontalHeaderLabels({ tr("As found"), tr("Now"), tr("Then"), tr("Event") });
    m_lines->horizontalHeader()->setStretchLastSection(true);
    m_lines->setAccessibleName(tr("The first events that move"));
    m_lines->setFixedHeight(m_lines->verticalHeader()->defaultSectionSize() * (kLinesSeen + 1) + 2);
    m_apply = new QPushButton(tr("Correct the clock"), this);
    makePrimary(m_apply);
    m_reset = new QPushButton(tr("As it is stored"), this);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Space::kSmall);
    foot->addStretch();
    foot->addWidget(m_reset);
    foot->addWidget(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Space::kPanel, Space::kWide, Space::kPanel);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(intro);
    layout->addLayout(grid);
    layout->addWidget(buildAnchor());
    layout->addWidget(hairline(this));
    layout->addWidget(m_sentence);
    layout->addWidget(m_lines);
    layout->addLayout(foot);
    layout->addStretch();
    connect(m_zone, &QComboBox::currentTextChanged, this, &ClockPanel::refresh);
    for (QLineEdit *edit : { m_date, m_start, m_skew }) {
        connect(edit, &QLineEdit::textChanged, this, &ClockPanel::refresh);
        connect(edit, &QLineEdit::returnPressed, m_apply, &QPushButton::click);
    }
    connect(m_apply, &QPushButton::clicked, this, &ClockPanel::apply);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (const EvidenceSource *stored = source())
            showClock(clockOf(*stored));
    });
}

QWidget *ClockPanel::buildAnchor()
{
    m_anchorBox = new QWidget(this);
    m_anchorWords = plainLabel({}, 1.0, QFont::Normal, m_anchorBox);
    m_anchorWords->setWordWrap(true);
    m_anchorAt = new QLineEdit(m_anchorBox);
    m_anchorAt->setPlaceholderText(tr("2026-03-12 14:07:35"));
    m_anchorAt->setAccessibleName(tr("When it really was"));
    m_anchorAt->setMaximumWidth(fontMetrics().averageCharWidth() * 28);
    m_anchorOther = new LinkButton(tr("The time of another event…"), m_anchorBox);
    auto *layout = new QHBoxLayout(m_anchorBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(m_anchorWords, 1);
    layout->addWidget(m_anchorAt);
    layout->addWidget(m_anchorOther);
    connect(m_anchorAt, &QLineEdit::textEdited, this, &ClockPanel::takeAnchor);
    connect(m_anchorAt, &QLineEdit::returnPressed, m_apply, &QPushButton::click);
    connect(m_anchorOther, &LinkButton::clicked, this, &ClockPanel::pickOther);
    return m_anchorBox;
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
            item->setToolTip(texts[column].left(2'000).toHtmlEscaped());
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
    connect(picker, &EventPicker::picked, this, [this](EventId id) {
        const auto event = m_document ? m_document->event(id) : std::nullopt;
        const auto start = event ? event->effectiveStart() : std::nullopt;
        if (!start) {
            emit statusMessage(tr("This event has no time that could be compared"));
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
    if (isLong)
        QApplication::setOverrideCursor(Qt::WaitCursor);
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
