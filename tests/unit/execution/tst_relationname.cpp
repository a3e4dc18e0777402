#include <model/execution/relationname.h>

#include <QTest>

using namespace lockstep::execution;

class RelationNameTest : public QObject
{
    Q_OBJECT
private slots:
    void tellsRelationsFromOtherObjects_data();
    void tellsRelationsFromOtherObjects();
};

void RelationNameTest::tellsRelationsFromOtherObjects_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    QTest::newRow("with a schema") << QStringLiteral("public.users") << true;
    QTest::newRow("without one") << QStringLiteral("users") << true;
    QTest::newRow("quoted") << QStringLiteral("\"My Schema\".\"a.\"\"b\"\"\"") << true;
    QTest::newRow("other letters") << QStringLiteral("größen.straße_2$") << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("a function") << QStringLiteral("public.f(integer)") << false;
    QTest::newRow("part of a publication") << QStringLiteral("p, public.users") << false;
    QTest::newRow("three names") << QStringLiteral("shop.public.users") << false;
    QTest::newRow("an operator") << QStringLiteral("public.===") << false;
    QTest::newRow("an open quote") << QStringLiteral("public.\"users") << false;
}

void RelationNameTest::tellsRelationsFromOtherObjects()
{
    QFETCH(QString, text);
    QTEST(isRelationName(text), "expected");
}

QTEST_GUILESS_MAIN(RelationNameTest)
#include "tst_relationname.moc"
