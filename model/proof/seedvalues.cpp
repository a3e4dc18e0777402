#include "seedvalues.h"

#include "seedhints.h"

#include <model/schema/objectid.h>
#include <model/sources/catalogqueries.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace lockstep::proof {

namespace {

QJsonArray jsonArray(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).array();
}

/// As an element of an array or a field of a composite, in double quotes.
QString quotedElement(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

} // namespace

base::Result<void> SeedValues::readTypes(const QVector<Oid> &types)
{
    QVector<Oid> wanted;
    const auto want = [&](Oid oid) {
        if (oid != 0 && !m_types.contains(oid) && !wanted.contains(oid))
            wanted.append(oid);
    };
    for (const Oid oid : types)
        want(oid);
    while (!wanted.isEmpty()) {
        const auto rows =
            m_session.query(sources::catalogQuery(QStringLiteral("seedtypes"), m_session.server().version),
                            { oidArray(wanted) });
        if (!rows.has_value())
            return rows.error();
        for (const Oid oid : std::as_const(wanted))
            m_types.insert(oid, {});
        wanted.clear();
        for (int i = 0; i < rows->count(); ++i) {
            Type type;
            type.kind = rows->text(i, 1).at(0);
            type.name = rows->text(i, 3);
            type.text = rows->text(i, 4);
            type.base = Oid(rows->integer(i, 5));
            type.baseText = rows->text(i, 6);
            type.element = Oid(rows->integer(i, 7));
            for (const QJsonValue &label : jsonArray(rows->text(i, 8)))
                type.labels.append(label.toString());
            for (const QJsonValue &field : jsonArray(rows->text(i, 9)))
                type.fields.append({ Oid(field[0].toString().toUInt()), field[1].toString() });
            type.subtype = Oid(rows->integer(i, 10));
            type.range = Oid(rows->integer(i, 11));
            type.checks = rows->text(i, 12);
            m_types.insert(Oid(rows->integer(i, 0)), type);
            for (const Oid part : { type.base, type.element, type.subtype, type.range })
                want(part);
            for (const auto &field : std::as_const(type.fields))
                want(field.first);
        }
    }
    return {};
}

bool SeedValues::accepts(const QString &type, const QStringList &literals)
{
    QStringList casts;
    for (const QString &literal : literals)
        casts.append(QStringLiteral("%1::%2").arg(schema::quoteLiteral(literal), type));
    // The count keeps the values from being sent back; the subquery is what evaluates the casts.
    return m_session
        .execute(QStringLiteral("SELECT count(*) FROM (VALUES (%1)) AS v(x) WHERE x IS NOT NULL")
                     .arg(casts.join(QStringLiteral("), ("))))
        .has_value();
}

QStringList SeedValues::accepted(const QString &type, const QStringList &literals)
{
    QStringList distinct = literals;
    distinct.removeDuplicates();
    if (distinct.isEmpty() || accepts(type, distinct))
        return distinct;
    QStringList good;
    for (const QString &literal : std::as_const(distinct)) {
        if (accepts(type, { literal }))
            good.append(literal);
    }
    return good;
}

const ValuePool &SeedValues::pool(Oid oid, const QString &type)
{
    const auto known = m_pools.constFind(type);
    if (known != m_pools.constEnd())
        return *known;
    m_pools.insert(type, {}); // A type that contains itself through an array finds this.
    ValuePool pool = literals(oid, type);
    pool.plain = accepted(type, pool.plain);
    pool.extreme = accepted(type, pool.extreme);
    for (const QString &value : std::as_const(pool.plain))
        pool.extreme.removeAll(value);
    return *m_pools.insert(type, pool);
}

ValuePool SeedValues::literals(Oid oid, const QString &type)
{
    const Type known = m_types.value(oid);
    if (known.element != 0)
        return arrays(known);
    switch (known.kind.unicode()) {
    case 'e': return { known.labels, {} };
    case 'd': return domains(known);
    case 'c': return composites(known);
    case 'r': return ranges(known);
    case 'm': return multiranges(known);
    default: return builtinValues(known.name, type);
    }
}

ValuePool SeedValues::arrays(const Type &type)
{
    const QStringList values = pool(type.element, m_types.value(type.element).text).plain;
    ValuePool result;
    for (const QString &value : values)
        result.plain.append(QStringLiteral("{%1}").arg(quotedElement(value)));
    result.extreme = { QStringLiteral("{}") };
    if (values.size() > 1)
        result.extreme += { QStringLiteral("{%1,%2}").arg(quotedElement(values[0]), quotedElement(values[1])),
                            QStringLiteral("{%1,NULL}").arg(quotedElement(values[0])) };
    return result;
}

ValuePool SeedValues::composites(const Type &type)
{
    ValuePool result;
    for (int i = 0; i < 8; ++i) {
        QStringList fields;
        for (const auto &[oid, text] : type.fields) {
            const QStringList values = pool(oid, text).plain;
            fields.append(values.isEmpty() ? QString() : quotedElement(values[i % values.size()]));
        }
        result.plain.append(QStringLiteral("(%1)").arg(fields.join(QLatin1Char(','))));
    }
    result.extreme = { QStringLiteral("(%1)").arg(
        QString(std::max<qsizetype>(type.fields.size(), 1) - 1, QLatin1Char(','))) };
    return result;
}

ValuePool SeedValues::ranges(const Type &type)
{
    const QStringList values = pool(type.subtype, m_types.value(type.subtype).text).plain;
    ValuePool result;
    for (qsizetype i = 0; i + 1 < values.size(); i += 2) {
        // Whichever order the subtype has; the server refuses the other one.
        for (const auto &[low, high] : { qMakePair(i, i + 1), qMakePair(i + 1, i) })
            result.plain.append(
                QStringLiteral("[%1,%2)").arg(quotedElement(values[low]), quotedElement(values[high])));
    }
    result.extreme = { QStringLiteral("empty"), QStringLiteral("(,)") };
    if (!values.isEmpty())
        result.extreme.append(QStringLiteral("[%1,)").arg(quotedElement(values.last())));
    return result;
}

ValuePool SeedValues::multiranges(const Type &type)
{
    const QString range = m_types.value(type.range).text;
    ValuePool result;
    for (const QString &value : pool(type.range, range).plain)
        result.plain.append(QStringLiteral("{%1}").arg(value));
    result.extreme = { QStringLiteral("{}") };
    return result;
}

ValuePool SeedValues::domains(const Type &type)
{
    ValuePool result = pool(type.base, type.baseText);
    if (!type.checks.isEmpty())
        result.plain = valueHints(type.checks) + result.plain;
    return result;
}

} // namespace lockstep::proof
