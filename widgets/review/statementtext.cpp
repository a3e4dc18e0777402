#include "statementtext.h"

#include <widgets/common/format.h>
#include <widgets/common/uitext.h>

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTextDocument>

#include <algorithm>

namespace lockstep::widgets {

namespace {

struct StatementTr
{
    Q_DECLARE_TR_FUNCTIONS(lockstep::widgets::StatementPanel)
};

QString tinted(const QString &html, const QColor &color)
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(color.name(), html);
}

QString brokenLines(const QStringList &lines)
{
    return lines.join(QStringLiteral("<br/>"));
}

} // namespace

QString lockLinesHtml(const analysis::lint::LintedStatement &statement, const Colors &colors)
{
    if (!statement.isParsed)
        return tinted(StatementTr::tr("not known: this statement could not be read"), colors.warning);
    if (statement.locks.isEmpty())
        return StatementTr::tr("none");
    auto locks = statement.locks;
    std::stable_sort(locks.begin(), locks.end(),
                     [](const auto &a, const auto &b) { return a.mode > b.mode; });
    QString rows;
    for (const plan::RelationLock &lock : locks) {
        const plan::Blocks blocks = plan::blockedBy(lock.mode);
        rows += QStringLiteral("<tr><td style=\"padding:1px 8px 1px 0\"><img src=\"blocks:%1\"/></td>"
                               "<td style=\"padding:1px 12px 1px 0\">%2</td>"
                               "<td style=\"padding:1px 12px 1px 0\"><b>%3</b></td>"
                               "<td style=\"padding:1px 0\">%4</td></tr>")
                    .arg(QString::number(int(blocks)), lock.relation.toHtmlEscaped(), plan::name(lock.mode),
                         tinted(blocksSentence(blocks), colors.muted));
    }
    QString html = QStringLiteral("<table cellspacing=\"0\">%1</table>").arg(rows);
    const bool isNew = std::any_of(locks.begin(), locks.end(), [&](const plan::RelationLock &lock) {
        return plan::blockedBy(lock.mode) > statement.blocks;
    });
    if (isNew && statement.blocks == plan::Blocks::Nothing)
        html +=
            tinted(StatementTr::tr("Nobody waits: what is locked strongly is new, others do not know it."),
                   colors.muted);
    return html;
}

QString timeHtml(const analysis::lint::LintedStatement &statement, const Colors &colors)
{
    const plan::Estimate &estimate = statement.estimate;
    QString html = words(statement.effect).toHtmlEscaped();
    if (estimate.highMs > 0)
        html = StatementTr::tr("<b>%1</b> (%2), %3")
                   .arg(durationText(double(estimate.likelyMs)), rangeText(estimate), html);
    if (!estimate.basis.isEmpty())
        html += QStringLiteral("<br/>") + tinted(estimate.basis.toHtmlEscaped(), colors.muted);
    return html;
}

QString placeHtml(const analysis::lint::LintedStatement &statement)
{
    using analysis::lint::Place;
    switch (statement.place) {
    case Place::Own: return StatementTr::tr("in a transaction of its own");
    case Place::None: return StatementTr::tr("outside of a transaction");
    case Place::Open:
        return StatementTr::tr("in the transaction that is open; its locks stay until that ends");
    }
    return {};
}

QString findingLinesHtml(const analysis::lint::LintedStatement &statement, int chosen, const Colors &colors)
{
    QStringList parts;
    for (int i = 0; i < statement.findings.size(); ++i) {
        const plan::Finding &finding = statement.findings.at(i);
        const QString severity =
            tinted(QStringLiteral("<b>%1</b>").arg(words(finding.severity)), colors.of(finding.severity));
        const QString rule = QStringLiteral("<a style=\"color:%2\" href=\"finding:%1\">%3</a>")
                                 .arg(QString::number(i), colors.accent.name(), finding.rule.toHtmlEscaped());
        const QString line = QStringLiteral("%1 %2 %3").arg(severity, finding.message.toHtmlEscaped(), rule);
        parts.append(i == chosen && statement.findings.size() > 1
                         ? QStringLiteral("<span style=\"background:%1\">%2</span>")
                               .arg(colors.accentSoft.name(), line)
                         : line);
    }
    return parts.isEmpty() ? StatementTr::tr("none") : brokenLines(parts);
}

QString ignoredHtml(const analysis::lint::LintedStatement &statement, const Colors &colors)
{
    QStringList parts;
    for (const analysis::lint::Suppressed &each : statement.suppressed)
        parts.append(each.reason.isEmpty() ? each.rule.toHtmlEscaped()
                                           : StatementTr::tr("%1: %2", "rule and the reason to ignore it")
                                                 .arg(each.rule.toHtmlEscaped(),
                                                      tinted(each.reason.toHtmlEscaped(), colors.muted)));
    return brokenLines(parts);
}

QString documentationHtml(const QString &markdown, const Colors &colors)
{
    if (markdown.isEmpty())
        return {};
    static const QRegularExpression heading(QStringLiteral("^#+\\s+(.*)$"),
                                            QRegularExpression::MultilineOption);
    QString text = markdown;
    text.replace(heading, QStringLiteral("**\\1**"));
    QTextDocument document;
    document.setMarkdown(text, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                                   | QTextDocument::MarkdownNoHTML);
    static const QRegularExpression body(QStringLiteral("<body[^>]*>(.*)</body>"),
                                         QRegularExpression::DotMatchesEverythingOption);
    QString html = body.match(document.toHtml()).captured(1);
    // Code as on paper of its own.
    html.replace(QStringLiteral("<pre style=\""),
                 QStringLiteral("<pre style=\" background:%1;").arg(colors.window.name()));
    return html;
}

} // namespace lockstep::widgets
