#pragma once

#include <model/analysis/analysis.h>

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

/// What the rules find in a script, which sees the schema as `catalog` has it.
[[nodiscard]] QVector<plan::Finding> findingsOf(const QString &sql, const schema::CatalogPtr &catalog,
                                                const analysis::AnalysisOptions &options);

} // namespace lockstep::testing
