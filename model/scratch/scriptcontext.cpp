#include "scriptcontext.h"

#include <array>

namespace lockstep::scratch {

namespace {

struct ContextSetting
{
    const char *name;
    QString ScriptContext::*value;
};

constexpr std::array contextSettings{
    ContextSetting{ "session_authorization", &ScriptContext::sessionUser },
    ContextSetting{ "role", &ScriptContext::role },
    ContextSetting{ "search_path", &ScriptContext::searchPath },
    ContextSetting{ "default_table_access_method", &ScriptContext::accessMethod },
    ContextSetting{ "default_tablespace", &ScriptContext::tablespace },
    ContextSetting{ "standard_conforming_strings", &ScriptContext::conformingStrings },
};

constexpr const char *defaultSettings =
    "SET search_path = \"$user\", public; SET default_tablespace = ''; "
    "SET default_table_access_method = 'heap'; SET standard_conforming_strings = on; "
    "SET escape_string_warning = off; SET array_nulls = on; SET transform_null_equals = off; "
    "SET xmloption = 'content'; SET DateStyle = 'ISO, MDY'; SET IntervalStyle = 'postgres'; "
    "SET lc_monetary = 'C'; SET check_function_bodies = off; SET statement_timeout = 0; "
    "SET lock_timeout = 0";

} // namespace

base::Result<void> useDefaultSettings(postgres::Session &session)
{
    return session.executeScript(QLatin1String(defaultSettings));
}

base::Result<ScriptContext> readScriptContext(postgres::Session &session)
{
    QStringList columns;
    for (const ContextSetting &setting : contextSettings)
        columns.append(QStringLiteral("pg_catalog.current_setting('%1')").arg(QLatin1String(setting.name)));
    const auto row = session.query(QStringLiteral("SELECT ") + columns.join(QStringLiteral(", ")));
    if (!row.has_value())
        return row.error();
    ScriptContext context;
    for (size_t i = 0; i < contextSettings.size(); ++i)
        context.*contextSettings[i].value = row->text(0, int(i));
    return context;
}

base::Result<void> restoreScriptContext(postgres::Session &session, const ScriptContext &context)
{
    QStringList calls;
    postgres::Parameters parameters;
    for (const ContextSetting &setting : contextSettings) {
        parameters.append(context.*setting.value);
        calls.append(QStringLiteral("pg_catalog.set_config('%1', $%2, false)")
                         .arg(QLatin1String(setting.name))
                         .arg(parameters.size()));
    }
    return session.execute(QStringLiteral("SELECT ") + calls.join(QStringLiteral(", ")), parameters);
}

} // namespace lockstep::scratch
