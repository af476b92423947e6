-- SPDX-FileCopyrightText: 2026 The Second Story authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Clocks of sources that can be corrected, measured series, "same as", and imports in many small steps.

-- What a recorded time counts from, and how far: zone, date, start and skew of its source turn it into an instant.
ALTER TABLE event ADD COLUMN recorded_reference {int} NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN recorded_reading {int};
ALTER TABLE event ADD COLUMN recorded_reading_end {int};
ALTER TABLE source ADD COLUMN skew_us {int} NOT NULL DEFAULT 0;

-- Which source brought a lane or a person in: when it is taken out and nothing else uses them, nobody needs to see them.
-- No reference: a source comes after its lanes.
ALTER TABLE lane ADD COLUMN origin {id};
ALTER TABLE person ADD COLUMN origin {id};

-- The rows of a source lie between these numbers. pending is not 0 while its import runs: until it is done, or after it
-- was cut off, nobody sees its rows. indexed_seq: the search tables know its rows up to here.
ALTER TABLE source ADD COLUMN first_seq {int} NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN last_seq {int} NOT NULL DEFAULT 9223372036854775807;
ALTER TABLE source ADD COLUMN pending {int} NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN indexed_seq {int} NOT NULL DEFAULT 0;

CREATE TABLE series (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    source {id} NOT NULL REFERENCES source(id), lane {id} REFERENCES lane(id), name TEXT NOT NULL, unit TEXT NOT NULL,
    place TEXT NOT NULL, natural_key TEXT NOT NULL, sample_count {int} NOT NULL, first {int}, last {int},
    low {real} NOT NULL, high {real} NOT NULL
);
CREATE INDEX series_review ON series(review_id);

-- The samples of a series in compressed pieces, in order of time.
CREATE TABLE series_piece (
    series_id {id} NOT NULL REFERENCES series(id), number {int} NOT NULL, bytes {bytes} NOT NULL,
    PRIMARY KEY (series_id, number)
);

CREATE TABLE same_as (
    id {id} PRIMARY KEY, version {int} NOT NULL, review_id {id} NOT NULL REFERENCES review(id),
    first {id} NOT NULL REFERENCES event(id), second {id} NOT NULL REFERENCES event(id), verdict {int} NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX same_as_review ON same_as(review_id);
