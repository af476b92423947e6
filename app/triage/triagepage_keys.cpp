// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keys of the reading page and what they do: an edit each, undoable as everywhere.

#include "coding/codepicker.h"
#include "editing/codingedits.h"
#include "editing/eventdetails.h"
#include "editing/eventedits.h"
#include "editing/factoredits.h"
#include "editing/momentedits.h"
#include "editing/questionedits.h"
#include "editing/reviewdocument.h"
#include "evidence/evidencewords.h"
#include "figures/timeline/eventmarks.h"
#include "theme/theme.h"
#include "triage/triagepage.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

template <class T>
bool TriagePage::report(const Result<T> &result)
{
    if (!result)
        Q_EMIT refused(result.error().toString());
    return result.has_value();
}

QList<KeyHelp> TriagePage::keyHelp()
{
    return {
        { u"Space ."_s, tr("next") },
        { u", Backspace"_s, tr("previous") },
        { u"S"_s, tr("star") },
        { u"1…9, D"_s, tr("kind") },
        { u"C"_s, tr("code") },
        { u"R"_s, tr("the last code again") },
        { u"U"_s, tr("take a code away") },
        { u"Q"_s, tr("question") },
        { u"O, Shift+O"_s, tr("to the latest, or a new moment") },
        { u"N"_s, tr("note") },
        { u"K"_s, tr("factor") },
        { u"X"_s, tr("only unread") },
        { u"PgUp PgDn"_s, tr("move the text") },
        { u"Esc"_s, tr("back to the timeline") },
    };
}

bool TriagePage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Plain keys are this page's while it has the focus, before any window-wide shortcut.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
            && (key->key() < Qt::Key_F1 || key->key() > Qt::Key_F35))
            event->accept();
    }
    return QWidget::event(event);
}

void TriagePage::keyPressEvent(QKeyEvent *event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers & ~Qt::ShiftModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    const bool isShift = modifiers & Qt::ShiftModifier;
    const int key = event->key();
    if (key >= Qt::Key_0 && key <= Qt::Key_9 && !isShift) {
        setKind(key == Qt::Key_0 ? 9 : key - Qt::Key_1);
        return;
    }
    switch (key) {
    case Qt::Key_Space:
    case Qt::Key_Period:
    case Qt::Key_Right:
        step(1);
        return;
    case Qt::Key_Comma:
    case Qt::Key_Backspace:
    case Qt::Key_Left:
        step(-1);
        return;
    case Qt::Key_Home:
        go(0);
        return;
    case Qt::Key_End:
        go(count() - 1);
        return;
    case Qt::Key_PageUp:
    case Qt::Key_Up:
        m_card->scrollText(key == Qt::Key_Up ? -0.2 : -0.9);
        return;
    case Qt::Key_PageDown:
    case Qt::Key_Down:
        m_card->scrollText(key == Qt::Key_Down ? 0.2 : 0.9);
        return;
    case Qt::Key_S:
        star();
        return;
    case Qt::Key_D:
        chooseKind();
        return;
    case Qt::Key_C:
        pickCode();
        return;
    case Qt::Key_R:
        applyRecent();
        return;
    case Qt::Key_U:
        removeLastCode();
        return;
    case Qt::Key_Q:
        ask(Asks::Question, tr("Question"));
        return;
    case Qt::Key_N:
    case Qt::Key_M:
        ask(Asks::Note, tr("Note"));
        return;
    case Qt::Key_O:
        if (isShift || m_model.document()->contents().moments.isEmpty())
            ask(Asks::Moment, tr("New moment"));
        else
            addToMoment();
        return;
    case Qt::Key_K:
        makeFactor();
        return;
    case Qt::Key_X:
        setOnlyUnread(!m_onlyUnread);
        return;
    case Qt::Key_Escape:
        leave();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TriagePage::star()
{
    if (const auto event = current())
        report(Editing::setStarred(*m_model.document(), { event->id }, !event->starred));
}

void TriagePage::setKind(int place)
{
    const auto event = current();
    if (event && place < static_cast<int>(EnumNames<EventKind>::entries.size()))
        report(Editing::setKind(*m_model.document(), { event->id },
                                EnumNames<EventKind>::entries[static_cast<size_t>(place)].first));
}

void TriagePage::chooseKind()
{
    auto *menu = new QMenu(tr("Kind"), this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    int place = 0;
    for (const auto &entry : EnumNames<EventKind>::entries) {
        const QString name = Figures::eventKindLabel(entry.first);
        const QString text =
            place < 10 ? QString(u'&' + QString::number((place + 1) % 10) + u"  "_s + name) : name;
        menu->addAction(text, this, [this, place] { setKind(place); });
        ++place;
    }
    menu->popup(m_card->mapToGlobal(QPoint(Space::kSection, Space::kSection)));
}

void TriagePage::pickCode()
{
    const auto event = current();
    if (!event)
        return;
    QSet<CodeId> used;
    for (const Coding &coding : m_model.document()->contents().codings) {
        if (coding.target == TargetRef{ TargetKind::Event, event->id.value })
            used << coding.codeId;
    }
    m_picker->setCodes(m_codes, used);
    m_picker->popUpUnder(m_progress);
}

void TriagePage::applyCode(CodeId code)
{
    const auto event = current();
    if (!event)
        return;
    m_recent = code;
    report(
        Editing::applyCode(*m_model.document(), code, { { TargetKind::Event, event->id.value } }));
}

void TriagePage::applyRecent()
{
    if (m_recent.isNull() && !m_model.document()->contents().codings.isEmpty())
        m_recent = m_model.document()->contents().codings.last().codeId;
    if (m_recent.isNull())
        pickCode();
    else
        applyCode(m_recent);
}

void TriagePage::removeLastCode()
{
    const auto event = current();
    if (!event)
        return;
    const auto &codings = m_model.document()->contents().codings;
    const TargetRef target{ TargetKind::Event, event->id.value };
    const auto last = std::find_if(codings.rbegin(), codings.rend(),
                                   [&](const Coding &coding) { return coding.target == target; });
    if (last != codings.rend())
        report(Editing::removeCoding(*m_model.document(), last->id));
}

void TriagePage::addToMoment()
{
    const auto event = current();
    const auto &moments = m_model.document()->contents().moments;
    if (event && !moments.isEmpty())
        report(Editing::addToMoment(*m_model.document(), moments.last().id, { event->id }));
}

void TriagePage::makeFactor()
{
    const auto event = current();
    if (event)
        report(Editing::FactorEdits(*m_model.document()).factorFromEvents({ event->id }, Factor{}));
}

void TriagePage::ask(Asks what, const QString &label)
{
    if (!current())
        return;
    m_asks = what;
    m_lineLabel->setText(label);
    m_line->setAccessibleName(tr("%1, Enter stores it, Escape leaves it").arg(label));
    m_line->clear();
    m_lineBox->show();
    m_line->setFocus();
}

void TriagePage::takeLine()
{
    const QString text = m_line->text().trimmed();
    const auto event = current();
    // What could not be stored stays to be tried again.
    if (!event || text.isEmpty() || takeWords(*event, text))
        endLine();
}

bool TriagePage::takeWords(const Event &event, const QString &text)
{
    Editing::ReviewDocument &document = *m_model.document();
    switch (m_asks) {
    case Asks::Question:
        return report(Editing::addQuestion(document, text, { TargetKind::Event, event.id.value }));
    case Asks::Note:
        return report(Editing::addNoteLine(document, event.id, text));
    case Asks::Moment:
        return report(Editing::makeMoment(document, { event.id }, text));
    case Asks::Nothing:
        break;
    }
    return true;
}

void TriagePage::endLine()
{
    m_asks = Asks::Nothing;
    m_line->clear();
    m_lineBox->hide();
    if (isVisible())
        setFocus();
}

} // namespace SecondStory::Ui
