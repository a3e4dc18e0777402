#include <model/sources/catalogqueries.h>

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;

/// The reviewed SQL files: each has a text for every version, and the server at hand takes its own.
class CatalogQueriesTest : public QObject
{
    Q_OBJECT

private slots:
    void hasATextForEachVersion_data();
    void hasATextForEachVersion();
    void isTakenByTheServer_data();
    void isTakenByTheServer();
    void namesTheQueryThatFails();
    void stopsBeforeItAsks();
};

namespace {

void addQueries()
{
    QTest::addColumn<QString>("name");
    const QDir directory(testing::sourceDirectory() + QStringLiteral("/resources/sql"));
    const QStringList files = directory.entryList({ QStringLiteral("*.sql") }, QDir::Files, QDir::Name);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

} // namespace

void CatalogQueriesTest::hasATextForEachVersion_data()
{
    addQueries();
}

void CatalogQueriesTest::hasATextForEachVersion()
{
    QFETCH(const QString, name);
    static const QRegularExpression mark(QStringLiteral("-- (?:since|before) \\d"));
    static const QRegularExpression danglingComma(QStringLiteral(",\\s*(?:FROM|WHERE|ORDER)\\b"));
    for (int major = 10; major <= 18; ++major) {
        const QString sql = sources::catalogQuery(name, major * 10000);
        QVERIFY2(sql.trimmed().size() > 20, qPrintable(QStringLiteral("nothing for %1").arg(major)));
        // What is marked for this version keeps its mark as a comment; another version's lines are gone.
        auto marks = mark.globalMatch(sql);
        while (marks.hasNext()) {
            const QString text = marks.next().captured(0);
            const int version = sql.mid(sql.indexOf(text) + text.size() - 1, 2).trimmed().toInt();
            QVERIFY2(version > 0 && version <= 20, qPrintable(text));
        }
        QVERIFY2(!danglingComma.match(sql).hasMatch(),
                 qPrintable(QStringLiteral("%1: %2").arg(major).arg(sql)));
        QCOMPARE(sql.count(QLatin1Char('(')), sql.count(QLatin1Char(')')));
    }
}

void CatalogQueriesTest::isTakenByTheServer_data()
{
    addQueries();
}

void CatalogQueriesTest::isTakenByTheServer()
{
    QFETCH(const QString, name);
    QString why;
    if (!testing::server(&why))
        QSKIP(qPrintable(why));
    const auto session = postgres::Session::open(testing::server()->maintenance());
    QVERIFY(session.has_value());
    const QString sql = sources::catalogQuery(name, (*session)->server().version);
    // Prepared and not run: parameters are whatever the query says that they are.
    const auto prepared = (*session)->execute(QStringLiteral("PREPARE q AS ") + sql);
    QVERIFY2(prepared.has_value(), qPrintable(prepared.has_value() ? QString() : prepared.error().toText()));
}

void CatalogQueriesTest::namesTheQueryThatFails()
{
    QString why;
    if (!testing::server(&why))
        QSKIP(qPrintable(why));
    const auto session = postgres::Session::open(testing::server()->maintenance());
    QVERIFY(session.has_value());
    // Without its parameter it cannot run.
    const auto rows = sources::runCatalogQuery(**session, QStringLiteral("seedchecks"), {});
    QVERIFY(!rows.has_value());
    QVERIFY2(rows.error().message.contains(QStringLiteral("could not be read (seedchecks)")),
             qPrintable(rows.error().toText()));
}

void CatalogQueriesTest::stopsBeforeItAsks()
{
    QString why;
    if (!testing::server(&why))
        QSKIP(qPrintable(why));
    const auto session = postgres::Session::open(testing::server()->maintenance());
    QVERIFY(session.has_value());
    std::stop_source stop;
    stop.request_stop();
    const auto rows = sources::runCatalogQuery(**session, QStringLiteral("seedtables"), stop.get_token());
    QVERIFY(!rows.has_value());
    QCOMPARE(rows.error().kind, base::ErrorKind::Canceled);
}

QTEST_GUILESS_MAIN(CatalogQueriesTest)
#include "tst_catalogqueries.moc"
