#pragma once

#include <widgets/common/badge.h>

#include <model/base/error.h>
#include <model/project/keptconnection.h>

#include <QFrame>

class QComboBox;
class QLabel;
class QToolButton;

namespace lockstep::widgets {

class ConnectionForm;

/// One side of the comparison: a file, an archive, a snapshot or a live database, as text, from a
/// list of recent ones, from a dialog, dropped on it, or as a server. Says what was read of it.
class SourcePicker final : public QFrame
{
    Q_OBJECT
public:
    SourcePicker(const QString &title, const QString &placeholder, QWidget *parent = nullptr);

    void setText(const QString &text); ///< Without a password; emits nothing.
    [[nodiscard]] QString text() const;
    void setRecent(const QStringList &texts);
    /// Offered by name above the recent ones.
    void setConnections(const QVector<project::KeptConnection> &connections);
    void focusText();
    void setEnvironment(Environment environment);
    [[nodiscard]] Environment environment() const;
    void showWorking(const QString &what);
    void showReady(const QString &line); ///< "PostgreSQL 15.18 \u00b7 41 GB \u00b7 read 12:04:10"
    void showError(const base::Error &error);
    [[nodiscard]] QString stateLine() const;
    [[nodiscard]] ConnectionForm *form() const { return m_form; }

signals:
    /// May hold a password; never show or store it as it is.
    void sourceChosen(const QString &text);
    void reloadRequested();
    void testRequested(const QString &connectionText);
    void environmentChanged(lockstep::widgets::Environment environment);
    void saveRequested(const lockstep::project::KeptConnection &connection);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Tone { Muted, Good, Bad };
    void connectParts();
    void chooseFile();
    void choose(const QString &text);
    void fillChoices();
    /// With what the picker names, as far as it is a connection.
    void openForm();
    void fillForm(const project::KeptConnection &connection);
    void setState(Tone tone, const QString &line, const QString &toolTip = {});
    void dress();

    QComboBox *m_text;
    Badge *m_badge;
    QToolButton *m_file;
    QToolButton *m_server;
    QToolButton *m_reload;
    QLabel *m_state;
    QComboBox *m_known;
    ConnectionForm *m_form;
    Tone m_tone = Tone::Muted;
    bool m_isDropTarget = false;
    QStringList m_recent;
    QVector<project::KeptConnection> m_connections;
    std::optional<QString> m_formIsOf; ///< The text that the form was filled for.
    QString m_chosen; ///< What was emitted last, as shown: Enter twice is one choice.
};

} // namespace lockstep::widgets
