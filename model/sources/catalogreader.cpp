#include "catalogreader.h"

#include "catalogparts.h"
#include "catalogqueries.h"

#include <model/base/log.h>

#include <QElapsedTimer>

namespace lockstep::sources {

namespace {

struct CatalogPart
{
    const char *query;
    void (*absorb)(const Rows &, CatalogBuilder &);
};

/// Connection texts are for superusers; others learn that there are subscriptions, and so does the plan.
constexpr const char *subscriptionsMayBeRead =
    "SELECT pg_catalog.has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', 'SELECT')";

/// In the order they must be read: each looks up what stands above it.
constexpr CatalogPart catalogParts[] = {
    { "schemas", absorbSchemas },
    { "extensions", absorbExtensions },
    { "extensionmembers", absorbExtensionMembers },
    { "types", absorbTypes },
    { "ranges", absorbRanges },
    { "basetypes", absorbBaseTypes },
    { "languages", absorbLanguages },
    { "accessmethods", absorbAccessMethods },
    { "operators", absorbOperators },
    { "operatorfamilies", absorbOperatorFamilies },
    { "operatorclasses", absorbOperatorClasses },
    { "operatormembers", absorbOperatorMembers },
    { "casts", absorbCasts },
    { "conversions", absorbConversions },
    { "transforms", absorbTransforms },
    { "collations", absorbCollations },
    { "textsearchparsers", absorbTextSearchParsers },
    { "textsearchtemplates", absorbTextSearchTemplates },
    { "textsearchdictionaries", absorbTextSearchDictionaries },
    { "textsearchconfigurations", absorbTextSearchConfigurations },
    { "foreigndatawrappers", absorbForeignDataWrappers },
    { "foreignservers", absorbForeignServers },
    { "usermappings", absorbUserMappings },
    { "relations", absorbRelations },
    { "inherits", absorbInherits },
    { "columns", absorbColumns },
    { "sequences", absorbSequences },
    { "routines", absorbRoutines },
    { "aggregates", absorbAggregates },
    { "defaults", absorbDefaults },
    { "constraints", absorbConstraints },
    { "indexes", absorbIndexes },
    { "triggers", absorbTriggers },
    { "rules", absorbRules },
    { "policies", absorbPolicies },
    { "statisticsobjects", absorbStatisticsObjects },
    { "eventtriggers", absorbEventTriggers },
    { "publications", absorbPublications },
    { "publicationmembers", absorbPublicationMembers },
    { "comments", absorbComments },
    { "securitylabels", absorbSecurityLabels },
    { "privilegetargets", absorbPrivilegeTargets },
    { "grants", absorbGrants },
    { "defaultprivileges", absorbDefaultPrivileges },
    { "unmodelled", absorbUnmodelled },
    { "dependencies", absorbDependencies },
};

/// Everything that could change how the server prints an expression is pinned, so that two
/// databases with different settings read alike.
constexpr const char *readingSettings =
    "SET LOCAL search_path = ''; SET LOCAL quote_all_identifiers = off; SET LOCAL DateStyle = 'ISO, YMD'; "
    "SET LOCAL IntervalStyle = 'postgres'; SET LOCAL TimeZone = 'UTC'; SET LOCAL extra_float_digits = 1; "
    "SET LOCAL bytea_output = 'hex'; SET LOCAL xmlbinary = 'base64'; SET LOCAL standard_conforming_strings = "
    "on; "
    "SET LOCAL lc_monetary = 'C'; SET LOCAL row_security = off; SET LOCAL jit = off; SET LOCAL work_mem = "
    "'64MB'; SET LOCAL "
    "statement_timeout = 0";

/// One snapshot for all queries; ends with the object, whatever happened in between.
class ReadTransaction
{
public:
    explicit ReadTransaction(postgres::Session &session)
        : m_session(session)
    { }
    [[nodiscard]] base::Result<void> begin()
    {
        base::Result<void> begun =
            m_session.execute(QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
        m_isOpen = begun.has_value();
        return m_isOpen ? m_session.executeScript(QLatin1String(readingSettings)) : begun;
    }
    ~ReadTransaction()
    {
        if (m_isOpen && !m_session.execute(QStringLiteral("ROLLBACK")).has_value())
            base::log::warning("sources", QStringLiteral("The reading transaction could not be ended."));
    }
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;

private:
    postgres::Session &m_session;
    bool m_isOpen = false;
};

/// Subscriptions, or their names where the role may not read more.
base::Result<void> readSubscriptions(postgres::Session &session, CatalogBuilder &builder,
                                     const std::stop_token &stop)
{
    const base::Result<Rows> allowed = session.query(QLatin1String(subscriptionsMayBeRead));
    if (!allowed.has_value())
        return allowed.error();
    const bool isReadable = allowed->boolean(0, 0);
    const auto rows = runCatalogQuery(
        session, QLatin1String(isReadable ? "subscriptions" : "unreadablesubscriptions"), stop);
    if (!rows.has_value())
        return rows.error();
    isReadable ? absorbSubscriptions(*rows, builder) : absorbUnmodelled(*rows, builder);
    return {};
}

} // namespace

base::Result<schema::CatalogPtr> readLoadedCatalog(postgres::Session &session, std::stop_token stop)
{
    return readCatalog(session, std::move(stop), session.server().user);
}

base::Result<schema::CatalogPtr> readCatalog(postgres::Session &session, std::stop_token stop,
                                             const QString &unstatedOwner)
{
    if (session.server().version < 120000) {
        return base::inputError(
            QStringLiteral("The server runs PostgreSQL %1; Lockstep reads catalogs of 12 to 18.")
                .arg(session.server().versionText),
            QStringLiteral("Use a dump of it: pg_dump -s to a file, and the file as source."));
    }
    const postgres::CancelOnStop canceler(session, stop);
    ReadTransaction transaction(session);
    if (const auto begun = transaction.begin(); !begun.has_value())
        return begun.error();
    CatalogBuilder builder(session.server().version);
    if (const auto read = readSubscriptions(session, builder, stop); !read.has_value())
        return read.error();
    builder.setUnstatedOwner(unstatedOwner, session.server().user == unstatedOwner);
    QElapsedTimer timer;
    for (const CatalogPart &part : catalogParts) {
        timer.start();
        const base::Result<Rows> rows = runCatalogQuery(session, QLatin1String(part.query), stop);
        if (!rows.has_value())
            return rows.error();
        const qint64 queried = timer.elapsed();
        part.absorb(*rows, builder);
        base::log::debug("sources", QStringLiteral("%1: %2 rows, %3 ms queried, %4 ms read")
                                        .arg(QLatin1String(part.query))
                                        .arg(rows->count())
                                        .arg(queried)
                                        .arg(timer.elapsed() - queried));
    }
    addBodyEdges(builder);
    addCastEdges(builder);
    return builder.finish();
}

} // namespace lockstep::sources
