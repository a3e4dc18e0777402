#include "shelltypes.h"

#include "ddl.h"
#include "nodes.h"

#include <model/diff/sqlnames.h>

#include <QRegularExpression>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

struct TypeName
{
    QString schema;
    QString name;
};

QString unquotedName(QString written)
{
    if (!written.startsWith(QLatin1Char('"')))
        return written;
    written = written.mid(1, written.size() - 2);
    return written.replace(QLatin1String("\"\""), QLatin1String("\""));
}

TypeName typeName(const QString &sql)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(^("(?:[^"]|"")+"|[^".]+)\.("(?:[^"]|"")+"|[^".]+)$)"));
    const QRegularExpressionMatch match = pattern.match(sql);
    return { unquotedName(match.captured(1)), unquotedName(match.captured(2)) };
}

/// The value of an option of a range type; each stands on a line of its own.
QString rangeOption(const Fact &range, const QString &name)
{
    const QString start = QStringLiteral("    %1 = ").arg(name);
    for (QString line : range.as<DefinitionAttributes>()->definition.split(QLatin1Char('\n'))) {
        if (!line.startsWith(start))
            continue;
        if (line.endsWith(QLatin1Char(',')))
            line.chop(1);
        return line.mid(start.size());
    }
    return {};
}

/// From PostgreSQL 17 on a domain's NOT NULL has a name, which stays while the domain gets another.
void nameNotNull(DomainAttributes &domain, const QString &name, const Side &side)
{
    if (domain.notNull && domain.notNullName.isEmpty() && side.catalog->serverVersion() >= 170000)
        domain.notNullName = defaultNotNullName(name);
}

/// Gives a type, and everything that carries its name, the outgoing name.
class OutgoingWriter
{
public:
    OutgoingWriter(const Side &side, int type, const std::vector<char> &swapped)
        : m_side(side)
        , m_type(type)
        , m_fact(side.fact(type))
    {
        for (size_t i = 0; i < swapped.size(); ++i) {
            if (swapped[i])
                m_names.append({ side.fact(int(i)).id.schema, side.fact(int(i)).id.name });
        }
    }

    Outgoing write()
    {
        for (int function : functionsOf(m_side, m_type)) {
            const ObjectId &id = m_side.fact(function).id;
            renameFunction(id.schema, id.name, id.signature);
        }
        if (m_fact.id.kind == Kind::RangeType)
            renameConstructors();
        renameType(m_fact.id.schema, m_fact.id.name);
        const Fact type = outgoingFact(m_fact);
        m_result.drop = ddl::drop(type, *m_side.catalog);
        if (!functionsOf(m_side, m_type).empty())
            m_result.drop.last() += QStringLiteral(" CASCADE");
        writeCreate(type);
        return std::move(m_result);
    }

private:
    void renameFunction(const QString &schema, const QString &name, const QString &signature)
    {
        const auto statement = [&](const QString &from, const QString &to) {
            return QStringLiteral("ALTER FUNCTION %1(%2) RENAME TO %3")
                .arg(qualified(schema, from), signature, quoteIdent(to));
        };
        m_result.rename << statement(name, outgoingName(name));
        m_result.renameBack.prepend(statement(outgoingName(name), name));
    }
    void renameType(const QString &schema, const QString &name)
    {
        const auto statement = [&](const QString &from, const QString &to) {
            return QStringLiteral("ALTER %1 %2 RENAME TO %3")
                .arg(ddl::keyword(m_fact.id.kind), qualified(schema, from), quoteIdent(to));
        };
        m_result.rename << statement(name, outgoingName(name));
        m_result.renameBack.prepend(statement(outgoingName(name), name));
    }
    /// Renaming a range type leaves its multirange and the constructors of both as they are.
    void renameConstructors()
    {
        const ObjectId &id = m_fact.id;
        const QString range = qualified(id.schema, id.name);
        const QString subtype = rangeOption(m_fact, QStringLiteral("SUBTYPE"));
        const QString bounds = subtype + QStringLiteral(", ") + subtype;
        renameFunction(id.schema, id.name, bounds);
        renameFunction(id.schema, id.name, bounds + QStringLiteral(", text"));
        const QString multirange = rangeOption(m_fact, QStringLiteral("MULTIRANGE_TYPE_NAME"));
        if (multirange.isEmpty())
            return;
        const TypeName name = typeName(multirange);
        for (const QString &signature : QStringList{ QString(), range, range + QStringLiteral("[]") })
            renameFunction(name.schema, name.name, signature);
        renameType(name.schema, name.name);
        m_names.append(name);
    }

    [[nodiscard]] QString outgoingText(QString sql) const
    {
        for (const TypeName &name : m_names)
            sql = diff::withQualifiedName(sql, name.schema, name.name, name.schema, outgoingName(name.name));
        return sql;
    }
    [[nodiscard]] Fact outgoingFact(Fact fact) const
    {
        fact.id.name = outgoingName(fact.id.name);
        fact.id.signature = outgoingText(fact.id.signature);
        if (auto *whole = std::get_if<DefinitionAttributes>(&fact.attributes)) {
            whole->definition = outgoingText(whole->definition);
            for (Setting &setting : whole->settings)
                setting.value = outgoingText(setting.value);
        } else if (auto *routine = std::get_if<RoutineAttributes>(&fact.attributes)) {
            routine->definition = outgoingText(routine->definition);
        } else if (auto *domain = std::get_if<DomainAttributes>(&fact.attributes)) {
            for (QString *text : { &domain->type, &domain->collation, &domain->defaultExpression })
                *text = outgoingText(*text);
            nameNotNull(*domain, m_fact.id.name, m_side);
        } else if (auto *composite = std::get_if<CompositeAttributes>(&fact.attributes)) {
            for (CompositeField &field : composite->fields) {
                field.type = outgoingText(field.type);
                field.collation = outgoingText(field.collation);
            }
        } else if (auto *constraint = std::get_if<ConstraintAttributes>(&fact.attributes)) {
            constraint->definition = outgoingText(constraint->definition);
            constraint->expression = outgoingText(constraint->expression);
        }
        return fact;
    }

    void writeCreate(const Fact &type)
    {
        const Indexes functions = functionsOf(m_side, m_type);
        if (!functions.empty())
            m_result.create << QStringLiteral("CREATE TYPE ") + sqlName(type.id);
        for (int function : functions) {
            const Fact part = outgoingFact(m_side.fact(function));
            m_result.create += ddl::create(part, *m_side.catalog) + ddl::changeOwner(part.id, part.owner);
        }
        m_result.create += ddl::create(type, *m_side.catalog) + ddl::changeOwner(type.id, type.owner);
        addWhatHangsOn(m_type);
        for (int function : functions)
            addWhatHangsOn(function);
    }
    void addWhatHangsOn(int index)
    {
        const ObjectId &id = m_side.fact(index).id;
        for (int part : m_side.neededBy[size_t(index)]) {
            const Fact &fact = m_side.fact(part);
            const bool hangsOnIt = isTargeting(fact.id.kind)
                                       ? targetOf(fact.id) == id
                                       : fact.id.kind == Kind::DomainConstraint && fact.id.schema == id.schema
                                             && fact.id.name == id.name;
            const bool isOnPart = isTargeting(fact.id.kind) && fact.id.schema == id.schema
                                  && fact.id.name == id.name && !fact.id.sub.isEmpty();
            if (hangsOnIt || isOnPart)
                m_result.create += ddl::create(outgoingFact(fact), *m_side.catalog);
        }
    }

    const Side &m_side;
    int m_type;
    const Fact &m_fact;
    QVector<TypeName> m_names;
    Outgoing m_result;
};

} // namespace

Indexes functionsOf(const Side &side, int type)
{
    Indexes functions;
    const Kind kind = side.fact(type).id.kind;
    if (kind != Kind::BaseType && kind != Kind::RangeType)
        return functions;
    for (int needed : side.needs[size_t(type)]) {
        if (side.shellOf[size_t(needed)] == type)
            functions.push_back(needed);
    }
    return functions;
}

QStringList createWithFunctions(const Side &side, int type, bool besideOutgoing)
{
    Fact fact = side.fact(type);
    auto *domain = std::get_if<DomainAttributes>(&fact.attributes);
    if (domain && besideOutgoing)
        nameNotNull(*domain, fact.id.name, side);
    QStringList statements;
    for (int function : functionsOf(side, type))
        statements += ddl::create(side.fact(function), *side.catalog);
    if (!statements.isEmpty())
        statements.prepend(QStringLiteral("CREATE TYPE ") + sqlName(fact.id));
    return statements + ddl::create(fact, *side.catalog);
}

QStringList dropWithFunctions(const Side &side, int type)
{
    QStringList statements = ddl::drop(side.fact(type), *side.catalog);
    if (!functionsOf(side, type).empty())
        statements.last() += QStringLiteral(" CASCADE");
    return statements;
}

Outgoing outgoing(const Side &side, int type, const std::vector<char> &swapped)
{
    return OutgoingWriter(side, type, swapped).write();
}

} // namespace lockstep::plan::plain
