#include "runchecks.h"

#include "checkreport.h"
#include "context.h"

#include <model/execution/runner.h>
#include <model/project/preflight.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace lockstep::cli {

namespace {

using analysis::CheckItem;
using analysis::CheckVerdict;

/// What is refused for its own reason, with its own hint, is not asked about here.
bool isRefusedAnyway(const Arguments &arguments, const postgres::ConnectionTarget &target)
{
    if (arguments.has("--resume"))
        return false;
    const auto status = execution::runStatus(target);
    return status.has_value() && status->hasRun && status->state != execution::RunState::Done
           && status->state != execution::RunState::RolledBack;
}

base::Result<QSet<QString>> ignoredChecks(const Arguments &arguments)
{
    const QStringList known = analysis::checkIds();
    QSet<QString> ignored;
    for (const QString &id : arguments.value("--ignore-check").split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!known.contains(id)) {
            const QString near = nearest(id, known);
            return usageError(QStringLiteral("--ignore-check names %1, and there is no such item.").arg(id),
                              near.isEmpty()
                                  ? QStringLiteral("The items are %1.").arg(known.join(QStringLiteral(", ")))
                                  : QStringLiteral("Did you mean %1?").arg(near));
        }
        ignored.insert(id);
    }
    return ignored;
}

void show(const CheckItem &item, bool json)
{
    if (!json) {
        complain(itemText(item).trimmed());
        return;
    }
    const QJsonObject object{ { QStringLiteral("event"), QStringLiteral("check") },
                              { QStringLiteral("item"), item.id },
                              { QStringLiteral("verdict"), analysis::name(item.verdict) },
                              { QStringLiteral("text"), item.consequence } };
    complain(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

} // namespace

base::Result<void> checkBeforeRun(const Arguments &arguments, const plan::PlanPtr &plan,
                                  const postgres::ConnectionTarget &target, const std::stop_token &stop)
{
    const auto ignored = ignoredChecks(arguments);
    if (!ignored.has_value())
        return ignored.error();
    if (!plan->isProved() || isRefusedAnyway(arguments, target))
        return {};
    const auto list = project::readChecklist(plan, target, project::PreflightOptions::beforeRun(), stop);
    if (!list.has_value())
        return list.error();
    const bool json = arguments.value("--progress", "plain") == QLatin1String("json");
    QStringList stopping;
    for (const CheckItem &item : (*list)->items) {
        if (item.verdict == CheckVerdict::Ok || analysis::isToldByTheRun(item))
            continue;
        show(item, json);
        if (item.verdict == CheckVerdict::Stop && !ignored->contains(item.id))
            stopping.append(item.id);
    }
    if (stopping.isEmpty())
        return {};
    base::Error error;
    error.kind = base::ErrorKind::Refused;
    error.message = QStringLiteral("The run did not begin: the checklist says stop (%1).")
                        .arg(stopping.join(QStringLiteral(", ")));
    error.hint =
        QStringLiteral("Mend what it names, or run with --ignore-check %1 if you know better. Nothing was "
                       "changed.")
            .arg(stopping.join(QLatin1Char(',')));
    return error;
}

} // namespace lockstep::cli
