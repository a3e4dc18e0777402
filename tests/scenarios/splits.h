#pragma once

#include <QByteArray>
#include <QString>

/// A full name that becomes a first and a last name.
namespace lockstep::testing {

inline const QByteArray splitName = R"json({"splits": [{"from": "public.contacts.full_name", "to": {
    "first_name": "split_part(full_name, ' ', 1)",
    "last_name": "NULLIF(substr(full_name, length(split_part(full_name, ' ', 1)) + 2), '')"},
    "back": "concat_ws(' ', first_name, last_name)"}]})json";
inline const QString fullName =
    QStringLiteral("CREATE TABLE contacts (id bigint PRIMARY KEY, full_name text%1);");
inline const QString bothNames =
    QStringLiteral("CREATE TABLE contacts (id bigint PRIMARY KEY, first_name text%1, last_name text);");

} // namespace lockstep::testing
