#include "lint.h"

#include "../rules/rule.h"
#include "../statementassessor.h"
#include "findings.h"
#include "fixes.h"
#include "newtables.h"
#include "psqlvariables.h"
#include "script.h"
#include "sessionsettings.h"

#include <model/sql/parser.h>

#include <algorithm>

namespace lockstep::analysis::lint {

namespace {

int versionOf(const schema::CatalogPtr &current, const LintOptions &options)
{
    if (options.serverVersion > 0)
        return options.serverVersion;
    return options.knowsSchema && current && current->serverVersion() > 0 ? current->serverVersion()
                                                                          : sql::grammarMajor * 10000;
}

QStringList firstSearchPath(const LintOptions &options)
{
    return { options.knowsSchema ? QStringLiteral("public") : QString() };
}

/// Replays units one after the other and keeps what is known of each statement.
class Linter
{
public:
    Linter(const schema::CatalogPtr &current, const LintOptions &options)
        : m_options(options)
        , m_version(versionOf(current, options))
        , m_analysis{ options.statistics, {}, m_version }
        , m_state(options.knowsSchema ? current : nullptr)
        , m_sizes(m_analysis, m_intents)
        , m_assessor(m_state, m_sizes, m_version, options.rates)
        , m_session(firstSearchPath(options))
    {
        m_state.setSearchPath(m_session.searchPath());
    }

    void run(const Unit &unit, const std::stop_token &stop);
    LintReport take() { return std::move(m_report); }

private:
    void runStatement(const Unit &unit, size_t index);
    void addStatement(const Unit &unit, const UnitStatement &statement, const rules::Scene &scene,
                      const StatementAssessment &assessment, const QStringList &fix);
    void follow(const sql::Statement &statement, bool isLastOfTransaction);
    void endTransaction();
    [[nodiscard]] rules::Scene sceneOf(const Unit &unit, size_t index) const;

    const LintOptions &m_options;
    const int m_version;
    const AnalysisOptions m_analysis;
    const plan::Intents m_intents;
    SchemaState m_state;
    const Sizes m_sizes;
    StatementAssessor m_assessor;
    SessionSettings m_session;
    NewTables m_newTables;
    rules::TransactionFacts m_facts;
    QStringList m_together; ///< The statements of the transaction.
    struct Before
    {
        SchemaState state;
        SessionSettings session;
    };
    std::optional<Before> m_before; ///< Of a transaction that is rolled back.
    std::vector<rules::ScriptLine> m_lines; ///< Of the unit.
    std::vector<std::shared_ptr<const sql::Statement>> m_statements; ///< The same, kept alive.
    LintReport m_report;
};

rules::Scene Linter::sceneOf(const Unit &unit, size_t index) const
{
    const UnitStatement &statement = unit.statements.at(index);
    rules::Scene scene;
    scene.isScript = true;
    scene.knowsSchema = m_options.knowsSchema;
    scene.inTransaction =
        m_options.settings.inTransaction || statement.firstOfTransaction != statement.lastOfTransaction;
    scene.together = m_together;
    scene.session = m_session.facts();
    return scene;
}

void Linter::run(const Unit &unit, const std::stop_token &stop)
{
    const SchemaState before = m_state;
    m_session.forgetTimeouts();
    const auto first = m_report.statements.size();
    m_lines.clear();
    m_statements.clear();
    if (std::any_of(unit.metaCommands.begin(), unit.metaCommands.end(),
                    [](const base::MetaCommand &command) { return changesScript(command.text); }))
        m_state.setUncertain();
    for (size_t i = 0; i < unit.statements.size(); ++i) {
        if (stop.stop_requested())
            return;
        runStatement(unit, i);
    }
    const rules::ScriptInput whole{ m_lines, m_state, m_version, m_options.settings.inTransaction };
    addScriptFindings(whole, &m_report.statements, first);
    addMetaCommands(unit, &m_report.statements, first);
    finishFindings(unit, m_options.settings, &m_report.statements, first);
    endTransaction();
    m_state.settle();
    if (unit.isDown)
        m_state = before;
}

void Linter::runStatement(const Unit &unit, size_t index)
{
    const UnitStatement &statement = unit.statements.at(index);
    const bool isLast = statement.lastOfTransaction == qsizetype(index);
    if (statement.firstOfTransaction == qsizetype(index)) {
        m_together.clear();
        for (qsizetype i = statement.firstOfTransaction; i <= statement.lastOfTransaction; ++i)
            m_together.append(unit.statements.at(size_t(i)).text.sql);
    }
    if (statement.isRolledBack && statement.firstOfTransaction == qsizetype(index))
        m_before = Before{ m_state, m_session };
    const rules::Scene scene = sceneOf(unit, index);
    const QString &sql = statement.text.sql;
    auto parsed = sql::parse(sql);
    QStringList variables;
    if (!parsed.has_value()) {
        const WithoutVariables plain = withoutVariables(sql);
        auto second = plain.variables.isEmpty() ? parsed : sql::parse(plain.sql);
        if (second.has_value()) {
            parsed = std::move(second);
            variables = plain.variables;
            m_state.setUncertain(); // What they stand for may be any name.
        }
    }
    QStringList fix;
    if (parsed.has_value() && !scene.inTransaction && m_newTables.showsHistory(*parsed, m_state))
        m_state.settle();
    if (parsed.has_value() && variables.isEmpty())
        fix = safeWay(*parsed, sql, { m_state, scene, m_version });
    StatementAssessment assessment = m_assessor.assess(parsed, sql, scene, m_facts);
    addUnknownText(variables, statement.text, &assessment.findings);
    addStatement(unit, statement, scene, assessment, fix);
    m_statements.push_back(assessment.statement);
    m_newTables.follow(assessment, m_state);
    m_lines.push_back({ assessment.statement.get(), &sql, index == 0, assessment.strongest,
                        assessment.strongestOn, scene.session });
    if (assessment.statement)
        follow(*assessment.statement, isLast);
    if (isLast && m_before) {
        m_state = std::move(m_before->state);
        m_session = std::move(m_before->session);
        m_before.reset();
        m_state.setSearchPath(m_session.searchPath());
    }
}

void Linter::addStatement(const Unit &unit, const UnitStatement &statement, const rules::Scene &scene,
                          const StatementAssessment &assessment, const QStringList &fix)
{
    LintedStatement linted;
    linted.file = unit.file;
    linted.line = statement.text.line;
    linted.offset = statement.text.offset;
    linted.sql = statement.text.sql;
    linted.isParsed = assessment.statement != nullptr;
    if (scene.inTransaction)
        linted.place = Place::Open;
    else if (linted.isParsed && sql::mustRunOutsideTransaction(*assessment.statement, m_version))
        linted.place = Place::None;
    for (auto it = assessment.locks.cbegin(); it != assessment.locks.cend(); ++it)
        linted.locks.append({ display(it.key()), it.value() });
    std::sort(linted.locks.begin(), linted.locks.end(),
              [](const auto &a, const auto &b) { return a.relation < b.relation; });
    linted.blocks = assessment.blocks;
    linted.effect = assessment.effect;
    linted.estimate = assessment.estimate;
    linted.findings = assessment.findings;
    for (plan::Finding &finding : linted.findings)
        finding.line += linted.line - 1;
    linted.fix = fix;
    m_report.statements.append(std::move(linted));
}

/// Keeps session and transaction where the statement has left them.
void Linter::follow(const sql::Statement &statement, bool isLastOfTransaction)
{
    m_session.apply(statement);
    if (isLastOfTransaction)
        endTransaction();
    m_state.setSearchPath(m_session.searchPath());
    // A transaction of its own, or of a file without any: nobody else knows of what it has made. Behind a
    // COMMIT that a script says somebody may.
    const auto *control = statement.as<sql::Transaction>();
    if (control && control->action == sql::TransactionAction::Commit && !m_options.settings.inTransaction)
        m_state.settle();
}

void Linter::endTransaction()
{
    m_facts = {};
    m_session.endTransaction();
}

/// Everything that is looked at is made by the script itself: no word about waiting does not mean that
/// nobody waits.
void addNotes(const LintOptions &options, bool hasFiles, LintReport *report)
{
    const auto &statements = report->statements;
    const bool touchesOthers = std::any_of(statements.begin(), statements.end(),
                                           [](const auto &s) { return s.blocks != plan::Blocks::Nothing; });
    const bool makes =
        std::any_of(statements.begin(), statements.end(), [](const auto &s) { return !s.locks.isEmpty(); });
    if (options.knowsSchema || touchesOthers || !makes || hasFiles)
        return;
    report->notes.append(
        QStringLiteral("Every table that is changed here is made here as well, so nobody is said to wait. If "
                       "this is a history of migrations, give its files one by one, or the schema that they "
                       "meet with --schema."));
}

} // namespace

base::Result<LintReport> lint(const QVector<ScriptFile> &files, const schema::CatalogPtr &current,
                              const LintOptions &options, std::stop_token stop)
{
    Linter linter(current, options);
    size_t units = 0;
    for (const ScriptFile &file : files) {
        for (const Unit &unit : readUnits(file, options.settings.inTransaction)) {
            if (stop.stop_requested())
                return base::canceled();
            linter.run(unit, stop);
            units += unit.statements.empty() ? 0 : 1;
        }
    }
    if (stop.stop_requested())
        return base::canceled();
    LintReport report = linter.take();
    addNotes(options, units > 1, &report);
    return report;
}

bool LintReport::hasFindingAtOrAbove(plan::Severity severity) const
{
    return std::any_of(statements.begin(), statements.end(), [&](const LintedStatement &statement) {
        return std::any_of(statement.findings.begin(), statement.findings.end(),
                           [&](const plan::Finding &finding) { return finding.severity >= severity; });
    });
}

QString name(Place place)
{
    switch (place) {
    case Place::Own: return QStringLiteral("own");
    case Place::None: return QStringLiteral("none");
    case Place::Open: return QStringLiteral("open");
    }
    return {};
}

} // namespace lockstep::analysis::lint
