-- SPDX-FileCopyrightText: 2026 The Second Story authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lanes by rule after an import: which channel each record named, and the source's own lane for those that name none.
-- Events imported before know no channel: the first time their source is arranged, the lanes they stand in become it.

ALTER TABLE event ADD COLUMN channel TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN own_lane TEXT NOT NULL DEFAULT '';

-- The digest of what was packed in a file, where the file's own is over the packed bytes.
ALTER TABLE source ADD COLUMN content_sha256 {bytes} NOT NULL DEFAULT '';
