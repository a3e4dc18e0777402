#include "chosennames.h"

#include <QRegularExpression>

namespace lockstep::analysis {

namespace {

constexpr qsizetype longestName = 63;

/// table_columns_suffix within 63 bytes: the longer of the first two is cut.
QString joined(const QString &table, const QString &columns, const QString &suffix)
{
    QByteArray first = table.toUtf8();
    QByteArray second = columns.toUtf8();
    const qsizetype overhead = suffix.toUtf8().size() + 1 + (columns.isEmpty() ? 0 : 1);
    while (first.size() + second.size() > longestName - overhead)
        (first.size() > second.size() ? first : second).chop(1);
    QString result = QString::fromUtf8(first);
    if (!second.isEmpty())
        result += QLatin1Char('_') + QString::fromUtf8(second);
    return result + QLatin1Char('_') + suffix;
}

QString columnPart(const QStringList &columns)
{
    QStringList parts;
    for (const QString &column : columns) {
        const QString base = column.isEmpty() ? QStringLiteral("expr") : column;
        QString part = base;
        for (int number = 1; parts.contains(part); ++number)
            part = base + QString::number(number);
        parts.append(part);
    }
    return parts.join(QLatin1Char('_'));
}

QString chosenName(const Key &table, const QString &columns, const QString &suffix, const SchemaState &state)
{
    QString result = joined(table.second, columns, suffix);
    for (int number = 1; state.find(Key(table.first, result)); ++number)
        result = joined(table.second, columns, suffix + QString::number(number));
    return result;
}

} // namespace

QStringList nameParts(const QStringList &keyColumns)
{
    static const QRegularExpression name(QStringLiteral("^\\w+$"));
    static const QRegularExpression call(QStringLiteral("^(?:\\w+\\.)?(\\w+)\\("));
    QStringList result;
    for (const QString &key : keyColumns) {
        const QRegularExpressionMatch match = call.match(key);
        const bool isQuoted = key.startsWith(QLatin1Char('"'));
        result.append(match.hasMatch()                         ? match.captured(1)
                      : isQuoted || name.match(key).hasMatch() ? SchemaState::keyFromText(key).second
                                                               : QString());
    }
    return result;
}

QStringList indexNameParts(const sql::CreateIndex &index)
{
    QStringList result;
    for (qsizetype i = 0; i < index.columns.size(); ++i)
        result.append(index.columns.at(i).isEmpty() ? index.expressionNames.value(i) : index.columns.at(i));
    return result;
}

QString chosenIndexName(const Key &table, const QStringList &columns, const SchemaState &state)
{
    return chosenName(table, columnPart(columns), QStringLiteral("idx"), state);
}

QString chosenConstraintName(const Key &table, const QStringList &columns, sql::ConstraintKind kind,
                             const SchemaState &state)
{
    switch (kind) {
    case sql::ConstraintKind::PrimaryKey: return chosenName(table, {}, QStringLiteral("pkey"), state);
    case sql::ConstraintKind::Unique:
        return chosenName(table, columnPart(columns), QStringLiteral("key"), state);
    case sql::ConstraintKind::Exclude:
        return chosenName(table, columnPart(columns), QStringLiteral("excl"), state);
    case sql::ConstraintKind::ForeignKey:
        return chosenName(table, columns.join(QLatin1Char('_')), QStringLiteral("fkey"), state);
    case sql::ConstraintKind::NotNull:
        return chosenName(table, columns.join(QLatin1Char('_')), QStringLiteral("not_null"), state);
    case sql::ConstraintKind::Check:
    case sql::ConstraintKind::Other: break;
    }
    // A CHECK of one column is named by it, one of several by the table alone.
    return chosenName(table, columns.size() == 1 ? columns.first() : QString(), QStringLiteral("check"),
                      state);
}

} // namespace lockstep::analysis
