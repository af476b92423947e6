// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinelimits.h"

#include "editing/reviewdocument.h"
#include "evidence/evidencewords.h"
#include "theme/theme.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelineviewport.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

/// Lies over a surface and takes no mouse.
class TimelineLimits::Stripes : public QWidget {
public:
    Stripes(const TimelineLimits &limits, QWidget *surface)
        : QWidget(surface)
        , m_limits(limits)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        surface->installEventFilter(this);
        hide();
    }
    void follow()
    {
        setGeometry(parentWidget()->rect());
        setVisible(!m_limits.limits().isEmpty());
        update();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            setGeometry(parentWidget()->rect());
        return QWidget::eventFilter(watched, event);
    }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        Figures::paintRangeLimits(painter, rect(), m_limits.m_viewport.scale(), m_limits.limits(),
                                  paletteFor(this));
    }

private:
    const TimelineLimits &m_limits;
};

TimelineLimits::TimelineLimits(TimelineModel &model, TimelineViewport &viewport,
                               const QList<QWidget *> &surfaces, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_viewport(viewport)
{
    for (QWidget *surface : surfaces)
        m_stripes.append(new Stripes(*this, surface));
    connect(&model, &TimelineModel::contentChanged, this, &TimelineLimits::refresh);
    connect(&viewport, &TimelineViewport::scaleChanged, this, [this] {
        for (Stripes *stripes : std::as_const(m_stripes))
            stripes->update();
    });
    if (model.document())
        connect(model.document(), &Editing::ReviewDocument::changed, this,
                &TimelineLimits::refresh);
    refresh();
}

QString TimelineLimits::spanWords(TimeSpan span) const
{
    const ZoneClock &clock = m_model.clock();
    const bool isOneDay = clock.isoDate(span.start) == clock.isoDate(span.end);
    return QString(clock.isoText(span.start) + u'–'
                   + (isOneDay ? clock.clockText(span.end) : clock.isoText(span.end)));
}

void TimelineLimits::setSavedView(SavedViewId view)
{
    m_savedView = view;
    refresh();
}

bool TimelineLimits::clearSavedView()
{
    const bool had = !m_savedView.isNull();
    setSavedView({});
    return had;
}

void TimelineLimits::setMoment(MomentId moment)
{
    m_moment = moment;
    refresh();
}

void TimelineLimits::refresh()
{
    using Figures::RangeUser;
    QList<Figures::RangeLimit> limits;
    if (const auto &span = m_model.filter().span)
        limits.append({ RangeUser::Filter, *span,
                        tr("Filter, table and reading: %1").arg(spanWords(*span)) });
    if (m_model.document()) {
        const ReviewContents &contents = m_model.document()->contents();
        if (const auto *view = findRecord<SavedView>(contents, m_savedView))
            limits.append(
                { RangeUser::SavedView,
                  { view->start, view->end },
                  tr("View “%1”: %2")
                      .arg(visibleText(view->name), spanWords({ view->start, view->end })) });
        const auto *moment = findRecord<Moment>(contents, m_moment);
        if (moment && moment->start && moment->end && *moment->end > *moment->start) {
            const TimeSpan span{ *moment->start, *moment->end };
            limits.append(
                { RangeUser::Moment, span,
                  tr("Open moment “%1”: %2").arg(visibleText(moment->title), spanWords(span)) });
        }
    }
    if (limits == m_limits)
        return;
    m_limits = limits;
    for (Stripes *stripes : std::as_const(m_stripes))
        stripes->follow();
    Q_EMIT changed();
}

} // namespace SecondStory::Ui
