#include "neededrights.h"

#include <model/base/result.h>
#include <model/sql/parser.h>

#include <QHash>
#include <QSet>

#include <algorithm>

namespace lockstep::analysis {

namespace {

/// Adds what each statement of a plan needs.
class RightsReader
{
public:
    explicit RightsReader(const plan::Plan &plan)
        : m_plan(plan)
    { }
    NeededRights read();

private:
    void readMade(const sql::Statement &statement);
    void readChanged(const sql::Statement &statement);
    void create(const QString &schema) { m_schemas.insert(schema); }
    void own(OwnedObject::Kind kind, const QString &schema, const QString &name);
    void readDrop(const sql::Drop &drop);
    void readAlter(const sql::AlterTable &alter);

    const plan::Plan &m_plan;
    NeededRights m_rights;
    QSet<QString> m_schemas;
};

void RightsReader::own(OwnedObject::Kind kind, const QString &schema, const QString &name)
{
    const bool isKnown =
        std::any_of(m_rights.owned.cbegin(), m_rights.owned.cend(), [&](const OwnedObject &one) {
            return one.kind == kind && one.schema == schema && one.name == name;
        });
    if (!isKnown && !name.isEmpty())
        m_rights.owned.append({ kind, schema, name });
}

void RightsReader::readDrop(const sql::Drop &drop)
{
    for (const sql::QualifiedName &name : drop.names) {
        switch (drop.kind) {
        case sql::ObjectKind::Type:
        case sql::ObjectKind::Domain: own(OwnedObject::Kind::Type, name.schema, name.name); break;
        case sql::ObjectKind::Function: own(OwnedObject::Kind::Function, name.schema, name.name); break;
        case sql::ObjectKind::Schema: own(OwnedObject::Kind::Schema, {}, name.name); break;
        default: break; // Relations are looked at as such; the others are rare.
        }
    }
}

/// A key makes an index, and that is a name in the table's schema.
void RightsReader::readAlter(const sql::AlterTable &alter)
{
    for (const sql::Subcommand &command : alter.commands) {
        const auto *add = std::get_if<sql::AddConstraint>(&command.detail);
        if (!add)
            continue;
        const sql::ConstraintKind kind = add->constraint.kind;
        if (kind == sql::ConstraintKind::PrimaryKey || kind == sql::ConstraintKind::Unique
            || kind == sql::ConstraintKind::Exclude)
            create(alter.relation.schema);
    }
}

void RightsReader::readMade(const sql::Statement &statement)
{
    std::visit(base::Overloaded{
                   [this](const sql::CreateTable &table) { create(table.relation.schema); },
                   [this](const sql::CreateTableAs &table) { create(table.relation.schema); },
                   [this](const sql::CreateIndex &index) { create(index.relation.schema); },
                   [this](const sql::CreateView &view) { create(view.relation.schema); },
                   [this](const sql::CreateSequence &sequence) { create(sequence.sequence.schema); },
                   [this](const sql::CreateDomain &domain) { create(domain.domain.schema); },
                   [this](const sql::CreateType &type) { create(type.type.schema); },
                   [this](const sql::CreateFunction &function) { create(function.function.schema); },
                   [this](const sql::Rename &rename) { create(rename.relation.schema); },
                   [this](const sql::SetSchema &move) { create(move.newSchema); },
                   [this](const sql::AlterTable &alter) { readAlter(alter); },
                   [](const auto &) {},
               },
               statement.detail);
}

void RightsReader::readChanged(const sql::Statement &statement)
{
    using Kind = OwnedObject::Kind;
    std::visit(
        base::Overloaded{
            [this](const sql::CreateFunction &function) {
                if (function.replace)
                    own(Kind::Function, function.function.schema, function.function.name);
            },
            [this](const sql::AlterEnum &one) { own(Kind::Type, one.type.schema, one.type.name); },
            [this](const sql::AlterDomain &one) { own(Kind::Type, one.domain.schema, one.domain.name); },
            [this](const sql::CreateExtension &one) { own(Kind::Extension, {}, one.name); },
            [this](const sql::Drop &drop) { readDrop(drop); },
            [](const auto &) {},
        },
        statement.detail);
}

QString superuserWork(const sql::Statement &statement)
{
    static const QHash<QString, QString> byTag{
        { QStringLiteral("CreateFdwStmt"), QStringLiteral("CREATE FOREIGN DATA WRAPPER") },
        { QStringLiteral("CreateOpClassStmt"), QStringLiteral("CREATE OPERATOR CLASS") },
        { QStringLiteral("CreateOpFamilyStmt"), QStringLiteral("CREATE OPERATOR FAMILY") },
        { QStringLiteral("CreateSubscriptionStmt"), QStringLiteral("CREATE SUBSCRIPTION") },
        { QStringLiteral("AlterSystemStmt"), QStringLiteral("ALTER SYSTEM") },
    };
    // An event trigger is read as a function without a name.
    const auto *function = statement.as<sql::CreateFunction>();
    if (function && function->function.name.isEmpty())
        return QStringLiteral("CREATE EVENT TRIGGER");
    const auto *other = statement.as<sql::Other>();
    return other ? byTag.value(other->tag) : QString();
}

NeededRights RightsReader::read()
{
    for (const plan::Step &step : m_plan.steps) {
        for (const QString &sql : step.sql) {
            const base::Result<sql::Statement> statement = sql::parse(sql);
            if (!statement.has_value())
                continue;
            readMade(*statement);
            readChanged(*statement);
            const QString work = superuserWork(*statement);
            if (!work.isEmpty())
                m_rights.superuserOnly.append(QStringLiteral("%1 (step %2)").arg(work, step.id));
        }
    }
    m_schemas.remove(QString());
    m_rights.createsIn = QStringList(m_schemas.cbegin(), m_schemas.cend());
    m_rights.createsIn.sort();
    return m_rights;
}

} // namespace

NeededRights neededRights(const plan::Plan &plan)
{
    return RightsReader(plan).read();
}

} // namespace lockstep::analysis
