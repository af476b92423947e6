// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/files.h"
#include "cli/targets.h"
#include "cli/words.h"
#include "services/qdacodebook.h"
#include "store/codebookseed.h"
#include "store/editrepository.h"
#include "store/eventrepository.h"
#include "store/reviewrepository.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

constexpr qint64 kCodebookBytes = 16 * 1024 * 1024;

struct CodeLine {
    QString review;
    QString code;
    QStringList targets;
    QStringList phases;
    std::optional<Polarity> polarity;
    QString file;
};

Result<Code> codeNamed(Store::Library &library, const QString &name)
{
    const auto codes = library.reviews().codes();
    if (!codes)
        return failure(codes.error());
    for (const Code &code : *codes) {
        if (code.key == name || code.name == name)
            return code;
    }
    return failure(ErrorCode::NotFound, tr("there is no code \"%1\"").arg(name),
                   tr("`code list` names them"));
}

/// The review a coding belongs to: named, the event's own, or the only one.
Result<ReviewId> reviewFor(Context &context, const CodeLine &line, const TargetRef &target)
{
    const auto library = context.library();
    if (!library)
        return failure(library.error());
    if (!line.review.isEmpty() || target.kind != TargetKind::Event)
        return context.review(line.review);
    const auto events = (*library)->events().byId({ EventId{ target.id } });
    if (!events)
        return failure(events.error());
    return events->isEmpty() ? context.review({}) : Result<ReviewId>(events->first().reviewId);
}

Result<Phases> phasesFrom(const QStringList &words)
{
    Phases phases;
    for (const QString &word : words) {
        const auto phase = fromString<Phase>(word);
        if (!phase)
            return failure(ErrorCode::Usage,
                           tr("\"%1\" is not one of: %2").arg(word, u"before, during, after"_s));
        phases.setFlag(*phase);
    }
    return phases;
}

/// What applying or removing the code at every target changes.
class CodingEdit {
public:
    CodingEdit(Context &context, const CodeLine &line)
        : m_context(context)
        , m_line(line)
    {
    }

    Result<int> run(bool isRemoval)
    {
        const auto opened = m_context.library();
        if (!opened)
            return failure(opened.error());
        Store::Library &library = **opened;
        const auto code = codeNamed(library, m_line.code);
        if (!code)
            return failure(code.error());
        const auto phases = phasesFrom(m_line.phases);
        if (!phases)
            return failure(phases.error());
        for (const QString &text : m_line.targets) {
            const auto target = targetFromText(text);
            if (!target)
                return failure(target.error());
            const auto review = reviewFor(m_context, m_line, *target);
            if (!review)
                return failure(review.error());
            const auto contents = library.reviews().load(*review);
            if (!contents)
                return failure(contents.error());
            const auto done = isRemoval ? take(*contents, *code, *target)
                                        : put(library, *contents, *code, *target, *phases);
            if (!done)
                return failure(done.error());
        }
        return commit(library, isRemoval);
    }

private:
    Result<void> put(Store::Library &library, const ReviewContents &contents, const Code &code,
                     const TargetRef &target, Phases phases)
    {
        const auto known = holds(library, contents, target.id);
        if (!known)
            return failure(known.error());
        if (!*known)
            return notThere(target);
        for (const Coding &coding : contents.codings) {
            if (coding.codeId == code.id && coding.target == target)
                return {}; // it is coded so already
        }
        Coding coding;
        coding.id = CodingId::create();
        coding.reviewId = contents.review.id;
        coding.codeId = code.id;
        coding.target = target;
        coding.phases = phases;
        coding.polarity = m_line.polarity.value_or(Polarity::Present);
        m_set.insert(coding);
        return {};
    }

    Result<void> take(const ReviewContents &contents, const Code &code, const TargetRef &target)
    {
        const qsizetype before = m_set.changes.size();
        for (const Coding &coding : contents.codings) {
            if (coding.codeId == code.id && coding.target == target)
                m_set.remove(coding);
        }
        if (m_set.changes.size() == before)
            return notThere(target);
        return {};
    }

    static tl::unexpected<Error> notThere(const TargetRef &target)
    {
        return failure(ErrorCode::NotFound,
                       tr("the review holds no such thing: %1:%2")
                           .arg(toString(target.kind), target.id.toString(QUuid::WithoutBraces)));
    }

    Result<int> commit(Store::Library &library, bool isRemoval)
    {
        if (!m_set.isEmpty()) {
            if (auto applied = library.edits().apply(m_set); !applied)
                return failure(applied.error());
        }
        const int count = static_cast<int>(m_set.changes.size());
        if (m_context.out.isJson)
            m_context.out.object({ { isRemoval ? u"removed"_s : u"applied"_s, count } });
        else
            m_context.out.line(isRemoval ? tr("Removed from %n place(s)", count)
                                         : tr("Applied to %n place(s)", count));
        return 0;
    }

    Context &m_context;
    const CodeLine &m_line;
    ChangeSet m_set;
};

Result<int> listCodes(Context &context)
{
    const auto opened = context.library();
    if (!opened)
        return failure(opened.error());
    const auto codes = (*opened)->reviews().codes();
    if (!codes)
        return failure(codes.error());
    const auto uses = (*opened)->reviews().pressureUses();
    if (!uses)
        return failure(uses.error());
    QHash<CodeId, QSet<ReviewId>> reviews;
    for (const Store::PressureUse &use : *uses)
        reviews[use.code] << use.review;
    QJsonArray array;
    QList<TextRow> rows;
    for (const Code &code : *codes) {
        const int count = static_cast<int>(reviews.value(code.id).size());
        array << QJsonObject{ { u"id"_s, code.id.toString() },
                              { u"key"_s, code.key },
                              { u"name"_s, code.name },
                              { u"category"_s, code.category },
                              { u"level"_s, toString(code.level) },
                              { u"reviews"_s, count } };
        rows << TextRow{ code.key, code.category, QString::number(count), code.name };
    }
    if (context.out.isJson)
        context.out.object({ { u"codes"_s, array } });
    else
        context.out.table({ tr("key"), tr("category"), tr("reviews"), tr("name") }, rows);
    return 0;
}

bool isQda(const QString &path)
{
    return path.endsWith(u".qdc"_s, Qt::CaseInsensitive);
}

Result<int> exportCodebook(Context &context, const CodeLine &line)
{
    const auto opened = context.library();
    if (!opened)
        return failure(opened.error());
    const auto codes = (*opened)->reviews().codes();
    if (!codes)
        return failure(codes.error());
    Result<QByteArray> bytes =
        isQda(line.file) ? Services::writeQdaCodebook(*codes) : Store::codesToJson(*codes);
    if (!bytes)
        return failure(bytes.error());
    if (auto written = writeFile(context.out, line.file, *bytes); !written)
        return failure(written.error());
    if (line.file == u"-")
        return 0;
    if (context.out.isJson)
        context.out.object({ { u"file"_s, line.file }, { u"codes"_s, codes->size() } });
    else
        context.out.line(tr("%n code(s) written", static_cast<int>(codes->size())));
    return 0;
}

Result<int> importCodebook(Context &context, const CodeLine &line)
{
    const auto opened = context.library();
    if (!opened)
        return failure(opened.error());
    const auto bytes = readFile(line.file, kCodebookBytes);
    if (!bytes)
        return failure(bytes.error());
    const auto codes =
        isQda(line.file) ? Services::readQdaCodebook(*bytes) : Store::codesFromJson(*bytes);
    if (!codes) {
        Error error = codes.error();
        error.file = line.file;
        return failure(std::move(error));
    }
    const auto added = Store::addMissingCodes(**opened, *codes);
    if (!added)
        return failure(added.error());
    const int known = static_cast<int>(codes->size()) - *added;
    if (context.out.isJson)
        context.out.object({ { u"added"_s, *added }, { u"known"_s, known } });
    else
        context.out.line(tr("%1 codes added, %2 were known already").arg(*added).arg(known));
    return 0;
}

void addCodingCommand(Command &code, Context &context, const std::shared_ptr<CodeLine> &given,
                      bool isRemoval)
{
    Command command = isRemoval ? code.add("remove", tr("take a code back"))
                                : code.add("apply", tr("put a code on events, factors and more"));
    command.review(given->review);
    command.text("CODE", given->code, tr("key or name"))->required();
    command.texts("TARGET", given->targets, tr("event:ID, factor:ID …; a bare ID is an event"))
        ->required();
    if (!isRemoval) {
        command.texts("--phase", given->phases, tr("before, during, after the incident"))
            ->delimiter(',');
        command.choice("--polarity", given->polarity, tr("what it did"));
    }
    command.runs(context, [&context, given, isRemoval] {
        return CodingEdit(context, *given).run(isRemoval);
    });
}

} // namespace

void addCodeCommands(Command &line, Context &context)
{
    const auto given = std::make_shared<CodeLine>();
    Command code = line.add("code", tr("codes on what a review holds"));
    code.needsOneCommand();
    addCodingCommand(code, context, given, false);
    addCodingCommand(code, context, given, true);
    code.add("list", tr("the codebook, and in how many reviews each code is used"))
        .runs(context, [&context] { return listCodes(context); });

    Command codebook = line.add("codebook", tr("the codebook as a file, .json or .qdc (REFI-QDA)"));
    codebook.needsOneCommand();
    Command command = codebook.add("export", tr("write all codes"));
    command.text("FILE", given->file, tr("file to write; - is standard output"))->required();
    command.runs(context, [&context, given] { return exportCodebook(context, *given); });
    command = codebook.add("import", tr("add the codes the library does not have yet"));
    command.text("FILE", given->file, tr("file to read"))->required();
    command.runs(context, [&context, given] { return importCodebook(context, *given); });
}

} // namespace SecondStory::Cli
