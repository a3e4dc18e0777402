#include "doblock.h"

#include <QRegularExpression>

namespace lockstep::analysis {

bool onlyComments(const QString &block)
{
    static const QRegularExpression comment(
        QStringLiteral("^BEGIN EXECUTE pg_catalog\\.format\\('COMMENT ON SCHEMA [^']* IS %L', '[^']*' \\|\\| "
                       "current_date\\); END$"));
    return comment.match(block).hasMatch();
}

} // namespace lockstep::analysis
