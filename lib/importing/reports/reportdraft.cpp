// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/reportdraft.h"

#include "importing/importerrors.h"
#include "importing/plainwords.h"
#include "importing/recordwriter.h"
#include "importing/reports/durationtext.h"
#include "importing/reports/frontmatter.h"
#include "importing/reports/reportentry.h"
#include "importing/reports/reportitems.h"
#include "importing/reports/reporttext.h"
#include "importing/reports/sectionwords.h"
#include "importing/reports/timelineclock.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kItemsKept = 1'000;
constexpr qsizetype kFewestEntries = 2; ///< outside a timeline's section: one is prose

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// Puts one file into a draft, part by part.
class DraftReader {
public:
    DraftReader(const QStringList &lines, const QString &fileName, const ImportOptions &options)
        : m_lines(withoutFrontMatter(lines, m_matter))
        , m_classified(classifyLines(m_lines))
        , m_statements(statementsOf(m_classified))
        , m_timeline(timelineOf(timelineLines(lines), fileName))
        , m_clock(m_timeline, options)
    {
        m_draft.hasFrontMatter = !m_matter.isEmpty();
    }

    ReportDraft read(const QString &fileName)
    {
        takeFrontMatter();
        takeEntries();
        takeStatements();
        const auto outline = outlineOf(m_classified);
        const SectionWords words(m_classified);
        takeSections(outline, words);
        takeMarkedTasks();
        if (m_draft.summary.isEmpty())
            m_draft.summary = words.summary(outline);
        takeTitle(fileName);
        m_draft.zone = m_clock.usedZone();
        remarkOnOrder();
        return std::move(m_draft);
    }

private:
    static QStringList withoutFrontMatter(const QStringList &lines, FrontMatter &matter)
    {
        matter = readFrontMatter(lines);
        QStringList body = lines;
        std::fill_n(body.begin(), matter.lineCount, QString());
        return body;
    }

    /// The timeline finder takes the day from a whole front matter itself.
    [[nodiscard]] QStringList timelineLines(const QStringList &lines) const
    {
        const QString first = lines.value(0).trimmed();
        const bool isWhole = first == u"---"_s || first == u"+++"_s;
        return isWhole || m_matter.isEmpty() ? lines : m_lines;
    }

    static QList<StatedMoment> statementsOf(const std::vector<ReportLine> &lines)
    {
        QList<StatedMoment> statements;
        for (size_t i = 0; i < lines.size() && statements.size() < kItemsKept; ++i) {
            if (auto stated = readStatedMoment(lines[i], static_cast<qint64>(i) + 1))
                statements.append(std::move(*stated));
        }
        return statements;
    }

    [[nodiscard]] ReportTimeline timelineOf(const QStringList &lines, const QString &fileName) const
    {
        ReportTimeline timeline = findTimeline(lines, fileName);
        const auto entries = std::count_if(
            timeline.items.begin(), timeline.items.end(),
            [](const TimelineItem &item) { return item.type == TimelineItem::Type::Entry; });
        if (!timeline.hasSection && entries < kFewestEntries)
            timeline.items.clear();
        // Where no title names the day, the record's first statement does.
        if (!timeline.titleDay && !m_statements.isEmpty()) {
            const auto &day = m_statements.first().item.phrase.day;
            timeline.titleDay = day && day->year != 0 ? day : std::nullopt;
        }
        return timeline;
    }

    static void note(QList<ReportNote> &notes, qint64 line, const QString &what)
    {
        notes.append({ linePlace(line), what });
    }

    RecordedTime placed(const TimelineClock::Reading &reading, qint64 line)
    {
        m_draft.lacking.setFlag(Need::Zone,
                                m_draft.lacking.testFlag(Need::Zone) || reading.lacksZone);
        m_draft.lacking.setFlag(Need::Date,
                                m_draft.lacking.testFlag(Need::Date) || reading.lacksDay);
        for (const QString &remark : reading.remarks)
            note(m_draft.remarks, line, remark);
        return reading.time;
    }

    void takeFrontMatter()
    {
        for (const FrontMatterProblem &problem : m_matter.problems)
            note(m_draft.remarks, problem.line, problem.what);
        for (const FrontMatterField &field : m_matter.fields) {
            if (!takeKnownField(field) && !takeKeyTime(field))
                m_draft.otherFields.append({ field.key, field.values });
        }
    }

    bool takeKnownField(const FrontMatterField &field)
    {
        const QString key = field.key.toLower();
        const QString value = field.values.value(0).trimmed();
        if (key == u"title"_s)
            m_draft.title = value.simplified();
        else if (key == u"summary"_s || key == u"description"_s || key == u"teaser"_s)
            m_draft.summary = m_draft.summary.isEmpty() ? value : m_draft.summary;
        else if (key == u"company"_s || key == u"organization"_s || key == u"organisation"_s)
            m_draft.company = value;
        else if (key == u"product"_s || key == u"service"_s)
            m_draft.product = value;
        else if (key == u"url"_s || key == u"link"_s)
            m_draft.url = value;
        else if (key == u"categories"_s || key == u"category"_s)
            m_draft.categories += field.values;
        else if (key == u"tags"_s || key == u"keywords"_s)
            m_draft.tags += field.values;
        else if (isDurationLabel(field.key))
            takeDuration({ field.key, value, field.line });
        else
            return false;
        return true;
    }

    bool takeKeyTime(const FrontMatterField &field)
    {
        const auto moment = momentFromLabel(field.key);
        const QString value = field.values.value(0).trimmed();
        if (!moment || field.isList || value.isEmpty())
            return false;
        auto item = readKeyTime(value, field.line);
        if (!item) {
            note(m_draft.remarks, field.line, translated("“%1” is not a time").arg(value.left(60)));
            return false;
        }
        const QString text = field.key + u": "_s + value;
        takeMoment({ *moment, field.key, text, std::move(*item) });
        return true;
    }

    void takeMoment(const StatedMoment &stated)
    {
        std::optional<StatedTime> &slot = slotOf(stated.moment);
        if (slot)
            return note(
                m_draft.remarks, stated.item.line,
                translated("“%1” is stated a second time; the first counts").arg(stated.label));
        const auto reading = m_clock.readAside(stated.item);
        if (reading.isNoRealDay)
            return note(m_draft.skipped, stated.item.line,
                        translated("“%1” is not a real day").arg(stated.item.timeText));
        slot = StatedTime{ placed(reading, stated.item.line), stated.label, stated.text,
                           linePlace(stated.item.line), stated.item.line };
    }

    std::optional<StatedTime> &slotOf(ReportMoment moment)
    {
        switch (moment) {
        case ReportMoment::Began:
            return m_draft.began;
        case ReportMoment::Detected:
            return m_draft.detected;
        case ReportMoment::Declared:
            return m_draft.declared;
        case ReportMoment::Mitigated:
            return m_draft.mitigated;
        case ReportMoment::Resolved:
            break;
        }
        return m_draft.resolved;
    }

    void takeDuration(const StatedLength &length)
    {
        m_draft.durations.append(
            { length.label, length.text, linePlace(length.line), readDuration(length.text) });
    }

    void takeEntries()
    {
        for (const TimelineItem &item : m_timeline.items) {
            if (item.type == TimelineItem::Type::Day)
                m_clock.setDay(*item.phrase.day);
            else if (item.type == TimelineItem::Type::Unreadable)
                note(m_draft.skipped, item.line,
                     translated("“%1” is not a time").arg(item.timeText.left(60)));
            else
                takeEntry(item);
        }
    }

    void takeEntry(const TimelineItem &item)
    {
        const auto reading = m_clock.read(item);
        auto event = entryFrom(item);
        if (reading.isNoRealDay)
            return note(m_draft.skipped, item.line,
                        translated("“%1” is not a real day").arg(item.timeText));
        if (!event)
            return note(m_draft.skipped, item.line, translated("has a time but no words"));
        event->time = placed(reading, item.line);
        m_draft.entries.append(std::move(*event));
    }

    void takeStatements()
    {
        for (const StatedMoment &stated : m_statements)
            takeMoment(stated);
        for (size_t i = 0; i < m_classified.size() && m_draft.durations.size() < kItemsKept; ++i) {
            if (const auto length = readStatedLength(m_classified[i], static_cast<qint64>(i) + 1))
                takeDuration(*length);
        }
    }

    void takeSections(const std::vector<OutlineSection> &outline, const SectionWords &words)
    {
        for (const OutlineSection &section : outline) {
            const QString body = words.body(section);
            if (section.level == 0 && body.isEmpty())
                continue;
            m_draft.sections.append(
                { section.heading, body, static_cast<qint64>(section.first) + 1 });
            takeItems(section, words);
        }
    }

    QStringList *listOf(SectionRole role)
    {
        switch (role) {
        case SectionRole::Actions:
        case SectionRole::Remedies:
            return &m_draft.actionItems;
        case SectionRole::WentWell:
            return &m_draft.wentWell;
        case SectionRole::WentPoorly:
            return &m_draft.wentPoorly;
        case SectionRole::Lucky:
            return &m_draft.gotLucky;
        case SectionRole::Learnings:
            return &m_draft.learnings;
        case SectionRole::Factors:
            return &m_draft.contributingFactors;
        case SectionRole::Other:
        case SectionRole::Summary:
        case SectionRole::Timeline:
        case SectionRole::Identified:
        case SectionRole::Impact:
            break;
        }
        return nullptr;
    }

    void takeItems(const OutlineSection &section, const SectionWords &words)
    {
        QStringList *list = listOf(section.role);
        if (list != nullptr)
            *list += words.items(section).mid(0, qMax<qsizetype>(0, kItemsKept - list->size()));
    }

    void takeMarkedTasks()
    {
        for (const QString &task : markedTasks(m_classified)) {
            if (m_draft.actionItems.size() >= kItemsKept)
                return;
            const bool isKnown =
                std::any_of(m_draft.actionItems.begin(), m_draft.actionItems.end(),
                            [&task](const QString &item) { return item.contains(task.left(80)); });
            if (!isKnown)
                m_draft.actionItems.append(task);
        }
    }

    void takeTitle(const QString &fileName)
    {
        for (const ReportLine &line : m_classified) {
            if (m_draft.title.isEmpty() && line.type == LineType::Heading && line.level == 1)
                m_draft.title = withoutMarkdown(line.content);
        }
        if (m_draft.title.isEmpty())
            m_draft.title = firstSentence(m_draft.summary);
        if (m_draft.title.trimmed().isEmpty())
            m_draft.title = fileName;
        m_draft.title = titleFrom(m_draft.title);
    }

    /// Dates are often mistyped; what cannot be is told, and nothing is changed.
    void remarkOnOrder()
    {
        const auto &first = m_draft.began ? m_draft.began : m_draft.detected;
        if (!first || !first->time.start)
            return;
        for (const StatedTime &stated : m_draft.statedTimes()) {
            if (stated.time.start && *stated.time.start < *first->time.start)
                note(m_draft.remarks, stated.line,
                     translated("“%1” lies before “%2”").arg(stated.label, first->label));
        }
    }

    FrontMatter m_matter;
    QStringList m_lines;
    std::vector<ReportLine> m_classified;
    QList<StatedMoment> m_statements;
    ReportTimeline m_timeline;
    TimelineClock m_clock;
    ReportDraft m_draft;
};

} // namespace

QList<StatedTime> ReportDraft::statedTimes() const
{
    QList<StatedTime> times;
    for (const auto *stated : { &began, &detected, &declared, &mitigated, &resolved }) {
        if (*stated)
            times.append(**stated);
    }
    std::stable_sort(times.begin(), times.end(),
                     [](const StatedTime &a, const StatedTime &b) { return a.line < b.line; });
    return times;
}

Result<ReportDraft> readReportDraft(EvidenceInput &input, const ImportOptions &options)
{
    const auto text = readReportText(input);
    if (!text)
        return tl::make_unexpected(text.error());
    ReportDraft draft = DraftReader(text->lines, input.name(), options).read(input.name());
    if (text->repairedLine > 0)
        draft.remarks.prepend({ linePlace(text->repairedLine),
                                translated("bytes that are not UTF-8 were replaced") });
    return draft;
}

} // namespace SecondStory::Importing
