-- SPDX-FileCopyrightText: 2026 The Second Story authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the timeline editor keeps: accounts of moments, activities, views, groups of lanes, who knew what since when.

-- A moment is a time and who was there; how it looked to each is an account of its own. What a moment said until now
-- becomes its first account, under the same id.
CREATE TABLE account (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    moment {id} NOT NULL REFERENCES moment(id), people TEXT NOT NULL,
    goals TEXT NOT NULL, knowledge TEXT NOT NULL, attention TEXT NOT NULL, cues_available TEXT NOT NULL,
    cues_noticed TEXT NOT NULL, options TEXT NOT NULL, pressures TEXT NOT NULL, help TEXT NOT NULL
);
CREATE INDEX account_review ON account(review_id);
INSERT INTO account (id, version, review_id, moment, people, goals, knowledge, attention, cues_available, cues_noticed,
                     options, pressures, help)
    SELECT id, 1, review_id, id, people, goals, knowledge, attention, cues_available, cues_noticed, options, pressures,
           help
    FROM moment
    WHERE goals || knowledge || attention || cues_available || cues_noticed || options || pressures || help <> '';
ALTER TABLE moment DROP COLUMN goals;
ALTER TABLE moment DROP COLUMN knowledge;
ALTER TABLE moment DROP COLUMN attention;
ALTER TABLE moment DROP COLUMN cues_available;
ALTER TABLE moment DROP COLUMN cues_noticed;
ALTER TABLE moment DROP COLUMN options;
ALTER TABLE moment DROP COLUMN pressures;
ALTER TABLE moment DROP COLUMN help;

CREATE TABLE contradiction (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    first {id} NOT NULL REFERENCES account(id), second {id} NOT NULL REFERENCES account(id), aspect {int} NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX contradiction_review ON contradiction(review_id);

CREATE TABLE activity (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    title TEXT NOT NULL, lane {id} REFERENCES lane(id), events TEXT NOT NULL, collapsed {int} NOT NULL
);
CREATE INDEX activity_review ON activity(review_id);

CREATE TABLE saved_view (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    name TEXT NOT NULL, position {int} NOT NULL, start {int} NOT NULL, "end" {int} NOT NULL, kinds TEXT NOT NULL,
    lanes TEXT NOT NULL, starred {int} NOT NULL, text TEXT NOT NULL
);
CREATE INDEX saved_view_review ON saved_view(review_id);

CREATE TABLE lane_group (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    name TEXT NOT NULL, position {int} NOT NULL, collapsed {int} NOT NULL
);
CREATE INDEX lane_group_review ON lane_group(review_id);
ALTER TABLE lane ADD COLUMN pinned {int} NOT NULL DEFAULT 0;
ALTER TABLE lane ADD COLUMN stretch {real} NOT NULL DEFAULT 1;
ALTER TABLE lane ADD COLUMN "group" {id} REFERENCES lane_group(id);

CREATE TABLE known_to (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    event {id} NOT NULL REFERENCES event(id), person {id} NOT NULL REFERENCES person(id), since {int},
    note TEXT NOT NULL
);
CREATE INDEX known_to_review ON known_to(review_id);

CREATE TABLE stated_duration (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    "from" {int} NOT NULL, "to" {int} NOT NULL, length_us {int} NOT NULL, words TEXT NOT NULL,
    event {id} REFERENCES event(id)
);
CREATE INDEX stated_duration_review ON stated_duration(review_id);

-- What the knowledge of an event rests on: evidence documents, people remember, somebody infers.
ALTER TABLE event ADD COLUMN grounds {int} NOT NULL DEFAULT 0;
UPDATE event SET grounds = 1 WHERE source IS NULL;

ALTER TABLE source ADD COLUMN imported_by TEXT NOT NULL DEFAULT '';
