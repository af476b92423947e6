// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <memory>

class QVBoxLayout;

namespace SecondStory::Ui {

class EmptyState;

/// What stands where a large review will be, while it is read.
class OpeningPage : public QWidget {
    Q_OBJECT
public:
    explicit OpeningPage(QWidget *parent = nullptr);
    ~OpeningPage() override;

    void tell(const QString &title, qint64 events);

Q_SIGNALS:
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QVBoxLayout *m_column = nullptr;
    std::unique_ptr<EmptyState> m_state;
};

} // namespace SecondStory::Ui
