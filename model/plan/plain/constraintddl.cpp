#include "ddl.h"

#include <QRegularExpression>

namespace lockstep::plan::ddl {

using namespace schema;

namespace {

bool hasIndex(ConstraintType type)
{
    return type == ConstraintType::PrimaryKey || type == ConstraintType::Unique
           || type == ConstraintType::Exclude;
}

bool isPartitioned(const Fact &constraint, const Catalog &catalog)
{
    const auto *table = catalog.attributes<TableAttributes>(tableOf(constraint.id));
    return table && !table->partitionKey.isEmpty();
}

/// pg_get_indexdef() prints the options too; they are compared and altered by themselves.
QString withoutOptions(const QString &definition)
{
    static const QRegularExpression options(QStringLiteral(R"( WITH \((?:[^()']|'[^']*')*\))"));
    return QString(definition).remove(options);
}

QStringList alterIndexStorage(const QString &index, const QStringList &optionsBefore,
                              const QStringList &optionsAfter, const QString &tablespaceBefore,
                              const QString &tablespaceAfter)
{
    const QString alter = QStringLiteral("ALTER INDEX %1 ").arg(index);
    QStringList statements;
    for (const QString &clause : optionClauses(optionsBefore, optionsAfter))
        statements << alter + clause;
    if (tablespaceBefore != tablespaceAfter) {
        const QString place =
            tablespaceAfter.isEmpty() ? QStringLiteral("pg_default") : quoteIdent(tablespaceAfter);
        statements << alter + QStringLiteral("SET TABLESPACE ") + place;
    }
    return statements;
}

/// Tables are clustered by themselves, whatever index it is (tableddl.h).
QString clusterOn(const IndexAttributes &index, const ObjectId &id)
{
    return QStringLiteral("ALTER MATERIALIZED VIEW %1 CLUSTER ON %2")
        .arg(relationName(index.table), quoteIdent(id.name));
}

QString deferrability(const ConstraintAttributes &constraint)
{
    if (!constraint.deferrable)
        return QStringLiteral("NOT DEFERRABLE");
    return constraint.initiallyDeferred ? QStringLiteral("DEFERRABLE INITIALLY DEFERRED")
                                        : QStringLiteral("DEFERRABLE INITIALLY IMMEDIATE");
}

QString withoutDeferrability(QString definition)
{
    static const QRegularExpression clause(
        QStringLiteral(R"(( NOT)? DEFERRABLE( INITIALLY (DEFERRED|IMMEDIATE))?)"));
    return definition.remove(clause);
}

/// The options stand before what says when the key is checked.
QString withOptions(const QString &sql, const ConstraintAttributes &constraint)
{
    const QString options = QStringLiteral(" WITH ") + optionList(constraint.indexOptions);
    const qsizetype deferrable = sql.indexOf(QLatin1String(" DEFERRABLE"));
    return QString(sql).insert(deferrable < 0 ? sql.size() : deferrable, options);
}

} // namespace

QStringList createConstraint(const Fact &fact, const Catalog &catalog)
{
    const auto &constraint = *fact.as<ConstraintAttributes>();
    if (constraint.type == ConstraintType::Trigger)
        return {}; // Comes with its constraint trigger.
    QString sql = QStringLiteral("ADD CONSTRAINT %1 %2")
                      .arg(quoteIdent(fact.id.sub), reparseable(constraint.definition));
    if (!constraint.validated)
        sql += QStringLiteral(" NOT VALID");
    // Keys of partitions are facts of their own, made and attached by their own names.
    const bool only = hasIndex(constraint.type) && isPartitioned(fact, catalog);
    if (only && !constraint.indexOptions.isEmpty()) // An index without storage has no ALTER INDEX … SET.
        sql = withOptions(sql, constraint);
    QStringList statements{ only ? alterTableOnly(fact.id, sql) : alterTable(fact.id, sql) };
    if (!only && hasIndex(constraint.type) && !constraint.definition.contains(QLatin1String(" WITH ("))) {
        statements += alterIndexStorage(qualified(fact.id.schema, constraint.indexName), {},
                                        constraint.indexOptions, {}, constraint.indexTablespace);
    }
    return statements;
}

std::optional<QStringList> alterConstraint(const Fact &before, const Fact &after, const Catalog &catalog)
{
    const auto &a = *before.as<ConstraintAttributes>();
    const auto &b = *after.as<ConstraintAttributes>();
    ConstraintAttributes like = a;
    like.validated = b.validated;
    like.inherited = b.inherited;
    like.indexOptions = b.indexOptions;
    like.indexTablespace = b.indexTablespace;
    like.deferrable = b.deferrable;
    like.initiallyDeferred = b.initiallyDeferred;
    like.definition = b.definition;
    const bool isForeignKey = a.type == ConstraintType::ForeignKey;
    const bool sameDefinition =
        isForeignKey ? withoutDeferrability(a.definition) == withoutDeferrability(b.definition)
                     : withoutOptions(a.definition) == withoutOptions(b.definition)
                           && a.deferrable == b.deferrable && a.initiallyDeferred == b.initiallyDeferred;
    const bool isFixed = isPartitioned(after, catalog) && hasIndex(b.type);
    if (like != b || !sameDefinition || (isFixed && a.indexOptions != b.indexOptions))
        return std::nullopt;
    const auto change = [&](const QString &clause) {
        return after.id.kind == Kind::DomainConstraint
                   ? QStringLiteral("ALTER DOMAIN %1 ").arg(relationName(after.id)) + clause
                   : alterTable(after.id, clause);
    };
    QStringList statements;
    if (a.deferrable != b.deferrable || a.initiallyDeferred != b.initiallyDeferred) {
        statements << alterTable(
            after.id,
            QStringLiteral("ALTER CONSTRAINT %1 %2").arg(quoteIdent(after.id.sub), deferrability(b)));
    }
    if (!a.validated && b.validated)
        statements << change(QStringLiteral("VALIDATE CONSTRAINT ") + quoteIdent(after.id.sub));
    if (a.validated && !b.validated) {
        statements << change(QStringLiteral("DROP CONSTRAINT ") + quoteIdent(after.id.sub))
                   << change(QStringLiteral("ADD CONSTRAINT %1 %2 NOT VALID")
                                 .arg(quoteIdent(after.id.sub), reparseable(b.definition)));
        if (const auto *said = catalog.attributes<CommentAttributes>(commentId(after.id)))
            statements << comment(commentId(after.id), said->text, catalog);
    }
    return statements
           + alterIndexStorage(qualified(after.id.schema, b.indexName), a.indexOptions, b.indexOptions,
                               a.indexTablespace, b.indexTablespace);
}

QStringList createIndex(const Fact &fact)
{
    const auto &index = *fact.as<IndexAttributes>();
    QStringList statements{ reparseable(index.definition) };
    if (!index.tablespace.isEmpty() && !index.definition.contains(QLatin1String(" TABLESPACE ")))
        statements += alterIndexStorage(relationName(fact.id), {}, {}, {}, index.tablespace);
    if (index.clustered)
        statements << clusterOn(index, fact.id);
    return statements;
}

QString attachIndex(const Fact &index)
{
    return QStringLiteral("ALTER INDEX %1 ATTACH PARTITION %2")
        .arg(relationName(*index.as<IndexAttributes>()->partitionOf), relationName(index.id));
}

std::optional<QStringList> alterIndex(const Fact &before, const Fact &after, const Catalog &catalog)
{
    const auto &a = *before.as<IndexAttributes>();
    const auto &b = *after.as<IndexAttributes>();
    const bool sameKind = withoutOptions(a.definition) == withoutOptions(b.definition) && a.table == b.table;
    if (!sameKind || a.valid != b.valid || a.ready != b.ready
        || (a.partitionOf && a.partitionOf != b.partitionOf))
        return std::nullopt;
    const auto *table = catalog.attributes<TableAttributes>(b.table);
    if (a.options != b.options && table && !table->partitionKey.isEmpty())
        return std::nullopt; // An index without storage has no ALTER INDEX … SET.
    QStringList statements =
        alterIndexStorage(relationName(after.id), a.options, b.options, a.tablespace, b.tablespace);
    if (b.clustered && !a.clustered)
        statements << clusterOn(b, after.id);
    else if (a.clustered && !b.clustered)
        statements
            << QStringLiteral("ALTER MATERIALIZED VIEW %1 SET WITHOUT CLUSTER").arg(relationName(b.table));
    return statements;
}

} // namespace lockstep::plan::ddl
