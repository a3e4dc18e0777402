#include "together.h"

#include <model/sql/parser.h>

#include <algorithm>

namespace lockstep::analysis::rules {

namespace {

/// `word` and the name are in every statement that can be meant, so that few have to be parsed.
template <typename Meant>
bool anyTogether(const StatementInput &in, QLatin1String word, QString name, Meant isMeant)
{
    const QStringList &all = in.scene.together;
    name.replace(QLatin1String("\""), QLatin1String("\"\""));
    return std::any_of(all.begin(), all.end(), [&](const QString &sql) {
        if (!sql.contains(word, Qt::CaseInsensitive) || !sql.contains(name, Qt::CaseInsensitive))
            return false;
        const auto parsed = sql::parse(sql);
        return parsed.has_value() && isMeant(*parsed);
    });
}

} // namespace

bool makesView(const StatementInput &in, const Key &name)
{
    return anyTogether(in, QLatin1String("view"), name.second, [&](const sql::Statement &statement) {
        const auto *view = statement.as<sql::CreateView>();
        return view && view->relation.name == name.second && in.state.resolve(view->relation) == name;
    });
}

bool makesFunction(const StatementInput &in, const Key &name)
{
    return anyTogether(in, QLatin1String("create"), name.second, [&](const sql::Statement &statement) {
        const auto *function = statement.as<sql::CreateFunction>();
        return function && function->function.name == name.second
               && (function->function.schema.isEmpty() || function->function.schema == name.first);
    });
}

} // namespace lockstep::analysis::rules
