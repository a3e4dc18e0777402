#pragma once

#include <model/plan/step.h>
#include <model/schema/catalog.h>

#include <QStringList>
#include <QVector>

/// Cases of rules, kept as text: tests/data/lint/<rule>.sql.
namespace lockstep::testing {

/// A piece of script and the rules that must, or must not, have something to say about it. In the file:
/// `-- schema:` starts SQL that is there before, beside that of schema.sql;
/// `-- fires: a-rule[, another]` and `-- quiet: a-rule` start a case; `-- fires: a-rule warning` also asks
/// for the severity. Within a case `-- server: 18` names the server's major version (15 if not said) and
/// `-- says: text` a part of the message.
struct RuleCase
{
    QString file; ///< Without its directory and end: the rule it is about.
    QString schema;
    QStringList fires; ///< "rule" or "rule severity".
    QStringList quiet;
    QString says;
    int server = 15;
    QString sql;
    int line = 1;

    [[nodiscard]] QString name() const;
};

/// All of tests/data/lint.
[[nodiscard]] QVector<RuleCase> readRuleCases();

struct SizedTable
{
    const char *name; ///< Of schema public.
    qint64 rows;
    qint64 bytes;
};
/// What all rules, also those that speak on request only, find in a script which sees the schema as
/// `catalog` has it. Tables that are not among `sizes` have an unknown size.
[[nodiscard]] QVector<plan::Finding> findingsOf(const QString &sql, const schema::CatalogPtr &catalog,
                                                int majorVersion, const QVector<SizedTable> &sizes);

} // namespace lockstep::testing
