#include "jsonreader.h"

#include <QJsonDocument>

#include <cmath>

namespace lockstep::plan {

void JsonProblem::report(const QString &path, const QString &message)
{
    if (error)
        return;
    const QString where = path.isEmpty() ? QStringLiteral("the top level") : path;
    error = base::inputError(QStringLiteral("%1: %2: %3").arg(fileName, where, message));
    error->position = base::TextPosition{ fileName, 0, 0 };
}

JsonReader::JsonReader(const QJsonValue &value, QString path, JsonProblem *problem)
    : m_object(value.toObject())
    , m_path(std::move(path))
    , m_problem(problem)
{
    if (!value.isObject())
        m_problem->report(m_path, QStringLiteral("an object is expected here."));
}

QString JsonReader::pathOf(const QString &member) const
{
    return m_path.isEmpty() ? member : m_path + QLatin1Char('.') + member;
}

QJsonValue JsonReader::take(const QString &member)
{
    m_known.insert(member);
    return m_object.value(member);
}

void JsonReader::report(const QString &member, const QString &message)
{
    m_problem->report(pathOf(member), message);
}

QString JsonReader::text(const QString &member)
{
    const QJsonValue value = take(member);
    if (!value.isString())
        report(member, QStringLiteral("a text is expected here."));
    return value.toString();
}

qint64 JsonReader::integer(const QString &member)
{
    const QJsonValue value = take(member);
    const double number = value.toDouble(NAN);
    if (!value.isDouble() || std::floor(number) != number)
        report(member, QStringLiteral("a whole number is expected here."));
    return value.toInteger();
}

double JsonReader::real(const QString &member)
{
    const QJsonValue value = take(member);
    if (!value.isDouble())
        report(member, QStringLiteral("a number is expected here."));
    return value.toDouble();
}

bool JsonReader::boolean(const QString &member)
{
    const QJsonValue value = take(member);
    if (!value.isBool())
        report(member, QStringLiteral("true or false is expected here."));
    return value.toBool();
}

QStringList JsonReader::texts(const QString &member)
{
    const QJsonValue value = take(member);
    if (!value.isArray())
        report(member, QStringLiteral("a list of texts is expected here."));
    QStringList result;
    const QJsonArray items = value.toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (!items[i].isString())
            report(QStringLiteral("%1[%2]").arg(member).arg(i), QStringLiteral("a text is expected here."));
        result += items[i].toString();
    }
    return result;
}

JsonReader JsonReader::object(const QString &member)
{
    return JsonReader(take(member), pathOf(member), m_problem);
}

QVector<JsonReader> JsonReader::objects(const QString &member)
{
    const QJsonValue value = take(member);
    if (!value.isArray())
        report(member, QStringLiteral("a list of objects is expected here."));
    QVector<JsonReader> result;
    const QJsonArray items = value.toArray();
    for (qsizetype i = 0; i < items.size(); ++i)
        result += JsonReader(items[i], QStringLiteral("%1[%2]").arg(pathOf(member)).arg(i), m_problem);
    return result;
}

QStringList JsonReader::memberNames()
{
    const QStringList names = m_object.keys();
    for (const QString &name : names)
        m_known.insert(name);
    return names;
}

QString JsonReader::textOr(const QString &member, const QString &fallback)
{
    return has(member) ? text(member) : fallback;
}

qint64 JsonReader::integerOr(const QString &member, qint64 fallback)
{
    return has(member) ? integer(member) : fallback;
}

QStringList JsonReader::textsOrNone(const QString &member)
{
    return has(member) ? texts(member) : QStringList();
}

QVector<JsonReader> JsonReader::objectsOrNone(const QString &member)
{
    return has(member) ? objects(member) : QVector<JsonReader>();
}

void JsonReader::finish()
{
    const QStringList names = m_object.keys();
    for (const QString &name : names) {
        if (!m_known.contains(name))
            report(name, QStringLiteral("this member is not known here."));
    }
}

std::optional<QJsonObject> parseJsonObject(const QByteArray &json, const QString &what, JsonProblem *problem)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error == QJsonParseError::NoError && document.isObject())
        return document.object();
    if (parseError.error == QJsonParseError::NoError) {
        problem->report({}, QStringLiteral("%1 is one JSON object.").arg(what));
        return std::nullopt;
    }
    const QByteArray before = json.left(parseError.offset);
    const int line = int(before.count('\n')) + 1;
    const int column = int(before.size() - before.lastIndexOf('\n'));
    // A cut file fails exactly at its end; saying so helps more than the parser's wording.
    const bool isCut = parseError.offset >= json.trimmed().size() - 1;
    const QString reason = isCut ? QStringLiteral("the file ends too early; it was cut short.")
                                 : QStringLiteral("this is not JSON: %1.").arg(parseError.errorString());
    problem->report(QStringLiteral("line %1, column %2").arg(line).arg(column), reason);
    problem->error->position = base::TextPosition{ problem->fileName, line, column };
    problem->error->hint = QStringLiteral("%1 must be complete; write or copy it again.").arg(what);
    return std::nullopt;
}

} // namespace lockstep::plan
