#include <model/base/secrets.h>

#include <QTest>

using namespace lockstep;

/// Passwords and keys inside SQL.
class SecretsTest : public QObject
{
    Q_OBJECT

private slots:
    void knowsSecretOptions_data();
    void knowsSecretOptions();
    void hidesConnectionParameters_data();
    void hidesConnectionParameters();
    void hidesSecretsOfScripts_data();
    void hidesSecretsOfScripts();
    void leavesEverythingElseAlone();
};

void SecretsTest::knowsSecretOptions_data()
{
    QTest::addColumn<bool>("isSecret");
    for (const char *name :
         { "password", "PASSWORD", "passcode", "sslpassword", "sslkey", "api_key", "sa_key",
           "aws_secret_access_key", "token", "auth_token", "client_secret", "passwd" })
        QTest::newRow(name) << true;
    for (const char *name : { "user", "password_required", "host", "key", "primary_key", "api_key_id",
                              "passfile", "sslkeylogfile", "keepalives" })
        QTest::newRow(name) << false;
}

void SecretsTest::knowsSecretOptions()
{
    QFETCH(const bool, isSecret);
    QCOMPARE(base::isSecretOption(QLatin1String(QTest::currentDataTag())), isSecret);
}

void SecretsTest::hidesConnectionParameters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("hidden");
    const auto row = [](const char *name, const char *text, const char *hidden) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(hidden);
    };
    row("pairs", "host=h password=geheim dbname=d", "host=h password=******** dbname=d");
    row("quoted value", "password = 'it\\'s so' host=h", "password = ******** host=h");
    row("uri", "postgresql://u:geheim@h:5432/d?sslpassword=x",
        "postgresql://u:********@h:5432/d?sslpassword=********");
    row("nothing to hide", "host=h user=password passfile=/p", "host=h user=password passfile=/p");
}

void SecretsTest::hidesConnectionParameters()
{
    QFETCH(const QString, text);
    QFETCH(const QString, hidden);
    QCOMPARE(base::withoutSecretParameters(text), hidden);
    QCOMPARE(base::withoutSecretParameters(hidden), hidden);
}

void SecretsTest::hidesSecretsOfScripts_data()
{
    QTest::addColumn<QString>("script");
    for (const char *script : {
             "CREATE USER MAPPING FOR u SERVER s OPTIONS (\n    password 'geheim',\n    \"user\" 'u'\n);",
             "create user mapping for u server s options (\"password\" E'ge\\'geheim');",
             "ALTER SERVER s OPTIONS (SET sslkey $$geheim$$, ADD host 'h');",
             "CREATE FOREIGN TABLE t (a int OPTIONS (api_key 'geheim')) SERVER s;",
             "CREATE SUBSCRIPTION s CONNECTION 'host=h password=geheim' PUBLICATION p WITH (connect = "
             "false);",
             "ALTER SUBSCRIPTION s CONNECTION 'host=h password=''ge geheim''';",
             "CREATE SUBSCRIPTION s CONNECTION 'postgresql://u:geheim@h/d' PUBLICATION p;",
             "CREATE ROLE r LOGIN PASSWORD 'geheim';",
             "ALTER USER r WITH ENCRYPTED PASSWORD 'md5geheim';",
             "DO $$ BEGIN CREATE USER MAPPING FOR u SERVER s OPTIONS (password 'geheim'); END $$;",
             "DO $$ BEGIN EXECUTE 'ALTER ROLE r PASSWORD ''geheim'''; END $$;",
             "SELECT 1; -- first\nCREATE USER MAPPING FOR u SERVER s OPTIONS (password /* the */ 'geheim');",
         })
        QTest::newRow(script) << QString::fromLatin1(script);
}

void SecretsTest::hidesSecretsOfScripts()
{
    QFETCH(const QString, script);
    const QString hidden = base::withoutSecrets(script);
    QVERIFY2(!hidden.contains(QLatin1String("geheim")), qPrintable(hidden));
    QVERIFY2(hidden.contains(QLatin1String(base::kHiddenSecret)), qPrintable(hidden));
    QCOMPARE(base::withoutSecrets(hidden), hidden);
}

void SecretsTest::leavesEverythingElseAlone()
{
    const QString script = QStringLiteral(
        "-- password 'x'\nCREATE TABLE users (password text DEFAULT 'changeme');\n"
        "COMMENT ON COLUMN users.password IS 'the password ''secret'' is not stored';\n"
        "CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (host 'h', password_required 'false');\n"
        "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT 'password' $$;\nINSERT INTO t VALUES "
        "('k', 'password');");
    QCOMPARE(base::withoutSecrets(script), script);
}

QTEST_GUILESS_MAIN(SecretsTest)
#include "tst_secrets.moc"
