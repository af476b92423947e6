// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/factorpicker.h"

#include "figures/canvas/factorwords.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace SecondStory::Ui {

namespace {

constexpr int kWidth = 420;
constexpr int kMostRows = 8;

} // namespace

FactorPicker::FactorPicker(QWidget *parent)
    : QFrame(parent)
    , m_search(new QLineEdit)
    , m_kind(new QComboBox)
    , m_list(new QListWidget)
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Factors"));
    m_kind->setAccessibleName(tr("Kind of influence"));
    for (const auto kindValue : Figures::allValues<InfluenceKind>())
        m_kind->addItem(Figures::capitalised(Figures::wordFor(kindValue)));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kSmall, Space::kSmall, Space::kSmall, Space::kSmall);
    layout->setSpacing(Space::kTiny);
    layout->addWidget(m_search);
    layout->addWidget(m_kind);
    layout->addWidget(m_list);
    for (QWidget *widget : std::initializer_list<QWidget *>{ m_search, m_list, m_kind })
        widget->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &FactorPicker::filter);
    connect(m_list, &QListWidget::itemClicked, this, &FactorPicker::accept);
    hide();
}

InfluenceKind FactorPicker::kind() const
{
    return static_cast<InfluenceKind>(qMax(0, m_kind->currentIndex()));
}

void FactorPicker::open(const QString &prompt, const QList<QPair<FactorId, QString>> &factors,
                        std::optional<InfluenceKind> kind)
{
    m_factors = factors;
    m_search->setPlaceholderText(prompt);
    m_search->setAccessibleName(prompt);
    m_search->clear();
    m_kind->setVisible(kind.has_value());
    if (kind)
        m_kind->setCurrentIndex(static_cast<int>(*kind));
    filter({});
    const int width = qMin(kWidth, parentWidget()->width() - 2 * Space::kSection);
    const int rows = kMostRows * qMax(int(Space::kTarget), fontMetrics().height() + 6);
    setGeometry((parentWidget()->width() - width) / 2, Space::kSection, width,
                rows + m_search->sizeHint().height() * 2 + 32);
    show();
    raise();
    m_search->setFocus();
}

void FactorPicker::filter(const QString &words)
{
    m_list->clear();
    const QStringList parts = words.split(u' ', Qt::SkipEmptyParts);
    for (const auto &[id, title] : std::as_const(m_factors)) {
        const bool fits =
            std::all_of(parts.begin(), parts.end(), [&title = title](const QString &part) {
                return title.contains(part, Qt::CaseInsensitive);
            });
        if (!fits)
            continue;
        auto *item = new QListWidgetItem(Figures::plainLine(title), m_list);
        item->setData(Qt::UserRole, id.value);
    }
    m_list->setCurrentRow(0);
}

void FactorPicker::accept()
{
    const QListWidgetItem *item = m_list->currentItem();
    const FactorId id = item ? FactorId{ item->data(Qt::UserRole).toUuid() } : FactorId();
    close();
    if (!id.isNull())
        Q_EMIT picked(id);
}

void FactorPicker::close()
{
    hide();
    Q_EMIT closed();
}

bool FactorPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isKindKey =
        (key->modifiers() & Qt::AltModifier) && key->key() >= Qt::Key_1 && key->key() <= Qt::Key_6;
    if (key->key() == Qt::Key_Escape)
        close();
    else if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        accept();
    else if (isKindKey)
        m_kind->setCurrentIndex(key->key() - Qt::Key_1);
    else if (watched == m_search && key->key() == Qt::Key_Down)
        m_list->setCurrentRow(qMin(m_list->currentRow() + 1, m_list->count() - 1));
    else if (watched == m_search && key->key() == Qt::Key_Up)
        m_list->setCurrentRow(qMax(m_list->currentRow() - 1, 0));
    else
        return QFrame::eventFilter(watched, event);
    return true;
}

} // namespace SecondStory::Ui
