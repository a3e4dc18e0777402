#pragma once

#include <model/diff/changeset.h>

#include <QPair>
#include <QSet>
#include <QString>
#include <QStringList>

namespace lockstep::proof {

/// Takes out of `pg_dump -s` text what the ignore rules leave aside, by the headers that pg_dump writes
/// above every object. Our own reader compares those exactly: they must be as they were.
class DumpFilter
{
public:
    /// Filters nothing.
    DumpFilter() = default;
    /// Objects that a pattern ignores are looked up in both catalogs.
    DumpFilter(const diff::IgnoreRules &rules, const schema::Catalog &current, const schema::Catalog &target);

    /// The statements of a dump that are compared, as they are compared.
    [[nodiscard]] QStringList statements(const QString &dump) const;
    [[nodiscard]] bool comparesOwners() const { return !m_rules.ignores(diff::Ignorable::Owners); }

private:
    struct Header
    {
        QString name;
        QString type;
        QString schema;
    };
    [[nodiscard]] static Header headerOf(const QString &line);
    void addObjects(const diff::IgnoreRules &rules, const schema::Catalog &catalog);
    /// What is left out by name, which may be one that neither catalog has: that of something renamed.
    void addLeftOut(const schema::ObjectId &id);
    [[nodiscard]] bool isIgnored(const Header &header) const;
    [[nodiscard]] bool isIgnoredObject(const Header &header) const;
    [[nodiscard]] bool isLeftOutNote(const Header &header) const;
    [[nodiscard]] QString reduced(const QString &sql, const Header &header) const;

    diff::IgnoreRules m_rules;
    QSet<QPair<QString, QString>> m_objects; ///< Schema ("-" for none) and name as pg_dump's headers have it.
    QSet<QString> m_notes; ///< Comments, privileges and labels: "ACL", schema and name with 0x1f between.
    QSet<QPair<QString, QString>> m_parts; ///< "schema.table" and the beginning of a line in CREATE TABLE.
};

} // namespace lockstep::proof
