// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/newreviewpanel.h"

#include "domain/labels.h"
#include "domain/zoneclock.h"
#include "theme/theme.h"
#include "theme/tooltip.h"
#include "theme/widgets.h"
#include "theme/zonecombo.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

NewReviewPanel::NewReviewPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLineEdit)
    , m_zone(makeZoneCombo())
    , m_depth(new QComboBox)
    , m_depthHint(mutedLabel({}, 0.85))
    , m_problem(plainLabel({}))
    , m_create(new QPushButton(tr("Begin the review")))
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scroll, 1);
    auto *column = new QWidget;
    column->setMaximumWidth(fontMetrics().averageCharWidth() * 100);
    scroll->setWidget(column);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(Space::kSection, Space::kSection, Space::kSection, Space::kSection);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(plainLabel(tr("New review"), 1.5, QFont::DemiBold));
    layout->addWidget(mutedLabel(
        tr("Name it the way people speak of it. Everything here can be changed later.")));
    layout->addSpacing(Space::kSmall);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(Space::kWide);
    form->setVerticalSpacing(Space::kSmall);
    m_title->setPlaceholderText(tr("Checkout slow on launch day"));
    m_title->setAccessibleName(tr("Title"));
    form->addRow(tr("&Title"), m_title);
    m_zone->setAccessibleName(tr("Time zone"));
    form->addRow(tr("Time &zone"), m_zone);
    layout->addLayout(form);
    layout->addSpacing(Space::kWide);

    layout->addWidget(plainLabel(tr("How deep is it worth going?"), 1.15, QFont::DemiBold));
    layout->addWidget(mutedLabel(tr("Tick what fits. Nothing depends on it but a suggestion.")));
    const auto questions = Services::triageQuestions();
    for (const Services::TriageQuestion &question : questions) {
        auto *box = new QCheckBox(question.text);
        box->setProperty("triage", question.id);
        box->setToolTip(plainToolTip(question.why));
        connect(box, &QCheckBox::toggled, this, &NewReviewPanel::suggestDepth);
        m_questions << box;
        layout->addWidget(box);
        auto *why = mutedLabel(question.why, 0.85);
        why->setWordWrap(true);
        why->setContentsMargins(Space::kSection, 0, 0, 0);
        layout->addSpacing(-Space::kSmall);
        layout->addWidget(why);
    }
    auto *depthForm = new QFormLayout;
    depthForm->setHorizontalSpacing(Space::kWide);
    const auto templates = Services::reviewTemplates();
    for (qsizetype i = 0; i < templates.size(); ++i)
        m_depth->addItem(templates[i].name, templates[i].id);
    m_depth->setCurrentIndex(1);
    connect(m_depth, &QComboBox::activated, this, [this] {
        m_isDepthChosen = true;
        suggestDepth();
    });
    depthForm->addRow(tr("&Depth"), m_depth);
    layout->addLayout(depthForm);
    m_depthHint->setWordWrap(true);
    layout->addWidget(m_depthHint);
    layout->addStretch();

    m_problem->setWordWrap(true);
    m_problem->hide();
    outer->addWidget(hairline());
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(Space::kSection, Space::kPanel, Space::kSection, Space::kPanel);
    makePrimary(m_create);
    auto *cancel = new QPushButton(tr("Cancel"));
    buttons->addWidget(m_create);
    buttons->addWidget(cancel);
    buttons->addWidget(m_problem, 1);
    buttons->addStretch();
    outer->addLayout(buttons);

    connect(m_title, &QLineEdit::textChanged, this, &NewReviewPanel::updateState);
    connect(m_title, &QLineEdit::returnPressed, m_create, &QPushButton::click);
    connect(m_create, &QPushButton::clicked, this, [this] { emit createRequested(request()); });
    connect(cancel, &QPushButton::clicked, this, &NewReviewPanel::cancelled);
    begin();
}

void NewReviewPanel::begin()
{
    m_title->clear();
    for (QCheckBox *box : std::as_const(m_questions))
        box->setChecked(false);
    m_isDepthChosen = false;
    m_problem->hide();
    suggestDepth();
    updateState();
    m_title->setFocus();
}

Services::NewReview NewReviewPanel::request() const
{
    Services::NewReview request;
    request.title = m_title->text().trimmed();
    request.zone = m_zone->currentText().trimmed();
    request.templateId = m_depth->currentData().toString();
    request.depth = fromString<ReviewDepth>(request.templateId).value_or(ReviewDepth::Standard);
    for (const QCheckBox *box : m_questions) {
        if (box->isChecked())
            request.triage << box->property("triage").toString();
    }
    return request;
}

void NewReviewPanel::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->show();
}

void NewReviewPanel::suggestDepth()
{
    const auto yes =
        static_cast<int>(std::count_if(m_questions.begin(), m_questions.end(),
                                       [](const QCheckBox *box) { return box->isChecked(); }));
    const ReviewDepth suggested = Services::suggestedDepth(yes);
    if (!m_isDepthChosen && yes > 0)
        m_depth->setCurrentIndex(m_depth->findData(toString(suggested)));
    const auto templates = Services::reviewTemplates();
    const int chosen = m_depth->currentIndex();
    QString hint =
        chosen >= 0 && chosen < templates.size() ? templates[chosen].description : QString();
    if (yes > 0)
        hint += u' ' + tr("%n answer(s) of yes suggest: %1.", nullptr, yes).arg(wordFor(suggested));
    m_depthHint->setText(hint);
}

void NewReviewPanel::updateState()
{
    m_create->setEnabled(!m_title->text().trimmed().isEmpty());
}

void NewReviewPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else
        QWidget::keyPressEvent(event);
}

} // namespace SecondStory::Ui
