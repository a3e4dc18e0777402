#include "ignorerules.h"

namespace lockstep::diff {

using namespace schema;

namespace {

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('$') || c == QLatin1Char('"');
}

bool isOperatorPart(QChar c)
{
    return QStringLiteral("+-*/<>=~!@#%^&|`?:.").contains(c);
}

/// Two neighbours that would become one word or one operator without a blank between them.
bool needsBlank(QChar before, QChar after)
{
    return (isWordPart(before) && isWordPart(after)) || (isOperatorPart(before) && isOperatorPart(after))
           || before == QLatin1Char('\'') || after == QLatin1Char('\'');
}

/// End of what must stay as it is at `at`: a string, quoted name, dollar quote or comment.
qsizetype verbatimEnd(const QString &code, qsizetype at)
{
    const QChar c = code[at];
    if (c == QLatin1Char('\'') || c == QLatin1Char('"')) {
        const bool hasEscapes = c == QLatin1Char('\'') && at > 0 && code[at - 1].toLower() == QLatin1Char('e')
                                && (at < 2 || !isWordPart(code[at - 2]));
        for (qsizetype i = at + 1; i < code.size(); ++i) {
            if (hasEscapes && code[i] == QLatin1Char('\\'))
                ++i;
            else if (code[i] == c)
                return i + 1; // A doubled quote begins a string of its own, which changes nothing.
        }
        return code.size();
    }
    if (code.mid(at, 2) == QLatin1String("--")) {
        const qsizetype end = code.indexOf(QLatin1Char('\n'), at);
        return end < 0 ? code.size() : end + 1;
    }
    if (code.mid(at, 2) == QLatin1String("/*")) {
        const qsizetype end = code.indexOf(QLatin1String("*/"), at + 2);
        return end < 0 ? code.size() : end + 2;
    }
    static const QRegularExpression tag(QStringLiteral("\\$(?:[A-Za-z_][A-Za-z_0-9]*)?\\$"));
    const bool inWord = at > 0 && isWordPart(code[at - 1]);
    const auto match = c == QLatin1Char('$') && !inWord
                           ? tag.match(code, at, QRegularExpression::NormalMatch,
                                       QRegularExpression::AnchorAtOffsetMatchOption)
                           : QRegularExpressionMatch();
    if (!match.hasMatch())
        return at;
    const qsizetype end = code.indexOf(match.captured(), match.capturedEnd());
    return end < 0 ? code.size() : end + match.capturedLength();
}

QString sqlWithoutWhitespace(const QString &code)
{
    QString result;
    bool pending = false;
    for (qsizetype at = 0; at < code.size();) {
        if (code[at].isSpace()) {
            pending = true;
            ++at;
            continue;
        }
        if (pending && !result.isEmpty() && needsBlank(result.back(), code[at]))
            result += QLatin1Char(' ');
        pending = false;
        const qsizetype end = verbatimEnd(code, at);
        if (end == at) {
            result += code[at++];
            continue;
        }
        const QString text = code.mid(at, end - at);
        const bool isLine = text.startsWith(QLatin1String("--"));
        result += isLine ? text.trimmed() + QLatin1Char('\n') : text;
        at = end;
    }
    return result;
}

/// Indentation may mean something: only ends of lines and blank lines around.
QString linesWithoutWhitespace(const QString &code)
{
    QStringList lines;
    for (QString line : code.split(QLatin1Char('\n'))) {
        while (!line.isEmpty() && line.back().isSpace())
            line.chop(1);
        lines << line;
    }
    while (!lines.isEmpty() && lines.first().isEmpty())
        lines.removeFirst();
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString withoutWhitespace(const QString &code, const QString &language)
{
    const bool isSql = language == QLatin1String("sql") || language == QLatin1String("plpgsql");
    return isSql ? sqlWithoutWhitespace(code) : linesWithoutWhitespace(code);
}

bool differsInWhitespaceOnly(const RoutineAttributes &a, const RoutineAttributes &b)
{
    if (a == b || a.body.isEmpty() || b.body.isEmpty())
        return false;
    RoutineAttributes first = a;
    RoutineAttributes second = b;
    for (RoutineAttributes *routine : { &first, &second }) {
        const qsizetype at = routine->definition.indexOf(routine->body);
        if (at < 0)
            return false;
        const QString code = withoutWhitespace(routine->body, routine->language);
        routine->definition.replace(at, routine->body.size(), code);
        routine->body = code;
    }
    return first == second;
}

} // namespace lockstep::diff
