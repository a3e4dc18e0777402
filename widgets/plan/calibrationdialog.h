#pragma once

#include <model/analysis/rates.h>
#include <model/base/error.h>

#include <QDialog>
#include <QVector>

class QButtonGroup;
class QDialogButtonBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace lockstep::widgets {

class Banner;
class BusyBar;

/// Somewhere to measure.
struct CalibrationChoice
{
    QString id;
    QString title;
    QString note; ///< A whole sentence: what to know before choosing it.
};

/// Which server is measured for the estimates, what that writes there, and how it goes. Not modal. Esc and
/// the close button end a measurement that is going on before they close the window.
class CalibrationDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit CalibrationDialog(QWidget *parent = nullptr);

    /// What the user picked stays where it still is there, else `preferred`.
    void setChoices(const QVector<CalibrationChoice> &choices, const QString &preferred);
    [[nodiscard]] QString chosen() const;
    /// What estimates are made with now.
    void setRates(const analysis::RatesPtr &rates);
    void setProgress(const QString &what, double done);
    /// `remark`: what else there is to know of it; may be empty.
    void setDone(const analysis::RatesPtr &rates, const QString &remark);
    void setError(const base::Error &error);
    void setCanceled();
    [[nodiscard]] bool isWorking() const { return m_isWorking; }

public slots:
    void reject() override;

signals:
    void startRequested(const QString &choice);
    void cancelRequested();
    void defaultsRequested();

protected:
    bool event(QEvent *event) override;

private:
    void buildTexts(QVBoxLayout *column);
    void buildButtons(QVBoxLayout *column);
    void setWorking(bool isWorking);

    bool m_isWorking = false;
    QString m_picked; ///< By the user.
    QLabel *m_inUse;
    QVBoxLayout *m_choiceRows;
    QButtonGroup *m_choices;
    QVector<QWidget *> m_choiceWidgets;
    BusyBar *m_busy;
    Banner *m_banner;
    QPushButton *m_start;
    QPushButton *m_defaults;
    QPushButton *m_close;
};

} // namespace lockstep::widgets
