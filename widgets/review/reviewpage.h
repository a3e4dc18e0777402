#pragma once

#include "scriptmarks.h"

#include <model/base/error.h>

#include <QWidget>

namespace lockstep::widgets {

class Banner;
class BusyBar;
class FindingsList;
class ReviewHeader;
class StatementPanel;

/// A script of somebody else, as it is in its file and as it is now.
struct ReviewScript
{
    QString path; ///< Empty: pasted.
    QString text;
    bool isChanged = false;
    [[nodiscard]] QString name() const; ///< As findings name it.
};

/// Scripts that somebody else wrote: the text with marks, what was found, and what is known of the
/// statement at the caret. Knows no engine: texts go out, a report comes back.
class ReviewPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewPage(QWidget *parent = nullptr);

    void setScripts(const QVector<ReviewScript> &scripts);
    [[nodiscard]] QVector<ReviewScript> scripts() const; ///< With what is typed now.
    [[nodiscard]] int currentScript() const { return m_current; }
    [[nodiscard]] bool hasText() const;
    /// Another one for each setScripts(): scripts are numbered within it.
    [[nodiscard]] int batch() const { return m_batch; }
    /// That script is in that file, as it was with that text.
    void setSaved(int script, const QString &path, const QString &text);
    void setReport(const analysis::lint::LintReportPtr &report);
    void setChecking(bool isChecking);
    /// The current side of the comparison; empty: none.
    void setSchema(const QString &display);
    void showError(const base::Error &error);
    void showMessage(const QString &title, const QString &details);
    /// Something else wants to be shown in place of scripts that are not saved.
    void askToDiscard(const QStringList &names);
    /// What goes on before there is a plan; empty: nothing.
    void setRewriting(const QString &what);
    /// Emits text that is still being typed.
    void flush();

    [[nodiscard]] ReviewHeader *header() const { return m_header; }
    [[nodiscard]] SqlEditor *editor() const { return m_editor; }
    [[nodiscard]] FindingsList *findings() const { return m_findings; }
    [[nodiscard]] StatementPanel *panel() const { return m_panel; }
    [[nodiscard]] int selectedStatement() const; ///< Index into the report; -1: none.

public slots:
    void paste(); ///< Shows what is on the clipboard in place of all that is there.
    void nextFinding();
    void previousFinding();

signals:
    void scriptsChanged(); ///< Texts or conditions: to be linted again.
    void pasteRequested();
    void discardConfirmed(); ///< What is not saved may go.
    void rewriteCanceled();

private:
    void buildLayout();
    void connectParts();
    void addKeys();
    void showScript(int index);
    void showFiles();
    void showMarks();
    void showSummary();
    void showStatementAtCaret();
    void selectFinding(int row);
    void cyclePane(int direction);
    [[nodiscard]] const analysis::lint::LintedStatement *selected() const; ///< Null: none.

    QVector<ReviewScript> m_scripts{ {} };
    int m_current = 0;
    int m_batch = 0;
    analysis::lint::LintReportPtr m_report;
    ScriptMarks m_marks; ///< Of the script that is shown.
    ReviewHeader *m_header;
    Banner *m_banner;
    BusyBar *m_busy;
    SqlEditor *m_editor;
    FindingsList *m_findings;
    StatementPanel *m_panel;
    bool m_isChecking = false;
    bool m_isMoving = false; ///< The caret goes where the user chose, not the other way round.
};

} // namespace lockstep::widgets
