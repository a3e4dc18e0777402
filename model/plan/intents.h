#pragma once

#include <model/base/result.h>
#include <model/diff/ignorerules.h>
#include <model/schema/catalog.h>

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace lockstep::plan {

enum class Policy { ZeroDowntime, Window };

/// The decisions only a person can make. Names are dotted ("public.users.tier"),
/// quoted where a part needs it.
struct RenameIntent
{
    schema::Kind kind = schema::Kind::Column;
    QString from;
    QString to;
};
struct BackfillIntent
{
    QString column;
    QString expression;
};
struct ConversionIntent
{
    QString column;
    QString usingExpression;
    QString back;
};
struct SplitIntent
{
    QString from;
    QVector<QPair<QString, QString>> to;
    QString back;
};

/// The mirror of a split: several columns become one.
struct MergeIntent
{
    QStringList from;
    QString to;
    QString expression;
    QVector<QPair<QString, QString>> back; ///< By the name of the old column.
};

/// Values of a table's columns become rows of a new table: several for each row, or one.
struct MoveIntent
{
    QString from;
    QString each; ///< What makes several rows of one, as it would follow LATERAL; empty: one for each.
    QString where; ///< Which have something to move; empty: all of `each`, or those with a value.
    QString to;
    QVector<QPair<QString, QString>> columns; ///< The new table's, with what each is made of.
    QVector<QPair<QString, QString>> owner; ///< The new table's columns that name the row they come from.
    QVector<QPair<QString, QString>> back; ///< The old table's leaving columns, with what makes them again.
};

struct Intents
{
    QVector<RenameIntent> renames;
    QVector<BackfillIntent> backfills;
    QVector<ConversionIntent> conversions;
    QVector<SplitIntent> splits;
    QVector<MergeIntent> merges;
    QVector<MoveIntent> moves;
    QStringList keep;
    QStringList park;
    QStringList exclude; ///< Changes that stay out of the plan, and what needs them (selecting.h).
    /// Where there is a list, nothing is dropped that is not in it; without one everything is that the
    /// target does not have.
    std::optional<QStringList> drop;
    QHash<QString, Policy> tolerance;
    QHash<QString, qint64> rows; ///< Row counts typed in.
    diff::IgnoreRules ignore;
};

/// Errors (Input): not JSON, an unknown member, a value of the wrong type - each naming its path.
[[nodiscard]] base::Result<Intents> intentsFromJson(const QByteArray &json, const QString &fileName);
[[nodiscard]] QByteArray toJson(const Intents &intents);
/// The object that a name in an intent stands for, of any kind that has names if `kind` is not given.
[[nodiscard]] std::optional<schema::ObjectId> findNamed(const schema::Catalog &catalog, const QString &dotted,
                                                        std::optional<schema::Kind> kind);
/// Errors (Usage): the first intent that names something neither side has, naming it and the
/// nearest names that exist.
[[nodiscard]] base::Result<void> checkIntents(const Intents &intents, const schema::Catalog &current,
                                              const schema::Catalog &target);

/// The table that a `moves` intent moves the column's values to, dotted; empty without one.
[[nodiscard]] QString movedTo(const Intents &intents, const schema::ObjectId &column);

} // namespace lockstep::plan
