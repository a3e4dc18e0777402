#include "lintcorpus.h"

#include <tests/support/postgrestest.h>

#include <QFile>

#include <algorithm>

namespace lockstep::testing {

using analysis::lint::LintedStatement;

namespace {

/// The statements that an expectation is about.
QVector<LintedStatement> concerned(const LintCase &lintCase, const LintExpectation &expectation,
                                   const QVector<LintedStatement> &all)
{
    const QString file = lintCase.files.value(expectation.file).name;
    QVector<LintedStatement> result;
    std::copy_if(all.begin(), all.end(), std::back_inserter(result),
                 [&](const LintedStatement &statement) { return statement.file == file; });
    if (expectation.statement < 0)
        return all;
    return result.mid(expectation.statement + lintCase.before.value(expectation.file), 1);
}

/// Of several locks on a relation we name the strongest.
bool isLocked(const QVector<LintedStatement> &statements, const LintExpectation &expected)
{
    return std::any_of(statements.begin(), statements.end(), [&](const LintedStatement &statement) {
        return std::any_of(statement.locks.begin(), statement.locks.end(),
                           [&](const plan::RelationLock &one) {
                               return one.relation == expected.relation && one.mode >= expected.lock;
                           });
    });
}

/// What we say by one of `rules`; empty: nothing.
QString said(const QVector<LintedStatement> &statements, const QStringList &rules)
{
    for (const LintedStatement &statement : statements) {
        for (const plan::Finding &finding : statement.findings) {
            if (rules.contains(finding.rule))
                return finding.rule + QStringLiteral(": ") + finding.message;
        }
    }
    return {};
}

QString describe(const LintExpectation &expectation, bool isOurs)
{
    const QString where =
        expectation.statement < 0
            ? QString()
            : QStringLiteral(" %1.%2").arg(expectation.file + 1).arg(expectation.statement + 1);
    const QString what = expectation.rule.isEmpty()
                             ? QString(expectation.relation + QLatin1Char(' ') + plan::name(expectation.lock))
                             : expectation.rule;
    return QStringLiteral("%1%2 %3 is %4")
        .arg(expectation.source, where, what, isOurs ? QStringLiteral("ours") : QStringLiteral("theirs"));
}

} // namespace

QVector<LintDisagreement> disagreements(const LintTool &tool, const LintCase &lintCase)
{
    const auto catalog = std::make_shared<const schema::Catalog>(150000, std::vector<schema::Fact>(),
                                                                 std::vector<schema::Dependency>());
    const auto report = analysis::lint::lint(lintCase.files, catalog, lintCase.options, {});
    if (!report.has_value())
        return { { QStringLiteral("not read"), report.error().toText() } };
    QVector<LintDisagreement> result;
    for (const LintExpectation &expectation : lintCase.expectations) {
        const QVector<LintedStatement> statements = concerned(lintCase, expectation, report->statements);
        if (expectation.rule.isEmpty()) {
            if (!isLocked(statements, expectation))
                result.append({ describe(expectation, false), QStringLiteral("that lock is not ours") });
            continue;
        }
        const QString message = said(statements, tool.rules.value(expectation.rule));
        if (message.isEmpty() == expectation.speaks)
            result.append({ describe(expectation, !message.isEmpty()),
                            message.isEmpty() ? QStringLiteral("we say nothing") : message });
    }
    return result;
}

QHash<QString, QString> justifications()
{
    QFile file(sourceDirectory() + QStringLiteral("/tests/corpora/lintdisagreements.tsv"));
    QHash<QString, QString> result;
    if (!file.open(QIODevice::ReadOnly))
        return result;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        const QStringList fields = line.split(QLatin1Char('\t'));
        if (fields.size() == 4 && !line.startsWith(QLatin1Char('#')))
            result.insert(fields.mid(0, 3).join(QLatin1Char(' ')), fields[3]);
    }
    return result;
}

} // namespace lockstep::testing
