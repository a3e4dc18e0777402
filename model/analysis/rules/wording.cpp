#include "wording.h"

#include <model/schema/objectid.h>

#include <array>

namespace lockstep::analysis::rules {

namespace {

QString inUnits(double bytes)
{
    static constexpr std::array units = { "B", "kB", "MB", "GB", "TB" };
    size_t unit = 0;
    for (; bytes >= 1024 && unit + 1 < units.size(); ++unit)
        bytes /= 1024;
    const int digits = bytes < 10 && unit > 2 ? 1 : 0;
    return QString::number(bytes, 'f', digits) + QLatin1Char(' ') + QLatin1String(units[unit]);
}

QString roughly(qint64 milliseconds)
{
    const double seconds = double(milliseconds) / 1000;
    if (seconds < 1)
        return QStringLiteral("for less than a second");
    if (seconds < 90)
        return QStringLiteral("for about %1 s").arg(qRound64(seconds));
    if (seconds < 90 * 60)
        return QStringLiteral("for about %1 min").arg(qRound64(seconds / 60));
    return QStringLiteral("for about %1 h").arg(qRound64(seconds / 3600));
}

} // namespace

QString StatementInput::sized(const Key &relation) const
{
    const Size size = sizes.of(relation, state);
    if (!size.isKnown() || state.isNew(relation))
        return display(relation);
    QString numbers = size.rows == 1 ? QStringLiteral("1 row") : grouped(size.rows) + QLatin1String(" rows");
    if (size.bytes > 0 && !size.bytesGuessed)
        numbers += QLatin1String(", ") + inUnits(double(size.bytes + size.indexBytes));
    return QStringLiteral("%1 (%2)").arg(display(relation), numbers);
}

QString StatementInput::itsRows(const Key &relation) const
{
    const Size size = sizes.of(relation, state);
    if (!size.isKnown())
        return QStringLiteral("its rows");
    const bool hasBytes = size.bytes > 0 && !size.bytesGuessed;
    return QStringLiteral("its %1 %2")
               .arg(grouped(size.rows), size.rows == 1 ? QStringLiteral("row") : QStringLiteral("rows"))
           + (hasBytes ? QStringLiteral(" (%1)").arg(inUnits(double(size.bytes))) : QString());
}

QString StatementInput::howLong(Work work, const Key &relation) const
{
    const Size size = sizes.of(relation, state);
    if (!size.isKnown())
        return QStringLiteral("until it is done");
    return roughly(qint64(workMs(work, relation, state, sizes, rates)));
}

plan::Severity StatementInput::blocking(const Key &relation) const
{
    const Size size = sizes.of(relation, state);
    const bool nobodyMinds =
        scene.policy == plan::Policy::Window || (size.isKnown() && size.rows < smallTableRows);
    return nobodyMinds ? plan::Severity::Info : plan::Severity::Warning;
}

QString columnName(const Key &table, const QString &column)
{
    return display(table) + QLatin1Char('.') + schema::quoteIdent(column);
}

QString quotedList(const QStringList &names)
{
    QStringList result;
    for (const QString &name : names)
        result.append(schema::quoteIdent(name));
    return result.join(QLatin1String(", "));
}

} // namespace lockstep::analysis::rules
