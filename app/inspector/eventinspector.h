// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/code.h"
#include "domain/event.h"
#include "domain/result.h"
#include "domain/targetref.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class CodePicker;
class ElidedLabel;
class EventMoments;
class FlowLayout;
class KnownPanel;
class LinkButton;
class TimeStatement;

/// Everything of one event: what was recorded, quietly; what the analyst says of it, to edit.
class EventInspector : public QWidget {
    Q_OBJECT
public:
    explicit EventInspector(QWidget *parent = nullptr);

    /// False when there is no such event (any more).
    bool showEventOf(Editing::ReviewDocument *document, EventId event);
    [[nodiscard]] EventId eventId() const { return m_event.id; }

Q_SIGNALS:
    void targetRequested(const SecondStory::TargetRef &target);
    void evidenceRequested(SecondStory::EventId event);
    void clockRequested(SecondStory::EventId event);
    void statusMessage(const QString &text);

private:
    void build();
    void buildHead(QBoxLayout *layout);
    void buildWords(QBoxLayout *layout);
    void buildTime(QBoxLayout *layout);
    void buildLinks(QBoxLayout *layout);
    void connectEdits();
    void showHead();
    void showWords();
    void showRecorded();
    void showPeople();
    void showCodes();
    void showSupports();
    void showSource();
    void addRecorded(const QString &name, const QString &value);
    void editOwnTime();
    void pickCode();
    void addPersonMenu();
    void report(const Result<void> &done);
    [[nodiscard]] TargetRef target() const { return { TargetKind::Event, m_event.id.value }; }

    QPointer<Editing::ReviewDocument> m_document;
    Event m_event;
    QList<Code> m_codes;
    QLabel *m_time = nullptr;
    QLabel *m_date = nullptr;
    QToolButton *m_star = nullptr;
    QLineEdit *m_title = nullptr;
    ElidedLabel *m_recordedTitle = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_lane = nullptr;
    FlowLayout *m_people = nullptr;
    QGridLayout *m_recorded = nullptr;
    QWidget *m_ownTime = nullptr;
    QLineEdit *m_ownStart = nullptr;
    QLineEdit *m_ownEnd = nullptr;
    TimeStatement *m_statement = nullptr;
    FlowLayout *m_codeChips = nullptr;
    LinkButton *m_addCode = nullptr;
    CodePicker *m_picker = nullptr;
    QWidget *m_supportsBox = nullptr;
    QBoxLayout *m_supports = nullptr;
    EventMoments *m_moments = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QWidget *m_sourceBox = nullptr;
    ElidedLabel *m_source = nullptr;
    KnownPanel *m_known = nullptr;
};

} // namespace SecondStory::Ui
