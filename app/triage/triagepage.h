// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "triage/readingpace.h"
#include "triage/readingplace.h"
#include "triage/triagecard.h"
#include "timeline/timelinekeys.h"
#include "timeline/timelineselection.h"

class QLineEdit;
class QToolButton;

namespace SecondStory::Ui {

class CodePicker;

/// Reads evidence item by item over the timeline, with a key for each thing one does to an item.
/// Works on what the timeline shows when it begins, or on its selection; remembers what was read.
class TriagePage : public QWidget {
    Q_OBJECT
public:
    /// Lies over `over`, hidden until begin(). The model has a review behind it.
    TriagePage(TimelineModel &model, TimelineSelection &selection, QWidget *over);
    ~TriagePage() override;

    /// Reads several selected events, else all that the filter shows; goes on where one was.
    void begin();
    void leave();
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_queue.size()); }
    [[nodiscard]] qsizetype position() const { return m_at; }
    [[nodiscard]] qint64 currentSeq() const;
    [[nodiscard]] const TriageCard &card() const { return *m_card; }
    [[nodiscard]] QLineEdit *line() const { return m_line; }
    [[nodiscard]] QString progressText() const;
    /// Passes over what has been read before.
    void setOnlyUnread(bool isOnly);
    /// The keys of this page, for the sheet behind "?".
    [[nodiscard]] static QList<KeyHelp> keyHelp();

Q_SIGNALS:
    void left();
    /// Something was not done, in a sentence.
    void refused(const QString &why);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Asks { Nothing, Question, Note, Moment };

    void build();
    void fillQueue();
    void go(qsizetype to);
    void step(int by);
    void showCurrent();
    void dropGone();
    void ask(Asks what, const QString &label);
    void takeLine();
    [[nodiscard]] bool takeWords(const Event &event, const QString &text);
    void endLine();
    void star();
    void setKind(int place);
    void chooseKind();
    void pickCode();
    void applyCode(CodeId code);
    void applyRecent();
    void removeLastCode();
    void addToMoment();
    void makeFactor();
    [[nodiscard]] std::optional<Event> current() const;
    template <class T>
    bool report(const Result<T> &result);

    TimelineModel &m_model;
    TimelineSelection &m_selection;
    QWidget *m_over;
    ReadingPlace m_place;
    ReadingPace m_pace;
    std::vector<qint64> m_queue;
    qsizetype m_at = 0;
    bool m_onlyUnread = false;
    bool m_wasRead = false; ///< the current item, when one came to it
    CodeId m_recent;
    QList<Code> m_codes;
    Asks m_asks = Asks::Nothing;
    QLabel *m_progress = nullptr;
    QToolButton *m_unread = nullptr;
    QToolButton *m_close = nullptr;
    TriageCard *m_card = nullptr;
    QWidget *m_lineBox = nullptr;
    QLabel *m_lineLabel = nullptr;
    QLineEdit *m_line = nullptr;
    CodePicker *m_picker = nullptr;
};

} // namespace SecondStory::Ui
