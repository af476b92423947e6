// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/curtainbar.h"

#include "theme/theme.h"
#include "theme/widgets.h"
#include "timeline/curtainplayer.h"
#include "timeline/timelinecurtain.h"
#include "widgets/smallwidgets.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

using Analysis::Eyes;

constexpr int kRoleRole = Qt::UserRole + 1;

QToolButton *button(const QString &name, QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setAutoRaise(true);
    made->setMinimumSize(Space::kTarget, Space::kTarget);
    made->setAccessibleName(name);
    made->setToolTip(name);
    return made;
}

QString paceName(int pace)
{
    return pace == 0 ? CurtainBar::tr("Event by event") : CurtainBar::tr("× %1").arg(pace);
}

} // namespace

CurtainBar::CurtainBar(TimelineCurtain &curtain, CurtainPlayer &player, QWidget *parent)
    : QWidget(parent)
    , m_curtain(curtain)
    , m_player(player)
{
    setAccessibleName(tr("Curtain"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kPanel, Space::kTiny, Space::kPanel, Space::kTiny);
    layout->setSpacing(Space::kTiny);
    layout->addLayout(buildBanner());
    layout->addWidget(buildControls());
    refreshIcons();
    connect(&curtain, &TimelineCurtain::changed, this, &CurtainBar::refresh);
    connect(&player, &CurtainPlayer::changed, this, &CurtainBar::refresh);
    refresh();
}

QBoxLayout *CurtainBar::buildBanner()
{
    m_sentence = new ElidedLabel(Qt::ElideRight, this);
    QFont face = m_sentence->font();
    face.setWeight(QFont::DemiBold);
    m_sentence->setFont(face);
    m_leave = new QToolButton(this);
    m_leave->setText(tr("Open the curtain (Esc)"));
    m_leave->setMinimumHeight(Space::kTarget);
    m_leave->setToolTip(tr("Shows everything again"));
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::kSmall);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_leave);
    connect(m_leave, &QToolButton::clicked, this, [this] { m_curtain.setOn(false); });
    return row;
}

QWidget *CurtainBar::buildControls()
{
    auto *controls = new QWidget(this);
    m_eyes = new QComboBox(controls);
    m_eyes->setAccessibleName(tr("Whose eyes"));
    m_eyes->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_eyes->setMinimumContentsLength(22);
    m_time = new QLineEdit(controls);
    m_time->setAccessibleName(tr("At what time"));
    m_time->setToolTip(tr("14:07, +5m, 2h before detected; Up and Down go from one thing learned "
                          "to the next"));
    m_time->setFixedWidth(fontMetrics().horizontalAdvance(u"2026-03-12 14:07:35"_s)
                          + 3 * Space::kSmall);
    m_time->installEventFilter(this);
    m_back = button(tr("The last thing learned before"), controls);
    m_play = button(tr("Play"), controls);
    m_on = button(tr("The next thing learned"), controls);
    m_pace = new QComboBox(controls);
    m_pace->setAccessibleName(tr("Pace"));
    for (const int pace : CurtainPlayer::kPaces)
        m_pace->addItem(paceName(pace), pace);
    m_options = button(tr("Ways to look"), controls);
    m_options->setText(tr("Options"));
    buildOptions();
    auto *row = new FlowLayout(controls);
    QLabel *through = plainLabel(tr("Through the eyes of"), 0.92, QFont::Normal, controls);
    QLabel *at = plainLabel(tr("at"), 0.92, QFont::Normal, controls);
    for (QWidget *each :
         QList<QWidget *>{ through, m_eyes, at, m_time, m_back, m_play, m_on, m_pace, m_options }) {
        // All of one height, so that they stand on one line wherever the row breaks.
        each->setMinimumHeight(m_eyes->sizeHint().height());
        row->addWidget(each);
    }
    connect(m_eyes, &QComboBox::activated, this, &CurtainBar::takeEyes);
    connect(m_time, &QLineEdit::returnPressed, this, &CurtainBar::readTime);
    connect(m_back, &QToolButton::clicked, this, [this] { m_curtain.step(-1, true); });
    connect(m_on, &QToolButton::clicked, this, [this] { m_curtain.step(1, true); });
    connect(m_play, &QToolButton::clicked, &m_player, &CurtainPlayer::toggle);
    connect(m_pace, &QComboBox::activated, this,
            [this] { m_player.setPace(m_pace->currentData().toInt()); });
    return controls;
}

void CurtainBar::buildOptions()
{
    auto *menu = new QMenu(m_options);
    const auto option = [menu](const QString &text) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        return action;
    };
    m_hides = option(tr("Leave out what is not known"));
    m_byKnowledge = option(tr("Place events where they became known"));
    m_skips = option(tr("Skip silences while playing"));
    m_options->setMenu(menu);
    m_options->setPopupMode(QToolButton::InstantPopup);
    connect(m_hides, &QAction::triggered, &m_curtain, &TimelineCurtain::setHides);
    connect(m_byKnowledge, &QAction::triggered, &m_curtain, &TimelineCurtain::setByKnowledge);
    connect(m_skips, &QAction::triggered, &m_player, &CurtainPlayer::setSkipsSilences);
}

void CurtainBar::fillEyes()
{
    const auto &knowledge = m_curtain.knowledge();
    QStringList names{ tr("Anyone in the cast") };
    for (const Person &person : knowledge.people())
        names << person.id.toString() << person.displayName();
    names << knowledge.roles();
    const QString shown = names.join(u'\n');
    if (shown == m_eyesShown)
        return;
    m_eyesShown = shown;
    m_eyes->clear();
    m_eyes->addItem(tr("Anyone in the cast"));
    if (!knowledge.people().isEmpty())
        m_eyes->insertSeparator(m_eyes->count());
    for (const Person &person : knowledge.people())
        m_eyes->addItem(person.displayName(), person.id.toString());
    if (!knowledge.roles().isEmpty())
        m_eyes->insertSeparator(m_eyes->count());
    for (const QString &role : knowledge.roles()) {
        m_eyes->addItem(tr("Role: %1").arg(role));
        m_eyes->setItemData(m_eyes->count() - 1, role, kRoleRole);
    }
}

void CurtainBar::takeEyes()
{
    const QString role = m_eyes->currentData(kRoleRole).toString();
    const QString person = m_eyes->currentData().toString();
    if (!role.isEmpty())
        m_curtain.setEyes({ Eyes::Kind::Role, {}, role });
    else if (!person.isEmpty())
        m_curtain.setEyes({ Eyes::Kind::Person, PersonId::fromString(person), {} });
    else
        m_curtain.setEyes({});
}

void CurtainBar::readTime()
{
    if (const auto done = m_curtain.goTo(m_time->text()); !done)
        Q_EMIT refused(done.error().toString());
    else
        m_time->selectAll();
}

QString CurtainBar::sentence() const
{
    return m_curtain.words();
}

void CurtainBar::refresh()
{
    setVisible(m_curtain.isOn());
    if (!m_curtain.isOn())
        return;
    fillEyes();
    const Eyes &eyes = m_curtain.eyes();
    int row = 0;
    if (eyes.kind == Eyes::Kind::Person)
        row = m_eyes->findData(eyes.person.toString());
    else if (eyes.kind == Eyes::Kind::Role)
        row = m_eyes->findData(eyes.role, kRoleRole);
    m_eyes->setCurrentIndex(std::max(0, row));
    if (!m_time->hasFocus() || !m_time->isModified())
        m_time->setText(m_curtain.timeText());
    m_pace->setCurrentIndex(m_pace->findData(m_player.pace()));
    m_play->setIcon(icon(m_player.isPlaying() ? u"pause"_s : u"play"_s, this));
    const QString what = m_player.isPlaying() ? tr("Pause (Space)")
        : m_player.isEventByEvent()           ? tr("Show the next thing learned (Space)")
                                              : tr("Play (Space)");
    m_play->setToolTip(what);
    m_play->setAccessibleName(what);
    m_hides->setChecked(m_curtain.hides());
    m_byKnowledge->setChecked(m_curtain.isByKnowledge());
    m_skips->setChecked(m_player.skipsSilences());
    const QString words = sentence();
    if (m_sentence->text() == words)
        return;
    m_sentence->setWholeText(words);
    m_sentence->setAccessibleName(words);
    QAccessibleEvent told(m_sentence, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&told);
}

void CurtainBar::refreshIcons()
{
    m_back->setIcon(icon(u"chevron-left"_s, this));
    m_on->setIcon(icon(u"chevron-right"_s, this));
    m_play->setIcon(icon(u"play"_s, this));
}

void CurtainBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_play) {
        refreshIcons();
        refresh();
    }
}

void CurtainBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Figures::Palette &palette = paletteFor(this);
    QPainter painter(this);
    painter.fillRect(rect(), palette.selection);
    painter.fillRect(QRect(0, 0, 4, height()), palette.accent);
    painter.fillRect(QRect(0, height() - 1, width(), 1), palette.strongLine);
}

void CurtainBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        m_curtain.setOn(false);
    else if (event->key() == Qt::Key_Space)
        m_player.toggle();
    else
        QWidget::keyPressEvent(event);
}

bool CurtainBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_time && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            m_time->setModified(false);
            m_curtain.step(key == Qt::Key_Down ? 1 : -1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace SecondStory::Ui
