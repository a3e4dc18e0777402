#include "typerules.h"

#include "wording.h"

#include <model/base/result.h>

#include <algorithm>

namespace lockstep::analysis::rules {

namespace {

/// A column, and the type that the statement gives it.
struct TypedColumn
{
    const QString *name = nullptr;
    const sql::TypeName *type = nullptr;
    int line = 1;
};

QVector<TypedColumn> typedColumns(const sql::Statement &statement)
{
    QVector<TypedColumn> result;
    if (const auto *create = statement.as<sql::CreateTable>()) {
        for (const sql::ColumnClause &column : create->columns)
            result.append({ &column.name, &column.type, column.line });
    }
    if (const auto *alter = statement.as<sql::AlterTable>()) {
        for (const sql::Subcommand &command : alter->commands) {
            if (const auto *add = std::get_if<sql::AddColumn>(&command.detail))
                result.append({ &add->column.name, &add->column.type, command.line });
            else if (const auto *change = std::get_if<sql::AlterType>(&command.detail))
                result.append({ &change->column, &change->type, command.line });
        }
    }
    return result;
}

/// Of a CREATE TABLE or ALTER TABLE.
Key tableOfColumns(const StatementInput &in)
{
    if (const auto *create = in.statement.as<sql::CreateTable>())
        return in.state.resolve(create->relation);
    const auto *alter = in.statement.as<sql::AlterTable>();
    return alter ? in.state.resolve(alter->relation) : Key();
}

/// The type of a column or of its elements, without length or precision.
QString elementType(const sql::TypeName &type)
{
    QString name = type.text;
    while (name.endsWith(QLatin1String("[]")))
        name.chop(2);
    const qsizetype open = name.indexOf(QLatin1Char('('));
    if (open >= 0)
        name.remove(open, name.indexOf(QLatin1Char(')')) - open + 1);
    return name;
}

/// `message` has %1 for the column.
template <typename Test>
Verdicts ofColumns(const StatementInput &in, const Test &isMeant, const QString &message)
{
    Verdicts result;
    for (const TypedColumn &column : typedColumns(in.statement)) {
        if (isMeant(*column.type))
            result.append({ plan::Severity::Info, message.arg(columnName(tableOfColumns(in), *column.name)),
                            column.line });
    }
    return result;
}

Verdicts ofType(const StatementInput &in, const char *name, const QString &message)
{
    return ofColumns(
        in, [name](const sql::TypeName &type) { return elementType(type) == QLatin1String(name); }, message);
}

bool hasNumber(const sql::TypeName &type)
{
    return type.text.contains(QLatin1Char('('));
}

} // namespace

Verdicts limitedText(const StatementInput &in)
{
    return ofColumns(
        in,
        [](const sql::TypeName &type) {
            return hasNumber(type) && elementType(type) == QLatin1String("character varying");
        },
        QStringLiteral(
            "The length of %1 saves nothing; making it smaller later rewrites the table. text with a "
            "CHECK of its length is easier to change."));
}

Verdicts paddedText(const StatementInput &in)
{
    return ofType(
               in, "character",
               QStringLiteral("%1 is padded with blanks, which take space and are left out of comparisons. "
                              "text or varchar hold what they are given."))
           + ofType(in, "bpchar",
                    QStringLiteral("Blanks at the end of %1 are left out of comparisons. text or varchar "
                                   "compare what they are given."));
}

Verdicts timestampWithoutZone(const StatementInput &in)
{
    return ofType(
        in, "timestamp without time zone",
        QStringLiteral("%1 holds what a clock showed, not a point in time: what it means depends on who "
                       "wrote it where. timestamptz takes no more space and knows."));
}

Verdicts roundedTimestamp(const StatementInput &in)
{
    return ofColumns(
        in,
        [](const sql::TypeName &type) {
            return type.text.contains(QLatin1String("(0)"))
                   && elementType(type).startsWith(QLatin1String("timestamp"));
        },
        QStringLiteral(
            "%1 rounds to the nearest second, half of the time into the future. Keep the fractions, "
            "and cut them with date_trunc() where they disturb."));
}

Verdicts integerColumn(const StatementInput &in)
{
    return ofType(
        in, "integer",
        QStringLiteral("%1 ends at 2 147 483 647, and a wider type rewrites the table by then. bigint is "
                       "rarely larger once rows are aligned."));
}

Verdicts smallintColumn(const StatementInput &in)
{
    return ofType(
        in, "smallint",
        QStringLiteral("%1 ends at 32 767, and a wider type rewrites the table by then. bigint is rarely "
                       "larger once rows are aligned."));
}

Verdicts serialColumn(const StatementInput &in)
{
    return ofColumns(
        in, [](const sql::TypeName &type) { return type.isSerial; },
        QStringLiteral("The sequence behind %1 has privileges of its own, and values can be written past it. "
                       "GENERATED ALWAYS AS IDENTITY has neither trouble."));
}

Verdicts jsonColumn(const StatementInput &in)
{
    return ofType(
        in, "json",
        QStringLiteral("json has no equality: DISTINCT, GROUP BY and UNION over rows with %1 fail. jsonb "
                       "has it, can be indexed, and is read faster."));
}

Verdicts moneyColumn(const StatementInput &in)
{
    return ofType(
        in, "money",
        QStringLiteral("What %1 is worth depends on lc_monetary, which a restored database may have "
                       "otherwise, and fractions of a cent are cut off. numeric says what it means."));
}

Verdicts floatColumn(const StatementInput &in)
{
    const QString message = QStringLiteral(
        "%1 holds most decimal fractions only nearly, so sums and comparisons are not exact. numeric is.");
    return ofType(in, "real", message) + ofType(in, "double precision", message);
}

namespace {

bool isPrimaryKey(const sql::ColumnClause &column, const std::vector<sql::ConstraintClause> &constraints)
{
    const auto isIt = [&column](const sql::ConstraintClause &clause) {
        return clause.kind == sql::ConstraintKind::PrimaryKey && clause.columns == QStringList(column.name);
    };
    return std::any_of(column.constraints.begin(), column.constraints.end(), isIt)
           || std::any_of(constraints.begin(), constraints.end(), isIt);
}

std::optional<Verdict> shortKey(const Key &table, const sql::ColumnClause &column,
                                const std::vector<sql::ConstraintClause> &constraints, int line)
{
    const QString type = column.type.text;
    const bool isShort = type == QLatin1String("integer") || type == QLatin1String("smallint");
    if (!isShort || !isPrimaryKey(column, constraints))
        return std::nullopt;
    const bool isNumbered = column.type.isSerial || column.generated == sql::GeneratedKind::Identity
                            || column.defaultExpression.functions.contains(QLatin1String("nextval"));
    const QString end =
        type == QLatin1String("integer") ? QStringLiteral("2 147 483 647") : QStringLiteral("32 767");
    return Verdict{ isNumbered ? plan::Severity::Warning : plan::Severity::Info,
                    QStringLiteral(
                        "After %1 = %2 no row can be inserted, and widening a key that others refer to "
                        "is the longest change there is. Make it bigint now.")
                        .arg(columnName(table, column.name), end),
                    line };
}

} // namespace

Verdicts integerPrimaryKey(const StatementInput &in)
{
    Verdicts result;
    const auto add = [&result](const std::optional<Verdict> &verdict) {
        if (verdict)
            result.append(*verdict);
    };
    if (const auto *create = in.statement.as<sql::CreateTable>()) {
        for (const sql::ColumnClause &column : create->columns) {
            if (!create->isTemporary)
                add(shortKey(tableOfColumns(in), column, create->constraints, column.line));
        }
    }
    if (const auto *alter = in.statement.as<sql::AlterTable>()) {
        for (const sql::Subcommand &command : alter->commands) {
            if (const auto *added = std::get_if<sql::AddColumn>(&command.detail))
                add(shortKey(tableOfColumns(in), added->column, {}, command.line));
        }
    }
    return result;
}

namespace {

struct Width
{
    int bytes = 0;
    int alignment = 1;
};

/// Of types that always take the same space; nothing for all others.
std::optional<Width> widthOf(const sql::TypeName &type)
{
    static const QHash<QString, Width> widths = {
        { QStringLiteral("boolean"), { 1, 1 } },
        { QStringLiteral("\"char\""), { 1, 1 } },
        { QStringLiteral("smallint"), { 2, 2 } },
        { QStringLiteral("integer"), { 4, 4 } },
        { QStringLiteral("real"), { 4, 4 } },
        { QStringLiteral("date"), { 4, 4 } },
        { QStringLiteral("oid"), { 4, 4 } },
        { QStringLiteral("bigint"), { 8, 8 } },
        { QStringLiteral("double precision"), { 8, 8 } },
        { QStringLiteral("money"), { 8, 8 } },
        { QStringLiteral("time without time zone"), { 8, 8 } },
        { QStringLiteral("timestamp without time zone"), { 8, 8 } },
        { QStringLiteral("timestamp with time zone"), { 8, 8 } },
        { QStringLiteral("time with time zone"), { 12, 8 } },
        { QStringLiteral("interval"), { 16, 8 } },
        { QStringLiteral("uuid"), { 16, 1 } },
    };
    if (type.text.endsWith(QLatin1String("[]")))
        return std::nullopt;
    const auto it = widths.constFind(elementType(type));
    return it == widths.constEnd() ? std::nullopt : std::optional(*it);
}

int padded(int offset, int alignment)
{
    return (offset + alignment - 1) / alignment * alignment;
}

/// What the columns of fixed width take, one after the other.
int bytesOf(const std::vector<Width> &widths)
{
    int offset = 0;
    for (const Width &width : widths)
        offset = padded(offset, width.alignment) + width.bytes;
    return padded(offset, 8);
}

} // namespace

Verdicts columnOrder(const StatementInput &in)
{
    const auto *create = in.statement.as<sql::CreateTable>();
    if (!create)
        return {};
    // Where the first column of a variable length ends nobody can say.
    std::vector<Width> widths;
    for (const sql::ColumnClause &column : create->columns) {
        const std::optional<Width> width = widthOf(column.type);
        if (!width)
            break;
        widths.push_back(*width);
    }
    const int asWritten = bytesOf(widths);
    std::stable_sort(widths.begin(), widths.end(),
                     [](const Width &a, const Width &b) { return a.alignment > b.alignment; });
    const int wasted = asWritten - bytesOf(widths);
    if (wasted <= 0)
        return {};
    return { { plan::Severity::Info,
               QStringLiteral(
                   "Alignment wastes %1 bytes of each row. With the columns of eight bytes first, then "
                   "those of four, two and one, nothing is wasted.")
                   .arg(wasted) } };
}

} // namespace lockstep::analysis::rules
