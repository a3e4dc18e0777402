#include "demoservice.h"

#include "environment.h"
#include "projectfile.h"

#include <model/plan/intents.h>

#include <QDir>
#include <QFile>
#include <QSaveFile>

/// Resources of a static library register only when asked, and only from the global namespace.
static void initDemoResource()
{
    Q_INIT_RESOURCE(demo);
}

namespace lockstep::project {

struct DemoService::Shop
{
    scratch::ScratchServerPtr server;
};

namespace {

struct Filling
{
    const char *words;
    const char *sql;
};

constexpr Filling fillings[] = {
    { "Filling the shop: users",
      "INSERT INTO users (user_name, email, created_at) SELECT 'user ' || i, 'user' || i || '@shop.example', "
      "now() - i % 1000 * interval '1 day' FROM generate_series(1, 20000) i" },
    { "Filling the shop: orders",
      "INSERT INTO orders (customer_id, status, total, created_at) SELECT 1 + i % 20000, "
      "(enum_range(NULL::order_status))[1 + i % 4], i % 500, now() - i % 700 * interval '1 day' "
      "FROM generate_series(1, 40000) i" },
    { "Filling the shop: items of orders", "INSERT INTO order_items (order_id, product, quantity, price) "
                                           "SELECT 1 + i % 40000, 'product ' || i % 300, "
                                           "1 + i % 5, 1 + i % 90 FROM generate_series(1, 80000) i" },
    { "Filling the shop: contacts",
      "INSERT INTO contacts (full_name, email, newsletter) SELECT 'Person ' || i, "
      "'person' || i || '@mail.example', i % 3 = 0 FROM generate_series(1, 20000) i" },
    { "Counting", "ANALYZE" },
};

QByteArray demoFile(const QString &name)
{
    QFile file(QStringLiteral(":/lockstep/demo/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

base::Result<QString> writeFiles(const QString &directory, const postgres::ConnectionTarget &shop)
{
    const QString target = directory + QStringLiteral("/shop_target.sql");
    const QByteArray sql = demoFile(QStringLiteral("shop_target.sql"));
    QSaveFile file(target);
    if (!QDir().mkpath(directory) || !file.open(QIODevice::WriteOnly) || file.write(sql) != sql.size()
        || !file.commit()) {
        base::Error error;
        error.kind = base::ErrorKind::Environment;
        error.message = QStringLiteral("\"%1\" cannot be written: %2.").arg(target, file.errorString());
        error.hint = QStringLiteral("Check that the directory is yours and that the disk is not full.");
        return error;
    }
    Project project;
    project.current = shop.withoutSecrets();
    project.target = target;
    project.runTarget = project.current;
    project.environment = environmentName(Environment::Development);
    const auto intents = plan::intentsFromJson(demoFile(QStringLiteral("shop_intents.json")),
                                               QStringLiteral("shop_intents.json"));
    if (!intents.has_value())
        return intents.error();
    project.intents = *intents;
    const QString path = directory + QStringLiteral("/shop.lockstep");
    const auto written = writeProject(project, path);
    if (!written.has_value())
        return written.error();
    return path;
}

base::Error withWhatToInstall(base::Error error)
{
    if (error.kind == base::ErrorKind::Environment)
        error.hint += QStringLiteral("\nThe demo needs a PostgreSQL server on this computer: apt install "
                                     "postgresql, dnf install postgresql-server or brew install postgresql.");
    return error;
}

/// A database with the shop in it, rows and all.
base::Result<postgres::ConnectionTarget> makeShop(scratch::ScratchServer &server, DemoRelay *relay,
                                                  const std::stop_token &stop)
{
    const auto database = server.createDatabase(QStringLiteral("shop"));
    if (!database.has_value())
        return database.error();
    const auto session = postgres::Session::open(*database, stop);
    if (!session.has_value())
        return session.error();
    const postgres::CancelOnStop canceler(**session, stop);
    const auto made =
        (*session)->executeScript(QString::fromUtf8(demoFile(QStringLiteral("shop_current.sql"))));
    if (!made.has_value())
        return made.error();
    for (const Filling &filling : fillings) {
        if (stop.stop_requested())
            return base::canceled();
        emit relay->progress(QString::fromLatin1(filling.words));
        const auto filled = (*session)->execute(QString::fromLatin1(filling.sql));
        if (!filled.has_value())
            return filled.error();
    }
    return *database;
}

} // namespace

DemoService::DemoService(QObject *parent)
    : QObject(parent)
    , m_shop(std::make_shared<Shop>())
    , m_worker(QStringLiteral("demo"))
{
    initDemoResource();
}

DemoService::~DemoService()
{
    m_latest.abandon();
    m_worker.post([shop = m_shop] { shop->server.reset(); });
}

void DemoService::start(const QString &directory)
{
    const Latest::Ticket ticket = m_latest.begin();
    m_isWorking = true;
    const auto relay = std::make_shared<DemoRelay>();
    const auto isCurrent = [this, ticket] { return m_latest.isCurrent(ticket.generation); };
    connect(relay.get(), &DemoRelay::progress, this, [this, isCurrent](const QString &what) {
        if (isCurrent())
            emit progress(what);
    });
    connect(relay.get(), &DemoRelay::ready, this, [this, isCurrent](const QString &path) {
        if (!isCurrent())
            return;
        m_isWorking = false;
        emit ready(path);
    });
    connect(relay.get(), &DemoRelay::failed, this, [this, isCurrent](const base::Error &error) {
        if (!isCurrent())
            return;
        m_isWorking = false;
        emit failed(error);
    });
    m_worker.post([relay, shop = m_shop, directory, stop = ticket.stop] {
        emit relay->progress(QStringLiteral("Starting a server of its own"));
        if (!shop->server) {
            auto server = scratch::ScratchServer::start({}, stop);
            if (!server.has_value()) {
                emit relay->failed(withWhatToInstall(server.error()));
                return;
            }
            shop->server = *server;
        }
        const auto made = makeShop(*shop->server, relay.get(), stop);
        const auto path =
            made.has_value() ? writeFiles(directory, *made) : base::Result<QString>(made.error());
        if (path.has_value())
            emit relay->ready(*path);
        else
            emit relay->failed(path.error());
    });
}

void DemoService::cancel()
{
    m_latest.abandon();
    m_isWorking = false;
}

} // namespace lockstep::project
