// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journeychecks.h"
#include "reports/narrativeedit.h"
#include "reports/reportpage.h"
#include "timeline/timelineview.h"

#include <QSignalSpy>

namespace SecondStory::Testing {

inline void beginByKeys(const Desk &desk, const JourneyEvidence &evidence)
{
    Hands::key(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), desk.named<QLineEdit>(u"Title"_s));
    Hands::type(evidence.title);
    Hands::key(Qt::Key_Tab);
    auto *zone = desk.named<QComboBox>(u"Time zone"_s);
    QVERIFY(zone->hasFocus() || zone->lineEdit()->hasFocus());
    Hands::type(evidence.zone);
    Hands::key(Qt::Key_Return);
    QVERIFY(Hands::tabTo(desk.button(u"Begin the review"_s)));
    Hands::key(Qt::Key_Space);
    QVERIFY(desk.session->document());
    QCOMPARE(desk.contents().review.title, evidence.title);
    QCOMPARE(desk.contents().review.zone, evidence.zone);
}

inline void importByKeys(const Desk &desk, const JourneyEvidence &evidence)
{
    STEP(desk.goByKey(Qt::Key_4, Place::Evidence));
    desk.workspace().evidence()->importPaths(evidence.files);
    STEP(waitForFiles(desk, evidence));
    QVERIFY(desk.workspace().evidence()->assistant()->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(Hands::tabTo(desk.button(u"Import %1 files"_s.arg(evidence.files.size()))));
    Hands::key(Qt::Key_Space);
    STEP(waitForEvents(desk, evidence));
}

inline void walkTheLineByKeys(const Desk &desk)
{
    STEP(desk.goByKey(Qt::Key_5, Place::Timeline));
    TimelineSelection &selection = desk.workspace().selection();
    Hands::key(Qt::Key_Home);
    const qint64 first = selection.current();
    QVERIFY(first != 0);
    Hands::key(Qt::Key_Period);
    QVERIFY(selection.current() != first);
    Hands::key(Qt::Key_S, Qt::ShiftModifier);
    QVERIFY(desk.document().eventBySeq(selection.current())->starred);
    Hands::key(Qt::Key_N);
    Hands::type(u"Nobody was sure any more"_s);
    Hands::key(Qt::Key_Return);
    const auto own = desk.event(u"Nobody was sure"_s);
    QVERIFY(own);
    QCOMPARE(selection.current(), desk.document().seqOf(own->id));
    Hands::key(Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(*desk.event(u"Nobody was sure"_s)->effectiveStart() > *own->effectiveStart());
    Hands::key(Qt::Key_Return);
    Hands::type(u"Nobody was sure of the numbers"_s);
    Hands::key(Qt::Key_Return);
    QVERIFY(desk.event(u"sure of the numbers"_s));
}

inline void drawFactorsByKeys(const Desk &desk)
{
    STEP(desk.goByKey(Qt::Key_6, Place::Factors));
    Hands::key(Qt::Key_N);
    STEP(writeCard(desk, u"Orders were refused"_s));
    Hands::key(Qt::Key_Up, Qt::ControlModifier);
    STEP(writeCard(desk, u"The limit was a guess"_s));
    Hands::key(Qt::Key_Left, Qt::ControlModifier);
    STEP(writeCard(desk, u"Launches were rare"_s));
    Hands::key(Qt::Key_Tab);
    STEP(writeCard(desk, u"Nobody had seen such a day"_s));
    Hands::key(Qt::Key_Backtab, Qt::ShiftModifier);
    STEP(writeCard(desk, u"Somebody wrote it down at once"_s));
    QCOMPARE(desk.contents().factors.size(), 5);
    QVERIFY(desk.contents().influences.size() >= 3);
    Hands::key(Qt::Key_F2);
    STEP(writeCard(desk, u"Notes were taken at once"_s));
    QVERIFY(desk.factor(u"Somebody wrote it down at once"_s).isNull());
    Hands::key(Qt::Key_2);
    QCOMPARE(findRecord<Factor>(desk.contents(), desk.factor(u"Notes were taken at once"_s))->kind,
             FactorKind::Pressure);
}

inline void namePressureByKeys(const Desk &desk)
{
    STEP(desk.goByKey(Qt::Key_7, Place::Pressures));
    QVERIFY(Hands::tabTo(desk.button(u"Add pressure"_s)));
    Hands::key(Qt::Key_Space);
    Hands::key(Qt::Key_Down);
    Hands::key(Qt::Key_Return);
    QCOMPARE(desk.contents().pressures.size(), 1);
    Hands::type(u"The launch date was public"_s);
    Hands::key(Qt::Key_Return);
    QCOMPARE(desk.contents().pressures[0].title, u"The launch date was public"_s);
}

inline void reportByKeys(const Desk &desk, const JourneyEvidence &evidence, const QString &path)
{
    Hands::key(Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(desk.window->place(), Place::Report);
    auto *edit = desk.find<NarrativeEdit>([](const auto &) { return true; });
    QVERIFY(edit && Hands::tabTo(edit));
    Hands::type(u"It began with "_s);
    Hands::key(Qt::Key_L, Qt::ControlModifier);
    Hands::type(evidence.first);
    Hands::key(Qt::Key_Return);
    Hands::type(u" as far as we know."_s);
    QVERIFY(edit->toPlainText().contains(u"[["_s) || edit->toPlainText().contains(u"]("_s));
    QVERIFY(Hands::tabTo(desk.button(u"Export…"_s)));
    Hands::key(Qt::Key_Space);
    auto *target = desk.named<QLineEdit>(u"File to write"_s);
    QVERIFY(target && Hands::tabTo(target));
    Hands::key(Qt::Key_A, Qt::ControlModifier);
    Hands::type(path);
    QVERIFY(Hands::tabTo(desk.button(u"Export"_s)));
    QSignalSpy exported(desk.workspace().report(), &ReportPage::exported);
    Hands::key(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, kPatience);
}

} // namespace SecondStory::Testing
