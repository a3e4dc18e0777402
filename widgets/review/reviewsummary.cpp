#include "reviewsummary.h"

#include <widgets/common/format.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace lockstep::widgets {

namespace {

struct SummaryTr
{
    Q_DECLARE_TR_FUNCTIONS(lockstep::widgets::ReviewSummary)
};

} // namespace

QString summaryOf(const analysis::lint::LintReport &report)
{
    std::array<int, 3> found{}; // By severity.
    qint64 longest = 0;
    for (const auto &statement : report.statements) {
        for (const plan::Finding &finding : statement.findings)
            ++found.at(size_t(finding.severity));
        if (statement.blocks >= plan::Blocks::Writes)
            longest = std::max(longest, statement.estimate.likelyMs);
    }
    const auto [notes, warnings, errors] = found;
    QStringList parts;
    if (errors > 0)
        parts.append(SummaryTr::tr("%n error(s)", nullptr, errors));
    if (warnings > 0)
        parts.append(SummaryTr::tr("%n warning(s)", nullptr, warnings));
    if (parts.isEmpty())
        parts.append(notes > 0 ? SummaryTr::tr("%n note(s)", nullptr, notes)
                               : SummaryTr::tr("nothing found"));
    const QString line = SummaryTr::tr("%1 in %2", "what was found, and in how many statements")
                             .arg(parts.join(QStringLiteral(", ")),
                                  SummaryTr::tr("%n statement(s)", nullptr, int(report.statements.size())));
    return longest > 0 ? SummaryTr::tr("%1 \u00b7 longest block %2").arg(line, durationText(double(longest)))
                       : line;
}

} // namespace lockstep::widgets
