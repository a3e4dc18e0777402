#include "typechange.h"

#include "builtins.h"

#include <model/sql/parser.h>

#include <QSet>

#include <algorithm>

namespace lockstep::analysis {

namespace {

/// "numeric(10,2)" as name and modifiers; the words behind the bracket belong to the name.
struct ParsedType
{
    QString name;
    QVector<int> modifiers;
};

ParsedType parsedType(const QString &text)
{
    ParsedType result;
    const qsizetype open = text.indexOf(QLatin1Char('('));
    const qsizetype close = text.indexOf(QLatin1Char(')'), open);
    if (open < 0 || close < 0) {
        result.name = text;
        return result;
    }
    result.name = text.left(open) + text.mid(close + 1);
    for (const QString &number : text.mid(open + 1, close - open - 1).split(QLatin1Char(',')))
        result.modifiers.append(number.toInt());
    return result;
}

bool keepsOrWidens(const ParsedType &from, const ParsedType &to)
{
    if (from.modifiers == to.modifiers)
        return true;
    if (to.modifiers.isEmpty())
        return from.name != QLatin1String("character") && from.name != QLatin1String("bit");
    if (from.modifiers.isEmpty())
        return false;
    static const QSet<QString> byLength = {
        QStringLiteral("character varying"),
        QStringLiteral("bit varying"),
        QStringLiteral("timestamp without time zone"),
        QStringLiteral("timestamp with time zone"),
        QStringLiteral("time without time zone"),
        QStringLiteral("time with time zone"),
        QStringLiteral("interval"),
    };
    if (from.name == QLatin1String("numeric")) {
        const int fromScale = from.modifiers.value(1);
        return fromScale == to.modifiers.value(1) && to.modifiers.first() >= from.modifiers.first();
    }
    return byLength.contains(from.name) && to.modifiers.first() >= from.modifiers.first();
}

bool isBinaryCompatible(const ParsedType &from, const ParsedType &to)
{
    const QString text = QStringLiteral("text");
    const QString varying = QStringLiteral("character varying");
    if (from.name == varying && to.name == text)
        return true;
    if (from.name == text && to.name == varying)
        return to.modifiers.isEmpty();
    if (from.name == QLatin1String("bit") && to.name == QLatin1String("bit varying"))
        return to.modifiers.isEmpty();
    return from.name == QLatin1String("cidr") && to.name == QLatin1String("inet");
}

bool isCitextChange(const ParsedType &from, const ParsedType &to)
{
    const auto isText = [](const QString &name) {
        return name == QLatin1String("text") || name == QLatin1String("character varying");
    };
    const auto isCitext = [](const QString &name) {
        return name.section(QLatin1Char('.'), -1) == QLatin1String("citext");
    };
    return (isCitext(from.name) && isText(to.name) && to.modifiers.isEmpty())
           || (isText(from.name) && isCitext(to.name));
}

/// Between timestamps with and without time zone, of full precision: the bytes stay where the session's zone
/// has no offset.
bool isZoneChange(const ParsedType &from, const ParsedType &to)
{
    const QString plain = QStringLiteral("timestamp without time zone");
    const QString zoned = QStringLiteral("timestamp with time zone");
    const bool turns = (from.name == plain && to.name == zoned) || (from.name == zoned && to.name == plain);
    return turns && to.modifiers.isEmpty();
}

/// The type below a domain, which is what the rows hold.
QString baseType(const QString &type, const SchemaState &state)
{
    QString current = type;
    for (int depth = 0; depth < 32; ++depth) {
        const schema::DomainAttributes *domain = state.domain(current);
        if (!domain)
            break;
        current = domain->type;
    }
    return current;
}

QString lastPart(const QString &name)
{
    return name.section(QLatin1Char('.'), -1).remove(QLatin1Char('"'));
}

} // namespace

TypeChange typeChange(const ColumnState &from, const sql::AlterType &to, const SchemaState &state)
{
    if (!to.usingExpression.isEmpty() && !to.usingExpression.isColumnItself)
        return TypeChange::Rewrite;
    if (state.isConstrainedDomain(to.type.text) && from.type != to.type.text)
        return TypeChange::Rewrite;
    const ParsedType before = parsedType(baseType(from.type, state));
    const ParsedType after = parsedType(baseType(to.type.text, state));
    if (isZoneChange(before, after))
        return state.isUtc() ? TypeChange::IndexBuild : TypeChange::Rewrite;
    const bool same = before.name == after.name && keepsOrWidens(before, after);
    if (same || isBinaryCompatible(before, after)) {
        const bool collationChanges =
            !to.collation.isEmpty() && lastPart(to.collation) != lastPart(from.collation);
        return collationChanges ? TypeChange::IndexBuild : TypeChange::Instant;
    }
    return isCitextChange(before, after) ? TypeChange::IndexBuild : TypeChange::Rewrite;
}

bool isVolatile(const sql::Expression &expression, const SchemaState &state)
{
    static const QSet<QString> knownVolatile = {
        QStringLiteral("clock_timestamp"),  QStringLiteral("timeofday"),
        QStringLiteral("random"),           QStringLiteral("random_normal"),
        QStringLiteral("setseed"),          QStringLiteral("gen_random_uuid"),
        QStringLiteral("uuidv4"),           QStringLiteral("uuidv7"),
        QStringLiteral("uuid_generate_v1"), QStringLiteral("uuid_generate_v1mc"),
        QStringLiteral("uuid_generate_v4"), QStringLiteral("gen_random_bytes"),
        QStringLiteral("gen_salt"),         QStringLiteral("nextval"),
        QStringLiteral("setval"),           QStringLiteral("currval"),
        QStringLiteral("lastval"),          QStringLiteral("pg_sleep"),
        QStringLiteral("pg_notify"),        QStringLiteral("set_config"),
    };
    return std::any_of(expression.functions.begin(), expression.functions.end(),
                       [&](const QString &function) {
                           const QString name = lastPart(function);
                           if (const auto known = state.volatility(function))
                               return *known == schema::Volatility::Volatile;
                           if (function.startsWith(QLatin1String("pg_catalog.")))
                               return knownVolatile.contains(name);
                           // Of an extension, or of a schema that is not known here.
                           return function.contains(QLatin1Char('.')) || !isSteadyBuiltIn(name);
                       });
}

bool hasDomainDefault(const QString &type, const SchemaState &state)
{
    const schema::DomainAttributes *domain = state.domain(type);
    return domain && !domain->defaultExpression.isEmpty();
}

bool hasVolatileDefault(const QString &type, const SchemaState &state)
{
    const schema::DomainAttributes *domain = state.domain(type);
    if (!domain || domain->defaultExpression.isEmpty())
        return false;
    const base::Result<sql::Expression> expression = sql::parseExpression(domain->defaultExpression);
    return !expression.has_value() || isVolatile(*expression, state);
}

} // namespace lockstep::analysis
