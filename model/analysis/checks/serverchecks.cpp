#include "check.h"

#include "../amounts.h"

#include <algorithm>

namespace lockstep::analysis::checks {

using schema::CheckReading;

namespace {

QString versionWords(int number)
{
    return QStringLiteral("%1.%2").arg(number / 10000).arg(number % 10000);
}

double milliseconds(const CheckReading &reading, int row)
{
    const double value = reading.number(row, "setting");
    return reading.text(row, "unit") == QLatin1String("s") ? value * 1000 : value;
}

} // namespace

Finding server(const CheckInput &input, const CheckReading &reading)
{
    const int planned = input.plan.serverVersion / 10000;
    const int found = input.serverVersion / 10000;
    const QString version = reading.text(0, "version");
    if (reading.flag(0, "standby"))
        return { CheckVerdict::Stop,
                 QStringLiteral("This server is a standby (in recovery): nothing can be changed there."),
                 QStringLiteral(
                     "Connect to the primary, for example with target_session_attrs=read-write.") };
    if (reading.text(0, "read_only") == QLatin1String("on"))
        return { CheckVerdict::Stop,
                 QStringLiteral("default_transaction_read_only is on for this role or database."),
                 QStringLiteral("Switch it off for the role that runs the plan.") };
    if (planned > found)
        return { CheckVerdict::Stop,
                 QStringLiteral("The plan was made for PostgreSQL %1, but the server runs %2.")
                     .arg(planned)
                     .arg(version),
                 QStringLiteral("Make the plan again for this server's version.") };
    if (planned < found)
        return { CheckVerdict::Attention,
                 QStringLiteral(
                     "The plan was made for PostgreSQL %1, and the server runs %2: newer ways may be "
                     "possible, and locks and times may differ.")
                     .arg(planned)
                     .arg(version),
                 QStringLiteral("Make the plan again for this server's version.") };
    return { CheckVerdict::Ok,
             QStringLiteral("PostgreSQL %1, writable, as role %2%3.")
                 .arg(version, reading.text(0, "role"),
                      reading.flag(0, "superuser") ? QStringLiteral(" (superuser)") : QString()),
             {} };
}

Finding runner(const CheckInput &input, const CheckReading &reading)
{
    if (!reading.rows.isEmpty())
        return { CheckVerdict::Stop,
                 QStringLiteral(
                     "Another runner is at work in this database: pid %1 (user %2, application %3).")
                     .arg(reading.text(0, "pid"), reading.text(0, "user"), reading.text(0, "application")),
                 QStringLiteral("Watch it with lockstep-cli run --status, and wait for its end.") };
    if (input.isUnfinishedRun)
        return { CheckVerdict::Attention, QStringLiteral("The journal holds an unfinished run of this plan."),
                 QStringLiteral("Go on with it (--resume) or take it back (--rollback).") };
    return { CheckVerdict::Ok, QStringLiteral("No other run is under way."), {} };
}

Finding privileges(const CheckInput &input, const CheckReading &reading)
{
    QStringList missing;
    for (int i = 0; i < reading.rows.size(); ++i) {
        if (reading.flag(i, "allowed"))
            continue;
        missing.append(QStringLiteral("%1 %2 %3, which belongs to %4")
                           .arg(reading.text(i, "needed"), reading.text(i, "kind"), reading.text(i, "object"),
                                reading.text(i, "owner")));
    }
    for (const QString &use : input.missingUse) {
        // CREATE on a schema is among the rows already.
        if (!use.startsWith(QLatin1String("CREATE on schema")))
            missing.append(use);
    }
    if (!missing.isEmpty())
        return { CheckVerdict::Stop,
                 QStringLiteral("This role lacks what the plan needs: %1.")
                     .arg(missing.join(QStringLiteral("; "))),
                 QStringLiteral("Connect as the owner of these objects, or grant the missing rights.") };
    const CheckReading about = input.readings.value(QStringLiteral("server"));
    const bool isSuperuser = !about.rows.isEmpty() && about.flag(0, "superuser");
    if (!input.superuserOnly.isEmpty() && !isSuperuser)
        return { CheckVerdict::Attention,
                 QStringLiteral("PostgreSQL leaves these to superusers, and this role is none: %1.")
                     .arg(someOf(input.superuserOnly)),
                 QStringLiteral(
                     "Connect as a superuser, or as the role that a hosted server has for this.") };
    return { CheckVerdict::Ok,
             QStringLiteral(
                 "This role owns every relation that the plan's %1 steps change, and may create where they "
                 "create.")
                 .arg(input.plan.steps.size()),
             {} };
}

Finding timeouts(const CheckInput &, const CheckReading &reading)
{
    QStringList set;
    bool ofRoleOrDatabase = false;
    for (int i = 0; i < reading.rows.size(); ++i) {
        const QString name = reading.text(i, "name");
        const QString source = reading.text(i, "source");
        if (name == QLatin1String("deadlock_timeout") || milliseconds(reading, i) <= 0)
            continue;
        set.append(QStringLiteral("%1 = %2 (%3)").arg(name, timeWords(milliseconds(reading, i)), source));
        ofRoleOrDatabase = ofRoleOrDatabase || source.contains(QLatin1String("user"))
                           || source.contains(QLatin1String("database"));
    }
    if (set.isEmpty())
        return { CheckVerdict::Ok,
                 QStringLiteral("No timeout is in force. A run sets its own for each step."),
                 {} };
    return {
        CheckVerdict::Ok,
        QStringLiteral(
            "In force: %1. A run sets its own for each step; %2 what is exported and run by other tools.")
            .arg(set.join(QStringLiteral(", ")),
                 ofRoleOrDatabase ? QStringLiteral("those of the role or database also hold for")
                                  : QStringLiteral("these hold for")),
        {}
    };
}

Finding eventTriggers(const CheckInput &, const CheckReading &reading)
{
    if (reading.rows.isEmpty())
        return { CheckVerdict::Ok, QStringLiteral("No event trigger is enabled."), {} };
    QStringList triggers;
    for (int i = 0; i < reading.rows.size(); ++i)
        triggers.append(
            QStringLiteral("%1 on %2").arg(reading.text(i, "event_trigger"), reading.text(i, "event")));
    return { CheckVerdict::Attention,
             QStringLiteral(
                 "Event triggers run with the plan's statements: %1. One that raises an error stops the "
                 "step.")
                 .arg(someOf(triggers)),
             QStringLiteral("Read what their functions do, or rehearse the plan on a copy.") };
}

Finding pooler(const CheckInput &input, const CheckReading &reading)
{
    const int answering = int(reading.number(0, "backend_pid"));
    if (input.announcedPid == 0 || answering == input.announcedPid)
        return { CheckVerdict::Ok, QStringLiteral("The connection goes to the server itself."), {} };
    return {
        CheckVerdict::Attention,
        QStringLiteral(
            "Backend %1 answers where %2 was announced: there is a pooler in between. In session mode a run "
            "goes through it; in transaction mode its lock, its settings and its statements would go to "
            "different sessions, and the run is refused.")
            .arg(answering)
            .arg(input.announcedPid),
        QStringLiteral(
            "Connect to the server itself, or name it as the run's direct connection (--direct).")
    };
}

const plan::Step *firstConcurrent(const plan::Plan &plan)
{
    const auto it = std::find_if(plan.steps.cbegin(), plan.steps.cend(), [](const plan::Step &step) {
        return step.sql.join(QLatin1Char(' ')).contains(QLatin1String("CONCURRENTLY"), Qt::CaseInsensitive);
    });
    return it == plan.steps.cend() ? nullptr : &*it;
}

QString someOf(const QStringList &names)
{
    constexpr int shown = 4;
    if (names.size() <= shown + 1)
        return names.join(QStringLiteral(", "));
    return QStringLiteral("%1 and %2 more")
        .arg(names.mid(0, shown).join(QStringLiteral(", ")))
        .arg(names.size() - shown);
}

CheckItem concurrentIndexes(const CheckInput &input)
{
    CheckItem item;
    item.id = QStringLiteral("concurrent-indexes");
    item.title = QStringLiteral("Indexes built CONCURRENTLY on 14.0 to 14.3");
    const plan::Step *step = firstConcurrent(input.plan);
    const bool isBroken = input.serverVersion >= 140000 && input.serverVersion < 140004;
    if (step && isBroken) {
        item.verdict = CheckVerdict::Stop;
        item.consequence =
            QStringLiteral("PostgreSQL %1 can leave rows out of an index that it builds concurrently "
                           "(step %2).")
                .arg(versionWords(input.serverVersion), step->id);
        item.advice = QStringLiteral("Update the server to 14.4 or newer first.");
    } else {
        item.consequence =
            step ? QStringLiteral("PostgreSQL %1 builds indexes concurrently without that fault.")
                       .arg(versionWords(input.serverVersion))
                 : QStringLiteral("No step of the plan works CONCURRENTLY.");
    }
    return item;
}

CheckItem drift(const CheckInput &input)
{
    CheckItem item;
    item.id = QStringLiteral("drift");
    item.title = QStringLiteral("Drift");
    if (input.isUnfinishedRun) {
        item.consequence =
            QStringLiteral("An unfinished run has changed the schema already; its journal says how far.");
    } else if (input.liveFingerprint.isEmpty()) {
        item.verdict = CheckVerdict::NotKnown;
        item.consequence = input.whyNoFingerprint.isEmpty() ? QStringLiteral("The schema was not read.")
                                                            : input.whyNoFingerprint;
    } else if (input.liveFingerprint == input.plan.fingerprint) {
        item.consequence = QStringLiteral("The schema is the one that the plan was made for.");
    } else if (input.liveFingerprint == input.plan.targetFingerprint) {
        item.verdict = CheckVerdict::Attention;
        item.consequence =
            QStringLiteral("The database already has the target schema; there is nothing to do.");
    } else {
        item.verdict = CheckVerdict::Stop;
        item.consequence =
            QStringLiteral("The schema is not the one that the plan was made for: it is another database, "
                           "or it was changed since.");
        item.advice = QStringLiteral("Compare the database with the target again and make a new plan.");
    }
    if (!input.liveFingerprint.isEmpty()) {
        item.columns = { QStringLiteral("planned"), QStringLiteral("found") };
        item.rows.append(
            { QString::fromUtf8(input.plan.fingerprint), QString::fromUtf8(input.liveFingerprint) });
    }
    return item;
}

} // namespace lockstep::analysis::checks
