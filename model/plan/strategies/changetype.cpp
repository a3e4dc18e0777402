#include "drafts.h"
#include "typechange.h"

#include <QRegularExpression>

namespace lockstep::plan {

namespace {

/// "timestamp(3) without time zone" -> base "timestamp without time zone", modifiers {3}.
struct TypeParts
{
    QString base;
    QVector<int> modifiers;
};

std::optional<TypeParts> typeParts(const QString &type)
{
    static const QRegularExpression modifier(QStringLiteral("\\s*\\((\\d+)(?:,(-?\\d+))?\\)"));
    if (type.endsWith(QLatin1String("[]")))
        return std::nullopt;
    const QRegularExpressionMatch match = modifier.match(type);
    TypeParts parts;
    parts.base = QString(type).remove(match.capturedStart(), match.capturedLength());
    if (!match.hasMatch())
        parts.base = type;
    for (const int group : { 1, 2 }) {
        if (!match.captured(group).isEmpty())
            parts.modifiers += match.captured(group).toInt();
    }
    return parts;
}

/// A length or precision that only grows, or goes away.
bool widens(const TypeParts &from, const TypeParts &to)
{
    if (to.modifiers.isEmpty())
        return true;
    return !from.modifiers.isEmpty() && to.modifiers.first() >= from.modifiers.first();
}

bool isTimeLike(const QString &base)
{
    return base.startsWith(QLatin1String("timestamp")) || base.startsWith(QLatin1String("time "))
           || base == QLatin1String("interval");
}

bool widensSameType(const TypeParts &from, const TypeParts &to)
{
    if (from.base == QLatin1String("numeric")) {
        if (to.modifiers.isEmpty())
            return true;
        const bool hasSameScale =
            from.modifiers.size() == 2 && to.modifiers.size() == 2 && from.modifiers[1] == to.modifiers[1];
        return hasSameScale && to.modifiers[0] >= from.modifiers[0];
    }
    const bool isVarying =
        from.base == QLatin1String("character varying") || from.base == QLatin1String("bit varying");
    return (isVarying || isTimeLike(from.base)) && widens(from, to);
}

QString reasonToRewrite(const ChangeType &change)
{
    // A swapped type has the name of the one it takes the place of.
    return change.fromType == change.toType
               ? QStringLiteral("values of the old and of the new %1 are stored differently")
                     .arg(change.toType)
               : QStringLiteral("%1 and %2 are stored differently").arg(change.fromType, change.toType);
}

} // namespace

bool isInstantTypeChange(const QString &from, const QString &to)
{
    if (from == to)
        return true;
    const auto before = typeParts(from);
    const auto after = typeParts(to);
    if (!before || !after)
        return false;
    if (before->base == after->base)
        return widensSameType(*before, *after);
    const QPair<QString, QString> bases{ before->base, after->base };
    static const QString varchar = QStringLiteral("character varying");
    static const QString text = QStringLiteral("text");
    const bool isUnlimited = after->modifiers.isEmpty();
    return bases == qMakePair(varchar, text) || (bases == qMakePair(text, varchar) && isUnlimited)
           || bases == qMakePair(QStringLiteral("cidr"), QStringLiteral("inet"));
}

/// A type change is one statement. Where it only changes the catalog that is all there is to say; where
/// values lose something it waits for the gate.
std::optional<Rewrite> changeType(const Action &action, const Context &context)
{
    const auto *change = std::get_if<ChangeType>(&action.detail);
    if (!change || !(losesParts(action) || context.needsOnlineWay(action)))
        return std::nullopt;
    const bool isInstant =
        change->usingExpression.isEmpty() && isInstantTypeChange(change->fromType, change->toType);
    Draft draft = plainDraft(action, losesParts(action) ? Phase::Contract : Phase::Expand, {});
    if (losesParts(action))
        keepPartLosses(draft, action, context);
    if (isInstant) {
        draft.step.why =
            QStringLiteral("Instant: every %1 is a %2 as it stands, so no row is rewritten and no index "
                           "rebuilt.")
                .arg(change->fromType, change->toType);
        return Rewrite{ { draft }, -1 };
    }
    draft.step.timeouts = scanTimeouts;
    draft.step.why = context.whyPlain(action);
    if (draft.step.why.isEmpty()) {
        draft.step.why =
            QStringLiteral(
                "This rewrites %1 and its indexes while reads and writes wait: %2. Plan a quiet moment for "
                "this step.%3")
                .arg(schema::dottedName(action.relation), reasonToRewrite(*change),
                     change->whyNotOnline.isEmpty()
                         ? QString()
                         : QStringLiteral(" There is no online way: ") + change->whyNotOnline);
    }
    if (losesParts(action))
        draft.step.why += QStringLiteral(" It loses something of the values, so it comes last, behind the "
                                         "gate.");
    if (!isInstantTypeChange(change->toType, change->fromType) && draft.step.rollback.caution.isEmpty()) {
        draft.step.rollback.caution =
            QStringLiteral("The way back rewrites %1 and fails on a value that does not fit %2.")
                .arg(schema::dottedName(action.relation), change->fromType);
    }
    return Rewrite{ { draft }, -1 };
}

} // namespace lockstep::plan
