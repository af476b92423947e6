// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/exportpanel.h"

#include "theme/theme.h"
#include "theme/widgets.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

using Reporting::Paper;
using Reporting::ReportFormat;

namespace {

QLabel *hiddenLabel(QWidget *parent)
{
    auto *label = wrappedLabel(parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->hide();
    return label;
}

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

ExportPanel::ExportPanel(QWidget *parent)
    : QFrame(parent)
    , m_format(new QComboBox(this))
    , m_paper(new QComboBox(this))
    , m_table(new QCheckBox(tr("List the events at the end"), this))
    , m_names(new QCheckBox(tr("Call people by their own names"), this))
    , m_path(new QLineEdit(this))
    , m_warnings(hiddenLabel(this))
    , m_message(hiddenLabel(this))
    , m_export(new QPushButton(tr("Export"), this))
{
    m_format->addItem(tr("PDF"), static_cast<int>(ReportFormat::Pdf));
    m_format->addItem(tr("HTML, one file"), static_cast<int>(ReportFormat::Html));
    m_format->addItem(tr("Markdown"), static_cast<int>(ReportFormat::Markdown));
    m_paper->addItem(tr("A4"), static_cast<int>(Paper::A4));
    m_paper->addItem(tr("Letter"), static_cast<int>(Paper::Letter));
    if (QLocale().territory() == QLocale::UnitedStates || QLocale().territory() == QLocale::Canada)
        m_paper->setCurrentIndex(1);
    m_table->setChecked(true);
    m_export->setDefault(true);
    addRows();
    for (auto *box : { m_format, m_paper })
        connect(box, &QComboBox::currentIndexChanged, this, &ExportPanel::optionsChanged);
    for (auto *box : { m_table, m_names })
        connect(box, &QCheckBox::toggled, this, &ExportPanel::optionsChanged);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportPanel::takeFormat);
    connect(m_export, &QPushButton::clicked, this, [this] {
        say(m_message, {});
        emit exportRequested(path());
    });
}

void ExportPanel::addRows()
{
    auto *browseButton = new QPushButton(tr("Choose…"), this);
    connect(browseButton, &QPushButton::clicked, this, &ExportPanel::browse);
    auto *pathRow = new QHBoxLayout;
    pathRow->addWidget(m_path, 1);
    pathRow->addWidget(browseButton);
    auto *formatRow = new QHBoxLayout;
    formatRow->addWidget(m_format, 1);
    formatRow->addWidget(m_paper);
    auto *exportRow = new QHBoxLayout;
    exportRow->addStretch();
    exportRow->addWidget(m_export);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(Space::kWide, Space::kPanel, Space::kWide, Space::kPanel);
    form->setVerticalSpacing(Space::kSmall);
    form->addRow(tr("Format"), formatRow);
    form->addRow(tr("File"), pathRow);
    form->addRow(QString(), m_table);
    form->addRow(QString(), m_names);
    form->addRow(m_warnings);
    form->addRow(m_message);
    form->addRow(exportRow);
    m_path->setAccessibleName(tr("File to write"));
    m_format->setAccessibleName(tr("Format"));
    m_paper->setAccessibleName(tr("Paper"));
}

void ExportPanel::suggestName(const QString &title)
{
    if (!m_path->text().isEmpty())
        return;
    QString name = title.toLower();
    name.replace(QRegularExpression(u"[^\\p{L}\\p{N}]+"_s), u"-"_s);
    name = name.left(60);
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    m_path->setText(folder.filePath((name.isEmpty() ? u"report"_s : name) + u'.'
                                    + Reporting::endingOf(options().format)));
}

Reporting::ReportOptions ExportPanel::options() const
{
    Reporting::ReportOptions options;
    options.format = static_cast<ReportFormat>(m_format->currentData().toInt());
    options.paper = static_cast<Paper>(m_paper->currentData().toInt());
    options.includeTimelineTable = m_table->isChecked();
    options.names =
        m_names->isChecked() ? Reporting::NamesPolicy::Names : Reporting::NamesPolicy::Pseudonyms;
    return options;
}

/// The file's ending follows the format, so that the two never say different things.
void ExportPanel::takeFormat()
{
    const QFileInfo file(m_path->text());
    m_paper->setEnabled(options().format == ReportFormat::Pdf);
    if (!m_path->text().isEmpty() && Reporting::formatOf(m_path->text()) != options().format)
        m_path->setText(
            QDir(file.path())
                .filePath(file.completeBaseName() + u'.' + Reporting::endingOf(options().format)));
}

void ExportPanel::browse()
{
    const QString chosen =
        QFileDialog::getSaveFileName(this, tr("Export the report"), m_path->text(),
                                     tr("PDF (*.pdf);;HTML (*.html);;Markdown (*.md)"));
    if (chosen.isEmpty())
        return;
    m_path->setText(chosen);
    if (const auto format = Reporting::formatOf(chosen))
        m_format->setCurrentIndex(m_format->findData(static_cast<int>(*format)));
}

void ExportPanel::showWarnings(const QStringList &warnings)
{
    say(m_warnings, warnings.join(u'\n'));
}

void ExportPanel::showResult(const QString &path, const Result<Reporting::WrittenReport> &result)
{
    say(m_message, result ? tr("Written to %1").arg(path) : result.error().toString());
}

} // namespace SecondStory::Ui
