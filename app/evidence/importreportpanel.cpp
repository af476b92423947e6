// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/importreportpanel.h"

#include "domain/labels.h"
#include "domain/skewtext.h"
#include "evidence/evidencewords.h"
#include "theme/theme.h"
#include "theme/tooltip.h"
#include "theme/widgets.h"
#include "widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kFactsAcross = 3;
constexpr int kProblemsSeen = 14;
constexpr qsizetype kDigestShown = 12;

} // namespace

ImportReportPanel::ImportReportPanel(QWidget *parent)
    : QWidget(parent)
{
    m_counts = plainLabel({}, 1.0, QFont::DemiBold, this);
    m_counts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_counts->setWordWrap(true);
    m_facts = new QGridLayout;
    m_facts->setHorizontalSpacing(Space::kWide);
    m_facts->setVerticalSpacing(Space::kSmall);
    for (int column = 0; column < kFactsAcross; ++column)
        m_facts->setColumnStretch(column, 1);
    m_problemTitle = mutedLabel({}, 0.85, this);
    m_problems = new QTableWidget(0, 2, this);
    makeQuiet(m_problems);
    m_problems->setHorizontalHeaderLabels({ tr("Place"), tr("What was found") });
    m_problems->horizontalHeader()->setStretchLastSection(true);
    m_problems->setAccessibleName(tr("Records that could not be taken as they stand"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Space::kPanel, Space::kWide, Space::kPanel);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(m_counts);
    layout->addLayout(m_facts);
    layout->addWidget(m_problemTitle);
    layout->addWidget(m_problems);
    layout->addStretch();
}

void ImportReportPanel::addFact(const QString &name, const QString &value, bool isWarning)
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *label = new ElidedLabel(Qt::ElideMiddle, box);
    label->setWholeText(value);
    label->setAccessibleName(QString(name + u": "_s + value));
    if (isWarning) {
        QPalette ink = label->palette();
        ink.setColor(QPalette::WindowText, paletteFor(this).warning);
        label->setPalette(ink);
    }
    layout->addWidget(mutedLabel(name, 0.85, box));
    layout->addWidget(label);
    m_facts->addWidget(box, m_factCount / kFactsAcross, m_factCount % kFactsAcross);
    ++m_factCount;
}

void ImportReportPanel::addDigest(const QString &name, const QByteArray &bytes)
{
    const QString digest = QString::fromLatin1(bytes.toHex());
    addFact(name, QString(digest.left(kDigestShown) + u'…'));
    QWidget *box = m_facts->itemAt(m_facts->count() - 1)->widget();
    auto *copy = new LinkButton(tr("Copy the whole"), box);
    copy->setAccessibleName(tr("Copy the whole: %1").arg(name));
    copy->setToolTip(digest);
    connect(copy, &LinkButton::clicked, this,
            [digest] { QGuiApplication::clipboard()->setText(digest); });
    box->layout()->addWidget(copy);
    box->layout()->setAlignment(copy, Qt::AlignLeft);
}

void ImportReportPanel::setSource(const EvidenceSource &source, const QString &zone)
{
    if (m_source.id != source.id)
        m_isKeptWhole.reset();
    m_source = source;
    m_clock = ZoneClock(zone);
    clearLayout(m_facts);
    m_factCount = 0;
    const QLocale locale;
    m_counts->setText(countsText(source));
    addFact(tr("File"), visibleText(source.fileName));
    addFact(tr("Format"),
            tr("%1, version %2 of the reader")
                .arg(formatName(source.importerId))
                .arg(source.importerVersion));
    addFact(tr("Events"), daysText(source, m_clock));
    addFact(tr("Times"),
            source.zone.isEmpty() ? wordFor(source.basis)
                                  : QString(wordFor(source.basis) + u": "_s + source.zone),
            source.basis == TimeBasis::ZoneAssumed);
    if (!source.assumedDate.isEmpty())
        addFact(tr("Date given"), source.assumedDate, true);
    if (!source.assumedStart.isEmpty()) {
        const auto start = fromRfc3339(source.assumedStart);
        addFact(tr("Start given"), start ? m_clock.isoText(*start) : source.assumedStart, true);
    }
    if (source.undated > 0)
        addFact(tr("Undated"), locale.toString(source.undated));
    addFact(tr("People"), locale.toString(source.authors));
    addFact(tr("Size"), sizeText(source.size));
    const QString imported = m_clock.isoText(source.importedAt).left(16);
    addFact(tr("Imported"),
            source.importedBy.isEmpty()
                ? imported
                : tr("%1 by %2").arg(imported, visibleText(source.importedBy)));
    if (m_isKeptWhole)
        addFact(tr("Kept here"),
                *m_isKeptWhole ? tr("the whole file") : tr("the records that were read"));
    if (source.skewUs != 0)
        addFact(tr("Clock moved"), skewText(source.skewUs), true);
    addDigest(tr("SHA-256"), source.sha256);
    if (!source.contentSha256.isEmpty())
        addDigest(tr("SHA-256, unpacked"), source.contentSha256);

    const auto shown = static_cast<int>(source.problems.size());
    m_problemTitle->setVisible(source.problemCount > 0);
    m_problems->setVisible(source.problemCount > 0);
    m_problemTitle->setText(source.problemCount > shown
                                ? tr("%1 remarks, the first %2 shown")
                                      .arg(locale.toString(source.problemCount))
                                      .arg(shown)
                                : tr("%n remark(s) of the reader", nullptr, shown));
    m_problems->setRowCount(shown);
    for (int row = 0; row < shown; ++row) {
        const QString texts[]{ visibleText(source.problems[row].place),
                               visibleText(source.problems[row].what) };
        for (int column = 0; column < 2; ++column) {
            auto item = std::make_unique<QTableWidgetItem>(texts[column]);
            item->setToolTip(plainToolTip(texts[column]));
            m_problems->setItem(row, column, item.release());
        }
    }
    m_problems->resizeColumnToContents(0);
    m_problems->setFixedHeight(m_problems->verticalHeader()->defaultSectionSize()
                                   * (1 + std::min(shown, kProblemsSeen))
                               + 2);
}

void ImportReportPanel::setKept(bool isWhole)
{
    m_isKeptWhole = isWhole;
    setSource(m_source, m_clock.zoneId());
}

void ImportReportPanel::copy() const
{
    QGuiApplication::clipboard()->setText(reportText(m_source, m_clock));
}

} // namespace SecondStory::Ui
