#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

/// Pieces of a page. Every text that comes in is plain and is escaped here; what comes out is HTML.
namespace lockstep::exporting::html {

/// Of a class of the style sheet: "dim", "bad", "good", "note"; empty: none.
[[nodiscard]] QString paragraph(const QString &text, const char *cssClass = "");
[[nodiscard]] QString heading(int level, const QString &text, const QString &anchor = {});
[[nodiscard]] QString bullets(const QStringList &sentences, const char *cssClass = "");
[[nodiscard]] QString code(const QString &sql);
/// Two columns, name and value; rows without a value are left out.
[[nodiscard]] QString facts(const QVector<QPair<QString, QString>> &rows);
/// `cells` are plain texts, as many a row as there are titles.
[[nodiscard]] QString table(const QStringList &titles, const QVector<QStringList> &rows);

} // namespace lockstep::exporting::html
