#include "rowtriggers.h"

namespace lockstep::plan {

namespace {

/// PostgreSQL runs triggers of one kind in the byte order of their names. The first one hands what
/// the new release wrote to the old name, so that the user's triggers, checks and generated columns
/// work on it; the last one hands what has become of it to the new name.
struct MirrorTriggers
{
    QStringList createFirst;
    QStringList dropFirst;
    QStringList createLast;
    QStringList dropLast;
};

MirrorTriggers mirrorTriggers(const Action &action, const MirrorColumn &mirror)
{
    const QString a = schema::quoteIdent(mirror.from.sub);
    const QString b = schema::quoteIdent(mirror.to.sub);
    const QString newA = QStringLiteral("NEW.") + a;
    const QString newB = QStringLiteral("NEW.") + b;
    const QString handOver = QStringLiteral("BEGIN\n"
                                            "  IF TG_OP = 'INSERT' THEN\n"
                                            "    IF %1 THEN\n      NEW.%2 := NEW.%3;\n    END IF;\n"
                                            "  ELSIF %4 THEN\n    NEW.%2 := NEW.%3;\n  END IF;\n"
                                            "  RETURN NEW;\nEND")
                                 .arg(differs(newB, QStringLiteral("NULL::") + mirror.type), a, b,
                                      differs(newB, QStringLiteral("OLD.") + b));
    const QString handBack = QStringLiteral("BEGIN\n  NEW.%1 := NEW.%2;\n  RETURN NEW;\nEND").arg(b, a);
    const QString last = ownName(mirror.to, QStringLiteral("mirror"));
    const QString first = QLatin1Char('!') + last.mid(last.indexOf(QLatin1String("lockstep")));
    return { createRowTrigger(action, first, handOver), dropRowTrigger(action, first),
             createRowTrigger(action, last, handBack), dropRowTrigger(action, last) };
}

QStringList addCopy(const Action &action, const MirrorColumn &mirror)
{
    QString column = schema::quoteIdent(mirror.to.sub) + QLatin1Char(' ') + mirror.type;
    if (!mirror.collation.isEmpty())
        column += QStringLiteral(" COLLATE ") + mirror.collation;
    return QStringList{ alterTable(relationSql(action), QStringLiteral("ADD COLUMN ") + column) }
           + mirror.grants;
}

QString dropCopy(const Action &action, const MirrorColumn &mirror)
{
    return alterTable(relationSql(action),
                      QStringLiteral("DROP COLUMN ") + schema::quoteIdent(mirror.to.sub));
}

/// Triggers for UPDATE OF the column are not told of an update of its copy.
QString triggersLeftOut(const Context &context, const MirrorColumn &mirror)
{
    QStringList names;
    for (const int part : context.target().partsOf(
             schema::objectId(schema::Kind::Table, mirror.from.schema, mirror.from.name))) {
        const schema::Fact &fact = context.target().facts()[std::size_t(part)];
        const auto *trigger = fact.as<schema::TriggerAttributes>();
        const QString clause = QStringLiteral(" UPDATE OF ");
        const qsizetype at = trigger ? trigger->definition.indexOf(clause) : -1;
        const QString columns =
            at < 0 ? QString()
                   : trigger->definition.mid(at + clause.size()).section(QStringLiteral(" ON "), 0, 0);
        if (columns.split(QStringLiteral(", ")).contains(schema::quoteIdent(mirror.from.sub)))
            names += fact.id.sub;
    }
    if (names.isEmpty())
        return {};
    return QStringLiteral(" Until the gate an UPDATE that sets %1 does not fire %2, made for UPDATE OF %3.")
        .arg(mirror.to.sub, names.join(QStringLiteral(", ")), mirror.from.sub);
}

Draft fillCopy(const Action &action, const Context &context, const MirrorColumn &mirror)
{
    const QString a = schema::quoteIdent(mirror.from.sub);
    const QString b = schema::quoteIdent(mirror.to.sub);
    return backfillDraft(action, context, mirror.to, a, {}, differs(b, a));
}

} // namespace

/// Two names for one column: the copy, kept in step by triggers, filled in batches, counted.
std::optional<Rewrite> mirrorColumn(const Action &action, const Context &context)
{
    const auto *mirror = std::get_if<MirrorColumn>(&action.detail);
    if (!mirror)
        return std::nullopt;
    const MirrorTriggers triggers = mirrorTriggers(action, *mirror);
    const QString a = schema::quoteIdent(mirror->from.sub);
    const QString b = schema::quoteIdent(mirror->to.sub);
    Rewrite result;
    Draft add = ddlDraft(
        action, Phase::Expand,
        QStringLiteral("Add %1 to %2, a second name of %3")
            .arg(mirror->to.sub, mirror->to.name, mirror->from.sub),
        addCopy(action, *mirror), { dropCopy(action, *mirror) },
        QStringLiteral("A plain RENAME would break every release that still says %1. While both names are "
                       "there, releases that say %1 and releases that say %2 run side by side.")
            .arg(a, b));
    add.step.verify = { columnIsThere(action, mirror->to.sub, false) };
    result.drafts.push_back(add);
    result.drafts.push_back(ddlDraft(
        action, Phase::Expand,
        QStringLiteral("Copy %1 to %2 in every row written from now on")
            .arg(mirror->from.sub, mirror->to.sub),
        triggers.createLast, triggers.dropLast,
        QStringLiteral("The trigger is named to run last, so that it copies what other triggers have made of "
                       "the row.")));
    result.drafts.push_back(fillCopy(action, context, *mirror));
    Draft agree = verifyDraft(
        action,
        QStringLiteral("Check that %1 and %2 agree in every row").arg(mirror->from.sub, mirror->to.sub),
        countWhere(relationSql(action), differs(b, a)), QStringLiteral("0"),
        QStringLiteral("Only then may a release read the new name."),
        sampleWhere(relationSql(action), differs(b, a)));
    agree.step.verify.first().isInterim = true;
    result.drafts.push_back(agree);
    return result;
}

/// Queries that use the new name need its indexes, and ON CONFLICT needs the unique ones.
std::optional<Rewrite> copyIndex(const Action &action, const Context &)
{
    const auto *copy = std::get_if<CopyIndex>(&action.detail);
    if (!copy)
        return std::nullopt;
    QStringList back = action.backward;
    back.first().replace(QStringLiteral("DROP INDEX "), QStringLiteral("DROP INDEX CONCURRENTLY "));
    Draft draft = concurrentDraft(
        action, Phase::Expand, action.title, { concurrently(action.forward.first()) }, back,
        QStringLiteral(
            "Until the gate queries that use the new name need an index as good as %1; it goes with "
            "the copy.")
            .arg(schema::displayName(copy->original)));
    draft.step.verify = { indexIsValid(copy->index.schema, copy->index.name) };
    draft.step.verify.first().isInterim = true;
    return Rewrite{ { draft }, -1 };
}

/// The other direction, once the copy is full and its indexes are there.
std::optional<Rewrite> openMirror(const Action &action, const Context &context)
{
    const auto *open = std::get_if<OpenMirror>(&action.detail);
    if (!open)
        return std::nullopt;
    const MirrorColumn &mirror = open->mirror;
    const MirrorTriggers triggers = mirrorTriggers(action, mirror);
    const QString a = schema::quoteIdent(mirror.from.sub);
    const QString b = schema::quoteIdent(mirror.to.sub);
    Draft both = ddlDraft(
        action, Phase::Expand,
        QStringLiteral("Let %1 be written as %2 as well").arg(mirror.from.sub, mirror.to.sub),
        triggers.createFirst, triggers.dropFirst,
        QStringLiteral("From here on the new release may be deployed: what it writes to %1 goes to %2 before "
                       "other triggers run; where one statement sets both, %1 counts.")
                .arg(b, a)
            + triggersLeftOut(context, mirror));
    both.needsCommitBefore = true;
    return Rewrite{ { both }, -1 };
}

/// The copy goes and the column takes its name, in one short transaction.
std::optional<Rewrite> endMirror(const Action &action, const Context &)
{
    const auto *end = std::get_if<EndMirror>(&action.detail);
    if (!end)
        return std::nullopt;
    const MirrorColumn &mirror = end->mirror;
    const MirrorTriggers triggers = mirrorTriggers(action, mirror);
    const QString rename = QStringLiteral("RENAME COLUMN %1 TO %2");
    const QString a = schema::quoteIdent(mirror.from.sub);
    const QString b = schema::quoteIdent(mirror.to.sub);
    Draft draft = ddlDraft(
        action, Phase::Contract, action.title,
        triggers.dropFirst + triggers.dropLast
            + QStringList{ dropCopy(action, mirror), alterTable(relationSql(action), rename.arg(a, b)) },
        QStringList{ alterTable(relationSql(action), rename.arg(b, a)) } + addCopy(action, mirror)
            + triggers.createLast + triggers.createFirst,
        QStringLiteral(
            "Both names hold the same values, so nothing is lost: the copy goes, the column takes its "
            "name, and its keys, indexes, checks, views and privileges stay on it."));
    draft.step.verify = { columnIsThere(action, mirror.to.sub, false) };
    draft.note = QStringLiteral(
                     "Taken back, all values are under the old name again; the copy under the new name comes "
                     "back empty, without its indexes: take the steps before it back as well, unless "
                     "no release reads %1.")
                     .arg(b);
    draft.confirm = QStringLiteral("Every release says %1; none says %2 any more.")
                        .arg(schema::dottedName(mirror.to), schema::dottedName(mirror.from));
    return Rewrite{ { draft }, -1 };
}

} // namespace lockstep::plan
