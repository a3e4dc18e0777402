#pragma once

#include <model/base/error.h>
#include <model/items/connectionsmodel.h>

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace lockstep::widgets {

class ConnectionForm;

/// The user's connections, and the form to make or change one in their place. Deleting can be undone.
class ConnectionsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionsPanel(QWidget *parent = nullptr);

    void setModel(items::ConnectionsModel *model);
    [[nodiscard]] ConnectionForm *form() const { return m_form; }
    [[nodiscard]] QListView *list() const { return m_list; }
    /// Of the form or, where it is not open, of the connection that is selected.
    void showTestResult(const QString &text);
    void showTestError(const base::Error &error);
    /// Something about the list itself, such as that it cannot be kept.
    void showError(const base::Error &error);

public slots:
    void addNew();

signals:
    void useRequested(const lockstep::project::KeptConnection &connection);
    void testRequested(const QString &connectionText);
    void saveRequested(const lockstep::project::KeptConnection &connection);
    void removeRequested(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *buildList();
    [[nodiscard]] const project::KeptConnection *selected() const;
    void edit();
    void duplicate();
    void removeSelected();
    void openForm(const project::KeptConnection &connection);
    void closeForm();
    void say(const QString &text, bool isError);
    void refresh();

    items::ConnectionsModel *m_model = nullptr;
    QStackedWidget *m_stack;
    QListView *m_list;
    QLabel *m_empty;
    QLabel *m_outcome;
    ConnectionForm *m_form;
    QPushButton *m_new;
    QPushButton *m_use;
    QPushButton *m_test;
    QPushButton *m_edit;
    QPushButton *m_duplicate;
    QPushButton *m_remove;
    QPushButton *m_undo;
    project::KeptConnection m_removed;
};

} // namespace lockstep::widgets
