#include "contentcompare.h"

#include <model/schema/objectid.h>

#include <QRegularExpression>

namespace lockstep::proof {

using schema::Kind;
using schema::objectId;
using schema::ObjectId;
using schema::subId;

namespace {

/// "a = 1, b = f(x)": the names before the equals signs outside parentheses and quotes.
QStringList assignedColumns(const QString &set)
{
    static const QRegularExpression name(QStringLiteral("^\\s*(\"(?:[^\"]|\"\")+\"|\\w+)\\s*=(?!=)"));
    QStringList columns;
    int depth = 0;
    QChar quote;
    qsizetype begin = 0;
    const auto take = [&](qsizetype end) {
        QString column = name.match(set.mid(begin, end - begin)).captured(1);
        if (column.startsWith(QLatin1Char('"')))
            column = column.mid(1, column.size() - 2).replace(QLatin1String("\"\""), QLatin1String("\""));
        if (!column.isEmpty())
            columns.append(column);
        begin = end + 1;
    };
    for (qsizetype i = 0; i < set.size(); ++i) {
        const QChar c = set[i];
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == QLatin1Char('\'') || c == QLatin1Char('"'))
            quote = c;
        else if (c == QLatin1Char('('))
            ++depth;
        else if (c == QLatin1Char(')'))
            --depth;
        else if (c == QLatin1Char(',') && depth == 0)
            take(i);
    }
    take(set.size());
    return columns;
}

} // namespace

Expectation::Expectation(const plan::Plan &plan, const QVector<diff::RenameStep> &renames)
    : m_intents(plan.intents)
    , m_renames(renames)
{
    for (const plan::Step &step : plan.steps) {
        for (const plan::Loss &loss : step.loses)
            (loss.part.isEmpty() ? m_losers : m_partLosers).insert(loss.what, step.id);
        if (step.backfill) {
            const QString table = schema::sqlName(step.backfill->table);
            for (const QString &column : assignedColumns(step.backfill->set))
                m_written.insert(table + QLatin1Char('.') + column);
        }
        if (!step.rollback.caution.isEmpty() || !step.rollback.irreversible.isEmpty()) {
            for (const QString &relation : step.relations)
                m_cautions.insert(relation, step.id);
        }
    }
    // What fills the second name of a renamed column fills a copy; the column keeps what it holds.
    for (const diff::RenameStep &rename : renames) {
        if (rename.from.kind == Kind::Column)
            m_written.remove(schema::qualified(rename.to.schema, rename.to.name) + QLatin1Char('.')
                             + rename.to.sub);
    }
    for (const plan::ConversionIntent &conversion : plan.intents.conversions)
        m_conversions.insert(conversion.column);
    for (const diff::RenameStep &rename : renames) {
        if (rename.from.kind == Kind::EnumLabel)
            m_relabelled.insert(schema::qualified(rename.from.schema, rename.from.name));
    }
}

/// Steps name things as they are called after the renames, which come first. `column` may be empty.
QString Expectation::loserOf(const Losers &losers, const TableContent &table, const QString &column) const
{
    QVector<QPair<QString, QString>> relations{ { table.schema, table.name } };
    relations += table.ancestors;
    for (const auto &[schemaName, name] : std::as_const(relations)) {
        const ObjectId id = column.isEmpty() ? objectId(Kind::Table, schemaName, name)
                                             : subId(Kind::Column, schemaName, name, column);
        for (const ObjectId &known : { id, idAfter(id) }) {
            if (const QString step = losers.value(schema::displayName(known)); !step.isEmpty())
                return step;
        }
    }
    return {};
}

QString Expectation::loserOf(const TableContent &table) const
{
    return loserOf(m_losers, table, {});
}

QString Expectation::loserOf(const TableContent &table, const QString &column) const
{
    return loserOf(m_losers, table, column);
}

QString Expectation::homeOf(const TableContent &table, const QString &column) const
{
    return plan::movedTo(m_intents, subId(Kind::Column, table.schema, table.name, column));
}

QString Expectation::partLoserOf(const TableContent &table, const QString &column) const
{
    return loserOf(m_partLosers, table, column);
}

bool Expectation::isWritten(const QString &tableName, const QString &column) const
{
    return m_written.contains(tableName + QLatin1Char('.') + column);
}

QString Expectation::cautionOf(const QString &tableName) const
{
    return m_cautions.value(tableName);
}

bool Expectation::hasConversion(const QString &schema, const QString &table, const QString &column) const
{
    return m_conversions.contains(schema::dottedName(subId(Kind::Column, schema, table, column)));
}

bool Expectation::hasRenamedLabels(const QString &type) const
{
    return m_relabelled.contains(QString(type).remove(QLatin1String("[]")));
}

ObjectId Expectation::idAfter(ObjectId id) const
{
    for (const diff::RenameStep &step : m_renames)
        id = diff::changedId(id, step);
    return id;
}

QString Expectation::tableAfter(const QString &schema, const QString &table) const
{
    return schema::sqlName(idAfter(objectId(Kind::Table, schema, table)));
}

QString Expectation::columnAfter(const QString &schema, const QString &table, const QString &column) const
{
    return idAfter(subId(Kind::Column, schema, table, column)).sub;
}

} // namespace lockstep::proof
