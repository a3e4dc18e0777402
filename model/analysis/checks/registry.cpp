#include "check.h"

#include <algorithm>
#include <array>

namespace lockstep::analysis {

namespace checks {

namespace {

constexpr std::array allChecks{
    Check{ "server", "Server, version and role", server },
    Check{ "runner", "Other runs", runner },
    Check{ "privileges", "Privileges", privileges },
    Check{ "long-transactions", "Long transactions", longTransactions },
    Check{ "prepared-transactions", "Prepared transactions", preparedTransactions },
    Check{ "vacuum", "Vacuum on the plan's tables", vacuum },
    Check{ "invalid-indexes", "Invalid indexes", invalidIndexes },
    Check{ "not-valid-constraints", "Constraints that are not valid", notValidConstraints },
    Check{ "disk-space", "Disk space", diskSpace },
    Check{ "standbys", "Standbys", standbys },
    Check{ "replication-slots", "Replication slots", replicationSlots },
    Check{ "archiving", "WAL archiving", archiving },
    Check{ "publications", "Publications", publications },
    Check{ "event-triggers", "Event triggers", eventTriggers },
    Check{ "sequences", "Sequences near their end", sequences },
    Check{ "connections", "Connections", connections },
    Check{ "timeouts", "Timeouts in force", timeouts },
    Check{ "pooler", "Connection pooler", pooler },
    Check{ "visibility", "What this role may see", visibility },
};

CheckItem answer(const CheckInput &input, const Check &check)
{
    CheckItem item;
    item.id = QLatin1String(check.id);
    item.title = QLatin1String(check.title);
    const auto reading = input.readings.constFind(item.id);
    if (reading == input.readings.cend()) {
        item.verdict = CheckVerdict::NotKnown;
        item.consequence = QStringLiteral("The question was not asked.");
        return item;
    }
    item.query = reading->sql;
    item.columns = reading->columns;
    item.rows = reading->rows;
    if (!reading->isKnown()) {
        item.verdict = CheckVerdict::NotKnown;
        item.consequence = reading->unknown;
        return item;
    }
    const Finding finding = check.judge(input, *reading);
    item.verdict = finding.verdict;
    item.consequence = finding.consequence;
    item.advice = finding.advice;
    return item;
}

} // namespace

std::span<const Check> registry()
{
    return allChecks;
}

} // namespace checks

QString name(CheckVerdict verdict)
{
    switch (verdict) {
    case CheckVerdict::Ok: return QStringLiteral("ok");
    case CheckVerdict::NotKnown: return QStringLiteral("not-known");
    case CheckVerdict::Attention: return QStringLiteral("attention");
    case CheckVerdict::Stop: return QStringLiteral("stop");
    }
    return {};
}

CheckVerdict Checklist::worst() const
{
    CheckVerdict worst = CheckVerdict::Ok;
    for (const CheckItem &item : items)
        worst = std::max(worst, item.verdict);
    return worst;
}

QVector<const CheckItem *> Checklist::at(CheckVerdict verdict) const
{
    QVector<const CheckItem *> found;
    for (const CheckItem &item : items) {
        if (item.verdict == verdict)
            found.append(&item);
    }
    return found;
}

const CheckItem *Checklist::find(const QString &id) const
{
    const auto it =
        std::find_if(items.cbegin(), items.cend(), [&id](const CheckItem &item) { return item.id == id; });
    return it == items.cend() ? nullptr : &*it;
}

bool isToldByTheRun(const CheckItem &item)
{
    return item.id == QLatin1String("losses") || item.id == QLatin1String("runner");
}

QStringList checkIds()
{
    QStringList ids{ QStringLiteral("concurrent-indexes"),
                     QStringLiteral("drift"),
                     QStringLiteral("losses"),
                     QStringLiteral("names"),
                     QStringLiteral("proof"),
                     QStringLiteral("traffic") };
    for (const checks::Check &check : checks::registry())
        ids.append(QLatin1String(check.id));
    ids.sort();
    return ids;
}

Checklist judge(const CheckInput &input)
{
    Checklist list;
    if (input.activity)
        list.blast = blastRadius(input.plan, *input.activity);
    list.items.append(checks::proof(input));
    for (const checks::Check &check : checks::registry()) {
        list.items.append(checks::answer(input, check));
        if (list.items.size() == 2) {
            list.items.append(checks::concurrentIndexes(input));
            if (!input.liveFingerprint.isEmpty() || !input.whyNoFingerprint.isEmpty())
                list.items.append(checks::drift(input));
        }
    }
    list.items.append(checks::names(input));
    list.items.append(checks::losses(input));
    if (input.activity || !input.whyNoActivity.isEmpty())
        list.items.append(checks::traffic(input, list.blast));
    list.items += checks::dataItems(input);
    return list;
}

} // namespace lockstep::analysis
