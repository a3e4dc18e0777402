#include "typecopies.h"

#include "onlinerenames.h"
#include "plain/ddl.h"
#include "strategies/drafts.h"
#include "typefamilies.h"

#include <model/diff/renaming.h>

#include <QSet>

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::ConstraintType;
using schema::Fact;
using schema::Kind;
using schema::ObjectId;

/// Finds what hangs on a column, or what of it cannot be copied.
class CopyFinder
{
public:
    CopyFinder(const PlainPlan &plan, int change, const Context &context)
        : m_plan(plan)
        , m_at(change)
        , m_action(plan.actions[std::size_t(change)])
        , m_change(std::get<ChangeType>(m_action.detail))
        , m_context(context)
        , m_current(context.current())
        , m_target(context.target())
        , m_table(schema::objectId(Kind::Table, m_action.object.schema, m_action.object.name))
    { }

    [[nodiscard]] TypeCopy find()
    {
        TypeCopy result;
        result.why = whyNotColumn();
        if (result.why.isEmpty())
            result.why = whyNotActions();
        if (!result.why.isEmpty())
            return result;
        m_copy = std::make_shared<ColumnCopy>();
        describe();
        for (const int user : m_current.neededBy(m_current.indexOf(m_action.object))) {
            result.why = take(m_current.facts()[std::size_t(user)]);
            if (!result.why.isEmpty())
                return result;
        }
        result.why = whyNotOrder();
        result.copy = m_copy;
        result.folded = m_folded;
        return result;
    }

private:
    [[nodiscard]] QString whyNotColumn() const
    {
        const Fact *before = m_current.find(m_action.object);
        const Fact *after = m_target.find(m_action.object);
        const auto *tableBefore = m_current.attributes<schema::TableAttributes>(m_table);
        const auto *tableAfter = m_target.attributes<schema::TableAttributes>(m_table);
        if (!before || !after || !tableBefore || !tableAfter || m_context.currentId(m_table) != m_table
            || m_context.currentId(m_action.object) != m_action.object)
            return QStringLiteral("The table or the column gets another name at the same time.");
        if (m_context.major() < 12)
            return QStringLiteral(
                "Before PostgreSQL 12 the new column could not become NOT NULL without a scan "
                "while reads and writes wait.");
        for (const auto &[table, catalog] :
             { std::pair(tableBefore, &m_current), std::pair(tableAfter, &m_target) }) {
            if (const QString why = whyNoSecondColumn(*table, m_table, *catalog); !why.isEmpty())
                return why;
            if (isPublished(*catalog, m_table))
                return QStringLiteral(
                    "The table is published, and subscribers would not have the column that "
                    "is filled meanwhile.");
            if (!table->partitionKey.isEmpty())
                return QStringLiteral("Partitioned tables are not converted beside the traffic yet.");
        }
        return whyNotTypes(*before->as<schema::ColumnAttributes>(), *after->as<schema::ColumnAttributes>());
    }

    [[nodiscard]] QString whyNotTypes(const schema::ColumnAttributes &before,
                                      const schema::ColumnAttributes &after) const
    {
        if (before.type.contains(QLatin1Char('.')) || after.type.contains(QLatin1Char('.')))
            return QStringLiteral(
                "Only between PostgreSQL's own types is a column converted beside the traffic.");
        if (before.generated != schema::Generated::None || after.generated != schema::Generated::None)
            return QStringLiteral(
                "A generated column cannot be written, so nothing could keep a copy in step.");
        if (before.identity != schema::Identity::None || after.identity != schema::Identity::None)
            return QStringLiteral("Identity columns are not converted beside the traffic yet.");
        const QString generator = QStringLiteral("nextval(");
        if (m_change.defaultBefore.contains(generator) || m_change.defaultAfter.contains(generator))
            return QStringLiteral(
                "The column's numbers come from a sequence; such columns are not converted beside the "
                "traffic yet.");
        if (before.notNull && !after.notNull)
            return QStringLiteral(
                "The column stops being NOT NULL at the same time; make a plan of its own for that.");
        if (before.notNull && (!before.notNullValidated || before.notNullNoInherit))
            return QStringLiteral(
                "Its NOT NULL is not valid or not inherited, which a copy of it would not be.");
        if (m_change.isOneWay)
            return QStringLiteral(
                "Nothing says how values come back, so the old column could not be kept in step; "
                "give an expression for the way back.");
        return {};
    }

    /// What else the plan does with the column.
    [[nodiscard]] QString whyNotActions() const
    {
        const ObjectId &column = m_action.object;
        const ObjectId defaultId = schema::subId(Kind::Default, column.schema, column.name, column.sub);
        for (int i = 0; i < int(m_plan.actions.size()); ++i) {
            const ObjectId &object = m_plan.actions[std::size_t(i)].object;
            const bool isOnColumn =
                object == column || (schema::isTargeting(object.kind) && schema::targetOf(object) == column);
            if (object == defaultId || (i < m_at && isOnColumn))
                return QStringLiteral("The plan changes %1 before its type; make a plan of its own for that.")
                    .arg(schema::displayName(object));
        }
        return {};
    }

    void describe()
    {
        const ObjectId &column = m_action.object;
        m_copy->before = *m_current.find(column);
        m_copy->after = *m_target.find(column);
        m_copy->copy = ownName(column, QStringLiteral("copy"));
        m_copy->aside = ownName(column, QStringLiteral("old"));
        const auto orColumn = [&](const QString &expression) {
            return expression.isEmpty() ? schema::quoteIdent(column.sub) : expression;
        };
        m_copy->expression = orColumn(m_change.usingExpression);
        m_copy->back = orColumn(m_change.back);
        m_copy->defaultBefore = m_change.defaultBefore;
        m_copy->defaultAfter = m_change.defaultAfter;
        m_copy->mayFail = !cannotFail(m_change);
        m_copy->isUniqueBack = isUniqueBack(m_change);
        if (isOfTime(m_change.fromType) || isOfTime(m_change.toType))
            m_copy->timeSettings = QStringLiteral(
                " SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT SET IntervalStyle FROM CURRENT");
        m_copies = renamedTo(m_copy->copy);
        m_asides = renamedTo(m_copy->aside);
    }
    [[nodiscard]] schema::CatalogPtr renamedTo(const QString &name) const
    {
        ObjectId to = m_action.object;
        to.sub = name;
        return diff::Renaming(m_plan.changes->current, { { m_action.object, to } }).catalog();
    }

    /// Empty, or why the fact stands in the way.
    [[nodiscard]] QString take(const Fact &fact)
    {
        switch (fact.id.kind) {
        case Kind::Default: return fact.id.sub == m_action.object.sub ? QString() : whyNotRebuilt(fact);
        case Kind::Comment:
        case Kind::Grant: m_copy->said.append(fact); return {};
        case Kind::Index: return takeIndex(fact);
        case Kind::Constraint: return takeConstraint(fact);
        default: return whyNotRebuilt(fact); // All other kinds, on purpose: this is a choice.
        }
    }

    [[nodiscard]] QString notCopied(const Fact &fact) const
    {
        return QStringLiteral("%1 uses the column and is not copied beside the traffic yet.")
            .arg(schema::displayName(fact));
    }
    [[nodiscard]] bool isKept(const Fact &fact) const
    {
        const Fact *after = m_target.find(fact.id);
        return after && after->attributes == fact.attributes && actionOn(fact.id) < 0;
    }
    [[nodiscard]] int actionOn(const ObjectId &object) const
    {
        for (std::size_t i = 0; i < m_plan.actions.size(); ++i) {
            if (m_plan.actions[i].object == object)
                return int(i);
        }
        return -1;
    }
    [[nodiscard]] QString changesToo(const Fact &fact) const
    {
        return QStringLiteral("%1 changes at the same time.").arg(schema::displayName(fact));
    }

    /// Taken down before the swap and made again after it, in its transaction.
    [[nodiscard]] QString whyNotRebuilt(const Fact &fact) const
    {
        const QSet<int> before = neededBy(m_action);
        for (const int action : before) {
            const Action &other = m_plan.actions[std::size_t(action)];
            if (other.object == fact.id && other.isRebuild)
                return {};
        }
        return notCopied(fact);
    }
    [[nodiscard]] QSet<int> neededBy(const Action &action) const
    {
        QSet<int> seen;
        std::vector<int> open = action.needs;
        while (!open.empty()) {
            const int at = open.back();
            open.pop_back();
            if (seen.contains(at))
                continue;
            seen.insert(at);
            const std::vector<int> &more = m_plan.actions[std::size_t(at)].needs;
            open.insert(open.end(), more.begin(), more.end());
        }
        return seen;
    }

    [[nodiscard]] QString takeIndex(const Fact &fact)
    {
        const auto &index = *fact.as<schema::IndexAttributes>();
        if (index.table != m_table || !index.valid || index.partitionOf || isNamedByTable(fact.id.name))
            return notCopied(fact);
        if (!isKept(fact))
            return changesToo(fact);
        if (index.unique && !m_copy->isUniqueBack)
            return QStringLiteral("%1 could refuse values on the old column that differ in the new one.")
                .arg(schema::displayName(fact));
        const auto made = twin(fact);
        if (!made)
            return notCopied(fact);
        m_copy->indexes.append(*made);
        return saidOfPart(fact);
    }

    [[nodiscard]] bool isNamedByTable(const QString &index) const
    {
        const auto *table = m_current.attributes<schema::TableAttributes>(m_table);
        return !index.isEmpty() && (table->replicaIdentityIndex == index || table->clusterIndex == index);
    }

    [[nodiscard]] QString takeConstraint(const Fact &fact)
    {
        const auto &constraint = *fact.as<schema::ConstraintAttributes>();
        const bool isOwn = fact.id.schema == m_table.schema && fact.id.name == m_table.name;
        const bool isRow =
            constraint.type == ConstraintType::Check || constraint.type == ConstraintType::ForeignKey;
        const bool isKey =
            constraint.type == ConstraintType::Unique || constraint.type == ConstraintType::PrimaryKey;
        if (!isOwn || (constraint.referencedTable && *constraint.referencedTable == m_table))
            return referredTo();
        if ((!isRow && !isKey) || constraint.inherited || !constraint.validated || !constraint.enforced
            || isNamedByTable(constraint.indexName))
            return notCopied(fact);
        if (isRow && !isKept(fact))
            return fold(fact);
        if (!isKept(fact))
            return changesToo(fact);
        const auto made = twin(fact);
        const bool hasIndex =
            isKey && made
            && keyByIndex(QStringLiteral("t"), made->copy.id, *made->copy.as<schema::ConstraintAttributes>());
        if (!made || (isKey && !hasIndex))
            return notCopied(fact);
        (isKey ? m_copy->keys : m_copy->constraints).append(*made);
        return saidOfPart(fact);
    }

    [[nodiscard]] static QString referredTo()
    {
        return QStringLiteral("Foreign keys refer to it, and they are not converted beside the traffic yet.");
    }

    /// The swap takes it away, and not an earlier step.
    [[nodiscard]] QString fold(const Fact &fact)
    {
        const int action = actionOn(fact.id);
        if (action < 0 || action > m_at
            || !std::holds_alternative<DropConstraint>(m_plan.actions[std::size_t(action)].detail))
            return changesToo(fact);
        for (int i = 0; i < m_at; ++i) {
            const std::vector<int> &needs = m_plan.actions[std::size_t(i)].needs;
            if (std::find(needs.begin(), needs.end(), action) != needs.end())
                return changesToo(fact);
        }
        if (hasSaid(fact))
            return changesToo(fact);
        m_copy->leaving.append(fact);
        m_folded.push_back(action);
        return {};
    }

    [[nodiscard]] bool hasSaid(const Fact &fact) const
    {
        const auto users = m_current.neededBy(m_current.indexOf(fact.id));
        return std::any_of(users.begin(), users.end(), [&](int user) {
            return schema::isTargeting(m_current.facts()[std::size_t(user)].id.kind);
        });
    }

    /// Comments go with what they are about.
    [[nodiscard]] QString saidOfPart(const Fact &part)
    {
        for (const int user : m_current.neededBy(m_current.indexOf(part.id))) {
            const Fact &fact = m_current.facts()[std::size_t(user)];
            const auto *after = m_target.find(fact.id);
            if (fact.id.kind == Kind::Constraint)
                return referredTo();
            if (fact.id.kind != Kind::Comment || !after || after->attributes != fact.attributes)
                return notCopied(fact);
            m_copy->saidOfParts += ddl::create(fact, m_current);
        }
        return {};
    }

    [[nodiscard]] std::optional<Twin> twin(const Fact &fact) const
    {
        Twin made{ fact, *m_copies->find(fact.id), *m_asides->find(fact.id) };
        if (made.copy.attributes == fact.attributes
            || !rename(&made.copy, ownName(fact.id, QStringLiteral("copy")))
            || !rename(&made.aside, ownName(fact.id, QStringLiteral("old"))))
            return std::nullopt;
        return made;
    }
    static bool rename(Fact *fact, const QString &name)
    {
        auto *index = std::get_if<schema::IndexAttributes>(&fact->attributes);
        if (!index) {
            fact->id.sub = name;
            return true;
        }
        const QString before = QLatin1Char(' ') + schema::quoteIdent(fact->id.name) + QStringLiteral(" ON ");
        const qsizetype at = index->definition.indexOf(before);
        if (at < 0)
            return false;
        index->definition.replace(at, before.size(), QStringLiteral(" %1 ON ").arg(name));
        fact->id.name = name;
        return true;
    }

    /// The copy is made before anything is taken down for the swap.
    [[nodiscard]] QString whyNotOrder() const
    {
        for (const int before : neededBy(m_action)) {
            const ObjectId &object = m_plan.actions[std::size_t(before)].object;
            if (object.kind == Kind::MaterializedView)
                m_copy->filledAnew << schema::displayName(object);
        }
        m_copy->filledAnew.sort();
        for (const int need : m_action.needs) {
            const Action &action = m_plan.actions[std::size_t(need)];
            if (action.isRebuild || std::find(m_folded.begin(), m_folded.end(), need) != m_folded.end())
                continue;
            for (const int earlier : neededBy(action)) {
                if (m_plan.actions[std::size_t(earlier)].isRebuild)
                    return QStringLiteral(
                               "\"%1\" has to come first, and something would be missing meanwhile.")
                        .arg(action.title);
            }
        }
        return {};
    }

    const PlainPlan &m_plan;
    const int m_at;
    const Action &m_action;
    const ChangeType &m_change;
    const Context &m_context;
    const schema::Catalog &m_current;
    const schema::Catalog &m_target;
    const ObjectId m_table;
    schema::CatalogPtr m_copies; ///< Current with the column under its copy's name.
    schema::CatalogPtr m_asides;
    std::shared_ptr<ColumnCopy> m_copy;
    std::vector<int> m_folded;
};

} // namespace

TypeCopy typeCopy(const PlainPlan &plan, int change, const Context &context)
{
    return CopyFinder(plan, change, context).find();
}

} // namespace lockstep::plan
