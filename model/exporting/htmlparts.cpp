#include "htmlparts.h"

namespace lockstep::exporting::html {

namespace {

QString tag(const char *name, const QString &inner, const char *cssClass = "")
{
    const QString start = QLatin1String(name);
    const QString style =
        *cssClass ? QStringLiteral(" class=\"%1\"").arg(QLatin1String(cssClass)) : QString();
    return QLatin1Char('<') + start + style + QLatin1Char('>') + inner + QStringLiteral("</") + start
           + QLatin1Char('>');
}

QString lines(const QString &text)
{
    return text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

} // namespace

QString paragraph(const QString &text, const char *cssClass)
{
    return text.isEmpty() ? QString() : tag("p", lines(text), cssClass) + QLatin1Char('\n');
}

QString heading(int level, const QString &text, const QString &anchor)
{
    const QString name = QStringLiteral("h%1").arg(level);
    const QString id =
        anchor.isEmpty() ? QString() : QStringLiteral(" id=\"%1\"").arg(anchor.toHtmlEscaped());
    return QStringLiteral("<%1%2>%3</%1>\n").arg(name, id, text.toHtmlEscaped());
}

QString bullets(const QStringList &sentences, const char *cssClass)
{
    if (sentences.isEmpty())
        return {};
    QString items;
    for (const QString &sentence : sentences)
        items += tag("li", lines(sentence), cssClass) + QLatin1Char('\n');
    return tag("ul", items) + QLatin1Char('\n');
}

QString code(const QString &sql)
{
    return sql.isEmpty() ? QString() : tag("pre", sql.toHtmlEscaped()) + QLatin1Char('\n');
}

QString facts(const QVector<QPair<QString, QString>> &rows)
{
    QString body;
    for (const auto &[name, value] : rows) {
        if (!value.isEmpty())
            body += tag("tr", tag("td", name.toHtmlEscaped(), "name") + tag("td", lines(value)))
                    + QLatin1Char('\n');
    }
    return body.isEmpty() ? QString() : QStringLiteral("<table class=\"facts\">\n%1</table>\n").arg(body);
}

QString table(const QStringList &titles, const QVector<QStringList> &rows)
{
    QString head;
    for (const QString &title : titles)
        head += tag("th", title.toHtmlEscaped());
    QString body = tag("tr", head) + QLatin1Char('\n');
    for (const QStringList &row : rows) {
        QString cells;
        for (const QString &cell : row)
            cells += tag("td", lines(cell));
        body += tag("tr", cells) + QLatin1Char('\n');
    }
    return QStringLiteral("<table width=\"100%\">\n") + body + QStringLiteral("</table>\n");
}

} // namespace lockstep::exporting::html
