#include "comparedobjects.h"

#include <QSet>

namespace lockstep::items {

namespace {

ComparedObject comparedObject(const schema::ObjectId &id, ChangeStatus status, int change)
{
    ComparedObject object{ id, schema::dottedName(id), {}, status, change };
    if (object.name.isEmpty())
        object.name = schema::displayName(id);
    object.key = object.name.toLower();
    return object;
}

} // namespace

ComparedObjectsPtr comparedObjects(const diff::ChangeSet &changes)
{
    auto objects = std::make_shared<std::vector<ComparedObject>>();
    const std::vector<diff::Change> &all = changes.offer ? changes.offer->changes : changes.changes;
    objects->reserve(all.size());
    QSet<schema::ObjectId> changed;
    for (int i = 0; i < int(all.size()); ++i) {
        const schema::ObjectId &id = diff::idOf(all[size_t(i)]);
        changed.insert(id);
        objects->push_back(comparedObject(id, statusOf(all[size_t(i)]), i));
    }
    if (!changes.target || !changes.current)
        return objects;
    for (const schema::Fact &fact : changes.target->facts()) {
        const schema::ObjectId &id = fact.id;
        const bool isPart = !id.sub.isEmpty() || schema::isTargeting(id.kind)
                            || id.kind == schema::Kind::DefaultPrivilege
                            || id.kind == schema::Kind::Unmodelled;
        if (!isPart && !changed.contains(id) && changes.current->find(id))
            objects->push_back(comparedObject(id, ChangeStatus::Identical, -1));
    }
    return objects;
}

bool hasLetters(QStringView typed, QStringView text)
{
    qsizetype at = 0;
    for (const QChar letter : text) {
        while (at < typed.size() && typed[at].isSpace())
            ++at;
        if (at == typed.size())
            return true;
        if (letter == typed[at])
            ++at;
    }
    return typed.mid(at).trimmed().isEmpty();
}

} // namespace lockstep::items
