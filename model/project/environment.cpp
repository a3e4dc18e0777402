#include "environment.h"

namespace lockstep::project {

Environment environmentFromName(const QString &name)
{
    for (const Environment environment :
         { Environment::Development, Environment::Test, Environment::Staging, Environment::Production }) {
        if (name.compare(environmentName(environment), Qt::CaseInsensitive) == 0)
            return environment;
    }
    return Environment::Unknown;
}

QString environmentName(Environment environment)
{
    switch (environment) {
    case Environment::Unknown: return {};
    case Environment::Development: return QStringLiteral("development");
    case Environment::Test: return QStringLiteral("test");
    case Environment::Staging: return QStringLiteral("staging");
    case Environment::Production: return QStringLiteral("production");
    }
    return {};
}

} // namespace lockstep::project
