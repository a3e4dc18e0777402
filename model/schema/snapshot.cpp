#include "snapshot.h"

#include "factjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lockstep::schema {

namespace {

constexpr const char *snapshotFormat = "lockstep-snapshot/1";

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// A JSON text, quotes and all.
QByteArray jsonText(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{ text }).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

/// One element a line, so that two snapshots can be compared with diff.
template <typename Items, typename ToObject>
QByteArray lines(const Items &items, ToObject toObject)
{
    QByteArray text = "[";
    bool isFirst = true;
    for (const auto &item : items) {
        text += isFirst ? "\n" : ",\n";
        text += compact(toObject(item));
        isFirst = false;
    }
    return text + (isFirst ? "]" : "\n]");
}

QJsonObject relationToJson(const ObjectId &id, const RelationStatistics &statistics)
{
    QJsonObject json = idToJson(id);
    json.insert(QStringLiteral("rows"), statistics.rows);
    json.insert(QStringLiteral("pages"), statistics.pages);
    json.insert(QStringLiteral("heap_bytes"), statistics.heapBytes);
    json.insert(QStringLiteral("index_bytes"), statistics.indexBytes);
    json.insert(QStringLiteral("reads_per_second"), statistics.readsPerSecond);
    json.insert(QStringLiteral("writes_per_second"), statistics.writesPerSecond);
    QJsonObject columns;
    for (auto it = statistics.columns.cbegin(); it != statistics.columns.cend(); ++it)
        columns.insert(it.key(),
                       QJsonArray{ it->nullFraction, it->distinct, it->averageWidth, it->correlation });
    if (!columns.isEmpty())
        json.insert(QStringLiteral("columns"), columns);
    return json;
}

RelationStatistics relationFromJson(const QJsonObject &json)
{
    RelationStatistics statistics;
    statistics.rows = json.value(QLatin1String("rows")).toInteger(-1);
    statistics.pages = json.value(QLatin1String("pages")).toInteger();
    statistics.heapBytes = json.value(QLatin1String("heap_bytes")).toInteger();
    statistics.indexBytes = json.value(QLatin1String("index_bytes")).toInteger();
    statistics.readsPerSecond = json.value(QLatin1String("reads_per_second")).toDouble();
    statistics.writesPerSecond = json.value(QLatin1String("writes_per_second")).toDouble();
    const QJsonObject columns = json.value(QLatin1String("columns")).toObject();
    for (auto it = columns.begin(); it != columns.end(); ++it) {
        const QJsonArray values = it.value().toArray();
        statistics.columns.insert(it.key(), { values.at(0).toDouble(), values.at(1).toDouble(),
                                              values.at(2).toInt(), values.at(3).toDouble() });
    }
    return statistics;
}

QByteArray statisticsJson(const Statistics &statistics)
{
    QList<ObjectId> ids = statistics.relations.keys();
    std::sort(ids.begin(), ids.end());
    return QByteArrayLiteral("{\"taken_at\":")
           + jsonText(statistics.takenAt.toUTC().toString(Qt::ISODateWithMs))
           + QByteArrayLiteral(",\"database_bytes\":") + QByteArray::number(statistics.databaseBytes)
           + QByteArrayLiteral(",\"relations\":")
           + lines(ids,
                   [&statistics](const ObjectId &id) {
                       return relationToJson(id, statistics.relations.value(id));
                   })
           + '}';
}

StatisticsPtr statisticsFromJson(const QJsonObject &json)
{
    auto statistics = std::make_shared<Statistics>();
    statistics->takenAt =
        QDateTime::fromString(json.value(QLatin1String("taken_at")).toString(), Qt::ISODateWithMs);
    statistics->databaseBytes = json.value(QLatin1String("database_bytes")).toInteger();
    for (const QJsonValue &value : json.value(QLatin1String("relations")).toArray()) {
        const QJsonObject relation = value.toObject();
        if (const std::optional<ObjectId> id = idFromJson(relation))
            statistics->relations.insert(*id, relationFromJson(relation));
    }
    return statistics;
}

QJsonObject factWithNeeds(const Catalog &catalog, const Fact &fact)
{
    QJsonObject json = factToJson(fact);
    QJsonArray needs;
    for (const int index : catalog.needs(int(&fact - catalog.facts().data())))
        needs.append(index);
    if (!needs.isEmpty())
        json.insert(QStringLiteral("needs"), needs);
    return json;
}

base::Result<CatalogPtr> catalogFromJson(const QJsonObject &json)
{
    std::vector<Fact> facts;
    std::vector<Dependency> dependencies;
    for (const QJsonValue &value : json.value(QLatin1String("facts")).toArray()) {
        const QJsonObject object = value.toObject();
        QString why;
        std::optional<Fact> fact = factFromJson(object, &why);
        if (!fact) {
            return base::inputError(
                QStringLiteral("facts[%1] of the snapshot cannot be read: %2.").arg(facts.size()).arg(why),
                QStringLiteral("It was written by a newer Lockstep, or changed by hand; take it again."));
        }
        for (const QJsonValue &needed : object.value(QLatin1String("needs")).toArray())
            dependencies.push_back({ int(facts.size()), needed.toInt(-1) });
        facts.push_back(std::move(*fact));
    }
    std::vector<Unmodelled> unmodelled;
    for (const QJsonValue &value : json.value(QLatin1String("unmodelled")).toArray())
        unmodelled.push_back(
            { value[QLatin1String("kind")].toString(), value[QLatin1String("name")].toString() });
    const auto catalog =
        std::make_shared<const Catalog>(json.value(QLatin1String("server_version")).toInt(), std::move(facts),
                                        std::move(dependencies), std::move(unmodelled));
    if (catalog->fingerprint() != json.value(QLatin1String("fingerprint")).toString().toLatin1()) {
        return base::inputError(QStringLiteral("The snapshot does not match its fingerprint."),
                                QStringLiteral("It was changed after it was written; take it again."));
    }
    return CatalogPtr(catalog);
}

base::Result<QJsonObject> snapshotObject(const QByteArray &json)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError) {
        return base::inputError(QStringLiteral("The snapshot is not complete JSON: %1 at byte %2.")
                                    .arg(parseError.errorString())
                                    .arg(parseError.offset),
                                QStringLiteral("It was cut short or changed by hand; take it again."));
    }
    const QString format = document.object().value(QLatin1String("format")).toString();
    if (format == QLatin1String(snapshotFormat))
        return document.object();
    const bool isNewer = format.startsWith(QLatin1String("lockstep-snapshot/"));
    return base::inputError(
        isNewer ? QStringLiteral("The snapshot has the format \"%1\", which is newer than this Lockstep.")
                      .arg(format)
                : QStringLiteral("The file is not a snapshot of Lockstep."),
        isNewer ? QStringLiteral("Update Lockstep.")
                : QStringLiteral("Make one with: lockstep-cli snapshot SRC -o FILE."));
}

} // namespace

QByteArray toJson(const Snapshot &snapshot)
{
    const Catalog &catalog = *snapshot.catalog;
    QByteArray json =
        QByteArrayLiteral("{\"format\":\"") + snapshotFormat + QByteArrayLiteral("\",\n\"server_version\":")
        + QByteArray::number(catalog.serverVersion()) + QByteArrayLiteral(",\n\"fingerprint\":\"")
        + catalog.fingerprint() + QByteArrayLiteral("\",\n\"origin\":") + jsonText(snapshot.origin)
        + QByteArrayLiteral(",\n\"facts\":")
        + lines(catalog.facts(), [&catalog](const Fact &fact) { return factWithNeeds(catalog, fact); })
        + QByteArrayLiteral(",\n\"unmodelled\":") + lines(catalog.unmodelled(), [](const Unmodelled &other) {
              return QJsonObject{ { QStringLiteral("kind"), other.kind },
                                  { QStringLiteral("name"), other.name } };
          });
    if (snapshot.statistics)
        json += QByteArrayLiteral(",\n\"statistics\":") + statisticsJson(*snapshot.statistics);
    return json + QByteArrayLiteral(",\n\"script\":") + jsonText(snapshot.script)
           + QByteArrayLiteral("\n}\n");
}

base::Result<Snapshot> fromJson(const QByteArray &json)
{
    const base::Result<QJsonObject> object = snapshotObject(json);
    if (!object.has_value())
        return object.error();
    const base::Result<CatalogPtr> catalog = catalogFromJson(*object);
    if (!catalog.has_value())
        return catalog.error();
    Snapshot snapshot;
    snapshot.catalog = *catalog;
    snapshot.origin = object->value(QLatin1String("origin")).toString();
    snapshot.script = object->value(QLatin1String("script")).toString();
    if (object->contains(QLatin1String("statistics")))
        snapshot.statistics = statisticsFromJson(object->value(QLatin1String("statistics")).toObject());
    return snapshot;
}

} // namespace lockstep::schema
