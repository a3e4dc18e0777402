#pragma once

#include "document.h"
#include "pages.h"
#include "settings.h"

#include <model/items/stepnumbers.h>
#include <widgets/common/badge.h>

#include <QDateTime>

#include <optional>

namespace lockstep::widgets {
class SourcePicker;
}

namespace lockstep::app {

/// Between the pipeline and the pages: results are shown as they come, what the user wants goes
/// down. No page knows the pipeline.
class PageController final : public QObject
{
    Q_OBJECT
public:
    PageController(Pages *pages, project::Pipeline *pipeline, Document *document, Settings *settings,
                   QObject *parent = nullptr);
    [[nodiscard]] widgets::Environment environment() const { return m_environment; }

    /// What a database is for, by what is known of it beside the settings; asked first.
    using EnvironmentLookup = std::function<widgets::Environment(const QString &text)>;
    void setEnvironmentLookup(EnvironmentLookup lookup) { m_environmentOf = std::move(lookup); }

public slots:
    /// A source as the user gave it, perhaps with a password.
    void choose(lockstep::project::Side side, const QString &text);
    void openPlan(const lockstep::plan::PlanPtr &plan);
    void prove();
    /// Shows what the document holds after it was opened.
    void showDocument();

signals:
    void environmentChanged(lockstep::widgets::Environment environment);
    void currentReady(const lockstep::sources::LoadedSourcePtr &source, const QDateTime &at);
    void testRequested(lockstep::project::Side side, const QString &connectionText);

private:
    void connectComparePage();
    void connectPlanPage();
    void connectPipeline();
    /// What is said of the other side stands as long as that is what it was.
    [[nodiscard]] bool isOtherFailing(project::Side side) const
    {
        return m_failed && m_failed->first != side && m_document->source(m_failed->first) == m_failed->second;
    }
    void showLoaded(project::Side side, const sources::LoadedSourcePtr &source);
    void showFailure(project::Stage stage, const base::Error &failure);
    void showProgress(project::Stage stage, const QString &what, int done, int total);
    void showStage(project::Stage stage, project::StageState state);
    void showPlan(const plan::PlanPtr &plan);
    void showProof(const plan::PlanPtr &plan);
    void showSides();
    void showUnfinishedRun();
    [[nodiscard]] std::optional<project::Side> sideInTheMiddle() const;
    void refreshCompareTab();
    void refreshPlanTab();
    void setEnvironment(widgets::Environment environment);
    [[nodiscard]] widgets::SourcePicker *picker(project::Side side) const;

    Pages *m_pages;
    project::Pipeline *m_pipeline;
    Document *m_document;
    Settings *m_settings;
    widgets::Environment m_environment = widgets::Environment::Unknown;
    EnvironmentLookup m_environmentOf;
    /// Which side could not be read, and what it was.
    std::optional<std::pair<project::Side, QString>> m_failed;
    items::StepNumbers m_numbers; ///< Of the plan that is shown.
    QString m_failure; ///< What went wrong last before a plan was there; empty if nothing.
};

} // namespace lockstep::app
