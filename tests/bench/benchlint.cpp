#include "benchdatabase.h"

#include <model/analysis/lint/lint.h>
#include <model/base/sqlscript.h>
#include <model/exporting/lintreport.h>
#include <model/sql/parser.h>

#include <QTextStream>

namespace lockstep::bench {

namespace {

/// What people write into migrations, a table after the other.
const char *const forms[] = {
    "ALTER TABLE app.t%1 ADD COLUMN c%2 integer NOT NULL DEFAULT 0",
    "CREATE INDEX t%1_c%2 ON app.t%1 (a, b) WHERE c > %2",
    "ALTER TABLE app.t%1 ADD CONSTRAINT k%2 FOREIGN KEY (a) REFERENCES app.t1 (id) ON DELETE CASCADE",
    "ALTER TABLE app.t%1 ALTER COLUMN b TYPE varchar(%2), ALTER COLUMN c SET NOT NULL",
    "UPDATE app.t%1 SET b = lower(b) WHERE id IN (SELECT id FROM app.t1 WHERE a = %2)",
    "CREATE OR REPLACE VIEW app.v%1_%2 AS SELECT t.id, t.a FROM app.t%1 t JOIN app.t1 o ON o.id = t.a",
    "ALTER TABLE app.t%1 DROP COLUMN IF EXISTS old%2",
    "CREATE INDEX CONCURRENTLY IF NOT EXISTS t%1_x%2 ON app.t%1 USING btree (lower(b))",
    "INSERT INTO app.t%1 (id, a, b) VALUES (%2, 1, 'x')",
    "COMMENT ON COLUMN app.t%1.b IS 'the %2nd of its kind'",
};

QVector<analysis::lint::ScriptFile> scripts(int statements)
{
    const int tables = qMax(1, statements / 10);
    QString schemaText;
    for (int i = 1; i <= tables; ++i)
        schemaText +=
            QStringLiteral("CREATE TABLE app.t%1 (id bigint PRIMARY KEY, a bigint, b text, c integer);\n")
                .arg(i);
    QString changes;
    for (int i = tables; i < statements; ++i)
        changes += QString::fromLatin1(forms[size_t(i) % std::size(forms)]).arg(i % tables + 1).arg(i)
                   + QLatin1String(";\n");
    return { { QStringLiteral("1.sql"), schemaText }, { QStringLiteral("2.sql"), changes } };
}

int parseAll(const QVector<analysis::lint::ScriptFile> &files)
{
    int parsed = 0;
    for (const analysis::lint::ScriptFile &file : files) {
        for (const base::ScriptStatement &statement : base::splitScript(file.text))
            parsed += sql::parse(statement.sql).has_value() ? 1 : 0;
    }
    return parsed;
}

} // namespace

void measureLint(int statements, int repeats)
{
    const auto files = scripts(statements);
    QTextStream out(stdout);
    resetPeakMemory();
    int parsed = 0;
    const double parseMs = leastMs(repeats, [&] { parsed = parseAll(files); });
    const int parsePeak = peakMemoryMb();
    resetPeakMemory();
    analysis::lint::LintReport report;
    const double lintMs =
        leastMs(repeats, [&] { report = require(analysis::lint::lint(files, nullptr, {}, {}), "lint"); });
    const int lintPeak = peakMemoryMb();
    qsizetype bytes = 0;
    const double writeMs = leastMs(repeats, [&] { bytes = exporting::lintJson(report).size(); });
    qsizetype findings = 0;
    for (const analysis::lint::LintedStatement &statement : report.statements)
        findings += statement.findings.size();
    out << QStringLiteral("%1 statements, %2 of them parsed, %3 findings, %4 bytes of JSON\n\n")
               .arg(report.statements.size())
               .arg(parsed)
               .arg(findings)
               .arg(bytes)
        << "| what | ms | statements/s | against parsing | peak MB |\n|---|---|---|---|---|\n";
    const auto line = [&](const char *what, double ms, int peak) {
        out << QStringLiteral("| %1 | %2 | %3 | %4 | %5 |\n")
                   .arg(QLatin1String(what))
                   .arg(ms, 0, 'f', 0)
                   .arg(statements / ms * 1000, 0, 'f', 0)
                   .arg(ms / parseMs, 0, 'f', 2)
                   .arg(peak);
    };
    line("parsing alone", parseMs, parsePeak);
    line("lint", lintMs, lintPeak);
    line("writing JSON", writeMs, peakMemoryMb());
}

} // namespace lockstep::bench
