#include "statementprobe.h"

#include <QRegularExpression>

namespace lockstep::execution {

namespace {

const QString identPattern = QStringLiteral("(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)");

QRegularExpression probePattern(const QString &pattern)
{
    QString full = pattern;
    full.replace(QLatin1String("<ident>"), identPattern);
    full.replace(QLatin1String("<qname>"),
                 identPattern + QStringLiteral("(?:\\s*\\.\\s*") + identPattern + QStringLiteral(")?"));
    return QRegularExpression(QStringLiteral("^\\s*") + full,
                              QRegularExpression::CaseInsensitiveOption
                                  | QRegularExpression::UseUnicodePropertiesOption);
}

QString rawName(const QString &sqlName)
{
    if (!sqlName.startsWith(QLatin1Char('"')))
        return sqlName.toLower();
    return sqlName.mid(1, sqlName.size() - 2).replace(QLatin1String("\"\""), QLatin1String("\""));
}

} // namespace

ProbeTarget probeTargetOf(const QString &statement)
{
    static const QRegularExpression createIndex =
        probePattern(QStringLiteral("CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+(CONCURRENTLY\\s+)?(?:IF\\s+NOT\\s+"
                                    "EXISTS\\s+)?(<ident>)\\s+ON\\s+(?:ONLY\\s+)?(<qname>)"));
    static const QRegularExpression dropIndex = probePattern(QStringLiteral(
        "DROP\\s+INDEX\\s+(CONCURRENTLY\\s+)?(?:IF\\s+EXISTS\\s+)?(<qname>)\\s*(?:RESTRICT\\s*)?;?\\s*$"));
    static const QRegularExpression addLabel = probePattern(QStringLiteral(
        "ALTER\\s+TYPE\\s+(<qname>)\\s+ADD\\s+VALUE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?'((?:[^']|'')*)'"));
    static const QRegularExpression detach =
        probePattern(QStringLiteral("ALTER\\s+TABLE\\s+(?:ONLY\\s+)?(<qname>)\\s+DETACH\\s+PARTITION\\s+(<"
                                    "qname>)\\s+CONCURRENTLY;?\\s*$"));

    if (const auto match = createIndex.match(statement); match.hasMatch()) {
        return { ProbeTarget::Kind::CreateIndex,
                 rawName(match.captured(2)),
                 match.captured(3),
                 {},
                 !match.captured(1).isEmpty() };
    }
    if (const auto match = dropIndex.match(statement); match.hasMatch())
        return { ProbeTarget::Kind::DropIndex, match.captured(2), {}, {}, !match.captured(1).isEmpty() };
    if (const auto match = addLabel.match(statement); match.hasMatch()) {
        return { ProbeTarget::Kind::AddEnumLabel,
                 match.captured(1),
                 {},
                 match.captured(2).replace(QLatin1String("''"), QLatin1String("'")),
                 false };
    }
    if (const auto match = detach.match(statement); match.hasMatch())
        return { ProbeTarget::Kind::DetachPartition, match.captured(2), match.captured(1), {}, true };
    return {};
}

QString indexDefinitionKey(const QString &createIndex)
{
    static const QRegularExpression noise(
        QStringLiteral("\\bCONCURRENTLY\\b|\\bIF\\s+NOT\\s+EXISTS\\b|\\bUSING\\s+btree\\b|;\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    QString key = createIndex;
    key.remove(noise);
    return key.remove(QLatin1Char(' ')).remove(QLatin1Char('\n')).remove(QLatin1Char('\t')).toLower();
}

QString duplicateKeyColumns(const QString &detail)
{
    static const QRegularExpression key(QStringLiteral("^Key \\((.*)\\)=\\("));
    return key.match(detail).captured(1);
}

} // namespace lockstep::execution
