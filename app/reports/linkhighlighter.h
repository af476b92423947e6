// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"

#include <QSyntaxHighlighter>

#include <functional>

namespace SecondStory::Ui {

/// Shows links to events as chips: their words on a tinted ground, the id folded away; links that
/// lead nowhere say so.
class LinkHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    using IsKnown = std::function<bool(EventId)>;
    LinkHighlighter(QTextDocument *document, QWidget *view, IsKnown isKnown);

protected:
    void highlightBlock(const QString &text) override;

private:
    QWidget *m_view;
    IsKnown m_isKnown;
};

} // namespace SecondStory::Ui
