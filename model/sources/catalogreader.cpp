#include "catalogreader.h"

#include "catalogfeed.h"
#include "catalogparts.h"
#include "catalogqueries.h"
#include "readtransaction.h"

#include <model/base/log.h>

#include <QElapsedTimer>

namespace lockstep::sources {

namespace {

constexpr int asAWhole = -1;

struct CatalogPart
{
    const char *query;
    void (*absorb)(const Rows &, CatalogBuilder &);
    /// For parts with a row for every column or index: rows alike in that many first columns come
    /// together, beside that they come in batches.
    int batchKey = asAWhole;
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
    { "relations", absorbRelations, 0 },
    { "inherits", absorbInherits },
    { "columns", absorbColumns, 1 },
    { "sequences", absorbSequences, 0 },
    { "routines", absorbRoutines },
    { "aggregates", absorbAggregates },
    { "defaults", absorbDefaults, 0 },
    { "constraints", absorbConstraints, 0 },
    { "indexes", absorbIndexes },
    { "triggers", absorbTriggers },
    { "rules", absorbRules },
    { "policies", absorbPolicies },
    { "statisticsobjects", absorbStatisticsObjects },
    { "eventtriggers", absorbEventTriggers },
    { "publications", absorbPublications },
    { "publicationmembers", absorbPublicationMembers },
    { "comments", absorbComments, 0 },
    { "securitylabels", absorbSecurityLabels },
    { "privilegetargets", absorbPrivilegeTargets },
    { "grants", absorbGrants, 3 },
    { "defaultprivileges", absorbDefaultPrivileges },
    { "unmodelled", absorbUnmodelled },
    { "dependencies", absorbDependencies },
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

/// Takes all rows of the part, whose query is at hand.
base::Result<void> absorbPart(const CatalogPart &part, CatalogFeed &feed, CatalogBuilder &builder)
{
    QElapsedTimer timer;
    qint64 waited = 0;
    qint64 absorbed = 0;
    int count = 0;
    Rows whole;
    for (bool isMore = true; isMore;) {
        timer.start();
        auto batch = feed.next();
        if (!batch.has_value())
            return batch.error();
        waited += timer.restart();
        isMore = batch->has_value();
        if (isMore)
            count += (*batch)->count();
        if (isMore && part.batchKey == asAWhole)
            whole.append(std::move(**batch));
        else if (isMore || part.batchKey == asAWhole)
            part.absorb(isMore ? **batch : whole, builder);
        absorbed += timer.elapsed();
    }
    base::log::debug("sources", QStringLiteral("%1: %2 rows, %3 ms waited, %4 ms read")
                                    .arg(QLatin1String(part.query))
                                    .arg(count)
                                    .arg(waited)
                                    .arg(absorbed));
    return {};
}

/// All parts in their order, from whichever connection reads them.
base::Result<void> absorbParts(postgres::Session &session, const QString &snapshot, CatalogBuilder &builder,
                               const std::stop_token &stop)
{
    std::vector<FeedQuery> queries;
    for (const CatalogPart &part : catalogParts)
        queries.push_back({ QLatin1String(part.query), std::max(part.batchKey, 0) });
    CatalogFeed feed(session, snapshot, std::move(queries), stop);
    for (const CatalogPart &part : catalogParts) {
        const auto absorbed = absorbPart(part, feed, builder);
        if (!absorbed.has_value())
            return absorbed;
    }
    return {};
}

/// What reading will take, guessed from the size of pg_attribute.
base::Result<qint64> catalogSize(postgres::Session &session)
{
    const auto bytes =
        session.query(QStringLiteral("SELECT pg_catalog.pg_relation_size('pg_catalog.pg_attribute')"));
    return bytes.has_value() ? base::Result<qint64>(bytes->integer(0, 0)) : bytes.error();
}

base::Result<schema::CatalogPtr> readParts(postgres::Session &session, ReadTransaction &transaction,
                                           CatalogBuilder &builder, const std::stop_token &stop)
{
    const base::Result<qint64> size = catalogSize(session);
    if (!size.has_value())
        return size.error();
    constexpr qint64 bytesPerFact = 200; // Of pg_attribute; a guess on the safe side.
    constexpr qint64 mostReserved = 2'000'000; // It may be mostly empty pages.
    builder.reserve(size_t(std::min(*size / bytesPerFact, mostReserved)));
    constexpr qint64 worthAnotherConnection = 2 << 20; // Some five hundred tables.
    base::Result<QString> snapshot = QString();
    if (*size >= worthAnotherConnection)
        snapshot = transaction.exportSnapshot();
    if (!snapshot.has_value())
        return snapshot.error();
    if (const auto read = readSubscriptions(session, builder, stop); !read.has_value())
        return read.error();
    if (const auto read = absorbParts(session, *snapshot, builder, stop); !read.has_value())
        return read.error();
    addBodyEdges(builder);
    addCastEdges(builder);
    return builder.finish();
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
    builder.setUnstatedOwner(unstatedOwner, session.server().user == unstatedOwner);
    return readParts(session, transaction, builder, stop);
}

} // namespace lockstep::sources
