#pragma once

#include <widgets/common/badge.h>

#include <model/base/error.h>
#include <model/project/keptconnection.h>

#include <QFrame>
#include <QHash>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace lockstep::widgets {

/// A connection, field by field; a pasted URI fills the fields. Not modal: it opens where it is needed. The
/// password goes out with the text and is kept nowhere.
class ConnectionForm final : public QFrame
{
    Q_OBJECT
public:
    explicit ConnectionForm(QWidget *parent = nullptr);

    /// The fields of one that is kept, to change it; an empty id is a new one.
    void setConnection(const project::KeptConnection &connection);
    [[nodiscard]] project::KeptConnection connection() const;
    [[nodiscard]] QString password() const;
    [[nodiscard]] QString connectionText() const; ///< Holds the password.
    [[nodiscard]] Environment environment() const;
    void setEnvironment(Environment environment);
    /// The button that takes what is there without keeping it; empty: there is none, but one that cancels.
    void setUseText(const QString &text);
    void showTestResult(const QString &text);
    void showTestError(const base::Error &error);

signals:
    void testRequested(const QString &connectionText);
    void accepted(const QString &connectionText);
    void saveRequested(const lockstep::project::KeptConnection &connection);
    void canceled();
    void environmentChanged(lockstep::widgets::Environment environment);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *buildServer();
    [[nodiscard]] QWidget *buildMore();
    void buildButtons();
    void connectParts();
    QLineEdit *addField(QFormLayout *form, const char *name, const QString &label,
                        const QString &placeholder);
    QComboBox *addChoice(QFormLayout *form, const char *name, const QString &label,
                         const QStringList &choices);
    void takeUri(bool isWhole);
    void showInUri();
    void showOutcome(const QString &text, bool isError);
    void dress();
    void showMore(bool isShown);
    void refresh();

    project::KeptConnection m_connection; ///< What no field shows: id, other settings.
    QHash<QString, QLineEdit *> m_fields;
    QLineEdit *m_uri;
    QComboBox *m_environment;
    QComboBox *m_sslMode = nullptr;
    QComboBox *m_channelBinding = nullptr;
    QCheckBox *m_readOnly;
    QToolButton *m_moreButton;
    QWidget *m_more;
    QLabel *m_outcome;
    QPushButton *m_test;
    QPushButton *m_cancel;
    QPushButton *m_save;
    QPushButton *m_use;
    QString m_takenUri; ///< What the fields were filled from last.
    bool m_isFilling = false;
    bool m_isError = false;
};

} // namespace lockstep::widgets
