#include "eventlogfile.h"

#include <model/base/secrets.h>
#include <model/execution/journal.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>

namespace lockstep::project {

namespace {

/// Events are prose, perhaps with a statement in it.
QString withoutPasswords(const QString &text)
{
    static const QRegularExpression quoted(QStringLiteral("(\\bpassword\\s+)'(?:[^']|'')*'"),
                                           QRegularExpression::CaseInsensitiveOption);
    QString hidden = base::withoutSecretParameters(text);
    return hidden.replace(quoted, QStringLiteral("\\1'%1'").arg(QLatin1String(base::kHiddenSecret)));
}

QString csvField(QString text)
{
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

} // namespace

EventLogFormat eventLogFormat(const QString &path)
{
    return path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) ? EventLogFormat::Csv
                                                                     : EventLogFormat::JsonLines;
}

QByteArray eventLogText(const QString &runId, const QVector<execution::LogLine> &events,
                        EventLogFormat format)
{
    const bool isCsv = format == EventLogFormat::Csv;
    QByteArray result = isCsv ? QByteArray("run,at,level,step,text\r\n") : QByteArray();
    for (const execution::LogLine &event : events) {
        const QString at = event.at.toUTC().toString(Qt::ISODateWithMs);
        const QString text = withoutPasswords(event.text);
        if (isCsv) {
            const QStringList fields{ csvField(runId), csvField(at), csvField(execution::token(event.level)),
                                      csvField(event.step), csvField(text) };
            result += fields.join(QLatin1Char(',')).toUtf8() + "\r\n";
            continue;
        }
        const QJsonObject object{ { QStringLiteral("run"), runId },
                                  { QStringLiteral("at"), at },
                                  { QStringLiteral("level"), execution::token(event.level) },
                                  { QStringLiteral("step"), event.step },
                                  { QStringLiteral("text"), text } };
        result += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    return result;
}

base::Result<void> writeEventLog(const QString &path, const QString &runId,
                                 const QVector<execution::LogLine> &events)
{
    QSaveFile file(path);
    const QByteArray bytes = eventLogText(runId, events, eventLogFormat(path));
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    base::Error error;
    error.kind = base::ErrorKind::Environment;
    error.message = QStringLiteral("The events cannot be saved in \"%1\": %2.").arg(path, file.errorString());
    error.hint = QStringLiteral("Save them under another name; what was there before is unchanged.");
    return error;
}

} // namespace lockstep::project
