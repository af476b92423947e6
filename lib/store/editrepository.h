// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/changeset.h"
#include "domain/result.h"

namespace SecondStory::Store {

class EditRepository {
public:
    virtual ~EditRepository() = default;
    /// Applies a change set in one transaction, all or nothing, and gives it back with the versions
    /// it now has. An update or removal needs the stored version to equal `before`'s. Errors:
    /// Conflict (somebody else changed the record: detail holds the stored text), Refused (a change
    /// to what evidence states), BadInput (a record that breaks a rule), Storage. Nothing changes
    /// on an error.
    [[nodiscard]] virtual Result<ChangeSet> apply(const ChangeSet &set) = 0;
};

} // namespace SecondStory::Store
