#include <model/project/projectfile.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lockstep;
using project::Project;

namespace {

Project sampleProject(const QDir &directory)
{
    Project project;
    project.current = QStringLiteral("postgresql://migrator:hunter2@db1.example.net/shop");
    project.target = directory.filePath(QStringLiteral("shop_v42.sql"));
    project.policy = plan::Policy::Window;
    project.intents.renames = { { schema::Kind::Column, QStringLiteral("public.users.user_name"),
                                  QStringLiteral("public.users.username") } };
    project.edits = { { plan::EditSql{ QStringLiteral("s03"), plan::SqlPart::Forward,
                                       QStringLiteral("SELECT 1") },
                        { { QStringLiteral("s03"), QStringLiteral("Fill"), QStringLiteral("SELECT 0") } } },
                      { plan::AddGate{ QStringLiteral("own1"), QStringLiteral("s03"), QStringLiteral("Wait"),
                                       QStringLiteral("Look.") },
                        {} } };
    project.rules.disabled.insert(QStringLiteral("drop-table"));
    project.rules.severities.insert(QStringLiteral("truncate"), plan::Severity::Error);
    project.runTarget = QStringLiteral("host=db1 dbname=shop password=hunter2");
    project.environment = QStringLiteral("production");
    return project;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeContent(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TestProjectFile : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWasWritten();
    void readsEditsOfOlderFiles();
    void holdsNoPassword();
    void keepsPathsRelativeToItself();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void keepsWhatItSaysOfUnknownRules();
    void leavesTheOldFileWhereItCannotWrite();
};

void TestProjectFile::comesBackAsItWasWritten()
{
    QTemporaryDir directory;
    const Project project = sampleProject(QDir(directory.path()));
    const QString path = directory.filePath(QStringLiteral("a.lockstep"));
    QVERIFY(project::writeProject(project, path).has_value());
    const auto read = project::readProject(path);
    QVERIFY2(read.has_value(), read.has_value() ? "" : qPrintable(read.error().toText()));
    QCOMPARE(read->target, project.target);
    QCOMPARE(read->policy, plan::Policy::Window);
    QCOMPARE(read->environment, QStringLiteral("production"));
    QCOMPARE(read->intents.renames.size(), 1);
    QCOMPARE(read->intents.renames.first().to, QStringLiteral("public.users.username"));
    QVERIFY(read->rules == project.rules);
    QCOMPARE(read->edits.size(), 2);
    QVERIFY(read->edits.first().edit == project.edits.first().edit);
    QVERIFY(read->edits.last().edit == project.edits.last().edit);
    QCOMPARE(read->edits.first().anchors.size(), 1);
    QCOMPARE(read->edits.first().anchors.first().text, QStringLiteral("SELECT 0"));
    QCOMPARE(read->edits.first().anchors.first().title, QStringLiteral("Fill"));
}

void TestProjectFile::readsEditsOfOlderFiles()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("a.lockstep"));
    writeContent(path, R"({"format": "lockstep-project/1", "edits": [
        {"step": "s02", "generated": "A", "forward": "B", "rollback": ""}]})");
    const auto read = project::readProject(path);
    QVERIFY2(read.has_value(), read.has_value() ? "" : qPrintable(read.error().toText()));
    QCOMPARE(read->edits.size(), 2);
    QVERIFY(read->edits.first().edit
            == plan::PlanEdit(
                plan::EditSql{ QStringLiteral("s02"), plan::SqlPart::Forward, QStringLiteral("B") }));
    QCOMPARE(read->edits.last().anchors.first().text, QStringLiteral("A"));
}

void TestProjectFile::holdsNoPassword()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("a.lockstep"));
    QVERIFY(project::writeProject(sampleProject(QDir(directory.path())), path).has_value());
    const QByteArray content = contentOf(path);
    QVERIFY(content.contains("db1.example.net"));
    QVERIFY2(!content.contains("hunter2"), content.constData());
}

void TestProjectFile::keepsPathsRelativeToItself()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("a.lockstep"));
    QVERIFY(project::writeProject(sampleProject(QDir(directory.path())), path).has_value());
    QVERIFY(!contentOf(path).contains(directory.path().toUtf8()));
}

void TestProjectFile::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("message");
    QTest::newRow("cut short") << QByteArray("{\n\"format\": \"lockstep-project/1\",\n\"curr")
                               << "not valid JSON";
    QTest::newRow("another file") << QByteArray("{\"format\": \"lockstep-plan/1\"}")
                                  << "not a Lockstep project";
    QTest::newRow("newer") << QByteArray("{\"format\": \"lockstep-project/9\"}") << "newer Lockstep";
    QTest::newRow("wrong type") << QByteArray("{\"format\": \"lockstep-project/1\", \"target\": 7}")
                                << "\"target\" is not a text";
    QTest::newRow("policy") << QByteArray("{\"format\": \"lockstep-project/1\", \"policy\": \"fast\"}")
                            << "\"policy\" is not";
    QTest::newRow("rules") << QByteArray("{\"format\": \"lockstep-project/1\", \"rules\": []}")
                           << "\"rules\" is not an object";
    QTest::newRow("edit") << QByteArray(
        "{\"format\": \"lockstep-project/1\", \"edits\": [{\"edit\": \"fly\", \"step\": \"s01\"}]}")
                          << "\"edits\" is not";
}

void TestProjectFile::namesWhatIsWrong()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, message);
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("a.lockstep"));
    writeContent(path, content);
    const auto read = project::readProject(path);
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().message.contains(message), qPrintable(read.error().message));
    QVERIFY(read.error().position.has_value());
    QCOMPARE(read.error().position->file, path);
}

void TestProjectFile::keepsWhatItSaysOfUnknownRules()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("a.lockstep"));
    writeContent(path,
                 "{\"format\": \"lockstep-project/1\", \"rules\": {\"disable\": [\"drop-tabel\", "
                 "\"drop-table\"], \"severity\": {\"of-tomorrow\": \"grave\", \"truncate\": \"error\"}}}");
    const auto read = project::readProject(path);
    QVERIFY2(read.has_value(), read.has_value() ? "" : qPrintable(read.error().toText()));
    QCOMPARE(read->rules.disabled, QSet<QString>{ QStringLiteral("drop-table") });
    QCOMPARE(read->rules.severities.size(), 1);
    QCOMPARE(project::ruleIds(read->unknownRules),
             QStringList({ QStringLiteral("drop-tabel"), QStringLiteral("of-tomorrow") }));
    QVERIFY(project::writeProject(*read, path).has_value());
    const auto again = project::readProject(path);
    QVERIFY(again.has_value());
    QCOMPARE(again->unknownRules, read->unknownRules);
    QVERIFY(again->rules == read->rules);
    QVERIFY(contentOf(path).contains("\"grave\""));
}

void TestProjectFile::leavesTheOldFileWhereItCannotWrite()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("missing/a.lockstep"));
    const auto written = project::writeProject(sampleProject(QDir(directory.path())), path);
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().kind, base::ErrorKind::Environment);
    QVERIFY(!written.error().hint.isEmpty());
}

QTEST_GUILESS_MAIN(TestProjectFile)
#include "tst_projectfile.moc"
