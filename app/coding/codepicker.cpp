// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "coding/codepicker.h"

#include "theme/theme.h"
#include "theme/widgets.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QRegularExpression>
#include <QScreen>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kWidth = 420;
constexpr int kHeight = 360;

enum Role { IdRole = Qt::UserRole, SearchRole, CategoryRole, DefinitionRole, UsedRole };

/// The name at the left, its family at the right.
class CodeDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Figures::Palette &colours = paletteFor(option.widget);
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, colours.selection);
        const QRect inner = option.rect.adjusted(Space::kSmall, 0, -Space::kSmall, 0);
        const QFont small = fontAt(option.font, 0.85);
        const QString family = index.data(UsedRole).toBool() ? tr("here already")
                                                             : index.data(CategoryRole).toString();
        painter->setFont(small);
        painter->setPen(colours.muted);
        painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, family);
        const int right = QFontMetrics(small).horizontalAdvance(family) + Space::kPanel;
        const QRect words = inner.adjusted(0, 0, -right, 0);
        painter->setFont(option.font);
        painter->setPen(index.data(UsedRole).toBool() ? colours.muted : colours.text);
        painter->drawText(
            words, Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &) const override
    {
        return { 100, std::max(Space::kRow, option.fontMetrics.height() + Space::kSmall) };
    }
};

} // namespace

CodePicker::CodePicker(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_model(new QStandardItemModel(this))
    , m_proxy(new QSortFilterProxyModel(this))
{
    setFrameShape(QFrame::StyledPanel);
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterRole(SearchRole);
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Search the codebook"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->addAction(icon(u"search"_s, this), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list = new QListView(this);
    m_list->setModel(m_proxy);
    m_list->setItemDelegate(new CodeDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_definition = mutedLabel({}, 0.85, this);
    m_definition->setWordWrap(true);
    m_definition->setMinimumHeight(3 * m_definition->fontMetrics().height());
    m_definition->setAlignment(Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kSmall, Space::kSmall, Space::kSmall, Space::kSmall);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(hairline(this));
    layout->addWidget(m_definition);
    resize(kWidth, kHeight);
    connect(m_search, &QLineEdit::textChanged, this, &CodePicker::filter);
    connect(m_list, &QListView::clicked, this, &CodePicker::pick);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CodePicker::describe);
}

void CodePicker::setCodes(const QList<Code> &codes, const QSet<CodeId> &used)
{
    m_model->clear();
    for (const Code &code : codes) {
        auto item = std::make_unique<QStandardItem>(code.name);
        item->setData(code.id.toString(), IdRole);
        item->setData(QStringList{ code.key, code.name, code.category, code.definition }.join(u' '),
                      SearchRole);
        item->setData(code.category, CategoryRole);
        item->setData(code.definition, DefinitionRole);
        item->setData(used.contains(code.id), UsedRole);
        m_model->appendRow(item.release());
    }
    filter(m_search->text());
}

void CodePicker::popUpUnder(const QWidget *anchor)
{
    m_search->clear();
    filter({});
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height()));
    const QRect area = anchor->screen()->availableGeometry();
    at.setX(std::clamp(at.x(), area.left(), std::max(area.left(), area.right() - width())));
    if (at.y() + height() > area.bottom())
        at.setY(std::max(area.top(), anchor->mapToGlobal(QPoint(0, 0)).y() - height()));
    move(at);
    show();
    m_search->setFocus();
}

void CodePicker::filter(const QString &text)
{
    // Every word has to occur, in whatever order.
    QString pattern;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        pattern += u"(?=.*"_s + QRegularExpression::escape(word) + u')';
    m_proxy->setFilterRegularExpression(
        QRegularExpression(pattern,
                           QRegularExpression::CaseInsensitiveOption
                               | QRegularExpression::DotMatchesEverythingOption));
    m_list->setCurrentIndex(m_proxy->index(0, 0));
    describe(m_list->currentIndex());
}

void CodePicker::describe(const QModelIndex &index)
{
    m_definition->setText(index.isValid() ? index.data(DefinitionRole).toString()
                                          : tr("Nothing in the codebook fits these words"));
}

void CodePicker::pick(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    hide();
    emit picked(CodeId::fromString(index.data(IdRole).toString()));
}

bool CodePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        const int step = key->key() == Qt::Key_Down ? 1 : -1;
        const int row = std::clamp(m_list->currentIndex().row() + step, 0,
                                   std::max(0, m_proxy->rowCount() - 1));
        m_list->setCurrentIndex(m_proxy->index(row, 0));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        pick(m_list->currentIndex());
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace SecondStory::Ui
