#include "startgate.h"

#include <algorithm>

namespace lockstep::execution {

namespace {

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

QStringList textsOf(const plan::Step &step)
{
    QStringList texts = step.sql + step.rollback.sql;
    for (const plan::Verification &check : step.verify)
        texts << check.sql << check.expect;
    if (step.backfill)
        texts << step.backfill->set << step.backfill->where << step.backfill->table.name;
    return texts;
}

} // namespace

base::Result<void> checkEncoding(postgres::Session &session, const plan::Plan &plan)
{
    const QString &encoding = session.server().encoding;
    if (encoding == QLatin1String("UTF8") || encoding == QLatin1String("SQL_ASCII"))
        return {};
    QStringList sentences;
    for (const plan::Step &step : plan.steps) {
        const QString text = textsOf(step).join(QLatin1Char('\n'));
        if (isAscii(text))
            continue;
        // Sending it is the test: the server converts it to its own encoding.
        const auto sent = session.query(QStringLiteral("SELECT pg_catalog.length($1)"), { text });
        if (sent.has_value())
            continue;
        if (sent.error().sqlstate != QLatin1String("22P05"))
            return sent.error();
        sentences.append(QStringLiteral("Step %1 (%2) has letters that the encoding %3 of this database does "
                                        "not have: %4.")
                             .arg(step.id, step.title, encoding, sent.error().message));
    }
    if (sentences.isEmpty())
        return {};
    return refused(sentences.join(QLatin1Char(' ')),
                   QStringLiteral("Change the names and texts in the target schema, or move the database to "
                                  "the encoding UTF8."));
}

} // namespace lockstep::execution
