#include <tests/support/plainharness.h>

#include <QDir>
#include <QFile>
#include <QTest>

using namespace lockstep;

/// Other tools' test pairs: each must converge, forward and back, by our own reader.
class TestPlainCorpora : public QObject
{
    Q_OBJECT

private slots:
    void convergesBothWays_data();
    void convergesBothWays();
};

static QString fileText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestPlainCorpora::convergesBothWays_data()
{
    QTest::addColumn<QString>("directory");
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    const QString root = testing::corporaDirectory();
    if (root.isEmpty())
        QSKIP("The corpora are not here; LOCKSTEP_CORPORA names their directory.");
    const QString wanted = qEnvironmentVariable("LOCKSTEP_SUITES", QStringLiteral("migra"));
    for (const QString &suite : wanted.split(QLatin1Char(','))) {
        const QDir directory(root + QStringLiteral("/diff/") + suite);
        for (const QString &name : directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(suite + QLatin1Char('/') + name))
                << directory.filePath(name) << QStringLiteral("old.sql") << QStringLiteral("new.sql");
        for (const QString &name : directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(suite + QStringLiteral("-reversed/") + name))
                << directory.filePath(name) << QStringLiteral("new.sql") << QStringLiteral("old.sql");
    }
}

void TestPlainCorpora::convergesBothWays()
{
    QFETCH(QString, directory);
    QFETCH(QString, current);
    QFETCH(QString, target);
    QString sql;
    const QString roles = fileText(directory + QStringLiteral("/roles.txt"));
    for (const QString &role : roles.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        sql += QStringLiteral(
                   "DO $do$ BEGIN CREATE ROLE %1; EXCEPTION WHEN duplicate_object THEN NULL; END $do$;\n")
                   .arg(schema::quoteIdent(role.trimmed()));
    const auto run = testing::runPlain(sql + fileText(directory + QLatin1Char('/') + current),
                                       sql + fileText(directory + QLatin1Char('/') + target));
    if (!run.failure.isEmpty())
        qInfo("%s", qPrintable(testing::describe(run.plan)));
    QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure));
}

QTEST_GUILESS_MAIN(TestPlainCorpora)
#include "tst_plaincorpora.moc"
