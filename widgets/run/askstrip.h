#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace lockstep::widgets {

/// A question inside the page: never modal, answered by a button that says what it does. Hidden
/// while there is nothing to ask.
class AskStrip final : public QFrame
{
    Q_OBJECT
public:
    enum class Tone { Attention, Danger };

    explicit AskStrip(QWidget *parent = nullptr);
    /// `id` comes back with the answer. An empty `decline` leaves only the one button.
    void ask(const QString &id, Tone tone, const QString &question, const QString &accept, const QString &decline);
    [[nodiscard]] QString id() const { return m_id; }
    [[nodiscard]] QString question() const;

public slots:
    void withdraw();

signals:
    void accepted(const QString &id);
    void declined(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_id;
    Tone m_tone = Tone::Attention;
    QLabel *m_question;
    QPushButton *m_accept;
    QPushButton *m_decline;
};

} // namespace lockstep::widgets
