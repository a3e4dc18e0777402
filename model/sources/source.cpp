#include "source.h"

#include "catalogreader.h"
#include "keywords.h"
#include "pgdump.h"

#include <model/base/log.h>
#include <model/postgres/pooling.h>
#include <model/base/secrets.h>
#include <model/schema/snapshot.h>
#include <model/scratch/binaries.h>
#include <model/scratch/scriptloader.h>

#include <QFile>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace lockstep::sources {

namespace {

base::Result<QByteArray> fileBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::inputError(QStringLiteral("\"%1\" cannot be read: %2.").arg(path, file.errorString()));
    return file.readAll();
}

base::Result<QString> fileText(const QString &path)
{
    const base::Result<QByteArray> bytes = fileBytes(path);
    if (!bytes.has_value())
        return bytes.error();
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(*bytes);
    if (decoder.hasError()) {
        return base::inputError(QStringLiteral("\"%1\" is not UTF-8 text.").arg(path),
                                QStringLiteral("Convert it, for example: iconv -f latin1 -t utf-8."));
    }
    return text;
}

/// pg_dump locks the tables it writes out, and may do so only with a right to read them.
QString whyNotDumped(const postgres::Session &session, const base::Error &error)
{
    static const QRegularExpression denied(QStringLiteral("permission denied for [a-z ]+ (.+?)\\s*$"),
                                           QRegularExpression::MultilineOption);
    const auto match = denied.match(error.detail);
    return match.hasMatch()
               ? QStringLiteral("pg_dump needs SELECT on every table, and the role %1 has it not on %2.")
                     .arg(session.server().user, match.captured(1))
               : QStringLiteral("pg_dump failed. ") + error.toText();
}

/// pg_dump empties the search_path of its session. A pool in transaction mode hands that session on, and the
/// application no longer finds its tables (measured with PgBouncer 1.18).
QString whyNotToDump(postgres::Session &session, const std::stop_token &stop)
{
    const auto pooling = postgres::detectPooling(session, stop);
    if (!pooling.has_value() || *pooling == postgres::Pooling::None || *pooling == postgres::Pooling::Session)
        return {};
    return QStringLiteral(
        "pg_dump would leave its empty search_path in the sessions of the pooler, which the application gets "
        "next. Connect to the server itself, or plan from a dump of it.");
}

/// Kept by an earlier version, or when pg_dump could not run.
bool lacksScript(const LoadedSource &source)
{
    return source.script.isEmpty()
           && std::any_of(source.catalog->facts().begin(), source.catalog->facts().end(),
                          [](const schema::Fact &fact) {
                              return fact.id.kind != schema::Kind::Schema && !isTargeting(fact.id.kind);
                          });
}

/// Loading as an object, because every kind of source reports progress, needs the scratch server
/// or can be stopped.
class SourceLoader
{
public:
    SourceLoader(const ScratchProvider &scratch, const Progress &progress, std::stop_token stop)
        : m_scratch(scratch)
        , m_progress(progress)
        , m_stop(std::move(stop))
    { }

    base::Result<LoadedSourcePtr> operator()(const LiveSource &source) const;
    base::Result<LoadedSourcePtr> operator()(const SqlFileSource &source) const;
    base::Result<LoadedSourcePtr> operator()(const ArchiveSource &source) const;
    base::Result<LoadedSourcePtr> operator()(const SnapshotSource &source) const;

private:
    void report(const QString &sentence) const
    {
        base::log::info("sources", sentence);
        if (m_progress)
            m_progress(sentence);
    }
    base::Result<LoadedSourcePtr> loadText(const QString &text, const QString &path) const;
    base::Result<LoadedSourcePtr> loadInto(const scratch::ScratchServerPtr &server, const QString &text,
                                           const QString &path) const;
    void addKeywords(postgres::Session &session, LoadedSource *loaded) const;
    void addStatistics(postgres::Session &session, LoadedSource *loaded) const;
    void addScript(const LiveSource &source, postgres::Session &session, LoadedSource *loaded) const;

    const ScratchProvider &m_scratch;
    const Progress &m_progress;
    std::stop_token m_stop;
};

/// An editor does without them.
void SourceLoader::addKeywords(postgres::Session &session, LoadedSource *loaded) const
{
    const auto keywords = readKeywords(session, m_stop);
    if (keywords.has_value())
        loaded->keywords = *keywords;
    else
        base::log::warning("sources", keywords.error().message);
}

void SourceLoader::addStatistics(postgres::Session &session, LoadedSource *loaded) const
{
    const auto statistics = readStatistics(session, m_stop);
    if (statistics.has_value())
        loaded->statistics = *statistics;
    else
        loaded->warnings.append(QStringLiteral("Sizes and row counts are not known: ")
                                + statistics.error().message);
    const auto hidden = hiddenStatistics(session, m_stop);
    constexpr int named = 5;
    if (hidden.has_value() && !hidden->isEmpty()) {
        loaded->warnings.append(
            QStringLiteral("The role %1 may not see the column statistics of %2 tables, so estimates go "
                           "without them: %3%4.")
                .arg(session.server().user, QString::number(hidden->size()),
                     hidden->mid(0, named).join(QStringLiteral(", ")),
                     hidden->size() > named ? QStringLiteral(" and others") : QString()));
    }
}

/// Without the script there is no proof, but everything else works.
void SourceLoader::addScript(const LiveSource &source, postgres::Session &session, LoadedSource *loaded) const
{
    loaded->whyNoScript = whyNotToDump(session, m_stop);
    if (!loaded->whyNoScript.isEmpty()) {
        loaded->warnings.append(QStringLiteral("The plan cannot be proved: ") + loaded->whyNoScript);
        return;
    }
    const QString tools = scratch::findToolDirectory({}, session.server().version / 10000);
    const auto script = dumpSchema(source.target, tools, {}, m_stop);
    if (script.has_value())
        loaded->script = *script + leftoverIndexes(*loaded->catalog);
    else
        loaded->whyNoScript = whyNotDumped(session, script.error());
    if (!loaded->whyNoScript.isEmpty())
        loaded->warnings.append(QStringLiteral("The plan cannot be proved: ") + loaded->whyNoScript);
}

base::Result<LoadedSourcePtr> SourceLoader::operator()(const LiveSource &source) const
{
    report(QStringLiteral("Connecting to %1.").arg(source.target.display()));
    const auto session = postgres::Session::open(source.target);
    if (!session.has_value())
        return session.error();
    report(QStringLiteral("Reading the catalog of %1.").arg(source.target.display()));
    const auto catalog = readCatalog(**session, m_stop);
    if (!catalog.has_value())
        return catalog.error();
    auto loaded = std::make_shared<LoadedSource>();
    loaded->catalog = *catalog;
    loaded->display = source.target.display();
    loaded->isLive = true;
    loaded->server = (*session)->server();
    addKeywords(**session, loaded.get());
    addStatistics(**session, loaded.get());
    report(QStringLiteral("Dumping the schema of %1.").arg(loaded->display));
    addScript(source, **session, loaded.get());
    if (m_stop.stop_requested())
        return base::canceled();
    return LoadedSourcePtr(loaded);
}

base::Result<LoadedSourcePtr> SourceLoader::loadInto(const scratch::ScratchServerPtr &server,
                                                     const QString &text, const QString &path) const
{
    const auto database = scratch::ScratchDatabase::create(server, QStringLiteral("load"));
    if (!database.has_value())
        return database.error();
    const auto session = (*database)->open();
    if (!session.has_value())
        return session.error();
    const postgres::CancelOnStop canceler(**session, m_stop);
    report(QStringLiteral("Loading %1.").arg(displayName(SqlFileSource{ path })));
    const QString &role = (*session)->server().user;
    if (role != scratch::scratchRole())
        this->report(QStringLiteral("What the script names no owner for belongs to %1 on the scratch server; "
                                    "its owner counts as not stated.")
                         .arg(role));
    const auto report = scratch::loadScript(**session, text, path, false, m_stop);
    if (!report.has_value())
        return report.error();
    const auto catalog = readLoadedCatalog(**session, m_stop);
    if (!catalog.has_value())
        return catalog.error();
    auto loaded = std::make_shared<LoadedSource>();
    loaded->catalog = *catalog;
    loaded->script = base::withoutSecrets(text);
    loaded->display = displayName(SqlFileSource{ path });
    loaded->warnings = report->warnings;
    addKeywords(**session, loaded.get());
    return LoadedSourcePtr(loaded);
}

base::Result<LoadedSourcePtr> SourceLoader::loadText(const QString &text, const QString &path) const
{
    report(QStringLiteral("Starting a scratch server."));
    const auto server = m_scratch();
    if (!server.has_value())
        return server.error();
    return loadInto(*server, text, path);
}

base::Result<LoadedSourcePtr> SourceLoader::operator()(const SqlFileSource &source) const
{
    const auto text = fileText(source.path);
    if (!text.has_value())
        return text.error();
    return loadText(*text, source.path);
}

base::Result<LoadedSourcePtr> SourceLoader::operator()(const ArchiveSource &source) const
{
    report(QStringLiteral("Starting a scratch server."));
    const auto server = m_scratch();
    if (!server.has_value())
        return server.error();
    const auto text =
        archiveScript(source.path, (*server)->toolDirectory(), (*server)->maintenance(), m_stop);
    if (!text.has_value())
        return text.error();
    return loadInto(*server, *text, source.path);
}

base::Result<LoadedSourcePtr> SourceLoader::operator()(const SnapshotSource &source) const
{
    const auto bytes = fileBytes(source.path);
    if (!bytes.has_value())
        return bytes.error();
    report(QStringLiteral("Reading the snapshot %1.").arg(displayName(source)));
    const auto snapshot = schema::fromJson(*bytes);
    if (!snapshot.has_value()) {
        base::Error error = snapshot.error();
        error.position = base::TextPosition{ source.path, 0, 0 };
        return error;
    }
    auto loaded = std::make_shared<LoadedSource>();
    loaded->catalog = snapshot->catalog;
    loaded->statistics = snapshot->statistics;
    loaded->script = base::withoutSecrets(snapshot->script);
    loaded->display = displayName(source);
    if (lacksScript(*loaded))
        loaded->whyNoScript = QStringLiteral("The snapshot %1 was taken without the script of its schema.")
                                  .arg(loaded->display);
    return LoadedSourcePtr(loaded);
}

} // namespace

base::Result<LoadedSourcePtr> load(const Source &source, const ScratchProvider &scratch,
                                   const Progress &progress, std::stop_token stop)
{
    return std::visit(SourceLoader(scratch, progress, std::move(stop)), source);
}

} // namespace lockstep::sources
