#include "comparison.h"

#include "dumpcompare.h"

#include <model/diff/changeset.h>
#include <model/scratch/scriptloader.h>
#include <model/sources/catalogreader.h>
#include <model/sources/pgdump.h>

#include <algorithm>

namespace lockstep::proof {

namespace {

/// What must still happen to the database, as a person reads it.
QString changeText(const diff::Change &change)
{
    return std::visit(base::Overloaded{
                          [](const diff::Created &c) -> QString {
                              return schema::displayName(c.fact.id) + QStringLiteral(" is missing.");
                          },
                          [](const diff::Dropped &c) -> QString {
                              return schema::displayName(c.fact.id) + QStringLiteral(" should not be there.");
                          },
                          [](const diff::Altered &c) -> QString {
                              QStringList parts;
                              for (const diff::Difference &difference : c.differences)
                                  parts.append(QStringLiteral("%1 is \"%2\" and should be \"%3\"")
                                                   .arg(difference.property, difference.before.simplified(),
                                                        difference.after.simplified()));
                              return schema::displayName(c.after.id) + QStringLiteral(": ")
                                     + parts.join(QStringLiteral("; ")) + QLatin1Char('.');
                          },
                          [](const diff::Renamed &c) -> QString {
                              return schema::displayName(c.before.id) + QStringLiteral(" should be called ")
                                     + schema::dottedName(c.after.id) + QLatin1Char('.');
                          },
                      },
                      change);
}

/// The way back neither builds an invalid index nor makes a valid one invalid.
bool isAboutLeftover(const diff::Change &change, const schema::Catalog &expected)
{
    const schema::Fact *wanted = expected.find(diff::idOf(change));
    if (!wanted || !schema::isLeftover(*wanted, expected))
        return false;
    const auto *altered = std::get_if<diff::Altered>(&change);
    const auto isOfValidity = [](const diff::Difference &difference) {
        return difference.property == QLatin1String("valid") || difference.property == QLatin1String("ready");
    };
    return std::holds_alternative<diff::Created>(change)
           || (altered
               && std::all_of(altered->differences.begin(), altered->differences.end(), isOfValidity));
}

base::Result<QStringList> catalogDifferences(const schema::CatalogPtr &actual,
                                             const schema::CatalogPtr &expected, const std::stop_token &stop)
{
    const auto changes = diff::diff(actual, expected, {}, stop);
    if (!changes.has_value())
        return changes.error();
    QStringList texts;
    bool hasLeftovers = false;
    for (const diff::Change &change : (*changes)->changes) {
        if (isAboutLeftover(change, *expected))
            hasLeftovers = true;
        else
            texts.append(changeText(change));
    }
    // Differing fingerprints would stop the run as drift, so they must never pass unseen.
    if (texts.isEmpty() && !hasLeftovers && (*changes)->implied == 0
        && (*changes)->current->fingerprint() != (*changes)->target->fingerprint())
        texts.append(
            QStringLiteral("The catalogs differ in an attribute that the comparison does not look at."));
    return texts;
}

} // namespace

base::Result<ProofSide> loadSide(const scratch::ScratchServerPtr &server, const QString &name,
                                 const QString &script, const QString &display, const std::stop_token &stop)
{
    auto database = scratch::ScratchDatabase::create(server, name);
    if (!database.has_value())
        return database.error();
    ProofSide side;
    side.database = std::move(*database);
    {
        const auto session = side.database->open();
        if (!session.has_value())
            return session.error();
        const postgres::CancelOnStop canceler(**session, stop);
        const QString file = display.isEmpty() ? name : display;
        const auto report = scratch::loadScript(**session, script, file, false, stop);
        if (!report.has_value())
            return report.error();
        const auto catalog = sources::readLoadedCatalog(**session, stop);
        if (!catalog.has_value())
            return catalog.error();
        side.catalog = *catalog;
    }
    const auto dump = sources::dumpSchema(side.database->target(), server->toolDirectory(), {}, stop);
    if (!dump.has_value())
        return dump.error();
    side.dump = *dump;
    return side;
}

base::Result<QStringList> differencesFrom(const ProofSide &expected, const postgres::ConnectionTarget &actual,
                                          const QString &toolDirectory, const DumpFilter &filter,
                                          const std::stop_token &stop)
{
    const auto session = postgres::Session::open(actual);
    if (!session.has_value())
        return session.error();
    const auto catalog = sources::readLoadedCatalog(**session, stop);
    if (!catalog.has_value())
        return catalog.error();
    const auto ours = catalogDifferences(*catalog, expected.catalog, stop);
    if (!ours.has_value())
        return ours.error();
    const auto dump = sources::dumpSchema(actual, toolDirectory, {}, stop);
    if (!dump.has_value())
        return dump.error();
    QStringList differences = *ours;
    const QStringList fromDumps =
        compareStatements(filter.statements(*dump), filter.statements(expected.dump),
                          { (*session)->server().user, filter.comparesOwners() });
    for (const QString &statement : fromDumps)
        differences.append(QStringLiteral("pg_dump: ") + statement);
    return differences;
}

} // namespace lockstep::proof
