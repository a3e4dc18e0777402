#pragma once

#include <model/analysis/lint/lint.h>

#include <QWidget>

class QLabel;
class QPushButton;
class QTextBrowser;

namespace lockstep::widgets {

class SqlView;

/// All that is known of one statement: locks, time, findings with what their rule says, and the
/// statements to write instead.
class StatementPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit StatementPanel(QWidget *parent = nullptr);

    /// `number` counts from 1 over the whole report. Null: nothing is looked at.
    void setStatement(const analysis::lint::LintReportPtr &report, int index);
    /// Sets a finding of the statement off and shows its rule.
    void choose(const QString &rule);
    [[nodiscard]] int statement() const { return m_index; }
    [[nodiscard]] QString chosenRule() const;
    [[nodiscard]] QString plainText() const; ///< What is read, for tests and for copying.
    [[nodiscard]] QStringList fix() const;
    /// What to show while there is nothing to look at.
    void setEmptyText(const QString &text);

signals:
    void findingChosen(const QString &rule); ///< By a click in the text.
    void replaceRequested();
    void ignoreRequested(const QString &rule);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void refresh();
    void addPictures();
    [[nodiscard]] const analysis::lint::LintedStatement *current() const;
    [[nodiscard]] QString htmlOf(const analysis::lint::LintedStatement &statement) const;

    analysis::lint::LintReportPtr m_report;
    int m_index = -1;
    int m_chosen = 0; ///< Index into the statement's findings.
    QString m_emptyText;
    QTextBrowser *m_text;
    QWidget *m_fixBox;
    QLabel *m_fixTitle;
    SqlView *m_fix;
    QPushButton *m_ignore;
    QPushButton *m_copy;
    QPushButton *m_replace;
};

} // namespace lockstep::widgets
