#include "dumpowners.h"

#include <model/schema/objectid.h>

#include <QRegularExpression>

namespace lockstep::proof {

namespace {

constexpr const char *kRolePattern = "(\"(?:[^\"]|\"\")+\"|[^\\s;\"]+)";
constexpr const char *kAnyRole = "ALTER DEFAULT PRIVILEGES FOR ROLE <any>";

QRegularExpression pattern(const char *before, const char *after)
{
    return QRegularExpression(QLatin1String(before) + QLatin1String(kRolePattern) + QLatin1String(after),
                              QRegularExpression::DotMatchesEverythingOption);
}

/// "public.t" of "TABLE public.t": keywords are in capitals, names in capitals are quoted.
QString nameOf(const QString &object)
{
    static const QRegularExpression keywords(QStringLiteral("^(?:[A-Z]+ )+"));
    QString name = object;
    return name.remove(keywords);
}

/// A GRANT or REVOKE taken apart.
class PrivilegeStatement
{
public:
    explicit PrivilegeStatement(const QString &sql)
    {
        static const QRegularExpression form =
            pattern("^(?:<by [^>]*> )?(?:GRANT|REVOKE) .* ON (.+) (?:TO|FROM) ", "( WITH GRANT OPTION)?;?$");
        m_match = form.match(sql);
    }
    [[nodiscard]] bool isOne() const { return m_match.hasMatch(); }
    [[nodiscard]] QString object() const { return m_match.captured(1); }
    [[nodiscard]] QString role() const { return m_match.captured(2); }
    [[nodiscard]] QString withRole(const QString &role) const
    {
        QString sql = m_match.captured(0);
        return sql.replace(m_match.capturedStart(2), m_match.capturedLength(2), role);
    }

private:
    QRegularExpressionMatch m_match;
};

QHash<QString, QString> ownersByName(const DumpedSchema &side)
{
    QHash<QString, QString> owners;
    for (auto it = side.owners.cbegin(); it != side.owners.cend(); ++it)
        owners.insert(nameOf(it.key()), it.value());
    return owners;
}

QString withSelfNamed(const QString &statement, const QString &unstatedRole)
{
    static const QRegularExpression form = pattern("^ALTER DEFAULT PRIVILEGES FOR ROLE ", "");
    const auto match = form.match(statement);
    if (!match.hasMatch())
        return statement;
    const QString role = match.captured(1);
    const PrivilegeStatement privilege(statement.mid(
        qMax(0, int(statement.indexOf(QRegularExpression(QStringLiteral("\\b(?:GRANT|REVOKE) ")))))));
    QString text = statement;
    if (privilege.isOne() && privilege.role() == role)
        text = statement.left(statement.size() - privilege.withRole(role).size())
               + privilege.withRole(QStringLiteral("<itself>"));
    return role == unstatedRole ? withAnyRole(text) : text;
}

} // namespace

QString withAnyRole(const QString &statement)
{
    static const QRegularExpression form = pattern("^ALTER DEFAULT PRIVILEGES FOR ROLE ", "");
    QString text = statement;
    return text.replace(form, QLatin1String(kAnyRole));
}

bool isOfAnyRole(const QString &statement)
{
    return statement.startsWith(QLatin1String(kAnyRole));
}

DumpedSchema readDump(const QStringList &statements, const QString &unstatedRole)
{
    static const QRegularExpression owner = pattern("^ALTER (.+) OWNER TO ", ";?$");
    static const QRegularExpression acting = pattern("^SET SESSION AUTHORIZATION ", ";?$");
    const QString unstated = schema::quoteIdent(unstatedRole);
    DumpedSchema side;
    QString by;
    for (const QString &statement : statements) {
        if (const auto match = owner.match(statement); match.hasMatch()) {
            if (match.captured(2) != unstated)
                side.owners.insert(match.captured(1), match.captured(2));
        } else if (const auto set = acting.match(statement); set.hasMatch()) {
            by = set.captured(1) == QLatin1String("DEFAULT") ? QString() : set.captured(1);
        } else if (statement.startsWith(QLatin1String("RESET SESSION AUTHORIZATION"))) {
            by.clear();
        } else {
            side.statements.append(by.isEmpty() ? statement
                                                : QStringLiteral("<by %1> %2").arg(by, statement));
        }
    }
    return side;
}

QStringList relativeStatements(const DumpedSchema &side, const DumpedSchema &other,
                               const OwnerComparison &comparison)
{
    const QString unstated = schema::quoteIdent(comparison.unstatedRole);
    const QHash<QString, QString> owners = ownersByName(side);
    const QHash<QString, QString> otherOwners = ownersByName(other);
    QStringList statements;
    for (const QString &statement : side.statements) {
        const PrivilegeStatement privilege(statement);
        if (!privilege.isOne()) {
            statements.append(withSelfNamed(statement, unstated));
            continue;
        }
        const QString name = nameOf(privilege.object());
        const QString owner = owners.value(name);
        if (privilege.role() == (owner.isEmpty() ? unstated : owner))
            statements.append(privilege.withRole(QStringLiteral("<owner>")));
        else if ((!owner.isEmpty() && comparison.areCompared) || otherOwners.value(name) != privilege.role())
            statements.append(statement);
    }
    statements.sort();
    return statements;
}

} // namespace lockstep::proof
