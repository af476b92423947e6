// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/momentsstrip.h"

#include "editing/reviewdocument.h"
#include "moments/momentwords.h"
#include "theme/theme.h"
#include "theme/tooltip.h"
#include "timeline/wheelsteps.h"
#include "widgets/smallwidgets.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr double kSerif = 4; ///< the bent ends of a bracket

double crisp(double x)
{
    return std::floor(x) + 0.5;
}

} // namespace

MomentsStrip::MomentsStrip(TimelineModel &model, TimelineViewport &viewport, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_viewport(viewport)
    , m_head(new LinkButton({}, parent))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_head->setFont(fontAt(font(), 0.85));
    connect(m_head, &LinkButton::clicked, this, &MomentsStrip::allRequested);
    connect(&viewport, &TimelineViewport::scaleChanged, this, qOverload<>(&QWidget::update));
    if (model.document()) {
        connect(model.document(), &Editing::ReviewDocument::changed, this,
                &MomentsStrip::takeChange);
        connect(model.document(), &Editing::ReviewDocument::eventsReloaded, this,
                &MomentsStrip::reread);
    }
    reread();
}

QWidget *MomentsStrip::head() const
{
    return m_head;
}

void MomentsStrip::setMoments(const Figures::MomentRows &moments)
{
    m_moments = moments;
    if (m_moments.indexOf(m_current) < 0)
        m_current = {};
    const bool isEmpty = m_moments.all().isEmpty() && m_moments.undated() == 0;
    setVisible(!m_moments.all().isEmpty());
    m_head->setVisible(!isEmpty);
    m_head->setText(m_moments.undated() > 0
                        ? tr("Moments, %n undated", nullptr, m_moments.undated())
                        : tr("Moments"));
    m_head->setToolTip(tr("All moments with their accounts"));
    say();
    updateGeometry();
    update();
}

void MomentsStrip::takeChange(const ChangeSet &applied)
{
    // Typing and moving events come by often; moments change seldom.
    const bool concerns =
        std::any_of(applied.changes.cbegin(), applied.changes.cend(), [](const AnyChange &change) {
            return std::holds_alternative<RecordChange<Moment>>(change)
                || std::holds_alternative<RecordChange<Account>>(change)
                || std::holds_alternative<RecordChange<Contradiction>>(change);
        });
    if (concerns)
        reread();
    else
        update();
}

void MomentsStrip::reread()
{
    Figures::MomentRows now;
    if (m_model.document())
        now = Figures::MomentRows(m_model.document()->contents());
    setMoments(now);
}

QString MomentsStrip::inWords(const Figures::MomentSpan &moment) const
{
    Moment span;
    span.start = moment.start;
    if (moment.end > moment.start)
        span.end = moment.end;
    return QString(moment.title + u", "_s + spanText(span, m_model.clock(), true) + u", "_s
                   + accountsText(moment.accounts, moment.differences));
}

void MomentsStrip::say()
{
    setAccessibleName(
        tr("Moments on the line: %n", nullptr, static_cast<int>(m_moments.all().size())));
    const qsizetype at = m_moments.indexOf(m_current);
    setAccessibleDescription(at < 0 ? QString() : inWords(m_moments.all()[at]));
    if (hasFocus()) {
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
}

void MomentsStrip::setCurrent(MomentId id)
{
    if (m_current == id)
        return;
    m_current = id;
    say();
    update();
}

QFont MomentsStrip::wordsFont() const
{
    return fontAt(font(), 0.85);
}

double MomentsStrip::rowHeight() const
{
    return std::ceil(QFontMetricsF(wordsFont()).height()) + 5;
}

QSize MomentsStrip::sizeHint() const
{
    return { 200, static_cast<int>(m_moments.rows() * rowHeight()) + 3 };
}

QList<Figures::MomentBracket> MomentsStrip::brackets() const
{
    return m_moments.brackets(m_viewport.scale(), rowHeight());
}

QRectF MomentsStrip::placeOf(MomentId id) const
{
    const qsizetype at = m_moments.indexOf(id);
    for (const Figures::MomentBracket &bracket : brackets()) {
        if (bracket.holds(at))
            return bracket.bracket;
    }
    return {};
}

std::optional<Figures::MomentBracket> MomentsStrip::bracketAt(QPointF place) const
{
    for (const Figures::MomentBracket &bracket : brackets()) {
        const QFontMetricsF metrics(wordsFont());
        QRectF words = bracket.words;
        words.setWidth(std::min(words.width(), metrics.horizontalAdvance(wordsFor(bracket))));
        if (bracket.bracket.adjusted(-4, 0, 4, 0).contains(place) || words.contains(place))
            return bracket;
    }
    return {};
}

QString MomentsStrip::wordsFor(const Figures::MomentBracket &bracket) const
{
    if (bracket.count() > 1)
        return tr("%n moment(s)", nullptr, bracket.count());
    const Figures::MomentSpan &moment = m_moments.all()[bracket.first];
    return QString(moment.title + u"  "_s + accountsText(moment.accounts, moment.differences));
}

void MomentsStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), paletteFor(this).window);
    for (const Figures::MomentBracket &bracket : brackets())
        paintBracket(painter, bracket);
}

void MomentsStrip::paintBracket(QPainter &painter, const Figures::MomentBracket &bracket)
{
    const Figures::Palette &colours = paletteFor(this);
    const qsizetype at = m_moments.indexOf(m_current);
    const bool isCurrent = bracket.holds(at);
    const QRectF place = bracket.bracket.adjusted(0, 2, 0, -2);
    if (isCurrent)
        painter.fillRect(place, colours.selection);
    painter.setPen(QPen(isCurrent ? colours.accent : colours.muted, isCurrent ? 2 : 1));
    for (const double x : { place.left(), place.right() }) {
        const double bend = x == place.left() ? kSerif : -kSerif;
        if (x < -1 || x > width() + 1)
            continue;
        painter.drawLine(QPointF(crisp(x), crisp(place.top())),
                         QPointF(crisp(x), crisp(place.bottom())));
        painter.drawLine(QPointF(crisp(x), crisp(place.top())),
                         QPointF(crisp(x + bend), crisp(place.top())));
    }
    if (isCurrent && hasFocus()) {
        painter.setPen(QPen(colours.accent, 2));
        painter.drawRect(place.adjusted(-2, -1, 2, 1));
    }
    const QFont face = wordsFont();
    const QFontMetricsF metrics(face);
    painter.setFont(face);
    const Figures::MomentSpan &moment = m_moments.all()[bracket.first];
    const QString name = bracket.count() > 1 ? wordsFor(bracket) : moment.title;
    if (bracket.words.width() < metrics.averageCharWidth() * 4)
        return;
    painter.setPen(colours.text);
    painter.drawText(bracket.words, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(name, Qt::ElideRight, bracket.words.width()));
    if (bracket.count() > 1)
        return;
    // How many have told of it stands behind the name where there is room.
    const double used = metrics.horizontalAdvance(name + u"  "_s);
    const QString told = accountsText(moment.accounts, moment.differences);
    if (used + metrics.horizontalAdvance(told) > bracket.words.width())
        return;
    painter.setPen(colours.muted);
    painter.drawText(bracket.words.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, told);
}

bool MomentsStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto bracket = bracketAt(help->pos());
        QStringList lines;
        for (qsizetype i = bracket ? bracket->first : 0; bracket && i <= bracket->last; i += 2)
            lines << inWords(m_moments.all()[i]);
        if (lines.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), plainToolTip(lines.mid(0, 12).join(u'\n')), this);
        return true;
    }
    return QWidget::event(event);
}

void MomentsStrip::mousePressEvent(QMouseEvent *event)
{
    const auto bracket = bracketAt(event->position());
    setCurrent(bracket ? m_moments.all()[bracket->first].id : MomentId());
    if (bracket)
        Q_EMIT momentChosen(m_current);
}

void MomentsStrip::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto bracket = bracketAt(event->position());
    if (!bracket)
        return;
    if (bracket->count() > 1)
        fit({ m_moments.all()[bracket->first].start, m_moments.all()[bracket->last].end });
    else
        Q_EMIT momentActivated(m_moments.all()[bracket->first].id);
}

void MomentsStrip::wheelEvent(QWheelEvent *event)
{
    const WheelSteps steps(*event);
    m_viewport.setScale(
        steps.isSideways()
            ? m_viewport.scale().panned(-steps.any() * 60)
            : m_viewport.scale().zoomed(std::pow(1.15, steps.vertical), event->position().x()));
    event->accept();
}

void MomentsStrip::fit(TimeSpan span)
{
    m_viewport.jumpTo(Figures::TimeScale::fitting(span, m_viewport.scale().width(), 0.2));
}

void MomentsStrip::bringIntoView()
{
    const qsizetype at = m_moments.indexOf(m_current);
    if (at < 0)
        return;
    const Figures::MomentSpan &moment = m_moments.all()[at];
    const TimeSpan view = m_viewport.scale().span();
    if (moment.start < view.start || moment.start > view.end)
        m_viewport.jumpTo(m_viewport.scale().centredOn(moment.start));
}

void MomentsStrip::step(int by)
{
    const qsizetype count = m_moments.all().size();
    if (count == 0)
        return;
    qsizetype at = m_moments.indexOf(m_current);
    if (at < 0) {
        // From outside, the first one in view.
        const auto [first, end] = m_moments.reachingInto(m_viewport.scale().span());
        at = first < end ? (by > 0 ? first : end - 1) : (by > 0 ? 0 : count - 1);
    } else {
        at = std::clamp<qsizetype>(at + by, 0, count - 1);
    }
    setCurrent(m_moments.all()[at].id);
    bringIntoView();
    Q_EMIT momentChosen(m_current);
}

void MomentsStrip::keyPressEvent(QKeyEvent *event)
{
    const auto far = static_cast<int>(m_moments.all().size());
    const qsizetype at = m_moments.indexOf(m_current);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Comma:
        return step(-1);
    case Qt::Key_Right:
    case Qt::Key_Period:
        return step(1);
    case Qt::Key_Home:
        return step(-far);
    case Qt::Key_End:
        return step(far);
    case Qt::Key_F:
        if (at >= 0)
            fit({ m_moments.all()[at].start, m_moments.all()[at].end });
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (at >= 0)
            Q_EMIT momentActivated(m_current);
        return;
    case Qt::Key_Down:
    case Qt::Key_Escape:
        Q_EMIT left();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MomentsStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace SecondStory::Ui
