// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/palette.h"
#include "reporting/reportinput.h"
#include "reporting/figuresource.h"

#include <QFile>
#include <QPainter>

namespace SecondStory::Testing {

using namespace Qt::StringLiterals;

/// An id that is the same in every run.
template <class IdType>
IdType idOf(const QString &name)
{
    return IdType{ QUuid::createUuidV5(QUuid(), name) };
}

inline TimePoint at(const QString &rfc3339)
{
    return fromRfc3339(rfc3339).value();
}

/// Two small drawings, in points, so that no test depends on the real figures.
class TwoFigures final : public Reporting::FigureSource {
public:
    [[nodiscard]] QSizeF sizeFor(Reporting::FigureId figure, double width) const override
    {
        return { width, figure == Reporting::FigureId::Timeline ? 150.0 : 240.0 };
    }
    void paint(Reporting::FigureId figure, QPainter &painter, const QRectF &rect) const override
    {
        const auto &ink = Figures::Palette::print();
        painter.setPen(QPen(ink.strongLine, 0.5));
        const int lanes = figure == Reporting::FigureId::Timeline ? 3 : 5;
        QFont font(u"Noto Sans"_s);
        font.setPixelSize(8);
        painter.setFont(font);
        for (int i = 0; i < lanes; ++i) {
            const double y = rect.top() + rect.height() * (i + 0.5) / lanes;
            painter.setPen(QPen(ink.line, 0.5));
            painter.drawLine(QPointF(rect.left() + 60, y), QPointF(rect.right(), y));
            painter.setPen(ink.muted);
            painter.drawText(QPointF(rect.left(), y + 3), u"lane %1"_s.arg(i + 1));
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink.category(i));
            for (int k = 0; k < 9; ++k)
                painter.drawEllipse(QPointF(rect.left() + 80 + (k * 41 + i * 13) % 370, y), 3, 3);
        }
    }
    [[nodiscard]] QString description(Reporting::FigureId figure) const override
    {
        return figure == Reporting::FigureId::Timeline ? u"Three lanes with nine events each."_s
                                                       : u"Five levels with nine factors each."_s;
    }
};

/// Builds the review that the report tests print: an outage of a checkout, told by two people.
class ReportFixture {
public:
    ReportFixture()
    {
        auto &c = input.contents;
        c.review.id = idOf<ReviewId>(u"review"_s);
        c.review.title = u"Checkout outage, 12 March"_s;
        c.review.summary = u"For two hours and a quarter, most people could not pay. The "
                           u"certificate that the payment gateway trusted had "
                           u"been renewed a day before, and nothing on the dashboards said so."_s;
        c.review.zone = u"Europe/Paris"_s;
        c.review.updated = at(u"2026-03-20T16:00:00Z"_s);
        c.review.frame.began = at(u"2026-03-12T13:02:00Z"_s);
        c.review.frame.detected = at(u"2026-03-12T13:09:30Z"_s);
        c.review.frame.resolved = at(u"2026-03-12T15:17:00Z"_s);
        addPeople();
        addSources();
        addEvents();
        addNarrative();
        addMoments();
        addFactors();
        addRest();
    }

    Reporting::ReportInput input;
    Reporting::ReportOptions options;

    static EventId event(const QString &name) { return idOf<EventId>(name); }

    Event &addEvent(const QString &name, const QString &time, const QString &title,
                    EventKind kind = EventKind::Message)
    {
        Event e;
        e.id = event(name);
        e.sourceId = idOf<SourceId>(u"chat"_s);
        if (!time.isEmpty()) {
            e.recorded.start = at(time);
            e.recorded.basis = TimeBasis::Absolute;
            e.recorded.text = time;
        }
        e.title = title;
        e.kind = kind;
        e.place = u"message %1"_s.arg(input.events.size() + 1);
        input.events.append(e);
        return input.events.last();
    }

private:
    void addPerson(const QString &key, const QString &name, const QString &role,
                   const QString &pseudonym, PersonKind kind)
    {
        Person p;
        p.id = idOf<PersonId>(key);
        p.name = name;
        p.role = role;
        p.pseudonym = pseudonym;
        p.kind = kind;
        p.handles = QStringList{ key };
        input.contents.people.append(p);
    }

    void addPeople()
    {
        addPerson(u"mireille.k"_s, u"Mireille Kastner"_s, u"on-call, payments"_s, u"Asha"_s,
                  PersonKind::Human);
        addPerson(u"tobias.l"_s, u"Tobias Lindqvist"_s, u"database lead"_s, u"Ben"_s,
                  PersonKind::Human);
        addPerson(u"quentin"_s, u"Quentin Ode"_s, QString(), QString(), PersonKind::Human);
        addPerson(u"deploybot"_s, u"deploybot"_s, QString(), QString(), PersonKind::Bot);
    }

    void addSources()
    {
        EvidenceSource s;
        s.id = idOf<SourceId>(u"chat"_s);
        s.fileName = u"incident-channel.zip"_s;
        s.sha256 = QByteArray(32, '\x5a');
        s.importerId = u"slack-export"_s;
        s.read = 212;
        s.imported = 205;
        s.skipped = 3;
        s.duplicates = 4;
        s.undated = 1;
        s.first = at(u"2026-03-12T12:40:00Z"_s);
        s.last = at(u"2026-03-12T15:30:00Z"_s);
        input.contents.sources.append(s);
        s.id = idOf<SourceId>(u"notes"_s);
        s.fileName = u"whiteboard notes.md"_s;
        s.sha256 = QByteArray(32, '\x17');
        s.importerId = u"incident-markdown"_s;
        s.basis = TimeBasis::ZoneAssumed;
        s.zone = u"Europe/Paris"_s;
        s.read = s.imported = 9;
        s.skipped = s.duplicates = 0;
        input.contents.sources.append(s);
    }

    void addEvents()
    {
        addEvent(u"renewed"_s, u"2026-03-11T09:15:00Z"_s,
                 u"Certificate of the gateway renewed by the yearly job"_s, EventKind::Change)
            .actors = { idOf<PersonId>(u"deploybot"_s) };
        addEvent(u"alert"_s, u"2026-03-12T13:09:30Z"_s, u"Checkout error rate above 20 %"_s,
                 EventKind::Alert);
        Event &cache = addEvent(u"cache"_s, u"2026-03-12T13:21:10Z"_s, u"is it the cache?"_s,
                                EventKind::Statement);
        cache.actors = { idOf<PersonId>(u"mireille.k"_s) };
        cache.text =
            u"is it the cache? the graphs look like last November to me. @tobias.l can you look at the replicas"_s;
        Event &rollback = addEvent(u"rollback"_s, u"2026-03-12T13:48:00Z"_s, u"Roll back to 0.9"_s,
                                   EventKind::Decision);
        rollback.actors = { idOf<PersonId>(u"mireille.k"_s), idOf<PersonId>(u"tobias.l"_s) };
        rollback.starred = true;
        Event &call =
            addEvent(u"call"_s, QString(), u"Somebody from the bank rang the front desk"_s,
                     EventKind::Observation);
        call.sourceId = idOf<SourceId>(u"notes"_s);
        call.place = u"line 14"_s;
        Event &found = addEvent(u"found"_s, u"2026-03-12T14:52:00Z"_s,
                                u"Mireille found the new certificate in the job's log"_s,
                                EventKind::Knowledge);
        found.sourceId = idOf<SourceId>(u"notes"_s);
        found.place = u"line 31"_s;
        found.recorded.precision = TimePrecision::Minute;
        found.recorded.approximate = true;
        Event &coffee =
            addEvent(u"coffee"_s, u"2026-03-12T14:30:00Z"_s,
                     u"Shift ended; nobody had been told who follows"_s, EventKind::Absence);
        coffee.sourceId = {};
        coffee.asserted = AssertedTime{ at(u"2026-03-12T14:30:00Z"_s),
                                        {},
                                        at(u"2026-03-12T14:20:00Z"_s),
                                        at(u"2026-03-12T14:45:00Z"_s),
                                        Certainty::Between,
                                        u"two accounts differ"_s };
        input.datedTotal = 204;
    }

    void addSection(const QString &heading, const QString &body)
    {
        Section s;
        s.id = idOf<SectionId>(heading);
        s.heading = heading;
        s.body = body;
        s.position = static_cast<int>(input.contents.sections.size());
        input.contents.sections.append(s);
    }

    static QString link(const QString &name, const QString &words)
    {
        return u"[[event:%1|%2]]"_s.arg(event(name).toString(), words);
    }

    void addNarrative()
    {
        addSection(u"What happened"_s,
                   u"The yearly job "_s + link(u"renewed"_s, u"renewed the gateway's certificate"_s)
                       + u" on Wednesday. Until the old one ran out on Thursday afternoon, both "
                         u"were accepted, so nothing looked different "
                         u"to anybody. When "_s
                       + link(u"alert"_s, u"the first alert"_s)
                       + u" came, seven minutes after the first payment had been refused, the "
                         u"dashboards showed a pattern that people "
                         u"had seen before.\n\nMireille asked whether "_s
                       + link(u"cache"_s, u"it was the cache"_s)
                       + u": the same picture had been the cache in November. With what could be "
                         u"seen from the on-call desk, that made "
                         u"sense. Three things spoke for it:\n\n- the graphs had the same shape as "
                         u"in November\n- the release of the "
                         u"morning touched the cache\n- the gateway's own status page was green "
                         u"throughout\n\nAt a quarter to three "
                         u"they decided to "_s
                       + link(u"rollback"_s, u"roll back"_s)
                       + u". It changed nothing, and that was the most useful finding so far."_s);
        addSection(
            u"What was hard to see"_s,
            u"The job that renews the certificate runs once a year. Its log goes to a bucket that "
            u"the on-call rota cannot "
            u"open. The people who set it up have moved on, and the page that describes it was written for auditors."_s);
        Claim claim;
        claim.id = idOf<ClaimId>(u"claim"_s);
        claim.sectionId = idOf<SectionId>(u"What was hard to see"_s);
        claim.text = u"Nobody on the rota could open the log"_s;
        claim.status = ClaimStatus::Told;
        input.contents.claims.append(claim);
        claim.id = idOf<ClaimId>(u"claim 2"_s);
        claim.text = u"The status page was green throughout"_s;
        claim.status = ClaimStatus::Observed;
        input.contents.claims.append(claim);
        addEvidence(TargetKind::Claim, claim.id.value, u"alert"_s);
    }

    void addEvidence(TargetKind kind, const QUuid &target, const QString &name)
    {
        EvidenceLink link;
        link.id = idOf<EvidenceLinkId>(name + target.toString());
        link.target = { kind, target };
        link.eventId = event(name);
        input.contents.evidenceLinks.append(link);
    }

    void addMoments()
    {
        Moment m;
        m.id = idOf<MomentId>(u"cache 1"_s);
        m.title = u"Is it the cache?"_s;
        m.start = at(u"2026-03-12T13:20:00Z"_s);
        m.people = { idOf<PersonId>(u"mireille.k"_s), idOf<PersonId>(u"tobias.l"_s) };
        m.events = { event(u"cache"_s) };
        input.contents.moments.append(m);
        Account first;
        first.id = idOf<AccountId>(u"cache 1"_s);
        first.momentId = m.id;
        first.people = { idOf<PersonId>(u"mireille.k"_s) };
        first.goals = u"Get people paying again before the evening peak."_s;
        first.knowledge = u"In November the same graphs had been the cache."_s;
        first.cuesNoticed = u"Error rate, cache hit ratio."_s;
        first.pressures = u"The bank's support line rang twice."_s;
        Account second;
        second.id = idOf<AccountId>(u"cache 2"_s);
        second.momentId = m.id;
        second.people = { idOf<PersonId>(u"tobias.l"_s) };
        second.goals = u"Keep the replicas from falling behind while others look."_s;
        second.knowledge = u"Nothing had changed in the database for a week."_s;
        second.help = u"A colleague kept notes on the whiteboard."_s;
        Contradiction difference;
        difference.id = idOf<ContradictionId>(u"cache"_s);
        difference.first = first.id;
        difference.second = second.id;
        difference.aspect = AccountAspect::Knowledge;
        difference.note = u"Who had seen what of the database by then?"_s;
        input.contents.accounts = { first, second };
        input.contents.contradictions = { difference };
    }

    void addFactor(const QString &title, const QString &note, Level level, Phase phase,
                   Polarity polarity, Confidence confidence)
    {
        Factor f;
        f.id = idOf<FactorId>(title);
        f.title = title;
        f.note = note;
        f.level = level;
        f.phase = phase;
        f.polarity = polarity;
        f.confidence = confidence;
        input.contents.factors.append(f);
    }

    void addFactors()
    {
        addFactor(u"The yearly job's log is out of the rota's reach"_s,
                  u"It goes to a bucket for auditors."_s, Level::Systems, Phase::Before,
                  Polarity::Hindered, Confidence::Documented);
        addFactor(u"Renewal is owned by no present team"_s, QString(), Level::Planning,
                  Phase::Before, Polarity::Hindered, Confidence::OneAccount);
        addFactor(u"Notes kept on the whiteboard"_s,
                  u"Those who joined late could catch up in a minute."_s, Level::Teams,
                  Phase::During, Polarity::Helped, Confidence::Corroborated);
        addEvidence(TargetKind::Factor,
                    idOf<FactorId>(u"The yearly job's log is out of the rota's reach"_s).value,
                    u"found"_s);
        Influence influence;
        influence.id = idOf<InfluenceId>(u"influence"_s);
        influence.from = idOf<FactorId>(u"Renewal is owned by no present team"_s);
        influence.to = idOf<FactorId>(u"The yearly job's log is out of the rota's reach"_s);
        influence.kind = InfluenceKind::MadeLikelier;
        input.contents.influences.append(influence);
    }

    void addRest()
    {
        Code code;
        code.id = idOf<CodeId>(u"P01"_s);
        code.key = u"P01"_s;
        code.name = u"Key people away"_s;
        input.codes.append(code);
        input.seenElsewhere.insert(code.id, { 4, 14 });
        Pressure pressure;
        pressure.id = idOf<PressureId>(u"pressure"_s);
        pressure.codeId = code.id;
        pressure.title = u"The only person who knew the job was on leave"_s;
        pressure.phases = Phase::Before | Phase::During;
        input.contents.pressures.append(pressure);
        addEvidence(TargetKind::Pressure, pressure.id.value, u"coffee"_s);
        Question question;
        question.text = u"How would anybody have noticed that the renewal had happened?"_s;
        input.contents.questions.append(question);
        Learning learning;
        learning.text =
            u"A green status page says what its owner looks at, not what one's users meet."_s;
        learning.audience = u"everybody on call"_s;
        input.contents.learnings.append(learning);
        Action action;
        action.title = u"Give the rota read access to the bucket"_s;
        action.owner = u"platform team"_s;
        action.due = u"2026-04-30"_s;
        action.factorId = idOf<FactorId>(u"The yearly job's log is out of the rota's reach"_s);
        action.status = ActionStatus::Agreed;
        input.contents.actions.append(action);
        action.title = u"Announce renewals in the incident channel"_s;
        action.factorId = {};
        action.due.clear();
        action.status = ActionStatus::Parked;
        input.contents.actions.append(action);
    }
};

/// Compares with tests/data/golden/NAME; with SECONDSTORY_UPDATE_GOLDEN set the file is rewritten
/// instead. Gives a sentence about the first difference, empty when there is none.
inline QString differenceFromGolden(const QString &name, const QByteArray &actual)
{
    QFile file(qEnvironmentVariable("SECONDSTORY_TEST_DATA") + u"/golden/"_s + name);
    if (qEnvironmentVariableIsSet("SECONDSTORY_UPDATE_GOLDEN")) {
        if (!file.open(QIODevice::WriteOnly) || file.write(actual) != actual.size())
            return u"cannot write "_s + file.fileName();
        return {};
    }
    if (!file.open(QIODevice::ReadOnly))
        return u"cannot read "_s + file.fileName();
    const QList<QByteArray> wanted = file.readAll().split('\n');
    const QList<QByteArray> lines = actual.split('\n');
    for (qsizetype i = 0; i < std::max(wanted.size(), lines.size()); ++i) {
        if (wanted.value(i) != lines.value(i) || i >= wanted.size() || i >= lines.size()) {
            return u"line %1: expected \"%2\", got \"%3\""_s.arg(QString::number(i + 1),
                                                                 QString::fromUtf8(wanted.value(i)),
                                                                 QString::fromUtf8(lines.value(i)));
        }
    }
    return {};
}

} // namespace SecondStory::Testing
