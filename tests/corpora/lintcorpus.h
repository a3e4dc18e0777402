#pragma once

#include <model/analysis/lint/lint.h>

#include <QHash>
#include <QStringList>
#include <QVector>

/// The tests of other linters, and how far ours agrees with them.
namespace lockstep::testing {

/// What a tool's test expects: that a rule speaks or does not, or that a lock is taken.
struct LintExpectation
{
    QString source; ///< How the tool comes to it: "lint", "trace".
    int file = 0; ///< From 0.
    int statement = -1; ///< Of the file, from 0; -1: whichever.
    QString rule; ///< The tool's own name; empty: it is about a lock.
    bool speaks = true;
    QString relation; ///< "public.books", with the lock at least.
    plan::LockMode lock = plan::LockMode::AccessShare;
};

struct LintCase
{
    QString name;
    QVector<analysis::lint::ScriptFile> files;
    QVector<int> before; ///< How many statements that are not the tool's each file begins with.
    analysis::lint::LintOptions options;
    QVector<LintExpectation> expectations;
};

struct LintTool
{
    QString name; ///< Of its folder in the corpora.
    QHash<QString, QStringList> rules; ///< Its rules, and ours that say the same.
    QVector<LintCase> cases;
};

/// One expectation that ours does not meet: "trace 2.1 E10 is theirs", "lint 3.2 E5 is ours".
struct LintDisagreement
{
    QString what;
    QString message; ///< What we say there, or that we say nothing.
};

/// Nothing where everything is as expected.
[[nodiscard]] QVector<LintDisagreement> disagreements(const LintTool &tool, const LintCase &lintCase);

/// Why we differ, by "tool case what", from lintdisagreements.tsv.
[[nodiscard]] QHash<QString, QString> justifications();

} // namespace lockstep::testing
