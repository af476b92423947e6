// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/canvas/factorwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Figures {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Canvas", text);
}

} // namespace

QString wordFor(FactorKind kind)
{
    switch (kind) {
    case FactorKind::Condition:
        return tr(QT_TRANSLATE_NOOP("Canvas", "condition"));
    case FactorKind::Pressure:
        return tr(QT_TRANSLATE_NOOP("Canvas", "pressure"));
    case FactorKind::Practice:
        return tr(QT_TRANSLATE_NOOP("Canvas", "practice"));
    case FactorKind::Assessment:
        return tr(QT_TRANSLATE_NOOP("Canvas", "assessment"));
    case FactorKind::Signal:
        return tr(QT_TRANSLATE_NOOP("Canvas", "signal"));
    case FactorKind::Coordination:
        return tr(QT_TRANSLATE_NOOP("Canvas", "coordination"));
    case FactorKind::Technology:
        return tr(QT_TRANSLATE_NOOP("Canvas", "technology"));
    case FactorKind::Outcome:
        return tr(QT_TRANSLATE_NOOP("Canvas", "outcome"));
    }
    return {};
}

QString wordFor(Level level)
{
    switch (level) {
    case Level::Outside:
        return tr(QT_TRANSLATE_NOOP("Canvas", "outside"));
    case Level::Company:
        return tr(QT_TRANSLATE_NOOP("Canvas", "company"));
    case Level::Planning:
        return tr(QT_TRANSLATE_NOOP("Canvas", "planning"));
    case Level::Teams:
        return tr(QT_TRANSLATE_NOOP("Canvas", "teams"));
    case Level::People:
        return tr(QT_TRANSLATE_NOOP("Canvas", "people in the event"));
    case Level::Systems:
        return tr(QT_TRANSLATE_NOOP("Canvas", "systems and tools"));
    case Level::Outcome:
        return tr(QT_TRANSLATE_NOOP("Canvas", "outcomes"));
    }
    return {};
}

QString wordFor(Phase phase)
{
    switch (phase) {
    case Phase::Before:
        return tr(QT_TRANSLATE_NOOP("Canvas", "before"));
    case Phase::During:
        return tr(QT_TRANSLATE_NOOP("Canvas", "during"));
    case Phase::After:
        return tr(QT_TRANSLATE_NOOP("Canvas", "after"));
    }
    return {};
}

QString wordFor(Polarity polarity)
{
    switch (polarity) {
    case Polarity::Hindered:
        return tr(QT_TRANSLATE_NOOP("Canvas", "hindered"));
    case Polarity::Helped:
        return tr(QT_TRANSLATE_NOOP("Canvas", "helped"));
    case Polarity::Present:
        return tr(QT_TRANSLATE_NOOP("Canvas", "present"));
    }
    return {};
}

QString wordFor(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Hypothesis:
        return tr(QT_TRANSLATE_NOOP("Canvas", "hypothesis"));
    case Confidence::OneAccount:
        return tr(QT_TRANSLATE_NOOP("Canvas", "one account"));
    case Confidence::Corroborated:
        return tr(QT_TRANSLATE_NOOP("Canvas", "corroborated"));
    case Confidence::Documented:
        return tr(QT_TRANSLATE_NOOP("Canvas", "documented"));
    }
    return {};
}

QString wordFor(InfluenceKind kind)
{
    switch (kind) {
    case InfluenceKind::ContributedTo:
        return tr(QT_TRANSLATE_NOOP("Canvas", "contributed to"));
    case InfluenceKind::MadeLikelier:
        return tr(QT_TRANSLATE_NOOP("Canvas", "made likelier"));
    case InfluenceKind::MadeHarder:
        return tr(QT_TRANSLATE_NOOP("Canvas", "made harder"));
    case InfluenceKind::FedBack:
        return tr(QT_TRANSLATE_NOOP("Canvas", "fed back into"));
    case InfluenceKind::Masked:
        return tr(QT_TRANSLATE_NOOP("Canvas", "masked"));
    case InfluenceKind::Helped:
        return tr(QT_TRANSLATE_NOOP("Canvas", "helped"));
    }
    return {};
}

QString wordFor(InfluenceStatus status)
{
    switch (status) {
    case InfluenceStatus::Proposed:
        return tr(QT_TRANSLATE_NOOP("Canvas", "proposed"));
    case InfluenceStatus::Supported:
        return tr(QT_TRANSLATE_NOOP("Canvas", "supported"));
    case InfluenceStatus::Disputed:
        return tr(QT_TRANSLATE_NOOP("Canvas", "disputed"));
    case InfluenceStatus::Withdrawn:
        return tr(QT_TRANSLATE_NOOP("Canvas", "withdrawn"));
    }
    return {};
}

QString capitalised(const QString &word)
{
    if (word.isEmpty())
        return word;
    const QString head = word.left(1).toUpper();
    return QString(head + word.mid(1));
}

QString plainLine(const QString &text)
{
    QString result = text;
    for (QChar &c : result) {
        const bool isControl = c.category() == QChar::Other_Control || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator || c.unicode() >= 0xFFFE;
        if (isControl)
            c = u' ';
    }
    return result.simplified();
}

QString describe(const Factor &factor, int evidence)
{
    const QString known = QCoreApplication::translate("Canvas", "evidence: %1").arg(evidence);
    const QStringList parts{ wordFor(factor.kind),       wordFor(factor.level),
                             wordFor(factor.phase),      wordFor(factor.polarity),
                             wordFor(factor.confidence), known };
    return QString(plainLine(factor.title) + u": "_s + parts.join(u", "_s));
}

} // namespace SecondStory::Figures
