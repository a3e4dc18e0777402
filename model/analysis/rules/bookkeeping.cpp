#include "bookkeeping.h"

#include <QSet>

namespace lockstep::analysis::rules {

bool isBookkeeping(const Key &table)
{
    static const QSet<QString> names = {
        QStringLiteral("alembic_version"),       QStringLiteral("schema_migrations"),
        QStringLiteral("flyway_schema_history"), QStringLiteral("databasechangelog"),
        QStringLiteral("databasechangeloglock"), QStringLiteral("django_migrations"),
        QStringLiteral("goose_db_version"),      QStringLiteral("gorp_migrations"),
        QStringLiteral("_prisma_migrations"),    QStringLiteral("knex_migrations"),
        QStringLiteral("knex_migrations_lock"),  QStringLiteral("SequelizeMeta"),
        QStringLiteral("pgmigrations"),          QStringLiteral("__drizzle_migrations"),
        QStringLiteral("ar_internal_metadata"),
    };
    return names.contains(table.second);
}

} // namespace lockstep::analysis::rules
