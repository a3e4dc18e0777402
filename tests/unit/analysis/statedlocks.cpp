#include "statedlocks.h"

#include <model/sql/parser.h>

#include <QHash>

#include <algorithm>

namespace lockstep::testing {

std::optional<plan::LockMode> modeOf(const QString &text)
{
    static const QHash<QString, plan::LockMode> modes = {
        { QStringLiteral("AccessShareLock"), plan::LockMode::AccessShare },
        { QStringLiteral("RowShareLock"), plan::LockMode::RowShare },
        { QStringLiteral("RowExclusiveLock"), plan::LockMode::RowExclusive },
        { QStringLiteral("ShareUpdateExclusiveLock"), plan::LockMode::ShareUpdateExclusive },
        { QStringLiteral("ShareLock"), plan::LockMode::Share },
        { QStringLiteral("ShareRowExclusiveLock"), plan::LockMode::ShareRowExclusive },
        { QStringLiteral("ExclusiveLock"), plan::LockMode::Exclusive },
        { QStringLiteral("AccessExclusiveLock"), plan::LockMode::AccessExclusive },
    };
    const auto it = modes.constFind(text);
    return it == modes.constEnd() ? std::nullopt : std::optional(*it);
}

QString shortName(const analysis::Key &key)
{
    return (key.first == QLatin1String("public") ? QString() : key.first + QLatin1Char('.')) + key.second;
}

namespace {

void addEffect(const analysis::WorkOn &work, Effects *effects)
{
    using analysis::Work;
    const QString relation = shortName(work.relation);
    const bool isIndex = !work.index.second.isEmpty();
    const QString index = shortName(work.index);
    switch (work.work) {
    case Work::Metadata:
    case Work::Wait: return;
    case Work::Scan: effects->scanned.insert(relation); return;
    case Work::Sample:
    case Work::Data: effects->maybeScanned.insert(relation); return;
    case Work::FileCopy: effects->rewritten.insert(isIndex ? index : relation); return;
    case Work::Rewrite:
        effects->rewritten.insert(relation);
        effects->maybeScanned.insert(relation); // Not where a query fills it.
        return;
    case Work::IndexBuild:
    case Work::ConcurrentBuild:
        effects->built.insert(index);
        effects->scanned.insert(relation);
        return;
    case Work::NewFile:
        effects->rewritten.insert(isIndex ? index : relation);
        if (isIndex) { // built of the empty table
            effects->built.insert(index);
            effects->scanned.insert(relation);
        }
        return;
    case Work::ForeignKeyCheck:
        effects->joins = true;
        effects->maybeScanned.insert(relation);
        return;
    }
}

} // namespace

Stated stated(const QString &statement, const analysis::SchemaState &state, int version)
{
    Stated result;
    const auto parsed = sql::parse(statement);
    result.isParsed = parsed.has_value();
    if (!result.isParsed)
        return result;
    result.isKnown = true;
    for (const analysis::Occurrence &occurrence : analysis::classify(*parsed, state, version)) {
        result.isKnown &= occurrence.form != analysis::Form::Unknown;
        result.makesTable |= occurrence.form == analysis::Form::CreateTable
                             || occurrence.form == analysis::Form::CreateTableFrom
                             || occurrence.form == analysis::Form::CreateMaterializedView;
        for (const analysis::KeyLock &lock : analysis::locksOf(occurrence, state, version)) {
            if (!state.find(lock.key))
                continue;
            plan::LockMode &mode = result.locks[shortName(lock.key)];
            mode = std::max(mode, lock.mode);
        }
        for (const analysis::WorkOn &work : analysis::effectsOf(occurrence, state))
            addEffect(work, &result.effects);
    }
    return result;
}

QString text(const Locks &locks)
{
    QStringList parts;
    for (auto it = locks.cbegin(); it != locks.cend(); ++it)
        parts.append(it.key() + QLatin1String(": ") + plan::name(it.value()));
    return parts.join(QLatin1String(", "));
}

QString text(const Names &names)
{
    QStringList parts(names.begin(), names.end());
    parts.sort();
    return parts.join(QLatin1Char(' '));
}

QString text(const Effects &effects)
{
    return QStringLiteral("new file [%1] built [%2] scanned [%3]%4")
        .arg(text(effects.rewritten), text(effects.built), text(effects.scanned),
             effects.joins ? QStringLiteral(" foreign keys checked") : QString());
}

bool sameEffects(const Stated &stated, const Effects &measured, const analysis::SchemaState &state)
{
    const Effects &mine = stated.effects;
    const auto bare = [](const Names &names) {
        Names result;
        for (const QString &name : names)
            result.insert(analysis::SchemaState::keyFromText(name).second);
        return result;
    };
    // Messages name indexes without their schema.
    Names built = bare(measured.built);
    const Names mineBuilt = bare(mine.built);
    Names maybe = mine.maybeScanned;
    for (auto it = stated.locks.cbegin(); it != stated.locks.cend(); ++it) {
        // A small table may be read whole to look a key up.
        if (*it == plan::LockMode::RowShare && !mine.scanned.contains(it.key()))
            maybe.insert(it.key());
    }
    if (stated.makesTable) {
        for (const QString &index : measured.built) {
            if (!mineBuilt.contains(index) && !state.find(analysis::SchemaState::keyFromText(index)))
                built.remove(index);
        }
    }
    return bare(mine.rewritten) - mineBuilt == bare(measured.rewritten) - built && mineBuilt == built
           && mine.scanned - maybe == measured.scanned - maybe && mine.joins == measured.joins;
}

bool isToast(const QString &relation)
{
    return relation.startsWith(QLatin1String("toast:")) || relation.startsWith(QLatin1String("pg_toast"));
}

} // namespace lockstep::testing
