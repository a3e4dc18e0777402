#include "dumpfilter.h"

#include "dumpcompare.h"

#include <model/base/sqlscript.h>
#include <model/schema/graveyard.h>

#include <QRegularExpression>

namespace lockstep::proof {

using diff::Ignorable;
using schema::Kind;

namespace {

bool isRoutine(Kind kind)
{
    return kind == Kind::Function || kind == Kind::Procedure || kind == Kind::Aggregate;
}

/// As pg_dump heads an entry: "f(integer)", "users users_pkey".
QString tagOf(const schema::ObjectId &id)
{
    if (isRoutine(id.kind))
        return id.name + QLatin1Char('(') + id.signature + QLatin1Char(')');
    return id.sub.isEmpty() ? id.name : id.name + QLatin1Char(' ') + id.sub;
}

QString bodyWithoutWhitespace(const QString &sql)
{
    static const QRegularExpression body(QStringLiteral("^(.* AS (\\$[^$]*\\$))(.*)(\\2.*)$"),
                                         QRegularExpression::DotMatchesEverythingOption
                                             | QRegularExpression::InvertedGreedinessOption);
    static const QRegularExpression language(QStringLiteral("\\sLANGUAGE (\\w+)"));
    const auto parts = body.match(sql);
    if (!parts.hasMatch())
        return sql;
    const QString name = language.match(parts.captured(1)).captured(1);
    return parts.captured(1) + diff::withoutWhitespace(parts.captured(3), name)
           + sql.mid(parts.capturedStart(4));
}

/// As comments and labels name what they are on, behind its kind.
QString noteTagOf(const schema::ObjectId &id)
{
    if (id.kind == Kind::Column)
        return id.name + QLatin1Char('.') + id.sub;
    return id.sub.isEmpty() ? tagOf(id) : id.sub + QStringLiteral(" ON ") + id.name;
}

QString noteKey(const QString &type, const QString &place, const QString &name)
{
    return type + QChar(0x1f) + place + QChar(0x1f) + name;
}

/// The name without the words of its kind, one after the other: "MATERIALIZED VIEW v", "VIEW v", "v".
template <typename Predicate>
bool isAnyTail(const QString &name, Predicate predicate)
{
    for (qsizetype at = 0; at >= 0 && at <= name.size();) {
        if (predicate(name.mid(at)))
            return true;
        const qsizetype blank = name.indexOf(QLatin1Char(' '), at);
        const bool isKind = blank > 0 && name.mid(at, blank - at) == name.mid(at, blank - at).toUpper();
        at = isKind ? blank + 1 : -1;
    }
    return false;
}

bool setsPlace(const QString &sql)
{
    return sql.startsWith(QLatin1String("SET default_tablespace "))
           || sql.startsWith(QLatin1String("SET default_table_access_method "));
}

} // namespace

DumpFilter::DumpFilter(const diff::IgnoreRules &rules, const schema::Catalog &current,
                       const schema::Catalog &target)
    : m_rules(rules)
{
    addObjects(rules, current);
    addObjects(rules, target);
    for (const schema::ObjectId &id : rules.leftOut)
        addLeftOut(id);
}

void DumpFilter::addLeftOut(const schema::ObjectId &id)
{
    const QString place = id.schema.isEmpty() ? QStringLiteral("-") : id.schema;
    switch (id.kind) {
    case Kind::Comment:
        m_notes.insert(noteKey(QStringLiteral("COMMENT"), place, noteTagOf(targetOf(id))));
        return;
    case Kind::SecurityLabel:
        m_notes.insert(noteKey(QStringLiteral("SECURITY LABEL"), place, noteTagOf(targetOf(id))));
        return;
    case Kind::Grant: m_notes.insert(noteKey(QStringLiteral("ACL"), place, noteTagOf(targetOf(id)))); return;
    case Kind::DefaultPrivilege: m_notes.insert(noteKey(QStringLiteral("DEFAULT ACL"), place, {})); return;
    case Kind::PublicationMember: {
        const QString member = id.sub.section(QLatin1Char(' '), -1);
        const QString home = member.section(QLatin1Char('.'), 0, 0);
        m_objects.insert({ home, id.name + QLatin1Char(' ') + member.section(QLatin1Char('.'), -1) });
        return;
    }
    case Kind::Column:
    case Kind::Default:
        m_parts.insert({ schema::qualified(id.schema, id.name), schema::quoteIdent(id.sub) });
        break;
    case Kind::Constraint:
        m_parts.insert({ schema::qualified(id.schema, id.name),
                         QStringLiteral("CONSTRAINT ") + schema::quoteIdent(id.sub) });
        break;
    default: break;
    }
    m_objects.insert({ place, tagOf(id) });
}

void DumpFilter::addObjects(const diff::IgnoreRules &rules, const schema::Catalog &catalog)
{
    if (rules.objects.isEmpty() && rules.only.isEmpty() && rules.kept.isEmpty() && rules.leftOut.isEmpty())
        return;
    const diff::IgnoreMatcher matcher(rules, catalog);
    const QString none = QStringLiteral("-");
    for (const schema::Fact &fact : catalog.facts()) {
        if (isTargeting(fact.id.kind) || !matcher.ignoresByPattern(fact))
            continue;
        const schema::ObjectId &id = fact.id;
        m_objects.insert({ id.schema.isEmpty() ? none : id.schema, tagOf(id) });
        if (const auto *column = fact.as<schema::ColumnAttributes>()) {
            m_objects.insert({ id.schema, id.name + QLatin1Char('.') + id.sub });
            m_objects.insert({ id.schema, column->identitySequenceName });
            m_parts.insert({ schema::qualified(id.schema, id.name), schema::quoteIdent(id.sub) });
        } else if (id.kind == Kind::Constraint) {
            m_parts.insert({ schema::qualified(id.schema, id.name),
                             QStringLiteral("CONSTRAINT ") + schema::quoteIdent(id.sub) });
        }
    }
    m_objects.remove({ none, QString() });
}

DumpFilter::Header DumpFilter::headerOf(const QString &line)
{
    static const QRegularExpression header(
        QStringLiteral("^-- (?:Data for )?Name: (.*); Type: ([A-Z ]+); Schema: (.*); Owner: .*$"));
    const auto match = header.match(line);
    return { match.captured(1), match.captured(2), match.captured(3) };
}

bool DumpFilter::isIgnored(const Header &header) const
{
    const QString &type = header.type;
    if (isLeftOutNote(header))
        return true;
    // Graveyards are left aside without a rule.
    const bool isOfSchema = header.schema == QLatin1String("-");
    const QString place = isOfSchema ? QString(header.name).remove(QStringLiteral("SCHEMA ")) : header.schema;
    if (schema::isParked(schema::schemaId(place)))
        return true;
    if (type == QLatin1String("COMMENT"))
        return m_rules.ignores(Ignorable::Comments) || isIgnoredObject(header);
    if (type == QLatin1String("ACL") || type == QLatin1String("DEFAULT ACL"))
        return m_rules.ignores(Ignorable::Privileges) || isIgnoredObject(header);
    if (type == QLatin1String("SECURITY LABEL"))
        return m_rules.ignores(Ignorable::SecurityLabels) || isIgnoredObject(header);
    if (type.startsWith(QLatin1String("PUBLICATION")))
        return m_rules.ignores(Ignorable::Publications) || isIgnoredObject(header);
    if (type.startsWith(QLatin1String("SUBSCRIPTION")))
        return m_rules.ignores(Ignorable::Subscriptions) || isIgnoredObject(header);
    return isIgnoredObject(header);
}

/// Comments and grants are headed by the kind first: "MATERIALIZED VIEW v".
bool DumpFilter::isIgnoredObject(const Header &header) const
{
    if (m_objects.isEmpty())
        return false;
    return isAnyTail(header.name, [&](const QString &tail) {
        return m_objects.contains({ header.schema, tail });
    });
}

bool DumpFilter::isLeftOutNote(const Header &header) const
{
    if (m_notes.isEmpty())
        return false;
    if (header.type == QLatin1String("DEFAULT ACL"))
        return m_notes.contains(noteKey(header.type, header.schema, {}));
    return isAnyTail(header.name, [&](const QString &tail) {
        return m_notes.contains(noteKey(header.type, header.schema, tail));
    });
}

/// What is ignored inside an object that is compared.
QString DumpFilter::reduced(const QString &sql, const Header &header) const
{
    QString text = sql;
    if (m_rules.ignores(Ignorable::StorageParameters)
        && (header.type == QLatin1String("TABLE") || header.type == QLatin1String("INDEX")
            || header.type == QLatin1String("CONSTRAINT")
            || header.type == QLatin1String("MATERIALIZED VIEW"))) {
        static const QRegularExpression with(
            QStringLiteral("\\s+WITH \\((?:[a-z_.]+='?[^',)]*'?(?:, )?)+\\)"));
        text.remove(with);
    }
    const bool isCode = header.type == QLatin1String("FUNCTION") || header.type == QLatin1String("PROCEDURE");
    if (isCode && m_rules.ignores(Ignorable::Whitespace))
        text = bodyWithoutWhitespace(text);
    if (header.type != QLatin1String("TABLE") || m_parts.isEmpty())
        return text;
    const QString table = schema::qualified(header.schema, header.name);
    return withoutColumns(text, [&](const QString &line) {
        for (const auto &[owner, part] : m_parts) {
            if (owner == table && line.startsWith(part + QLatin1Char(' ')))
                return true;
        }
        return false;
    });
}

QStringList DumpFilter::statements(const QString &dump) const
{
    if (m_rules.isEmpty() && !dump.contains(schema::graveyardName({}, 1)))
        return normalisedDump(dump);
    const QStringList lines = dump.split(QLatin1Char('\n'));
    QStringList kept;
    Header header;
    int line = 0;
    for (const base::ScriptStatement &statement : base::splitScript(dump)) {
        for (; line < statement.line - 1 && line < lines.size(); ++line) {
            if (const Header found = headerOf(lines[line]); !found.type.isEmpty())
                header = found;
        }
        line = statement.line - 1 + int(statement.sql.count(QLatin1Char('\n')));
        // Settings come before the header of what they are for.
        if (setsPlace(statement.sql)) {
            if (!statement.sql.contains(QLatin1String("tablespace"))
                || !m_rules.ignores(Ignorable::Tablespaces))
                kept << statement.sql + QLatin1Char(';');
        } else if (!isIgnored(header))
            kept << reduced(statement.sql, header) + QLatin1Char(';');
    }
    return normalisedDump(kept.join(QLatin1Char('\n')));
}

} // namespace lockstep::proof
