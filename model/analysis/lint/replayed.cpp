#include "replayed.h"

#include "script.h"

#include <algorithm>

namespace lockstep::analysis::lint {

namespace {

void blank(const base::ScriptStatement &statement, QString *text)
{
    qsizetype end = std::min(statement.offset + statement.sql.size(), text->size());
    qsizetype behind = end;
    while (behind < text->size() && text->at(behind).isSpace())
        ++behind;
    if (behind < text->size() && text->at(behind) == QLatin1Char(';'))
        end = behind + 1;
    for (qsizetype i = statement.offset; i < end; ++i) {
        if (text->at(i) != QLatin1Char('\n'))
            (*text)[i] = QLatin1Char(' ');
    }
}

} // namespace

ReplayedScripts replayed(const QVector<ScriptFile> &files)
{
    ReplayedScripts result;
    for (const ScriptFile &file : files) {
        ScriptFile kept = file;
        bool hasStatements = false;
        for (const Unit &unit : readUnits(file, false)) {
            for (const UnitStatement &statement : unit.statements) {
                hasStatements = hasStatements || !unit.isDown;
                if (unit.isDown)
                    blank(statement.text, &kept.text);
                else if (!statement.isRolledBack)
                    result.statements.append({ file.name, statement.text.line, statement.text.sql });
            }
        }
        if (hasStatements)
            result.files.append(kept);
    }
    return result;
}

} // namespace lockstep::analysis::lint
