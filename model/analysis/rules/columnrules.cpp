#include "columnrules.h"

#include "../builtins.h"

#include <model/plan/ownname.h>

#include <QSet>

namespace lockstep::analysis::rules {

namespace {

/// Why a new column rewrites its table, and what to do instead.
struct RewriteReason
{
    QString why;
    QString instead;
};

/// False for those of extensions, and of a schema that is not known.
bool isKnownFunction(const RuleInput &in, const QString &function)
{
    static const QSet<QString> volatileOnes = {
        QStringLiteral("clock_timestamp"), QStringLiteral("timeofday"), QStringLiteral("random"),
        QStringLiteral("gen_random_uuid"), QStringLiteral("nextval"),   QStringLiteral("uuidv4"),
        QStringLiteral("uuidv7"),
    };
    return in.state.volatility(function) || function.startsWith(QLatin1String("pg_catalog."))
           || volatileOnes.contains(function) || isSteadyBuiltIn(function);
}

RewriteReason reasonOf(const RuleInput &in, const sql::ColumnClause &column)
{
    if (column.type.isSerial || column.generated == sql::GeneratedKind::Identity)
        return { QStringLiteral("every row gets a number"),
                 QStringLiteral(
                     "Add a bigint column, set its default to a sequence of its own, and fill it in "
                     "batches.") };
    if (column.generated == sql::GeneratedKind::Stored)
        return { QStringLiteral("a stored generated column is computed for every row"),
                 in.serverVersion >= 180000
                     ? QStringLiteral(
                         "A VIRTUAL one is instant; else keep a plain column right with a trigger.")
                     : QStringLiteral("Add a plain column, keep it right with a trigger, and fill it in "
                                      "batches.") };
    if (!column.hasDefault())
        return { QStringLiteral("its type is a domain with a constraint"),
                 QStringLiteral("Give it the domain's own type, and add a CHECK NOT VALID.") };
    const QString instead = QStringLiteral("Add it without, set the default, and fill it in batches.");
    for (const QString &function : column.defaultExpression.functions) {
        if (!isKnownFunction(in, function))
            return { QStringLiteral("%1() is not known here and counts as volatile").arg(function), instead };
    }
    const bool isOld = in.serverVersion < 110000;
    return { isOld ? QStringLiteral("before PostgreSQL 11 every default is written to every row")
                   : QStringLiteral("its default is volatile"),
             instead };
}

} // namespace

std::optional<Verdict> addColumnRewrite(const RuleInput &in)
{
    const auto *add = in.command<sql::AddColumn>();
    if (in.occurrence.form != Form::AddColumnRewrite || !add || in.ownIsNew())
        return std::nullopt;
    const RewriteReason reason = reasonOf(in, add->column);
    return Verdict{ in.blocking(),
                    QStringLiteral("Adding %1 rewrites %2 under ACCESS EXCLUSIVE, %3, because %4. %5")
                        .arg(schema::quoteIdent(add->column.name), in.sized(),
                             in.howLong(Work::Rewrite, in.occurrence.own), reason.why, reason.instead) };
}

std::optional<Verdict> addColumnInlineConstraint(const RuleInput &in)
{
    const Form form = in.occurrence.form;
    const bool refers = form == Form::AddColumnReferencesDefault;
    if ((form != Form::AddColumnScan && !refers) || in.ownIsNew())
        return std::nullopt;
    const Work work = refers ? Work::ForeignKeyCheck : Work::Scan;
    return Verdict{ in.blocking(),
                    QStringLiteral(
                        "The constraint written with the new column makes PostgreSQL read all rows of "
                        "%1 under ACCESS EXCLUSIVE, %2. Add the column first, the constraint NOT VALID "
                        "after.")
                        .arg(in.sized(), in.howLong(work, in.occurrence.own)) };
}

std::optional<Verdict> addColumnNotNullWithoutDefault(const RuleInput &in)
{
    const auto *add = in.command<sql::AddColumn>();
    const Form form = in.occurrence.form;
    const bool isFirst = form == Form::AddColumn || form == Form::AddColumnRewrite;
    if (!add || !isFirst || in.ownIsNew() || !add->column.notNull || add->column.hasDefault()
        || add->column.generated != sql::GeneratedKind::None || add->column.type.isSerial)
        return std::nullopt;
    const Size size = in.sizes.of(in.occurrence.own, in.state);
    if (size.rows == 0)
        return std::nullopt;
    const bool certain = size.rows > 0;
    return Verdict{ certain ? plan::Severity::Error : plan::Severity::Warning,
                    QStringLiteral("%1 is NOT NULL and has no default: this fails as soon as %2 has a row.")
                        .arg(schema::quoteIdent(add->column.name), in.relation()) };
}

std::optional<Verdict> alterTypeRewrite(const RuleInput &in)
{
    const Form form = in.occurrence.form;
    const auto *alter = in.command<sql::AlterType>();
    if ((form != Form::AlterTypeRewrite && form != Form::AlterTypeKey) || in.ownIsNew())
        return std::nullopt;
    const ColumnState *known = in.state.column(in.occurrence.own, in.occurrence.column);
    const QString column = schema::quoteIdent(in.occurrence.column);
    const QString type = alter ? alter->type.text : QString();
    const QString instead =
        QStringLiteral("Add a column of the new type, keep both in step with a trigger, fill it "
                       "in batches, and swap them.");
    if (!known || known->type.isEmpty())
        return Verdict{ in.blocking(),
                        QStringLiteral(
                            "Unless the type that %1 has now can become %2 as it is, this rewrites %3 and "
                            "all its indexes under ACCESS EXCLUSIVE. %4")
                            .arg(column, type, in.sized(), instead) };
    const QString checks =
        form == Form::AlterTypeKey ? QStringLiteral(" and checks its foreign keys again") : QString();
    return Verdict{ in.blocking(),
                    QStringLiteral("Changing %1 from %2 to %3 rewrites %4 and all its indexes%5 under ACCESS "
                                   "EXCLUSIVE, %6. %7")
                        .arg(column, known->type, type, in.sized(), checks,
                             in.howLong(Work::Rewrite, in.occurrence.own), instead) };
}

std::optional<Verdict> alterTypeHoldsLock(const RuleInput &in)
{
    const Form form = in.occurrence.form;
    if ((form != Form::AlterTypeIndexBuild && form != Form::AlterTypeScan) || in.ownIsNew())
        return std::nullopt;
    const bool scans = form == Form::AlterTypeScan;
    const QString what = scans ? QStringLiteral("its CHECK constraints are verified again")
                               : QStringLiteral("the indexes on it are built anew");
    return Verdict{ in.blocking(),
                    QStringLiteral("The rows of %1 stay as they are, but %2 under ACCESS EXCLUSIVE, %3.")
                        .arg(in.sized(), what,
                             in.howLong(scans ? Work::Scan : Work::IndexBuild, in.occurrence.own)) };
}

std::optional<Verdict> typeChangeRefused(const RuleInput &in)
{
    const auto *alter = in.command<sql::AlterType>();
    if (!alter)
        return std::nullopt;
    QStringList views;
    for (const Key &view : in.state.viewsReading(in.occurrence.own, in.occurrence.column))
        views.append(display(view));
    if (views.isEmpty())
        return std::nullopt;
    views.sort();
    return Verdict{ plan::Severity::Error,
                    QStringLiteral(
                        "%1 is read by %2: PostgreSQL refuses to change the type of a column that a view "
                        "uses. Drop the view and make it again in the same transaction.")
                        .arg(schema::quoteIdent(in.occurrence.column), views.join(QStringLiteral(", "))) };
}

std::optional<Verdict> timestampZoneChange(const RuleInput &in)
{
    const auto *alter = in.command<sql::AlterType>();
    const ColumnState *known = alter ? in.state.column(in.occurrence.own, in.occurrence.column) : nullptr;
    if (!known || in.ownIsNew())
        return std::nullopt;
    const auto isOf = [](const QString &type, const char *end) {
        return type.startsWith(QLatin1String("timestamp")) && type.endsWith(QLatin1String(end));
    };
    const bool crosses =
        (isOf(known->type, " without time zone") && isOf(alter->type.text, " with time zone"))
        || (isOf(known->type, " with time zone") && isOf(alter->type.text, " without time zone"));
    const sql::Expression &conversion = alter->usingExpression;
    if (!crosses || !(conversion.isEmpty() || conversion.isColumnItself))
        return std::nullopt;
    return Verdict{ plan::Severity::Warning,
                    QStringLiteral(
                        "The values are read as of the TimeZone of the session that runs this, whichever "
                        "that is. Say it: USING %1 AT TIME ZONE 'UTC', or where they are from.")
                        .arg(schema::quoteIdent(in.occurrence.column)) };
}

QVector<ScriptVerdict> typeChangeStatistics(const ScriptInput &in)
{
    QVector<ScriptVerdict> result;
    QSet<Key> analysed;
    bool allAnalysed = false;
    for (int i = int(in.lines.size()) - 1; i >= 0; --i) {
        const sql::Statement *statement = in.lines[size_t(i)].statement;
        if (const auto *vacuum = statement ? statement->as<sql::Vacuum>() : nullptr) {
            allAnalysed |= vacuum->relations.isEmpty();
            for (const sql::RelationName &relation : vacuum->relations)
                analysed.insert(in.state.resolve(relation));
        }
        const auto *alter = statement ? statement->as<sql::AlterTable>() : nullptr;
        if (!alter || alter->kind != sql::ObjectKind::Table)
            continue;
        const Key table = in.state.resolve(alter->relation);
        for (const sql::Subcommand &command : alter->commands) {
            const auto *change = std::get_if<sql::AlterType>(&command.detail);
            if (!change || in.state.isNew(table) || allAnalysed || analysed.contains(table))
                continue;
            result.prepend(
                { { plan::Severity::Info,
                    QStringLiteral("The statistics of %1 are dropped with its old type: until %2 is "
                                   "analysed, queries that depend on them may be planned badly. Run "
                                   "ANALYZE %2 (%1) right after.")
                        .arg(schema::quoteIdent(change->column), display(table)),
                    command.line },
                  i });
        }
    }
    return result;
}

namespace {

QStringList columnsNamed(const sql::Statement &statement)
{
    QStringList result;
    if (const auto *update = statement.as<sql::Update>())
        result = update->columns;
    else if (const auto *insert = statement.as<sql::Insert>())
        result = insert->columns;
    else if (const auto *view = statement.as<sql::CreateView>())
        result = view->columns;
    else if (const auto *create = statement.as<sql::CreateTable>()) {
        for (const sql::ColumnClause &column : create->columns)
            result.append(column.name);
    } else if (const auto *alter = statement.as<sql::AlterTable>()) {
        for (const sql::Subcommand &command : alter->commands) {
            const auto *add = std::get_if<sql::AddColumn>(&command.detail);
            if (add && !add->ifNotExists)
                result.append(add->column.name);
        }
    }
    return result;
}

} // namespace

Verdicts duplicateColumn(const StatementInput &in)
{
    const QStringList columns = columnsNamed(in.statement);
    QStringList once = columns;
    if (once.removeDuplicates() == 0)
        return {};
    Verdicts result;
    for (const QString &column : std::as_const(once)) {
        if (columns.count(column) > 1)
            result.append(
                { plan::Severity::Error,
                  QStringLiteral("PostgreSQL refuses this because %1 is named %2 times. Leave out all but "
                                 "one.")
                      .arg(schema::quoteIdent(column))
                      .arg(columns.count(column)) });
    }
    return result;
}

std::optional<Verdict> dropColumn(const RuleInput &in)
{
    const auto *drop = in.command<sql::DropColumn>();
    if (in.occurrence.form != Form::DropColumn || !drop || in.ownIsNew() || plan::isOwnName(drop->column))
        return std::nullopt;
    const ColumnState *state = in.state.column(in.occurrence.own, drop->column);
    if (state && state->isNew)
        return std::nullopt;
    const QString column = in.relation() + QLatin1Char('.') + schema::quoteIdent(drop->column);
    const schema::ObjectId id =
        schema::subId(schema::Kind::Column, in.occurrence.own.first, in.occurrence.own.second, drop->column);
    const QString home = in.scene.intents ? plan::movedTo(*in.scene.intents, id) : QString();
    if (!home.isEmpty())
        return Verdict{ plan::Severity::Info,
                        QStringLiteral(
                            "The values of %1 are in %2 by now; code that still names the column fails.")
                            .arg(column, home) };
    // Others have its values by then; what they do not tell the step names as its loss.
    if (in.scene.strategy == QLatin1String("fill-columns"))
        return Verdict{ plan::Severity::Warning,
                        QStringLiteral("Code that still names %1 fails.").arg(column) };
    return Verdict{ plan::Severity::Warning,
                    QStringLiteral("The values of %1 are gone for good, and code that still names the "
                                   "column fails.")
                        .arg(column) };
}

} // namespace lockstep::analysis::rules
