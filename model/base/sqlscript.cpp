#include "sqlscript.h"

#include <QRegularExpression>

namespace lockstep::base {

namespace {

bool isNameStart(QChar c)
{
    return c.isLetter() || c == QLatin1Char('_') || c.unicode() >= 0x80;
}
bool isNamePart(QChar c)
{
    return isNameStart(c) || c.isDigit() || c == QLatin1Char('$');
}

bool isCopyFromStdin(const QString &sql)
{
    if (!sql.startsWith(QLatin1String("copy"), Qt::CaseInsensitive))
        return false;
    static const QRegularExpression pattern(
        QStringLiteral("^copy\\b(?:[^'\"]|\"(?:[^\"]|\"\")*\")*\\bfrom\\s+stdin\\b"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DontCaptureOption);
    return pattern.match(sql).hasMatch();
}

/// One pass over the text, with the same states as psql's scanner.
class ScriptSplitter
{
public:
    explicit ScriptSplitter(const QString &text)
        : m_text(text)
        , m_size(text.size())
    { }

    Script run()
    {
        if (m_size > 0 && m_text[0] == QChar(0xFEFF))
            m_at = 1;
        while (m_at < m_size)
            step();
        finishStatement(m_size);
        return std::move(m_script);
    }

private:
    [[nodiscard]] QChar at(qsizetype i) const { return i < m_size ? m_text[i] : QChar(); }

    void step()
    {
        const QChar c = m_text[m_at];
        if (c.isSpace()) {
            ++m_at;
        } else if (c == QLatin1Char('-') && at(m_at + 1) == QLatin1Char('-')) {
            const qsizetype start = m_at;
            while (m_at < m_size && m_text[m_at] != QLatin1Char('\n') && m_text[m_at] != QLatin1Char('\r'))
                ++m_at;
            addComment(start);
        } else if (c == QLatin1Char('/') && at(m_at + 1) == QLatin1Char('*')) {
            const qsizetype start = m_at;
            if (skipBlockComment()) {
                addComment(start);
            } else if (m_start < 0) {
                m_start = start;
                m_startLine = lineOf(start);
            }
        } else if (c == QLatin1Char('\\') && at(m_at + 1) == QLatin1Char(';')) {
            // psql sends both at once; they are two statements all the same.
            const qsizetype end = m_at;
            m_at += 2;
            finishStatement(end);
        } else if (c == QLatin1Char('\\')) {
            readMetaCommand();
        } else if (c == QLatin1Char(';') && m_parentheses <= 0 && m_atomicDepth == 0) {
            const qsizetype end = m_at++;
            finishStatement(end);
        } else {
            if (m_start < 0) {
                m_start = m_at;
                m_startLine = lineOf(m_at);
            }
            readToken(c);
        }
    }

    void addComment(qsizetype start)
    {
        m_script.comments.append({ m_text.mid(start, m_at - start).trimmed(), lineOf(start), start });
    }

    void readToken(QChar c)
    {
        if (c == QLatin1Char('\'') || c == QLatin1Char('"')) {
            skipQuoted(c, false);
        } else if (c == QLatin1Char('$')) {
            skipDollarQuoted();
        } else if (isNameStart(c)) {
            readWord();
        } else if (c.isDigit()) {
            // A parameter or number must not be taken for the start of a name: 1e'x'.
            while (m_at < m_size && isNamePart(m_text[m_at]))
                ++m_at;
        } else {
            if (c == QLatin1Char('('))
                ++m_parentheses;
            else if (c == QLatin1Char(')'))
                --m_parentheses;
            ++m_at;
        }
    }

    void readWord()
    {
        const qsizetype start = m_at;
        while (m_at < m_size && isNamePart(m_text[m_at]))
            ++m_at;
        const QStringView word = QStringView(m_text).mid(start, m_at - start);
        if (at(m_at) == QLatin1Char('\'') && word.compare(QLatin1String("e"), Qt::CaseInsensitive) == 0) {
            skipQuoted(QLatin1Char('\''), true);
            return;
        }
        trackAtomicBody(word);
    }

    /// psql's rule: BEGIN opens a body only in CREATE [OR REPLACE] {FUNCTION | PROCEDURE}, and only
    /// outside parentheses; CASE nests because it ends with END too.
    void trackAtomicBody(QStringView word)
    {
        const auto is = [word](const char *name) {
            return word.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
        };
        if (m_parentheses == 0 && is("begin") && isRoutine()) {
            ++m_atomicDepth;
        } else if (m_atomicDepth > 0 && is("case")) {
            ++m_atomicDepth;
        } else if (m_atomicDepth > 0 && is("end")) {
            --m_atomicDepth;
        }
        if (m_firstWords.size() < 4)
            m_firstWords.append(word.toString().toLower());
    }

    [[nodiscard]] bool isRoutine() const
    {
        if (m_firstWords.value(0) != QLatin1String("create"))
            return false;
        const bool replaces = m_firstWords.value(1) == QLatin1String("or");
        const QString kind = m_firstWords.value(replaces ? 3 : 1);
        return kind == QLatin1String("function") || kind == QLatin1String("procedure");
    }

    void skipQuoted(QChar quote, bool escapes)
    {
        ++m_at;
        while (m_at < m_size) {
            const QChar c = m_text[m_at++];
            if (escapes && c == QLatin1Char('\\'))
                ++m_at;
            else if (c == quote && at(m_at) == quote)
                ++m_at;
            else if (c == quote)
                return;
        }
        m_at = m_size;
    }

    void skipDollarQuoted()
    {
        qsizetype end = m_at + 1;
        if (isNameStart(at(end))) {
            while (end < m_size && isNamePart(m_text[end]) && m_text[end] != QLatin1Char('$'))
                ++end;
        }
        if (at(end) != QLatin1Char('$')) {
            ++m_at;
            return;
        }
        const QStringView tag = QStringView(m_text).mid(m_at, end + 1 - m_at);
        const qsizetype close = QStringView(m_text).indexOf(tag, end + 1);
        m_at = close < 0 ? m_size : close + tag.size();
    }

    /// False where it is not closed.
    bool skipBlockComment()
    {
        int depth = 0;
        while (m_at < m_size) {
            if (m_text[m_at] == QLatin1Char('/') && at(m_at + 1) == QLatin1Char('*')) {
                ++depth;
                m_at += 2;
            } else if (m_text[m_at] == QLatin1Char('*') && at(m_at + 1) == QLatin1Char('/')) {
                m_at += 2;
                if (--depth == 0)
                    return true;
            } else {
                ++m_at;
            }
        }
        return false;
    }

    [[nodiscard]] qsizetype lineEnd(qsizetype from) const
    {
        const qsizetype end = m_text.indexOf(QLatin1Char('\n'), from);
        return end < 0 ? m_size : end;
    }

    /// \g and its relatives send what was read so far; every other command leaves the statement
    /// open.
    void readMetaCommand()
    {
        const qsizetype start = m_at;
        m_at = lineEnd(m_at);
        const QString command = m_text.mid(start, m_at - start).trimmed();
        m_script.metaCommands.append({ command, lineOf(start) });
        if (command.startsWith(QLatin1String("\\g")))
            finishStatement(start);
        else if (isCopyFromStdin(command.mid(1)))
            (void)readCopyData();
    }

    int lineOf(qsizetype offset)
    {
        for (; m_counted < offset; ++m_counted) {
            if (m_text[m_counted] == QLatin1Char('\n'))
                ++m_line;
        }
        return m_line;
    }

    void finishStatement(qsizetype end)
    {
        if (m_start >= 0) {
            ScriptStatement statement;
            statement.sql = m_text.mid(m_start, end - m_start).trimmed();
            statement.line = m_startLine;
            statement.offset = m_start;
            if (isCopyFromStdin(statement.sql)) {
                statement.isCopy = true;
                statement.copyData = readCopyData();
                statement.isCopyOpen = m_isCopyOpen && !statement.copyData.isEmpty();
            }
            m_script.statements.append(statement);
        }
        m_start = -1;
        m_parentheses = 0;
        m_atomicDepth = 0;
        m_firstWords.clear();
    }

    QByteArray readCopyData()
    {
        const qsizetype begin = qMin(lineEnd(m_at) + 1, m_size);
        m_at = begin;
        while (m_at < m_size) {
            const qsizetype end = lineEnd(m_at);
            const QStringView line = QStringView(m_text).mid(m_at, end - m_at);
            if (line == QLatin1String("\\.") || line == QLatin1String("\\.\r")) {
                const QByteArray data = QStringView(m_text).mid(begin, m_at - begin).toUtf8();
                m_at = end;
                return data;
            }
            m_at = qMin(end + 1, m_size);
        }
        m_isCopyOpen = true;
        return QStringView(m_text).mid(begin).toUtf8();
    }

    const QString &m_text;
    const qsizetype m_size;
    qsizetype m_at = 0;
    qsizetype m_start = -1;
    qsizetype m_counted = 0;
    int m_line = 1;
    int m_startLine = 1;
    bool m_isCopyOpen = false;
    int m_parentheses = 0;
    int m_atomicDepth = 0;
    QStringList m_firstWords;
    Script m_script;
};

} // namespace

Script readScript(const QString &text)
{
    return ScriptSplitter(text).run();
}

QVector<ScriptStatement> splitScript(const QString &text)
{
    return readScript(text).statements;
}

qsizetype offsetOfCharacter(const QString &text, int character)
{
    qsizetype offset = 0;
    for (int i = 1; i < character && offset < text.size(); ++i)
        offset += text[offset].isHighSurrogate() ? 2 : 1;
    return qMin(offset, text.size());
}

TextPosition positionAt(const QString &text, qsizetype offset)
{
    const QStringView before = QStringView(text).left(offset);
    TextPosition position;
    position.line = int(before.count(QLatin1Char('\n'))) + 1;
    position.column = 1;
    for (qsizetype i = before.lastIndexOf(QLatin1Char('\n')) + 1; i < before.size(); ++i) {
        if (!before[i].isLowSurrogate())
            ++position.column;
    }
    return position;
}

} // namespace lockstep::base
