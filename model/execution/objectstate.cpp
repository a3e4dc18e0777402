#include "objectstate.h"

#include "relationname.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace lockstep::execution {

namespace {

/// Plans of more tables than this are compared at their start and end only: looking at all of them after each
/// step would take longer than the steps.
constexpr qsizetype mostRelations = 300;

constexpr char stateSql[] = R"sql(
WITH r AS (SELECT DISTINCT w.name AS relation, c.oid, c.relkind, c.relpersistence, c.relreplident, c.relrowsecurity,
        c.relforcerowsecurity, c.relowner
    FROM unnest($1::text[]) AS w(name) JOIN pg_catalog.pg_class c ON c.oid = pg_catalog.to_regclass(w.name))
SELECT relation, 'the table' AS part, concat_ws(' ', relkind, relpersistence, relreplident, relrowsecurity,
        relforcerowsecurity, pg_catalog.pg_get_userbyid(relowner)) AS definition FROM r
UNION ALL SELECT relation, 'column ' || a.attname, concat_ws(' ', pg_catalog.format_type(a.atttypid, a.atttypmod),
        a.attnotnull, a.attidentity, to_jsonb(a) ->> 'attgenerated', a.attcollation,
        pg_catalog.pg_get_expr(d.adbin, d.adrelid))
    FROM r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum
UNION ALL SELECT relation, 'constraint ' || c.conname, concat_ws(' ', pg_catalog.pg_get_constraintdef(c.oid), c.convalidated)
    FROM r JOIN pg_catalog.pg_constraint c ON c.conrelid = r.oid
UNION ALL SELECT relation, 'index ' || c.relname, concat_ws(' ', pg_catalog.pg_get_indexdef(i.indexrelid), i.indisvalid)
    FROM r JOIN pg_catalog.pg_index i ON i.indrelid = r.oid JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
UNION ALL SELECT relation, 'trigger ' || t.tgname, concat_ws(' ', pg_catalog.pg_get_triggerdef(t.oid), t.tgenabled)
    FROM r JOIN pg_catalog.pg_trigger t ON t.tgrelid = r.oid AND NOT t.tgisinternal
UNION ALL SELECT relation, 'rule ' || w.rulename, concat_ws(' ', pg_catalog.pg_get_ruledef(w.oid), w.ev_enabled)
    FROM r JOIN pg_catalog.pg_rewrite w ON w.ev_class = r.oid
UNION ALL SELECT relation, 'policy ' || p.polname, concat_ws(' ', p.polcmd, p.polpermissive, p.polroles::text,
        pg_catalog.pg_get_expr(p.polqual, p.polrelid), pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))
    FROM r JOIN pg_catalog.pg_policy p ON p.polrelid = r.oid
)sql";

QStringList relationsOf(const plan::Step &step)
{
    QStringList relations = step.relations;
    for (const plan::RelationLock &lock : step.assessment.locks)
        relations.append(lock.relation);
    relations.removeIf([](const QString &relation) { return !isRelationName(relation); });
    relations.removeDuplicates();
    return relations;
}

QStringList relationsOf(const plan::Plan &plan)
{
    QStringList relations;
    QSet<QString> known;
    for (const plan::Step &step : plan.steps) {
        for (const QString &relation : relationsOf(step)) {
            if (known.contains(relation))
                continue;
            known.insert(relation);
            relations.append(relation);
        }
    }
    return relations;
}

QString textArray(const QStringList &texts)
{
    QStringList quoted;
    for (QString text : texts) {
        text.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
            .replace(QLatin1Char('"'), QLatin1String("\\\""));
        quoted.append(QStringLiteral("\"%1\"").arg(text));
    }
    return QStringLiteral("{%1}").arg(quoted.join(QLatin1Char(',')));
}

/// Definitions are printed with whatever the search path leaves out, so it is empty meanwhile.
base::Result<ObjectState> readState(postgres::Session &session, const QStringList &relations)
{
    const QString setPath = QStringLiteral("SELECT pg_catalog.set_config('search_path', $1, false)");
    const auto path = session.query(
        QStringLiteral("SELECT p.path, pg_catalog.set_config('search_path', left(p.path, 0), false)"
                       " FROM (SELECT pg_catalog.current_setting('search_path') AS path OFFSET 0) p"));
    if (!path.has_value())
        return path.error();
    const auto rows = session.query(QString::fromLatin1(stateSql), { textArray(relations) });
    if (!rows.has_value())
        return rows.error();
    if (const auto set = session.execute(setPath, { path->text(0, 0) }); !set.has_value())
        return set.error();
    ObjectState state;
    for (int i = 0; i < rows->count(); ++i)
        state[rows->text(i, 0)].insert(rows->text(i, 1), rows->text(i, 2));
    return state;
}

QString stateJson(const ObjectState &state)
{
    QJsonObject all;
    for (auto relation = state.cbegin(); relation != state.cend(); ++relation) {
        QJsonObject parts;
        for (auto part = relation->cbegin(); part != relation->cend(); ++part)
            parts.insert(part.key(), part.value());
        all.insert(relation.key(), parts);
    }
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

ObjectState stateFrom(const QString &json)
{
    ObjectState state;
    const QJsonObject all = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto relation = all.constBegin(); relation != all.constEnd(); ++relation) {
        const QJsonObject parts = relation->toObject();
        for (auto part = parts.constBegin(); part != parts.constEnd(); ++part)
            state[relation.key()].insert(part.key(), part->toString());
    }
    return state;
}

} // namespace

QStringList changesOf(const QMap<QString, QString> &before, const QMap<QString, QString> &now)
{
    QStringList changes;
    for (auto part = before.cbegin(); part != before.cend(); ++part) {
        if (!now.contains(part.key()))
            changes.append(QStringLiteral("%1 is gone").arg(part.key()));
        else if (now.value(part.key()) != part.value())
            changes.append(QStringLiteral("%1 is another").arg(part.key()));
    }
    for (auto part = now.cbegin(); part != now.cend(); ++part) {
        if (!before.contains(part.key()))
            changes.append(QStringLiteral("%1 is new").arg(part.key()));
    }
    return changes;
}

base::Result<void> checkObjects(RunContext &context, const plan::Step &step)
{
    const auto known = context.journal.objects(*context.work);
    if (!known.has_value())
        return known.error();
    if (known->isEmpty())
        return {}; // A run of before this was kept.
    const ObjectState before = stateFrom(*known);
    const QStringList relations = relationsOf(step);
    const auto now = readState(*context.work, relations);
    if (!now.has_value())
        return now.error();
    QStringList changes;
    for (const QString &relation : relations) {
        const bool isKnown = before.contains(relation);
        if (isKnown == now->contains(relation) && before.value(relation) == now->value(relation))
            continue;
        if (isKnown != now->contains(relation))
            changes.append(isKnown ? QStringLiteral("%1 is gone").arg(relation)
                                   : QStringLiteral("%1 is new").arg(relation));
        else
            changes.append(QStringLiteral("%1: %2").arg(
                relation,
                changesOf(before.value(relation), now->value(relation)).join(QStringLiteral(", "))));
    }
    if (changes.isEmpty())
        return {};
    const QString text = changes.join(QStringLiteral("; "));
    if (context.options.acceptDrift) {
        context.log(EventLevel::Warning, step.id,
                    QStringLiteral("Changed by somebody else, and accepted: %1.").arg(text));
        return {};
    }
    return refused(
        QStringLiteral("Somebody else changed during this run what step %1 (%2) is about: %3.")
            .arg(step.id, step.title, text),
        QStringLiteral("Take that change back and resume, roll the run back and plan anew, or go on with it "
                       "as it is: --resume --accept-drift."),
        base::Remedy::AcceptDrift);
}

base::Result<void> recordObjects(RunContext &context, postgres::Session &session)
{
    const QStringList relations = relationsOf(*context.plan);
    if (relations.isEmpty() || relations.size() > mostRelations)
        return {};
    const auto now = readState(session, relations);
    if (!now.has_value())
        return now.error();
    return context.journal.setObjects(session, stateJson(*now));
}

} // namespace lockstep::execution
