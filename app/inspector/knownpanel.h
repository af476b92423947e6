// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/knownat.h"
#include "domain/event.h"
#include "domain/result.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QLabel;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class KnowledgeKeeper;
class KnownEditor;
class LinkButton;

/// Who knew of an event since when and what says so, and the analyst's own statements about it; for
/// several events the statements alone.
class KnownPanel : public QWidget {
    Q_OBJECT
public:
    explicit KnownPanel(QWidget *parent = nullptr);

    void showEvents(Editing::ReviewDocument &document, const QList<Event> &events);
    /// What is shown, a line each: "Asha, since 14:07:35, wrote it".
    [[nodiscard]] QStringList lines() const { return m_lines; }

Q_SIGNALS:
    void statusMessage(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Line {
        QString name;
        Analysis::Known known;
    };
    void refresh();
    [[nodiscard]] QList<Line> linesOf(const Event &event) const;
    [[nodiscard]] QString wordsFor(const Analysis::Known &known, const Event &event) const;
    void addLine(const Line &line, const Event &event);
    void edit(PersonId person);
    void close();
    [[nodiscard]] QList<EventId> ids() const;
    [[nodiscard]] std::optional<TimePoint> start() const;
    void report(const Result<void> &done);

    QPointer<Editing::ReviewDocument> m_document;
    QPointer<KnowledgeKeeper> m_keeper;
    QList<Event> m_events;
    QStringList m_lines;
    bool m_showsAll = false;
    QBoxLayout *m_list = nullptr;
    QLabel *m_hint = nullptr;
    LinkButton *m_add = nullptr;
    LinkButton *m_more = nullptr;
    KnownEditor *m_editor = nullptr;
};

} // namespace SecondStory::Ui
