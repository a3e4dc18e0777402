#include "intents.h"

#include "dottedname.h"
#include "planner.h"
#include "selecting.h"

#include <algorithm>
#include <optional>
#include <set>

namespace lockstep::plan {

namespace {

using schema::Kind;

/// Two spellings of one name ("public.users", `"public"."users"`) have one key.
QString intentNameKey(const QString &dotted)
{
    const QStringList parts = splitDottedName(dotted);
    return parts.isEmpty() ? dotted : parts.join(QChar(0x1f));
}

/// The id that a name of this kind stands for; none for kinds whose names are more than dotted parts.
std::optional<schema::ObjectId> idOfName(const QString &dotted, Kind kind)
{
    const QStringList parts = splitDottedName(dotted);
    if (parts.size() == 3)
        return schema::subId(kind, parts[0], parts[1], parts[2]);
    if (parts.size() == 1)
        return schema::objectId(kind, {}, parts[0]);
    if (parts.size() != 2)
        return std::nullopt;
    const qsizetype bracket = parts[1].indexOf(QLatin1Char('('));
    const bool isRoutine = kind == Kind::Function || kind == Kind::Procedure || kind == Kind::Aggregate;
    if (!isRoutine || bracket < 0)
        return schema::objectId(kind, parts[0], parts[1]);
    const QString signature = parts[1].mid(bracket + 1, parts[1].size() - bracket - 2);
    return schema::routineId(kind, parts[0], parts[1].left(bracket), signature);
}

bool hasLabel(const schema::Catalog &catalog, const schema::ObjectId &label)
{
    const auto *type = catalog.attributes<schema::EnumAttributes>(label.parent());
    return type && type->labels.contains(label.sub);
}

int editDistance(const QString &a, const QString &b)
{
    std::vector<int> row(std::size_t(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const int replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[std::size_t(j) + 1];
            row[std::size_t(j) + 1] = std::min({ replaced, diagonal + 1, row[std::size_t(j)] + 1 });
        }
    }
    return row.back();
}

QStringList nearestNames(const schema::Catalog &catalog, const QString &dotted, std::optional<Kind> kind)
{
    std::set<std::pair<int, QString>> byDistance;
    for (const schema::Fact &fact : catalog.facts()) {
        const bool isAsked =
            kind ? fact.id.kind == *kind : fact.id.kind == Kind::Table || fact.id.kind == Kind::Column;
        if (isAsked) {
            const QString candidate = schema::dottedName(fact.id);
            byDistance.emplace(editDistance(candidate, dotted), candidate);
        }
    }
    QStringList nearest;
    for (const auto &[distance, candidate] : byDistance) {
        if (nearest.size() == 3 || distance > std::max<int>(3, int(dotted.size()) / 2))
            break;
        nearest += candidate;
    }
    return nearest;
}

/// One name an intent uses, and where it must exist.
struct NamedThing
{
    QString member; ///< "renames[0].from"
    QString name;
    std::optional<Kind> kind;
    bool inCurrent = false;
    bool inTarget = false;
};

QString sideName(const NamedThing &thing)
{
    if (thing.inCurrent && thing.inTarget)
        return QStringLiteral("neither the current nor the target schema has");
    return thing.inCurrent ? QStringLiteral("the current schema does not have")
                           : QStringLiteral("the target schema does not have");
}

/// The dotted name of another column of the same table.
QString siblingName(const QString &column, const QString &name)
{
    schema::ObjectId id = columnOf(column);
    id.sub = name;
    return schema::dottedName(id);
}

/// The dotted name of a table's column.
QString columnName(const QString &table, const QString &name)
{
    const schema::ObjectId id = tableOf(table);
    return schema::dottedName(schema::subId(Kind::Column, id.schema, id.name, name));
}

QVector<NamedThing> namedThings(const Intents &intents)
{
    QVector<NamedThing> things;
    const auto member = [](const char *list, qsizetype index, const char *name) {
        return QStringLiteral("%1[%2]%3").arg(QLatin1String(list)).arg(index).arg(QLatin1String(name));
    };
    for (qsizetype i = 0; i < intents.renames.size(); ++i) {
        const RenameIntent &rename = intents.renames[i];
        things += { member("renames", i, ".from"), rename.from, rename.kind, true, false };
        things += { member("renames", i, ".to"), rename.to, rename.kind, false, true };
    }
    for (qsizetype i = 0; i < intents.backfills.size(); ++i)
        things +=
            { member("backfills", i, ".column"), intents.backfills[i].column, Kind::Column, false, true };
    for (qsizetype i = 0; i < intents.conversions.size(); ++i)
        things +=
            { member("conversions", i, ".column"), intents.conversions[i].column, Kind::Column, false, true };
    for (qsizetype i = 0; i < intents.splits.size(); ++i) {
        const SplitIntent &split = intents.splits[i];
        things += { member("splits", i, ".from"), split.from, Kind::Column, true, false };
        for (const auto &[name, expression] : split.to)
            things +=
                { member("splits", i, ".to"), siblingName(split.from, name), Kind::Column, false, true };
    }
    for (qsizetype i = 0; i < intents.merges.size(); ++i) {
        const MergeIntent &merge = intents.merges[i];
        for (const QString &from : merge.from)
            things += { member("merges", i, ".from"), from, Kind::Column, true, false };
        things += { member("merges", i, ".to"), merge.to, Kind::Column, false, true };
        for (const auto &[name, expression] : merge.back)
            things +=
                { member("merges", i, ".back"), siblingName(merge.to, name), Kind::Column, true, false };
    }
    for (qsizetype i = 0; i < intents.moves.size(); ++i) {
        const MoveIntent &move = intents.moves[i];
        things += { member("moves", i, ".from"), move.from, Kind::Table, true, false };
        things += { member("moves", i, ".to"), move.to, Kind::Table, false, true };
        for (const auto &[name, expression] : move.columns)
            things +=
                { member("moves", i, ".columns"), columnName(move.to, name), Kind::Column, false, true };
        for (const auto &[name, from] : move.owner) {
            things += { member("moves", i, ".owner"), columnName(move.to, name), Kind::Column, false, true };
            things +=
                { member("moves", i, ".owner"), columnName(move.from, from), Kind::Column, true, false };
        }
        for (const auto &[name, expression] : move.back)
            things += { member("moves", i, ".back"), columnName(move.from, name), Kind::Column, true, false };
    }
    for (qsizetype i = 0; i < intents.keep.size(); ++i)
        things += { member("keep", i, ""), intents.keep[i], std::nullopt, true, false };
    for (qsizetype i = 0; i < intents.park.size(); ++i)
        things += { member("park", i, ""), intents.park[i], std::nullopt, true, false };
    QStringList tables = intents.tolerance.keys();
    tables.sort();
    for (const QString &table : std::as_const(tables))
        things += { QStringLiteral("tolerance"), table, std::nullopt, true, true };
    tables = intents.rows.keys();
    tables.sort();
    for (const QString &table : std::as_const(tables))
        things += { QStringLiteral("rows"), table, std::nullopt, true, true };
    return things;
}

base::Error missingError(const NamedThing &thing, const schema::Catalog &current,
                         const schema::Catalog &target)
{
    const QString kind = thing.kind ? schema::kindName(*thing.kind) : QStringLiteral("object");
    base::Error error;
    error.kind = base::ErrorKind::Usage;
    error.message = QStringLiteral("The intent %1 names the %2 %3, but %4 it.")
                        .arg(thing.member, kind, thing.name, sideName(thing));
    error.object = thing.name;
    const auto other =
        thing.kind ? findNamed(thing.inCurrent ? current : target, thing.name, std::nullopt) : std::nullopt;
    if (other) {
        error.hint = QStringLiteral("There is %1: give it as \"kind\": \"%2\" if that is meant.")
                         .arg(schema::displayName(*other), schema::kindName(other->kind));
        return error;
    }
    const QStringList nearest = nearestNames(thing.inCurrent ? current : target, thing.name, thing.kind);
    error.hint =
        nearest.isEmpty()
            ? QStringLiteral("Names are written schema.table or schema.table.column.")
            : QStringLiteral("The nearest names there are: %1.").arg(nearest.join(QStringLiteral(", ")));
    return error;
}

/// Only what the target lacks would go, so only that can be kept or parked instead.
base::Error stayingError(const QString &member, const schema::ObjectId &id)
{
    base::Error error;
    error.kind = base::ErrorKind::Usage;
    error.message = QStringLiteral("The intent %1 names %2, which the target schema has as well.")
                        .arg(member, schema::displayName(id));
    error.hint = QStringLiteral("It stays anyway: remove the intent. To leave its differences aside, use an "
                                "ignore rule.");
    error.object = schema::dottedName(id);
    return error;
}

} // namespace

std::optional<schema::ObjectId> findNamed(const schema::Catalog &catalog, const QString &dotted,
                                          std::optional<Kind> kind)
{
    if (const auto id = kind ? idOfName(dotted, *kind) : std::nullopt) {
        if (*kind == Kind::EnumLabel ? hasLabel(catalog, *id) : catalog.find(*id) != nullptr)
            return id;
    }
    const QString key = intentNameKey(dotted);
    for (const schema::Fact &fact : catalog.facts()) {
        // Comments and grants repeat the name of what they are on.
        const bool isNamed = !isTargeting(fact.id.kind) && fact.id.kind != Kind::Default;
        if (isNamed && (!kind || fact.id.kind == *kind) && intentNameKey(schema::dottedName(fact.id)) == key)
            return fact.id;
    }
    return std::nullopt;
}

base::Result<void> checkIntents(const Intents &intents, const schema::Catalog &current,
                                const schema::Catalog &target)
{
    const QVector<NamedThing> things = namedThings(intents);
    for (const NamedThing &thing : things) {
        const bool isFound = (thing.inCurrent && findNamed(current, thing.name, thing.kind))
                             || (thing.inTarget && findNamed(target, thing.name, thing.kind));
        if (!isFound)
            return missingError(thing, current, target);
    }
    return {};
}

QString movedTo(const Intents &intents, const schema::ObjectId &column)
{
    for (const MoveIntent &move : intents.moves) {
        const schema::ObjectId from = tableOf(move.from);
        for (const auto &[name, expression] : move.back) {
            if (from.schema == column.schema && from.name == column.name && name == column.sub)
                return schema::dottedName(tableOf(move.to));
        }
    }
    return {};
}

base::Result<diff::DiffOptions> diffOptions(const Intents &intents, const schema::Catalog &current,
                                            const schema::Catalog &target)
{
    const auto checked = checkIntents(intents, current, target);
    if (!checked.has_value())
        return checked.error();
    diff::DiffOptions options;
    options.ignore = intents.ignore;
    options.ignore.kept.clear();
    options.ignore.leftOut.clear();
    const auto selection = selectionOf(intents, current, target);
    if (!selection.has_value())
        return selection.error();
    options.selection = *selection;
    for (qsizetype i = 0; i < intents.keep.size(); ++i) {
        const schema::ObjectId kept = *findNamed(current, intents.keep[i], std::nullopt);
        if (target.find(kept))
            return stayingError(QStringLiteral("keep[%1]").arg(i), kept);
        options.ignore.kept += kept;
    }
    for (const RenameIntent &rename : intents.renames) {
        options.renames += diff::RenameDecision{ *findNamed(current, rename.from, rename.kind),
                                                 *findNamed(target, rename.to, rename.kind) };
    }
    return options;
}

} // namespace lockstep::plan
