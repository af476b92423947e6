// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/recordpanel.h"

#include "theme/theme.h"
#include "theme/widgets.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace SecondStory::Ui {

namespace {

/// Offers a list where the model says one chooses, a line to write in elsewhere.
class ChoiceDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override
    {
        const QVariant choices = index.data(RecordModel::kChoicesRole);
        if (!choices.isValid())
            return QStyledItemDelegate::createEditor(parent, option, index);
        auto *box = new QComboBox(parent);
        box->addItems(choices.toStringList());
        connect(box, &QComboBox::activated, this, [this, box] {
            auto *self = const_cast<ChoiceDelegate *>(this);
            emit self->commitData(box);
            emit self->closeEditor(box);
        });
        return box;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *box = qobject_cast<QComboBox *>(editor))
            box->setCurrentText(index.data(Qt::EditRole).toString());
        else
            QStyledItemDelegate::setEditorData(editor, index);
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override
    {
        if (const auto *box = qobject_cast<QComboBox *>(editor))
            model->setData(index, box->currentText(), Qt::EditRole);
        else
            QStyledItemDelegate::setModelData(editor, model, index);
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return { size.width(), std::max(size.height(), Space::kRow) };
    }
};

QLabel *labelWith(const QString &text, QWidget *parent)
{
    auto *label = wrappedLabel(parent);
    label->setText(text);
    return label;
}

} // namespace

RecordPanel::RecordPanel(RecordModel *model, const QString &title, const QString &hint,
                         const QString &addHint, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_table(new QTableView(this))
    , m_add(new QLineEdit(this))
    , m_problem(labelWith({}, this))
{
    auto *heading = labelWith(title, this);
    heading->setFont(fontAt(font(), 1.5, QFont::DemiBold));
    auto *help = labelWith(hint, this);
    m_problem->hide();
    m_add->setPlaceholderText(addHint);
    m_add->setAccessibleName(addHint);

    m_table->setModel(model);
    m_table->setItemDelegate(new ChoiceDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->setAccessibleName(title);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMaximumSectionSize(fontMetrics().averageCharWidth() * 26);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->installEventFilter(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kWide, Space::kPanel, Space::kWide, Space::kSmall);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(heading);
    layout->addWidget(help);
    layout->addWidget(m_add);
    layout->addWidget(m_problem);
    layout->addWidget(m_table, 1);
    setFocusProxy(m_add);

    connect(m_add, &QLineEdit::returnPressed, this, &RecordPanel::addFromLine);
    connect(model, &RecordModel::refused, this, [this](const Error &error) {
        m_problem->setText(error.toString());
        m_problem->show();
    });
    connect(model, &QAbstractItemModel::dataChanged, m_problem, &QWidget::hide);
}

void RecordPanel::addFromLine()
{
    const QString words = m_add->text().trimmed();
    if (words.isEmpty())
        return;
    m_problem->hide();
    m_model->add(words);
    m_add->clear();
}

void RecordPanel::moveCurrent(int by)
{
    const QModelIndex current = m_table->currentIndex();
    const int to = current.row() + by;
    if (current.isValid() && to >= 0 && to < m_model->rowCount()
        && m_model->moveRecord(current.row(), to))
        m_table->setCurrentIndex(m_model->index(to, current.column()));
}

bool RecordPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const QModelIndex current = m_table->currentIndex();
        if (key->key() == Qt::Key_Delete && current.isValid()) {
            m_model->removeRecord(current.row());
            return true;
        }
        if (key->modifiers() == Qt::AltModifier
            && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            moveCurrent(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace SecondStory::Ui
