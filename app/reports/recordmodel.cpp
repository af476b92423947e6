// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/recordmodel.h"

namespace SecondStory::Ui {

RecordModel::RecordModel(Editing::ReviewDocument &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
}

} // namespace SecondStory::Ui
