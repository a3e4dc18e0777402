#include "intentsjson.h"

#include "enumtext.h"

#include <QJsonDocument>

namespace lockstep::plan {

namespace {

QJsonObject textsObject(const QVector<QPair<QString, QString>> &pairs)
{
    QJsonObject object;
    for (const auto &[name, text] : pairs)
        object.insert(name, text);
    return object;
}

QVector<QPair<QString, QString>> textPairs(JsonReader object)
{
    QVector<QPair<QString, QString>> pairs;
    for (const QString &name : object.memberNames())
        pairs += qMakePair(name, object.text(name));
    return pairs;
}

QJsonArray renamesArray(const QVector<RenameIntent> &renames)
{
    QJsonArray result;
    for (const RenameIntent &rename : renames) {
        result += QJsonObject{ { QStringLiteral("kind"), schema::kindName(rename.kind) },
                               { QStringLiteral("from"), rename.from },
                               { QStringLiteral("to"), rename.to } };
    }
    return result;
}

QJsonArray backfillsArray(const QVector<BackfillIntent> &backfills)
{
    QJsonArray result;
    for (const BackfillIntent &backfill : backfills) {
        result += QJsonObject{ { QStringLiteral("column"), backfill.column },
                               { QStringLiteral("expression"), backfill.expression } };
    }
    return result;
}

QJsonArray conversionsArray(const QVector<ConversionIntent> &conversions)
{
    QJsonArray result;
    for (const ConversionIntent &conversion : conversions) {
        result += QJsonObject{ { QStringLiteral("column"), conversion.column },
                               { QStringLiteral("using"), conversion.usingExpression },
                               { QStringLiteral("back"), conversion.back } };
    }
    return result;
}

QJsonArray splitsArray(const QVector<SplitIntent> &splits)
{
    QJsonArray result;
    for (const SplitIntent &split : splits) {
        result += QJsonObject{ { QStringLiteral("from"), split.from },
                               { QStringLiteral("to"), textsObject(split.to) },
                               { QStringLiteral("back"), split.back } };
    }
    return result;
}

QJsonArray mergesArray(const QVector<MergeIntent> &merges)
{
    QJsonArray result;
    for (const MergeIntent &merge : merges) {
        result += QJsonObject{ { QStringLiteral("from"), QJsonArray::fromStringList(merge.from) },
                               { QStringLiteral("to"), merge.to },
                               { QStringLiteral("expression"), merge.expression },
                               { QStringLiteral("back"), textsObject(merge.back) } };
    }
    return result;
}

QJsonArray movesArray(const QVector<MoveIntent> &moves)
{
    QJsonArray result;
    for (const MoveIntent &move : moves) {
        QJsonObject object{ { QStringLiteral("from"), move.from },
                            { QStringLiteral("to"), move.to },
                            { QStringLiteral("columns"), textsObject(move.columns) },
                            { QStringLiteral("owner"), textsObject(move.owner) },
                            { QStringLiteral("back"), textsObject(move.back) } };
        if (!move.each.isEmpty())
            object.insert(QStringLiteral("each"), move.each);
        if (!move.where.isEmpty())
            object.insert(QStringLiteral("where"), move.where);
        result += object;
    }
    return result;
}

void readRenames(JsonReader &reader, Intents *intents)
{
    for (JsonReader &item : reader.objectsOrNone(QStringLiteral("renames"))) {
        RenameIntent rename;
        if (!schema::parseKind(item.text(QStringLiteral("kind")), &rename.kind))
            item.report(QStringLiteral("kind"),
                        QStringLiteral("this is no kind of object, such as table or column."));
        rename.from = item.text(QStringLiteral("from"));
        rename.to = item.text(QStringLiteral("to"));
        item.finish();
        intents->renames += rename;
    }
}

void readSplits(JsonReader &reader, Intents *intents)
{
    for (JsonReader &item : reader.objectsOrNone(QStringLiteral("splits"))) {
        SplitIntent split{ item.text(QStringLiteral("from")), textPairs(item.object(QStringLiteral("to"))),
                           item.textOr(QStringLiteral("back")) };
        item.finish();
        intents->splits += split;
    }
}

void readMerges(JsonReader &reader, Intents *intents)
{
    for (JsonReader &item : reader.objectsOrNone(QStringLiteral("merges"))) {
        MergeIntent merge{ item.texts(QStringLiteral("from")), item.text(QStringLiteral("to")),
                           item.text(QStringLiteral("expression")),
                           textPairs(item.object(QStringLiteral("back"))) };
        item.finish();
        intents->merges += merge;
    }
}

void readMoves(JsonReader &reader, Intents *intents)
{
    for (JsonReader &item : reader.objectsOrNone(QStringLiteral("moves"))) {
        MoveIntent move{ item.text(QStringLiteral("from")),
                         item.textOr(QStringLiteral("each")),
                         item.textOr(QStringLiteral("where")),
                         item.text(QStringLiteral("to")),
                         textPairs(item.object(QStringLiteral("columns"))),
                         textPairs(item.object(QStringLiteral("owner"))),
                         textPairs(item.object(QStringLiteral("back"))) };
        item.finish();
        intents->moves += move;
    }
}

void readColumnIntents(JsonReader &reader, Intents *intents)
{
    for (JsonReader &item : reader.objectsOrNone(QStringLiteral("backfills"))) {
        intents->backfills +=
            BackfillIntent{ item.text(QStringLiteral("column")), item.text(QStringLiteral("expression")) };
        item.finish();
    }
    for (JsonReader &item : reader.objectsOrNone(QStringLiteral("conversions"))) {
        intents->conversions +=
            ConversionIntent{ item.text(QStringLiteral("column")), item.text(QStringLiteral("using")),
                              item.textOr(QStringLiteral("back")) };
        item.finish();
    }
}

void readTableIntents(JsonReader &reader, Intents *intents)
{
    if (reader.has(QStringLiteral("tolerance"))) {
        JsonReader tolerance = reader.object(QStringLiteral("tolerance"));
        for (const QString &table : tolerance.memberNames()) {
            const auto policy = enumFromName(tolerance.text(table), Policy::Window);
            if (!policy)
                tolerance.report(table, QStringLiteral("this is neither zero-downtime nor window."));
            intents->tolerance.insert(table, policy.value_or(Policy::ZeroDowntime));
        }
    }
    if (reader.has(QStringLiteral("rows"))) {
        JsonReader rows = reader.object(QStringLiteral("rows"));
        for (const QString &table : rows.memberNames()) {
            const qint64 count = rows.integer(table);
            if (count < 0)
                rows.report(table, QStringLiteral("a table cannot have fewer than 0 rows."));
            intents->rows.insert(table, count);
        }
    }
}

QJsonObject ignoreObject(const diff::IgnoreRules &rules)
{
    QJsonArray what;
    for (const diff::Ignorable ignorable : rules.what)
        what += diff::ignorableName(ignorable);
    return { { QStringLiteral("what"), what },
             { QStringLiteral("objects"), QJsonArray::fromStringList(rules.objects) },
             { QStringLiteral("only"), QJsonArray::fromStringList(rules.only) } };
}

void readIgnore(JsonReader &reader, Intents *intents)
{
    if (!reader.has(QStringLiteral("ignore")))
        return;
    JsonReader ignore = reader.object(QStringLiteral("ignore"));
    for (const QString &text : ignore.textsOrNone(QStringLiteral("what"))) {
        const auto ignorable = diff::parseIgnorable(text);
        if (ignorable)
            intents->ignore.add(*ignorable);
        else
            ignore.report(QStringLiteral("what"),
                          QStringLiteral("\"%1\" is nothing that can be ignored, such as owners or comments.")
                              .arg(text));
    }
    intents->ignore.objects = ignore.textsOrNone(QStringLiteral("objects"));
    intents->ignore.only = ignore.textsOrNone(QStringLiteral("only"));
    ignore.finish();
}

} // namespace

QJsonObject intentsObject(const Intents &intents)
{
    QJsonObject tolerance;
    for (auto it = intents.tolerance.cbegin(); it != intents.tolerance.cend(); ++it)
        tolerance.insert(it.key(), name(it.value()));
    QJsonObject rows;
    for (auto it = intents.rows.cbegin(); it != intents.rows.cend(); ++it)
        rows.insert(it.key(), it.value());
    QJsonObject object{ { QStringLiteral("renames"), renamesArray(intents.renames) },
                        { QStringLiteral("backfills"), backfillsArray(intents.backfills) },
                        { QStringLiteral("conversions"), conversionsArray(intents.conversions) },
                        { QStringLiteral("splits"), splitsArray(intents.splits) },
                        { QStringLiteral("keep"), QJsonArray::fromStringList(intents.keep) },
                        { QStringLiteral("park"), QJsonArray::fromStringList(intents.park) },
                        { QStringLiteral("tolerance"), tolerance },
                        { QStringLiteral("rows"), rows } };
    if (!intents.merges.isEmpty())
        object.insert(QStringLiteral("merges"), mergesArray(intents.merges));
    if (!intents.moves.isEmpty())
        object.insert(QStringLiteral("moves"), movesArray(intents.moves));
    if (!intents.exclude.isEmpty())
        object.insert(QStringLiteral("exclude"), QJsonArray::fromStringList(intents.exclude));
    if (intents.drop)
        object.insert(QStringLiteral("drop"), QJsonArray::fromStringList(*intents.drop));
    // What is kept has a list of its own.
    diff::IgnoreRules ignored = intents.ignore;
    ignored.kept.clear();
    if (!ignored.isEmpty())
        object.insert(QStringLiteral("ignore"), ignoreObject(intents.ignore));
    return object;
}

Intents readIntents(JsonReader &reader)
{
    Intents intents;
    readRenames(reader, &intents);
    readColumnIntents(reader, &intents);
    readSplits(reader, &intents);
    readMerges(reader, &intents);
    readMoves(reader, &intents);
    intents.keep = reader.textsOrNone(QStringLiteral("keep"));
    intents.park = reader.textsOrNone(QStringLiteral("park"));
    intents.exclude = reader.textsOrNone(QStringLiteral("exclude"));
    if (reader.has(QStringLiteral("drop")))
        intents.drop = reader.textsOrNone(QStringLiteral("drop"));
    readTableIntents(reader, &intents);
    readIgnore(reader, &intents);
    reader.finish();
    return intents;
}

base::Result<Intents> intentsFromJson(const QByteArray &json, const QString &fileName)
{
    JsonProblem problem{ fileName, std::nullopt };
    const auto object = parseJsonObject(json, QStringLiteral("An intents file"), &problem);
    if (!object)
        return *problem.error;
    JsonReader reader(*object, {}, &problem);
    Intents intents = readIntents(reader);
    if (problem.error)
        return *problem.error;
    return intents;
}

QByteArray toJson(const Intents &intents)
{
    return QJsonDocument(intentsObject(intents)).toJson(QJsonDocument::Indented);
}

} // namespace lockstep::plan
