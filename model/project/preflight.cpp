#include "preflight.h"

#include "loading.h"

#include <model/analysis/neededrights.h>
#include <model/execution/runner.h>
#include <model/execution/startgate.h>
#include <model/plan/dottedname.h>
#include <model/schema/helpers.h>
#include <model/sources/activityreader.h>
#include <model/sources/catalogreader.h>
#include <model/sources/checkreader.h>

#include <QFileInfo>
#include <QMap>
#include <QStorageInfo>

namespace lockstep::project {

namespace {

using analysis::CheckInput;
using schema::CheckReadings;

QVector<sources::PlannedRelation> plannedRelations(const plan::Plan &plan)
{
    QMap<QString, sources::PlannedRelation> found;
    const auto add = [&found](const QString &display, bool isChanged) {
        const QStringList parts = plan::splitDottedName(display);
        if (parts.size() != 2)
            return;
        sources::PlannedRelation &relation = found[display];
        relation = { parts.at(0), parts.at(1), display, relation.isChanged || isChanged };
    };
    for (const plan::Step &step : plan.steps) {
        const bool changes = step.kind == plan::StepKind::Ddl || step.kind == plan::StepKind::Backfill;
        for (const QString &relation : step.relations)
            add(relation, changes);
        for (const plan::RelationLock &lock : step.assessment.locks)
            add(lock.relation, false);
    }
    return found.values();
}

QString kindWord(analysis::OwnedObject::Kind kind)
{
    using Kind = analysis::OwnedObject::Kind;
    switch (kind) {
    case Kind::Type: return QStringLiteral("type");
    case Kind::Function: return QStringLiteral("function");
    case Kind::Schema: return QStringLiteral("schema");
    case Kind::Extension: return QStringLiteral("extension");
    }
    return {};
}

sources::CheckSubjects subjectsOf(const plan::Plan &plan, const analysis::NeededRights &rights)
{
    sources::CheckSubjects subjects{ plannedRelations(plan), rights.createsIn, {} };
    for (const analysis::OwnedObject &object : rights.owned)
        subjects.objects.append({ kindWord(object.kind), object.schema, object.name });
    return subjects;
}

/// Only where the server is reached through a socket of this machine.
qint64 freeBytes(postgres::Session &session)
{
    const QString host = session.server().host;
    if (!host.isEmpty() && !host.startsWith(QLatin1Char('/')))
        return -1;
    const auto rows =
        session.query(QStringLiteral("SELECT pg_catalog.current_setting('data_directory', true)"));
    if (!rows.has_value() || rows->isNull(0, 0) || !QFileInfo(rows->text(0, 0)).isDir())
        return -1;
    const QStorageInfo disk(rows->text(0, 0));
    return disk.isValid() ? disk.bytesAvailable() : -1;
}

/// Of the run that the database is in the middle of, if any.
std::optional<QByteArray> unfinishedPlan(const postgres::ConnectionTarget &target)
{
    const auto status = execution::runStatus(target);
    if (!status.has_value() || !isInTheMiddle(*status))
        return std::nullopt;
    return status->planDigest;
}

bool endsTheList(const base::Error &error)
{
    return error.isCanceled() || error.kind == base::ErrorKind::Connection;
}

/// Asks a session one thing after the other.
class Preflight
{
public:
    Preflight(const plan::Plan &plan, postgres::Session &session, const PreflightOptions &options,
              std::stop_token stop)
        : m_plan(plan)
        , m_session(session)
        , m_options(options)
        , m_stop(std::move(stop))
        , m_input{ plan, m_readings }
    { }
    base::Result<analysis::Checklist> read(const std::optional<QByteArray> &unfinished);

private:
    base::Result<void> askServer();
    base::Result<void> askNames();
    base::Result<void> askTraffic();
    base::Result<void> askSchema();
    base::Result<void> askRows();
    base::Result<void> ask(const QVector<sources::CheckQuery> &queries);

    const plan::Plan &m_plan;
    postgres::Session &m_session;
    const PreflightOptions &m_options;
    std::stop_token m_stop;
    CheckReadings m_readings;
    CheckInput m_input;
    bool m_isInBetween = false; ///< Of a run, whose helpers are no drift.
};

base::Result<void> Preflight::ask(const QVector<sources::CheckQuery> &queries)
{
    const auto readings = sources::readChecks(m_session, queries, m_stop);
    if (!readings.has_value())
        return readings.error();
    m_readings.insert(*readings);
    return {};
}

base::Result<void> Preflight::askServer()
{
    const analysis::NeededRights rights = analysis::neededRights(m_plan);
    m_input.superuserOnly = rights.superuserOnly;
    if (const auto named = askNames(); !named.has_value())
        return named;
    return ask(sources::serverChecks(subjectsOf(m_plan, rights), m_session.server().version));
}

base::Result<void> Preflight::askNames()
{
    const auto roles = execution::missingRoles(m_session, m_plan);
    if (roles.has_value())
        m_input.missingRoles = *roles;
    else if (endsTheList(roles.error()))
        return roles.error();
    const auto use = execution::missingUse(m_session, m_plan);
    if (use.has_value())
        m_input.missingUse = *use;
    else if (endsTheList(use.error()))
        return use.error();
    const auto encoding = execution::checkEncoding(m_session, m_plan);
    if (encoding.has_value())
        return {};
    if (endsTheList(encoding.error()))
        return encoding.error();
    m_input.encodingFault = encoding.error().message;
    return {};
}

base::Result<void> Preflight::askTraffic()
{
    if (!m_options.watchTraffic)
        return {};
    const auto activity = sources::readActivity(m_session, m_options.sampleMs, m_stop);
    if (activity.has_value())
        m_input.activity = *activity;
    else if (endsTheList(activity.error()))
        return activity.error();
    else
        m_input.whyNoActivity =
            QStringLiteral("The traffic could not be read: %1").arg(activity.error().message);
    return {};
}

base::Result<void> Preflight::askSchema()
{
    if (!m_options.readSchema)
        return {};
    const auto catalog = sources::readCatalog(m_session, m_stop);
    if (catalog.has_value())
        m_input.liveFingerprint =
            (m_isInBetween ? schema::withoutHelpers(*catalog) : *catalog)->fingerprint();
    else if (endsTheList(catalog.error()))
        return catalog.error();
    else
        m_input.whyNoFingerprint = catalog.error().message;
    return {};
}

base::Result<void> Preflight::askRows()
{
    QVector<sources::CheckQuery> queries;
    QVector<analysis::DataQuestion> questions = analysis::dataQuestions(m_plan);
    if (!m_options.askRows)
        questions.removeIf([this](const analysis::DataQuestion &question) {
            return !m_options.rowsAgain.contains(question.id);
        });
    for (const analysis::DataQuestion &question : questions)
        queries.append({ question.id, question.sql, m_options.rowsTimeoutMs, true });
    if (const auto asked = ask(queries); !asked.has_value())
        return asked;
    queries.clear();
    for (const analysis::DataQuestion &question : questions) {
        const schema::CheckReading reading = m_readings.value(question.id);
        if (reading.isKnown() && reading.rows.value(0).value(0) != question.expect
            && !question.sample.isEmpty())
            queries.append(
                { question.id + QStringLiteral("-sample"), question.sample, m_options.rowsTimeoutMs, true });
    }
    return ask(queries);
}

base::Result<analysis::Checklist> Preflight::read(const std::optional<QByteArray> &unfinished)
{
    m_isInBetween = unfinished.has_value();
    m_input.serverVersion = m_session.server().version;
    m_input.announcedPid = m_session.server().announcedPid;
    m_input.isUnfinishedRun = unfinished == m_plan.digest();
    m_input.longTransactionSeconds = m_options.longTransactionSeconds;
    m_input.stuckTransactionSeconds = m_options.stuckTransactionSeconds;
    m_input.freeBytes = freeBytes(m_session);
    for (base::Result<void> (Preflight::*part)() :
         { &Preflight::askServer, &Preflight::askTraffic, &Preflight::askSchema, &Preflight::askRows }) {
        if (const auto asked = (this->*part)(); !asked.has_value())
            return asked.error();
    }
    return analysis::judge(m_input);
}

} // namespace

PreflightOptions PreflightOptions::beforeRun(const QSet<QString> &rowsAgain)
{
    PreflightOptions options;
    options.watchTraffic = false;
    options.askRows = false;
    options.rowsAgain = rowsAgain;
    options.readSchema = false;
    return options;
}

base::Result<analysis::ChecklistPtr> readChecklist(const plan::PlanPtr &plan,
                                                   const postgres::ConnectionTarget &target,
                                                   const PreflightOptions &options, std::stop_token stop)
{
    const auto session = postgres::Session::open(target, stop);
    if (!session.has_value())
        return session.error();
    auto list = Preflight(*plan, **session, options, stop).read(unfinishedPlan(target));
    if (!list.has_value())
        return list.error();
    auto checklist = std::make_shared<analysis::Checklist>(std::move(list).value());
    checklist->isBrief = !options.askRows;
    checklist->takenAt = QDateTime::currentDateTime();
    checklist->database = target.display();
    checklist->serverVersion = (*session)->server().versionText;
    return analysis::ChecklistPtr(checklist);
}

} // namespace lockstep::project
