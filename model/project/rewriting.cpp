#include "rewriting.h"

#include <model/analysis/lint/replayed.h>

namespace lockstep::project {

base::Result<Rewriting> rewriteScripts(const sources::LoadedSourcePtr &current,
                                       const QVector<sources::ScriptText> &scripts,
                                       const sources::ScratchOfMajor &scratch,
                                       const sources::Progress &progress, std::stop_token stop)
{
    QVector<analysis::lint::ScriptFile> files;
    for (const sources::ScriptText &script : scripts)
        files.append({ script.name, script.text });
    const auto replayed = analysis::lint::replayed(files);
    QVector<sources::ScriptText> kept;
    for (const auto &file : replayed.files)
        kept.append({ file.name, file.text });
    const auto after = sources::afterScripts(current, kept, scratch, progress, stop);
    if (!after.has_value())
        return after.error();
    const auto found =
        plan::scriptIntents(replayed.statements, after->renames, *current->catalog, *after->target->catalog);
    auto target = std::make_shared<sources::LoadedSource>(*after->target);
    target->beside = found.beside;
    return Rewriting{ target, found.intents };
}

plan::PlanPtr withBeside(const plan::PlanPtr &plan, const sources::LoadedSource &target)
{
    if (target.beside.isEmpty())
        return plan;
    auto told = std::make_shared<plan::Plan>(*plan);
    told->warnings += target.beside;
    told->warnings.removeDuplicates();
    return told;
}

} // namespace lockstep::project
