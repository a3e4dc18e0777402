#include "settingsreach.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

struct Reach
{
    QLatin1String clause;
    QLatin1String sentence;
};

const Reach reaches[]{
    { QLatin1String(" CLUSTER ON "),
      QLatin1String(
          "This marks the index and moves no row: CLUSTER does, when somebody runs it, and writes the "
          "whole table anew while reads and writes wait. The extensions pg_repack and pg_squeeze "
          "put rows in order beside the traffic.") },
    { QLatin1String(" SET STORAGE "),
      QLatin1String("How values are stored changes for those written from now on; the others stay as they "
                    "are until their rows are written again.") },
    { QLatin1String(" SET COMPRESSION "),
      QLatin1String("Values that are compressed already stay so, each by its own method, until they are "
                    "written again.") },
    { QLatin1String(" SET STATISTICS "), QLatin1String("The next ANALYZE takes it into account.") },
};

/// SET or RESET of a parameter among others.
bool setsFillFactor(const QString &sql)
{
    return sql.contains(QLatin1String("fillfactor"))
           && (sql.contains(QLatin1String(" SET (")) || sql.contains(QLatin1String(" RESET (")));
}

} // namespace

QString settingsReach(const Action &action)
{
    if (action.onNewRelation || action.isRebuild || !std::holds_alternative<Other>(action.detail))
        return {};
    QStringList sentences;
    for (const QString &sql : action.forward) {
        for (const Reach &reach : reaches) {
            if (sql.startsWith(QLatin1String("ALTER ")) && sql.contains(reach.clause))
                sentences += reach.sentence;
        }
        if (setsFillFactor(sql))
            sentences +=
                sql.startsWith(QLatin1String("ALTER INDEX "))
                    ? QStringLiteral("Pages that are full stay so until a REINDEX CONCURRENTLY, which "
                                     "builds the index anew beside the traffic.")
                    : QStringLiteral("Pages that are full stay so: the share left free is for those "
                                     "written from now on.");
    }
    sentences.removeDuplicates();
    return sentences.join(QLatin1Char(' '));
}

} // namespace lockstep::plan
