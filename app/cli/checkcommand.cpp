// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/words.h"
#include "services/reviewcheck.h"
#include "store/reviewrepository.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

struct Checked {
    QList<Services::Finding> findings;
    QHash<ReviewId, QString> titles;
};

Result<Checked> checkAll(Context &context, const QString &review)
{
    const auto opened = context.library();
    if (!opened)
        return failure(opened.error());
    Store::Library &library = **opened;
    Checked checked;
    const auto damage = library.check();
    if (!damage)
        return failure(damage.error());
    for (const QString &what : *damage)
        checked.findings.append({ Services::FindingKind::Damage, {}, library.path(), what });
    const auto ids = context.reviewsOrAll(review);
    if (!ids)
        return failure(ids.error());
    for (const ReviewId &id : *ids) {
        const auto contents = library.reviews().load(id);
        if (!contents)
            return failure(contents.error());
        checked.titles.insert(id, contents->review.title);
        const auto findings = Services::checkReview(library, id, TimePoint::now());
        if (!findings)
            return failure(findings.error());
        checked.findings += *findings;
    }
    return checked;
}

Result<int> check(Context &context, const QString &review)
{
    const auto checked = checkAll(context, review);
    if (!checked)
        return failure(checked.error());
    QJsonArray array;
    ReviewId last;
    for (const Services::Finding &finding : checked->findings) {
        array << QJsonObject{ { u"kind"_s, toString(finding.kind) },
                              { u"review"_s,
                                finding.review.isNull() ? QJsonValue()
                                                        : QJsonValue(finding.review.toString()) },
                              { u"place"_s, finding.place },
                              { u"what"_s, finding.what } };
        if (context.out.isJson)
            continue;
        if (finding.review != last)
            context.out.line(checked->titles.value(finding.review));
        last = finding.review;
        const QString place = finding.place.isEmpty() ? QString() : finding.place + u": "_s;
        context.out.line(u"  %1  %2%3"_s.arg(toString(finding.kind), place, finding.what));
    }
    if (context.out.isJson)
        context.out.object({ { u"reviews"_s, static_cast<int>(checked->titles.size()) },
                             { u"findings"_s, array } });
    else if (checked->findings.isEmpty())
        context.out.line(tr("Nothing found in the library and %n review(s)",
                            static_cast<int>(checked->titles.size())));
    return checked->findings.isEmpty() ? 0 : 1;
}

} // namespace

void addCheckCommand(Command &line, Context &context)
{
    Command command =
        line.add("check", tr("library integrity and consistency of reviews; exit 1 with findings"));
    const auto review = std::make_shared<QString>();
    command.review(*review)->description(
        tr("only this review; the library itself is always checked").toStdString());
    command.runs(context, [&context, review] { return check(context, *review); });
}

} // namespace SecondStory::Cli
