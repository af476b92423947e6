// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window/keysheet.h"

#include "theme/theme.h"
#include "theme/widgets.h"

#include <QCoreApplication>
#include <QDialog>
#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace SecondStory::Ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("KeySheet", text);
}

void addRows(QVBoxLayout *layout, const QString &title,
             const QList<std::pair<QString, QString>> &rows)
{
    if (rows.isEmpty())
        return;
    layout->addWidget(plainLabel(title, 1.15, QFont::DemiBold));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Space::kSection);
    grid->setVerticalSpacing(Space::kTiny);
    int row = 0;
    for (const auto &[keys, what] : rows) {
        grid->addWidget(plainLabel(keys, 1.0, QFont::DemiBold), row, 0);
        auto *words = plainLabel(what);
        words->setWordWrap(true);
        grid->addWidget(words, row++, 1);
    }
    grid->setColumnStretch(1, 1);
    layout->addLayout(grid);
    layout->addSpacing(Space::kWide);
}

} // namespace

void showKeySheet(QWidget *parent, const QList<std::pair<QString, QString>> &viewKeys,
                  const QList<QAction *> &actions)
{
    QList<std::pair<QString, QString>> windowKeys;
    for (const QAction *action : actions) {
        QString text = action->text();
        text.remove(u'&');
        if (!action->shortcut().isEmpty())
            windowKeys << std::pair{ action->shortcut().toString(QKeySequence::NativeText), text };
    }
    std::sort(windowKeys.begin(), windowKeys.end(), [](const auto &a, const auto &b) {
        return a.second.localeAwareCompare(b.second) < 0;
    });
    QDialog dialog(parent);
    dialog.setWindowTitle(tr("Keys"));
    auto *outer = new QVBoxLayout(&dialog);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(Space::kSection, Space::kSection, Space::kSection, Space::kSection);
    addRows(layout, tr("In this view"), viewKeys);
    addRows(layout, tr("Everywhere"), windowKeys);
    layout->addStretch();
    scroll->setWidget(content);
    outer->addWidget(scroll);
    dialog.resize(parent->fontMetrics().averageCharWidth() * 80, parent->height() * 3 / 4);
    dialog.exec();
}

} // namespace SecondStory::Ui
