#include "catalogfixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace lockstep;
using namespace lockstep::schema;
using namespace lockstep::testing;

namespace {

/// Enough rows in pg_attribute for a second connection; a role that may not have one.
constexpr const char *bigSchema = R"(
CREATE ROLE ls_lonely LOGIN CONNECTION LIMIT 1;
DO $$ BEGIN
    FOR i IN 1..120 LOOP
        EXECUTE format('CREATE TABLE public.wide_%s (%s)', i,
                       (SELECT string_agg(format('c%s int', c), ', ') FROM generate_series(1, 300) c));
        EXECUTE format('CREATE INDEX ON public.wide_%s ((c1 + 1), c2)', i);
        EXECUTE format('COMMENT ON TABLE public.wide_%s IS %L', i, E'tab\t line\n back\\slash ' || i);
    END LOOP;
END $$;
)";

/// Fails the test program where there is none.
std::unique_ptr<postgres::Session> openAs(const Loaded &loaded, const QString &role)
{
    postgres::ConnectionTarget target = loaded.database->target();
    target.text += QStringLiteral(" user=%1").arg(role);
    auto session = postgres::Session::open(target);
    if (!session.has_value())
        qFatal("%s", qPrintable(session.error().toText()));
    return std::move(session).value();
}

ObjectId wide(int number)
{
    return objectId(Kind::Table, QStringLiteral("public"), QStringLiteral("wide_%1").arg(number));
}

} // namespace

/// Reading a catalog that is worth a second connection.
class BigCatalogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_loaded = {}; }
    void readsEveryText();
    void readsTheSameThroughOneConnectionOnly();
    void readsOneStateWhileOthersChangeIt();
    void stopsWheneverItIsTold_data();
    void stopsWheneverItIsTold();
    void saysWhereAndWhatCouldNotBeRead();

private:
    Loaded m_loaded;
};

void BigCatalogTest::initTestCase()
{
    QString why;
    QVERIFY2(server(&why), qPrintable(why));
    m_loaded = loadCatalog(QString::fromUtf8(bigSchema));
    const auto session = m_loaded.database->open();
    const auto size = (*session)->query(QStringLiteral("SELECT pg_relation_size('pg_attribute')"));
    QVERIFY(size->integer(0, 0) > 4 << 20);
}

void BigCatalogTest::readsEveryText()
{
    for (int i = 1; i <= 120; ++i) {
        QCOMPARE(int(m_loaded.catalog->columnsOf(wide(i)).size()), 300);
        const auto *comment = m_loaded.catalog->attributes<CommentAttributes>(commentId(wide(i)));
        QVERIFY(comment);
        QCOMPARE(comment->text, QStringLiteral("tab\t line\n back\\slash %1").arg(i));
    }
}

void BigCatalogTest::readsTheSameThroughOneConnectionOnly()
{
    const auto session = openAs(m_loaded, QStringLiteral("ls_lonely"));
    QVERIFY(!session->openAnother().has_value());
    const auto catalog = sources::readCatalog(*session);
    QVERIFY2(catalog.has_value(), catalog.has_value() ? "" : qPrintable(catalog.error().toText()));
    QCOMPARE((*catalog)->fingerprint(), m_loaded.catalog->fingerprint());
    QVERIFY(!session->inTransaction());
}

void BigCatalogTest::readsOneStateWhileOthersChangeIt()
{
    // A column and a comment in one transaction, read by different queries.
    const auto changing = m_loaded.database->open();
    QVERIFY((*changing)
                ->executeScript(QStringLiteral("ALTER TABLE public.wide_1 RENAME c300 TO m0;"
                                               "COMMENT ON TABLE public.wide_120 IS 'm0'"))
                .has_value());
    const std::jthread other([&](const std::stop_token &stop) {
        for (int i = 0; !stop.stop_requested(); ++i) {
            const auto changed =
                (*changing)->executeScript(QStringLiteral("ALTER TABLE public.wide_1 RENAME m%1 TO m%2;"
                                                          "COMMENT ON TABLE public.wide_120 IS 'm%2'")
                                               .arg(i)
                                               .arg(i + 1));
            if (!changed.has_value())
                qFatal("%s", qPrintable(changed.error().toText()));
        }
    });
    const auto session = m_loaded.database->open();
    for (int i = 0; i < 5; ++i) {
        const auto catalog = sources::readCatalog(**session);
        QVERIFY2(catalog.has_value(), catalog.has_value() ? "" : qPrintable(catalog.error().toText()));
        const auto *comment = (*catalog)->attributes<CommentAttributes>(commentId(wide(120)));
        QVERIFY(comment);
        QCOMPARE((*catalog)->columnsOf(wide(1)).back()->id.sub, comment->text);
    }
}

void BigCatalogTest::stopsWheneverItIsTold_data()
{
    QTest::addColumn<int>("ms");
    for (const int ms : { 0, 1, 5, 10, 20, 40, 60, 80, 100, 150, 200 })
        QTest::addRow("after %d ms", ms) << ms;
}

void BigCatalogTest::stopsWheneverItIsTold()
{
    QFETCH(const int, ms);
    const auto session = m_loaded.database->open();
    std::stop_source source;
    QElapsedTimer sinceStop;
    std::thread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(ms));
        sinceStop.start();
        source.request_stop();
    });
    const auto catalog = sources::readCatalog(**session, source.get_token());
    stopper.join();
    QVERIFY(catalog.has_value() || catalog.error().isCanceled());
    QVERIFY(sinceStop.elapsed() < 5000);
    QVERIFY(!(*session)->inTransaction());
    QCOMPARE((*session)->query(QStringLiteral("SELECT 7"))->integer(0, 0), 7);
}

void BigCatalogTest::saysWhereAndWhatCouldNotBeRead()
{
    {
        const auto session = m_loaded.database->open();
        QVERIFY((*session)->execute(QStringLiteral("REVOKE SELECT ON pg_policy FROM PUBLIC")).has_value());
    }
    const auto catalog = sources::readCatalog(*openAs(m_loaded, QStringLiteral("ls_lonely")));
    QVERIFY(!catalog.has_value());
    QCOMPARE(catalog.error().sqlstate, QStringLiteral("42501"));
    QVERIFY(catalog.error().message.contains(QStringLiteral("policies")));
    QVERIFY(catalog.error().message.contains(m_loaded.database->name()));
}

QTEST_GUILESS_MAIN(BigCatalogTest)
#include "tst_bigcatalog.moc"
