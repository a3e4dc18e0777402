#include "commands.h"
#include "planning.h"

#include <model/plan/planjson.h>

#include <QJsonDocument>
#include <QJsonObject>

namespace lockstep::cli {

namespace {

QString rowsText(const plan::RowProof &rows)
{
    QString text = QStringLiteral("Rows: %1.\n").arg(plan::rowProofText(rows));
    for (const QString &sentence : rows.prepare)
        text += QStringLiteral("  to prepare: ") + sentence + QLatin1Char('\n');
    for (const QString &sentence : rows.notSeeded)
        text += QStringLiteral("  without rows: ") + sentence + QLatin1Char('\n');
    for (const QString &note : rows.notes)
        text += QStringLiteral("  note: ") + note + QLatin1Char('\n');
    return text;
}

QString proofText(const plan::Plan &plan)
{
    const bool proved = plan.proof.status == plan::ProofStatus::Proved;
    QString text =
        proved ? QStringLiteral("Proved: the plan reaches its target, and its rollback the current schema.\n")
               : QStringLiteral("Not proved.\n");
    for (const QString &difference : plan.proof.forward)
        text += QStringLiteral("  after the plan: ") + difference + QLatin1Char('\n');
    for (const QString &difference : plan.proof.rollback)
        text += QStringLiteral("  after the rollback: ") + difference + QLatin1Char('\n');
    for (const QString &note : plan.proof.notes)
        text += QStringLiteral("  note: ") + note + QLatin1Char('\n');
    text += rowsText(plan.proof.rows);
    for (const plan::MeasuredStep &measured : plan.proof.measured) {
        QStringList locks;
        for (const plan::RelationLock &lock : measured.locks)
            locks.append(plan::name(lock.mode) + QStringLiteral(" on ") + lock.relation);
        text += QStringLiteral("  %1: %2 ms, %3\n")
                    .arg(measured.step)
                    .arg(measured.ms, 0, 'f', 1)
                    .arg(locks.isEmpty() ? QStringLiteral("no locks") : locks.join(QStringLiteral(", ")));
    }
    return text;
}

QByteArray proofJson(const plan::Plan &plan)
{
    const QJsonObject document = QJsonDocument::fromJson(plan::toJson(plan)).object();
    return QJsonDocument(document.value(QStringLiteral("proof")).toObject()).toJson();
}

int prove(const Arguments &arguments, Context &context)
{
    const auto format =
        choice(arguments, "--format", "text", { QStringLiteral("text"), QStringLiteral("json") });
    if (!format.has_value())
        return fail(format.error());
    const auto read = readPlan(arguments);
    if (!read.has_value())
        return fail(read.error());
    context.preferMajor((*read)->serverVersion / 10000);
    const auto proved = provePlan(*read, context);
    if (!proved.has_value())
        return fail(proved.error());
    if (arguments.has("-o")) {
        const auto kept = writeResult(arguments, plan::toJson(**proved));
        if (!kept.has_value())
            return fail(kept.error());
    }
    const auto written = writeResult({}, *format == QLatin1String("json") ? proofJson(**proved)
                                                                          : proofText(**proved).toUtf8());
    if (!written.has_value())
        return fail(written.error());
    return exitWith((*proved)->proof.status == plan::ProofStatus::Proved ? Exit::Done : Exit::Proof);
}

} // namespace

Command proveCommand()
{
    CommandSpec spec;
    spec.name = QStringLiteral("prove");
    spec.updatesInput = true;
    spec.positional = QStringLiteral("PLAN");
    spec.summary =
        QStringLiteral("Runs a plan and its rollback on the scratch server and compares the "
                       "results, first without rows, then with some. Rows that the plan loses fail the "
                       "proof; data that must be prepared is named.\nExit 5: it does not hold.");
    spec.flags = {
        { QStringLiteral("--format"), QStringLiteral("text|json"), QStringLiteral("text if not given.") },
        { QStringLiteral("-o"), QStringLiteral("FILE"),
          QStringLiteral("Also write the plan with its proof, ready to run.") },
    };
    spec.examples = { QStringLiteral("lockstep-cli prove change.lockplan"),
                      QStringLiteral("lockstep-cli prove edited.lockplan -o change.lockplan --format json") };
    return { spec, &prove };
}

} // namespace lockstep::cli
