#include "altertablefix.h"

#include "../typechange.h"
#include "columnfix.h"

#include <model/base/result.h>
#include <model/schema/objectid.h>

#include <algorithm>

namespace lockstep::analysis::lint {

namespace {

constexpr int versionOfDetachConcurrently = 140000;

/// Rewrites the parts of one ALTER TABLE.
class AlterTableFixer
{
public:
    AlterTableFixer(const sql::AlterTable &alter, const sql::TokenText &text, const FixInput &input)
        : m_alter(alter)
        , m_text(text)
        , m_input(input)
        , m_table(input.state.resolve(alter.relation))
    { }
    QStringList run();

private:
    [[nodiscard]] QStringList fixOf(const sql::SubcommandDetail &detail, QPair<int, int> range) const;
    [[nodiscard]] QStringList addConstraint(const sql::ConstraintClause &clause, QPair<int, int> range) const;
    [[nodiscard]] QStringList detach(const sql::DetachPartition &detach) const;
    [[nodiscard]] ConstraintFixes constraints() const { return { m_input, m_table, m_written }; }

    const sql::AlterTable &m_alter;
    const sql::TokenText &m_text;
    const FixInput &m_input;
    const Key m_table;
    QString m_written; ///< The table as the statement names it.
};

QStringList AlterTableFixer::run()
{
    int name = m_text.find("table") + 1;
    const int start = name;
    if (m_text.is(name, "if"))
        name += 2;
    if (m_text.is(name, "only"))
        ++name;
    int commands = m_text.afterName(name);
    m_written = m_text.text(name, commands);
    if (m_text.is(commands, "*"))
        ++commands;
    const QVector<QPair<int, int>> ranges = m_text.split(commands, m_text.size());
    const bool isTable = m_alter.kind == sql::ObjectKind::Table && start > 0;
    // What ONLY spares the children, the statements here would bring them.
    const RelationState *table = m_input.state.find(m_table);
    const bool sparesChildren = m_alter.relation.only && table && !table->children.isEmpty();
    if (!isTable || sparesChildren || ranges.size() != qsizetype(m_alter.commands.size())
        || m_input.state.isNew(m_table))
        return {};
    QStringList result;
    QStringList together;
    bool changed = false;
    const auto flush = [&] {
        if (!together.isEmpty())
            result.append(m_text.text(0, commands) + QLatin1Char(' ') + together.join(QStringLiteral(", ")));
        together.clear();
    };
    for (qsizetype i = 0; i < ranges.size(); ++i) {
        const QStringList fix = fixOf(m_alter.commands.at(size_t(i)).detail, ranges.at(i));
        if (fix.isEmpty()) {
            together.append(m_text.text(ranges.at(i).first, ranges.at(i).second));
            continue;
        }
        flush();
        result.append(fix);
        changed = true;
    }
    flush();
    return changed ? result : QStringList();
}

QStringList AlterTableFixer::fixOf(const sql::SubcommandDetail &detail, QPair<int, int> range) const
{
    return std::visit(
        base::Overloaded{ [&](const sql::SetNotNull &set) { return constraints().notNull(set.column); },
                          [&](const sql::AddConstraint &add) { return addConstraint(add.constraint, range); },
                          [&](const sql::AddColumn &add) {
                              return addColumnFix(add, m_text, range, { m_input, constraints(), m_written });
                          },
                          [&](const sql::DetachPartition &found) { return detach(found); },
                          [](const auto &) { return QStringList(); } },
        detail);
}

QStringList AlterTableFixer::addConstraint(const sql::ConstraintClause &clause, QPair<int, int> range) const
{
    int body = range.first + 1;
    if (m_text.is(body, "constraint"))
        body += 2;
    return constraints().add(clause, m_text.text(body, range.second));
}

QStringList AlterTableFixer::detach(const sql::DetachPartition &detach) const
{
    const bool hasDefault = !m_input.state.defaultPartition(m_table).second.isEmpty();
    if (detach.concurrently || detach.finalize || hasDefault
        || m_input.serverVersion < versionOfDetachConcurrently)
        return {};
    return { m_text.text(0, m_text.size()) + QStringLiteral(" CONCURRENTLY") };
}

} // namespace

QStringList alterTableFix(const sql::AlterTable &alter, const sql::TokenText &text, const FixInput &input)
{
    return AlterTableFixer(alter, text, input).run();
}

} // namespace lockstep::analysis::lint
