// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/retimingpreview.h"

#include <QPointer>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <atomic>
#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class EventPicker;
class LinkButton;

/// The clock a source was written by: its zone, date, start and skew, what another one would do to
/// its events, and the skew that follows when two lines are known to be of the same instant.
class ClockPanel : public QWidget {
    Q_OBJECT
public:
    explicit ClockPanel(QWidget *parent = nullptr);
    ~ClockPanel() override;

    /// Shows the clock of a source; what was typed for another one is forgotten.
    void setSource(Editing::ReviewDocument *document, SourceId source);
    /// Begins to say when an event of this source really was.
    void anchor(EventId event);
    [[nodiscard]] bool isPreviewing() const { return m_previewing > 0; }
    /// What the fields say now; nothing when one of them cannot be read.
    [[nodiscard]] std::optional<SourceClock> clock() const;

Q_SIGNALS:
    void statusMessage(const QString &text);
    /// A preview has come; tells tests that it stands.
    void previewed();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildAnchor();
    void showClock(const SourceClock &clock);
    [[nodiscard]] QString problem() const;
    void refresh();
    void preview();
    void takePreview(int number, const Result<Services::RetimingPreview> &preview);
    void showLines(const QList<Services::RetimedLine> &lines);
    void showNeeds(const Services::RetimingPreview &preview);
    void takeAnchor();
    void moveAnchorTo(const EvidenceSource &stored, TimePoint at);
    void pickOther();
    void apply();
    void stop();
    [[nodiscard]] const EvidenceSource *source() const;

    QPointer<Editing::ReviewDocument> m_document;
    SourceId m_source;
    SourceClock m_stored; ///< what the fields were filled with
    EventId m_anchor;
    std::optional<TimePoint> m_anchorTime; ///< as the source's clock puts it now
    QThreadPool m_pool;
    QTimer m_timer;
    std::shared_ptr<std::atomic<int>> m_wanted; ///< the preview that counts; others stop
    int m_previewing = 0;

    QComboBox *m_zone = nullptr;
    QLineEdit *m_date = nullptr;
    QLineEdit *m_start = nullptr;
    QLineEdit *m_skew = nullptr;
    QLabel *m_zoneNeed = nullptr;
    QLabel *m_dateNeed = nullptr;
    QLabel *m_startNeed = nullptr;
    QWidget *m_anchorBox = nullptr;
    QLabel *m_anchorWords = nullptr;
    QLineEdit *m_anchorAt = nullptr;
    LinkButton *m_anchorOther = nullptr;
    QLabel *m_sentence = nullptr;
    QTableWidget *m_lines = nullptr;
    QPushButton *m_apply = nullptr;
    QPushButton *m_reset = nullptr;
};

} // namespace SecondStory::Ui
