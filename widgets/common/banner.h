#pragma once

#include <model/base/error.h>

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace lockstep::widgets {

/// A strip over a page that says what happened, where, and what to do. Never modal; hidden while
/// there is nothing to say.
class Banner final : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Info, Success, Warning, Error };

    explicit Banner(QWidget *parent = nullptr);
    /// Title is one sentence; details and hint may be empty.
    void showMessage(Kind kind, const QString &title, const QString &details = {}, const QString &hint = {});
    /// All of an error: message with its file and line, SQLSTATE, detail, statement, hint.
    void showError(const base::Error &error);
    /// Offers one more button ("Retry", "Show the line"); empty text takes it away.
    void setAction(const QString &text);
    /// Offers several; an empty text among them has no button.
    void setActions(const QStringList &texts);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString plainText() const { return m_plainText; } ///< What Copy copies.

public slots:
    void dismiss();

signals:
    void dismissed();
    void actionTriggered(); ///< The first one.
    void actionChosen(int action); ///< Each of them.

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void dress();

    Kind m_kind = Kind::Info;
    QString m_plainText;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_details;
    QLabel *m_hint;
    QVector<QToolButton *> m_actions;
    QHBoxLayout *m_actionRow;
    QToolButton *m_copy;
    QToolButton *m_close;
};

} // namespace lockstep::widgets
