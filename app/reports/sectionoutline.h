// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/section.h"

#include <QListWidget>
#include <QWidget>

namespace SecondStory::Ui {

/// The parts of a report one writes: sections in their order, then learnings, questions and
/// actions. Says what the user wants; changes nothing itself.
class SectionOutline : public QWidget {
    Q_OBJECT
public:
    /// What stands below the sections.
    enum class List { Learnings, Questions, Actions };

    explicit SectionOutline(QWidget *parent = nullptr);

    void setSections(const QList<Section> &sections);
    void setCounts(qsizetype learnings, qsizetype questions, qsizetype actions);
    void select(SectionId id);
    /// Null while a list or nothing is chosen.
    [[nodiscard]] SectionId currentSection() const;
    [[nodiscard]] QListWidget *sections() const { return m_sections; }
    [[nodiscard]] QListWidget *lists() const { return m_lists; }

Q_SIGNALS:
    void sectionChosen(SecondStory::SectionId id);
    void listChosen(SecondStory::Ui::SectionOutline::List list);
    void addRequested();
    void removeRequested(SecondStory::SectionId id);
    void moveRequested(SecondStory::SectionId id, int to);
    void renameRequested(SecondStory::SectionId id, const QString &heading);

private:
    [[nodiscard]] bool shows(const QList<Section> &sections) const;
    void addButtons();
    void moveCurrent(int by);

    QListWidget *m_sections;
    QListWidget *m_lists;
    bool m_isFilling = false;
};

} // namespace SecondStory::Ui
