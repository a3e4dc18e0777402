#pragma once

#include <model/base/error.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringList>
#include <QVector>

#include <optional>

namespace lockstep::plan {

/// The first thing found wrong in a file, if any; later ones are consequences and are not kept.
struct JsonProblem
{
    QString fileName;
    std::optional<base::Error> error;

    void report(const QString &path, const QString &message);
};

/// Reads one JSON object strictly: a missing required member, a value of another type and, with
/// finish(), a member nobody asked for are problems that name their path ("steps[3].sql[0]").
class JsonReader
{
public:
    JsonReader(const QJsonValue &value, QString path, JsonProblem *problem);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString pathOf(const QString &member) const;
    [[nodiscard]] bool has(const QString &member) const { return m_object.contains(member); }

    /// Required members.
    [[nodiscard]] QString text(const QString &member);
    [[nodiscard]] qint64 integer(const QString &member);
    [[nodiscard]] double real(const QString &member);
    [[nodiscard]] bool boolean(const QString &member);
    [[nodiscard]] QStringList texts(const QString &member);
    [[nodiscard]] JsonReader object(const QString &member);
    [[nodiscard]] QVector<JsonReader> objects(const QString &member);
    /// Members of the object in alphabetical order, all of them taken as known.
    [[nodiscard]] QStringList memberNames();

    /// The same where the member may be missing.
    [[nodiscard]] QString textOr(const QString &member, const QString &fallback = {});
    [[nodiscard]] qint64 integerOr(const QString &member, qint64 fallback);
    [[nodiscard]] QStringList textsOrNone(const QString &member);
    [[nodiscard]] QVector<JsonReader> objectsOrNone(const QString &member);

    void report(const QString &member, const QString &message);
    /// Reports members that no call above asked for.
    void finish();

private:
    [[nodiscard]] QJsonValue take(const QString &member);

    QJsonObject m_object;
    QString m_path;
    JsonProblem *m_problem;
    QSet<QString> m_known;
};

/// The object a file holds, or the problem with line and column: cut short, not JSON, no object.
[[nodiscard]] std::optional<QJsonObject> parseJsonObject(const QByteArray &json, const QString &what,
                                                         JsonProblem *problem);

} // namespace lockstep::plan
