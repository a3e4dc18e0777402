#include "psqlvariables.h"

#include <model/sql/tokens.h>

namespace lockstep::analysis::lint {

WithoutVariables withoutVariables(const QString &sql)
{
    WithoutVariables result{ sql, {} };
    const QVector<sql::Token> tokens = sql::tokenize(sql);
    const auto isColon = [&](qsizetype i) {
        return i >= 0 && i < tokens.size() && tokens.at(i).word == QLatin1String(":");
    };
    for (qsizetype i = 0; i + 1 < tokens.size(); ++i) {
        const sql::Token &next = tokens.at(i + 1);
        const bool isName = next.kind == sql::TokenKind::Word || next.kind == sql::TokenKind::QuotedName
                            || (next.kind == sql::TokenKind::Text && sql.at(next.begin) == QLatin1Char('\''));
        if (!isColon(i) || isColon(i - 1) || !isName || next.begin != tokens.at(i).end)
            continue;
        // With an underscore in front no name is a keyword.
        const bool isBare = next.kind == sql::TokenKind::Word;
        result.sql[tokens.at(i).begin] = QLatin1Char(isBare ? '_' : ' ');
        const QString variable = sql.mid(tokens.at(i).begin, next.end - tokens.at(i).begin);
        if (!result.variables.contains(variable))
            result.variables.append(variable);
    }
    return result;
}

} // namespace lockstep::analysis::lint
