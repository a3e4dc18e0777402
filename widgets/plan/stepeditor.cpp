#include "stepeditor.h"

#include "steptext.h"

#include <widgets/common/banner.h>
#include <widgets/common/theme.h>
#include <widgets/common/uitext.h>
#include <widgets/editor/sqleditor.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QVBoxLayout>

#include <array>

namespace lockstep::widgets {

namespace {

/// In the order of the tabs.
constexpr std::array editorParts{ plan::SqlPart::Forward, plan::SqlPart::Rollback, plan::SqlPart::Verify };

} // namespace

StepEditor::StepEditor(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar)
    , m_state(new QLabel)
    , m_revert(new QPushButton(tr("Revert")))
    , m_editor(new SqlEditor)
    , m_banner(new Banner)
{
    setObjectName(QStringLiteral("stepEditor"));
    m_tabs->setObjectName(QStringLiteral("sqlTabs"));
    m_tabs->setAccessibleName(tr("Part of the step"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Forward"));
    m_tabs->addTab(tr("Rollback"));
    m_tabs->addTab(tr("Verify"));
    m_state->setObjectName(QStringLiteral("stepState"));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_revert->setObjectName(QStringLiteral("revertButton"));
    m_revert->setProperty("look", QStringLiteral("quiet"));
    m_revert->setToolTip(tr("Go back to the SQL that was generated for this step"));

    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 4, 8, 2);
    top->addWidget(m_tabs);
    top->addSpacing(10);
    top->addWidget(m_state, 1);
    top->addWidget(m_revert);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(top);
    layout->addWidget(m_banner);
    layout->addWidget(m_editor, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        flush();
        m_part = editorParts.at(size_t(tab));
        refresh(true);
    });
    connect(m_editor, &SqlEditor::edited, this, &StepEditor::emitEdit);
    connect(m_revert, &QPushButton::clicked, this, [this] {
        m_said.clear();
        emit revertRequested(m_stepId);
    });
    refresh(true);
}

const plan::Step *StepEditor::step() const
{
    const plan::OffStep *off = m_plan ? m_plan->findOff(m_stepId) : nullptr;
    return off ? &off->step : m_plan ? m_plan->find(m_stepId) : nullptr;
}

bool StepEditor::isOff() const
{
    return m_plan && m_plan->findOff(m_stepId);
}

void StepEditor::setStep(const plan::PlanPtr &plan, const QString &stepId)
{
    const bool isOther = stepId != m_stepId;
    if (isOther)
        flush();
    if (isOther || plan != m_plan)
        m_hasError = false;
    if (plan != m_plan)
        m_said.clear();
    m_plan = plan;
    m_stepId = stepId;
    refresh(isOther);
}

void StepEditor::setError(const QString &stepId, const base::Error &error)
{
    if (stepId != m_stepId)
        return;
    m_said.erase({ stepId, m_part });
    m_error = error;
    m_hasError = true;
    m_banner->showError(error);
    showNotes();
    showState();
}

plan::SqlPart StepEditor::part() const
{
    return m_part;
}

void StepEditor::setPart(plan::SqlPart part)
{
    for (size_t tab = 0; tab < editorParts.size(); ++tab) {
        if (editorParts.at(tab) == part)
            m_tabs->setCurrentIndex(int(tab));
    }
}

void StepEditor::flush()
{
    m_editor->flush();
}

void StepEditor::emitEdit(const QString &sql)
{
    const plan::Step *current = step();
    if (!current || isSameText(*current, sql, latestText()))
        return;
    m_said[{ m_stepId, m_part }] = sql;
    emit editRequested(m_stepId, m_part, sql);
}

QString StepEditor::latestText() const
{
    const auto said = m_said.find({ m_stepId, m_part });
    const plan::Step *current = step();
    return said != m_said.end() ? said->second : current ? stepText(*current, m_part) : QString();
}

void StepEditor::refresh(bool isOtherText)
{
    const plan::Step *current = step();
    const QString text = current ? latestText() : QString();
    // The plan that answers an edit holds the same statements, trimmed: what the user typed stays,
    // with its comments and the caret where it is. What was typed since will be said next.
    const bool isNewer = m_editor->isTyping() && !isOtherText && current;
    if (!isNewer && (isOtherText || !current || !isSameText(*current, text, m_editor->sqlText())))
        m_editor->setSqlText(text);
    m_editor->setReadOnly(!current || isOff() || !notEditableReason(*current, m_part).isEmpty());
    if (!m_hasError)
        m_banner->dismiss();
    showNotes();
    showState();
}

void StepEditor::showNotes()
{
    QVector<EditorNote> notes;
    const plan::Step *current = step();
    if (current && m_part == plan::SqlPart::Forward) {
        for (const plan::Finding &finding : current->assessment.findings) {
            const int line = lineInText(m_editor->sqlText(), finding.statement, finding.line);
            notes.append({ line, 0, finding.severity, finding.message });
        }
    }
    if (m_hasError && m_error.position && m_error.position->line > 0)
        notes.append(
            { m_error.position->line, m_error.position->column, plan::Severity::Error, m_error.message });
    m_editor->setNotes(notes);
}

void StepEditor::showState()
{
    const plan::Step *current = step();
    m_revert->setVisible(current && current->edited && !plan::isOwn(*current) && !isOff());
    if (!current) {
        m_state->setText(tr("no step selected"));
        return;
    }
    if (isOff()) {
        m_state->setText(tr("switched off: it does not run"));
        return;
    }
    const QString number = tr("step %1").arg(current - m_plan->steps.constData() + 1);
    const QString reason = notEditableReason(*current, m_part);
    QString state = !reason.isEmpty()       ? reason
                    : plan::isOwn(*current) ? tr("your own")
                    : current->edited       ? tr("edited")
                                            : tr("generated \u00b7 not edited");
    if (m_hasError)
        state = tr("edited \u00b7 cannot be taken as it is");
    else if (current->edited && !current->assessment.analysed)
        state = tr("edited \u00b7 not analysed");
    m_state->setText(tr("%1 \u00b7 %2", "step number and its state").arg(number, state));
}

void StepEditor::goToFinding(int statement, int line)
{
    setPart(plan::SqlPart::Forward);
    m_editor->goTo(lineInText(m_editor->sqlText(), statement, line));
}

} // namespace lockstep::widgets
