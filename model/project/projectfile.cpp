#include "projectfile.h"

#include <model/plan/edits/planeditjson.h>
#include <model/postgres/session.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace lockstep::project {

namespace {

const QLatin1String projectFormat("lockstep-project/1");

base::Error projectError(const QString &path, const QString &what, const QString &hint = {})
{
    base::Error error = base::inputError(what, hint);
    error.position = base::TextPosition{ path, 0, 0 };
    return error;
}

/// Whether a SRC text is a path: the rest is libpq's.
bool isPath(const QString &source)
{
    return !source.isEmpty() && !source.contains(QLatin1String("://")) && !source.contains(QLatin1Char('='));
}

QString storable(const QString &source, const QDir &base)
{
    if (source.isEmpty())
        return source;
    if (!isPath(source))
        return postgres::ConnectionTarget{ source, {} }.withoutSecrets();
    const QString relative = base.relativeFilePath(QFileInfo(source).absoluteFilePath());
    return relative.startsWith(QLatin1String("../../..")) ? QFileInfo(source).absoluteFilePath() : relative;
}

QString usable(const QString &source, const QDir &base)
{
    return isPath(source) ? QDir::cleanPath(base.absoluteFilePath(source)) : source;
}

/// Reads members of one object and remembers the first that has the wrong type.
class MemberReader
{
public:
    MemberReader(const QJsonObject &object, const QString &path, std::optional<base::Error> *error)
        : m_object(object)
        , m_path(path)
        , m_error(error)
    { }

    /// Null where the member is missing.
    QString text(QLatin1String name)
    {
        const QJsonValue value = m_object.value(name);
        if (value.isUndefined())
            return {};
        if (!value.isString()) {
            fail(name, QStringLiteral("a text"));
            return {};
        }
        const QString text = value.toString();
        return text.isNull() ? QStringLiteral("") : text;
    }

    QJsonArray array(QLatin1String name)
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isUndefined() && !value.isArray())
            fail(name, QStringLiteral("a list"));
        return value.toArray();
    }

    QJsonObject object(QLatin1String name)
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isUndefined() && !value.isObject())
            fail(name, QStringLiteral("an object"));
        return value.toObject();
    }

    void fail(QLatin1String name, const QString &expected)
    {
        if (!*m_error)
            *m_error =
                projectError(m_path, QStringLiteral("The member \"%1\" is not %2.").arg(name, expected),
                             QStringLiteral("The file was changed by hand or is damaged."));
    }

private:
    const QJsonObject &m_object;
    QString m_path;
    std::optional<base::Error> *m_error;
};

bool isKnownRule(const QString &id)
{
    return analysis::lint::checkRule(id).has_value();
}

/// Lists and objects of rules without those that are not known; gives these. What has another form stays, to
/// be refused in words.
QJsonObject takeUnknownRules(QJsonObject *rules)
{
    QJsonObject unknown;
    for (const QString &member : rules->keys()) {
        const QJsonValue value = rules->value(member);
        if (value.isArray()) {
            QJsonArray here, elsewhere;
            for (const QJsonArray all = value.toArray(); const QJsonValue &item : all)
                (!item.isString() || isKnownRule(item.toString()) ? here : elsewhere).append(item);
            rules->insert(member, here);
            if (!elsewhere.isEmpty())
                unknown.insert(member, elsewhere);
        } else if (value.isObject()) {
            QJsonObject here, elsewhere;
            const QJsonObject object = value.toObject();
            for (auto it = object.begin(); it != object.end(); ++it)
                (isKnownRule(it.key()) ? here : elsewhere).insert(it.key(), it.value());
            rules->insert(member, here);
            if (!elsewhere.isEmpty())
                unknown.insert(member, elsewhere);
        }
    }
    return unknown;
}

QJsonObject withRules(QJsonObject rules, const QJsonObject &more)
{
    for (auto it = more.begin(); it != more.end(); ++it) {
        if (it->isArray()) {
            QJsonArray all = rules.value(it.key()).toArray();
            for (const QJsonArray listed = it->toArray(); const QJsonValue &item : listed)
                all.append(item);
            rules.insert(it.key(), all);
            continue;
        }
        QJsonObject all = rules.value(it.key()).toObject();
        const QJsonObject added = it->toObject();
        for (auto rule = added.begin(); rule != added.end(); ++rule)
            all.insert(rule.key(), rule.value());
        rules.insert(it.key(), all);
    }
    return rules;
}

base::Result<QJsonObject> readObject(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return projectError(path,
                            QStringLiteral("The project file cannot be opened: %1.").arg(file.errorString()),
                            QStringLiteral("Check that the file exists and that you may read it."));
    }
    QJsonParseError parseError;
    const QByteArray json = file.readAll();
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError) {
        base::Error error = projectError(
            path, QStringLiteral("The project file is not valid JSON: %1.").arg(parseError.errorString()),
            QStringLiteral("It may have been cut short; open a copy or start a new project."));
        error.position->line = int(json.left(parseError.offset).count('\n')) + 1;
        return error;
    }
    const QString format = document.object().value(QLatin1String("format")).toString();
    if (format == projectFormat)
        return document.object();
    if (format.startsWith(QLatin1String("lockstep-project/"))) {
        return projectError(path,
                            QStringLiteral("The project was written by a newer Lockstep (%1).").arg(format),
                            QStringLiteral("Open it with that version."));
    }
    return projectError(
        path, QStringLiteral("This is not a Lockstep project: \"format\" is not \"%1\".").arg(projectFormat));
}

QJsonObject editObject(const KeptEdit &kept)
{
    QJsonArray anchors;
    for (const StepAnchor &anchor : kept.anchors)
        anchors.append(QJsonObject{ { QLatin1String("step"), anchor.id },
                                    { QLatin1String("title"), anchor.title },
                                    { QLatin1String("generated"), anchor.text } });
    QJsonObject object = plan::editToJson(kept.edit);
    object.insert(QLatin1String("anchors"), anchors);
    return object;
}

/// Edits as files of before hold them: one step's SQL, all parts in one object.
QVector<KeptEdit> oldEdits(const QJsonObject &object)
{
    const auto text = [&](QLatin1String name) { return object.value(name).toString(); };
    const StepAnchor anchor{ text(QLatin1String("step")), {}, text(QLatin1String("generated")) };
    const std::initializer_list<std::pair<QLatin1String, plan::SqlPart>> parts{
        { QLatin1String("forward"), plan::SqlPart::Forward },
        { QLatin1String("rollback"), plan::SqlPart::Rollback },
        { QLatin1String("verify"), plan::SqlPart::Verify }
    };
    QVector<KeptEdit> result;
    for (const auto &[name, part] : parts) {
        if (object.contains(name))
            result += KeptEdit{ plan::EditSql{ anchor.id, part, text(name) }, { anchor } };
    }
    return result;
}

QVector<KeptEdit> readEdits(MemberReader &members)
{
    QVector<KeptEdit> result;
    for (const QJsonValue &value : members.array(QLatin1String("edits"))) {
        const QJsonObject object = value.toObject();
        if (!object.contains(QLatin1String("edit"))) {
            result += oldEdits(object);
            continue;
        }
        const auto edit = plan::editFromJson(object);
        if (!edit) {
            members.fail(QLatin1String("edits"), QStringLiteral("a list of edits that are known here"));
            continue;
        }
        KeptEdit kept{ *edit, {} };
        for (const QJsonArray all = object.value(QLatin1String("anchors")).toArray();
             const QJsonValue &each : all) {
            const QJsonObject anchor = each.toObject();
            kept.anchors += StepAnchor{ anchor.value(QLatin1String("step")).toString(),
                                        anchor.value(QLatin1String("title")).toString(),
                                        anchor.value(QLatin1String("generated")).toString() };
        }
        result += kept;
    }
    return result;
}

} // namespace

QJsonArray editsToJson(const QVector<KeptEdit> &edits)
{
    QJsonArray array;
    for (const KeptEdit &edit : edits)
        array.append(editObject(edit));
    return array;
}

QStringList ruleIds(const QJsonObject &decisions)
{
    QStringList ids;
    for (const QJsonValue &decision : decisions) {
        ids += decision.toObject().keys();
        for (const QJsonArray all = decision.toArray(); const QJsonValue &id : all)
            ids += id.toString();
    }
    ids.removeDuplicates();
    ids.sort();
    return ids;
}

base::Result<Project> readProject(const QString &path)
{
    const base::Result<QJsonObject> object = readObject(path);
    if (!object.has_value())
        return object.error();
    const QDir directory = QFileInfo(path).absoluteDir();
    std::optional<base::Error> error;
    MemberReader members(*object, path, &error);
    Project project;
    project.current = usable(members.text(QLatin1String("current")), directory);
    project.target = usable(members.text(QLatin1String("target")), directory);
    project.runTarget = members.text(QLatin1String("run_target"));
    project.environment = members.text(QLatin1String("environment"));
    const QString policy = members.text(QLatin1String("policy"));
    if (policy == plan::name(plan::Policy::Window))
        project.policy = plan::Policy::Window;
    else if (!policy.isEmpty() && policy != plan::name(plan::Policy::ZeroDowntime))
        members.fail(QLatin1String("policy"), QStringLiteral("\"zero-downtime\" or \"window\""));
    project.edits = readEdits(members);
    if (object->contains(QLatin1String("intents"))) {
        const QJsonDocument intents(object->value(QLatin1String("intents")).toObject());
        const auto parsed = plan::intentsFromJson(intents.toJson(), path);
        if (!parsed.has_value())
            return parsed.error();
        project.intents = *parsed;
    }
    QJsonObject known = members.object(QLatin1String("rules"));
    project.unknownRules = takeUnknownRules(&known);
    const auto rules = analysis::lint::settingsFromJson(QJsonDocument(known).toJson(), path);
    if (error)
        return *error;
    if (!rules.has_value())
        return projectError(path, rules.error().message, rules.error().hint);
    project.rules = *rules;
    return project;
}

base::Result<void> writeProject(const Project &project, const QString &path)
{
    const QDir directory = QFileInfo(path).absoluteDir();
    const QJsonObject object{
        { QLatin1String("format"), projectFormat },
        { QLatin1String("current"), storable(project.current, directory) },
        { QLatin1String("target"), storable(project.target, directory) },
        { QLatin1String("policy"), plan::name(project.policy) },
        { QLatin1String("intents"), QJsonDocument::fromJson(plan::toJson(project.intents)).object() },
        { QLatin1String("edits"), editsToJson(project.edits) },
        { QLatin1String("rules"), withRules(analysis::lint::toJson(project.rules), project.unknownRules) },
        { QLatin1String("run_target"), postgres::ConnectionTarget{ project.runTarget, {} }.withoutSecrets() },
        { QLatin1String("environment"), project.environment },
    };
    QSaveFile file(path);
    const QByteArray json = QJsonDocument(object).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit()) {
        base::Error error =
            projectError(path, QStringLiteral("The project cannot be saved: %1.").arg(file.errorString()),
                         QStringLiteral("Save it under another name; what was there before is unchanged."));
        error.kind = base::ErrorKind::Environment;
        return error;
    }
    return {};
}

} // namespace lockstep::project
