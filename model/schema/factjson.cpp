#include "factjson.h"

#include "factfields.h"

#include <QJsonArray>

#include <array>

namespace lockstep::schema {

namespace {

// The words of each enum in the file, in the order of its values.
constexpr std::array persistenceWords{ "permanent", "unlogged" };
constexpr std::array replicaIdentityWords{ "default", "nothing", "full", "index" };
constexpr std::array identityWords{ "none", "always", "by default" };
constexpr std::array generatedWords{ "none", "stored", "virtual" };
constexpr std::array constraintTypeWords{ "primary key", "unique",   "check",  "foreign key",
                                          "exclude",     "not null", "trigger" };
constexpr std::array volatilityWords{ "immutable", "stable", "volatile" };
constexpr std::array triggerStateWords{ "enabled", "disabled", "replica", "always" };

constexpr const auto &wordsOf(Persistence)
{
    return persistenceWords;
}
constexpr const auto &wordsOf(ReplicaIdentity)
{
    return replicaIdentityWords;
}
constexpr const auto &wordsOf(Identity)
{
    return identityWords;
}
constexpr const auto &wordsOf(Generated)
{
    return generatedWords;
}
constexpr const auto &wordsOf(ConstraintType)
{
    return constraintTypeWords;
}
constexpr const auto &wordsOf(Volatility)
{
    return volatilityWords;
}
constexpr const auto &wordsOf(TriggerState)
{
    return triggerStateWords;
}

/// Values that equal their empty form are left out of the file, and read back as it.
class FieldWriter
{
public:
    explicit FieldWriter(QJsonObject &json)
        : m_json(json)
    { }
    template <typename T>
    void operator()(const char *name, const T &value)
    {
        if (!(value == T{}))
            m_json.insert(QLatin1String(name), toJson(value));
    }
    template <typename T>
    void uncompared(const char *name, const T &value)
    {
        (*this)(name, value);
    }

private:
    static QJsonValue toJson(bool value) { return value; }
    static QJsonValue toJson(int value) { return value; }
    static QJsonValue toJson(qint64 value) { return value; }
    static QJsonValue toJson(const QString &value) { return value; }
    static QJsonValue toJson(const ObjectId &id) { return idToJson(id); }
    template <typename E>
    requires std::is_enum_v<E>
    static QJsonValue toJson(E value) { return QLatin1String(wordsOf(value)[size_t(value)]); }
    template <typename T>
    static QJsonValue toJson(const Rare<T> &value)
    {
        return toJson(*value);
    }
    template <typename T>
    static QJsonValue toJson(const QList<T> &list)
    {
        QJsonArray array;
        for (const T &item : list)
            array.append(toJson(item));
        return array;
    }
    template <typename S>
    requires(
        std::same_as<
            S,
            CompositeField> || std::same_as<S, Setting> || std::same_as<S, SequenceAttributes>) static QJsonValue
        toJson(const S &nested)
    {
        QJsonObject json;
        FieldWriter writer(json);
        visitFields(writer, nested);
        return json;
    }

    QJsonObject &m_json;
};

class FieldReader
{
public:
    FieldReader(const QJsonObject &json, QString *why)
        : m_json(json)
        , m_why(why)
    { }
    template <typename T>
    void operator()(const char *name, T &value)
    {
        const QJsonValue json = m_json.value(QLatin1String(name));
        value = T{};
        if (!json.isUndefined() && !read(json, value))
            *m_why = QStringLiteral("the member \"%1\" holds a value that is not known here")
                         .arg(QLatin1String(name));
    }
    template <typename T>
    void uncompared(const char *name, T &value)
    {
        (*this)(name, value);
    }

private:
    bool read(const QJsonValue &json, bool &value)
    {
        value = json.toBool();
        return json.isBool();
    }
    bool read(const QJsonValue &json, int &value)
    {
        value = json.toInt();
        return json.isDouble();
    }
    bool read(const QJsonValue &json, qint64 &value)
    {
        value = json.toInteger();
        return json.isDouble();
    }
    bool read(const QJsonValue &json, QString &value)
    {
        value = json.toString();
        return json.isString();
    }
    bool read(const QJsonValue &json, ObjectId &value)
    {
        const std::optional<ObjectId> id = idFromJson(json.toObject());
        value = id.value_or(ObjectId{});
        return id.has_value();
    }
    template <typename E>
    requires std::is_enum_v<E>
    bool read(const QJsonValue &json, E &value)
    {
        const auto &words = wordsOf(E{});
        for (size_t i = 0; i < words.size(); ++i) {
            if (json.toString() == QLatin1String(words[i])) {
                value = E(i);
                return true;
            }
        }
        return false;
    }
    template <typename T>
    bool read(const QJsonValue &json, Rare<T> &value)
    {
        return read(json, value.emplace());
    }
    template <typename T>
    bool read(const QJsonValue &json, QList<T> &list)
    {
        bool isGood = json.isArray();
        for (const QJsonValue &item : json.toArray())
            isGood = read(item, list.emplaceBack()) && isGood;
        return isGood;
    }
    template <typename S>
    requires(std::same_as<S, CompositeField> || std::same_as<S, Setting> || std::same_as<S, SequenceAttributes>) bool read(
        const QJsonValue &json, S &nested)
    {
        const QJsonObject object = json.toObject();
        FieldReader reader(object, m_why);
        visitFields(reader, nested);
        return json.isObject();
    }

    const QJsonObject &m_json;
    QString *m_why;
};

Attributes emptyAttributes(Kind kind)
{
    switch (kind) {
    case Kind::Schema: return SchemaAttributes{};
    case Kind::Extension: return ExtensionAttributes{};
    case Kind::Enum: return EnumAttributes{};
    case Kind::Domain: return DomainAttributes{};
    case Kind::CompositeType: return CompositeAttributes{};
    case Kind::Sequence: return SequenceAttributes{};
    case Kind::Table: return TableAttributes{};
    case Kind::Column: return ColumnAttributes{};
    case Kind::Default: return DefaultAttributes{};
    case Kind::Constraint:
    case Kind::DomainConstraint: return ConstraintAttributes{};
    case Kind::Index: return IndexAttributes{};
    case Kind::View: return ViewAttributes{};
    case Kind::MaterializedView: return MaterializedViewAttributes{};
    case Kind::Function:
    case Kind::Procedure:
    case Kind::Aggregate: return RoutineAttributes{};
    case Kind::Trigger: return TriggerAttributes{};
    case Kind::Rule: return RuleAttributes{};
    case Kind::Policy: return PolicyAttributes{};
    case Kind::Comment:
    case Kind::SecurityLabel: return CommentAttributes{};
    case Kind::Grant:
    case Kind::DefaultPrivilege: return GrantAttributes{};
    case Kind::Collation:
    case Kind::RangeType:
    case Kind::EventTrigger:
    case Kind::StatisticsObject:
    case Kind::Publication:
    case Kind::Language:
    case Kind::AccessMethod:
    case Kind::BaseType:
    case Kind::Operator:
    case Kind::OperatorFamily:
    case Kind::OperatorClass:
    case Kind::Cast:
    case Kind::Conversion:
    case Kind::Transform:
    case Kind::TextSearchParser:
    case Kind::TextSearchTemplate:
    case Kind::TextSearchDictionary:
    case Kind::TextSearchConfiguration:
    case Kind::ForeignDataWrapper:
    case Kind::ForeignServer:
    case Kind::UserMapping:
    case Kind::Subscription:
    case Kind::PublicationMember:
    case Kind::EnumLabel:
    case Kind::Unmodelled: return DefinitionAttributes{};
    }
    return DefinitionAttributes{};
}

} // namespace

QJsonObject idToJson(const ObjectId &id)
{
    QJsonObject json{ { QStringLiteral("kind"), kindName(id.kind) } };
    if (isTargeting(id.kind))
        json.insert(QStringLiteral("on"), kindName(id.on));
    const std::initializer_list<std::pair<const char *, const QString *>> parts{ { "schema", &id.schema },
                                                                                 { "name", &id.name },
                                                                                 { "sub", &id.sub },
                                                                                 { "signature",
                                                                                   &id.signature },
                                                                                 { "grantee", &id.grantee } };
    for (const auto &[name, text] : parts) {
        if (!text->isEmpty())
            json.insert(QLatin1String(name), *text);
    }
    return json;
}

std::optional<ObjectId> idFromJson(const QJsonObject &json)
{
    ObjectId id;
    if (!parseKind(json.value(QLatin1String("kind")).toString(), &id.kind))
        return std::nullopt;
    const QString on = json.value(QLatin1String("on")).toString();
    if (!on.isEmpty() && !parseKind(on, &id.on))
        return std::nullopt;
    id.schema = json.value(QLatin1String("schema")).toString();
    id.name = json.value(QLatin1String("name")).toString();
    id.sub = json.value(QLatin1String("sub")).toString();
    id.signature = json.value(QLatin1String("signature")).toString();
    id.grantee = json.value(QLatin1String("grantee")).toString();
    return id;
}

QJsonObject factToJson(const Fact &fact)
{
    QJsonObject attributes;
    FieldWriter writer(attributes);
    std::visit([&writer](const auto &a) { visitFields(writer, a); }, fact.attributes);
    QJsonObject json = idToJson(fact.id);
    if (!attributes.isEmpty())
        json.insert(QStringLiteral("is"), attributes);
    if (!fact.owner.isEmpty())
        json.insert(QStringLiteral("owner"), fact.owner);
    return json;
}

std::optional<Fact> factFromJson(const QJsonObject &json, QString *why)
{
    const std::optional<ObjectId> id = idFromJson(json);
    if (!id) {
        *why = QStringLiteral("its kind is not known here");
        return std::nullopt;
    }
    Fact fact{ *id, emptyAttributes(id->kind), json.value(QLatin1String("owner")).toString() };
    const QJsonObject attributes = json.value(QLatin1String("is")).toObject();
    why->clear();
    FieldReader reader(attributes, why);
    std::visit([&reader](auto &a) { visitFields(reader, a); }, fact.attributes);
    if (!why->isEmpty())
        return std::nullopt;
    return fact;
}

} // namespace lockstep::schema
