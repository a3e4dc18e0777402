#include "planreport.h"

#include "htmlparts.h"
#include "reportsteps.h"
#include "timelinesvg.h"

#include <model/analysis/amounts.h>
#include <model/analysis/analysis.h>

namespace lockstep::exporting {

namespace {

using analysis::timeWords;

/// So many rows of the timeline fit on a sheet below a heading.
constexpr qsizetype rowsOnSheet = 36;

constexpr char browserStyle[] = R"css(
:root { color-scheme: light dark; --line: #d4d9e1; --dim: #667080; --bad: #b3261e; --good: #1d6f42; --note: #8a5a00; --code: #f5f6f8; }
@media (prefers-color-scheme: dark) { :root { --line: #3a414c; --dim: #939ba8; --bad: #ff8a80; --good: #7bd49f; --note: #f0bf5e; --code: #21252b; } }
body { font: 15px/1.5 Inter, system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: .2rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.6rem 0 .3rem; } p { margin: .3rem 0; }
.dim { color: var(--dim); } .bad { color: var(--bad); } .good { color: var(--good); } .note { color: var(--note); }
.label { color: var(--dim); margin-top: .6rem; } .gate { color: #1f6feb; }
table { border-collapse: collapse; } th, td { text-align: left; padding: .25rem .8rem .25rem 0; vertical-align: top; }
table[width] th, table[width] td { border-bottom: 1px solid var(--line); } td.name { color: var(--dim); white-space: nowrap; }
pre { background: var(--code); padding: .5rem .7rem; white-space: pre-wrap; overflow-wrap: anywhere; margin: .3rem 0; font: 13px/1.45 'JetBrains Mono', ui-monospace, monospace; }
svg { max-width: 100%; height: auto; } .sign td { height: 2.6rem; }
@media print { body { max-width: none; margin: 0; } h3 { break-after: avoid; } pre, tr { break-inside: avoid; } }
)css";

/// What QTextDocument understands of it.
constexpr char paperStyle[] = R"css(
body { font-family: Inter, 'DejaVu Sans'; font-size: 9pt; color: #1b2027; }
h1 { font-size: 17pt; } h2 { font-size: 12pt; margin-top: 14px; } h3 { font-size: 10pt; margin-top: 12px; margin-bottom: 2px; }
p { margin-top: 2px; margin-bottom: 2px; } .dim, .label { color: #667080; } .bad { color: #b3261e; } .good { color: #1d6f42; }
.note { color: #8a5a00; } .gate { color: #1f6feb; } th { text-align: left; color: #667080; } td, th { padding-right: 10px; padding-bottom: 2px; }
td.name { color: #667080; } pre { font-family: 'JetBrains Mono', 'DejaVu Sans Mono'; font-size: 8pt; background-color: #f5f6f8; white-space: pre-wrap; }
)css";

QString paperName(qsizetype sheet)
{
    return QStringLiteral("timeline-%1.svg").arg(sheet + 1);
}

QString versionText(int version)
{
    return QStringLiteral("PostgreSQL %1.%2").arg(version / 10000).arg(version % 10000);
}

QString rowOutcome(const plan::RowProof &rows)
{
    if (rows.status == plan::RowProofStatus::None)
        return {};
    return html::paragraph(QStringLiteral("With made-up rows: %1.").arg(plan::rowProofText(rows)),
                           rows.status == plan::RowProofStatus::Proved   ? "good"
                           : rows.status == plan::RowProofStatus::Failed ? "bad"
                                                                         : "note");
}

QString proofOutcome(const plan::Plan &plan)
{
    switch (plan.proof.status) {
    case plan::ProofStatus::None:
        return html::paragraph(QStringLiteral("Not proved: nobody has run these steps on a copy yet."),
                               "bad");
    case plan::ProofStatus::Skipped:
        return html::paragraph(
            QStringLiteral("The proof was skipped. ") + plan.proof.notes.join(QLatin1Char(' ')), "note");
    case plan::ProofStatus::Failed:
        return html::paragraph(QStringLiteral("The proof failed: the plan does not do what it should."),
                               "bad");
    case plan::ProofStatus::Proved: break;
    }
    if (!plan.isProved())
        return html::paragraph(QStringLiteral("Changed since it was proved: prove it again before it runs."),
                               "bad");
    return html::paragraph(QStringLiteral("Proved, forward and back, on a scratch copy."), "good")
           + rowOutcome(plan.proof.rows);
}

QString summary(const ReportInput &input)
{
    const plan::Plan &plan = *input.plan;
    const analysis::PlanTotals totals = analysis::totals(plan);
    const auto gates = std::count_if(plan.steps.begin(), plan.steps.end(), [](const plan::Step &step) {
        return step.kind == plan::StepKind::Gate;
    });
    const QString made = input.at.isValid() ? input.at.toUTC().toString(QStringLiteral("yyyy-MM-dd hh:mm"))
                                                  + QStringLiteral(" UTC")
                                            : QString();
    return html::facts({
        { QStringLiteral("Current"), plan.current.display },
        { QStringLiteral("Target"), plan.target.display },
        { QStringLiteral("Made for"), versionText(plan.serverVersion) },
        { QStringLiteral("Policy"), plan::name(plan.policy) },
        { QStringLiteral("Steps"),
          QStringLiteral("%1, of them gates: %2").arg(plan.steps.size()).arg(gates) },
        { QStringLiteral("Takes"), estimateRange(totals.total) },
        { QStringLiteral("Longest block"),
          QStringLiteral("%1 of reads or writes").arg(timeWords(double(totals.longestBlockMs))) },
        { QStringLiteral("Current schema"), QString::fromLatin1(plan.fingerprint) },
        { QStringLiteral("Digest of the steps"), QString::fromLatin1(plan.digest()) },
        { QStringLiteral("Report made"), made },
    });
}

QString incomplete(const plan::Plan &plan)
{
    QStringList sentences;
    for (const auto &[kind, name] : plan.unmodelled)
        sentences.append(QStringLiteral("The plan is incomplete: %1 %2 is not compared.").arg(kind, name));
    return html::bullets(sentences + plan.warnings, "note");
}

QString losses(const plan::Plan &plan)
{
    QVector<QStringList> rows;
    for (qsizetype at = 0; at < plan.steps.size(); ++at) {
        for (const plan::Loss &loss : plan.steps.at(at).loses)
            rows.append({ QString::number(at + 1), plan::lostText(loss), lostAmount(loss) });
    }
    const QString title = html::heading(2, QStringLiteral("What is lost"));
    if (rows.isEmpty())
        return title + html::paragraph(QStringLiteral("Nothing: no step of this plan loses data."), "good");
    return title
           + html::paragraph(QStringLiteral("The run refuses each until it is allowed by its step."), "note")
           + html::table({ QStringLiteral("Step"), QStringLiteral("What"), QStringLiteral("How much") },
                         rows);
}

QString findings(const plan::Plan &plan)
{
    QVector<QStringList> rows;
    for (qsizetype at = 0; at < plan.steps.size(); ++at) {
        for (const plan::Finding &finding : plan.steps.at(at).assessment.findings)
            rows.append({ QString::number(at + 1), plan::name(finding.severity), finding.message });
    }
    const QString title = html::heading(2, QStringLiteral("Findings"));
    if (rows.isEmpty())
        return title + html::paragraph(QStringLiteral("None."), "dim");
    return title
           + html::table({ QStringLiteral("Step"), QStringLiteral("Severity"), QStringLiteral("Finding") },
                         rows);
}

QString checks(const analysis::ChecklistPtr &list)
{
    const QString title = html::heading(2, QStringLiteral("What the database answered"));
    if (!list)
        return title
               + html::paragraph(
                   QStringLiteral("Nobody asked the database yet: \"Check\" does, and a run does again."),
                   "dim");
    QVector<QStringList> rows;
    for (const analysis::CheckItem &item : list->items) {
        if (item.verdict != analysis::CheckVerdict::Ok)
            rows.append({ item.title, item.consequence, item.advice });
    }
    const QString when = QStringLiteral("%1, PostgreSQL %2, asked %3 UTC: %4 questions, %5 need a look.")
                             .arg(list->database, list->serverVersion,
                                  list->takenAt.toUTC().toString(QStringLiteral("yyyy-MM-dd hh:mm")))
                             .arg(list->items.size())
                             .arg(rows.size());
    if (rows.isEmpty())
        return title + html::paragraph(when, "good");
    return title + html::paragraph(when)
           + html::table({ QStringLiteral("What"), QStringLiteral("What it means"), QStringLiteral("To do") },
                         rows);
}

QString timeline(const plan::Plan &plan, ReportMedium medium)
{
    QString text = html::heading(2, QStringLiteral("Timeline"));
    if (medium == ReportMedium::Browser)
        return text + QString::fromUtf8(timelineSvg(plan));
    for (const auto &[name, svg] : paperTimelines(plan))
        text += QStringLiteral("<p><img src=\"%1\" width=\"640\"></p>\n").arg(name);
    return text;
}

QString proof(const plan::Plan &plan)
{
    const plan::Proof &proof = plan.proof;
    QString text = html::heading(2, QStringLiteral("Proof")) + proofOutcome(plan);
    text += html::bullets(proof.forward, "bad") + html::bullets(proof.rollback, "bad");
    text += html::bullets(proof.rows.lost, "bad") + html::bullets(proof.rows.prepare, "note");
    return text + html::bullets(proof.status == plan::ProofStatus::Skipped ? QStringList() : proof.notes)
           + html::bullets(proof.rows.notes + proof.rows.notSeeded, "dim");
}

QString signOff(const plan::Plan &plan)
{
    QString text = html::heading(2, QStringLiteral("Sign-off"))
                   + html::paragraph(
                       QStringLiteral("What is signed here are the steps with the digest %1. An edited step "
                                      "has another one.")
                           .arg(QString::fromLatin1(plan.digest())),
                       "dim");
    const QString line(34, QLatin1Char('_'));
    QVector<QStringList> rows;
    for (const char *who : { "Planned by", "Reviewed by", "Approved by", "Run by" })
        rows.append({ QLatin1String(who), line, line });
    return text + QStringLiteral("<div class=\"sign\">\n")
           + html::table({ QString(), QStringLiteral("Name and signature"), QStringLiteral("Date") }, rows)
           + QStringLiteral("</div>\n");
}

} // namespace

QVector<QPair<QString, QByteArray>> paperTimelines(const plan::Plan &plan)
{
    QVector<QPair<QString, QByteArray>> pictures;
    for (qsizetype first = 0; first < plan.steps.size(); first += rowsOnSheet) {
        const StepRange range{ first, std::min(rowsOnSheet, plan.steps.size() - first) };
        pictures.append({ paperName(pictures.size()), timelineSvg(plan, range) });
    }
    return pictures;
}

QByteArray planReport(const ReportInput &input, ReportMedium medium)
{
    const plan::Plan &plan = *input.plan;
    const char *style = medium == ReportMedium::Browser ? browserStyle : paperStyle;
    QString text =
        QStringLiteral(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
            "content=\"width=device-width\">\n<title>Plan of a schema change</title>\n<style>")
        + QLatin1String(style) + QStringLiteral("</style>\n</head>\n<body>\n")
        + html::heading(1, QStringLiteral("Plan of a schema change"));
    text += proofOutcome(plan) + incomplete(plan) + summary(input) + losses(plan) + findings(plan)
            + checks(input.checklist) + timeline(plan, medium);
    text += html::heading(2, QStringLiteral("Steps"));
    for (qsizetype index = 0; index < plan.steps.size(); ++index)
        text += reportedStep(plan, index);
    text += proof(plan) + signOff(plan);
    return (text + QStringLiteral("</body>\n</html>\n")).toUtf8();
}

} // namespace lockstep::exporting
