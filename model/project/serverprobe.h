#pragma once

#include <model/base/error.h>
#include <model/postgres/session.h>

#include <QObject>

namespace lockstep::project {

/// Asks a server who it is, in the background: for "Test" buttons and to know the name of the
/// database before anything is done to it. Answers carry the tag of their question.
class ServerProbe final : public QObject
{
    Q_OBJECT
public:
    explicit ServerProbe(QObject *parent = nullptr);

public slots:
    void ask(const QString &tag, const lockstep::postgres::ConnectionTarget &target);

signals:
    void answered(const QString &tag, const lockstep::postgres::ServerInfo &server);
    void failed(const QString &tag, const lockstep::base::Error &error);
};

} // namespace lockstep::project
