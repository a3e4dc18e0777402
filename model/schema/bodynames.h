#pragma once

#include <QPair>
#include <QSet>
#include <QString>

namespace lockstep::schema {

/// Names in the body of a routine as (schema or empty, name), raw. Strings and comments are passed over.
[[nodiscard]] QSet<QPair<QString, QString>> namesInBody(const QString &body);
/// The same with what stands in strings, which a body may execute.
[[nodiscard]] QSet<QPair<QString, QString>> namesInBodyAndStrings(const QString &body);

} // namespace lockstep::schema
