#include "planeditjson.h"

#include <model/base/result.h>

#include <array>

namespace lockstep::plan {

namespace {

const QLatin1String editKey("edit");
const QLatin1String stepKey("step");
const QLatin1String beforeKey("before");
const QLatin1String titleKey("title");
const QLatin1String sqlKey("sql");

constexpr std::array partNames{ "forward", "rollback", "verify" };

QJsonObject ofKind(const char *kind, const QString &step)
{
    return { { editKey, QLatin1String(kind) }, { stepKey, step } };
}

QJsonObject withMembers(QJsonObject object, std::initializer_list<QPair<QLatin1String, QJsonValue>> members)
{
    for (const auto &[name, value] : members)
        object.insert(name, value);
    return object;
}

SqlPart partOf(const QString &name)
{
    for (size_t i = 0; i < partNames.size(); ++i) {
        if (name == QLatin1String(partNames.at(i)))
            return SqlPart(i);
    }
    return SqlPart::Forward;
}

} // namespace

QJsonObject editToJson(const PlanEdit &edit)
{
    return std::visit(
        base::Overloaded{
            [](const EditSql &one) {
                return withMembers(ofKind("sql", one.step),
                                   { { QLatin1String("part"), QLatin1String(partNames.at(size_t(one.part))) },
                                     { sqlKey, one.sql } });
            },
            [](const MoveStep &one) {
                return withMembers(ofKind("move", one.step), { { beforeKey, one.before } });
            },
            [](const SwitchStep &one) {
                return withMembers(ofKind("switch", one.step), { { QLatin1String("on"), one.isOn } });
            },
            [](const SplitStep &one) {
                return withMembers(ofKind("split", one.step), { { QLatin1String("at"), one.at },
                                                                { QLatin1String("second"), one.second } });
            },
            [](const JoinSteps &one) {
                return withMembers(ofKind("join", one.first), { { QLatin1String("second"), one.second } });
            },
            [](const AddSqlStep &one) {
                return withMembers(ofKind("add-sql", one.id),
                                   { { beforeKey, one.before },
                                     { titleKey, one.title },
                                     { sqlKey, one.sql },
                                     { QLatin1String("rollback"), one.rollback } });
            },
            [](const AddGate &one) {
                return withMembers(ofKind("add-gate", one.id), { { beforeKey, one.before },
                                                                 { titleKey, one.title },
                                                                 { QLatin1String("text"), one.text } });
            },
            [](const RemoveOwnStep &one) { return ofKind("remove", one.step); },
        },
        edit);
}

std::optional<PlanEdit> editFromJson(const QJsonObject &object)
{
    const auto text = [&](QLatin1String name) { return object.value(name).toString(); };
    const QString kind = text(editKey);
    const QString step = text(stepKey);
    if (step.isEmpty())
        return std::nullopt;
    if (kind == QLatin1String("sql"))
        return EditSql{ step, partOf(text(QLatin1String("part"))), text(sqlKey) };
    if (kind == QLatin1String("move"))
        return MoveStep{ step, text(beforeKey) };
    if (kind == QLatin1String("switch"))
        return SwitchStep{ step, object.value(QLatin1String("on")).toBool() };
    if (kind == QLatin1String("split"))
        return SplitStep{ step, object.value(QLatin1String("at")).toInt(), text(QLatin1String("second")) };
    if (kind == QLatin1String("join"))
        return JoinSteps{ step, text(QLatin1String("second")) };
    if (kind == QLatin1String("add-sql"))
        return AddSqlStep{ step, text(beforeKey), text(titleKey), text(sqlKey),
                           text(QLatin1String("rollback")) };
    if (kind == QLatin1String("add-gate"))
        return AddGate{ step, text(beforeKey), text(titleKey), text(QLatin1String("text")) };
    if (kind == QLatin1String("remove"))
        return RemoveOwnStep{ step };
    return std::nullopt;
}

} // namespace lockstep::plan
