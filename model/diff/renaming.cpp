#include "renaming.h"

#include "attributechange.h"
#include "sqlnames.h"

#include <QSet>

#include <algorithm>

namespace lockstep::diff {

using namespace schema;

namespace {

void replaceIn(QStringList &names, const QString &from, const QString &to)
{
    std::replace(names.begin(), names.end(), from, to);
}

bool isOn(const ObjectId &part, const ObjectId &relation)
{
    return part.schema == relation.schema && part.name == relation.name;
}

/// Only the list of its own columns, or that of the referenced ones.
QString foreignKeyWithColumn(const ConstraintAttributes &key, const QString &text, const ObjectId &owner,
                             const RenameStep &step)
{
    const auto &[from, to] = step;
    const qsizetype middle = text.indexOf(QLatin1String(" REFERENCES "));
    QString own = text.left(middle);
    QString other = text.mid(middle);
    if (isOn(owner, from))
        own = withIdentifier(own, from.sub, to.sub);
    if (key.referencedTable && isOn(*key.referencedTable, from)) {
        const qsizetype list = other.indexOf(QLatin1Char('('));
        other = other.left(list) + withIdentifier(other.mid(list), from.sub, to.sub);
    }
    return own + other;
}

/// The word before every printed name of what is in no schema.
QString keywordBefore(Kind kind)
{
    switch (kind) {
    case Kind::Language: return QStringLiteral("LANGUAGE");
    case Kind::ForeignDataWrapper: return QStringLiteral("WRAPPER");
    case Kind::ForeignServer: return QStringLiteral("SERVER");
    case Kind::EventTrigger: return QStringLiteral("TRIGGER");
    case Kind::Publication: return QStringLiteral("PUBLICATION");
    case Kind::Subscription: return QStringLiteral("SUBSCRIPTION");
    default: return {};
    }
}

/// How the texts of one fact change with a step: of what it renames, and of what names that.
TextChange textChange(const Fact &fact, const RenameStep &step)
{
    const ObjectId from = step.from;
    const ObjectId to = step.to;
    const auto same = [](const QString &sql) { return sql; };
    switch (from.kind) {
    case Kind::Schema: return [=](const QString &sql) { return withSchemaName(sql, from.name, to.name); };
    case Kind::Column:
        if (const auto *key = fact.as<ConstraintAttributes>(); key && key->referencedTable)
            return [=, attributes = *key, owner = fact.id](const QString &sql) {
                return foreignKeyWithColumn(attributes, sql, owner, step);
            };
        return [=](const QString &sql) { return withColumnName(sql, from.schema, from.sub, to.sub); };
    case Kind::EnumLabel: {
        const QString type = qualified(from.schema, from.name);
        const bool isBound = fact.id.kind == Kind::Table; // Bounds are printed without a cast.
        return [=](const QString &sql) {
            const QString bound = QString(sql).replace(quoteLiteral(from.sub), quoteLiteral(to.sub));
            return isBound ? bound : withLabel(sql, type, from.sub, to.sub);
        };
    }
    case Kind::Index:
        return [=](const QString &sql) {
            return withNameAfter(sql, QStringLiteral("INDEX"), from.name, to.name);
        };
    case Kind::Trigger:
        return [=](const QString &sql) {
            return withNameAfter(sql, QStringLiteral("TRIGGER"), from.sub, to.sub);
        };
    case Kind::Rule:
        return
            [=](const QString &sql) { return withNameAfter(sql, QStringLiteral("RULE"), from.sub, to.sub); };
    case Kind::Constraint: // ON CONFLICT ON CONSTRAINT
        if (fact.id.kind != Kind::Rule && !isRoutineKind(fact.id.kind))
            return same;
        return [=](const QString &sql) {
            return withNameAfter(sql, QStringLiteral("CONSTRAINT"), from.sub, to.sub);
        };
    case Kind::Policy:
    case Kind::DomainConstraint: return same;
    default: break;
    }
    // Roles, and the publications of another server, may have the same name.
    if (const QString keyword = keywordBefore(from.kind); !keyword.isEmpty())
        return [=](const QString &sql) { return withNameAfter(sql, keyword, from.name, to.name); };
    return [=](const QString &sql) {
        return withQualifiedName(sql, from.schema, from.name, to.schema, to.name);
    };
}

bool namesColumn(const QVector<CompositeField> &fields, const QString &name)
{
    return std::any_of(fields.begin(), fields.end(), [&](const auto &field) { return field.name == name; });
}

/// PostgreSQL keeps the output column name of a view when the column below it is renamed, and the
/// old table name as an alias, so such a view really differs from one written with the new name.
bool keepsOldName(const Fact &fact, const RenameStep &step)
{
    const Kind kind = step.from.kind;
    if (kind == Kind::Table || kind == Kind::View || kind == Kind::MaterializedView)
        return isViewKind(fact.id.kind) && changedId(fact.id, step) == fact.id;
    if (kind != Kind::Column)
        return false;
    if (const auto *view = fact.as<ViewAttributes>())
        return namesColumn(view->columns, step.from.sub);
    if (const auto *view = fact.as<MaterializedViewAttributes>())
        return namesColumn(view->columns, step.from.sub);
    return false;
}

/// From PostgreSQL 18 on NOT NULL is a constraint, which keeps its name when table or column get another;
/// that of a domain is one from 17 on.
void keepNotNullName(Fact &fact, const ObjectId &before)
{
    if (auto *domain = std::get_if<DomainAttributes>(&fact.attributes); domain && domain->notNull) {
        const QString name =
            domain->notNullName.isEmpty() ? defaultNotNullName(before.name) : domain->notNullName;
        domain->notNullName = name == defaultNotNullName(fact.id.name) ? QString() : name;
    }
    auto *column = std::get_if<ColumnAttributes>(&fact.attributes);
    if (!column || !column->notNull || !column->inheritedNotNullName.isEmpty() || fact.id == before)
        return;
    const QString name =
        column->notNullName.isEmpty() ? defaultNotNullName(before.name, before.sub) : column->notNullName;
    const bool isDefault = name == defaultNotNullName(fact.id.name, fact.id.sub);
    column->notNullName = isDefault ? QString() : name;
}

/// Names without quotes: key columns, labels, the name of a key's index.
void changeNames(Fact &fact, const RenameStep &step)
{
    const auto &[from, to] = step;
    if (auto *constraint = std::get_if<ConstraintAttributes>(&fact.attributes)) {
        if (from.kind == Kind::Column && isOn(fact.id, from)) {
            replaceIn(constraint->columns, from.sub, to.sub);
            replaceIn(constraint->includedColumns, from.sub, to.sub);
        }
        if (from.kind == Kind::Column && constraint->referencedTable
            && isOn(*constraint->referencedTable, from))
            replaceIn(constraint->referencedColumns, from.sub, to.sub);
        const bool isIt = from.kind == Kind::Constraint && fact.id == to;
        if (isIt && constraint->indexName == from.sub)
            constraint->indexName = to.sub;
    } else if (auto *table = std::get_if<TableAttributes>(&fact.attributes)) {
        const bool ofKey = from.kind == Kind::Constraint && isOn(fact.id, from);
        const bool ofIndex = from.kind == Kind::Index && fact.id.schema == from.schema;
        if ((ofKey || ofIndex) && table->replicaIdentityIndex == (ofKey ? from.sub : from.name))
            table->replicaIdentityIndex = ofKey ? to.sub : to.name;
    } else if (auto *labels = std::get_if<EnumAttributes>(&fact.attributes)) {
        if (from.kind == Kind::EnumLabel && fact.id == from.parent())
            replaceIn(labels->labels, from.sub, to.sub);
    } else if (auto *extension = std::get_if<ExtensionAttributes>(&fact.attributes)) {
        if (from.kind == Kind::Schema && extension->schema == from.name)
            extension->schema = to.name;
    }
}

bool isChildOf(const Fact &fact, const ObjectId &parent)
{
    const auto *table = fact.as<TableAttributes>();
    return table && (table->partitionOf == parent || table->inherits.contains(parent));
}

/// Carries out steps on a copy of the facts.
class StepRunner
{
public:
    explicit StepRunner(const Catalog &catalog)
        : m_catalog(catalog)
        , m_facts(catalog.facts())
        , m_keptAt(m_facts.size(), -1)
    { }

    void run(const RenameStep &step, int number)
    {
        const QVector<RenameStep> following = implied(step);
        runOne(step, number);
        m_done.append(step);
        for (const RenameStep &other : following)
            run(other, number);
    }
    [[nodiscard]] std::vector<Fact> &facts() { return m_facts; }
    [[nodiscard]] const QVector<RenameStep> &done() const { return m_done; }
    /// By fact: the first step that it has to go for, -1 where it stays.
    [[nodiscard]] const std::vector<int> &keptAt() const { return m_keptAt; }

private:
    /// What PostgreSQL renames along: inherited parts in children, indexes and owned sequences of a
    /// table that moves to another schema.
    [[nodiscard]] QVector<RenameStep> implied(const RenameStep &step) const
    {
        const auto &[from, to] = step;
        QVector<RenameStep> steps;
        const bool isInherited = from.kind == Kind::Column || from.kind == Kind::Constraint
                                 || (from.kind == Kind::Trigger && m_catalog.serverVersion() >= 150000);
        const bool moves =
            (from.kind == Kind::Table || from.kind == Kind::MaterializedView) && from.schema != to.schema;
        if (!isInherited && !moves)
            return steps;
        const ObjectId table = objectId(Kind::Table, from.schema, from.name);
        for (const Fact &fact : m_facts) {
            ObjectId old = fact.id;
            if (isInherited && isChildOf(fact, table)) {
                old = subId(from.kind, old.schema, old.name, from.sub);
                ObjectId fresh = old;
                fresh.sub = to.sub;
                if (isInheritedPart(old))
                    steps.append({ old, fresh });
            } else if (moves && belongsTo(fact, from)) {
                ObjectId fresh = old;
                fresh.schema = to.schema;
                steps.append({ old, fresh });
            }
        }
        return steps;
    }
    [[nodiscard]] static bool belongsTo(const Fact &fact, const ObjectId &relation)
    {
        if (const auto *index = fact.as<IndexAttributes>())
            return index->table == relation;
        const auto *sequence = fact.as<SequenceAttributes>();
        return sequence && sequence->ownedBy && isOn(*sequence->ownedBy, relation);
    }
    /// Keys of partitions have names of their own.
    [[nodiscard]] bool isInheritedPart(const ObjectId &id) const
    {
        if (id.kind != Kind::Constraint)
            return true;
        const auto found =
            std::find_if(m_facts.begin(), m_facts.end(), [&](const Fact &fact) { return fact.id == id; });
        return found != m_facts.end() && found->as<ConstraintAttributes>()->type == ConstraintType::Check;
    }

    /// The facts whose texts may name what is renamed.
    [[nodiscard]] std::vector<char> touchedBy(const RenameStep &step) const
    {
        const ObjectId &from = step.from;
        std::vector<char> touched(m_facts.size(), from.kind == Kind::Schema);
        const ObjectId whole = from.kind == Kind::EnumLabel ? from.parent() : from;
        for (int i = 0; i < int(m_facts.size()); ++i) {
            const ObjectId &id = m_facts[size_t(i)].id;
            if (changedId(id, step) == id && id != whole)
                continue;
            touched[size_t(i)] = 1;
            for (int dependant : m_catalog.neededBy(i))
                touched[size_t(dependant)] = 1;
        }
        QSet<QPair<QString, QString>> users; // Tables with a column of the enum: bounds name labels too.
        for (size_t i = 0; i < m_facts.size(); ++i) {
            const ObjectId &id = m_facts[i].id;
            if (from.kind == Kind::EnumLabel && touched[i] && id.kind == Kind::Column)
                users.insert({ id.schema, id.name });
            else if (from.kind != Kind::EnumLabel && !from.schema.isEmpty() && isOn(id, from))
                touched[i] = 1; // Outside schemas, equal names of several kinds say nothing.
        }
        for (size_t i = 0; i < m_facts.size() && !users.isEmpty(); ++i) {
            const ObjectId &id = m_facts[i].id;
            if (id.kind == Kind::Table && users.contains({ id.schema, id.name }))
                touched[i] = 1;
        }
        return touched;
    }

    /// What keeps the old name in its text, and the views and routines built on that, which go with it.
    [[nodiscard]] std::vector<char> keepers(const RenameStep &step, const std::vector<char> &touched) const
    {
        std::vector<char> keeps(m_facts.size(), 0);
        std::vector<int> open;
        for (int i = 0; i < int(m_facts.size()); ++i) {
            if (touched[size_t(i)] && keepsOldName(m_facts[size_t(i)], step))
                open.push_back(i);
        }
        while (!open.empty()) {
            const int index = open.back();
            open.pop_back();
            if (keeps[size_t(index)])
                continue;
            keeps[size_t(index)] = 1;
            for (int user : m_catalog.neededBy(index)) {
                const ObjectId &id = m_facts[size_t(user)].id;
                if ((isViewKind(id.kind) || isRoutineKind(id.kind)) && changedId(id, step) == id)
                    open.push_back(user);
            }
        }
        return keeps;
    }

    void runOne(const RenameStep &step, int number)
    {
        const std::vector<char> touched = touchedBy(step);
        const std::vector<char> keeps = keepers(step, touched);
        const TextChange same = [](const QString &sql) { return sql; };
        const IdChange ids = [&](const ObjectId &id) { return changedId(id, step); };
        for (size_t i = 0; i < m_facts.size(); ++i) {
            Fact &fact = m_facts[i];
            const ObjectId before = fact.id;
            if (keeps[i] && m_keptAt[i] < 0)
                m_keptAt[i] = number;
            // What went for an earlier step is not there to be changed by this one.
            const bool changesText = touched[i] && m_keptAt[i] < 0;
            const TextChange text = changesText ? textChange(fact, step) : same;
            fact.id = changedId(before, step);
            if (m_catalog.serverVersion() >= (fact.id.kind == Kind::Domain ? 170000 : 180000))
                keepNotNullName(fact, before);
            changeNames(fact, step);
            changeAttributes(fact.attributes, { text, hasSub(step.from.kind) ? same : text, ids });
        }
    }

    const Catalog &m_catalog;
    std::vector<Fact> m_facts;
    std::vector<int> m_keptAt;
    QVector<RenameStep> m_done;
};

} // namespace

Renaming::Renaming(const CatalogPtr &current, const QVector<RenameDecision> &decisions)
    : m_steps(renameSteps(*current, decisions))
    , m_catalog(current)
{
    if (m_steps.isEmpty())
        return;
    StepRunner runner(*current);
    for (int i = 0; i < m_steps.size(); ++i)
        runner.run(m_steps[i], i);
    m_allSteps = runner.done();
    std::vector<Dependency> edges;
    const auto &before = current->facts();
    for (int i = 0; i < int(before.size()); ++i) {
        for (int needed : current->needs(i))
            edges.push_back({ i, needed });
        const Fact &after = runner.facts()[size_t(i)];
        if (after.id != before[size_t(i)].id)
            m_original.insert(after.id, before[size_t(i)].id);
        if (runner.keptAt()[size_t(i)] >= 0)
            m_gone.insert(after.id, runner.keptAt()[size_t(i)]);
        else if (after.id != before[size_t(i)].id || after.attributes != before[size_t(i)].attributes)
            m_changed.insert(after.id);
    }
    m_catalog = std::make_shared<const Catalog>(current->serverVersion(), std::move(runner.facts()),
                                                std::move(edges), current->unmodelled());
}

} // namespace lockstep::diff
