#include <model/diff/changeset.h>
#include <model/schema/snapshot.h>
#include <model/sources/oneversion.h>

#include <QTemporaryDir>
#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;
using namespace lockstep::sources;

namespace {

constexpr const char *schemaSql =
    "CREATE TABLE public.orders (id bigint PRIMARY KEY, total numeric NOT NULL, state text DEFAULT 'new');\n"
    "CREATE VIEW public.open_orders AS\n"
    "    SELECT o.id, sum(o.total) AS total FROM public.orders o WHERE o.state <> 'done' GROUP BY o.id;\n"
    "CREATE FUNCTION public.one() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;\n"
    "CREATE INDEX orders_state ON public.orders (lower(state)) WHERE total > 0;\n";

/// The other majors among the servers that are installed, by the scratch server's own search.
QVector<int> otherMajors(int own)
{
    QVector<int> found;
    for (int major = 12; major <= 18; ++major) {
        if (major == own)
            continue;
        const auto server = scratch::ScratchServer::start({ QStringLiteral("auto"), major });
        if (server.has_value() && (*server)->version() / 10000 == major)
            found.append(major);
    }
    return found;
}

/// As if `sql` were a live database of the server.
base::Result<LoadedSourcePtr> loadOn(const scratch::ScratchServerPtr &server, const QString &sql)
{
    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("schema.sql")));
    if (!file.open(QIODevice::WriteOnly) || file.write(sql.toUtf8()) < 0)
        return base::inputError(QStringLiteral("no file"), {});
    file.close();
    return load(SqlFileSource{ file.fileName() }, [server] { return server; }, {}, {});
}

base::Result<scratch::ScratchServerPtr> ownServer(int)
{
    return testing::server();
}

/// A side that says it is of another version than the test server.
LoadedSourcePtr ofVersion(const LoadedSource &side, int version)
{
    auto other = std::make_shared<LoadedSource>(side);
    std::vector<schema::Fact> facts = side.catalog->facts();
    other->catalog = std::make_shared<const schema::Catalog>(
        version, std::move(facts), std::vector<schema::Dependency>{}, side.catalog->unmodelled());
    return other;
}

} // namespace

/// Current and target from servers of different majors.
class OneVersionTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void sidesOfOneMajorStayAsTheyAre();
    void targetIsReadAgainOnTheCurrentMajor();
    void whatTheCurrentVersionDoesNotKnowIsNamed();
    void sideWithoutScriptIsRefused();
    void equalSchemasOfTwoServersAreEqual();

private:
    LoadedSourcePtr m_side;
};

void OneVersionTest::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
    const auto loaded = loadOn(testing::server(), QLatin1String(schemaSql));
    QVERIFY2(loaded.has_value(), loaded.has_value() ? "" : qPrintable(loaded.error().toText()));
    m_side = *loaded;
}

void OneVersionTest::sidesOfOneMajorStayAsTheyAre()
{
    const auto sides = onOneVersion(m_side, m_side, ownServer);
    QVERIFY(sides.has_value());
    QCOMPARE(sides->current, m_side);
    QCOMPARE(sides->target, m_side);
    QVERIFY(sides->notes.isEmpty());
}

void OneVersionTest::targetIsReadAgainOnTheCurrentMajor()
{
    LoadedSource old = *ofVersion(*m_side, 90600);
    old.script += QStringLiteral(
        "\n\nREVOKE USAGE ON SCHEMA public FROM PUBLIC;\nGRANT ALL ON SCHEMA public TO PUBLIC;\n");
    const auto sides = onOneVersion(m_side, std::make_shared<const LoadedSource>(old), ownServer);
    QVERIFY2(sides.has_value(), sides.has_value() ? "" : qPrintable(sides.error().toText()));
    QCOMPARE(sides->current, m_side);
    QCOMPARE(sides->target->catalog->serverVersion(), m_side->catalog->serverVersion());
    QCOMPARE(sides->target->catalog->fingerprint(), m_side->catalog->fingerprint());
    QVERIFY(sides->notes.join(QLatin1Char(' ')).contains(QStringLiteral("of PostgreSQL 9: compared as")));
}

void OneVersionTest::whatTheCurrentVersionDoesNotKnowIsNamed()
{
    LoadedSource future = *ofVersion(*m_side, 990000);
    future.script += QStringLiteral("ALTER TABLE public.orders FLY TO THE MOON;\n");
    const auto sides = onOneVersion(m_side, std::make_shared<const LoadedSource>(future), ownServer);
    QVERIFY(!sides.has_value());
    QCOMPARE(sides.error().kind, base::ErrorKind::Input);
    QVERIFY2(sides.error().message.contains(QStringLiteral("is of PostgreSQL 99 and has what PostgreSQL")),
             qPrintable(sides.error().message));
    QVERIFY(sides.error().statement.contains(QStringLiteral("FLY TO THE MOON")));
}

void OneVersionTest::sideWithoutScriptIsRefused()
{
    LoadedSource bare = *ofVersion(*m_side, 990000);
    bare.script.clear();
    const auto sides = onOneVersion(m_side, std::make_shared<const LoadedSource>(bare), ownServer);
    QVERIFY(!sides.has_value());
    QVERIFY(sides.error().message.contains(QStringLiteral("script is not known")));
}

void OneVersionTest::equalSchemasOfTwoServersAreEqual()
{
    const QVector<int> majors = otherMajors(m_side->catalog->serverVersion() / 10000);
    if (majors.isEmpty())
        QSKIP("Only one major version is installed; LOCKSTEP_PG_BINDIR can name more.");
    for (const int major : majors) {
        const auto server = scratch::ScratchServer::start({ QStringLiteral("auto"), major });
        QVERIFY(server.has_value());
        const auto other = loadOn(*server, QLatin1String(schemaSql));
        QVERIFY2(other.has_value(), other.has_value() ? "" : qPrintable(other.error().toText()));
        const auto sides = onOneVersion(m_side, *other, ownServer);
        QVERIFY2(sides.has_value(), sides.has_value() ? "" : qPrintable(sides.error().toText()));
        QCOMPARE(sides->target->catalog->fingerprint(), m_side->catalog->fingerprint());
    }
}

QTEST_GUILESS_MAIN(OneVersionTest)
#include "tst_oneversion.moc"
