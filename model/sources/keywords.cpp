#include "keywords.h"

#include "catalogqueries.h"

namespace lockstep::sources {

base::Result<QStringList> readKeywords(postgres::Session &session, const std::stop_token &stop)
{
    const auto rows = runCatalogQuery(session, QStringLiteral("keywords"), stop);
    if (!rows.has_value())
        return rows.error();
    QStringList words;
    for (int i = 0; i < rows->count(); ++i)
        words.append(rows->text(i, 0));
    return words;
}

} // namespace lockstep::sources
