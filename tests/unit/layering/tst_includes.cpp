#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLibraryInfo>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

namespace {

QString l1(const char *text)
{
    return QString::fromLatin1(text);
}

/// The folder table of the design: what each folder may include beside itself.
const QMap<QString, QStringList> &folderTable()
{
    static const auto words = [](const char *text) {
        return l1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    static const QMap<QString, QStringList> table = {
        { l1("model/base"), words("") },
        { l1("model/schema"), words("model/base") },
        { l1("model/postgres"), words("model/base") },
        { l1("model/scratch"), words("model/base model/postgres") },
        { l1("model/sources"), words("model/base model/schema model/postgres model/scratch") },
        { l1("model/sql"), words("model/base") },
        { l1("model/diff"), words("model/base model/schema") },
        { l1("model/plan"), words("model/base model/schema model/diff model/sql") },
        { l1("model/analysis"), words("model/base model/schema model/sql model/plan") },
        { l1("model/execution"), words("model/base model/schema model/postgres model/sql model/plan") },
        { l1("model/proof"),
          words("model/base model/schema model/postgres model/scratch model/sources model/sql model/diff "
                "model/plan model/analysis model/execution") },
        { l1("model/exporting"), words("model/base model/schema model/plan model/analysis") },
        { l1("model/project"),
          words("model/base model/schema model/postgres model/scratch model/sources model/sql model/diff "
                "model/plan model/analysis model/execution model/proof model/exporting") },
        { l1("model/items"),
          words("model/base model/schema model/postgres model/scratch model/sources model/sql model/diff "
                "model/plan model/analysis model/execution model/proof model/exporting model/project") },
        { l1("widgets/common"), words("model/items model/base") },
        { l1("widgets/editor"), words("model/items model/base widgets/common") },
        { l1("widgets/timeline"), words("model/items model/base widgets/common") },
        { l1("widgets/compare"),
          words("model/items model/base widgets/common widgets/editor widgets/connection") },
        { l1("widgets/connection"), words("model/items model/base widgets/common") },
        { l1("widgets/home"), words("model/items model/base widgets/common widgets/connection") },
        { l1("widgets/plan"),
          words("model/items model/base widgets/common widgets/editor widgets/timeline") },
        { l1("widgets/run"), words("model/items model/base widgets/common") },
        { l1("widgets/rehearsal"), words("model/items model/base widgets/common") },
        { l1("widgets/review"), words("model/items model/base widgets/common widgets/editor") },
    };
    return table;
}

/// Headers of values that flow down to the widgets. They name the types in setters and signals;
/// what computes the values stays out of their reach.
bool isValueForWidgets(const QString &header)
{
    static const QStringList headers = {
        l1("model/plan/plan.h"),
        l1("model/plan/intents.h"),
        l1("model/plan/selecting.h"), // Decisions, and decisions that follow from them.
        l1("model/plan/edits/planedit.h"),
        l1("model/plan/edits/offeredintents.h"),
        l1("model/project/keptedits.h"),
        l1("model/diff/changeset.h"),
        l1("model/execution/runevents.h"),
        l1("model/execution/runvalues.h"),
        l1("model/execution/runhistory.h"),
        l1("model/analysis/analysis.h"),
        l1("model/analysis/lint/lint.h"),
        l1("model/analysis/checklist.h"),
        l1("model/analysis/rates.h"),
        l1("model/proof/rehearsalreport.h"),
        l1("model/project/environment.h"),
        l1("model/project/keptconnection.h"),
        l1("model/project/recentproject.h"),
    };
    return headers.contains(header);
}

/// Libraries that only some folders may know.
const QMap<QString, QStringList> &libraryTable()
{
    static const QMap<QString, QStringList> table = {
        { l1("pqxx/"), { l1("model/postgres") } },       { l1("libpq"), { l1("model/postgres") } },
        { l1("pg_query"), { l1("model/sql") } },         { l1("spdlog/"), { l1("model/base"), l1("app") } },
        { l1("fmt/"), { l1("model/base"), l1("app") } }, { l1("Qsci/"), { l1("widgets/editor") } },
    };
    return table;
}

/// Modules of Qt whose headers a folder may include.
QStringList qtModules(const QString &folder)
{
    if (folder.startsWith(l1("model/")))
        return { l1("QtCore") };
    QStringList modules{ l1("QtCore"), l1("QtGui"), l1("QtWidgets"), l1("QtSvg") };
    if (folder == l1("widgets/run"))
        modules.append(l1("QtCharts"));
    if (folder == l1("app"))
        modules += { l1("QtCharts"), l1("QtDBus"), l1("QtPrintSupport"), l1("QtConcurrent") };
    return modules;
}

/// "model/plan" of "model/plan/strategies/x.cpp", "app" of "app/cli/main.cpp".
QString folderOf(const QString &path)
{
    if (path.startsWith(l1("app/")))
        return l1("app");
    return path.section(QLatin1Char('/'), 0, 1);
}

struct SourceFile
{
    QString path; ///< From the source directory.
    QStringList lines;
};

} // namespace

/// Reads every #include of the program against the design's folder table.
class TestIncludes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void knowsEveryFolder();
    void keepsToTheFolderTable();
    void keepsLibrariesWhereTheyBelong();
    void keepsQtModulesWhereTheyBelong();
    void staysWithinTheLengthBudgets();
    void writesAsciiSources();
    void findsWhatIsForbidden();

private:
    struct Include
    {
        QString file;
        QString folder;
        int line = 0;
        QString target;
        bool quoted = false;
        [[nodiscard]] QString place() const { return file + QLatin1Char(':') + QString::number(line); }
    };
    static QVector<Include> includesOf(const SourceFile &source);
    static QString folderFault(const Include &include);
    static QString libraryFault(const Include &include);
    QString moduleFault(const Include &include) const;
    static void report(const QStringList &faults);

    QVector<SourceFile> m_sources;
    QVector<Include> m_includes;
    QHash<QString, QString> m_moduleOfHeader;
};

void TestIncludes::initTestCase()
{
    const QDir root(qEnvironmentVariable("LOCKSTEP_SOURCE_DIR", QDir::currentPath()));
    for (const char *top : { "model", "widgets", "app" }) {
        QDirIterator it(root.filePath(l1(top)), { l1("*.h"), l1("*.cpp") }, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_sources.append({ root.relativeFilePath(file.fileName()),
                               QString::fromUtf8(file.readAll()).split(QLatin1Char('\n')) });
        }
    }
    QVERIFY(m_sources.size() > 20);
    for (const SourceFile &source : std::as_const(m_sources))
        m_includes += includesOf(source);
    QVERIFY(m_includes.size() > 100);

    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    for (const QString &module : headers.entryList({ l1("Qt*") }, QDir::Dirs)) {
        for (const QString &header : QDir(headers.filePath(module)).entryList({ l1("Q*") }, QDir::Files))
            m_moduleOfHeader.insert(header, module);
    }
    QCOMPARE(m_moduleOfHeader.value(l1("QString")), l1("QtCore"));
    QCOMPARE(m_moduleOfHeader.value(l1("QWidget")), l1("QtWidgets"));
}

QVector<TestIncludes::Include> TestIncludes::includesOf(const SourceFile &source)
{
    static const QRegularExpression pattern(l1("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"));
    QVector<Include> result;
    for (int i = 0; i < source.lines.size(); ++i) {
        const QRegularExpressionMatch match = pattern.match(source.lines.at(i));
        if (match.hasMatch())
            result.append({ source.path, folderOf(source.path), i + 1, match.captured(2),
                            match.captured(1) == l1("\"") });
    }
    return result;
}

QString TestIncludes::folderFault(const Include &include)
{
    QString target = include.target;
    if (include.quoted)
        target = QDir::cleanPath(include.file.section(QLatin1Char('/'), 0, -2) + QLatin1Char('/') + target);
    const bool isOurs =
        target.startsWith(l1("model/")) || target.startsWith(l1("widgets/")) || target.startsWith(l1("app/"));
    if (!isOurs || include.folder == l1("app"))
        return {};
    const QString folder = folderOf(target);
    if (folder == include.folder || folderTable().value(include.folder).contains(folder))
        return {};
    if (include.folder.startsWith(l1("widgets/")) && isValueForWidgets(target))
        return {};
    return include.place() + l1(": ") + include.folder + l1(" may not include ") + folder;
}

QString TestIncludes::libraryFault(const Include &include)
{
    for (auto it = libraryTable().cbegin(); it != libraryTable().cend(); ++it) {
        if (include.target.startsWith(it.key()) && !it.value().contains(include.folder))
            return include.place() + l1(": ") + include.target + l1(" belongs to ")
                   + it.value().join(l1(", "));
    }
    return {};
}

QString TestIncludes::moduleFault(const Include &include) const
{
    if (include.quoted)
        return {};
    const QString first = include.target.section(QLatin1Char('/'), 0, 0);
    const QString header = include.target.section(QLatin1Char('/'), -1);
    const bool isQt =
        (first.startsWith(l1("Qt")) && first != header) || m_moduleOfHeader.contains(include.target);
    if (!isQt)
        return {};
    const QString module = first == header ? m_moduleOfHeader.value(header) : first;
    if (qtModules(include.folder).contains(module))
        return {};
    return include.place() + l1(": ") + include.target + l1(" is of ") + module;
}

void TestIncludes::report(const QStringList &faults)
{
    QStringList told = faults;
    told.removeAll(QString());
    if (!told.isEmpty())
        QFAIL(qPrintable(QLatin1Char('\n') + told.join(QLatin1Char('\n'))));
}

void TestIncludes::knowsEveryFolder()
{
    for (const SourceFile &source : std::as_const(m_sources)) {
        const QString folder = folderOf(source.path);
        QVERIFY2(folder == l1("app") || folderTable().contains(folder), qPrintable(source.path));
    }
}

void TestIncludes::keepsToTheFolderTable()
{
    QStringList faults;
    for (const Include &include : std::as_const(m_includes))
        faults.append(folderFault(include));
    report(faults);
}

void TestIncludes::keepsLibrariesWhereTheyBelong()
{
    QStringList faults;
    for (const Include &include : std::as_const(m_includes))
        faults.append(libraryFault(include));
    report(faults);
}

void TestIncludes::keepsQtModulesWhereTheyBelong()
{
    QStringList faults;
    for (const Include &include : std::as_const(m_includes))
        faults.append(moduleFault(include));
    report(faults);
}

void TestIncludes::staysWithinTheLengthBudgets()
{
    QStringList faults;
    for (const SourceFile &source : std::as_const(m_sources)) {
        const int budget = source.path.endsWith(l1(".h")) ? 150 : 400;
        const int lines = int(source.lines.size()) - 1;
        if (lines > budget)
            faults.append(
                QStringLiteral("%1 has %2 lines, %3 are allowed").arg(source.path).arg(lines).arg(budget));
    }
    report(faults);
}

void TestIncludes::writesAsciiSources()
{
    QStringList faults;
    for (const SourceFile &source : std::as_const(m_sources)) {
        for (int i = 0; i < source.lines.size(); ++i) {
            const QString code = source.lines.at(i).section(l1("//"), 0, 0);
            const bool ascii =
                std::all_of(code.begin(), code.end(), [](QChar c) { return c.unicode() < 128; });
            if (!ascii)
                faults.append(QStringLiteral("%1:%2 is not ASCII").arg(source.path).arg(i + 1));
        }
    }
    report(faults);
}

void TestIncludes::findsWhatIsForbidden()
{
    const auto include = [](const char *file, const char *line) {
        return includesOf({ l1(file), { l1(line) } }).value(0);
    };
    QVERIFY(!folderFault(include("model/diff/a.cpp", "#include <model/plan/plan.h>")).isEmpty());
    QVERIFY(!folderFault(include("model/diff/a.cpp", "#include \"../plan/plan.h\"")).isEmpty());
    QVERIFY(!folderFault(include("widgets/run/a.cpp", "#include <model/postgres/session.h>")).isEmpty());
    QVERIFY(folderFault(include("widgets/run/a.cpp", "#include <model/plan/plan.h>")).isEmpty());
    QVERIFY(folderFault(include("model/plan/strategies/a.cpp", "#include \"../plan.h\"")).isEmpty());
    QVERIFY(!libraryFault(include("model/plan/a.cpp", "#include <pqxx/pqxx>")).isEmpty());
    QVERIFY(!moduleFault(include("model/items/a.cpp", "#include <QColor>")).isEmpty());
    QVERIFY(!moduleFault(include("model/items/a.cpp", "#include <QtGui/QColor>")).isEmpty());
    QVERIFY(moduleFault(include("widgets/run/a.cpp", "#include <QChart>")).isEmpty());
}

QTEST_GUILESS_MAIN(TestIncludes)
#include "tst_includes.moc"
