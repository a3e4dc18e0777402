#include <tests/support/plainharness.h>

#include <tests/support/roundtrip.h>

#include <model/diff/renaming.h>
#include <model/sources/catalogreader.h>

#include <QFile>
#include <QTest>

using namespace lockstep;

/// Names that are hard to write: an object of every kind is made, changed, renamed and dropped under
/// each, forward and back, and both observers look at what came of it.
class TestOddNames : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyKindIsMadeAndDropped_data() { addNames(); }
    void everyKindIsMadeAndDropped();
    void everyKindIsChanged_data() { addNames(); }
    void everyKindIsChanged();
    void everyKindIsRenamed_data() { addNames(); }
    void everyKindIsRenamed();

private:
    static void addNames();
    QString m_template;
};

namespace {

enum class Variant { Before, After };

QString quoted(const QString &name)
{
    QString doubled = name;
    return QLatin1Char('"') + doubled.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

/// "{{a|b}}" is a before the change, and b after it.
QString variantOf(const QString &text, Variant variant)
{
    QString result;
    qsizetype at = 0;
    for (qsizetype start = text.indexOf(QLatin1String("{{")); start >= 0;
         start = text.indexOf(QLatin1String("{{"), at)) {
        const qsizetype end = text.indexOf(QLatin1String("}}"), start);
        const QString choice = text.mid(start + 2, end - start - 2);
        const qsizetype bar = choice.indexOf(QLatin1Char('|'));
        result += text.mid(at, start - at);
        result += variant == Variant::Before ? choice.left(bar) : choice.mid(bar + 1);
        at = end + 2;
    }
    return result + text.mid(at);
}

/// The name as PostgreSQL keeps it: 63 bytes, no letter cut in two.
QString kept(QString name)
{
    while (name.toUtf8().size() > 63)
        name.chop(1);
    return name;
}

/// The template: @@ is the name as an identifier, @L@ as a literal, @S@ the name of a schema. That one is
/// different where it is renamed, for in "a.a" nobody can tell a schema from the alias of a relation.
QString schemaOf(const QString &text, Variant variant, const QString &name, const QString &schemaName = {})
{
    QString sql = variantOf(text, variant);
    sql.replace(QLatin1String("@S@"), quoted(schemaName.isEmpty() ? name : schemaName));
    sql.replace(QLatin1String("@L@"), schema::quoteLiteral(kept(name)));
    return sql.replace(QLatin1String("@@"), quoted(name));
}

void makeRole(const QString &name)
{
    const auto session = postgres::Session::open(testing::server()->maintenance());
    QVERIFY(session.has_value());
    const auto made = (*session)->execute(QStringLiteral("CREATE ROLE ") + quoted(name));
    QVERIFY2(made.has_value() || made.error().sqlstate == QLatin1String("42710"),
             qPrintable(made.has_value() ? QString() : made.error().toText()));
}

using Names = QVector<QPair<QString, QString>>; // From and to.

/// The same object under the other names.
schema::ObjectId renamedId(const schema::ObjectId &id, const Names &names)
{
    schema::ObjectId renamed = id;
    for (const auto &[from, to] : names) {
        for (QString *part : { &renamed.schema, &renamed.name, &renamed.sub }) {
            if (*part == from)
                *part = to;
        }
        renamed.signature.replace(schema::quoteIdent(from), schema::quoteIdent(to));
    }
    return renamed;
}

schema::CatalogPtr catalogOf(const QString &sql)
{
    const auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("names"));
    QString failure = database.has_value() ? QString() : database.error().toText();
    const auto session = database.has_value() ? testing::openLoaded(**database, sql, &failure) : nullptr;
    const auto catalog = session ? sources::readCatalog(*session) : base::Result<schema::CatalogPtr>(nullptr);
    if (!failure.isEmpty() || !catalog.has_value())
        qWarning("%s", qPrintable(catalog.has_value() ? failure : catalog.error().toText()));
    return catalog.has_value() ? *catalog : nullptr;
}

/// Whatever can be renamed and has another name on the other side, parts of what is renamed too.
QVector<diff::RenameDecision> renamesOf(const schema::CatalogPtr &current, const schema::CatalogPtr &target,
                                        const Names &names)
{
    QVector<diff::RenameDecision> renames;
    for (size_t i = 0; current && target && i < current->facts().size(); ++i) {
        const schema::ObjectId &id = current->facts()[i].id;
        const schema::ObjectId other = renamedId(id, names);
        const bool isRenamed = id.name != other.name || id.sub != other.sub;
        if (diff::isRenameable(id.kind) && isRenamed && target->find(other))
            renames.append({ id, other });
    }
    return renames;
}

} // namespace

void TestOddNames::addNames()
{
    QTest::addColumn<QString>("name");
    const auto row = [](const char *title, const QString &name) { QTest::newRow(title) << name; };
    row("a double quote", QStringLiteral("two\" quotes \"\""));
    row("an apostrophe", QStringLiteral("it's"));
    row("dots", QStringLiteral("a.b..c"));
    row("capitals and spaces", QStringLiteral(" My Name "));
    row("an emoji", QString::fromUtf8("\xF0\x9F\x98\x80 d\xC3\xA9j\xC3\xA0"));
    row("63 bytes", QString(63, QLatin1Char('x')));
    row("63 bytes of letters of two", QString(31, QChar(0xE9)) + QLatin1Char('x'));
    row("longer than 63 bytes, cut within a letter", QString(32, QChar(0xE9)));
    row("a reserved word", QStringLiteral("select"));
    row("a type's name", QStringLiteral("integer"));
    row("a backslash", QStringLiteral("back\\slash\\"));
    row("a comment to the end of the line", QStringLiteral("a -- b"));
    row("a comment", QStringLiteral("/* c"));
    row("dollars", QStringLiteral("$$"));
    row("our own dollar quote", QStringLiteral("$lockstep$"));
    row("a psql variable", QStringLiteral("a :b :'c' :\"d\""));
    row("a psql command", QStringLiteral("\\q"));
    row("a semicolon", QStringLiteral("a; b"));
    row("placeholders of formats", QStringLiteral("%1 %2 %I %s %n"));
    row("brackets and commas", QStringLiteral("a, (b) [c] {d}"));
    row("ends of lines", QStringLiteral("a\nb\rc\td"));
    row("a function without parentheses", QStringLiteral("current_user"));
}

void TestOddNames::initTestCase()
{
    QString why;
    if (!testing::server(&why))
        QSKIP(qPrintable(why));
    QFile file(testing::sourceDirectory() + QStringLiteral("/tests/data/names/everykind.sql"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_template = QString::fromUtf8(file.readAll());
}

void TestOddNames::everyKindIsMadeAndDropped()
{
    QFETCH(QString, name);
    makeRole(name);
    const auto trip = testing::roundTrip(testing::server(), {}, schemaOf(m_template, Variant::Before, name));
    QVERIFY2(trip.isGood(), qPrintable(trip.reason() + QLatin1Char('\n') + trip.scripts));
}

void TestOddNames::everyKindIsChanged()
{
    QFETCH(QString, name);
    makeRole(name);
    const auto trip = testing::roundTrip(testing::server(), schemaOf(m_template, Variant::Before, name),
                                         schemaOf(m_template, Variant::After, name));
    QVERIFY2(trip.isGood(), qPrintable(trip.reason() + QLatin1Char('\n') + trip.scripts));
}

void TestOddNames::everyKindIsRenamed()
{
    QFETCH(QString, name);
    const QString plain = QStringLiteral("plain_name");
    makeRole(name);
    makeRole(plain);
    const QString plainSchema = QStringLiteral("plain_schema");
    const QString current = schemaOf(m_template, Variant::Before, plain, plainSchema);
    const QString target = schemaOf(m_template, Variant::Before, name);
    static const schema::CatalogPtr plainCatalog = catalogOf(current);
    const auto renames =
        renamesOf(plainCatalog, catalogOf(target), { { plain, kept(name) }, { plainSchema, kept(name) } });
    QVERIFY(renames.size() > 40);
    const auto run = testing::runPlain(current, target, renames, {}, true);
    QVERIFY2(run.failure.isEmpty(),
             qPrintable(run.failure + QLatin1Char('\n') + testing::describe(run.plan)));
    QCOMPARE(run.indexOf(QStringLiteral("DROP TABLE")), -1);
}

QTEST_GUILESS_MAIN(TestOddNames)
#include "tst_oddnames.moc"
