#pragma once

#include "keychain.h"

#include <model/base/error.h>
#include <model/postgres/session.h>

#include <QObject>
#include <QSet>
#include <QVector>

namespace lockstep::widgets {
class PasswordStrip;
}

namespace lockstep::app {

/// Gets passwords when a server wants one: from the system's keychain once, then from the user, in the window
/// and never in a dialog. They stay in memory; in the keychain only if the user says so.
class PasswordController final : public QObject
{
    Q_OBJECT
public:
    explicit PasswordController(widgets::PasswordStrip *strip, QObject *parent = nullptr);

    /// Another keychain than the system's, for tests.
    void setKeychain(std::unique_ptr<Keychain> keychain);
    /// What failed with `error`; nothing happens unless a password is what it wants. `again` is called once
    /// there is one, in this thread.
    void offer(const postgres::ConnectionTarget &target, const base::Error &error,
               std::function<void()> again);

private:
    struct Question
    {
        postgres::ConnectionTarget target;
        QString key;
        bool wasWrong = false;
        QVector<std::function<void()>> again;
    };
    void lookUp(const Question &question);
    void ask(Question question);
    void showNext();
    void take(const QString &password, bool toKeychain);
    void answer(const Question &question, const QString &password);

    widgets::PasswordStrip *m_strip;
    std::unique_ptr<Keychain> m_keychain;
    std::optional<bool> m_hasKeychain; ///< Not asked before the first password is wanted.
    QSet<QString> m_lookedUp; ///< Once a start: what is in there may be wrong.
    QVector<Question> m_questions; ///< The first one is shown.
};

} // namespace lockstep::app
