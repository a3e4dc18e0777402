#pragma once

#include <QWidget>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace lockstep::widgets {

/// What the user wants to rehearse on.
struct RehearsalChoice
{
    enum Kind { MadeUp, Backup, Database };
    Kind kind = MadeUp;
    int rows = 10'000;
    QString backup; ///< Path.
    QString database; ///< As it was typed.
};

/// Where the rows of a rehearsal come from, and the button that starts it. Says why the button is disabled
/// while it is.
class RehearsalSetup final : public QWidget
{
    Q_OBJECT
public:
    explicit RehearsalSetup(QWidget *parent = nullptr);

    void setPlan(bool hasPlan,
                 const QString &loses); ///< `loses`: what no way back brings back; may be empty.
    void setWorking(bool isWorking);
    void setBackup(const QString &path);
    /// The server answered: `wanted` has to be typed.
    void setServer(const QString &wanted, const QString &description);
    void setServerError(const QString &text);
    [[nodiscard]] RehearsalChoice choice() const;
    [[nodiscard]] bool canStart() const { return whyNot().isEmpty(); }

signals:
    void startRequested();
    void browseRequested();
    void databaseEdited(const QString &text);

private:
    void buildMadeUp(QGridLayout *grid);
    void buildBackup(QGridLayout *grid);
    void buildDatabase(QGridLayout *grid);
    void refresh();
    [[nodiscard]] QString whyNot() const;

    QButtonGroup *m_kinds;
    QSpinBox *m_rows;
    QLineEdit *m_backup;
    QPushButton *m_browse;
    QLineEdit *m_database;
    QLabel *m_server;
    QLabel *m_typeHere;
    QLineEdit *m_name;
    QLabel *m_reason;
    QPushButton *m_start;
    QString m_wanted; ///< What has to be typed; empty: the database did not answer yet.
    QString m_loses;
    bool m_hasPlan = false;
    bool m_isWorking = false;
};

} // namespace lockstep::widgets
