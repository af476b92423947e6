-- SPDX-FileCopyrightText: 2026 The Second Story authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first schema. {id}, {int}, {real}, {bytes} and {serial} are the dialect's words for types.
-- Times are integer microseconds UTC; every editable row carries a version. Confidential interviews get
-- tables of their own: nothing here ever holds them.

CREATE TABLE library_fact (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE review (
    id {id} PRIMARY KEY, version {int} NOT NULL,
    title TEXT NOT NULL, summary TEXT NOT NULL, status {int} NOT NULL, depth {int} NOT NULL,
    zone TEXT NOT NULL, template TEXT NOT NULL, triage TEXT NOT NULL,
    frame_began {int}, frame_detected {int}, frame_declared {int}, frame_mitigated {int}, frame_resolved {int},
    created {int} NOT NULL, updated {int} NOT NULL
);

CREATE TABLE code (
    id {id} PRIMARY KEY, version {int} NOT NULL,
    parent {id} REFERENCES code(id), key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, definition TEXT NOT NULL,
    when_to_use TEXT NOT NULL, when_not TEXT NOT NULL, example TEXT NOT NULL, category TEXT NOT NULL,
    level {int} NOT NULL, position {int} NOT NULL
);

CREATE TABLE person (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    name TEXT NOT NULL, role TEXT NOT NULL, pseudonym TEXT NOT NULL, kind {int} NOT NULL,
    handles TEXT NOT NULL, note TEXT NOT NULL
);
CREATE INDEX person_review ON person(review_id);

CREATE TABLE lane (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    name TEXT NOT NULL, position {int} NOT NULL, hue {int} NOT NULL, collapsed {int} NOT NULL, hidden {int} NOT NULL
);
CREATE INDEX lane_review ON lane(review_id);

CREATE TABLE source (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    file_name TEXT NOT NULL, sha256 {bytes} NOT NULL, size {int} NOT NULL, importer TEXT NOT NULL,
    importer_version {int} NOT NULL, imported_at {int} NOT NULL, zone TEXT NOT NULL, basis {int} NOT NULL,
    assumed_date TEXT NOT NULL, assumed_start TEXT NOT NULL, removed {int} NOT NULL,
    read {int} NOT NULL, imported {int} NOT NULL, skipped {int} NOT NULL, duplicates {int} NOT NULL,
    undated {int} NOT NULL, authors {int} NOT NULL, first {int}, last {int},
    problem_count {int} NOT NULL, problems TEXT NOT NULL
);
CREATE INDEX source_review ON source(review_id);

-- The bytes of a source as they were, in compressed pieces, for the evidence viewer.
CREATE TABLE source_piece (
    source_id {id} NOT NULL REFERENCES source(id), number {int} NOT NULL, bytes {bytes} NOT NULL,
    PRIMARY KEY (source_id, number)
);

-- No references to review and source: an import would look them up for each of its rows, and they hold for all of
-- them at once. A source points at its review and goes only after its events; a lane points at its review too.
-- First what the timeline and the search read, so that they need not step over the rest of each row.
CREATE TABLE event (
    seq {serial}, source {id}, effective_start {int}, effective_end {int}, kind {int} NOT NULL,
    lane {id} REFERENCES lane(id), starred {int} NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
    caption TEXT NOT NULL, note TEXT NOT NULL,
    id {id} NOT NULL UNIQUE, version {int} NOT NULL, review_id {id} NOT NULL,
    recorded_start {int}, recorded_end {int}, recorded_text TEXT NOT NULL, recorded_zone TEXT NOT NULL,
    recorded_precision {int} NOT NULL, recorded_basis {int} NOT NULL, recorded_approximate {int} NOT NULL,
    asserted_start {int}, asserted_end {int}, asserted_earliest {int}, asserted_latest {int},
    asserted_certainty {int}, asserted_reason TEXT,
    actors TEXT NOT NULL, place TEXT NOT NULL, natural_key TEXT NOT NULL
);
CREATE INDEX event_time ON event(review_id, effective_start);
CREATE INDEX event_own ON event(review_id) WHERE source IS NULL;

CREATE TABLE moment (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    title TEXT NOT NULL, start {int}, "end" {int}, people TEXT NOT NULL, events TEXT NOT NULL,
    goals TEXT NOT NULL, knowledge TEXT NOT NULL, attention TEXT NOT NULL, cues_available TEXT NOT NULL,
    cues_noticed TEXT NOT NULL, options TEXT NOT NULL, pressures TEXT NOT NULL, help TEXT NOT NULL
);
CREATE INDEX moment_review ON moment(review_id);

CREATE TABLE section (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    heading TEXT NOT NULL, body TEXT NOT NULL, position {int} NOT NULL
);
CREATE INDEX section_review ON section(review_id);

CREATE TABLE claim (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    section {id} REFERENCES section(id), text TEXT NOT NULL, status {int} NOT NULL
);
CREATE INDEX claim_review ON claim(review_id);

CREATE TABLE factor (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    title TEXT NOT NULL, note TEXT NOT NULL, kind {int} NOT NULL, level {int} NOT NULL, phase {int} NOT NULL,
    polarity {int} NOT NULL, confidence {int} NOT NULL, view TEXT NOT NULL, x {real} NOT NULL, y {real} NOT NULL,
    pinned {int} NOT NULL
);
CREATE INDEX factor_review ON factor(review_id);

CREATE TABLE influence (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    "from" {id} NOT NULL REFERENCES factor(id), "to" {id} NOT NULL REFERENCES factor(id), kind {int} NOT NULL,
    status {int} NOT NULL, note TEXT NOT NULL, "check" TEXT NOT NULL
);
CREATE INDEX influence_review ON influence(review_id);

CREATE TABLE pressure (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    code {id} REFERENCES code(id), title TEXT NOT NULL, note TEXT NOT NULL, phases {int} NOT NULL,
    polarity {int} NOT NULL, confidence {int} NOT NULL
);
CREATE INDEX pressure_review ON pressure(review_id);

CREATE TABLE coding (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    code {id} NOT NULL REFERENCES code(id), target_kind {int} NOT NULL, target_id {id} NOT NULL,
    phases {int} NOT NULL, polarity {int} NOT NULL
);
CREATE INDEX coding_review ON coding(review_id);

CREATE TABLE evidence_link (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    target_kind {int} NOT NULL, target_id {id} NOT NULL, event {id} NOT NULL REFERENCES event(id), note TEXT NOT NULL
);
CREATE INDEX evidence_link_review ON evidence_link(review_id);
CREATE INDEX evidence_link_event ON evidence_link(event);

CREATE TABLE question (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    text TEXT NOT NULL, answer TEXT NOT NULL, status {int} NOT NULL, about_kind {int} NOT NULL, about_id {id}
);
CREATE INDEX question_review ON question(review_id);

CREATE TABLE learning (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    text TEXT NOT NULL, audience TEXT NOT NULL, position {int} NOT NULL
);
CREATE INDEX learning_review ON learning(review_id);

CREATE TABLE action (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    factor {id} REFERENCES factor(id), title TEXT NOT NULL, note TEXT NOT NULL, owner TEXT NOT NULL,
    due TEXT NOT NULL, status {int} NOT NULL, position {int} NOT NULL
);
CREATE INDEX action_review ON action(review_id);

CREATE TABLE time_mark (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    name TEXT NOT NULL, start {int} NOT NULL, "end" {int}
);
CREATE INDEX time_mark_review ON time_mark(review_id);

-- What the full-text search finds besides events: one row for each record with words in it.
CREATE TABLE prose (
    seq {serial}, ref {id} NOT NULL UNIQUE, review_id {id} NOT NULL REFERENCES review(id),
    kind {int} NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX prose_review ON prose(review_id);
