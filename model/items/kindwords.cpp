#include "words.h"

#include <model/schema/objectid.h>

#include <QCoreApplication>

namespace lockstep::items {

namespace {

/// Of every kind its schema::kindName(), for translators.
[[maybe_unused]] constexpr const char *names[] = {
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "schema"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "extension"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "collation"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "enum"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "domain"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "composite type"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "range type"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "sequence"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "table"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "column"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "default"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "constraint"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "domain constraint"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "index"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "view"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "materialized view"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "function"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "procedure"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "aggregate"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "trigger"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "rule"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "policy"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "event trigger"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "statistics object"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "publication"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "language"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "access method"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "base type"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "operator"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "operator family"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "operator class"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "cast"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "conversion"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "transform"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "text search parser"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "text search template"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "text search dictionary"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "text search configuration"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "foreign-data wrapper"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "foreign server"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "user mapping"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "subscription"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "publication member"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "comment"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "security label"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "grant"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "default privilege"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "enum label"),
    QT_TRANSLATE_NOOP("lockstep::items::Kind", "unmodelled object"),
};

} // namespace

QString words(schema::Kind kind)
{
    return QCoreApplication::translate("lockstep::items::Kind",
                                       schema::kindName(kind).toLatin1().constData());
}

} // namespace lockstep::items
