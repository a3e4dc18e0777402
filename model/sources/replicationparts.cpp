#include "definitionparts.h"

#include <model/base/secrets.h>

#include <array>

namespace lockstep::sources {

using namespace schema;

namespace {

QString flag(bool value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

QVector<Setting> publicationSettings(const Rows &rows, int i)
{
    QStringList published;
    const std::array operations{ "insert", "update", "delete", "truncate" };
    for (int operation = 0; operation < int(operations.size()); ++operation) {
        if (rows.boolean(i, 5 + operation))
            published.append(QLatin1String(operations[size_t(operation)]));
    }
    QVector<Setting> settings{ { QStringLiteral("publish"),
                                 quoteLiteral(published.join(QStringLiteral(", "))) } };
    if (!rows.isNull(i, 9) && rows.boolean(i, 9))
        settings.append({ QStringLiteral("publish_via_partition_root"), flag(true) });
    if (!rows.isNull(i, 10) && rows.text(i, 10) != QLatin1String("none"))
        settings.append({ QStringLiteral("publish_generated_columns"), rows.text(i, 10) });
    return settings;
}

/// Before PostgreSQL 16 a boolean, from then on a letter.
QString streaming(const QString &state)
{
    if (state == QLatin1String("p"))
        return QStringLiteral("parallel");
    return flag(state.startsWith(QLatin1Char('t')));
}

/// Only what is not PostgreSQL's own choice, so that servers of different majors compare. Whether it
/// is enabled is a state of the run, not of the schema: pg_dump does not write it either.
QVector<Setting> subscriptionSettings(const Rows &rows, int i)
{
    QStringList publications;
    for (const QString &publication : textList(rows, i, 5))
        publications.append(quoteIdent(publication));
    QVector<Setting> settings{
        { QStringLiteral("connection"), quoteLiteral(base::withoutSecretParameters(rows.text(i, 3))) },
        { QStringLiteral("publication"), publications.join(QStringLiteral(", ")) },
        { QStringLiteral("slot_name"),
          rows.isNull(i, 4) ? QStringLiteral("NONE") : quoteLiteral(rows.text(i, 4)) },
        { QStringLiteral("synchronous_commit"), quoteLiteral(rows.text(i, 6)) },
        { QStringLiteral("binary"), flag(rows.boolean(i, 8)) },
        { QStringLiteral("two_phase"), flag(rows.boolean(i, 10)) },
        { QStringLiteral("disable_on_error"), flag(rows.boolean(i, 11)) },
        { QStringLiteral("origin"), rows.text(i, 12) },
        { QStringLiteral("password_required"), flag(rows.boolean(i, 13)) },
        { QStringLiteral("run_as_owner"), flag(rows.boolean(i, 14)) },
        { QStringLiteral("failover"), flag(rows.boolean(i, 15)) },
    };
    static const QStringList presets{
        QStringLiteral("binary false"),           QStringLiteral("two_phase false"),
        QStringLiteral("disable_on_error false"), QStringLiteral("origin any"),
        QStringLiteral("password_required true"), QStringLiteral("run_as_owner false"),
        QStringLiteral("failover false"),         QStringLiteral("synchronous_commit 'off'")
    };
    settings.removeIf([](const Setting &setting) {
        return presets.contains(setting.name + QLatin1Char(' ') + setting.value);
    });
    if (!rows.isNull(i, 9)) // What PostgreSQL takes by itself differs from 18 on.
        settings.append({ QStringLiteral("streaming"), streaming(rows.text(i, 9)) });
    return settings;
}

} // namespace

void absorbPublications(const Rows &rows, CatalogBuilder &builder)
{
    absorbDefinitions(rows, builder, SystemCatalog::Publication, Kind::Publication, publicationSettings);
}

void absorbPublicationMembers(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const int publication = builder.indexOf({ SystemCatalog::Publication, rows.integer(i, 2) });
        if (publication < 0)
            continue;
        const QString name = builder.fact(publication).id.name;
        const QString definition =
            QStringLiteral("ALTER PUBLICATION %1 ADD ").arg(quoteIdent(name)) + rows.text(i, 6);
        const int member = builder.add({ SystemCatalog(rows.integer(i, 0)), rows.integer(i, 1) },
                                       { subId(Kind::PublicationMember, {}, name, rows.text(i, 5)),
                                         DefinitionAttributes{ definition, {} },
                                         {} });
        builder.addEdge(member, publication);
        builder.addEdge(member, builder.resolve({ SystemCatalog(rows.integer(i, 3)), rows.integer(i, 4) }));
    }
}

void absorbSubscriptions(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const ObjectId id = objectId(Kind::Subscription, {}, rows.text(i, 1));
        DefinitionAttributes attributes{ QStringLiteral("CREATE SUBSCRIPTION ") + sqlName(id),
                                         subscriptionSettings(rows, i) };
        sortByName(attributes.settings);
        builder.add({ SystemCatalog::Subscription, rows.integer(i, 0) }, { id, attributes, rows.text(i, 2) });
    }
}

} // namespace lockstep::sources
