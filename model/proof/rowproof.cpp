#include "rowproof.h"

#include "contentcompare.h"
#include "generatorstate.h"
#include "rowremoval.h"
#include "seeder.h"

#include <functional>

namespace lockstep::proof {

namespace {

using plan::RowProof;
using plan::RowProofStatus;
using plan::Step;
using Way = StepRunner::Way;

/// One pass with rows.
class RowProver
{
public:
    RowProver(const RowProofInput &input, scratch::ScratchServerPtr scratch,
              const std::function<void(const QString &)> &report, std::stop_token stop)
        : m_input(input)
        , m_scratch(std::move(scratch))
        , m_report(report)
        , m_stop(std::move(stop))
        , m_expected(input.plan, input.renames)
    { }

    base::Result<RowPass> run();

private:
    base::Result<bool> seed();
    base::Result<bool> runForward();
    base::Result<bool> runBack();
    /// False: the pass cannot go on.
    base::Result<bool> runStep(const Step &step, Way way);
    base::Result<bool> runWithoutOffenders(const Step &step, Way way, const StepFailure &failure);
    base::Result<void> compare(Moment moment);
    /// Tables with rows that the step is about, as they are called before or after the plan.
    [[nodiscard]] QStringList tablesOf(const Step &step) const;
    [[nodiscard]] StepFailure perform(const Step &step, Way way)
    {
        return way == Way::Forward ? m_runner->runForward(step) : m_runner->runRollback(step);
    }
    /// By name in the beginning.
    base::Result<QHash<QString, int>> rowsNow();
    void fail(const QString &sentence)
    {
        m_proof.lost.append(sentence);
        m_proof.status = RowProofStatus::Failed;
    }

    const RowProofInput &m_input;
    scratch::ScratchServerPtr m_scratch;
    const std::function<void(const QString &)> &m_report;
    std::stop_token m_stop;
    Expectation m_expected;
    RowProof m_proof;
    bool m_isComplete = true;
    std::unique_ptr<scratch::ScratchDatabase> m_database;
    std::unique_ptr<StepRunner> m_runner;
    QStringList m_names; ///< Tables with rows, in the beginning.
    QStringList m_namesAfter; ///< The same tables after the plan, where they are called otherwise.
    QStringList m_parents; ///< What these are partitions or children of, in the beginning and after the plan.
    Content m_start;
    GeneratorStates m_generators; ///< In the beginning.
    GeneratorStates m_generatorsBetween; ///< After the plan.
    QHash<QString, int> m_removed; ///< By name in the beginning.
};

base::Result<bool> RowProver::seed()
{
    m_report(QStringLiteral("Putting rows into the current schema."));
    auto database =
        scratch::ScratchDatabase::create(m_scratch, QStringLiteral("rows"), m_input.current.database->name());
    if (!database.has_value())
        return database.error();
    m_database = std::move(*database);
    const auto session = m_database->open();
    if (!session.has_value())
        return session.error();
    const postgres::CancelOnStop canceler(**session, m_stop);
    const auto seeded = seedRows(**session, m_input.touched, m_stop);
    if (!seeded.has_value())
        return seeded.error();
    m_isComplete = seeded->isComplete;
    m_proof.tables = int(seeded->tables.size());
    m_proof.rows = seeded->rows();
    m_proof.notSeeded = seeded->missing;
    m_proof.notes = seeded->notes;
    for (const SeededTable &table : seeded->tables) {
        m_names.append(schema::qualified(table.schema, table.name));
        const QString after = m_expected.tableAfter(table.schema, table.name);
        if (after != m_names.last())
            m_namesAfter.append(after);
    }
    auto content = readContent(**session, m_names);
    if (!content.has_value())
        return content.error();
    m_start = std::move(*content);
    for (const TableContent &table : std::as_const(m_start)) {
        for (const auto &[schemaName, name] : table.ancestors)
            m_parents << schema::qualified(schemaName, name) << m_expected.tableAfter(schemaName, name);
    }
    auto generators = readGenerators(**session);
    if (!generators.has_value())
        return generators.error();
    m_generators = std::move(*generators);
    auto runner = StepRunner::open(m_database->target(), StepRunner::Measuring::Off, m_stop);
    if (!runner.has_value())
        return runner.error();
    m_runner = std::move(*runner);
    return true;
}

QStringList RowProver::tablesOf(const Step &step) const
{
    QSet<QString> named(step.relations.begin(), step.relations.end());
    for (const plan::RelationLock &lock : step.assessment.locks)
        named.insert(lock.relation);
    QStringList tables;
    const QStringList all = m_names + m_namesAfter;
    for (const QString &table : all) {
        if (named.contains(table))
            tables.append(table);
    }
    // A step about a type or a function may meet any row.
    constexpr int maximumGuessed = 30;
    return tables.isEmpty() && all.size() <= maximumGuessed ? all : tables;
}

base::Result<QHash<QString, int>> RowProver::rowsNow()
{
    QHash<QString, int> counts;
    const auto found = countRows(m_runner->session(), m_names + m_namesAfter);
    if (!found.has_value())
        return found.error();
    for (const TableContent &table : m_start) {
        const QString name = found->contains(table.sqlName())
                                 ? table.sqlName()
                                 : m_expected.tableAfter(table.schema, table.name);
        counts.insert(table.sqlName(), found->value(name));
    }
    return counts;
}

base::Result<bool> RowProver::runWithoutOffenders(const Step &step, Way way, const StepFailure &failure)
{
    if (way == Way::Forward && step.transaction == plan::TransactionMode::None) {
        // What a failed concurrent build leaves behind would stand in the way of the next attempt.
        for (const QString &statement : step.rollback.sql)
            (void)m_runner->session().execute(statement);
    }
    const auto before = rowsNow();
    if (!before.has_value())
        return before.error();
    const auto removal = removeOffendingRows(*m_runner, step, way, failure, tablesOf(step), m_stop);
    if (!removal.has_value())
        return removal.error();
    if (!removal->isFound) {
        m_proof.prepare.append(failure.text);
        return false;
    }
    m_proof.prepare.append(removal->sentence);
    const auto after = rowsNow();
    if (!after.has_value())
        return after.error();
    for (auto it = before->begin(); it != before->end(); ++it)
        m_removed[it.key()] += it.value() - after->value(it.key());
    const StepFailure again = perform(step, way);
    if (!again.isEmpty())
        m_proof.prepare.append(again.text);
    return again.isEmpty();
}

base::Result<bool> RowProver::runStep(const Step &step, Way way)
{
    const StepFailure failure = perform(step, way);
    if (m_stop.stop_requested())
        return base::canceled();
    if (failure.isEmpty())
        return true;
    if (!failure.isOfData()) {
        fail(QStringLiteral("Only with rows: ") + failure.text);
        return false;
    }
    const auto goesOn = runWithoutOffenders(step, way, failure);
    if (goesOn.has_value() && !*goesOn)
        m_proof.notes.append(QStringLiteral("What follows %1 was not tried with rows.").arg(step.id));
    return goesOn;
}

base::Result<bool> RowProver::runForward()
{
    m_report(QStringLiteral("Running the plan with rows."));
    for (const Step &step : m_input.plan.steps) {
        const auto goesOn = runStep(step, Way::Forward);
        if (!goesOn.has_value() || !*goesOn)
            return goesOn;
    }
    const auto compared = compare(Moment::AfterPlan);
    if (!compared.has_value())
        return compared.error();
    return m_proof.status != RowProofStatus::Failed;
}

base::Result<bool> RowProver::runBack()
{
    m_report(QStringLiteral("Running the rollback with rows."));
    for (auto step = m_input.plan.steps.rbegin(); step != m_input.plan.steps.rend(); ++step) {
        if (!step->rollback.irreversible.isEmpty())
            continue;
        const auto goesOn = runStep(*step, Way::Back);
        if (!goesOn.has_value() || !*goesOn)
            return goesOn;
    }
    const auto compared = compare(Moment::AfterRollback);
    if (!compared.has_value())
        return compared.error();
    return true;
}

base::Result<void> RowProver::compare(Moment moment)
{
    const auto session = m_database->open();
    if (!session.has_value())
        return session.error();
    const auto content = readContent(**session, m_names + m_namesAfter + m_parents);
    if (!content.has_value())
        return content.error();
    const ContentFindings findings = compareContent(m_start, *content, m_expected, moment, m_removed);
    for (const QString &sentence : findings.lost)
        fail(sentence);
    m_proof.notes += findings.notes;
    const auto generators = readGenerators(**session, m_generators);
    if (!generators.has_value())
        return generators.error();
    const bool isBack = moment == Moment::AfterRollback;
    const GeneratorFindings numbers =
        compareGenerators(m_generators, *generators,
                          isBack ? QStringLiteral("after the rollback") : QStringLiteral("after the plan"),
                          isBack ? m_generatorsBetween : *generators);
    m_generatorsBetween = *generators;
    for (const QString &sentence : numbers.again)
        fail(sentence);
    m_proof.notes += numbers.notes;
    return {};
}

base::Result<RowPass> RowProver::run()
{
    bool isBack = true;
    for (const auto &stage : { &RowProver::seed, &RowProver::runForward, &RowProver::runBack }) {
        const base::Result<bool> goesOn = (this->*stage)();
        if (!goesOn.has_value())
            return m_stop.stop_requested() ? base::canceled() : goesOn.error();
        isBack = *goesOn;
        if (!isBack)
            break;
    }
    if (m_proof.status != RowProofStatus::Failed)
        m_proof.status =
            m_isComplete && m_proof.prepare.isEmpty() ? RowProofStatus::Proved : RowProofStatus::NotProved;
    m_proof.notes.removeDuplicates();
    m_runner.reset(); // Nobody may be connected to what a copy is made of.
    return RowPass{ m_proof, isBack ? std::move(m_database) : nullptr, m_removed };
}

} // namespace

base::Result<RowPass> passRows(const RowProofInput &input, const scratch::ScratchServerPtr &scratch,
                               const std::function<void(const QString &)> &report,
                               const std::stop_token &stop)
{
    return RowProver(input, scratch, report, stop).run();
}

base::Result<RowProof> proveRows(const RowProofInput &input, const scratch::ScratchServerPtr &scratch,
                                 const std::function<void(const QString &)> &report,
                                 const std::stop_token &stop)
{
    const auto passed = passRows(input, scratch, report, stop);
    return passed.has_value() ? base::Result<RowProof>(passed->proof) : passed.error();
}

} // namespace lockstep::proof
