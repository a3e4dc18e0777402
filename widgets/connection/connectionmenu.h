#pragma once

#include <model/items/connectionsmodel.h>

class QLineEdit;

namespace lockstep::widgets {

/// Whether what is connected to will be written to.
enum class ConnectionUse { Read, Write };

/// Puts a button into a field where a database is named that offers the user's connections. What is chosen
/// comes as if it had been typed. For Write, those marked read-only are there but cannot be chosen.
void offerConnections(QLineEdit *field, const items::ConnectionsModel *connections, ConnectionUse use);

} // namespace lockstep::widgets
