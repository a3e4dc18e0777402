#include <model/analysis/typechange.h>
#include <model/sql/parser.h>
#include <tests/support/filleddatabase.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::analysis;

namespace {

QString measuringFunction()
{
    return QStringLiteral(R"(
CREATE FUNCTION change(source text, target text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    table_before oid; index_before oid; table_after oid; index_after oid;
BEGIN
    EXECUTE format('CREATE TABLE changed (c %s)', source);
    BEGIN
        CREATE INDEX changed_c ON changed (c);
    EXCEPTION WHEN undefined_object THEN
        RETURN 'no index';
    END;
    table_before := pg_relation_filenode('changed');
    index_before := pg_relation_filenode('changed_c');
    BEGIN
        EXECUTE format('ALTER TABLE changed ALTER c TYPE %s', target);
    EXCEPTION WHEN datatype_mismatch OR undefined_object THEN
        RETURN 'no cast';
    END;
    table_after := pg_relation_filenode('changed');
    index_after := pg_relation_filenode('changed_c');
    RETURN CASE WHEN table_before <> table_after THEN 'rewrite'
                WHEN index_before <> index_after THEN 'index build' ELSE 'instant' END;
END $$;
CREATE DOMAIN plain AS text;
CREATE DOMAIN checked AS text CHECK (VALUE <> '');
CREATE DOMAIN shorter AS varchar(10);)");
}

QString name(TypeChange change)
{
    switch (change) {
    case TypeChange::Instant: return QStringLiteral("instant");
    case TypeChange::IndexBuild: return QStringLiteral("index build");
    case TypeChange::Rewrite: return QStringLiteral("rewrite");
    }
    return {};
}

sql::AlterType changeTo(const QString &type)
{
    const auto statement = sql::parse(QStringLiteral("ALTER TABLE changed ALTER c TYPE ") + type);
    const auto *alter = statement.has_value() ? statement->as<sql::AlterTable>() : nullptr;
    const auto *detail = alter ? std::get_if<sql::AlterType>(&alter->commands.front().detail) : nullptr;
    return detail ? *detail : sql::AlterType();
}

} // namespace

/// Holds what is said of ALTER COLUMN … TYPE against what the server at hand does to the table and its index,
/// for each pair of types that are near each other.
class TestTypeChange : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void saysWhatTheServerDoes_data();
    void saysWhatTheServerDoes();
    void looksAtWhatUsingSays_data();
    void looksAtWhatUsingSays();

private:
    testing::FilledDatabase m_database;
};

void TestTypeChange::initTestCase()
{
    auto filled = testing::filledDatabase(QStringLiteral("types"), measuringFunction());
    QVERIFY2(filled.has_value(), filled.has_value() ? "" : qPrintable(filled.error().toText()));
    m_database = std::move(*filled);
    QVERIFY(m_database.session->execute(QStringLiteral("SET TimeZone = 'Etc/GMT-3'")).has_value());
}

void TestTypeChange::saysWhatTheServerDoes_data()
{
    QTest::addColumn<QString>("types");
    QTest::addRow("texts") << QStringLiteral("text; varchar; varchar(10); varchar(20); bpchar; char(10); "
                                             "char(20); name; integer; plain; checked; shorter");
    QTest::addRow("numbers") << QStringLiteral(
        "smallint; integer; bigint; numeric; numeric(10); numeric(10,2); numeric(12,2); numeric(12,3); real; "
        "double precision; money");
    QTest::addRow("object identifiers")
        << QStringLiteral("integer; bigint; oid; regclass; regconfig; regdictionary; regnamespace; regoper; "
                          "regoperator; regproc; regprocedure; regrole; regtype");
    QTest::addRow("timestamps") << QStringLiteral(
        "date; timestamp; timestamp(3); timestamp(6); timestamptz; timestamptz(3); timestamptz(6)");
    QTest::addRow("times") << QStringLiteral("time; time(3); time(6); timetz; timetz(3); timetz(6)");
    QTest::addRow("intervals") << QStringLiteral(
        "interval; interval(3); interval(6); interval year; interval day to second; interval day to "
        "second(3); interval hour to minute");
    QTest::addRow("bits and addresses")
        << QStringLiteral("bit(8); bit(9); bit varying; bit varying(8); bit varying(9); inet; cidr");
    QTest::addRow("arrays") << QStringLiteral(
        "text[]; varchar[]; varchar(10)[]; varchar(20)[]; integer[]; oid[]; numeric(10,2)[]; "
        "numeric(12,2)[]; timestamp[]; timestamp(3)[]");
}

void TestTypeChange::saysWhatTheServerDoes()
{
    QFETCH(const QString, types);
    const QStringList names = types.split(QStringLiteral("; "));
    const SchemaState state(m_database.catalog);
    int compared = 0;
    for (const QString &from : names) {
        for (const QString &to : names) {
            QVERIFY(m_database.session->execute(QStringLiteral("BEGIN")).has_value());
            const auto rows =
                m_database.session->query(QStringLiteral("SELECT change('%1', '%2')").arg(from, to));
            QVERIFY2(rows.has_value(), rows.has_value() ? "" : qPrintable(rows.error().toText()));
            QVERIFY(m_database.session->execute(QStringLiteral("ROLLBACK")).has_value());
            const QString measured = rows->text(0, 0);
            if (measured.startsWith(QLatin1String("no ")))
                continue;
            ColumnState column;
            column.type = changeTo(from).type.text;
            const QString stated = name(typeChange(column, changeTo(to), state));
            QVERIFY2(stated == measured, qPrintable(QStringLiteral("%1 to %2: %3 is said, the server does %4")
                                                        .arg(from, to, stated, measured)));
            ++compared;
        }
    }
    QVERIFY(compared > names.size());
}

void TestTypeChange::looksAtWhatUsingSays_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const auto add = [](const char *from, const char *to) {
        QTest::addRow("%s to %s", from, to) << QString::fromLatin1(from) << QString::fromLatin1(to);
    };
    add("varchar(5)", "varchar(10) USING c");
    add("varchar(5)", "varchar(10) USING c::varchar(10)");
    add("varchar(5)", "varchar(10) USING c::text");
    add("varchar(5)", "text USING CAST(c AS text)");
    add("text", "varchar USING c::varchar(9)");
    add("text", "varchar USING (c::varchar)");
    add("text", "text USING upper(c)");
    add("text COLLATE \"C\"", "text");
    add("text COLLATE \"C\"", "varchar");
    add("text COLLATE \"C\"", "text COLLATE \"C\"");
    add("text", "text COLLATE \"C\"");
    add("text", "varchar COLLATE \"default\"");
}

void TestTypeChange::looksAtWhatUsingSays()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QVERIFY(m_database.session->execute(QStringLiteral("BEGIN")).has_value());
    const auto rows = m_database.session->query(QStringLiteral("SELECT change('%1', '%2')").arg(from, to));
    QVERIFY2(rows.has_value(), rows.has_value() ? "" : qPrintable(rows.error().toText()));
    QVERIFY(m_database.session->execute(QStringLiteral("ROLLBACK")).has_value());
    ColumnState column;
    const sql::AlterType before = changeTo(from);
    column.type = before.type.text;
    column.collation = before.collation;
    QCOMPARE(name(typeChange(column, changeTo(to), SchemaState(m_database.catalog))), rows->text(0, 0));
}

QTEST_GUILESS_MAIN(TestTypeChange)
#include "tst_typechange.moc"
