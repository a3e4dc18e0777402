#include "rates.h"

#include <model/plan/jsonreader.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <iterator>
#include <optional>

namespace lockstep::analysis {

namespace {

struct CostMember
{
    const char *name;
    double UnitCosts::*value;
    bool isNewer = false; ///< Files of before do not have it: what is assumed stays.
};
constexpr CostMember costMembers[] = {
    { "statement", &UnitCosts::statement },
    { "commit", &UnitCosts::commit },
    { "page", &UnitCosts::page },
    { "disk_page", &UnitCosts::diskPage },
    { "row", &UnitCosts::row },
    { "column", &UnitCosts::column, true },
    { "check", &UnitCosts::check },
    { "write_row", &UnitCosts::writeRow },
    { "write_byte", &UnitCosts::writeByte },
    { "copy_row", &UnitCosts::copyRow },
    { "copy_byte", &UnitCosts::copyByte },
    { "fetch_row", &UnitCosts::fetchRow, true },
    { "cluster_row", &UnitCosts::clusterRow, true },
    { "cluster_byte", &UnitCosts::clusterByte, true },
    { "convert", &UnitCosts::convert },
    { "uuid", &UnitCosts::uuid },
    { "sort_number", &UnitCosts::sortNumber },
    { "sort_ordered", &UnitCosts::sortOrdered },
    { "sort_short", &UnitCosts::sortShort },
    { "sort_text", &UnitCosts::sortText },
    { "sort_repeated", &UnitCosts::sortRepeated, true },
    { "sort_more", &UnitCosts::sortMore },
    { "hash_row", &UnitCosts::hashRow },
    { "gin_byte", &UnitCosts::ginByte },
    { "gist_row", &UnitCosts::gistRow },
    { "brin_row", &UnitCosts::brinRow },
    { "second_pass", &UnitCosts::secondPass },
    { "join_row", &UnitCosts::joinRow },
    { "join_key", &UnitCosts::joinKey },
    { "join_doubling", &UnitCosts::joinDoubling, true },
    { "join_spill", &UnitCosts::joinSpill, true },
    { "query_row", &UnitCosts::queryRow },
    { "sampled_value", &UnitCosts::sampledValue, true },
    { "update_row", &UnitCosts::updateRow },
    { "update_byte", &UnitCosts::updateByte },
    { "update_ordered", &UnitCosts::updateOrdered, true },
    { "update_text", &UnitCosts::updateText, true },
    { "update_index", &UnitCosts::updateIndex },
    { "insert_index", &UnitCosts::insertIndex },
};
static_assert(sizeof(UnitCosts) == std::size(costMembers) * sizeof(double), "every cost is in the file");

struct SettingMember
{
    const char *name;
    double ServerSettings::*value;
    bool isNewer = false;
};
constexpr SettingMember settingMembers[] = {
    { "shared_buffers", &ServerSettings::sharedBuffers },
    { "effective_cache_size", &ServerSettings::cache },
    { "maintenance_work_mem", &ServerSettings::maintenanceMemory },
    { "max_wal_size", &ServerSettings::walLimit, true },
};
const QString pageImages = QStringLiteral("full_page_writes");

const QString ratesFormat = QStringLiteral("lockstep-rates/1");

QString originName(RatesOrigin origin)
{
    switch (origin) {
    case RatesOrigin::Default: return QStringLiteral("default");
    case RatesOrigin::Calibration: return QStringLiteral("calibration");
    case RatesOrigin::Rehearsal: return QStringLiteral("rehearsal");
    }
    Q_UNREACHABLE();
}

std::optional<RatesOrigin> originNamed(const QString &name)
{
    for (const RatesOrigin origin :
         { RatesOrigin::Default, RatesOrigin::Calibration, RatesOrigin::Rehearsal }) {
        if (originName(origin) == name)
            return origin;
    }
    return std::nullopt;
}

template <typename Members, typename Values>
QJsonObject membersToJson(const Members &members, const Values &values)
{
    QJsonObject object;
    for (const auto &member : members)
        object.insert(QLatin1String(member.name), values.*member.value);
    return object;
}

/// No unit of work takes minutes, and no server has so many bytes.
constexpr double tooMuch = 1e15;
constexpr double mostNoise = 10;

/// Nothing here can be zero or less: it would be work for nothing.
template <typename Members, typename Values>
void readMembers(plan::JsonReader &reader, const Members &members, Values *values)
{
    for (const auto &member : members) {
        const QString name = QLatin1String(member.name);
        if (member.isNewer && !reader.has(name))
            continue;
        const double value = reader.real(name);
        if (!(value > 0 && value < tooMuch))
            reader.report(name,
                          QStringLiteral("a number above zero that a server can have is expected here."));
        values->*member.value = value;
    }
}

void readCosts(plan::JsonReader reader, UnitCosts *costs)
{
    readMembers(reader, costMembers, costs);
    reader.finish();
}

void readSettings(plan::JsonReader reader, ServerSettings *settings)
{
    readMembers(reader, settingMembers, settings);
    if (reader.has(pageImages))
        settings->hasPageImages = reader.boolean(pageImages);
    reader.finish();
}

QJsonObject settingsToJson(const ServerSettings &settings)
{
    QJsonObject object = membersToJson(settingMembers, settings);
    object.insert(pageImages, settings.hasPageImages);
    return object;
}

void readProvenance(plan::JsonReader &reader, Rates *rates)
{
    if (reader.text(QStringLiteral("format")) != ratesFormat)
        reader.report(QStringLiteral("format"), QStringLiteral("\"%1\" is expected here.").arg(ratesFormat));
    const auto origin = originNamed(reader.text(QStringLiteral("origin")));
    if (!origin)
        reader.report(QStringLiteral("origin"),
                      QStringLiteral("default, calibration or rehearsal is expected here."));
    rates->origin = origin.value_or(RatesOrigin::Default);
    rates->server = reader.textOr(QStringLiteral("server"));
    const QString measured = reader.textOr(QStringLiteral("measured_at"));
    rates->measuredAt = QDateTime::fromString(measured, Qt::ISODate);
    if (rates->origin != RatesOrigin::Default && !rates->measuredAt.isValid())
        reader.report(QStringLiteral("measured_at"),
                      QStringLiteral("a time such as 2026-11-21T20:15:00Z is expected here."));
    rates->key = { reader.textOr(QStringLiteral("system_identifier")),
                   int(reader.integerOr(QStringLiteral("server_major"), 0)),
                   reader.textOr(QStringLiteral("host")) };
    rates->noise = reader.real(QStringLiteral("noise"));
    if (!(rates->noise >= 1 && rates->noise <= mostNoise))
        reader.report(QStringLiteral("noise"), QStringLiteral("a number from 1 to 10 is expected here."));
}

} // namespace

bool operator==(const Rates &a, const Rates &b)
{
    return toJson(a) == toJson(b);
}

QString Rates::words() const
{
    const QString when = measuredAt.toUTC().date().toString(Qt::ISODate);
    switch (origin) {
    case RatesOrigin::Default: return QStringLiteral("the default rate; not calibrated");
    case RatesOrigin::Calibration: return QStringLiteral("measured on %1 on %2").arg(server, when);
    case RatesOrigin::Rehearsal:
        return QStringLiteral("measured by the rehearsal on %1 on %2").arg(server, when);
    }
    Q_UNREACHABLE();
}

const RatesPtr &defaultRates()
{
    static const RatesPtr rates = std::make_shared<const Rates>();
    return rates;
}

QByteArray toJson(const Rates &rates)
{
    QJsonObject object{ { QStringLiteral("format"), ratesFormat },
                        { QStringLiteral("origin"), originName(rates.origin) },
                        { QStringLiteral("noise"), rates.noise },
                        { QStringLiteral("costs_ns"), membersToJson(costMembers, rates.costs) },
                        { QStringLiteral("settings"), settingsToJson(rates.settings) } };
    if (!rates.server.isEmpty())
        object.insert(QStringLiteral("server"), rates.server);
    if (rates.key.isKnown()) {
        object.insert(QStringLiteral("system_identifier"), rates.key.systemIdentifier);
        object.insert(QStringLiteral("server_major"), rates.key.major);
        object.insert(QStringLiteral("host"), rates.key.host);
    }
    if (rates.measuredAt.isValid())
        object.insert(QStringLiteral("measured_at"), rates.measuredAt.toUTC().toString(Qt::ISODate));
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

base::Result<RatesPtr> ratesFromJson(const QByteArray &json, const QString &fileName)
{
    plan::JsonProblem problem{ fileName, {} };
    auto rates = std::make_shared<Rates>();
    if (const auto object = plan::parseJsonObject(json, QStringLiteral("rates file"), &problem)) {
        plan::JsonReader reader(*object, QString(), &problem);
        readProvenance(reader, rates.get());
        readCosts(reader.object(QStringLiteral("costs_ns")), &rates->costs);
        readSettings(reader.object(QStringLiteral("settings")), &rates->settings);
        reader.finish();
    }
    if (problem.error)
        return *problem.error;
    return RatesPtr(rates);
}

} // namespace lockstep::analysis
