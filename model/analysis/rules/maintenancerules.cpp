#include "maintenancerules.h"

#include "wording.h"

#include <QSet>

#include <algorithm>

namespace lockstep::analysis::rules {

namespace {

/// From here on a table is large whatever is done to it.
constexpr qint64 largeTableRows = 10'000'000;

/// What does the same while the table stays in use; empty: nothing does.
QString insteadOf(const RuleInput &in)
{
    const bool canRepack = in.serverVersion >= 190000;
    if (in.occurrence.form == Form::VacuumFull || in.occurrence.form == Form::Cluster)
        return canRepack ? QStringLiteral(" REPACK (CONCURRENTLY) does the same while it is in use.")
                         : QStringLiteral(" The extension pg_repack does the same while it is in use.");
    if (in.occurrence.form == Form::SetTablespace)
        return QStringLiteral(" Indexes can be moved with REINDEX (TABLESPACE ...) CONCURRENTLY.");
    return {};
}

} // namespace

std::optional<Verdict> rewritesUnderLock(const RuleInput &in)
{
    const Form form = in.occurrence.form;
    static const QSet<Form> rewriting = { Form::VacuumFull,    Form::Cluster,         Form::SetLogged,
                                          Form::SetTablespace, Form::SetAccessMethod, Form::SetExpression };
    if (!rewriting.contains(form) || in.occurrence.own.second.isEmpty() || in.ownIsNew())
        return std::nullopt;
    return Verdict{ in.blocking(),
                    QStringLiteral("%1 writes all of %2 anew while it can neither be read nor written, %3.")
                            .arg(QLatin1String(entry(form).name), in.sized(),
                                 in.howLong(Work::Rewrite, in.occurrence.own))
                        + insteadOf(in) };
}

Verdicts rewritesWholeDatabase(const StatementInput &in)
{
    const auto *vacuum = in.statement.as<sql::Vacuum>();
    const auto *cluster = in.statement.as<sql::Cluster>();
    QString what;
    if (vacuum && vacuum->full && vacuum->relations.isEmpty())
        what = QStringLiteral("VACUUM FULL without a table rewrites every table");
    else if (cluster && cluster->relation.name.isEmpty())
        what = QStringLiteral("CLUSTER without a table rewrites every table that was clustered before");
    if (what.isEmpty())
        return {};
    return { { plan::Severity::Warning,
               what
                   + QStringLiteral(
                       " of the database, one after the other, each under ACCESS EXCLUSIVE until it is "
                       "done. Name the tables that need it.") } };
}

std::optional<Verdict> refreshBlocking(const RuleInput &in)
{
    if (in.occurrence.form != Form::Refresh || in.ownIsNew())
        return std::nullopt;
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "Refreshing writes all of %1 anew while nobody can read it. REFRESH MATERIALIZED "
                        "VIEW CONCURRENTLY lets readers go on; it needs a unique index on columns, "
                        "without WHERE.")
                        .arg(in.sized()) };
}

namespace {

/// Expressions are written with brackets by the server, and not at all where a script made the index.
bool isPlainColumn(const QString &key)
{
    return key.startsWith(QLatin1Char('"')) || (!key.isEmpty() && !key.contains(QLatin1Char('(')));
}

/// What REFRESH CONCURRENTLY tells rows apart by.
bool hasUsableKey(const SchemaState &state, const RelationState &view)
{
    return std::any_of(view.indexes.begin(), view.indexes.end(), [&](const Key &key) {
        const RelationState *index = state.find(key);
        return index && index->isUnique && index->predicate.isEmpty()
               && std::all_of(index->keyColumns.begin(), index->keyColumns.end(), isPlainColumn);
    });
}

} // namespace

std::optional<Verdict> refreshRefused(const RuleInput &in)
{
    const auto *refresh = in.statement.as<sql::Refresh>();
    const RelationState *view = refresh ? in.state.find(in.occurrence.own) : nullptr;
    if (!view || !refresh->concurrently || view->kind != RelationKind::MaterializedView)
        return std::nullopt;
    if (!refresh->withData)
        return Verdict{ plan::Severity::Error,
                        QStringLiteral(
                            "CONCURRENTLY and WITH NO DATA do not go together: PostgreSQL refuses.") };
    if (hasUsableKey(in.state, *view))
        return std::nullopt;
    return Verdict{ plan::Severity::Error,
                    QStringLiteral(
                        "%1 has no unique index on plain columns without WHERE: PostgreSQL refuses to "
                        "refresh it CONCURRENTLY. Build one first.")
                        .arg(in.relation()) };
}

std::optional<Verdict> setNotNullUseValidate(const RuleInput &in)
{
    const auto *set = in.command<sql::SetNotNull>();
    const RelationState *table = set ? in.state.details(in.occurrence.own) : nullptr;
    if (!table || in.ownIsNew() || in.serverVersion < 180000)
        return std::nullopt;
    for (auto it = table->constraints.cbegin(); it != table->constraints.cend(); ++it) {
        const bool waits = it->type == schema::ConstraintType::NotNull && !it->validated
                           && it->columns == QStringList{ set->column };
        if (waits)
            return Verdict{
                in.blocking(),
                QStringLiteral("%1 is NOT NULL already, NOT VALID as yet: SET NOT NULL reads all of %2 "
                               "under ACCESS EXCLUSIVE, VALIDATE CONSTRAINT %3 does the same while it "
                               "is in use.")
                    .arg(schema::quoteIdent(set->column), in.sized(), schema::quoteIdent(it.key()))
            };
    }
    return std::nullopt;
}

std::optional<Verdict> compositeChangeLocksTables(const RuleInput &in)
{
    QStringList tables;
    for (const Key &key : in.occurrence.dependents) {
        if (!in.state.isNew(key))
            tables.append(in.StatementInput::sized(key));
    }
    if (in.occurrence.form != Form::AlterComposite || tables.isEmpty())
        return std::nullopt;
    tables.sort();
    return Verdict{ plan::Severity::Warning,
                    QStringLiteral(
                        "Changing the type also changes the tables made OF it, under ACCESS EXCLUSIVE: "
                        "%1. Keep lock_timeout short.")
                        .arg(tables.join(QLatin1String(", "))) };
}

std::optional<Verdict> shortExclusiveLock(const RuleInput &in)
{
    static const QSet<Form> surprising = {
        Form::Rule,
        Form::SwitchRule,
        Form::OwnerTo,
        Form::SetSchema,
        Form::DropTrigger,
        Form::ReplicaIdentity,
        Form::Inherit,
        Form::NoInherit,
        Form::OfType,
        Form::SetStrongOptions,
        Form::AddIdentity,
        Form::DropIdentity,
        Form::ColumnStorage,
        Form::ColumnCompression,
        Form::RenameTrigger,
        Form::RenameTriggerAlone,
        Form::AlterConstraint,
        Form::ReplaceView,
        Form::SwitchRowSecurity,
        Form::Policy,
    };
    const bool isLimited = in.scene.session.lockTimeoutMs.value_or(0) > 0;
    if (!surprising.contains(in.occurrence.form) || isLimited || in.ownIsNew())
        return std::nullopt;
    return Verdict{ plan::Severity::Info,
                    QStringLiteral(
                        "%1 takes ACCESS EXCLUSIVE on %2. It is held for a moment only, but every query "
                        "on it waits as long as this waits for an older one. SET lock_timeout before.")
                        .arg(QLatin1String(entry(in.occurrence.form).name), in.sized()) };
}

std::optional<Verdict> noOpTakesLock(const RuleInput &in)
{
    if (in.ownIsNew())
        return std::nullopt;
    const auto *add = in.command<sql::AddColumn>();
    const auto *set = in.command<sql::SetNotNull>();
    const auto *index = in.statement.as<sql::CreateIndex>();
    const Key &own = in.occurrence.own;
    QString what;
    if (add && add->ifNotExists && in.state.column(own, add->column.name)
        && in.occurrence.form == Form::AddColumn)
        what = QStringLiteral(
                   "%1 has the column %2 already, so that this changes nothing; it takes ACCESS EXCLUSIVE "
                   "all the same.")
                   .arg(in.relation(), schema::quoteIdent(add->column.name));
    else if (const ColumnState *column = set ? in.state.column(own, set->column) : nullptr;
             column && column->notNull)
        what = QStringLiteral(
                   "%1 is NOT NULL already, so that this changes nothing; it takes ACCESS EXCLUSIVE on "
                   "%2 all the same.")
                   .arg(schema::quoteIdent(set->column), in.relation());
    else if (index && index->ifNotExists && !index->concurrently && !index->name.isEmpty()
             && in.state.find(Key(own.first, index->name)))
        what = QStringLiteral(
                   "The index %1 is there already, so that this changes nothing; it takes SHARE on %2 all "
                   "the same, and writes wait behind it.")
                   .arg(schema::quoteIdent(index->name), in.relation());
    return what.isEmpty() ? std::nullopt : std::optional(Verdict{ plan::Severity::Info, what });
}

std::optional<Verdict> deleteScansReferencing(const RuleInput &in)
{
    const auto *remove = in.statement.as<sql::Delete>();
    const RelationState *own = in.state.find(in.occurrence.own);
    if (!remove || in.occurrence.form != Form::Write || !own || in.ownIsNew())
        return std::nullopt;
    QStringList children;
    plan::Severity severity = plan::Severity::Info;
    for (const Key &child : own->referencing) {
        const RelationState *table = in.state.isNew(child) ? nullptr : in.state.details(child);
        if (!table)
            continue;
        for (const ConstraintState &key : table->constraints) {
            const bool refers =
                key.type == schema::ConstraintType::ForeignKey && key.referenced == in.occurrence.own;
            if (!refers || in.state.hasIndexOn(child, key.columns))
                continue;
            children.append(QStringLiteral("all of %1 is read, which has no index that starts with %2")
                                .arg(in.StatementInput::sized(child), quotedList(key.columns)));
            severity = std::max(severity, in.StatementInput::blocking(child));
        }
    }
    if (children.isEmpty())
        return std::nullopt;
    children.removeDuplicates();
    return Verdict{ severity, QStringLiteral("For each row that goes %1. Build one CONCURRENTLY before.")
                                  .arg(children.join(QLatin1String(", and "))) };
}

namespace {

/// The lock on the occurrence's own relation, if writes or more wait behind it.
std::optional<plan::LockMode> strongLock(const RuleInput &in)
{
    for (const KeyLock &lock : locksOf(in.occurrence, in.state, in.serverVersion)) {
        if (lock.key == in.occurrence.own && lock.mode >= plan::LockMode::Share)
            return lock.mode;
    }
    return std::nullopt;
}

/// True if the lock is held while rows are read or written.
bool isLong(Work work)
{
    switch (work) {
    case Work::Scan:
    case Work::IndexBuild:
    case Work::Rewrite:
    case Work::FileCopy:
    case Work::ForeignKeyCheck: return true;
    case Work::Metadata:
    case Work::NewFile:
    case Work::ConcurrentBuild:
    case Work::Wait:
    case Work::Sample:
    case Work::Data: break;
    }
    return false;
}

} // namespace

std::optional<Verdict> busyTable(const RuleInput &in)
{
    const schema::RelationStatistics *known = in.sizes.statistics(in.state.measuredAs(in.occurrence.own));
    const Work work = entry(in.occurrence.form).work;
    if (!known || known->writesPerSecond <= 0 || !isLong(work) || in.ownIsNew() || !strongLock(in)
        || !in.sizes.of(in.occurrence.own, in.state).isKnown())
        return std::nullopt;
    const double seconds = workMs(work, in.occurrence.own, in.state, in.sizes, in.rates) / 1000;
    const qint64 waiting = qRound64(known->writesPerSecond * seconds);
    if (waiting < 1)
        return std::nullopt;
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "About %1 rows of %2 are written a second: about %3 of such writes wait while this "
                        "goes on %4.")
                        .arg(grouped(qMax(qint64(1), qRound64(known->writesPerSecond))), in.sized(),
                             grouped(waiting), in.howLong(work, in.occurrence.own)) };
}

std::optional<Verdict> largeTable(const RuleInput &in)
{
    const Size size = in.sizes.of(in.occurrence.own, in.state);
    const std::optional<plan::LockMode> mode = strongLock(in);
    if (size.rows < largeTableRows || in.ownIsNew() || !mode)
        return std::nullopt;
    return Verdict{ plan::Severity::Info,
                    QStringLiteral("%1 takes %2 on %3. Run it when the table is little used.")
                        .arg(QLatin1String(entry(in.occurrence.form).name), plan::name(*mode), in.sized()) };
}

} // namespace lockstep::analysis::rules
