#include "readtransaction.h"

#include <model/base/log.h>
#include <model/schema/objectid.h>

namespace lockstep::sources {

namespace {

/// Two databases with different settings must read alike.
constexpr const char *readingSettings =
    "SET LOCAL search_path = ''; SET LOCAL quote_all_identifiers = off; SET LOCAL DateStyle = 'ISO, YMD'; "
    "SET LOCAL IntervalStyle = 'postgres'; SET LOCAL TimeZone = 'UTC'; SET LOCAL extra_float_digits = 1; "
    "SET LOCAL bytea_output = 'hex'; SET LOCAL xmlbinary = 'base64'; SET LOCAL standard_conforming_strings = "
    "on; "
    "SET LOCAL lc_monetary = 'C'; SET LOCAL row_security = off; SET LOCAL jit = off; SET LOCAL work_mem = "
    "'64MB'; SET LOCAL "
    "statement_timeout = 0";

} // namespace

ReadTransaction::~ReadTransaction()
{
    if (m_isOpen && !m_session.execute(QStringLiteral("ROLLBACK")).has_value())
        base::log::warning("sources", QStringLiteral("The reading transaction could not be ended."));
}

base::Result<void> ReadTransaction::begin(const QString &snapshot)
{
    base::Result<void> begun =
        m_session.execute(QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
    m_isOpen = begun.has_value();
    if (m_isOpen && !snapshot.isEmpty())
        begun =
            m_session.execute(QStringLiteral("SET TRANSACTION SNAPSHOT ") + schema::quoteLiteral(snapshot));
    return begun.has_value() ? m_session.executeScript(QLatin1String(readingSettings)) : begun;
}

base::Result<QString> ReadTransaction::exportSnapshot()
{
    const auto snapshot = m_session.query(QStringLiteral("SELECT pg_catalog.pg_export_snapshot()"));
    if (snapshot.has_value())
        return snapshot->text(0, 0);
    const auto ended = m_session.execute(QStringLiteral("ROLLBACK"));
    if (!ended.has_value())
        return ended.error();
    m_isOpen = false;
    const auto begun = begin();
    return begun.has_value() ? base::Result<QString>(QString()) : begun.error();
}

} // namespace lockstep::sources
