#pragma once

#include <widgets/common/icons.h>

#include <QAbstractButton>

namespace lockstep::widgets {

/// One way to begin: a big button with a sign, a name and a sentence.
class StartCard final : public QAbstractButton
{
    Q_OBJECT
public:
    StartCard(Icon sign, const QString &title, const QString &sentence, QWidget *parent = nullptr);
    /// The way most people want.
    void setPrimary(bool isPrimary);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    Icon m_sign;
    QString m_sentence;
    bool m_isPrimary = false;
};

} // namespace lockstep::widgets
