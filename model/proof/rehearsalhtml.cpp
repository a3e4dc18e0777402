#include "rehearsalwriters.h"

#include <model/analysis/amounts.h>
#include <model/analysis/sizes.h>

namespace lockstep::proof {

namespace {

using analysis::byteWords;
using analysis::grouped;
using analysis::timeWords;

constexpr char style[] = R"css(
:root { color-scheme: light dark; --line: #c9ced6; --dim: #5c6570; --bad: #b3261e; --good: #1d6f42; --note: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --dim: #9aa4b0; --bad: #ff8a80; --good: #7bd49f; --note: #f0bf5e; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 76rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: .2rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
.dim { color: var(--dim); } .bad { color: var(--bad); } .good { color: var(--good); } .note { color: var(--note); }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .3rem .7rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .2rem 0; } @media print { body { max-width: none; margin: 0; } }
)css";

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString paragraph(const QString &cssClass, const QString &text)
{
    return QStringLiteral("<p class=\"%1\">").arg(cssClass) + escaped(text) + QStringLiteral("</p>\n");
}

QString list(const QString &title, const QStringList &sentences)
{
    if (sentences.isEmpty())
        return {};
    QString html = QStringLiteral("<h2>") + escaped(title) + QStringLiteral("</h2>\n<ul>\n");
    for (const QString &sentence : sentences)
        html += QStringLiteral("<li>") + escaped(sentence) + QStringLiteral("</li>\n");
    return html + QStringLiteral("</ul>\n");
}

QString cell(const QString &text, bool isNumber = true)
{
    return (isNumber ? QStringLiteral("<td class=\"number\">") : QStringLiteral("<td>")) + escaped(text)
           + QStringLiteral("</td>");
}

QString titleCell(const RehearsedStep &step)
{
    QString html = QStringLiteral("<td>") + escaped(step.title);
    if (step.rowsWritten > 0)
        html += paragraph(QStringLiteral("dim"),
                          QStringLiteral("%1 rows written").arg(grouped(step.rowsWritten))
                              + (step.hotShare < 0 ? QString()
                                                   : QStringLiteral(", %1 % of the table's updates HOT")
                                                         .arg(step.hotShare * 100, 0, 'f', 0)));
    for (const StepFlag flag : step.flags)
        html += paragraph(QStringLiteral("note"), flagText(flag, step));
    if (step.result == StepResult::Failed)
        html +=
            QStringLiteral("<pre class=\"bad\">") + escaped(step.error.toText()) + QStringLiteral("</pre>");
    return html + QStringLiteral("</td>");
}

QString stepRow(const RehearsedStep &step)
{
    QString html = QStringLiteral("<tr>") + cell(step.id, false) + titleCell(step);
    if (step.kind == plan::StepKind::Gate)
        return html + QStringLiteral("<td colspan=\"7\" class=\"dim\">gate</td></tr>\n");
    const bool isReached = step.result != StepResult::NotReached;
    html += cell(isReached ? timeWords(step.ms) : QStringLiteral("not run"));
    html += cell(estimateText(step.here));
    html += cell(ratio(step) > 0 ? QString::number(ratio(step), 'g', 2) : QStringLiteral("-"));
    html += cell(isReached ? holdText(step) : QString(), false);
    html += cell(isReached ? byteWords(double(step.walBytes)) : QString());
    html += cell(measuredText(step.backMs));
    html += cell(step.production ? estimateText(*step.production) : QStringLiteral("-"));
    return html + QStringLiteral("</tr>\n");
}

QString stepsTable(const Rehearsal &rehearsal)
{
    QString html =
        QStringLiteral("<h2>Steps</h2>\n<table>\n<tr><th>Step</th><th>What</th><th class=\"number\">Took</th>"
                       "<th class=\"number\">Expected for these rows</th><th "
                       "class=\"number\">Ratio</th><th>Longest lock that keeps "
                       "others waiting</th><th class=\"number\">WAL</th><th class=\"number\">Way back</th>"
                       "<th class=\"number\">In production</th></tr>\n");
    for (const RehearsedStep &step : rehearsal.steps)
        html += stepRow(step);
    html += QStringLiteral("</table>\n");
    return html
           + paragraph(
               QStringLiteral("dim"),
               QStringLiteral("Locks were looked at every %1 ms; shorter ones may not have been seen. "
                              "\"In production\" is an estimate for its sizes by what was measured here.")
                   .arg(rehearsal.sampledEveryMs, 0, 'f', 0));
}

QString waysHtml(const Rehearsal &rehearsal)
{
    QString html = QStringLiteral("<h2>Ways there and back</h2>\n<ul>\n");
    for (const RehearsedWay &way : rehearsal.ways) {
        const bool isGood = way.isWhole && way.differences.isEmpty() && way.lost.isEmpty();
        const QString where =
            way.gate.isEmpty() ? way.title : QStringLiteral("gate %1, %2").arg(way.gate, way.title);
        const QString how = isGood ? QStringLiteral("%1 there and %2 back; schema and rows as before.")
                                         .arg(timeWords(way.forwardMs), timeWords(way.backMs))
                            : way.error ? way.error->toText()
                                        : QStringLiteral("not as it should be.");
        html +=
            QStringLiteral("<li class=\"%1\">").arg(isGood ? QStringLiteral("good") : QStringLiteral("bad"))
            + escaped(QStringLiteral("To %1: %2").arg(where, how));
        for (const QStringList &more : { way.differences, way.lost, way.notes }) {
            for (const QString &sentence : more)
                html += QStringLiteral("<pre class=\"dim\">") + escaped(sentence) + QStringLiteral("</pre>");
        }
        html += QStringLiteral("</li>\n");
    }
    return html + QStringLiteral("</ul>\n");
}

QStringList tableSentences(const Rehearsal &rehearsal)
{
    QStringList lines;
    for (const RehearsedTable &table : rehearsal.tables)
        lines.append(QStringLiteral("%1.%2: %3 rows").arg(table.schema, table.name, grouped(table.rows)));
    return lines;
}

} // namespace

QByteArray rehearsalHtml(const Rehearsal &rehearsal)
{
    QString html =
        QStringLiteral(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
            "content=\"width=device-width\">\n<title>Rehearsal</title>\n<style>")
        + QLatin1String(style) + QStringLiteral("</style>\n</head>\n<body>\n<h1>Rehearsal</h1>\n");
    html +=
        paragraph(rehearsal.held() ? QStringLiteral("good") : QStringLiteral("bad"), outcomeText(rehearsal));
    html += paragraph(QStringLiteral("dim"),
                      QStringLiteral("%1, on %2, %3 (UTC); %4 in all, %5 of it for the rows.")
                          .arg(rehearsal.material, rehearsal.server,
                               rehearsal.at.toUTC().toString(QStringLiteral("yyyy-MM-dd hh:mm")),
                               timeWords(rehearsal.tookMs), timeWords(rehearsal.materialMs)));
    html += list(QStringLiteral("To prepare: rows that a step does not pass; they were left out"),
                 rehearsal.prepare);
    html += stepsTable(rehearsal);
    html += waysHtml(rehearsal);
    html += list(QStringLiteral("Not rehearsed"), rehearsal.notRehearsed);
    html += list(QStringLiteral("Notes"), rehearsal.notes);
    html += list(QStringLiteral("Rows"), tableSentences(rehearsal));
    html += QStringLiteral("</body>\n</html>\n");
    return html.toUtf8();
}

} // namespace lockstep::proof
