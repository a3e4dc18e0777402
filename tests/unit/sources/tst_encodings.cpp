#include <model/diff/changeset.h>
#include <model/scratch/scriptloader.h>
#include <model/sources/catalogreader.h>
#include <model/sources/pgdump.h>
#include <model/sources/source.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;

/// Databases that are not in UTF-8 are read as they are meant, or an error says what cannot be read.
class TestEncodings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void otherEncodingsReadAlike_data();
    void otherEncodingsReadAlike();
    void archivesAreDecoded_data() { otherEncodingsReadAlike_data(); }
    void archivesAreDecoded();
    void textThatIsNoTextIsNamed_data();
    void textThatIsNoTextIsNamed();
    void longerNamesAreNotCutSilently();

private:
    postgres::ConnectionTarget make(const QString &encoding);
    QStringList m_databases;
};

namespace {

const QString accents = QString::fromUtf8(R"(
CREATE SCHEMA "Été";
CREATE TYPE "Été".humeur AS ENUM ('gaîté', 'ça va');
CREATE TABLE "Été"."où" (prénom text DEFAULT 'Zoë' CHECK (prénom <> 'né'), h "Été".humeur DEFAULT 'gaîté');
COMMENT ON TABLE "Été"."où" IS 'à côté';
CREATE FUNCTION "Été".f() RETURNS text LANGUAGE sql AS $$SELECT 'Ünï'$$;
CREATE VIEW "Été".v AS SELECT prénom AS nom FROM "Été"."où" WHERE prénom LIKE 'é%';
)");

schema::CatalogPtr read(const postgres::ConnectionTarget &target)
{
    const auto session = postgres::Session::open(target);
    if (!session.has_value())
        return nullptr;
    const auto catalog = sources::readCatalog(**session);
    if (!catalog.has_value())
        qWarning("%s", qPrintable(catalog.error().toText()));
    return catalog.has_value() ? *catalog : nullptr;
}

QString load(const postgres::ConnectionTarget &target, const QString &sql)
{
    const auto session = postgres::Session::open(target);
    if (!session.has_value())
        return session.error().toText();
    const auto report = scratch::loadScript(**session, sql, QStringLiteral("test.sql"), false);
    return report.has_value() ? QString() : report.error().toText();
}

} // namespace

void TestEncodings::initTestCase()
{
    QString why;
    if (!testing::server(&why))
        QSKIP(qPrintable(why));
}

void TestEncodings::cleanup()
{
    const auto admin = postgres::Session::open(testing::server()->maintenance());
    QVERIFY(admin.has_value());
    for (const QString &name : std::as_const(m_databases))
        QVERIFY((*admin)->execute(QStringLiteral("DROP DATABASE ") + name).has_value());
    m_databases.clear();
}

postgres::ConnectionTarget TestEncodings::make(const QString &encoding)
{
    const QString name = QStringLiteral("in_") + encoding.toLower();
    const auto admin = postgres::Session::open(testing::server()->maintenance());
    const auto made = (*admin)->execute(
        QStringLiteral("CREATE DATABASE %1 TEMPLATE template0 ENCODING '%2' LC_COLLATE 'C' LC_CTYPE 'C'")
            .arg(name, encoding));
    if (!made.has_value())
        qFatal("%s", qPrintable(made.error().toText()));
    m_databases.append(name);
    return testing::server()->maintenance().withDatabase(name);
}

void TestEncodings::otherEncodingsReadAlike_data()
{
    QTest::addColumn<QString>("encoding");
    for (const char *encoding : { "LATIN1", "LATIN9", "WIN1252", "SQL_ASCII" })
        QTest::newRow(encoding) << QString::fromLatin1(encoding);
}

void TestEncodings::otherEncodingsReadAlike()
{
    QFETCH(QString, encoding);
    const auto plain = make(QStringLiteral("UTF8"));
    const auto other = make(encoding);
    QCOMPARE(load(plain, accents), QString());
    QCOMPARE(load(other, accents), QString());
    const auto expected = read(plain);
    const auto found = read(other);
    QVERIFY(expected && found);
    QCOMPARE(found->fingerprint(), expected->fingerprint());
    // The scratch copy of it, too.
    const auto dump = sources::dumpSchema(other, testing::server()->toolDirectory(), {});
    QVERIFY2(dump.has_value(), qPrintable(dump.has_value() ? QString() : dump.error().toText()));
    QVERIFY(dump->contains(QString::fromUtf8("à côté")));
}

void TestEncodings::archivesAreDecoded()
{
    QFETCH(QString, encoding);
    const auto other = make(encoding);
    QCOMPARE(load(other, accents), QString());
    const auto expected = read(other);
    QTemporaryDir directory;
    const QString archive = directory.filePath(QStringLiteral("a.dump"));
    QProcess dump;
    dump.start(testing::server()->toolDirectory() + QStringLiteral("/pg_dump"),
               { QStringLiteral("-Fc"), QStringLiteral("-f"), archive, QStringLiteral("-d"),
                 postgres::forProcess(other).conninfo });
    QVERIFY(dump.waitForFinished());
    QCOMPARE(dump.exitCode(), 0);
    const auto source =
        sources::load(sources::ArchiveSource{ archive },
                      []() -> base::Result<scratch::ScratchServerPtr> { return testing::server(); }, {}, {});
    QVERIFY2(source.has_value(), qPrintable(source.has_value() ? QString() : source.error().toText()));
    const auto changes = diff::diff(expected, (*source)->catalog, {}, {});
    QVERIFY(changes.has_value());
    QCOMPARE((*changes)->changes.size(), size_t(0));
}

void TestEncodings::textThatIsNoTextIsNamed_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("named");
    const QString create = QStringLiteral("CREATE TABLE t (a text);");
    QTest::newRow("in a comment") << create + QStringLiteral("COMMENT ON TABLE t IS E'caf\\xE9'")
                                  << QStringLiteral("caf\\xe9");
    QTest::newRow("in a default") << create + QStringLiteral("ALTER TABLE t ALTER a SET DEFAULT E'na\\xEFf'")
                                  << QStringLiteral("na\\xef");
    QTest::newRow("in a name") << QStringLiteral(
        "DO $$BEGIN EXECUTE pg_catalog.format('CREATE TABLE %I (a int)', E'd\\xE9j\\xE0'); END$$")
                               << QStringLiteral("d\\xe9j\\xe0");
}

void TestEncodings::textThatIsNoTextIsNamed()
{
    QFETCH(QString, sql);
    QFETCH(QString, named);
    const auto target = make(QStringLiteral("SQL_ASCII"));
    QCOMPARE(load(target, sql), QString());
    const auto session = postgres::Session::open(target);
    QVERIFY(session.has_value());
    const auto catalog = sources::readCatalog(**session);
    QVERIFY(!catalog.has_value());
    QCOMPARE(catalog.error().kind, base::ErrorKind::Input);
    for (const QString &part : { named, QStringLiteral("in_sql_ascii"), QStringLiteral("SQL_ASCII") })
        QVERIFY2(catalog.error().message.contains(part), qPrintable(catalog.error().message));
    QVERIFY(!catalog.error().hint.isEmpty());
    const auto dump = sources::dumpSchema(target, testing::server()->toolDirectory(), {});
    QVERIFY(!dump.has_value());
}

void TestEncodings::longerNamesAreNotCutSilently()
{
    const auto target = make(QStringLiteral("LATIN1"));
    const QString name = QString(60, QChar(0xE9));
    QCOMPARE(load(target, QStringLiteral("CREATE TABLE %1 (a int)").arg(name)), QString());
    QVERIFY(read(target)->find(schema::objectId(schema::Kind::Table, QStringLiteral("public"), name)));
    const auto dump = sources::dumpSchema(target, testing::server()->toolDirectory(), {});
    QVERIFY(dump.has_value());
    const auto copy = postgres::Session::open(make(QStringLiteral("UTF8")));
    QVERIFY(copy.has_value());
    const auto report = scratch::loadScript(**copy, *dump, QStringLiteral("dump.sql"), false);
    QVERIFY(report.has_value());
    QVERIFY2(!report->warnings.isEmpty() && report->warnings.first().contains(name),
             qPrintable(report->warnings.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestEncodings)
#include "tst_encodings.moc"
