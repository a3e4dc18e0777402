#include "passwordcontroller.h"

#include <model/postgres/passwords.h>
#include <widgets/connection/passwordstrip.h>

#include <algorithm>

namespace lockstep::app {

PasswordController::PasswordController(widgets::PasswordStrip *strip, QObject *parent)
    : QObject(parent)
    , m_strip(strip)
{
    connect(strip, &widgets::PasswordStrip::given, this, &PasswordController::take);
    connect(strip, &widgets::PasswordStrip::canceled, this, [this] {
        m_questions.removeFirst();
        showNext();
    });
    setKeychain(systemKeychain());
}

void PasswordController::setKeychain(std::unique_ptr<Keychain> keychain)
{
    m_keychain = std::move(keychain);
    m_hasKeychain.reset();
}

void PasswordController::offer(const postgres::ConnectionTarget &target, const base::Error &error,
                               std::function<void()> again)
{
    if (!postgres::wantsPassword(error))
        return;
    Question question{ target, postgres::passwordKey(target), false, { std::move(again) } };
    question.wasWrong =
        !postgres::knownPassword(target).isEmpty() || !target.parameter(QStringLiteral("password")).isEmpty();
    postgres::forgetPassword(target);
    if (m_hasKeychain) {
        lookUp(question);
        return;
    }
    m_keychain->probe([this, question](bool isThere) {
        m_hasKeychain = isThere;
        m_strip->setKeychain(isThere);
        lookUp(question);
    });
}

void PasswordController::lookUp(const Question &question)
{
    if (!*m_hasKeychain || m_lookedUp.contains(question.key)) {
        ask(question);
        return;
    }
    m_lookedUp.insert(question.key);
    m_keychain->read(question.key, [this, question](const std::optional<QString> &found) {
        if (found)
            answer(question, *found);
        else
            ask(question);
    });
}

void PasswordController::ask(Question question)
{
    const auto same = std::find_if(m_questions.begin(), m_questions.end(),
                                   [&](const Question &one) { return one.key == question.key; });
    if (same != m_questions.end()) {
        same->again += question.again;
        return;
    }
    m_questions.append(std::move(question));
    if (m_questions.size() == 1)
        showNext();
}

void PasswordController::showNext()
{
    if (m_questions.isEmpty())
        return;
    const Question &next = m_questions.first();
    const QString user = next.target.parameter(QStringLiteral("user"));
    const QString place = next.target.display();
    m_strip->ask(user.isEmpty() ? place : tr("%1 on %2").arg(user, place), next.wasWrong);
}

void PasswordController::take(const QString &password, bool toKeychain)
{
    if (m_questions.isEmpty())
        return;
    const Question question = m_questions.takeFirst();
    if (toKeychain)
        m_keychain->write(question.key, password);
    answer(question, password);
    showNext();
}

void PasswordController::answer(const Question &question, const QString &password)
{
    postgres::rememberPassword(question.target, password);
    for (const auto &again : question.again)
        again();
}

} // namespace lockstep::app
