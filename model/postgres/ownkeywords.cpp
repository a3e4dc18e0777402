#include "ownkeywords.h"

#include <QUrl>

namespace lockstep::postgres {

namespace {

const QLatin1String roleKeyword("role");
const QLatin1String readOnlyKeyword("read_only");
const QLatin1String sshKeyword("ssh");

SplitConnection splitUri(const QString &text)
{
    const qsizetype question = text.indexOf(QLatin1Char('?'));
    if (question < 0)
        return { text, {} };
    SplitConnection split{ text.left(question), {} };
    QStringList kept;
    for (const QString &part : text.mid(question + 1).split(QLatin1Char('&'))) {
        const QString key = part.section(QLatin1Char('='), 0, 0);
        if (isOwnKeyword(key)) {
            split.own.append(
                { key, QUrl::fromPercentEncoding(part.section(QLatin1Char('='), 1, -1).toUtf8()) });
        } else {
            kept.append(part);
        }
    }
    if (split.own.isEmpty())
        return { text, {} };
    if (!kept.isEmpty())
        split.libpq += QLatin1Char('?') + kept.join(QLatin1Char('&'));
    return split;
}

/// Reads key=value text by libpq's rules: values end at a space unless they are quoted, and a backslash
/// takes the next character as it is.
class PairReader
{
public:
    explicit PairReader(const QString &text)
        : m_text(text)
    { }

    /// False at the end, or where the text is none of pairs; isGood() tells which.
    bool next()
    {
        skipSpaces();
        m_start = m_at;
        if (m_at == m_text.size())
            return false;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && m_text[m_at] != QLatin1Char('='))
            ++m_at;
        key = m_text.mid(m_start, m_at - m_start);
        skipSpaces();
        if (m_at == m_text.size() || m_text[m_at] != QLatin1Char('=')) {
            m_isGood = false;
            return false;
        }
        ++m_at;
        skipSpaces();
        readValue();
        return m_isGood;
    }
    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] QString written() const { return m_text.mid(m_start, m_at - m_start); }

    QString key, value;

private:
    void skipSpaces()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }
    void readValue()
    {
        value.clear();
        const bool isQuoted = m_at < m_text.size() && m_text[m_at] == QLatin1Char('\'');
        if (isQuoted)
            ++m_at;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (isQuoted ? c == QLatin1Char('\'') : c.isSpace())
                break;
            if (c == QLatin1Char('\\') && ++m_at == m_text.size())
                break;
            value += m_text[m_at];
        }
        if (isQuoted)
            m_isGood = m_at < m_text.size();
        if (isQuoted && m_isGood)
            ++m_at;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    qsizetype m_start = 0;
    bool m_isGood = true;
};

SplitConnection splitPairs(const QString &text)
{
    SplitConnection split;
    QStringList kept;
    PairReader pair(text);
    while (pair.next()) {
        if (isOwnKeyword(pair.key))
            split.own.append({ pair.key, pair.value });
        else
            kept.append(pair.written());
    }
    if (!pair.isGood() || split.own.isEmpty())
        return { text, {} };
    split.libpq = kept.join(QLatin1Char(' '));
    return split;
}

base::Error meaningless(const QString &message, const QString &hint)
{
    base::Error error;
    error.kind = base::ErrorKind::Connection;
    error.message = message;
    error.hint = hint;
    return error;
}

} // namespace

bool isOwnKeyword(const QString &key)
{
    return key == roleKeyword || key == readOnlyKeyword || key == sshKeyword;
}

SplitConnection splitConnection(const QString &text)
{
    const bool isUri =
        text.startsWith(QLatin1String("postgresql://")) || text.startsWith(QLatin1String("postgres://"));
    return isUri ? splitUri(text) : splitPairs(text);
}

base::Result<OwnSettings> ownSettings(const ConnectionOptions &options)
{
    OwnSettings own;
    own.role = valueOf(options, roleKeyword);
    own.ssh = valueOf(options, sshKeyword).trimmed();
    const QString readOnly = valueOf(options, readOnlyKeyword).toLower();
    own.isReadOnly = readOnly == QLatin1String("on") || readOnly == QLatin1String("true")
                     || readOnly == QLatin1String("yes") || readOnly == QLatin1String("1");
    // Taken for "off", a mistyped "on" would let writes through.
    if (!own.isReadOnly && !readOnly.isEmpty() && readOnly != QLatin1String("off")
        && readOnly != QLatin1String("false") && readOnly != QLatin1String("no")
        && readOnly != QLatin1String("0"))
        return meaningless(QStringLiteral("read_only is \"on\" or \"off\", not \"%1\".").arg(readOnly),
                           QStringLiteral("Write read_only=on for a connection that must not write."));
    // A leading dash would be taken for an option of ssh.
    if (own.ssh.startsWith(QLatin1Char('-')) || own.ssh.contains(QLatin1Char(' ')))
        return meaningless(QStringLiteral("\"%1\" is no SSH server.").arg(own.ssh),
                           QStringLiteral("Write ssh=user@host:port, or the name of a Host in "
                                          "~/.ssh/config."));
    return own;
}

} // namespace lockstep::postgres
