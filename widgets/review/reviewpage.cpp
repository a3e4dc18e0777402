#include "reviewpage.h"

#include "bandlegend.h"
#include "findingslist.h"
#include "reviewheader.h"
#include "reviewsummary.h"
#include "scriptedits.h"
#include "statementpanel.h"

#include <widgets/common/banner.h>
#include <widgets/common/busybar.h>
#include <widgets/editor/sqleditor.h>

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace lockstep::widgets {

QString ReviewScript::name() const
{
    return path.isEmpty() ? ReviewPage::tr("pasted script") : path;
}

ReviewPage::ReviewPage(QWidget *parent)
    : QWidget(parent)
    , m_header(new ReviewHeader)
    , m_banner(new Banner)
    , m_busy(new BusyBar)
    , m_editor(new SqlEditor)
    , m_findings(new FindingsList)
    , m_panel(new StatementPanel)
{
    setObjectName(QStringLiteral("reviewPage"));
    setAccessibleName(tr("Review of scripts"));
    setFocusProxy(m_editor);
    m_banner->setObjectName(QStringLiteral("reviewBanner"));
    m_editor->setObjectName(QStringLiteral("scriptEditor"));
    m_editor->setForScripts();
    m_editor->setPlaceholderText(tr("Paste a migration script, drop .sql files here, or open them.\n"
                                    "Nothing of it is run: it is read and judged."));
    m_panel->setEmptyText(
        tr("Put the caret into a statement to see what it locks, how long it takes and what "
           "to write instead."));
    buildLayout();
    connectParts();
    addKeys();
    showFiles();
    showSummary();
}

void ReviewPage::buildLayout()
{
    auto *right = new QSplitter(Qt::Vertical);
    right->setObjectName(QStringLiteral("reviewRight"));
    right->setChildrenCollapsible(false);
    right->addWidget(m_findings);
    right->addWidget(m_panel);
    right->setSizes({ 280, 560 });
    right->setStretchFactor(1, 1);
    auto *split = new QSplitter(Qt::Horizontal);
    split->setObjectName(QStringLiteral("reviewSplit"));
    split->setChildrenCollapsible(false);
    auto *left = new QWidget;
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    leftColumn->addWidget(m_editor, 1);
    leftColumn->addWidget(new BandLegend);
    split->addWidget(left);
    split->addWidget(right);
    split->setSizes({ 760, 840 });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_busy);
    column->addWidget(m_banner);
    column->addWidget(split, 1);
}

void ReviewPage::connectParts()
{
    connect(m_header, &ReviewHeader::pasteRequested, this, &ReviewPage::pasteRequested);
    connect(m_banner, &Banner::actionTriggered, this, &ReviewPage::discardConfirmed);
    connect(m_header, &ReviewHeader::conditionsChanged, this, &ReviewPage::scriptsChanged);
    connect(m_header, &ReviewHeader::fileChosen, this, &ReviewPage::showScript);
    connect(m_editor, &SqlEditor::edited, this, [this] { emit scriptsChanged(); });
    connect(m_editor, &SqlEditor::typed, this, [this] {
        ReviewScript &script = m_scripts[m_current];
        if (!std::exchange(script.isChanged, true))
            showFiles();
    });
    connect(m_editor, &SqlEditor::caretMoved, this, [this] {
        if (!m_isMoving)
            showStatementAtCaret();
    });
    connect(m_findings, &FindingsList::findingSelected, this, &ReviewPage::selectFinding);
    connect(m_findings, &FindingsList::findingActivated, this, [this](int row) {
        selectFinding(row);
        m_editor->setFocus(Qt::OtherFocusReason);
    });
    connect(m_panel, &StatementPanel::findingChosen, this, [this](const QString &rule) {
        selectFinding(m_findings->model()->rowOf(m_panel->statement(), rule));
    });
    connect(m_panel, &StatementPanel::replaceRequested, this, [this] {
        if (selected() && replaceWithFix(m_editor, *selected()))
            m_editor->setFocus(Qt::OtherFocusReason);
    });
    connect(m_panel, &StatementPanel::ignoreRequested, this, [this](const QString &rule) {
        if (selected())
            insertIgnore(m_editor, *selected(), rule);
    });
    connect(m_busy, &BusyBar::cancelRequested, this, &ReviewPage::rewriteCanceled);
}

void ReviewPage::addKeys()
{
    const auto add = [this](const QKeySequence &keys, auto slot) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    add(QKeySequence(Qt::Key_F8), &ReviewPage::nextFinding);
    add(QKeySequence(Qt::SHIFT | Qt::Key_F8), &ReviewPage::previousFinding);
    add(QKeySequence(Qt::Key_F6), [this] { cyclePane(1); });
    add(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { cyclePane(-1); });
}

void ReviewPage::setScripts(const QVector<ReviewScript> &scripts)
{
    m_scripts = scripts.isEmpty() ? QVector<ReviewScript>{ {} } : scripts;
    m_current = -1;
    ++m_batch;
    m_banner->dismiss();
    setReport(nullptr);
    showScript(0);
    emit scriptsChanged();
}

QVector<ReviewScript> ReviewPage::scripts() const
{
    QVector<ReviewScript> scripts = m_scripts;
    scripts[m_current].text = m_editor->sqlText();
    return scripts;
}

bool ReviewPage::hasText() const
{
    return std::any_of(m_scripts.begin(), m_scripts.end(),
                       [](const ReviewScript &script) { return !script.text.trimmed().isEmpty(); })
           || !m_editor->sqlText().trimmed().isEmpty();
}

void ReviewPage::setSaved(int script, const QString &path, const QString &text)
{
    if (script < 0 || script >= m_scripts.size())
        return;
    const bool isRenamed = m_scripts.at(script).path != path;
    m_scripts[script].path = path;
    m_scripts[script].isChanged = scripts().at(script).text != text;
    m_banner->dismiss();
    showFiles();
    if (isRenamed)
        emit scriptsChanged(); // Findings name the file.
}

void ReviewPage::showScript(int index)
{
    if (index == m_current || index < 0 || index >= m_scripts.size())
        return;
    if (m_current >= 0)
        m_scripts[m_current].text = m_editor->sqlText();
    m_current = index;
    const QScopedValueRollback moving(m_isMoving, true);
    m_editor->setSqlText(m_scripts.at(index).text);
    showFiles();
    showMarks();
}

void ReviewPage::showFiles()
{
    QStringList names;
    for (const ReviewScript &script : std::as_const(m_scripts)) {
        const QString name = script.path.isEmpty() ? script.name() : QFileInfo(script.path).fileName();
        names.append(script.isChanged ? tr("%1, not saved").arg(name) : name);
    }
    const bool isEmpty =
        names.size() == 1 && m_scripts.first().path.isEmpty() && !m_scripts.first().isChanged;
    m_header->setFiles(isEmpty ? QStringList() : names, m_current);
    m_header->setChanged(m_current >= 0 && m_scripts.at(m_current).isChanged);
}

void ReviewPage::setReport(const analysis::lint::LintReportPtr &report)
{
    m_report = report;
    m_findings->setReport(report);
    showMarks();
    showStatementAtCaret();
    showSummary();
}

void ReviewPage::showMarks()
{
    m_marks = marksOf(m_report, m_scripts.value(m_current).name(), m_editor->sqlText());
    m_editor->setNotes(m_marks.notes);
    m_editor->setBands(m_marks.bands);
}

int ReviewPage::selectedStatement() const
{
    return m_panel->statement();
}

void ReviewPage::showStatementAtCaret()
{
    const StatementExtent *extent = m_marks.at(m_editor->caretLine(), m_editor->caretColumn());
    const int statement = extent ? extent->statement : -1;
    m_editor->setCurrentLines(extent ? extent->firstLine : 0, extent ? extent->lastLine : 0);
    m_panel->setStatement(m_report, statement);
    m_findings->select(extent ? m_findings->model()->rowOf(statement, m_panel->chosenRule()) : -1);
}

void ReviewPage::selectFinding(int row)
{
    const plan::Finding *finding = m_findings->model()->findingAt(row);
    if (!finding)
        return;
    const int index = m_findings->model()->statementOf(row);
    const auto &statement = m_report->statements.at(index);
    const QString rule = finding->rule;
    const int line = finding->line;
    for (int i = 0; i < m_scripts.size(); ++i) {
        if (m_scripts.at(i).name() == statement.file)
            showScript(i);
    }
    const StatementExtent *extent = m_marks.of(index);
    if (!extent)
        return;
    const QScopedValueRollback moving(m_isMoving, true);
    m_editor->showPlace(line, line == extent->firstLine ? extent->firstColumn : 1);
    m_editor->setCurrentLines(extent->firstLine, extent->lastLine);
    m_panel->setStatement(m_report, index);
    m_panel->choose(rule);
    m_findings->select(row);
}

const analysis::lint::LintedStatement *ReviewPage::selected() const
{
    const int index = m_panel->statement();
    return m_report && index >= 0 ? &m_report->statements.at(index) : nullptr;
}

void ReviewPage::setChecking(bool isChecking)
{
    m_isChecking = isChecking;
    showSummary();
}

void ReviewPage::showSummary()
{
    if (!hasText() || !m_report) {
        m_header->setSummary(m_isChecking ? tr("reading\u2026") : QString(), {});
        return;
    }
    m_header->setSummary(summaryOf(*m_report), m_report->notes.join(QLatin1Char('\n')));
}

void ReviewPage::setSchema(const QString &display)
{
    m_header->setSchema(display);
    m_header->setRewriteRefusal(
        display.isEmpty() ? tr("Choose what there is (Current) on the Compare page first: a plan leads from "
                               "there to what the script makes of it.")
                          : QString());
}

void ReviewPage::showError(const base::Error &error)
{
    m_banner->setAction({});
    m_banner->showError(error);
    if (error.position && error.position->line > 0) {
        for (int i = 0; i < m_scripts.size(); ++i) {
            if (m_scripts.at(i).name() != error.position->file)
                continue;
            showScript(i);
            m_editor->goTo(error.position->line, qMax(1, error.position->column));
        }
    }
}

void ReviewPage::showMessage(const QString &title, const QString &details)
{
    m_banner->setAction({});
    m_banner->showMessage(Banner::Kind::Warning, title, details);
}

void ReviewPage::askToDiscard(const QStringList &names)
{
    m_banner->showMessage(
        Banner::Kind::Warning,
        tr("%n script(s) are not saved: %1.", nullptr, int(names.size())).arg(names.join(tr(", "))),
        tr("What was written is lost without that."), tr("Save them first, or go on without them."));
    m_banner->setAction(tr("Go on without them"));
}

void ReviewPage::setRewriting(const QString &what)
{
    if (what.isEmpty())
        m_busy->setIdle();
    else
        m_busy->setProgress(what);
}

void ReviewPage::flush()
{
    m_editor->flush();
}

void ReviewPage::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty()) {
        showMessage(tr("The clipboard holds no text."), {});
        return;
    }
    setScripts({ { QString(), text, true } });
    m_editor->setFocus(Qt::OtherFocusReason);
}

void ReviewPage::nextFinding()
{
    m_findings->step(1);
}

void ReviewPage::previousFinding()
{
    m_findings->step(-1);
}

void ReviewPage::cyclePane(int direction)
{
    QWidget *list = m_findings->findChild<QWidget *>(QStringLiteral("findings"));
    QWidget *text = m_panel->findChild<QWidget *>(QStringLiteral("statementText"));
    const QVector<QWidget *> panes{ m_editor, list, text };
    int at = 0;
    for (int i = 0; i < panes.size(); ++i) {
        if (panes.at(i)->isAncestorOf(focusWidget()) || panes.at(i) == focusWidget())
            at = i;
    }
    panes.at((at + direction + int(panes.size())) % panes.size())->setFocus(Qt::TabFocusReason);
}

} // namespace lockstep::widgets
