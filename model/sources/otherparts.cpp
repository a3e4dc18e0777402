#include "catalogparts.h"

namespace lockstep::sources {

using namespace schema;

void absorbStatisticsObjects(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const Address address{ SystemCatalog::StatisticExt, rows.integer(i, 0) };
        if (builder.isExtensionMember(address))
            continue;
        DefinitionAttributes statistics{ rows.text(i, 4), {} };
        if (!rows.isNull(i, 5))
            statistics.settings.append({ QStringLiteral("STATISTICS"), rows.text(i, 5) });
        builder.add(address, { objectId(Kind::StatisticsObject, rows.text(i, 1), rows.text(i, 2)), statistics,
                               rows.text(i, 3) });
    }
}

namespace {

/// The state as ALTER EVENT TRIGGER says it; empty for the one it starts in.
QString eventTriggerState(QChar letter)
{
    switch (letter.unicode()) {
    case u'D': return QStringLiteral("DISABLE");
    case u'R': return QStringLiteral("ENABLE REPLICA");
    case u'A': return QStringLiteral("ENABLE ALWAYS");
    default: return {};
    }
}

} // namespace

void absorbEventTriggers(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const ObjectId id = objectId(Kind::EventTrigger, {}, rows.text(i, 1));
        QString definition =
            QStringLiteral("CREATE EVENT TRIGGER %1 ON %2").arg(sqlName(id), rows.text(i, 3));
        QStringList tags;
        for (const QString &tag : textList(rows, i, 6))
            tags.append(quoteLiteral(tag));
        if (!tags.isEmpty())
            definition += QStringLiteral(" WHEN TAG IN (%1)").arg(tags.join(QStringLiteral(", ")));
        definition += QStringLiteral(" EXECUTE FUNCTION %1()").arg(rows.text(i, 5));
        DefinitionAttributes trigger{ definition, {} };
        if (const QString state = eventTriggerState(letter(rows, i, 4)); !state.isEmpty())
            trigger.settings.append({ QStringLiteral("STATE"), state });
        builder.add({ SystemCatalog::EventTrigger, rows.integer(i, 0) }, { id, trigger, rows.text(i, 2) });
    }
}

void absorbComments(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const Address address{ SystemCatalog(rows.integer(i, 0)), rows.integer(i, 1),
                               int(rows.integer(i, 2)) };
        const std::optional<ObjectId> target = builder.target(address);
        if (!target)
            continue;
        const QString text = rows.text(i, 3);
        if (target->kind == Kind::Schema && text == QLatin1String("standard public schema"))
            continue; // initdb's, in every database.
        builder.addEdge(builder.add({ commentId(*target), CommentAttributes{ text }, {} }),
                        builder.resolve(address));
    }
}

void absorbSecurityLabels(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const Address address{ SystemCatalog(rows.integer(i, 0)), rows.integer(i, 1),
                               int(rows.integer(i, 2)) };
        const std::optional<ObjectId> target = builder.target(address);
        if (!target && !builder.isExtensionMember(address))
            builder.addUnmodelled(QStringLiteral("security label"),
                                  rows.text(i, 3) + QStringLiteral(" on ") + rows.text(i, 5));
        if (!target)
            continue;
        builder.addEdge(
            builder.add(
                { securityLabelId(*target, rows.text(i, 3)), CommentAttributes{ rows.text(i, 4) }, {} }),
            builder.resolve(address));
    }
}

void absorbUnmodelled(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i)
        builder.addUnmodelled(rows.text(i, 0), rows.text(i, 1));
}

void absorbDependencies(const Rows &rows, CatalogBuilder &builder)
{
    const auto from = [&rows](int i) {
        return Address{ SystemCatalog(rows.integer(i, 0)), rows.integer(i, 1), int(rows.integer(i, 2)) };
    };
    const auto to = [&rows](int i) {
        return Address{ SystemCatalog(rows.integer(i, 3)), rows.integer(i, 4), int(rows.integer(i, 5)) };
    };
    // Row types, arrays, constructors of ranges and the rules behind views are internal parts of what
    // they depend on.
    for (int i = 0; i < rows.count(); ++i) {
        const SystemCatalog catalog = SystemCatalog(rows.integer(i, 0));
        const bool canBePart = catalog == SystemCatalog::Type || catalog == SystemCatalog::Rewrite
                               || catalog == SystemCatalog::Proc;
        if (canBePart && letter(rows, i, 6) == QLatin1Char('i') && builder.indexOf(from(i)) < 0)
            builder.addAlias(from(i), to(i));
    }
    Address last;
    int needs = -1;
    for (int i = 0; i < rows.count(); ++i) {
        if (const Address address = from(i); address != last) { // Rows of one object mostly come together.
            last = address;
            needs = builder.resolve(address);
        }
        if (needs >= 0)
            builder.addEdge(needs, builder.resolve(to(i)));
    }
}

} // namespace lockstep::sources
