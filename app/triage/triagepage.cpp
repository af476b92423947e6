// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/triagepage.h"

#include "coding/codepicker.h"
#include "editing/reviewdocument.h"
#include "store/library.h"
#include "store/reviewrepository.h"
#include "theme/theme.h"
#include "theme/widgets.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kWidestCard = 900;

} // namespace

TriagePage::TriagePage(TimelineModel &model, TimelineSelection &selection, QWidget *over)
    : QWidget(over)
    , m_model(model)
    , m_selection(selection)
    , m_over(over)
    , m_place(model.document()->id().toString())
{
    build();
    m_place.load();
    m_over->installEventFilter(this);
    connect(&model, &TimelineModel::contentChanged, this, [this] {
        if (isVisible()) {
            dropGone();
            showCurrent();
        }
    });
    connect(m_picker, &CodePicker::picked, this, &TriagePage::applyCode);
    hide();
}

TriagePage::~TriagePage()
{
    m_place.save();
}

void TriagePage::build()
{
    setFocusPolicy(Qt::StrongFocus);
    m_progress = plainLabel({}, 1.0, QFont::DemiBold, this);
    m_unread = new QToolButton(this);
    m_unread->setText(tr("Only unread (X)"));
    m_unread->setCheckable(true);
    m_unread->setAutoRaise(true);
    m_unread->setFocusPolicy(Qt::TabFocus);
    m_close = new QToolButton(this);
    m_close->setText(tr("Back to the timeline (Esc)"));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_card = new TriageCard(this);
    m_card->setMaximumWidth(kWidestCard);
    m_lineBox = new QWidget(this);
    m_lineBox->setMaximumWidth(kWidestCard);
    m_lineLabel = plainLabel({}, 1.0, QFont::Normal, m_lineBox);
    m_line = new QLineEdit(m_lineBox);
    m_line->installEventFilter(this);
    auto *lineRow = new QHBoxLayout(m_lineBox);
    lineRow->setContentsMargins(0, 0, 0, 0);
    lineRow->addWidget(m_lineLabel);
    lineRow->addWidget(m_line, 1);
    m_lineBox->hide();
    auto *legend = mutedLabel({}, 0.85, this);
    legend->setWordWrap(true);
    legend->setMaximumWidth(kWidestCard);
    QStringList keys;
    for (const KeyHelp &help : keyHelp())
        keys << QString(help.keys + u"\u00a0\u00a0"_s
                        + QString(help.what).replace(u' ', QChar::Nbsp));
    legend->setText(keys.join(u"     "_s));
    m_picker = new CodePicker(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_progress, 1);
    head->addWidget(m_unread);
    head->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kWide, Space::kSmall, Space::kWide, Space::kPanel);
    layout->setSpacing(Space::kSmall);
    layout->addLayout(head);
    for (QWidget *part :
         { static_cast<QWidget *>(m_card), m_lineBox, static_cast<QWidget *>(legend) }) {
        auto *row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(part, 1000);
        row->addStretch(1);
        layout->addLayout(row, part == m_card ? 1 : 0);
    }
    connect(m_unread, &QToolButton::toggled, this, &TriagePage::setOnlyUnread);
    connect(m_close, &QToolButton::clicked, this, &TriagePage::leave);
    connect(m_line, &QLineEdit::returnPressed, this, &TriagePage::takeLine);
}

void TriagePage::begin()
{
    const auto codes = m_model.document()->library().reviews().codes();
    if (!codes)
        Q_EMIT refused(codes.error().toString());
    m_codes = codes.value_or(QList<Code>());
    const bool startsAtSelected = m_selection.seqs().size() == 1;
    fillQueue();
    const qint64 wanted = startsAtSelected ? m_selection.current() : m_place.at();
    const auto at = std::find(m_queue.begin(), m_queue.end(), wanted);
    const auto unread = std::find_if(m_queue.begin(), m_queue.end(),
                                     [this](qint64 seq) { return !m_place.isRead(seq); });
    const auto first = at != m_queue.end() ? at
        : unread != m_queue.end()          ? unread
                                           : m_queue.begin();
    m_pace.restart();
    setGeometry(m_over->rect());
    show();
    raise();
    setFocus();
    go(first - m_queue.begin());
}

void TriagePage::fillQueue()
{
    m_queue = m_model.shownSeqs();
    if (m_selection.seqs().size() > 1)
        std::erase_if(m_queue, [this](qint64 seq) { return !m_selection.contains(seq); });
}

void TriagePage::leave()
{
    endLine();
    m_place.save();
    hide();
    Q_EMIT left();
}

qint64 TriagePage::currentSeq() const
{
    return m_at < count() ? m_queue[static_cast<size_t>(m_at)] : 0;
}

std::optional<Event> TriagePage::current() const
{
    return currentSeq() == 0 ? std::nullopt : m_model.eventBySeq(currentSeq());
}

void TriagePage::go(qsizetype to)
{
    m_at = std::clamp<qsizetype>(to, 0, std::max<qsizetype>(0, count() - 1));
    m_wasRead = m_place.isRead(currentSeq());
    m_place.setAt(currentSeq());
    if (currentSeq() != 0)
        m_selection.selectOnly(currentSeq());
    showCurrent();
}

void TriagePage::step(int by)
{
    if (count() == 0)
        return;
    if (by > 0) {
        m_place.setRead(currentSeq());
        m_pace.step();
    }
    qsizetype to = m_at + by;
    const auto isPassed = [this](qsizetype i) {
        return m_onlyUnread && m_place.isRead(m_queue[static_cast<size_t>(i)]);
    };
    while (to >= 0 && to < count() && isPassed(to))
        to += by;
    if (to < 0 || to >= count()) {
        m_place.save();
        m_wasRead = m_place.isRead(currentSeq());
        showCurrent();
        return;
    }
    go(to);
}

void TriagePage::setOnlyUnread(bool isOnly)
{
    m_onlyUnread = isOnly;
    m_unread->setChecked(isOnly);
    showCurrent();
}

QString TriagePage::progressText() const
{
    if (count() == 0)
        return tr("Nothing to read in this view");
    QString text = tr("%L1 of %L2 in this view").arg(m_at + 1).arg(count());
    if (const int pace = m_pace.perMinute(); pace > 0)
        text += tr(", about %n a minute", nullptr, pace);
    const auto done = [this](qint64 seq) { return m_place.isRead(seq); };
    if (m_at + 1 == count() && done(currentSeq()))
        text += tr(", the last one");
    return text;
}

void TriagePage::showCurrent()
{
    m_progress->setText(progressText());
    if (currentSeq() == 0)
        m_card->showNothing(tr("Nothing to read in this view"));
    else
        m_card->showItem(m_model, currentSeq(), m_codes, m_wasRead);
    const QString words = tr("Reading, %1: %2").arg(progressText(), m_card->inWords());
    if (words == accessibleName())
        return;
    setAccessibleName(words);
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

void TriagePage::dropGone()
{
    if (count() == 0 || current())
        return;
    // Only the removal of a source or of an own event gets here: the rest of the queue is looked
    // through once.
    const qint64 at = currentSeq();
    std::vector<qint64> there;
    for (const auto *rows : { &m_model.events().rows, &m_model.events().undated }) {
        for (const EventRow &row : *rows)
            there.push_back(row.seq);
    }
    std::sort(there.begin(), there.end());
    const auto isGone = [&](qint64 seq) {
        return !std::binary_search(there.begin(), there.end(), seq);
    };
    const auto place = std::find(m_queue.begin(), m_queue.end(), at);
    m_at = std::count_if(m_queue.begin(), place, [&](qint64 seq) { return !isGone(seq); });
    std::erase_if(m_queue, isGone);
    m_at = std::clamp<qsizetype>(m_at, 0, std::max<qsizetype>(0, count() - 1));
}

bool TriagePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_over && event->type() == QEvent::Resize && isVisible())
        setGeometry(m_over->rect());
    if (watched == m_line
        && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                endLine();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TriagePage::focusInEvent(QFocusEvent *event)
{
    m_card->update();
    QWidget::focusInEvent(event);
}

void TriagePage::focusOutEvent(QFocusEvent *event)
{
    m_card->update();
    QWidget::focusOutEvent(event);
}

void TriagePage::paintEvent(QPaintEvent *)
{
    const Figures::Palette &palette = paletteFor(this);
    QPainter painter(this);
    painter.fillRect(rect(), palette.window);
    if (count() == 0)
        return;
    // How far one is, as a line along the top.
    const double share = static_cast<double>(m_at + 1) / static_cast<double>(count());
    painter.fillRect(QRectF(0, 0, width(), 3), palette.line);
    painter.fillRect(QRectF(0, 0, width() * share, 3), palette.accent);
}

} // namespace SecondStory::Ui
