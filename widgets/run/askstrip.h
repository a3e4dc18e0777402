#pragma once

#include <QFrame>

#include <optional>

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
    /// `id` comes back with the answer. An empty `decline` leaves only the one button: such a question
    /// comes back when one that was asked over it is declined.
    void ask(const QString &id, Tone tone, const QString &question, const QString &accept,
             const QString &decline);
    [[nodiscard]] QString id() const { return m_asked.id; }
    [[nodiscard]] QString question() const;

public slots:
    void withdraw();
    void decline(); ///< As its button does.

signals:
    void accepted(const QString &id);
    void declined(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Question
    {
        QString id;
        Tone tone = Tone::Attention;
        QString text;
        QString accept;
        QString decline;
    };

    void show(const Question &question);

    Question m_asked;
    std::optional<Question> m_beneath;
    QLabel *m_question;
    QPushButton *m_accept;
    QPushButton *m_decline;
};

} // namespace lockstep::widgets
