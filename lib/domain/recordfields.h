// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/reviewcontents.h"

/// One description of each record's fields, read by every archive: SQL columns, SQL rows, the
/// exchange format. An archive is called as `archive(u"name", field)`, `archive.nested(u"name",
/// part)` for a part of a record and `archive.optional(u"name", part)` for a part that may be
/// missing. The names are those of the exchange format; columns have the same names in snake case.
/// Identity, version and review are the archives' own matter. A new field is one line here, one in
/// a migration, one in the struct.
namespace SecondStory {

template <class A>
void describe(A &a, IncidentFrame &f)
{
    a(u"began", f.began);
    a(u"detected", f.detected);
    a(u"declared", f.declared);
    a(u"mitigated", f.mitigated);
    a(u"resolved", f.resolved);
}

template <class A>
void describe(A &a, Review &r)
{
    a(u"title", r.title);
    a(u"summary", r.summary);
    a(u"status", r.status);
    a(u"depth", r.depth);
    a(u"zone", r.zone);
    a(u"template", r.templateId);
    a(u"triage", r.triage);
    a.nested(u"frame", r.frame);
    a(u"created", r.created);
    a(u"updated", r.updated);
}

template <class A>
void describe(A &a, Person &p)
{
    a(u"name", p.name);
    a(u"role", p.role);
    a(u"pseudonym", p.pseudonym);
    a(u"kind", p.kind);
    a(u"handles", p.handles);
    a(u"note", p.note);
    a(u"origin", p.origin);
}

template <class A>
void describe(A &a, Lane &l)
{
    a(u"name", l.name);
    a(u"position", l.position);
    a(u"hue", l.hue);
    a(u"collapsed", l.collapsed);
    a(u"hidden", l.hidden);
    a(u"origin", l.origin);
    a(u"pinned", l.pinned);
    a(u"stretch", l.stretch);
    a(u"group", l.groupId);
}

template <class A>
void describe(A &a, LaneGroup &g)
{
    a(u"name", g.name);
    a(u"position", g.position);
    a(u"collapsed", g.collapsed);
}

template <class A>
void describe(A &a, EvidenceSource &s)
{
    a(u"fileName", s.fileName);
    a(u"sha256", s.sha256);
    a(u"contentSha256", s.contentSha256);
    a(u"size", s.size);
    a(u"importer", s.importerId);
    a(u"importerVersion", s.importerVersion);
    a(u"importedAt", s.importedAt);
    a(u"importedBy", s.importedBy);
    a(u"zone", s.zone);
    a(u"basis", s.basis);
    a(u"assumedDate", s.assumedDate);
    a(u"assumedStart", s.assumedStart);
    a(u"skewUs", s.skewUs);
    a(u"ownLane", s.ownLane);
    a(u"removed", s.removed);
    a(u"read", s.read);
    a(u"imported", s.imported);
    a(u"skipped", s.skipped);
    a(u"duplicates", s.duplicates);
    a(u"undated", s.undated);
    a(u"authors", s.authors);
    a(u"first", s.first);
    a(u"last", s.last);
    a(u"problemCount", s.problemCount);
    a(u"problems", s.problems);
}

template <class A>
void describe(A &a, RecordedTime &t)
{
    a(u"start", t.start);
    a(u"end", t.end);
    a(u"text", t.text);
    a(u"zone", t.zone);
    a(u"precision", t.precision);
    a(u"basis", t.basis);
    a(u"approximate", t.approximate);
    a(u"reference", t.reference);
    a(u"reading", t.reading);
    a(u"readingEnd", t.readingEnd);
}

template <class A>
void describe(A &a, AssertedTime &t)
{
    a(u"start", t.start);
    a(u"end", t.end);
    a(u"earliest", t.earliest);
    a(u"latest", t.latest);
    a(u"certainty", t.certainty);
    a(u"reason", t.reason);
}

template <class A>
void describe(A &a, Event &e)
{
    a(u"source", e.sourceId);
    a.nested(u"recorded", e.recorded);
    a.optional(u"asserted", e.asserted);
    a(u"kind", e.kind);
    a(u"lane", e.laneId);
    a(u"actors", e.actors);
    a(u"title", e.title);
    a(u"text", e.text);
    a(u"place", e.place);
    a(u"naturalKey", e.naturalKey);
    a(u"channel", e.channel);
    a(u"caption", e.caption);
    a(u"note", e.note);
    a(u"starred", e.starred);
    a(u"grounds", e.grounds);
}

template <class A>
void describe(A &a, Moment &m)
{
    a(u"title", m.title);
    a(u"start", m.start);
    a(u"end", m.end);
    a(u"people", m.people);
    a(u"events", m.events);
}

template <class A>
void describe(A &a, Account &x)
{
    a(u"moment", x.momentId);
    a(u"people", x.people);
    a(u"goals", x.goals);
    a(u"knowledge", x.knowledge);
    a(u"attention", x.attention);
    a(u"cuesAvailable", x.cuesAvailable);
    a(u"cuesNoticed", x.cuesNoticed);
    a(u"options", x.options);
    a(u"pressures", x.pressures);
    a(u"help", x.help);
}

template <class A>
void describe(A &a, Contradiction &c)
{
    a(u"first", c.first);
    a(u"second", c.second);
    a(u"aspect", c.aspect);
    a(u"note", c.note);
}

template <class A>
void describe(A &a, Activity &x)
{
    a(u"title", x.title);
    a(u"lane", x.laneId);
    a(u"events", x.events);
    a(u"collapsed", x.collapsed);
}

template <class A>
void describe(A &a, SavedView &v)
{
    a(u"name", v.name);
    a(u"position", v.position);
    a(u"start", v.start);
    a(u"end", v.end);
    a(u"kinds", v.kinds);
    a(u"lanes", v.lanes);
    a(u"starred", v.starred);
    a(u"text", v.text);
}

template <class A>
void describe(A &a, KnownTo &k)
{
    a(u"event", k.eventId);
    a(u"person", k.personId);
    a(u"since", k.since);
    a(u"note", k.note);
}

template <class A>
void describe(A &a, StatedDuration &d)
{
    a(u"from", d.from);
    a(u"to", d.to);
    a(u"lengthUs", d.lengthUs);
    a(u"words", d.words);
    a(u"event", d.eventId);
}

template <class A>
void describe(A &a, Claim &c)
{
    a(u"section", c.sectionId);
    a(u"text", c.text);
    a(u"status", c.status);
}

template <class A>
void describe(A &a, Factor &f)
{
    a(u"title", f.title);
    a(u"note", f.note);
    a(u"kind", f.kind);
    a(u"level", f.level);
    a(u"phase", f.phase);
    a(u"polarity", f.polarity);
    a(u"confidence", f.confidence);
    a(u"view", f.view);
    a(u"x", f.x);
    a(u"y", f.y);
    a(u"pinned", f.pinned);
}

template <class A>
void describe(A &a, Influence &i)
{
    a(u"from", i.from);
    a(u"to", i.to);
    a(u"kind", i.kind);
    a(u"status", i.status);
    a(u"note", i.note);
    a(u"check", i.check);
}

template <class A>
void describe(A &a, Pressure &p)
{
    a(u"code", p.codeId);
    a(u"title", p.title);
    a(u"note", p.note);
    a(u"phases", p.phases);
    a(u"polarity", p.polarity);
    a(u"confidence", p.confidence);
}

template <class A>
void describe(A &a, Code &c)
{
    a(u"parent", c.parentId);
    a(u"key", c.key);
    a(u"name", c.name);
    a(u"definition", c.definition);
    a(u"whenToUse", c.whenToUse);
    a(u"whenNot", c.whenNot);
    a(u"example", c.example);
    a(u"category", c.category);
    a(u"level", c.level);
    a(u"position", c.position);
}

template <class A>
void describe(A &a, Coding &c)
{
    a(u"code", c.codeId);
    a(u"target", c.target);
    a(u"phases", c.phases);
    a(u"polarity", c.polarity);
}

template <class A>
void describe(A &a, EvidenceLink &l)
{
    a(u"target", l.target);
    a(u"event", l.eventId);
    a(u"note", l.note);
}

template <class A>
void describe(A &a, Question &q)
{
    a(u"text", q.text);
    a(u"answer", q.answer);
    a(u"status", q.status);
    a(u"about", q.about);
}

template <class A>
void describe(A &a, Learning &l)
{
    a(u"text", l.text);
    a(u"audience", l.audience);
    a(u"position", l.position);
}

template <class A>
void describe(A &a, Action &x)
{
    a(u"factor", x.factorId);
    a(u"title", x.title);
    a(u"note", x.note);
    a(u"owner", x.owner);
    a(u"due", x.due);
    a(u"status", x.status);
    a(u"position", x.position);
}

template <class A>
void describe(A &a, Section &s)
{
    a(u"heading", s.heading);
    a(u"body", s.body);
    a(u"position", s.position);
}

template <class A>
void describe(A &a, Series &s)
{
    a(u"source", s.sourceId);
    a(u"lane", s.laneId);
    a(u"name", s.name);
    a(u"unit", s.unit);
    a(u"place", s.place);
    a(u"naturalKey", s.naturalKey);
    a(u"sampleCount", s.sampleCount);
    a(u"first", s.first);
    a(u"last", s.last);
    a(u"low", s.low);
    a(u"high", s.high);
}

template <class A>
void describe(A &a, SameAs &s)
{
    a(u"first", s.first);
    a(u"second", s.second);
    a(u"verdict", s.verdict);
    a(u"note", s.note);
}

template <class A>
void describe(A &a, TimeMark &m)
{
    a(u"name", m.name);
    a(u"start", m.start);
    a(u"end", m.end);
}

} // namespace SecondStory
