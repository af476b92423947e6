// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "help/handbookpage.h"

#include "theme/theme.h"

#include <QFile>
#include <QHBoxLayout>
#include <QListWidget>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// In the order one reads them.
const QStringList &chapterNames()
{
    static const QStringList names{
        u"welcome"_s,  u"first-hour"_s,   u"evidence-and-time"_s, u"import-formats"_s,
        u"timeline"_s, u"canvas"_s,       u"pressures"_s,         u"report"_s,
        u"safety"_s,   u"command-line"_s, u"exchange-format"_s,   u"glossary"_s
    };
    return names;
}

QString markdownOf(const QString &chapter)
{
    QFile file(u":/help/%1.md"_s.arg(chapter));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString titleOf(const QString &markdown)
{
    const QString line = markdown.left(markdown.indexOf(u'\n'));
    return line.startsWith(u"# ") ? line.mid(2).remove(u'`').trimmed() : line;
}

/// Shows our own pages only: a link to anything else is not followed, a picture not loaded.
class HandbookText final : public QTextBrowser {
public:
    using QTextBrowser::QTextBrowser;

protected:
    QVariant loadResource(int, const QUrl &) override { return QByteArray(); }
};

} // namespace

HandbookPage::HandbookPage(QWidget *parent)
    : QWidget(parent)
    , m_chapters(new QListWidget)
    , m_text(new HandbookText)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::kWide, Space::kWide, 0, 0);
    layout->setSpacing(Space::kSection);
    m_chapters->setFrameShape(QFrame::NoFrame);
    m_chapters->setFixedWidth(fontMetrics().averageCharWidth() * 30);
    m_chapters->setAccessibleName(tr("Chapters"));
    m_chapters->viewport()->setAutoFillBackground(false);
    for (const QString &name : chapterNames()) {
        const QString markdown = markdownOf(name);
        if (markdown.isEmpty())
            continue;
        auto *item = new QListWidgetItem(titleOf(markdown), m_chapters);
        item->setData(Qt::UserRole, name);
        item->setSizeHint(QSize(10, std::max(Space::kRow, fontMetrics().height() + Space::kSmall)));
    }
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setAccessibleName(tr("Chapter"));
    m_text->document()->setDocumentMargin(Space::kWide);
    layout->addWidget(m_chapters);
    layout->addWidget(m_text, 1);
    connect(m_chapters, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item)
            m_text->setMarkdown(markdownOf(item->data(Qt::UserRole).toString()));
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        QString name = url.path();
        if (name.endsWith(u".md"))
            name.chop(3);
        open(name.section(u'/', -1));
    });
    m_chapters->setCurrentRow(0);
}

void HandbookPage::open(const QString &chapter)
{
    for (int i = 0; i < m_chapters->count(); ++i) {
        if (m_chapters->item(i)->data(Qt::UserRole).toString() == chapter)
            m_chapters->setCurrentRow(i);
    }
}

} // namespace SecondStory::Ui
