#include "eugenecases.h"

#include <tests/support/postgrestest.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace lockstep::testing {

namespace {

const QHash<QString, QStringList> &eugeneRules()
{
    static const auto list = [](const char *names) {
        return QString::fromLatin1(names).split(QLatin1Char(' '));
    };
    static const QHash<QString, QStringList> rules = {
        { QStringLiteral("E1"),
          list("add-check-validated add-foreign-key-validated add-column-inline-constraint") },
        { QStringLiteral("E2"), list("set-not-null-scan") },
        { QStringLiteral("E3"), list("json-column") },
        { QStringLiteral("E4"), list("work-under-lock") },
        { QStringLiteral("E5"), list("alter-type-rewrite") },
        { QStringLiteral("E6"), list("create-index-blocking") },
        { QStringLiteral("E7"), list("add-unique-blocking") },
        { QStringLiteral("E8"), list("add-exclude-blocking") },
        { QStringLiteral("E9"), list("lock-timeout-missing") },
        { QStringLiteral("E10"), list("alter-type-rewrite add-column-rewrite rewrite-under-lock") },
        { QStringLiteral("E11"), list("add-column-rewrite") },
        { QStringLiteral("E15"), list("foreign-key-without-index") },
        { QStringLiteral("W12"), list("combine-alter-table") },
        { QStringLiteral("W13"), list("enum-type") },
        { QStringLiteral("W14"), list("add-primary-key-nullable") },
    };
    return rules;
}

/// What each of its two ways can find at all.
QStringList known(const QString &source)
{
    const QString all = source == QLatin1String("lint")
                            ? QStringLiteral("E1 E2 E3 E4 E5 E6 E7 E8 E9 E11 W12 W13 W14")
                            : QStringLiteral("E1 E2 E3 E4 E5 E6 E7 E8 E9 E10 E15");
    return all.split(QLatin1Char(' '));
}

/// "-- eugene: ignore E5, E4" within the statement.
QStringList ignored(const QString &sql)
{
    static const QRegularExpression comment(QStringLiteral("-- eugene: ignore ([A-Z0-9, ]+)"));
    QStringList rules;
    for (const QString &rule : comment.match(sql).captured(1).split(QLatin1Char(',')))
        rules.append(rule.trimmed());
    return rules;
}

/// "-- 2.sql" starts the next script of a history.
QVector<analysis::lint::ScriptFile> scriptsOf(const QString &text)
{
    static const QRegularExpression start(QStringLiteral("^-- (\\d+\\.sql)$"),
                                          QRegularExpression::MultilineOption);
    QVector<analysis::lint::ScriptFile> files;
    auto matches = start.globalMatch(text);
    if (!matches.hasNext())
        return { { QStringLiteral("1.sql"), text } };
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype end = matches.hasNext() ? matches.peekNext().capturedStart() : text.size();
        files.append({ match.captured(1), text.mid(match.capturedStart(), end - match.capturedStart()) });
    }
    return files;
}

/// "AccessExclusiveLock"
plan::LockMode modeOf(QString name)
{
    static const QRegularExpression border(QStringLiteral("(?<=[a-z])(?=[A-Z])"));
    name.chop(qsizetype(qstrlen("Lock")));
    name = name.replace(border, QStringLiteral(" ")).toUpper();
    for (int i = 0; i <= int(plan::LockMode::AccessExclusive); ++i) {
        if (plan::name(plan::LockMode(i)) == name)
            return plan::LockMode(i);
    }
    qFatal("Unknown lock mode: %s", qPrintable(name));
}

/// Statement by statement, what it says and what it does not.
void addReport(const QString &source, const QJsonArray &statements, LintCase *result)
{
    for (const QJsonValue &value : statements) {
        const QJsonObject statement = value.toObject();
        const QString name = statement[QLatin1String("script")].toString().section(QLatin1Char('/'), -1);
        LintExpectation expectation;
        expectation.source = source;
        expectation.statement = statement[QLatin1String("statement")].toInt() - 1;
        for (int i = 0; i < result->files.size(); ++i) {
            if (result->files[i].name == name)
                expectation.file = i;
        }
        const QVariantList rules = statement[QLatin1String("rules")].toArray().toVariantList();
        const QStringList comments = ignored(statement[QLatin1String("sql")].toString());
        for (const QString &rule : known(source)) {
            if (comments.contains(rule))
                continue;
            expectation.rule = rule;
            expectation.speaks = rules.contains(rule);
            result->expectations.append(expectation);
        }
        for (const QJsonValue &lock : statement[QLatin1String("new_locks")].toArray()) {
            LintExpectation held = expectation;
            held.rule.clear();
            held.relation = lock[QLatin1String("schema")].toString() + QLatin1Char('.')
                            + lock[QLatin1String("rel")].toString();
            held.lock = modeOf(lock[QLatin1String("mode")].toString());
            result->expectations.append(held);
        }
    }
}

/// What the tests name, anywhere in the script or at one statement.
void addNamed(const QJsonObject &facts, const QString &source, LintCase *result)
{
    for (const bool speaks : { true, false }) {
        const QLatin1String key(speaks ? "must_fire" : "must_not_fire");
        for (const QJsonValue &rule : facts[key].toArray())
            result->expectations.append({ source, 0, -1, rule.toString(), speaks });
        const QLatin1String at(speaks ? "must_fire_at" : "must_not_fire_at");
        for (const QJsonValue &one : facts[at].toArray())
            result->expectations.append({ source,
                                          0,
                                          one[QLatin1String("statement")].toInt() - 1,
                                          one[QLatin1String("rule")].toString(),
                                          speaks,
                                          {} });
    }
}

/// It runs a script in one transaction, and those with CONCURRENTLY without.
void putIntoTransactions(LintCase *result)
{
    for (analysis::lint::ScriptFile &file : result->files) {
        const bool isAlone = file.text.contains(QLatin1String("concurrently"));
        if (!isAlone)
            file.text = QStringLiteral("begin;\n%1\n;commit;\n").arg(file.text);
        result->before.append(isAlone ? 0 : 1);
    }
}

LintCase readCase(const QString &name, const QJsonObject &facts, const QString &text)
{
    LintCase result;
    result.name = name;
    result.files = scriptsOf(text);
    const bool isHistory = facts.contains(QLatin1String("lint_statements"));
    result.options.settings.enablesAll = true;
    result.options.knowsSchema = isHistory;
    result.options.serverVersion = 150000;
    if (isHistory) {
        addReport(QStringLiteral("lint"), facts[QLatin1String("lint_statements")].toArray(), &result);
        addReport(QStringLiteral("trace"), facts[QLatin1String("trace_statements")].toArray(), &result);
    } else {
        addNamed(facts, facts[QLatin1String("mode")].toString(QStringLiteral("lint")), &result);
    }
    putIntoTransactions(&result);
    return result;
}

} // namespace

LintTool eugene()
{
    LintTool tool;
    tool.name = QStringLiteral("eugene");
    tool.rules = eugeneRules();
    const QString folder = corporaDirectory() + QStringLiteral("/lint/eugene/");
    QFile expected(folder + QStringLiteral("expected.json"));
    if (corporaDirectory().isEmpty() || !expected.open(QIODevice::ReadOnly))
        return tool;
    const QJsonObject cases =
        QJsonDocument::fromJson(expected.readAll()).object()[QLatin1String("cases")].toObject();
    for (auto it = cases.begin(); it != cases.end(); ++it) {
        QFile script(folder + it.key() + QStringLiteral(".sql"));
        if (script.open(QIODevice::ReadOnly))
            tool.cases.append(readCase(it.key(), it.value().toObject(), QString::fromUtf8(script.readAll())));
    }
    return tool;
}

} // namespace lockstep::testing
