// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/importdetails.h"

#include "domain/timeentry.h"
#include "evidence/evidencewords.h"
#include "evidence/mappingeditor.h"
#include "evidence/previewmodel.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "theme/zonecombo.h"
#include "widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kProblemsSaid = 3;

const Importing::ImporterRegistry &formats()
{
    static const Importing::ImporterRegistry registry;
    return registry;
}

/// A label over a field.
QWidget *field(const QString &label, QWidget *editor, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto *name = mutedLabel(label, 0.85, box);
    name->setBuddy(editor);
    editor->setAccessibleName(label);
    layout->addWidget(name);
    layout->addWidget(editor);
    return box;
}

void makeNarrow(QComboBox *combo, int letters)
{
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(letters);
}

QString nameOf(const ImportFile &file)
{
    return QFileInfo(file.request.entry.isEmpty() ? file.request.path : file.request.entry)
        .completeBaseName();
}

} // namespace

ImportDetails::ImportDetails(QWidget *parent)
    : QWidget(parent)
{
    build();
    connectAnswers();
}

void ImportDetails::build()
{
    m_questions = buildQuestions();
    m_mapping = new MappingEditor(this);
    m_notice = plainLabel({}, 1.0, QFont::Normal, this);
    m_notice->setWordWrap(true);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_useForAll = new LinkButton({}, this);
    m_report = new LinkButton(tr("Show its report"), this);
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::kPanel);
    line->addWidget(m_notice, 1);
    line->addWidget(m_useForAll, 0, Qt::AlignTop);
    line->addWidget(m_report, 0, Qt::AlignTop);
    m_preview = new PreviewModel(this);
    m_previewTable = new QTableView(this);
    makeQuiet(m_previewTable);
    m_previewTable->setModel(m_preview);
    m_previewTable->setAccessibleName(tr("First events of the file"));
    m_previewTable->horizontalHeader()->setStretchLastSection(true);
    m_problems = mutedLabel({}, 0.85, this);
    m_problems->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Space::kSmall, 0, 0);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(m_questions);
    layout->addWidget(m_mapping);
    layout->addLayout(line);
    layout->addWidget(m_previewTable, 1);
    layout->addWidget(m_problems);
    layout->addStretch();
    for (QWidget *each : { m_questions, static_cast<QWidget *>(m_mapping) })
        each->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_notice->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

QWidget *ImportDetails::buildQuestions()
{
    auto *box = new QWidget(this);
    m_format = new QComboBox(box);
    makeNarrow(m_format, 12);
    m_rule = new QComboBox(box);
    m_rule->addItem(tr("By channel or system"), static_cast<int>(Services::LaneRule::Suggested));
    m_rule->addItem(tr("One lane"), static_cast<int>(Services::LaneRule::Source));
    m_rule->addItem(tr("By person"), static_cast<int>(Services::LaneRule::Person));
    m_rule->addItem(tr("By kind"), static_cast<int>(Services::LaneRule::Kind));
    makeNarrow(m_rule, 10);
    m_lane = new QLineEdit(box);
    m_zoneCombo = makeZoneCombo(u"UTC"_s, box);
    makeNarrow(m_zoneCombo, 14);
    m_date = new QLineEdit(box);
    m_date->setPlaceholderText(tr("2026-03-12"));
    m_start = new QLineEdit(box);
    m_start->setPlaceholderText(tr("2026-03-12 14:16"));
    m_zoneBox = field(tr("Time zone of times without one"), m_zoneCombo, box);
    m_dateBox = field(tr("Day of the first time"), m_date, box);
    m_startBox = field(tr("When it started"), m_start, box);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(field(tr("Format"), m_format, box), 3);
    layout->addWidget(m_zoneBox, 3);
    layout->addWidget(m_dateBox, 2);
    layout->addWidget(m_startBox, 2);
    layout->addWidget(field(tr("Lanes"), m_rule, box), 2);
    layout->addWidget(field(tr("Lane"), m_lane, box), 2);
    return box;
}

void ImportDetails::connectAnswers()
{
    connect(m_format, &QComboBox::activated, this, [this] {
        const QString format = m_format->currentData().toString();
        emit answered([format](Services::ImportRequest &request) {
            request.importerId = format;
            request.options.mapping = {};
        });
    });
    connect(m_rule, &QComboBox::activated, this, [this] {
        const auto rule = static_cast<Services::LaneRule>(m_rule->currentData().toInt());
        emit answered([rule](Services::ImportRequest &request) { request.laneRule = rule; });
    });
    connect(m_lane, &QLineEdit::textEdited, this, [this](const QString &text) {
        emit answered(
            [lane = text.simplified()](Services::ImportRequest &request) { request.lane = lane; });
    });
    connect(m_zoneCombo, &QComboBox::activated, this, &ImportDetails::answerZone);
    connect(m_zoneCombo->lineEdit(), &QLineEdit::editingFinished, this, &ImportDetails::answerZone);
    connect(m_date, &QLineEdit::editingFinished, this, &ImportDetails::answerDate);
    connect(m_start, &QLineEdit::editingFinished, this, &ImportDetails::answerStart);
    connect(m_mapping, &MappingEditor::mappingChanged, this, [this] {
        emit answered([mapping = m_mapping->mapping()](Services::ImportRequest &request) {
            request.options.mapping = mapping;
        });
    });
    connect(m_useForAll, &LinkButton::clicked, this, &ImportDetails::useForAllRequested);
    connect(m_report, &LinkButton::clicked, this, [this] { emit reportRequested(m_source); });
}

void ImportDetails::setZones(const QString &review, const QString &last)
{
    m_zone = review;
    const QSignalBlocker blocker(m_zoneCombo);
    while (m_zoneCombo->itemData(0).isValid())
        m_zoneCombo->removeItem(0);
    if (!last.isEmpty() && last != review)
        m_zoneCombo->insertItem(0, last, false);
    m_zoneCombo->insertItem(0, tr("The review’s (%1)").arg(review), true);
    m_zoneCombo->setCurrentIndex(0);
}

void ImportDetails::setBusy(bool isBusy)
{
    m_questions->setEnabled(!isBusy);
    m_mapping->setEnabled(!isBusy);
    m_useForAll->setEnabled(!isBusy && m_useForAll->property("hasAnswer").toBool());
}

void ImportDetails::showFiles(const QList<const ImportFile *> &files, int alike)
{
    setVisible(!files.isEmpty());
    if (files.isEmpty())
        return;
    const ImportFile &first = *files.first();
    m_source = first.state == ImportState::Done ? first.source.id : SourceId();
    m_report->setVisible(!m_source.isNull());
    m_questions->setVisible(first.isOpen());
    showFormats(first);
    showQuestions(files);
    showPreview(first);
    using Importing::Need;
    const auto all = Need::Zone | Need::Date | Need::Start | Need::Mapping;
    const bool hasAnswer = static_cast<bool>(first.answered(all));
    m_useForAll->setProperty("hasAnswer", hasAnswer);
    m_useForAll->setText(tr("Use for all %n files that lack the same", nullptr, alike));
    m_useForAll->setVisible(alike > 0 && first.isOpen());
    m_useForAll->setEnabled(hasAnswer);
    showNotice(files);
}

void ImportDetails::showFormats(const ImportFile &file)
{
    const QSignalBlocker blocker(m_format);
    m_format->clear();
    for (const auto &[id, likelihood] : file.look.preview.candidates)
        m_format->addItem(tr("%1 (%2)").arg(formatName(id), likelihoodText(likelihood)), id);
    if (m_format->count() > 0)
        m_format->insertSeparator(m_format->count());
    for (const auto &importer : formats().all()) {
        if (m_format->findData(importer->id()) < 0)
            m_format->addItem(importer->displayName(), importer->id());
    }
    m_format->setCurrentIndex(m_format->findData(file.importerId()));
}

void ImportDetails::showQuestions(const QList<const ImportFile *> &files)
{
    Importing::Needs needs;
    for (const ImportFile *file : files) {
        if (const auto *importer = formats().find(file->importerId()))
            needs |= importer->needs();
    }
    using Importing::Need;
    const ImportFile &first = *files.first();
    m_zoneBox->setVisible(needs.testFlag(Need::Zone));
    m_dateBox->setVisible(needs.testFlag(Need::Date));
    m_startBox->setVisible(needs.testFlag(Need::Start));
    const QStringList &columns = first.look.preview.columns;
    m_mapping->setVisible(first.isOpen() && needs.testFlag(Need::Mapping) && !columns.isEmpty());
    const auto &options = first.request.options;
    m_mapping->setColumns(columns,
                          options.mapping.isEmpty() ? first.look.guessed : options.mapping);
    const QSignalBlocker blocker(m_zoneCombo);
    if (options.zone.isEmpty())
        m_zoneCombo->setCurrentIndex(0);
    else
        m_zoneCombo->setCurrentText(options.zone);
    if (!m_date->hasFocus())
        m_date->setText(options.date ? toRfc3339(fromUtc(*options.date)).left(10) : QString());
    if (!m_start->hasFocus())
        m_start->setText(options.start ? ZoneClock(m_zone).isoText(*options.start) : QString());
    m_rule->setCurrentIndex(m_rule->findData(static_cast<int>(first.request.laneRule)));
    if (m_lane->text().simplified() != first.request.lane)
        m_lane->setText(first.request.lane);
    m_lane->setPlaceholderText(visibleText(nameOf(first)));
}

void ImportDetails::showPreview(const ImportFile &file)
{
    const auto &preview = file.look.preview;
    const QString lane = file.request.lane.isEmpty() ? nameOf(file) : file.request.lane;
    m_preview->setEvents(preview.events, m_zone, file.request.laneRule, lane);
    m_previewTable->setVisible(!preview.events.isEmpty());
    m_previewTable->resizeColumnsToContents();
    const int widest = m_previewTable->fontMetrics().averageCharWidth() * 26;
    for (const int column :
         { PreviewModel::FoundColumn, PreviewModel::WhoColumn, PreviewModel::LaneColumn })
        m_previewTable->setColumnWidth(column,
                                       std::min(widest, m_previewTable->columnWidth(column)));
    QStringList said;
    for (const ImportProblem &problem : preview.problems.mid(0, kProblemsSaid))
        said << QString(visibleText(problem.place) + u": "_s + visibleText(problem.what));
    if (preview.problems.size() > kProblemsSaid)
        said << tr("and %n more", nullptr,
                   static_cast<int>(preview.problems.size()) - kProblemsSaid);
    m_problems->setText(said.join(u"\n"_s));
    m_problems->setVisible(!said.isEmpty());
}

void ImportDetails::say(const QString &text, bool isWarning)
{
    m_notice->setText(visibleText(text));
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText,
                 isWarning ? paletteFor(this).warning : paletteFor(this).muted);
    m_notice->setPalette(ink);
}

void ImportDetails::showNotice(const QList<const ImportFile *> &files)
{
    const ImportFile &first = *files.first();
    const Importing::Needs missing = first.look.preview.missing;
    using Importing::Need;
    QStringList asked;
    if (missing.testFlag(Need::Zone))
        asked << tr("which time zone its times are in");
    if (missing.testFlag(Need::Date))
        asked << tr("which day its clock times belong to");
    if (missing.testFlag(Need::Start))
        asked << tr("when it started, in %1").arg(m_zone);
    if (missing.testFlag(Need::Mapping))
        asked << tr("which column holds what");
    QString text = first.message;
    if (first.state == ImportState::Asking)
        text = tr("%1 does not say %2. Give it above.").arg(first.name, asked.join(tr(" and ")));
    else if (first.state == ImportState::Unknown)
        text = tr("No format fits %1. Choose one if you know it, or leave the file out; the "
                  "others are imported all the same.")
                   .arg(first.name);
    else if (first.state == ImportState::Failed && first.look.error)
        text = first.look.error->toString();
    else if (first.state == ImportState::Ready && first.lacks().testFlag(Need::Zone))
        text = tr("%1 does not say its time zone; the review’s is taken for it.").arg(first.name);
    else if (text.isEmpty())
        text = first.name;
    if (files.size() > 1)
        text = QString(tr("%n files are chosen, an answer goes to all of them.", nullptr,
                          static_cast<int>(files.size()))
                       + u' ' + text);
    say(text,
        first.state == ImportState::Asking || first.state == ImportState::Unknown
            || first.state == ImportState::Failed);
}

void ImportDetails::answerZone()
{
    const QString text = m_zoneCombo->currentText().trimmed();
    const bool isReviews = text.isEmpty() || text == m_zoneCombo->itemText(0);
    if (!isReviews && !ZoneClock::isKnownZone(text)) {
        say(tr("There is no time zone “%1”. Write it like Europe/Paris.").arg(text), true);
        return;
    }
    const QString zone = isReviews ? QString() : text;
    emit answered([zone](Services::ImportRequest &request) { request.options.zone = zone; });
    if (!zone.isEmpty())
        emit zoneChosen(zone);
}

void ImportDetails::answerDate()
{
    const QString text = m_date->text();
    const auto day = readDayEntry(text);
    if (!day && !text.trimmed().isEmpty()) {
        say(tr("“%1” is no day. Write it like 2026-03-12.").arg(text), true);
        return;
    }
    emit answered([day](Services::ImportRequest &request) { request.options.date = day; });
}

void ImportDetails::answerStart()
{
    const QString text = m_start->text();
    const auto start = readTimeEntry(text, ZoneClock(m_zone));
    if (!start && !text.trimmed().isEmpty()) {
        say(tr("“%1” is no time. Write it like 2026-03-12 14:16.").arg(text), true);
        return;
    }
    emit answered([start](Services::ImportRequest &request) { request.options.start = start; });
}

} // namespace SecondStory::Ui
