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

namespace {

QString publicationOptions(const Rows &rows, int i)
{
    QStringList published;
    const std::array operations{ QStringLiteral("insert"), QStringLiteral("update"), QStringLiteral("delete"),
                                 QStringLiteral("truncate") };
    for (int operation = 0; operation < int(operations.size()); ++operation) {
        if (rows.boolean(i, 4 + operation))
            published.append(operations[size_t(operation)]);
    }
    QString options = QStringLiteral(" WITH (publish = '%1'").arg(published.join(QStringLiteral(", ")));
    if (rows.boolean(i, 8))
        options += QStringLiteral(", publish_via_partition_root = true");
    return options + QLatin1Char(')');
}

} // namespace

/// The definition ends with the options; absorbPublicationMembers() puts the members before them.
void absorbPublications(const Rows &rows, CatalogBuilder &builder)
{
    for (int i = 0; i < rows.count(); ++i) {
        const ObjectId id = objectId(Kind::Publication, {}, rows.text(i, 1));
        const QString all = rows.boolean(i, 3) ? QStringLiteral(" FOR ALL TABLES") : QString();
        builder.add({ SystemCatalog::Publication, rows.integer(i, 0) },
                    { id,
                      DefinitionAttributes{ QStringLiteral("CREATE PUBLICATION ") + sqlName(id) + all
                                            + publicationOptions(rows, i) },
                      rows.text(i, 2) });
    }
}

void absorbPublicationMembers(const Rows &rows, CatalogBuilder &builder)
{
    QHash<int, QStringList> members;
    for (int i = 0; i < rows.count(); ++i) {
        const int publication = builder.indexOf({ SystemCatalog::Publication, rows.integer(i, 0) });
        if (publication < 0)
            continue;
        QStringList &list = members[publication];
        const bool isFirstTable = list.isEmpty() && rows.integer(i, 1) != 0;
        list.append((isFirstTable ? QStringLiteral("TABLE ") : QString()) + rows.text(i, 2));
        builder.addEdge(publication, builder.indexOf({ SystemCatalog::Class, rows.integer(i, 1) }));
    }
    for (auto it = members.cbegin(); it != members.cend(); ++it) {
        Fact &fact = builder.fact(it.key());
        QString &definition = std::get<DefinitionAttributes>(fact.attributes).definition;
        const qsizetype options = QStringLiteral("CREATE PUBLICATION ").size() + sqlName(fact.id).size();
        definition.insert(options, QStringLiteral(" FOR ") + it.value().join(QStringLiteral(", ")));
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
    for (int i = 0; i < rows.count(); ++i) {
        const int needs = builder.resolve(from(i));
        if (needs >= 0)
            builder.addEdge(needs, builder.resolve(to(i)));
    }
}

} // namespace lockstep::sources
