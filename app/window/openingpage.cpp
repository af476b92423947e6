// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window/openingpage.h"

#include "widgets/emptystate.h"

#include <QKeyEvent>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

OpeningPage::OpeningPage(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
}

OpeningPage::~OpeningPage() = default;

void OpeningPage::tell(const QString &title, qint64 events)
{
    m_state = std::make_unique<EmptyState>(
        u"overview"_s, tr("Opening “%1”").arg(title),
        tr("Its %1 events are being read. You can go on elsewhere; it opens when it is ready.")
            .arg(QLocale().toString(events)));
    QPushButton *cancel = m_state->addAction(tr("Cancel"), false);
    connect(cancel, &QPushButton::clicked, this, &OpeningPage::cancelled);
    m_column->addWidget(m_state.get());
    setFocusProxy(cancel);
}

void OpeningPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else
        QWidget::keyPressEvent(event);
}

} // namespace SecondStory::Ui
