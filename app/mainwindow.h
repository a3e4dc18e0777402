#pragma once

#include "actions.h"
#include "calibrationcontroller.h"
#include "checkcontroller.h"
#include "commandline.h"
#include "connectionscontroller.h"
#include "document.h"
#include "dropcontroller.h"
#include "editorcontroller.h"
#include "fileconflict.h"
#include "filecontroller.h"
#include "historycontroller.h"
#include "homecontroller.h"
#include "lintrulescontroller.h"
#include "logrelay.h"
#include "pagecontroller.h"
#include "palettecontroller.h"
#include "picturecontroller.h"
#include "proofcontroller.h"
#include "rehearsalcontroller.h"
#include "reportcontroller.h"
#include "reviewcontroller.h"
#include "runcontroller.h"
#include "settings.h"
#include "statusline.h"

#include <QMainWindow>

class QDockWidget;

namespace lockstep::widgets {
class Banner;
class PasswordStrip;
} // namespace lockstep::widgets

namespace lockstep::app {

/// The window: parts put together, nothing decided. Files are the FileController's, the pages the
/// PageController's, runs the RunController's.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(scratch::ScratchOptions scratch, Settings *settings, widgets::Theme *theme,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    /// What the command line asks for.
    void openFrom(const CommandLine &line);
    [[nodiscard]] project::Pipeline *pipeline() { return &m_pipeline; }
    [[nodiscard]] Pages *pages() { return &m_pages; }
    [[nodiscard]] FileController *files() { return &m_files; }
    [[nodiscard]] ReviewController *review() { return &m_review; }
    [[nodiscard]] CheckController *checks() { return &m_checks; }
    [[nodiscard]] HomeController *home() { return &m_home; }
    [[nodiscard]] ConnectionsController *connections() { return &m_connections; }
    [[nodiscard]] HistoryController *history() { return &m_history; }
    [[nodiscard]] RehearsalController *rehearsals() { return &m_rehearsals; }
    [[nodiscard]] CalibrationController *calibration() { return &m_calibration; }
    [[nodiscard]] CommandPalette *commandPalette() { return m_palette.palette(); }
    [[nodiscard]] Document *document() { return &m_document; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildCentre();
    void buildLog();
    void connectFileActions();
    void connectClosing();
    void connectWorkActions();
    void connectViewActions();
    void connectLanguages();
    void connectRuns();
    void connectStatus();
    void showRunState();
    void showTitle();
    void tintEdge();

    project::Pipeline m_pipeline;
    Document m_document;
    Settings *m_settings;
    widgets::Theme *m_theme;
    Pages m_pages;
    Actions m_actions;
    LogRelay m_log;
    PageController m_pageController;
    RunController m_runs;
    CheckController m_checks;
    HistoryController m_history;
    RehearsalController m_rehearsals;
    CalibrationController m_calibration;
    LintRulesController m_lintRules;
    FileController m_files;
    FileConflict m_conflict;
    ReviewController m_review;
    DropController m_drops;
    PaletteController m_palette;
    ReportController m_report;
    PictureController m_picture;
    ProofController m_proofs;
    EditorController m_editors;
    StatusLine *m_status;
    widgets::Banner *m_banner;
    QString m_saveError; ///< Why the project could not be saved last; empty once it was.
    widgets::PasswordStrip *m_passwordStrip;
    ConnectionsController m_connections;
    HomeController m_home;
    QWidget *m_edge; ///< Coloured for production.
    QDockWidget *m_logDock;
    project::ServerProbe m_probe;
    bool m_isClosing = false;
    bool m_closesWhenWritten = false;
    int m_unwritten = 0; ///< The revision of the project that cannot be written; the user was told.
    QStringList m_letGo; ///< Texts of scripts that the user goes without saving.
};

} // namespace lockstep::app
