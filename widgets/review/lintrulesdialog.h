#pragma once

#include <model/items/lintrulesmodel.h>

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTextBrowser;
class QTreeView;

namespace lockstep::widgets {

/// What the project decides about each rule: off, on, how severe. What is chosen holds at once.
class LintRulesDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit LintRulesDialog(QWidget *parent = nullptr);

    void setSettings(const analysis::lint::LintSettings &settings);
    /// Shows a rule, whatever is filtered; an unknown one changes nothing.
    void select(const QString &rule);
    [[nodiscard]] QString selected() const; ///< Empty: none.

signals:
    void settingsChanged(const lockstep::analysis::lint::LintSettings &settings); ///< By the user.

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildTable();
    [[nodiscard]] QWidget *buildDetails();
    void buildLayout();
    void showSelected();
    void showCount();
    void choose();

    items::LintRulesModel *m_model;
    QSortFilterProxyModel *m_filter;
    QLineEdit *m_search;
    QTreeView *m_view;
    QLabel *m_count;
    QTextBrowser *m_documentation;
    QComboBox *m_choice;
    QPushButton *m_usual;
};

} // namespace lockstep::widgets
