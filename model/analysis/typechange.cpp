#include "typechange.h"

#include "builtins.h"

#include <model/sql/parser.h>

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>

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

bool isText(const QString &name)
{
    return name == QLatin1String("text") || name == QLatin1String("character varying");
}

bool isTime(const QString &name)
{
    static const QSet<QString> names = {
        QStringLiteral("timestamp without time zone"),
        QStringLiteral("timestamp with time zone"),
        QStringLiteral("time without time zone"),
        QStringLiteral("time with time zone"),
    };
    return names.contains(name);
}

/// Seconds have six digits, said or not.
int precision(const ParsedType &type)
{
    constexpr int most = 6;
    return type.modifiers.isEmpty() ? most : type.modifiers.first();
}

/// The smallest unit an interval has: 0 is the second, 5 the year; nothing of other types.
std::optional<int> smallestUnit(const ParsedType &type)
{
    static const QStringList units = { QStringLiteral("second"), QStringLiteral("minute"),
                                       QStringLiteral("hour"),   QStringLiteral("day"),
                                       QStringLiteral("month"),  QStringLiteral("year") };
    if (type.name == QLatin1String("interval"))
        return 0;
    const bool isInterval = type.name.startsWith(QLatin1String("interval "));
    const auto unit = units.indexOf(type.name.section(QLatin1Char(' '), -1));
    return isInterval && unit >= 0 ? std::optional(int(unit)) : std::nullopt;
}

/// Intervals lose nothing where the new smallest unit is no larger, and seconds keep their digits.
bool keepsInterval(const ParsedType &from, const ParsedType &to)
{
    const std::optional<int> before = smallestUnit(from);
    const std::optional<int> after = smallestUnit(to);
    return before && after && *after <= *before && (*before > 0 || precision(to) >= precision(from));
}

bool keepsOrWidens(const ParsedType &from, const ParsedType &to)
{
    if (std::equal(from.modifiers.begin(), from.modifiers.end(), to.modifiers.begin(), to.modifiers.end()))
        return true;
    if (isTime(from.name))
        return precision(to) >= precision(from);
    if (to.modifiers.isEmpty())
        return from.name != QLatin1String("character") && from.name != QLatin1String("bit");
    if (from.modifiers.isEmpty())
        return false;
    if (from.name == QLatin1String("numeric")) {
        const int fromScale = from.modifiers.value(1);
        return fromScale == to.modifiers.value(1) && to.modifiers.first() >= from.modifiers.first();
    }
    const bool isByLength =
        from.name == QLatin1String("character varying") || from.name == QLatin1String("bit varying");
    return isByLength && to.modifiers.first() >= from.modifiers.first();
}

bool isOidAlias(const QString &name)
{
    static const QSet<QString> names = {
        QStringLiteral("regclass"),      QStringLiteral("regcollation"), QStringLiteral("regconfig"),
        QStringLiteral("regdictionary"), QStringLiteral("regnamespace"), QStringLiteral("regoper"),
        QStringLiteral("regoperator"),   QStringLiteral("regproc"),      QStringLiteral("regprocedure"),
        QStringLiteral("regrole"),       QStringLiteral("regtype"),
    };
    return names.contains(name);
}

/// Casts that take the bytes as they are (pg_cast.castmethod = 'b'); an index stays where both types have the
/// same operator class. Measured on 12, 15 and 18.
std::optional<TypeChange> binaryChange(const ParsedType &from, const ParsedType &to)
{
    const QString integer = QStringLiteral("integer");
    const QString oid = QStringLiteral("oid");
    const bool fromAlias = isOidAlias(from.name);
    const bool toAlias = isOidAlias(to.name);
    if ((from.name == oid && toAlias) || (fromAlias && to.name == oid))
        return TypeChange::Instant;
    if (fromAlias && toAlias) // "regproc" and "regprocedure", "regoper" and "regoperator"
        return from.name.startsWith(to.name) || to.name.startsWith(from.name)
                   ? std::optional(TypeChange::Instant)
                   : std::nullopt;
    if ((from.name == integer && (to.name == oid || toAlias))
        || (to.name == integer && (from.name == oid || fromAlias)))
        return TypeChange::IndexBuild;
    if (to.name == QLatin1String("text") && (isText(from.name) || from.name == QLatin1String("xml")))
        return TypeChange::Instant;
    if (!to.modifiers.isEmpty())
        return std::nullopt;
    const bool fromText = isText(from.name) || from.name == QLatin1String("xml");
    if (fromText && isText(to.name))
        return TypeChange::Instant;
    if (fromText && to.name == QLatin1String("bpchar"))
        return TypeChange::IndexBuild;
    if (from.name == QLatin1String("character") && to.name == QLatin1String("bpchar"))
        return TypeChange::Instant;
    if (from.name == QLatin1String("bit") && to.name == QLatin1String("bit varying"))
        return TypeChange::IndexBuild;
    return from.name == QLatin1String("cidr") && to.name == QLatin1String("inet")
               ? std::optional(TypeChange::Instant)
               : std::nullopt;
}

bool isCitextChange(const ParsedType &from, const ParsedType &to)
{
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
    return turns && precision(to) == precision({});
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

QString collationName(const QString &collation)
{
    const QString name = lastPart(collation);
    return name == QLatin1String("default") ? QString() : name;
}

/// USING that does what there is without it: the column, or a cast of it to the type that is said.
bool isPlainCast(const sql::AlterType &to)
{
    const sql::Expression &expression = to.usingExpression;
    if (!expression.isColumnItself || expression.columns != QStringList(to.column))
        return false;
    QString text = expression.text.trimmed();
    while (text.startsWith(QLatin1Char('(')) && text.endsWith(QLatin1Char(')')))
        text = text.mid(1, text.size() - 2).trimmed();
    static const QRegularExpression cast(QStringLiteral("^(?:.*::\\s*(.+)|cast\\s*\\(.*\\sas\\s+(.+)\\))$"),
                                         QRegularExpression::CaseInsensitiveOption
                                             | QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = cast.match(text);
    if (!match.hasMatch())
        return true;
    const QString named = match.captured(match.lastCapturedIndex());
    const auto same = sql::parse(QStringLiteral("ALTER TABLE t ALTER c TYPE ") + named);
    const auto *alter = same.has_value() ? same->as<sql::AlterTable>() : nullptr;
    const auto *type = alter ? std::get_if<sql::AlterType>(&alter->commands.front().detail) : nullptr;
    return type && type->type.text == to.type.text;
}

} // namespace

TypeChange typeChange(const ColumnState &from, const sql::AlterType &to, const SchemaState &state)
{
    if (!to.usingExpression.isEmpty() && !isPlainCast(to))
        return TypeChange::Rewrite;
    if (state.isConstrainedDomain(to.type.text) && from.type != to.type.text)
        return TypeChange::Rewrite;
    ParsedType before = parsedType(baseType(from.type, state));
    // The server does not look for a length within a domain.
    if (state.domain(from.type) && from.type != to.type.text)
        before.modifiers.clear();
    const ParsedType after = parsedType(baseType(to.type.text, state));
    if (isZoneChange(before, after))
        return state.isUtc() ? TypeChange::IndexBuild : TypeChange::Rewrite;
    const bool keeps =
        (before.name == after.name && keepsOrWidens(before, after)) || keepsInterval(before, after);
    const std::optional<TypeChange> change = keeps ? TypeChange::Instant : binaryChange(before, after);
    if (change) {
        // Said or not: without COLLATE it is the type's own.
        const bool collationChanges = collationName(to.collation) != collationName(from.collation);
        return collationChanges ? TypeChange::IndexBuild : *change;
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
