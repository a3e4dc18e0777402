#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

/// Cases of rules, kept as text: tests/data/lint/<rule>.sql.
namespace lockstep::testing {

/// A piece of script and the rules that must, or must not, have something to say about it. In the file:
/// `-- schema:` starts SQL that is there before, beside that of schema.sql;
/// `-- fires: a-rule[, another]` and `-- quiet: a-rule` start a case; `-- fires: a-rule warning` also asks
/// for the severity. Within a case `-- server: 14.2` names the server's version (15 if not said), `-- blind:`
/// leaves the schema unknown and `-- says: text` is a part of the message.
struct RuleCase
{
    QString file; ///< Without its directory and end: the rule it is about.
    QString schema;
    QStringList fires; ///< "rule" or "rule severity".
    QStringList quiet;
    QString says;
    int server = 150000;
    bool knowsSchema = true;
    QString sql;
    int line = 1;

    [[nodiscard]] QString name() const;
};

/// All of tests/data/lint.
[[nodiscard]] QVector<RuleCase> readRuleCases();

} // namespace lockstep::testing
