#pragma once

#include "catalogbuilder.h"

#include <model/postgres/session.h>

/// One function a query of resources/sql: each turns the rows into facts and edges.
/// They run in the order of catalogreader.cpp, because later ones look earlier ones up.
namespace lockstep::sources {

using postgres::Rows;

void absorbSchemas(const Rows &rows, CatalogBuilder &builder);
void absorbExtensions(const Rows &rows, CatalogBuilder &builder);
void absorbExtensionMembers(const Rows &rows, CatalogBuilder &builder);
void absorbTypes(const Rows &rows, CatalogBuilder &builder);
void absorbRanges(const Rows &rows, CatalogBuilder &builder);
void absorbRelations(const Rows &rows, CatalogBuilder &builder);
void absorbInherits(const Rows &rows, CatalogBuilder &builder);
void absorbColumns(const Rows &rows, CatalogBuilder &builder);
void absorbSequences(const Rows &rows, CatalogBuilder &builder);
void absorbDefaults(const Rows &rows, CatalogBuilder &builder);
void absorbConstraints(const Rows &rows, CatalogBuilder &builder);
void absorbIndexes(const Rows &rows, CatalogBuilder &builder);
void absorbRoutines(const Rows &rows, CatalogBuilder &builder);
void absorbAggregates(const Rows &rows, CatalogBuilder &builder);
void absorbTriggers(const Rows &rows, CatalogBuilder &builder);
void absorbRules(const Rows &rows, CatalogBuilder &builder);
void absorbPolicies(const Rows &rows, CatalogBuilder &builder);
void absorbBaseTypes(const Rows &rows, CatalogBuilder &builder);
void absorbLanguages(const Rows &rows, CatalogBuilder &builder);
void absorbAccessMethods(const Rows &rows, CatalogBuilder &builder);
void absorbOperators(const Rows &rows, CatalogBuilder &builder);
void absorbOperatorFamilies(const Rows &rows, CatalogBuilder &builder);
void absorbOperatorClasses(const Rows &rows, CatalogBuilder &builder);
void absorbOperatorMembers(const Rows &rows, CatalogBuilder &builder);
void absorbCasts(const Rows &rows, CatalogBuilder &builder);
void absorbConversions(const Rows &rows, CatalogBuilder &builder);
void absorbTransforms(const Rows &rows, CatalogBuilder &builder);
void absorbCollations(const Rows &rows, CatalogBuilder &builder);
void absorbStatisticsObjects(const Rows &rows, CatalogBuilder &builder);
void absorbEventTriggers(const Rows &rows, CatalogBuilder &builder);
void absorbTextSearchParsers(const Rows &rows, CatalogBuilder &builder);
void absorbTextSearchTemplates(const Rows &rows, CatalogBuilder &builder);
void absorbTextSearchDictionaries(const Rows &rows, CatalogBuilder &builder);
void absorbTextSearchConfigurations(const Rows &rows, CatalogBuilder &builder);
void absorbForeignDataWrappers(const Rows &rows, CatalogBuilder &builder);
void absorbForeignServers(const Rows &rows, CatalogBuilder &builder);
void absorbUserMappings(const Rows &rows, CatalogBuilder &builder);
void absorbPublications(const Rows &rows, CatalogBuilder &builder);
void absorbPublicationMembers(const Rows &rows, CatalogBuilder &builder);
void absorbSubscriptions(const Rows &rows, CatalogBuilder &builder);
void absorbSecurityLabels(const Rows &rows, CatalogBuilder &builder);
void absorbComments(const Rows &rows, CatalogBuilder &builder);
void absorbPrivilegeTargets(const Rows &rows, CatalogBuilder &builder);
void absorbGrants(const Rows &rows, CatalogBuilder &builder);
void absorbDefaultPrivileges(const Rows &rows, CatalogBuilder &builder);
void absorbUnmodelled(const Rows &rows, CatalogBuilder &builder);
void absorbDependencies(const Rows &rows, CatalogBuilder &builder);

/// Edges from SQL-language routines to what their bodies name: PostgreSQL records none for bodies
/// that are strings. Never closes a circle.
void addBodyEdges(CatalogBuilder &builder);

/// Edges from expressions to the casts they most likely go through: PostgreSQL records the function
/// of a cast, but not the cast. Never closes a circle.
void addCastEdges(CatalogBuilder &builder);

/// "(", one option a line, ")".
[[nodiscard]] QString optionLines(const QStringList &options);
/// A JSON array of texts, or nothing.
[[nodiscard]] QStringList textList(const Rows &rows, int row, int column);
/// "name=value" options with the values of secret ones hidden, sorted.
[[nodiscard]] QStringList foreignOptions(const Rows &rows, int row, int column);
/// "1 2 3" as an int2vector prints.
[[nodiscard]] QVector<int> numberList(const QString &text);
[[nodiscard]] QChar letter(const Rows &rows, int row, int column);

} // namespace lockstep::sources
