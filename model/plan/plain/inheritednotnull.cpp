#include "inheritednotnull.h"

#include "ddl.h"
#include "tableddl.h"

namespace lockstep::plan::plain {

using namespace schema;

namespace {

QString renameNotNull(const Fact &from, const Fact &to)
{
    return ddl::alterTable(to.id,
                           QStringLiteral("RENAME CONSTRAINT %1 TO %2")
                               .arg(quoteIdent(ddl::notNullName(from)), quoteIdent(ddl::notNullName(to))));
}

QString alterInheritance(const Fact &column, const QString &change)
{
    return ddl::alterTable(
        column.id,
        QStringLiteral("ALTER CONSTRAINT %1 %2").arg(quoteIdent(ddl::notNullName(column)), change));
}

} // namespace

bool handsNotNullDown(const Fact &column)
{
    const auto &attributes = *column.as<ColumnAttributes>();
    return attributes.notNull && !attributes.notNullNoInherit;
}

InheritedNotNull::InheritedNotNull(const NodeInput &input, bool back)
    : m_in(input)
    , m_back(back)
    , m_areConstraints(input.sides.current.catalog->serverVersion() >= 180000)
{ }

std::vector<InheritedNotNull::Child> InheritedNotNull::childrenOf(int targetColumn) const
{
    const Side &current = m_in.sides.current;
    const Side &target = m_in.sides.target;
    const int parentBefore = m_in.sides.currentOf[size_t(targetColumn)];
    std::vector<Child> children;
    for (int child : target.neededBy[size_t(targetColumn)]) {
        if (target.fact(child).id.kind != Kind::Column || m_in.fates.comes(child)
            || inheritedFrom(*target.catalog, child) != targetColumn)
            continue;
        const int before = m_in.sides.currentOf[size_t(child)];
        if (before < 0 || inheritedFrom(*current.catalog, before) != parentBefore)
            continue;
        const auto *table = target.catalog->attributes<TableAttributes>(ddl::tableOf(target.fact(child).id));
        const Fact *a = &current.fact(before);
        const Fact *b = &target.fact(child);
        children.push_back({ child, m_back ? b : a, m_back ? a : b, table && table->partitionOf });
    }
    return children;
}

QStringList InheritedNotNull::beforeGain(int targetColumn) const
{
    QStringList statements;
    if (!m_areConstraints) // The child's own NOT NULL and the parent's are one.
        return statements;
    for (const Child &child : childrenOf(targetColumn))
        statements += beforeGain(child);
    return statements;
}

QStringList InheritedNotNull::beforeGain(const Child &child) const
{
    const auto &from = *child.from->as<ColumnAttributes>();
    const auto &to = *child.to->as<ColumnAttributes>();
    if (!from.inheritedNotNullName.isEmpty() || child.isPartition) // ATTACH makes all names the parent's.
        return handsNotNullDown(*child.from) ? QStringList() : beforeGain(child.index);
    const QStringList below = handsNotNullDown(*child.from) ? QStringList() : beforeGain(child.index);
    if (from.notNull && (!to.notNullOwn || from.notNullNoInherit))
        return QStringList{ ddl::dropNotNull(*child.from) } + below
               + (to.notNullOwn ? QStringList{ ddl::setNotNull(*child.to) } : QStringList());
    if (!from.notNull)
        return below + (to.notNullOwn ? QStringList{ ddl::setNotNull(*child.to) } : QStringList());
    const bool isRenamed = ddl::notNullName(*child.from) != ddl::notNullName(*child.to);
    return below + (isRenamed ? QStringList{ renameNotNull(*child.from, *child.to) } : QStringList());
}

QStringList InheritedNotNull::afterLoss(int targetColumn, NotNullLoss loss) const
{
    QStringList statements;
    for (const Child &child : childrenOf(targetColumn))
        statements += afterLoss(child, loss);
    return statements;
}

QStringList InheritedNotNull::afterLoss(const Child &child, NotNullLoss loss) const
{
    const auto &from = *child.from->as<ColumnAttributes>();
    const auto &to = *child.to->as<ColumnAttributes>();
    if (to.notNull && !to.inheritedNotNullName.isEmpty() && !child.isPartition) // From another parent.
        return {};
    const bool stays =
        m_areConstraints && from.notNull && (loss == NotNullLoss::NotInherited || from.notNullOwn);
    if (!to.notNull) {
        // The key of a partition makes the NOT NULL it inherited its own as well.
        const bool mayStay = stays || (m_areConstraints && child.isPartition);
        return (mayStay ? QStringList{ ddl::dropNotNull(*child.from) } : QStringList())
               + afterLoss(child.index, NotNullLoss::Dropped);
    }
    if (!stays)
        return QStringList{ ddl::setNotNull(*child.to) }
               + (to.notNullNoInherit ? afterLoss(child.index, NotNullLoss::Dropped) : QStringList());
    QStringList statements;
    if (ddl::notNullName(*child.from) != ddl::notNullName(*child.to))
        statements << renameNotNull(*child.from, *child.to);
    if (to.notNullNoInherit)
        statements << alterInheritance(*child.to, QStringLiteral("NO INHERIT"))
                   << afterLoss(child.index, NotNullLoss::NotInherited);
    return statements;
}

QStringList InheritedNotNull::leftToParent(int targetColumn) const
{
    const int parent = inheritedFrom(*m_in.sides.target.catalog, targetColumn);
    const int before = m_in.sides.currentOf[size_t(parent)];
    if (before < 0)
        return {};
    const Fact &above = m_back ? m_in.sides.current.fact(before) : m_in.sides.target.fact(parent);
    if (!above.as<ColumnAttributes>()->inheritedNotNullName.isEmpty())
        return {};
    QStringList statements{ alterInheritance(above, QStringLiteral("NO INHERIT")) };
    for (const Child &child : childrenOf(parent)) {
        if (!child.to->as<ColumnAttributes>()->notNullOwn)
            statements << ddl::dropNotNull(*child.to);
    }
    statements << alterInheritance(above, QStringLiteral("INHERIT"));
    return statements;
}

} // namespace lockstep::plan::plain
