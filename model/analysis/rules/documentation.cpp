#include "documentation.h"

#include <QFile>

/// Resources of a static library register only when asked, and only from the global namespace.
static void initRuleDocumentationResource()
{
    Q_INIT_RESOURCE(ruledocumentation);
}

namespace lockstep::analysis::rules {

QString documentation(const QString &ruleId)
{
    initRuleDocumentationResource();
    QFile file(QStringLiteral(":/lockstep/rules/%1.md").arg(ruleId));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString title(const QString &ruleId)
{
    const QString heading = documentation(ruleId).section(QLatin1Char('\n'), 0, 0);
    return heading.startsWith(QLatin1String("# ")) ? heading.mid(2).trimmed() : ruleId;
}

} // namespace lockstep::analysis::rules
