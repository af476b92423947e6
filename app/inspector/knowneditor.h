// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/knownto.h"
#include "editing/knownedits.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class FlowLayout;
class LinkButton;

/// States since when one or several events were known to people, or that they were not.
class KnownEditor : public QWidget {
    Q_OBJECT
public:
    explicit KnownEditor(QWidget *parent = nullptr);

    /// Begins a statement about events that happened at `start` (none: several, or undated).
    void begin(Editing::ReviewDocument &document, std::optional<TimePoint> start,
               const QList<PersonId> &people);
    /// Begins with what is stated already.
    void begin(Editing::ReviewDocument &document, std::optional<TimePoint> start,
               const KnownTo &statement);

Q_SIGNALS:
    void stated(const QList<SecondStory::PersonId> &people,
                const SecondStory::Editing::KnownSince &since, const QString &note);
    void withdrawn(SecondStory::KnownToId statement);
    void left();

private:
    void open(std::optional<TimePoint> since, bool isDuring);
    void showPeople();
    void showFields();
    void addPersonMenu();
    void apply();
    [[nodiscard]] std::optional<Editing::KnownSince> read() const;

    QPointer<Editing::ReviewDocument> m_document;
    QList<PersonId> m_people;
    std::optional<TimePoint> m_start;
    KnownToId m_statement;
    QString m_usualTime; ///< what the time field was filled with
    FlowLayout *m_chips = nullptr;
    QComboBox *m_kind = nullptr;
    QLineEdit *m_time = nullptr;
    QLineEdit *m_note = nullptr;
    QLabel *m_problem = nullptr;
    LinkButton *m_apply = nullptr;
    LinkButton *m_withdraw = nullptr;
    LinkButton *m_leave = nullptr;
};

} // namespace SecondStory::Ui
