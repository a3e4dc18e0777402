#include "drafts.h"

#include <QRegularExpression>

#include <algorithm>
#include <span>
#include <span>

namespace lockstep::plan {

namespace {

QString draftRelationName(const Action &action)
{
    return action.relation.schema.isEmpty() ? schema::dottedName(action.relation)
                                            : schema::qualified(action.relation.schema, action.relation.name);
}

QString regclassLiteral(const QString &schema, const QString &name)
{
    return QStringLiteral("pg_catalog.to_regclass(%1)")
        .arg(schema::quoteLiteral(schema::qualified(schema, name)));
}

} // namespace

QString relationSql(const Action &action)
{
    return schema::qualified(action.relation.schema, action.relation.name);
}

QString alterTable(const QString &relation, const QString &what)
{
    return QStringLiteral("ALTER TABLE %1 %2").arg(relation, what);
}

Draft ddlDraft(const Action &action, Phase phase, const QString &title, const QStringList &sql,
               const QStringList &back, const QString &why)
{
    Draft draft;
    draft.step.phase = phase;
    draft.step.kind = StepKind::Ddl;
    draft.step.title = title;
    draft.step.relations = { draftRelationName(action) };
    draft.step.sql = sql;
    draft.step.rollback.sql = back;
    draft.step.why = why;
    draft.step.timeouts = metadataTimeouts;
    draft.needsCommitBefore = action.commitBefore;
    return draft;
}

Draft concurrentDraft(const Action &action, Phase phase, const QString &title, const QStringList &sql,
                      const QStringList &back, const QString &why)
{
    Draft draft = ddlDraft(action, phase, title, sql, back, why);
    draft.step.transaction = TransactionMode::None;
    draft.step.rollback.transaction = TransactionMode::None;
    draft.step.timeouts = concurrentTimeouts;
    return draft;
}

Draft verifyDraft(const Action &action, const QString &title, const QString &sql, const QString &expect,
                  const QString &why, const QString &sample)
{
    Draft draft = ddlDraft(action, Phase::Validate, title, {}, {}, why);
    draft.step.kind = StepKind::Verify;
    draft.step.verify = { Verification{ sql, expect, false, sample } };
    draft.step.timeouts = scanTimeouts;
    return draft;
}

Draft plainDraft(const Action &action, Phase phase, const QString &why)
{
    Draft draft = ddlDraft(action, phase, action.title, action.forward, action.backward, why);
    draft.step.rollback.irreversible = action.irreversible;
    draft.step.rollback.caution = action.caution;
    draft.step.loses = action.loses;
    draft.note = action.note;
    if (action.outsideTransaction) {
        draft.step.transaction = TransactionMode::None;
        draft.step.timeouts = concurrentTimeouts;
    }
    return draft;
}

/// Rows that have a value in the column, and about how much room the values take.
Loss columnLoss(const schema::ObjectId &column, const Action &action, const Context &context)
{
    Loss loss{ schema::displayName(column), context.rows(action.relation), -1 };
    const schema::RelationStatistics *known = context.statistics(action.relation);
    if (!known || loss.rows < 0)
        return loss;
    const auto it = known->columns.constFind(column.sub);
    if (it != known->columns.constEnd()) {
        loss.rows = qint64(double(loss.rows) * (1 - it->nullFraction));
        loss.bytes = loss.rows * it->averageWidth;
    }
    return loss;
}

bool losesParts(const Action &action)
{
    return std::any_of(action.loses.begin(), action.loses.end(),
                       [](const Loss &loss) { return !loss.part.isEmpty(); });
}

void keepPartLosses(Draft &draft, const Action &action, const Context &context)
{
    QStringList lost;
    for (Loss &loss : draft.step.loses) {
        if (action.object.kind == schema::Kind::Column)
            loss.rows = columnLoss(action.object, action, context).rows;
        lost << lostText(loss);
    }
    draft.confirm = QStringLiteral("Nothing needs %1 any more, and nothing writes it.")
                        .arg(lost.join(QStringLiteral(", ")));
}

QString nothingUsesItAnyMore(const Action &action, const Context &context)
{
    const schema::Catalog &current = context.current();
    const int index = current.indexOf(action.object);
    schema::ObjectId leaving = action.object;
    for (const int need : index < 0 ? std::span<const int>() : current.needs(index)) {
        const schema::ObjectId &needed = current.facts()[std::size_t(need)].id;
        const schema::ObjectId table = schema::objectId(schema::Kind::Table, needed.schema, needed.name);
        if (current.find(table) && !context.target().find(table))
            leaving = table;
        else if (needed.kind == schema::Kind::Column && leaving.kind != schema::Kind::Table
                 && !context.target().find(needed))
            leaving = needed;
    }
    return QStringLiteral("Nothing uses %1 any more.").arg(schema::displayName(leaving));
}

Verification indexIsValid(const QString &schema, const QString &index)
{
    return { QStringLiteral("SELECT count(*) FROM pg_catalog.pg_index WHERE indexrelid = %1 AND indisvalid")
                 .arg(regclassLiteral(schema, index)),
             QStringLiteral("1") };
}

Verification constraintIsThere(const Action &action, const QString &constraint, bool mustBeValid)
{
    return { QStringLiteral(
                 "SELECT count(*) FROM pg_catalog.pg_constraint WHERE conrelid = %1 AND conname = %2%3")
                 .arg(regclassLiteral(action.relation.schema, action.relation.name),
                      schema::quoteLiteral(constraint),
                      mustBeValid ? QStringLiteral(" AND convalidated") : QString()),
             QStringLiteral("1") };
}

Verification columnIsThere(const Action &action, const QString &column, bool mustBeNotNull)
{
    return {
        QStringLiteral("SELECT count(*) FROM pg_catalog.pg_attribute WHERE attrelid = %1 AND attname = %2"
                       " AND NOT attisdropped%3")
            .arg(regclassLiteral(action.relation.schema, action.relation.name), schema::quoteLiteral(column),
                 mustBeNotNull ? QStringLiteral(" AND attnotnull") : QString()),
        QStringLiteral("1")
    };
}

bool isConstrainedDomain(const schema::Catalog &catalog, const QString &type)
{
    const auto domains = catalog.factsOf(schema::Kind::Domain);
    return std::any_of(domains.begin(), domains.end(), [&](const schema::Fact &fact) {
        return schema::qualified(fact.id.schema, fact.id.name) == type
               && (fact.as<schema::DomainAttributes>()->notNull || !catalog.partsOf(fact.id).empty());
    });
}

bool isPublished(const schema::Catalog &catalog, const schema::ObjectId &table)
{
    const QString member = QStringLiteral("TABLE ") + schema::qualified(table.schema, table.name);
    const QString all = QStringLiteral("TABLES IN SCHEMA ") + schema::quoteIdent(table.schema);
    const auto members = catalog.factsOf(schema::Kind::PublicationMember);
    const auto publications = catalog.factsOf(schema::Kind::Publication);
    return std::any_of(members.begin(), members.end(),
                       [&](const schema::Fact &fact) { return fact.id.sub == member || fact.id.sub == all; })
           || std::any_of(publications.begin(), publications.end(), [](const schema::Fact &fact) {
                  return fact.as<schema::DefinitionAttributes>()->definition.contains(
                      QLatin1String("FOR ALL TABLES"));
              });
}

QString countWhere(const QString &relation, const QString &condition)
{
    return QStringLiteral("SELECT count(*) FROM %1 WHERE %2").arg(relation, condition);
}

QString sampleWhere(const QString &relation, const QString &condition)
{
    return QStringLiteral("SELECT * FROM %1 WHERE %2 LIMIT 20").arg(relation, condition);
}

QString concurrently(const QString &createIndex)
{
    static const QRegularExpression start(
        QStringLiteral("^\\s*CREATE\\s+(UNIQUE\\s+)?INDEX\\s+(?!CONCURRENTLY\\b)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = start.match(createIndex);
    if (!match.hasMatch())
        return {};
    const QString unique = match.captured(1).isEmpty() ? QString() : QStringLiteral("UNIQUE ");
    return QStringLiteral("CREATE %1INDEX CONCURRENTLY %2")
        .arg(unique, createIndex.mid(match.capturedLength()));
}

} // namespace lockstep::plan
