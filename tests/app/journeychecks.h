// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journeyevidence.h"
#include "app/journeyfixture.h"
#include "canvas/canvaspage.h"
#include "canvas/canvasview.h"
#include "canvas/titleeditor.h"
#include "domain/zoneclock.h"
#include "evidence/evidencepage.h"
#include "evidence/importassistant.h"

#include <QRegularExpression>
#include <QUndoStack>

namespace SecondStory::Testing {

using namespace Ui;

inline constexpr int kPatience = 60'000; ///< milliseconds; reached only where something is broken

template <class T>
void forgetVersions(QList<T> &records)
{
    for (T &record : records) {
        if constexpr (requires { record.version; })
            record.version = 0;
    }
    std::sort(records.begin(), records.end(),
              [](const T &a, const T &b) { return a.id.value < b.id.value; });
}

/// What a review says, without how often it was written.
inline ReviewContents meaning(ReviewContents c)
{
    c.review.version = 0;
    c.review.updated = {};
    forgetVersions(c.people);
    forgetVersions(c.lanes);
    forgetVersions(c.sources);
    forgetVersions(c.factors);
    forgetVersions(c.influences);
    forgetVersions(c.pressures);
    forgetVersions(c.codings);
    forgetVersions(c.evidenceLinks);
    forgetVersions(c.sections);
    forgetVersions(c.marks);
    return c;
}

inline void waitForFiles(const Desk &desk, const JourneyEvidence &evidence)
{
    ImportAssistant *assistant = desk.workspace().evidence()->assistant();
    QTRY_COMPARE_WITH_TIMEOUT(assistant->fileCount(), int(evidence.files.size()), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!assistant->isLooking(), kPatience);
}

inline void waitForEvents(const Desk &desk, const JourneyEvidence &evidence)
{
    QTRY_COMPARE_WITH_TIMEOUT(desk.contents().sources.size(), evidence.files.size(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.workspace().evidence()->assistant()->isImporting(), kPatience);
    QVERIFY(desk.document().events().size() > 0);
    QCOMPARE(desk.clockOf(evidence.first).left(5), u"14:17"_s);
    QCOMPARE(desk.clockOf(evidence.later).left(5), u"17:00"_s);
    const auto undated = desk.event(evidence.undated);
    QVERIFY(undated && !undated->effectiveStart());
}

inline void checkPdf(const Desk &desk, const JourneyEvidence &evidence, const QString &path)
{
    const auto words = wordsOfPdf(path);
    if (!words)
        QSKIP("no pdftotext on this machine");

    QVERIFY(words->contains(evidence.title));
    for (const Factor &factor : desk.contents().factors) {
        // A long title may be broken over lines.
        const QString beginning = factor.title.section(u' ', 0, 1);
        QVERIFY2(words->contains(beginning), qPrintable(factor.title));
    }
    QVERIFY(words->contains(u"It began with"_s));
    QVERIFY(words->contains(u"2X:XX"_s));
    // The list of the events at the end: all that have a time, in order, as the report has it.
    static const QRegularExpression row(u"^(?:about )?(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d)"_s,
                                        QRegularExpression::MultilineOption);
    QStringList times;
    for (auto each = row.globalMatch(*words); each.hasNext();)
        times << each.next().captured(1);
    QCOMPARE(times.size(), qsizetype(desk.document().events().rows.size()));
    QVERIFY(std::is_sorted(times.begin(), times.end()));
    for (const QString &part : { evidence.first, evidence.wordsEvent, evidence.later }) {
        const Event event = *desk.event(part);
        const QString time = desk.document().clock().isoText(*event.effectiveStart()).left(16);
        const QRegularExpression line(u"^"_s + time + u".*"_s
                                          + QRegularExpression::escape(part.left(14)),
                                      QRegularExpression::MultilineOption);
        QVERIFY2(words->contains(line), qPrintable(line.pattern()));
    }
}

inline void writeCard(const Desk &desk, const QString &title)
{
    QVERIFY(desk.workspace().canvas()->view().titleEditor().isOpen());
    QCOMPARE(QApplication::focusWidget(), &desk.workspace().canvas()->view().titleEditor());
    Hands::type(title);
    Hands::key(Qt::Key_Return);
    QVERIFY2(!desk.factor(title).isNull(), qPrintable(title));
    QTest::qWait(350);
}

inline void takeAllBackAndBringItAgain(const Desk &desk, const ReviewContents &created)
{
    STEP(desk.goByKey(Qt::Key_3, Place::Overview));
    QUndoStack *stack = desk.document().undoStack();
    const ReviewContents all = meaning(desk.contents());
    const auto events = desk.document().events().size();
    const int steps = stack->index();
    QVERIFY(steps > 10);
    for (int i = 0; i < steps; ++i)
        Hands::key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY2(!stack->canUndo(), qPrintable(u"left: "_s + stack->undoText()));
    QCOMPARE(desk.document().events().size(), 0);
    QVERIFY(meaning(withoutTraces(desk.contents())) == meaning(withoutTraces(created)));
    for (int i = 0; i < steps; ++i)
        Hands::key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY2(!stack->canRedo(), qPrintable(u"left: "_s + stack->redoText()));
    QCOMPARE(desk.document().events().size(), events);
    QVERIFY(meaning(desk.contents()) == all);
}

} // namespace SecondStory::Testing
