#pragma once

#include <QFrame>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace lockstep::widgets {

/// A strip over the pages that asks for one password. Never modal: work goes on beside it.
class PasswordStrip final : public QFrame
{
    Q_OBJECT
public:
    explicit PasswordStrip(QWidget *parent = nullptr);

    /// `place`: "app on shop @ db1". `wasWrong`: the one given before did not work.
    void ask(const QString &place, bool wasWrong);
    /// Whether the system has a keychain that answers.
    void setKeychain(bool isThere);
    void dismiss();

signals:
    void given(const QString &password, bool toKeychain);
    void canceled();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_question;
    QLineEdit *m_password;
    QCheckBox *m_keep;
    QLabel *m_note;
    QPushButton *m_connect;
    QPushButton *m_cancel;
};

} // namespace lockstep::widgets
