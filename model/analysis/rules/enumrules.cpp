#include "enumrules.h"

#include <algorithm>

namespace lockstep::analysis::rules {

Verdicts enumType(const StatementInput &in)
{
    const auto *create = in.statement.as<sql::CreateType>();
    if (!create || !create->isEnum)
        return {};
    return { { plan::Severity::Info,
               QStringLiteral(
                   "Labels of an enum can be added and renamed, but neither removed nor moved without "
                   "rewriting every column of it. A table of values with a foreign key can change.") } };
}

Verdicts enumLabelWithoutPosition(const StatementInput &in)
{
    const auto *alter = in.statement.as<sql::AlterEnum>();
    if (!alter || !alter->oldLabel.isEmpty() || !alter->neighbor.isEmpty())
        return {};
    return { { plan::Severity::Info,
               QStringLiteral(
                   "%1 is sorted behind all other labels, for good. Say BEFORE or AFTER which one it "
                   "belongs.")
                   .arg(schema::quoteLiteral(alter->newLabel)) } };
}

Verdicts newEnumLabelUsed(const StatementInput &in)
{
    const auto makesType = [](const QString &sql) {
        return sql.contains(QLatin1String("CREATE TYPE"), Qt::CaseInsensitive);
    };
    const QStringList &all = in.scene.together;
    // Labels of a type that the same transaction makes can be used.
    if (in.transaction.newLabels.isEmpty() || std::any_of(all.begin(), all.end(), makesType))
        return {};
    // One label may stand next to another; a comment or the name of an object is none.
    if (in.statement.as<sql::AlterEnum>() || in.statement.as<sql::Comment>())
        return {};
    QStringList labels(in.transaction.newLabels.begin(), in.transaction.newLabels.end());
    labels.sort();
    for (const QString &label : labels) {
        if (in.sql.contains(schema::quoteLiteral(label)))
            return { { plan::Severity::Warning,
                       QStringLiteral(
                           "%1 was added to its enum in this same transaction, and PostgreSQL refuses "
                           "a new label until that has committed. If this means the label, it fails.")
                           .arg(schema::quoteLiteral(label)) } };
    }
    return {};
}

Verdicts enumLabelRenamed(const StatementInput &in)
{
    const auto *alter = in.statement.as<sql::AlterEnum>();
    if (!alter || alter->oldLabel.isEmpty())
        return {};
    return { { plan::Severity::Warning,
               QStringLiteral(
                   "Running code that still says %1 fails from the moment this commits. Add the new "
                   "label, let both be written, move the rows, and leave the old label alone.")
                   .arg(schema::quoteLiteral(alter->oldLabel)) } };
}

} // namespace lockstep::analysis::rules
