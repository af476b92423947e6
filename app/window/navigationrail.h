// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QButtonGroup>
#include <QList>
#include <QVBoxLayout>
#include <QWidget>

class QToolButton;

namespace SecondStory::Ui {

/// The places one can be: of the library, and below them those of the open review. Icon and word,
/// never icon alone.
class NavigationRail : public QWidget {
    Q_OBJECT
public:
    enum class Place {
        Reviews,
        Recurring,
        Search,
        Overview,
        Evidence,
        Timeline,
        Moments,
        Factors,
        Pressures,
        Cast,
        Report,
        Handbook
    };
    Q_ENUM(Place)

    explicit NavigationRail(QWidget *parent = nullptr);
    void setCurrent(Place place);
    void setReviewOpen(bool isOpen);
    [[nodiscard]] static QString title(Place place);
    [[nodiscard]] QToolButton *button(Place place) const;

Q_SIGNALS:
    void placeRequested(SecondStory::Ui::NavigationRail::Place place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addPlace(Place place, const QString &iconName);
    void refreshIcons();

    QVBoxLayout *m_layout;
    QButtonGroup *m_group;
    QList<std::pair<Place, QString>> m_icons;
    QWidget *m_reviewPart;
    QVBoxLayout *m_reviewLayout;
};

} // namespace SecondStory::Ui
