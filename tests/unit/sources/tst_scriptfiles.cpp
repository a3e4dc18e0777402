#include <model/sources/scriptfiles.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lockstep;

/// Scripts and directories of migrations as files.
class TestScriptFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void ordersFilesAsMigrationToolsDo_data();
    void ordersFilesAsMigrationToolsDo();
    void saysWhatCannotBeRead();
    void readsTextWithAByteOrderMark();

private:
    void write(const QString &name, const QByteArray &content = "SELECT 1;");
    QTemporaryDir m_directory;
};

void TestScriptFiles::initTestCase()
{
    QVERIFY(m_directory.isValid());
}

void TestScriptFiles::write(const QString &name, const QByteArray &content)
{
    QFile file(m_directory.filePath(name));
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void TestScriptFiles::ordersFilesAsMigrationToolsDo_data()
{
    QTest::addColumn<QStringList>("inOrder");
    const auto add = [](const char *name, const char *files) {
        QTest::newRow(name) << QString::fromUtf8(files).split(QLatin1Char(' '));
    };
    add("flyway", "V1__a.sql V2__b.sql V10__c.sql");
    add("golang", "001_a.up.sql 001_a.down.sql 2_b.up.sql 2_b.down.sql 10_c.up.sql");
    add("prisma", "20240101_a/migration.sql 20240102_b/migration.sql");
    add("dots", "1.1.sql 1.2.sql 1.10.sql 2.0.sql");
    add("words", "a.sql b.sql b2.sql b10.sql");
}

void TestScriptFiles::ordersFilesAsMigrationToolsDo()
{
    QFETCH(QStringList, inOrder);
    const QString folder = QString::fromUtf8(QTest::currentDataTag());
    for (auto it = inOrder.crbegin(); it != inOrder.crend(); ++it)
        write(folder + QLatin1Char('/') + *it);
    write(folder + QStringLiteral("/README.md"));
    const auto files = sources::scriptFiles(m_directory.filePath(folder));
    QVERIFY(files.has_value());
    QStringList names;
    for (const QString &file : *files)
        names.append(QDir(m_directory.filePath(folder)).relativeFilePath(file));
    QCOMPARE(names, inOrder);
}

void TestScriptFiles::saysWhatCannotBeRead()
{
    QVERIFY(QDir(m_directory.path()).mkpath(QStringLiteral("empty")));
    const auto none = sources::scriptFiles(m_directory.filePath(QStringLiteral("empty")));
    QVERIFY(!none.has_value());
    QVERIFY(none.error().message.contains(QLatin1String("no .sql file")));
    QVERIFY(!sources::scriptFiles(m_directory.filePath(QStringLiteral("nowhere.sql"))).has_value());
    for (const QByteArray &content : { QByteArray("SELECT '\xff'"), QByteArray("S\0E\0", 4) }) {
        write(QStringLiteral("binary.sql"), content);
        const auto text = sources::readScriptFile(m_directory.filePath(QStringLiteral("binary.sql")));
        QVERIFY(!text.has_value());
        QVERIFY(text.error().message.contains(QLatin1String("binary.sql")));
    }
}

void TestScriptFiles::readsTextWithAByteOrderMark()
{
    write(QStringLiteral("bom.sql"), "\xef\xbb\xbfSELECT '\xc3\xbc';");
    const auto text = sources::readScriptFile(m_directory.filePath(QStringLiteral("bom.sql")));
    QVERIFY(text.has_value());
    QCOMPARE(text->text, QStringLiteral("SELECT 'ü';"));
}

QTEST_GUILESS_MAIN(TestScriptFiles)
#include "tst_scriptfiles.moc"
