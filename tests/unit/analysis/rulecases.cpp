#include "rulecases.h"

#include <model/analysis/rules/rule.h>
#include <model/analysis/statementassessor.h>
#include <model/base/sqlscript.h>
#include <model/sql/parser.h>
#include <tests/support/postgrestest.h>

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace lockstep::testing {

namespace {

QVector<RuleCase> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression mark(
        QStringLiteral("^-- (schema|fires|quiet|server|says):\\s*(.*?)\\s*$"));
    RuleCase current;
    current.file = QFileInfo(path).completeBaseName();
    QString schema;
    QVector<RuleCase> cases;
    bool inSchema = false;
    int number = 0;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        ++number;
        const QRegularExpressionMatch match = mark.match(line);
        const QString word = match.captured(1);
        const QString rest = match.captured(2);
        if (word == QLatin1String("schema")) {
            inSchema = true;
        } else if (word == QLatin1String("fires") || word == QLatin1String("quiet")) {
            inSchema = false;
            current.line = number;
            cases.append(current);
            const QStringList rules = rest.split(QLatin1String(", "));
            (word == QLatin1String("fires") ? cases.last().fires : cases.last().quiet) = rules;
        } else if (word == QLatin1String("server") && !cases.isEmpty()) {
            cases.last().server = rest.toInt();
        } else if (word == QLatin1String("says") && !cases.isEmpty()) {
            cases.last().says = rest;
        } else if (inSchema) {
            schema += line + QLatin1Char('\n');
        } else if (!cases.isEmpty()) {
            cases.last().sql += line + QLatin1Char('\n');
        }
    }
    for (RuleCase &one : cases)
        one.schema = schema;
    return cases;
}

/// Statements between BEGIN and COMMIT run together, each other one alone.
class ScriptReader
{
public:
    ScriptReader(const schema::CatalogPtr &catalog, const analysis::AnalysisOptions &options)
        : m_state(catalog)
        , m_sizes(options, m_intents)
        , m_assessor(m_state, m_sizes, options.serverVersion)
        , m_version(options.serverVersion)
    { }

    QVector<plan::Finding> read(const QString &sql)
    {
        const QVector<base::ScriptStatement> statements = base::splitScript(sql);
        for (int i = 0; i < statements.size(); ++i) {
            if (!m_isOpen)
                begin(statements, i);
            add(statements[i].sql);
        }
        finish(statements);
        return m_findings;
    }

private:
    void begin(const QVector<base::ScriptStatement> &statements, int first)
    {
        m_facts = {};
        m_together.clear();
        const auto parsed = sql::parse(statements[first].sql);
        const auto *control = parsed.has_value() ? parsed->as<sql::Transaction>() : nullptr;
        if (!control || control->action != sql::TransactionAction::Begin)
            return;
        for (int i = first; i < statements.size(); ++i)
            m_together.append(statements[i].sql);
    }

    void add(const QString &sql)
    {
        analysis::rules::Scene scene;
        scene.isScript = true;
        scene.inTransaction = m_isOpen;
        scene.together = m_together;
        const analysis::StatementAssessment result = m_assessor.assess(sql, scene, m_facts);
        m_findings += result.findings;
        m_parsed.push_back(result.statement);
        const auto *control = result.statement ? result.statement->as<sql::Transaction>() : nullptr;
        if (!control)
            return;
        if (control->action == sql::TransactionAction::Begin)
            m_isOpen = true;
        else if (control->action == sql::TransactionAction::Commit
                 || control->action == sql::TransactionAction::Rollback)
            m_isOpen = false;
    }

    void finish(const QVector<base::ScriptStatement> &statements)
    {
        std::vector<analysis::rules::ScriptLine> lines;
        for (int i = 0; i < statements.size(); ++i)
            lines.push_back({ m_parsed[size_t(i)].get(), &statements[i].sql, i == 0 });
        const analysis::rules::ScriptInput input{ lines, m_state, m_version };
        for (const analysis::rules::Rule &rule : analysis::rules::registry()) {
            const auto *check = std::get_if<analysis::rules::ScriptCheck>(&rule.check);
            if (!check)
                continue;
            for (const analysis::rules::ScriptVerdict &verdict : (*check)(input))
                m_findings.append({ QLatin1String(rule.id), verdict.verdict.severity, verdict.verdict.message,
                                    verdict.statement, verdict.verdict.line });
        }
    }

    plan::Intents m_intents;
    analysis::SchemaState m_state;
    analysis::Sizes m_sizes;
    analysis::StatementAssessor m_assessor;
    int m_version;
    analysis::rules::TransactionFacts m_facts;
    QStringList m_together;
    bool m_isOpen = false;
    std::vector<std::shared_ptr<const sql::Statement>> m_parsed;
    QVector<plan::Finding> m_findings;
};

} // namespace

QString RuleCase::name() const
{
    return QStringLiteral("%1 line %2").arg(file).arg(line);
}

QVector<RuleCase> readRuleCases()
{
    const QDir directory(sourceDirectory() + QStringLiteral("/tests/data/lint"));
    QVector<RuleCase> cases;
    for (const QString &name : directory.entryList({ QStringLiteral("*.sql") }, QDir::Files, QDir::Name)) {
        if (name != QLatin1String("schema.sql"))
            cases += readFile(directory.filePath(name));
    }
    return cases;
}

QVector<plan::Finding> findingsOf(const QString &sql, const schema::CatalogPtr &catalog,
                                  const analysis::AnalysisOptions &options)
{
    return ScriptReader(catalog, options).read(sql);
}

} // namespace lockstep::testing
