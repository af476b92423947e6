// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "help/handbookpage.h"

#include "help/formatpages.h"
#include "theme/theme.h"

#include <QFile>
#include <QHBoxLayout>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// The chapters in reading order; each is a file under resources/help.
const QStringList &chapterNames()
{
    static const QStringList names{ u"welcome"_s,        u"first-hour"_s,   u"evidence-and-time"_s,
                                    u"import-formats"_s, u"timeline"_s,     u"moments"_s,
                                    u"canvas"_s,         u"pressures"_s,    u"report"_s,
                                    u"safety"_s,         u"command-line"_s, u"exchange-format"_s,
                                    u"glossary"_s };
    return names;
}

QString markdownOf(const QString &chapter)
{
    QFile file(u":/help/%1.md"_s.arg(chapter));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.readAll());
    return text.replace(u"<!-- formats -->"_s, formatTable());
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
    , m_chapters(new QTreeWidget)
    , m_text(new HandbookText)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::kWide, Space::kWide, 0, 0);
    layout->setSpacing(Space::kSection);
    m_chapters->setFrameShape(QFrame::NoFrame);
    m_chapters->setHeaderHidden(true);
    m_chapters->setIndentation(Space::kPanel);
    m_chapters->setFixedWidth(fontMetrics().averageCharWidth() * 34);
    m_chapters->setAccessibleName(tr("Chapters"));
    m_chapters->viewport()->setAutoFillBackground(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setAccessibleName(tr("Chapter"));
    m_text->document()->setDocumentMargin(Space::kWide);
    layout->addWidget(m_chapters);
    layout->addWidget(m_text, 1);
    connect(m_chapters, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item)
            show(item->data(0, Qt::UserRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        QString name = url.path();
        if (name.endsWith(u".md"))
            name.chop(3);
        open(name);
    });
    fill();
}

QTreeWidgetItem *HandbookPage::add(const QString &chapter, QTreeWidgetItem *above)
{
    auto item = std::make_unique<QTreeWidgetItem>();
    item->setText(0, titleOf(markdownOf(chapter)));
    item->setData(0, Qt::UserRole, chapter);
    item->setSizeHint(0, QSize(10, std::max(Space::kRow, fontMetrics().height() + Space::kSmall)));
    // The tree owns what it is given.
    QTreeWidgetItem *added = item.release();
    if (above)
        above->addChild(added);
    else
        m_chapters->addTopLevelItem(added);
    return added;
}

void HandbookPage::fill()
{
    for (const QString &name : chapterNames()) {
        if (markdownOf(name).isEmpty())
            continue;
        QTreeWidgetItem *item = add(name, nullptr);
        if (name != u"import-formats")
            continue;
        for (const QString &page : formatPages())
            (void)add(page, item);
    }
    m_chapters->setCurrentItem(m_chapters->topLevelItem(0));
}

void HandbookPage::show(const QString &chapter)
{
    m_text->setMarkdown(markdownOf(chapter));
}

void HandbookPage::open(const QString &chapter)
{
    for (QTreeWidgetItemIterator it(m_chapters); *it; ++it) {
        const QString name = (*it)->data(0, Qt::UserRole).toString();
        if (name == chapter || name.section(u'/', -1) == chapter.section(u'/', -1)) {
            m_chapters->setCurrentItem(*it);
            return;
        }
    }
}

} // namespace SecondStory::Ui
