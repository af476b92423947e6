-- SPDX-FileCopyrightText: 2026 The Second Story authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A million rows of one import have their review, their source and the way their times were written in common. They
-- are kept once, and each row is a third shorter. "event" stays what it was for everybody who reads, as a view.

-- Short names for reviews, for the rows and indexes that are many.
CREATE TABLE review_number (
    number {serial}, review_id {id} NOT NULL UNIQUE
);

-- No references, for the reason that event had none.
CREATE TABLE recording (
    number {serial}, review_id {id} NOT NULL, source {id}, channel TEXT NOT NULL, recorded_zone TEXT NOT NULL,
    recorded_precision {int} NOT NULL, recorded_basis {int} NOT NULL, recorded_approximate {int} NOT NULL,
    recorded_reference {int} NOT NULL
);
CREATE INDEX recording_source ON recording(source);
CREATE INDEX recording_review ON recording(review_id);

-- First what the timeline and the search read, so that they need not step over the rest of each row.
CREATE TABLE event_row (
    seq {serial}, review {int} NOT NULL, recording {int} NOT NULL, own {int} NOT NULL,
    effective_start {int}, effective_end {int}, kind {int} NOT NULL, lane {id} REFERENCES lane(id),
    starred {int} NOT NULL, grounds {int} NOT NULL, asserted_start {int}, asserted_certainty {int},
    title TEXT NOT NULL, text TEXT NOT NULL, caption TEXT NOT NULL, note TEXT NOT NULL,
    id {id} NOT NULL UNIQUE, version {int} NOT NULL,
    recorded_start {int}, recorded_end {int}, recorded_text TEXT NOT NULL, recorded_reading {int},
    recorded_reading_end {int},
    asserted_end {int}, asserted_earliest {int}, asserted_latest {int}, asserted_reason TEXT,
    actors TEXT NOT NULL, place TEXT NOT NULL, natural_key TEXT NOT NULL
);

INSERT INTO review_number (review_id) SELECT DISTINCT review_id FROM event;
INSERT INTO recording (review_id, source, channel, recorded_zone, recorded_precision, recorded_basis,
                       recorded_approximate, recorded_reference)
    SELECT DISTINCT review_id, source, channel, recorded_zone, recorded_precision, recorded_basis, recorded_approximate,
                    recorded_reference
    FROM event;
INSERT INTO event_row (seq, review, recording, own, effective_start, effective_end, kind, lane, starred, grounds,
                       asserted_start, asserted_certainty, title, text, caption, note, id, version, recorded_start,
                       recorded_end, recorded_text, recorded_reading, recorded_reading_end, asserted_end,
                       asserted_earliest, asserted_latest, asserted_reason, actors, place, natural_key)
    SELECT e.seq, n.number, g.number, CASE WHEN e.source IS NULL THEN 1 ELSE 0 END, e.effective_start, e.effective_end,
           e.kind, e.lane, e.starred, e.grounds, e.asserted_start, e.asserted_certainty, e.title, e.text, e.caption,
           e.note, e.id, e.version, e.recorded_start, e.recorded_end, e.recorded_text, e.recorded_reading,
           e.recorded_reading_end, e.asserted_end, e.asserted_earliest, e.asserted_latest, e.asserted_reason, e.actors,
           e.place, e.natural_key
    FROM event e
    JOIN review_number n ON n.review_id = e.review_id
    JOIN recording g ON g.review_id = e.review_id AND COALESCE(g.source, '') = COALESCE(e.source, '')
        AND g.channel = e.channel AND g.recorded_zone = e.recorded_zone
        AND g.recorded_precision = e.recorded_precision AND g.recorded_basis = e.recorded_basis
        AND g.recorded_approximate = e.recorded_approximate AND g.recorded_reference = e.recorded_reference
    ORDER BY e.seq;
CREATE INDEX event_row_time ON event_row(review, effective_start);
CREATE INDEX event_row_own ON event_row(review) WHERE own <> 0;

-- What refers to events refers to their rows.
CREATE TABLE evidence_link_new (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    target_kind {int} NOT NULL, target_id {id} NOT NULL, event {id} NOT NULL REFERENCES event_row(id),
    note TEXT NOT NULL
);
INSERT INTO evidence_link_new SELECT id, version, review_id, target_kind, target_id, event, note FROM evidence_link;
DROP TABLE evidence_link;
ALTER TABLE evidence_link_new RENAME TO evidence_link;
CREATE INDEX evidence_link_review ON evidence_link(review_id);
CREATE INDEX evidence_link_event ON evidence_link(event);

CREATE TABLE same_as_new (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    first {id} NOT NULL REFERENCES event_row(id), second {id} NOT NULL REFERENCES event_row(id),
    verdict {int} NOT NULL, note TEXT NOT NULL
);
INSERT INTO same_as_new SELECT id, version, review_id, first, second, verdict, note FROM same_as;
DROP TABLE same_as;
ALTER TABLE same_as_new RENAME TO same_as;
CREATE INDEX same_as_review ON same_as(review_id);

CREATE TABLE known_to_new (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    event {id} NOT NULL REFERENCES event_row(id), person {id} NOT NULL REFERENCES person(id), since {int},
    note TEXT NOT NULL
);
INSERT INTO known_to_new SELECT id, version, review_id, event, person, since, note FROM known_to;
DROP TABLE known_to;
ALTER TABLE known_to_new RENAME TO known_to;
CREATE INDEX known_to_review ON known_to(review_id);

CREATE TABLE stated_duration_new (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    "from" {int} NOT NULL, "to" {int} NOT NULL, length_us {int} NOT NULL, words TEXT NOT NULL,
    event {id} REFERENCES event_row(id)
);
INSERT INTO stated_duration_new SELECT id, version, review_id, "from", "to", length_us, words, event FROM stated_duration;
DROP TABLE stated_duration;
ALTER TABLE stated_duration_new RENAME TO stated_duration;
CREATE INDEX stated_duration_review ON stated_duration(review_id);

DROP TABLE event;
-- CROSS JOIN: the row first, then its recording. An engine that thinks otherwise would look through all rows for each.
CREATE VIEW event AS
    SELECT e.seq, g.source, e.effective_start, e.effective_end, e.kind, e.lane, e.starred, e.title, e.text, e.caption,
           e.note, e.id, e.version, g.review_id, e.recorded_start, e.recorded_end, e.recorded_text, g.recorded_zone,
           g.recorded_precision, g.recorded_basis, g.recorded_approximate, e.asserted_start, e.asserted_end,
           e.asserted_earliest, e.asserted_latest, e.asserted_certainty, e.asserted_reason, e.actors, e.place,
           e.natural_key, g.recorded_reference, e.recorded_reading, e.recorded_reading_end, e.grounds, g.channel,
           e.review, e.recording
    FROM event_row e CROSS JOIN recording g
    WHERE g.number = e.recording;
