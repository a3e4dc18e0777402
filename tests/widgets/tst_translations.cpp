#include "../support/postgrestest.h"

#include <model/schema/objectid.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace lockstep;

namespace {

struct Entry
{
    QString context;
    QString source;
    QString type;
    bool isPlural = false;
    QStringList forms; ///< One, or those of a number.
};

QString directory()
{
    return testing::sourceDirectory() + QStringLiteral("/translations");
}

void readForms(QXmlStreamReader *xml, Entry *entry)
{
    entry->type = xml->attributes().value(QLatin1String("type")).toString();
    if (!entry->isPlural) {
        entry->forms = { xml->readElementText() };
        return;
    }
    while (xml->readNextStartElement())
        entry->forms.append(xml->readElementText());
}

QVector<Entry> readEntries(const QString &path, QString *problem)
{
    QVector<Entry> entries;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        *problem = file.errorString();
        return entries;
    }
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            entries.append({ context, {}, {}, xml.attributes().hasAttribute(QLatin1String("numerus")), {} });
        else if (xml.name() == QLatin1String("source"))
            entries.last().source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation"))
            readForms(&xml, &entries.last());
    }
    *problem = xml.hasError() ? xml.errorString() : QString();
    return entries;
}

/// What a translation must keep: places for values, mark-up and line breaks, in any order.
QStringList fixedParts(const QString &text)
{
    static const QRegularExpression parts(QStringLiteral("%L?[0-9n]|</?[a-z][^>]*>|\\n"));
    QStringList found;
    for (auto it = parts.globalMatch(text); it.hasNext();)
        found.append(it.next().captured());
    found.sort();
    return found;
}

int pluralForms(const QString &language)
{
    return language == QLatin1String("ja") || language.startsWith(QLatin1String("zh")) ? 1 : 2;
}

} // namespace

/// The files of texts in other languages: nothing is missing, and nothing that a text needs got lost.
class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void areCompleteAndKeepWhatATextNeeds_data();
    void areCompleteAndKeepWhatATextNeeds();
    void nameEveryKindOfObject();
    void holdWhatTheSourcesSay();
};

void TestTranslations::areCompleteAndKeepWhatATextNeeds_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : QDir(directory()).entryList({ QStringLiteral("lockstep_*.ts") }))
        QTest::newRow(qPrintable(file)) << file;
}

void TestTranslations::areCompleteAndKeepWhatATextNeeds()
{
    QFETCH(const QString, file);
    const QString language = file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0);
    QString problem;
    const QVector<Entry> entries = readEntries(directory() + QLatin1Char('/') + file, &problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(!entries.isEmpty());
    QStringList wrong;
    for (const Entry &entry : entries) {
        const QString name = entry.context + QStringLiteral(": \"") + entry.source + QStringLiteral("\"");
        if (!entry.type.isEmpty())
            wrong.append(name + QStringLiteral(" is ") + entry.type);
        if (entry.isPlural && entry.forms.size() != pluralForms(language))
            wrong.append(name + QStringLiteral(" has %1 plural forms").arg(entry.forms.size()));
        for (int i = 0; i < entry.forms.size(); ++i) {
            const QString &form = entry.forms.at(i);
            QStringList kept = fixedParts(form);
            // "The oldest event": one needs no number.
            if (i == 0 && entry.forms.size() == 2 && !kept.contains(QStringLiteral("%n")))
                kept.prepend(QStringLiteral("%n"));
            kept.sort();
            if (form.trimmed().isEmpty())
                wrong.append(name + QStringLiteral(" is empty"));
            else if (kept != fixedParts(entry.source))
                wrong.append(name
                             + QStringLiteral(" became \"%1\", which does not keep %2")
                                   .arg(form, fixedParts(entry.source).join(QLatin1Char(' '))));
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

/// Their words are looked up by the model's own names, which lupdate cannot see.
void TestTranslations::nameEveryKindOfObject()
{
    QString problem;
    QStringList named;
    for (const Entry &entry : readEntries(directory() + QStringLiteral("/lockstep_de.ts"), &problem)) {
        if (entry.context == QLatin1String("lockstep::items::Kind"))
            named.append(entry.source);
    }
    for (int kind = 0; kind <= int(schema::Kind::Unmodelled); ++kind) {
        const QString name = schema::kindName(schema::Kind(kind));
        QVERIFY2(named.removeOne(name), qPrintable(name));
    }
    QVERIFY2(named.isEmpty(), qPrintable(named.join(QLatin1Char(' '))));
}

void TestTranslations::holdWhatTheSourcesSay()
{
    QProcess update;
    update.start(testing::sourceDirectory() + QStringLiteral("/packaging/update-translations.sh"),
                 { QStringLiteral("--check") });
    QVERIFY(update.waitForFinished(60000));
    if (update.exitCode() == 2)
        QSKIP("lupdate is not installed.");
    QVERIFY2(update.exitCode() == 0, update.readAllStandardError().constData());
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
