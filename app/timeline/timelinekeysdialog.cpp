// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinekeysdialog.h"

#include "theme/theme.h"
#include "theme/widgets.h"
#include "timeline/timelinekeys.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QKeySequence>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

QString nameOf(QKeyCombination key)
{
    return QKeySequence(key).toString(QKeySequence::NativeText);
}

QString whatOf(const QString &id)
{
    for (const TimelineCommand &command : timelineCommands()) {
        if (command.id == id)
            return command.what;
    }
    return {};
}

} // namespace

KeyField::KeyField(QWidget *parent)
    : QLineEdit(parent)
{
    setReadOnly(true);
    setPlaceholderText(tr("Press a key"));
    setAccessibleName(tr("New key"));
}

void KeyField::setKey(std::optional<QKeyCombination> key)
{
    m_key = key;
    setText(key ? nameOf(*key) : QString());
    Q_EMIT keyChanged();
}

bool KeyField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void KeyField::keyPressEvent(QKeyEvent *event)
{
    const auto key = static_cast<Qt::Key>(event->key());
    switch (key) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_CapsLock:
    case Qt::Key_unknown:
        return;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Escape:
        QLineEdit::keyPressEvent(event);
        return;
    default:
        break;
    }
    Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isSign = key < Qt::Key_Escape && (key < Qt::Key_A || key > Qt::Key_Z);
    if (isSign)
        modifiers &= ~Qt::KeyboardModifiers(Qt::ShiftModifier);
    setKey(QKeyCombination(modifiers, key));
}

TimelineKeysDialog::TimelineKeysDialog(TimelineKeymap &keys, QWidget *parent)
    : QDialog(parent)
    , m_keys(keys)
    , m_table(new QTableWidget(this))
    , m_field(new KeyField(this))
    , m_note(wrappedLabel(this))
    , m_use(new QPushButton(tr("Use this key"), this))
    , m_add(new QPushButton(tr("Add this key"), this))
    , m_none(new QPushButton(tr("No key"), this))
    , m_usual(new QPushButton(tr("Usual key"), this))
{
    setWindowTitle(tr("Keys of the timeline"));
    auto *single = new QCheckBox(tr("Letters, digits and signs alone do something"), this);
    single->setChecked(keys.hasSingleKeys());
    single->setToolTip(tr("Switch this off if such keys get pressed without being meant. Keys with "
                          "Ctrl or Alt, arrows and the like go on working."));
    makeQuiet(m_table);
    m_table->setColumnCount(2);
    m_table->setHorizontalHeaderLabels({ tr("What"), tr("Keys") });
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Keys of the timeline"));
    auto *row = new QHBoxLayout;
    for (QWidget *widget : QList<QWidget *>{ m_field, m_use, m_add, m_none, m_usual }) {
        row->addWidget(widget);
        if (auto *button = qobject_cast<QPushButton *>(widget))
            button->setAutoDefault(false);
    }
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *all = box->addButton(tr("All keys as usual"), QDialogButtonBox::ResetRole);
    all->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kWide, Space::kWide, Space::kWide, Space::kWide);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(single);
    layout->addWidget(m_table, 1);
    layout->addLayout(row);
    layout->addWidget(m_note);
    layout->addWidget(box);
    fill();
    m_table->setCurrentCell(0, 0);
    connect(single, &QCheckBox::toggled, &m_keys, &TimelineKeymap::setSingleKeys);
    connect(&m_keys, &TimelineKeymap::changed, this, [this, single] {
        single->setChecked(m_keys.hasSingleKeys());
        fill();
        refresh();
    });
    connect(m_table, &QTableWidget::currentCellChanged, this, [this] { m_field->setKey({}); });
    connect(m_field, &KeyField::keyChanged, this, &TimelineKeysDialog::refresh);
    connect(m_use, &QPushButton::clicked, this, [this] { use(false); });
    connect(m_add, &QPushButton::clicked, this, [this] { use(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { m_keys.setKeys(currentId(), {}); });
    connect(m_usual, &QPushButton::clicked, this, [this] { m_keys.reset(currentId()); });
    connect(all, &QPushButton::clicked, &m_keys, &TimelineKeymap::resetAll);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    refresh();
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 34);
}

QString TimelineKeysDialog::currentId() const
{
    const auto row = m_table->currentRow();
    return row >= 0 && row < timelineCommands().size() ? timelineCommands()[row].id : QString();
}

void TimelineKeysDialog::fill()
{
    const auto &commands = timelineCommands();
    m_table->setRowCount(static_cast<int>(commands.size()));
    for (int i = 0; i < m_table->rowCount(); ++i) {
        QStringList names;
        for (const QKeyCombination key : m_keys.keysOf(commands[i].id))
            names.append(m_keys.isInForce(key) ? nameOf(key) : tr("%1 (off)").arg(nameOf(key)));
        auto *keys = new QTableWidgetItem(names.join(u", "_s));
        QFont font = keys->font();
        font.setBold(!m_keys.isUsual(commands[i].id));
        keys->setFont(font);
        m_table->setItem(i, 0, new QTableWidgetItem(commands[i].what));
        m_table->setItem(i, 1, keys);
    }
    m_table->resizeColumnToContents(1);
}

void TimelineKeysDialog::refresh()
{
    const auto key = m_field->key();
    const QString owner = key ? m_keys.ownerOf(*key) : QString();
    const bool isOwnKey = !owner.isEmpty() && owner == currentId();
    m_use->setEnabled(key && !currentId().isEmpty());
    m_add->setEnabled(key && !currentId().isEmpty() && !isOwnKey);
    m_usual->setEnabled(!currentId().isEmpty() && !m_keys.isUsual(currentId()));
    m_none->setEnabled(!m_keys.keysOf(currentId()).isEmpty());
    if (owner.isEmpty() || isOwnKey)
        m_note->setText(tr("Choose a line, press the key, then use it. Choices are kept at once."));
    else
        m_note->setText(tr("%1 is in use: “%2”. Using it here takes it away there.")
                            .arg(nameOf(*key), whatOf(owner)));
}

void TimelineKeysDialog::use(bool isAdded)
{
    const auto key = m_field->key();
    if (!key)
        return;
    QList<QKeyCombination> keys = isAdded ? m_keys.keysOf(currentId()) : QList<QKeyCombination>();
    if (!keys.contains(*key))
        keys.append(*key);
    m_keys.setKeys(currentId(), keys);
    m_field->setKey({});
}

} // namespace SecondStory::Ui
