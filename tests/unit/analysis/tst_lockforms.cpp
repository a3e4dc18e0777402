#include "measure.h"

#include <model/scratch/scratchserver.h>
#include <model/sources/catalogreader.h>
#include <model/sql/parser.h>
#include <tests/support/postgrestest.h>

#include <QFile>
#include <QTest>

using namespace lockstep;
using namespace lockstep::analysis;
using namespace lockstep::testing;

namespace {

/// A line of forms.sql: [versions |] [setup; >>] statement
struct FormLine
{
    int since = 0;
    int until = 99;
    QStringList setup;
    QString statement;
};

FormLine formLine(const QString &line)
{
    FormLine result;
    static const QRegularExpression versions(QStringLiteral("^(\\d+)(?:-(\\d+))? \\| "));
    const QRegularExpressionMatch match = versions.match(line);
    QString rest = line;
    if (match.hasMatch()) {
        result.since = match.captured(1).toInt();
        result.until = match.captured(2).isEmpty() ? 99 : match.captured(2).toInt();
        rest = line.mid(match.capturedLength());
    }
    const QStringList parts = rest.split(QStringLiteral("; >> "));
    result.statement = parts.last();
    if (parts.size() > 1)
        result.setup = parts.first().split(QStringLiteral("; "));
    return result;
}

/// Those that the other has not, or not alike.
Locks without(Locks locks, const Locks &others)
{
    for (auto it = others.cbegin(); it != others.cend(); ++it) {
        if (locks.contains(it.key()) && locks.value(it.key()) == *it)
            locks.remove(it.key());
    }
    return locks;
}

QString read(const QString &name)
{
    QFile file(sourceDirectory() + QStringLiteral("/tests/data/locks/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// Runs every form of tests/data/locks/forms.sql on the server at hand, and holds what it locked, wrote anew,
/// built and read against what the analysis says of it.
class TestLockForms : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void statesWhatTheServerDoes_data();
    void statesWhatTheServerDoes();

private:
    void compare(postgres::Session &session, const SchemaState &state, const QString &statement);

    std::unique_ptr<scratch::ScratchDatabase> m_template;
    std::unique_ptr<scratch::ScratchDatabase> m_database;
    schema::CatalogPtr m_catalog;
    int m_version = 0;
};

void TestLockForms::initTestCase()
{
    QString why;
    const scratch::ScratchServerPtr server = testing::server(&why);
    QVERIFY2(server, qPrintable(why));
    auto original = scratch::ScratchDatabase::create(server, QStringLiteral("fixture"));
    QVERIFY(original.has_value());
    m_template = std::move(*original);
    {
        const auto session = m_template->open();
        QVERIFY(session.has_value());
        const auto loaded = (*session)->executeScript(read(QStringLiteral("fixture.sql")));
        QVERIFY2(loaded.has_value(), loaded.has_value() ? "" : qPrintable(loaded.error().toText()));
        const auto catalog = sources::readCatalog(**session);
        QVERIFY2(catalog.has_value(), catalog.has_value() ? "" : qPrintable(catalog.error().toText()));
        m_catalog = *catalog;
        m_version = (*session)->server().version;
    }
    auto copy = scratch::ScratchDatabase::create(server, QStringLiteral("forms"), m_template->name());
    QVERIFY(copy.has_value());
    m_database = std::move(*copy);
}

void TestLockForms::statesWhatTheServerDoes_data()
{
    QTest::addColumn<QString>("line");
    const QStringList lines = read(QStringLiteral("forms.sql")).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 500);
    for (const QString &line : lines) {
        const FormLine form = formLine(line);
        const int major = m_version / 10000;
        if (!line.startsWith(QLatin1String("--")) && major >= form.since && major <= form.until)
            QTest::newRow(qPrintable(line)) << line;
    }
}

void TestLockForms::compare(postgres::Session &session, const SchemaState &state, const QString &statement)
{
    const Stated mine = stated(statement, state, m_version);
    QVERIFY2(mine.isParsed, qPrintable(statement));
    QVERIFY2(mine.isKnown, "The form is unknown.");
    const Measured seen = Measurement(session).run(statement);
    QVERIFY2(seen.error.isEmpty(), qPrintable(seen.error));
    QVERIFY2(mine.locks == seen.locks,
             qPrintable(QStringLiteral("\n   stated   ") + text(without(mine.locks, seen.locks))
                        + QStringLiteral("\n   measured ") + text(without(seen.locks, mine.locks))));
    QVERIFY2(sameEffects(mine, seen.effects, state),
             qPrintable(QStringLiteral("\n   stated   ") + text(mine.effects)
                        + QStringLiteral("\n   measured ") + text(seen.effects)));
}

void TestLockForms::statesWhatTheServerDoes()
{
    QFETCH(QString, line);
    const FormLine form = formLine(line);
    if (form.setup.isEmpty()) {
        const auto session = m_database->open(); // A used one has plans of foreign keys' queries.
        QVERIFY(session.has_value());
        compare(**session, SchemaState(m_catalog), form.statement);
        return;
    }
    const auto database =
        scratch::ScratchDatabase::create(testing::server(), QStringLiteral("setup"), m_template->name());
    QVERIFY(database.has_value());
    const auto session = (*database)->open();
    QVERIFY(session.has_value());
    SchemaState followed(m_catalog);
    for (const QString &before : form.setup) {
        const auto done = (*session)->execute(before);
        QVERIFY2(done.has_value(), done.has_value() ? "" : qPrintable(done.error().toText()));
        const auto parsed = sql::parse(before);
        QVERIFY(parsed.has_value());
        followed.apply(*parsed);
    }
    followed.settle();
    compare(**session, followed, form.statement);
}

QTEST_GUILESS_MAIN(TestLockForms)
#include "tst_lockforms.moc"
