// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/codecolours.h"

#include "editing/reviewdocument.h"
#include "store/library.h"
#include "store/reviewrepository.h"

#include <algorithm>

namespace SecondStory::Ui {

CodeColours::CodeColours(Editing::ReviewDocument &document)
{
    QHash<CodeId, int> uses;
    for (const Coding &coding : document.contents().codings) {
        if (coding.target.kind == TargetKind::Event)
            ++uses[coding.codeId];
    }
    const QList<Code> codes = document.library().reviews().codes().value_or(QList<Code>());
    QList<Code> used;
    std::copy_if(codes.begin(), codes.end(), std::back_inserter(used),
                 [&](const Code &code) { return uses.contains(code.id); });
    std::stable_sort(used.begin(), used.end(), [&](const Code &a, const Code &b) {
        return uses.value(a.id) > uses.value(b.id);
    });
    QHash<CodeId, int> hues;
    for (const Code &code : std::as_const(used)) {
        hues.insert(code.id, std::min<int>(kOther, static_cast<int>(hues.size())));
        if (m_names.size() < kOwn)
            m_names << code.name;
    }
    m_hasOthers = used.size() > kOwn;
    for (const Coding &coding : document.contents().codings) {
        if (coding.target.kind != TargetKind::Event)
            continue;
        const qint64 seq = document.seqOf(EventId{ coding.target.id });
        const int hue = hues.value(coding.codeId, kOther);
        // Of several codes the one that is used most is shown: its colour is known best.
        const auto known = m_hues.constFind(seq);
        if (known == m_hues.constEnd() || hue < *known)
            m_hues.insert(seq, hue);
    }
}

} // namespace SecondStory::Ui
