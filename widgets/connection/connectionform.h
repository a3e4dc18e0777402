#pragma once

#include "conninfo.h"

#include <widgets/common/badge.h>

#include <model/base/error.h>

#include <QFrame>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace lockstep::widgets {

/// A server to connect to, field by field or as a pasted URI. Not modal: it opens below its
/// picker. The password goes out with the text and is kept nowhere.
class ConnectionForm final : public QFrame
{
    Q_OBJECT
public:
    explicit ConnectionForm(QWidget *parent = nullptr);
    [[nodiscard]] QString connectionText() const; ///< Holds the password.
    [[nodiscard]] Environment environment() const;
    void setEnvironment(Environment environment);
    void showTestResult(const QString &text);
    void showTestError(const base::Error &error);

signals:
    void testRequested(const QString &connectionText);
    void accepted(const QString &connectionText);
    void environmentChanged(lockstep::widgets::Environment environment);

private:
    [[nodiscard]] QLineEdit *addField(QFormLayout *form, const char *name, const QString &label,
                                      const QString &placeholder);
    void showOutcome(const QString &text, bool isError);
    void refresh();

    QLineEdit *m_uri = nullptr;
    QLineEdit *m_host = nullptr;
    QLineEdit *m_port = nullptr;
    QLineEdit *m_database = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_service = nullptr;
    QComboBox *m_environment;
    QLabel *m_outcome;
    QPushButton *m_test;
    QPushButton *m_use;
};

} // namespace lockstep::widgets
