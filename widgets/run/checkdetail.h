#pragma once

#include <model/items/checklistmodel.h>

#include <QWidget>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeView;

namespace lockstep::widgets {

/// One item of a checklist: what was found, what it means, what to do, the query and its rows.
class CheckDetail final : public QWidget
{
    Q_OBJECT
public:
    explicit CheckDetail(QWidget *parent = nullptr);
    /// Copied. Null: nothing is selected.
    void setItem(const analysis::CheckItem *item, bool isIgnored);

signals:
    void ignoreToggled(const QString &itemId, bool isIgnored);

private:
    void copyQuery();

    items::CheckRowsModel m_rowsModel;
    QString m_id;
    QLabel *m_title;
    QLabel *m_verdict;
    QLabel *m_consequence;
    QLabel *m_advice;
    QCheckBox *m_ignore;
    QWidget *m_queryBar;
    QPushButton *m_copy;
    QPlainTextEdit *m_query;
    QLabel *m_rowCount;
    QTreeView *m_rows;
};

} // namespace lockstep::widgets
