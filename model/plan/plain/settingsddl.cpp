#include "ddl.h"

#include <algorithm>

namespace lockstep::plan::ddl {

using namespace schema;

namespace {

const Setting *settingNamed(const QVector<Setting> &settings, const QString &name)
{
    const auto found = std::find_if(settings.begin(), settings.end(),
                                    [&](const Setting &setting) { return setting.name == name; });
    return found == settings.end() ? nullptr : &*found;
}

} // namespace

QString changeSetting(const Fact &fact, const Setting *before, const Setting *after)
{
    Q_UNUSED(before)
    Q_UNUSED(after)
    switch (fact.id.kind) {
    default: return {};
    }
}

std::optional<QStringList> alterSettings(const Fact &before, const Fact &after)
{
    const auto *a = before.as<DefinitionAttributes>();
    const auto *b = after.as<DefinitionAttributes>();
    if (!a || !b || a->definition != b->definition)
        return std::nullopt;
    QStringList statements;
    for (const Setting &setting : a->settings) {
        if (!settingNamed(b->settings, setting.name))
            statements << changeSetting(before, &setting, nullptr);
    }
    for (const Setting &setting : b->settings) {
        const Setting *was = settingNamed(a->settings, setting.name);
        if (!was || *was != setting)
            statements << changeSetting(after, was, &setting);
    }
    if (statements.contains(QString()))
        return std::nullopt;
    return statements;
}

} // namespace lockstep::plan::ddl
