#include "scripttext.h"

#include "script.h"

#include <QRegularExpression>

namespace lockstep::plan::script {

QString comment(const QString &text, const QString &prefix)
{
    // A carriage return ends a comment as well, and what follows it in a name would be run.
    static const QRegularExpression lineEnd(QStringLiteral("\r\n|\r|\n"));
    QString result;
    for (const QString &line : text.split(lineEnd))
        result += prefix + line + QLatin1Char('\n');
    return result;
}

QString terminated(const QString &statement)
{
    const QString trimmed = statement.trimmed();
    const QString lastLine = trimmed.mid(trimmed.lastIndexOf(QLatin1Char('\n')) + 1);
    // A semicolon behind a comment would be part of it.
    const bool endsInComment = lastLine.contains(QLatin1String("--"));
    return trimmed + (endsInComment ? QStringLiteral("\n;\n") : QStringLiteral(";\n"));
}

QString duration(int milliseconds)
{
    return milliseconds > 0 ? QStringLiteral("'%1ms'").arg(milliseconds) : QStringLiteral("0");
}

QString statements(const QStringList &sql, TransactionMode mode, const Timeouts &timeouts)
{
    if (sql.isEmpty())
        return {};
    const bool isOwn = mode == TransactionMode::Own;
    const QString set = isOwn ? QStringLiteral("SET LOCAL") : QStringLiteral("SET");
    QString result = isOwn ? QStringLiteral("BEGIN;\n") : QString();
    result += QStringLiteral("%1 lock_timeout = %2;\n%1 statement_timeout = %3;\n")
                  .arg(set, duration(timeouts.lockMs), duration(timeouts.statementMs));
    for (const QString &statement : sql)
        result += terminated(statement);
    result += isOwn ? QStringLiteral("COMMIT;\n")
                    : QStringLiteral("RESET lock_timeout;\nRESET statement_timeout;\n");
    return result;
}

QString doBlock(const QString &body)
{
    QString tag = QStringLiteral("$lockstep$");
    for (int i = 1; body.contains(tag); ++i)
        tag = QStringLiteral("$lockstep%1$").arg(i);
    return QStringLiteral("DO %1\n%2\n%1;\n").arg(tag, body);
}

QString check(const Verification &verification, const QString &title)
{
    const QString expected = schema::quoteLiteral(verification.expect);
    const QString hint =
        verification.sample.isEmpty()
            ? QString()
            : QStringLiteral("\n      USING HINT = ")
                  + schema::quoteLiteral(QStringLiteral("To see rows: ") + verification.sample);
    const QString text =
        QStringLiteral("DECLARE\n  found text;\nBEGIN\n  found := (") + verification.sql.trimmed()
        + QStringLiteral("\n  );\n  IF found IS DISTINCT FROM ") + expected
        + QStringLiteral(" THEN\n    RAISE EXCEPTION 'Lockstep check failed: %. Found %, expected %.', ")
        + schema::quoteLiteral(title) + QStringLiteral(", coalesce(found, 'nothing'), ") + expected + hint
        + QStringLiteral(";\n  END IF;\nEND");
    return doBlock(text);
}

QString heading(const Step &step)
{
    const QString rule = QStringLiteral("-- ") + QString(72, QLatin1Char('-')) + QLatin1Char('\n');
    return rule + comment(QStringLiteral("%1 | %2 | %3").arg(step.id, name(step.phase), step.title)) + rule;
}

QString preamble(const Plan &plan, const QString &purpose)
{
    QString text = comment(purpose);
    if (!plan.current.display.isEmpty() || !plan.target.display.isEmpty())
        text += comment(QStringLiteral("From %1 to %2.").arg(plan.current.display, plan.target.display));
    text += comment(QStringLiteral("Made for PostgreSQL %1.%2 and the schema with fingerprint\n%3.")
                        .arg(plan.serverVersion / 10000)
                        .arg(plan.serverVersion % 10000)
                        .arg(QString::fromLatin1(plan.fingerprint)));
    text += comment(plan.isProved()
                        ? QStringLiteral("These steps and their way back were proved on a scratch copy.")
                        : QStringLiteral("WARNING: these steps have not been proved on a scratch copy."));
    for (const QPair<QString, QString> &item : plan.unmodelled) {
        text += comment(QStringLiteral("WARNING: %1 %2 is not compared; the plan says nothing of it.")
                            .arg(item.first, item.second));
    }
    if (!plan.intents.ignore.isEmpty())
        text += comment(diff::describe(plan.intents.ignore));
    for (const QString &warning : plan.warnings)
        text += comment(QStringLiteral("WARNING: ") + warning);
    return text + QStringLiteral("\n\\set ON_ERROR_STOP on\nSET client_encoding = 'UTF8';\n")
           + sessionSettings(plan.serverVersion).join(QStringLiteral(";\n")) + QStringLiteral(";\n");
}

} // namespace lockstep::plan::script
