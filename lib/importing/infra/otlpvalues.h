// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/jsonvalue.h"

namespace SecondStory::Importing {

/// What a value of OTLP says: texts, numbers, lists and maps. Depth is bounded by that of the JSON.
[[nodiscard]] QString otlpText(const JsonValue *value);
/// The value of one attribute of a span, log record or resource; empty when it has none.
[[nodiscard]] QString otlpAttribute(const JsonValue &owner, QStringView key);
/// "key: value", an attribute a line.
[[nodiscard]] QStringList otlpAttributes(const JsonValue &owner);
/// A trace or span id in lower-case hex; some writers use base64, as for other bytes of protobuf.
[[nodiscard]] QString otlpId(const QString &id);

} // namespace SecondStory::Importing
