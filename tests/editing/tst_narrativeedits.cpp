// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/narrativeedits.h"

#include "editing/actionedits.h"
#include "editing/learningedits.h"
#include "editing/questionedits.h"
#include "store/editrepository.h"
#include "store/library.h"

#include <QTemporaryDir>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Editing;
using namespace Qt::StringLiterals;

class NarrativeEditsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Store::Library> m_library;
    std::unique_ptr<ReviewDocument> m_document;

    QStringList headings() const
    {
        QStringList list;
        for (const Section &section : m_document->contents().sections)
            list.append(section.heading);
        return list;
    }

    SectionId add(const QString &heading)
    {
        const auto id = addSection(*m_document, heading);
        return id ? *id : SectionId{};
    }

private Q_SLOTS:
    void init()
    {
        const QString path =
            m_folder.filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + u".sslib"_s);
        m_library = Store::Library::create(path).value();
        Review review;
        review.id = ReviewId::create();
        review.title = u"Outage"_s;
        ChangeSet set;
        set.insert(review);
        QVERIFY(m_library->edits().apply(set).has_value());
        m_document = ReviewDocument::open(*m_library, review.id).value();
    }
    void cleanup()
    {
        m_document.reset();
        m_library.reset();
    }

    void sectionsAreAddedAtTheEnd()
    {
        add(u"one"_s);
        add(u" two \n words "_s);
        QCOMPARE_EQ(headings(), QStringList({ u"one"_s, u"two words"_s }));
    }

    void typingIsOneStepOfUndo()
    {
        const SectionId id = add(u"one"_s);
        const int steps = m_document->undoStack()->count();
        QVERIFY(writeSection(*m_document, id, u"a"_s).has_value());
        QVERIFY(writeSection(*m_document, id, u"ab"_s).has_value());
        QVERIFY(writeSection(*m_document, id, u"abc"_s).has_value());
        QCOMPARE_EQ(m_document->undoStack()->count(), steps + 1);
        m_document->undoStack()->undo();
        QCOMPARE_EQ(m_document->contents().sections.first().body, QString());
        m_document->undoStack()->redo();
        QCOMPARE_EQ(m_document->contents().sections.first().body, u"abc"_s);
    }

    void whatDoesNotChangeIsNoStep()
    {
        const SectionId id = add(u"one"_s);
        const int steps = m_document->undoStack()->count();
        QVERIFY(renameSection(*m_document, id, u" one"_s).has_value());
        QVERIFY(writeSection(*m_document, id, QString()).has_value());
        QVERIFY(moveSection(*m_document, id, 0).has_value());
        QCOMPARE_EQ(m_document->undoStack()->count(), steps);
    }

    void aSectionMovesBothWaysAndBack()
    {
        add(u"one"_s);
        add(u"two"_s);
        const SectionId three = add(u"three"_s);
        QVERIFY(moveSection(*m_document, three, 0).has_value());
        QCOMPARE_EQ(headings(), QStringList({ u"three"_s, u"one"_s, u"two"_s }));
        QVERIFY(moveSection(*m_document, three, 99).has_value());
        QCOMPARE_EQ(headings(), QStringList({ u"one"_s, u"two"_s, u"three"_s }));
        m_document->undoStack()->undo();
        QCOMPARE_EQ(headings(), QStringList({ u"three"_s, u"one"_s, u"two"_s }));
    }

    void removingASectionKeepsItsClaims()
    {
        const SectionId id = add(u"one"_s);
        Claim claim;
        claim.id = ClaimId::create();
        claim.reviewId = m_document->id();
        claim.sectionId = id;
        claim.text = u"the queue was full"_s;
        ChangeSet set;
        set.insert(claim);
        QVERIFY(m_document->perform(set, u"Add claim"_s).has_value());
        QVERIFY(
            addQuestion(*m_document, u"how so?"_s, { TargetKind::Section, id.value }).has_value());
        QVERIFY(removeSection(*m_document, id).has_value());
        QVERIFY(m_document->contents().sections.isEmpty());
        QVERIFY(m_document->contents().claims.first().sectionId.isNull());
        QVERIFY(m_document->contents().questions.first().about.isNull());
        m_document->undoStack()->undo();
        QCOMPARE_EQ(m_document->contents().claims.first().sectionId, id);
        QCOMPARE_EQ(m_document->contents().questions.first().about.id, id.value);
    }

    void whatIsGoneIsSaid()
    {
        const auto done = writeSection(*m_document, SectionId::create(), u"x"_s);
        QVERIFY(!done);
        QCOMPARE_EQ(done.error().code, ErrorCode::NotFound);
    }

    void learningsActionsAndQuestionsAreEditedAndUndone()
    {
        QVERIFY(addLearning(*m_document, u" first "_s).has_value());
        const LearningId second = addLearning(*m_document, u"second"_s).value();
        QVERIFY(moveLearning(*m_document, second, 0).has_value());
        QCOMPARE_EQ(m_document->contents().learnings.first().text, u"second"_s);

        const ActionId action = addAction(*m_document, u"write it down"_s).value();
        Action after = m_document->contents().actions.first();
        after.owner = u"platform"_s;
        QVERIFY(editAction(*m_document, after).has_value());
        QCOMPARE_EQ(m_document->contents().actions.first().owner, u"platform"_s);
        QVERIFY(removeAction(*m_document, action).has_value());
        QVERIFY(m_document->contents().actions.isEmpty());
        m_document->undoStack()->undo();
        QCOMPARE_EQ(m_document->contents().actions.first().owner, u"platform"_s);

        QVERIFY(addQuestion(*m_document, u"what then?"_s).has_value());
        Question question = m_document->contents().questions.first();
        question.status = QuestionStatus::Answered;
        QVERIFY(editQuestion(*m_document, question).has_value());
        while (m_document->undoStack()->canUndo())
            m_document->undoStack()->undo();
        QVERIFY(m_document->contents().questions.isEmpty());
        QVERIFY(m_document->contents().learnings.isEmpty());
    }
};

QTEST_GUILESS_MAIN(NarrativeEditsTest)
#include "tst_narrativeedits.moc"
