// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window/commandpalette.h"

#include "theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kShortcutRole = Qt::UserRole;
constexpr int kMenuRole = Qt::UserRole + 1;

QString plainText(const QAction *action)
{
    QString text = action->text();
    text.remove(u'&');
    if (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

class CommandDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return { 100, std::max(Space::kRow, option.fontMetrics.height() + Space::kSmall) };
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Figures::Palette &p = paletteFor(option.widget);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, p.selection);
        const QRect inner = option.rect.adjusted(Space::kPanel, 0, -Space::kPanel, 0);
        painter->setPen(p.text);
        painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        painter->setPen(p.muted);
        painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter,
                          index.data(kShortcutRole).toString());
    }
};

} // namespace

/// The enabled actions whose names contain every word typed.
class CommandPalette::Model final : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void setActions(const QList<QAction *> &actions)
    {
        m_all.clear();
        for (QAction *action : actions) {
            if (action->isEnabled() && !action->isSeparator() && !action->text().isEmpty()
                && !action->menu())
                m_all << action;
        }
        filter({});
    }
    void filter(const QString &words)
    {
        beginResetModel();
        m_shown.clear();
        const QStringList parts = words.simplified().split(u' ', Qt::SkipEmptyParts);
        for (const QPointer<QAction> &action : std::as_const(m_all)) {
            if (!action)
                continue;
            const QString name = plainText(action);
            if (std::all_of(parts.begin(), parts.end(), [&](const QString &part) {
                    return name.contains(part, Qt::CaseInsensitive);
                }))
                m_shown << action;
        }
        endResetModel();
    }
    QAction *action(const QModelIndex &index) const
    {
        return index.isValid() ? m_shown[index.row()].data() : nullptr;
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const QAction *one = action(index);
        if (!one)
            return {};
        if (role == Qt::DisplayRole)
            return plainText(one);
        if (role == kShortcutRole)
            return one->shortcut().toString(QKeySequence::NativeText);
        return {};
    }

private:
    QList<QPointer<QAction>> m_all;
    QList<QPointer<QAction>> m_shown;
};

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_words(new QLineEdit)
    , m_list(new QListView)
    , m_model(new Model(this))
{
    hide();
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kSmall, Space::kSmall, Space::kSmall, Space::kSmall);
    layout->addWidget(m_words);
    layout->addWidget(m_list);
    m_words->setPlaceholderText(tr("Type what you want to do"));
    m_words->setAccessibleName(tr("Command"));
    m_words->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_words, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
}

void CommandPalette::open(const QList<QAction *> &actions)
{
    m_model->setActions(actions);
    m_words->clear();
    m_list->setCurrentIndex(m_model->index(0));
    const QRect window = parentWidget()->rect();
    const int width =
        std::min(fontMetrics().averageCharWidth() * 80, window.width() - 2 * Space::kSection);
    setGeometry((window.width() - width) / 2, window.height() / 8, width,
                std::min(window.height() / 2, fontMetrics().height() * 22));
    show();
    raise();
    m_words->setFocus();
}

void CommandPalette::filter(const QString &words)
{
    m_model->filter(words);
    m_list->setCurrentIndex(m_model->index(0));
}

void CommandPalette::runCurrent()
{
    const QPointer<QAction> action = m_model->action(m_list->currentIndex());
    hide();
    if (action)
        action->trigger();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        hide();
    } else if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int row = m_list->currentIndex().row();
        if (key->key() == Qt::Key_Escape) {
            hide();
            return true;
        }
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            const int next = std::clamp(row + (key->key() == Qt::Key_Down ? 1 : -1), 0,
                                        std::max(0, m_model->rowCount() - 1));
            m_list->setCurrentIndex(m_model->index(next));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Figures::Palette &p = paletteFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(p.strongLine);
    painter.setBrush(p.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace SecondStory::Ui
