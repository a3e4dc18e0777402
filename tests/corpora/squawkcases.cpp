#include "squawkcases.h"

#include <model/base/sqlscript.h>
#include <tests/support/postgrestest.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lockstep::testing {

namespace {

/// Its rules, and ours that say the same.
QHash<QString, QStringList> squawkRules()
{
    static constexpr const char *pairs[][2] = {
        { "adding-field-with-default", "add-column-rewrite" },
        { "adding-foreign-key-constraint", "add-foreign-key-validated add-column-references" },
        { "adding-not-nullable-field", "set-not-null-scan" },
        { "adding-required-field", "add-column-not-null-without-default" },
        { "adding-serial-primary-key-field", "add-unique-blocking" },
        { "ban-alter-domain-with-add-constraint", "domain-constraint-scan" },
        { "ban-char-field", "padded-text" },
        { "ban-concurrent-index-creation-in-transaction", "concurrently-in-transaction" },
        { "ban-create-domain-with-constraint", "domain-with-constraint" },
        { "ban-drop-column", "drop-column" },
        { "ban-drop-table", "drop-table" },
        { "ban-duplicate-column-assignments", "duplicate-column" },
        { "ban-truncate-cascade", "truncate-cascade" },
        { "ban-uncommitted-transaction", "transaction-never-committed" },
        { "constraint-missing-not-valid",
          "add-check-validated add-foreign-key-validated validate-in-same-transaction" },
        { "disallowed-unique-constraint", "add-unique-blocking" },
        { "identifier-too-long", "identifier-too-long" },
        { "prefer-bigint-over-int", "integer-column" },
        { "prefer-bigint-over-smallint", "smallint-column" },
        { "prefer-identity", "serial-column" },
        { "prefer-repack", "rewrite-under-lock rewrites-whole-database" },
        { "prefer-robust-stmts", "not-rerunnable" },
        { "prefer-text-field", "limited-text" },
        { "prefer-timestamp-tz", "timestamp-without-zone" },
        { "renaming-column", "rename-breaks-code" },
        { "require-concurrent-index-deletion", "drop-index-blocking" },
        { "require-concurrent-partition-detach", "detach-blocking" },
        { "require-concurrent-reindex", "reindex-blocking" },
        { "require-enum-value-ordering", "enum-label-without-position" },
        { "require-lock-timeout", "lock-timeout-missing" },
        { "require-statement-timeout", "statement-timeout-missing" },
        { "require-table-schema", "unqualified-name" },
        { "transaction-nesting", "transaction-nesting" },
    };
    QHash<QString, QStringList> rules;
    for (const auto &pair : pairs)
        rules.insert(QLatin1String(pair[0]), QString::fromLatin1(pair[1]).split(QLatin1Char(' ')));
    return rules;
}

/// The rules that were on when the test ran.
QStringList rulesAsked(const QString &rule)
{
    if (rule == QLatin1String("require-timeout-settings"))
        return { QStringLiteral("require-lock-timeout"), QStringLiteral("require-statement-timeout") };
    return { rule };
}

/// The statement of a line, from 0.
int statementAt(const QVector<base::ScriptStatement> &statements, int line)
{
    int found = 0;
    for (int i = 0; i < statements.size(); ++i) {
        if (statements[i].line <= line)
            found = i;
    }
    return found;
}

/// Where it finds something it must be at these statements only.
void addFound(const QString &rule, const QJsonArray &violations, const QString &text, LintCase *result)
{
    const QVector<base::ScriptStatement> statements = base::splitScript(text);
    QSet<int> spoken;
    for (const QJsonValue &violation : violations) {
        if (violation[QLatin1String("rule")].toString() == rule)
            spoken.insert(statementAt(statements, violation[QLatin1String("line")].toInt()));
    }
    for (int i = 0; i < statements.size(); ++i)
        result->expectations.append({ QStringLiteral("lint"), 0, i, rule, spoken.contains(i) });
}

/// Where two rules were on, the mended text tells which of them spoke.
bool isMended(const QString &rule, const QString &text, const QString &mended)
{
    const QString timeout = QString(rule).remove(QLatin1String("require-")).replace(u'-', u'_');
    return !timeout.endsWith(QLatin1String("_timeout")) || mended.count(timeout) > text.count(timeout);
}

LintCase readSquawkCase(const QString &name, const QJsonObject &facts, const QString &text)
{
    LintCase result;
    result.name = name;
    result.files = { { name + QLatin1String(".sql"), text } };
    result.before = { 0 };
    const QJsonValue settings = facts[QLatin1String("settings")];
    const int major = settings[QLatin1String("pg_version")].toString().toInt();
    result.options.serverVersion = major > 0 ? major * 10000 : 0;
    result.options.settings.enablesAll = true;
    result.options.settings.inTransaction = settings[QLatin1String("assume_in_transaction")].toBool();
    // What it says in a comment ours says in the settings.
    if (text.contains(QLatin1String("squawk-disable-assume-in-transaction")))
        result.options.settings.inTransaction = false;
    const QString outcome = facts[QLatin1String("outcome")].toString();
    const QString fixedText = facts[QLatin1String("fixed_sql")].toString();
    for (const QString &rule : rulesAsked(facts[QLatin1String("rule")].toString())) {
        if (outcome == QLatin1String("violation"))
            addFound(rule, facts[QLatin1String("violations")].toArray(), text, &result);
        else
            result.expectations.append(
                { QStringLiteral("lint"), 0, -1, rule,
                  outcome == QLatin1String("fix") && isMended(rule, text, fixedText) });
    }
    return result;
}

} // namespace

LintTool squawk()
{
    LintTool tool;
    tool.name = QStringLiteral("squawk");
    tool.rules = squawkRules();
    const QString folder = corporaDirectory() + QStringLiteral("/lint/squawk/");
    QFile file(folder + QStringLiteral("expected.json"));
    if (corporaDirectory().isEmpty() || !file.open(QIODevice::ReadOnly))
        return tool;
    const QJsonObject cases =
        QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("cases")).toObject();
    for (auto it = cases.begin(); it != cases.end(); ++it) {
        QFile script(folder + it.key() + QStringLiteral(".sql"));
        if (script.open(QIODevice::ReadOnly))
            tool.cases.append(readSquawkCase(it.key(), it->toObject(), QString::fromUtf8(script.readAll())));
    }
    return tool;
}

} // namespace lockstep::testing
