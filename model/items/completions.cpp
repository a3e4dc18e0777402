#include "completions.h"

#include <model/sql/format.h>
#include <model/sql/tokens.h>

#include <QSet>

#include <algorithm>
#include <array>

namespace lockstep::items {

namespace {

using schema::Catalog;
using schema::Kind;
using schema::ObjectId;
using sql::Token;
using sql::TokenKind;

constexpr qsizetype mostCompletions = 200;
constexpr qsizetype farthest = 10'000; ///< Before and behind the caret.

constexpr std::array relationKinds{ Kind::Table, Kind::View, Kind::MaterializedView };
constexpr std::array otherKinds{ Kind::Function, Kind::Procedure,     Kind::Aggregate, Kind::Enum,
                                 Kind::Domain,   Kind::CompositeType, Kind::Sequence };

const QStringList &sqlWords()
{
    static const QStringList words =
        QStringLiteral(
            "ADD ALL ALTER ANALYZE AND AS ASC BEGIN BETWEEN BY CASCADE CASE CAST CHECK CLUSTER COLUMN "
            "COMMENT "
            "COMMIT CONCURRENTLY CONSTRAINT CREATE CROSS CURRENT_DATE CURRENT_TIMESTAMP CURRENT_USER DEFAULT "
            "DEFERRABLE DELETE DESC DISTINCT DO DOMAIN DROP ELSE END EXCEPT EXECUTE EXISTS EXTENSION FALSE "
            "FOREIGN FROM FULL FUNCTION GENERATED GRANT GROUP HAVING IDENTITY ILIKE IMMUTABLE INDEX INNER "
            "INSERT INTERSECT INTERVAL INTO JOIN KEY LANGUAGE LATERAL LEFT LIKE LIMIT LOCK MATERIALIZED NULL "
            "NULLS OFFSET ONLY OVER OWNER PARTITION POLICY PRIMARY PROCEDURE REFERENCES REFRESH REINDEX "
            "RENAME REPLACE RESTRICT RETURNING RETURNS REVOKE RIGHT ROLLBACK SCHEMA SELECT SEQUENCE SETOF "
            "STABLE STATISTICS STORAGE TABLE TABLESPACE THEN TRIGGER TRUE TRUNCATE TYPE UNION UNIQUE UPDATE "
            "USING VACUUM VALID VALIDATE VALUES VIEW VOLATILE WHEN WHERE WINDOW WITH WITHOUT bigint boolean "
            "bytea character date double integer jsonb numeric precision smallint text time timestamp "
            "timestamptz uuid varchar varying")
            .split(QLatin1Char(' '));
    return words;
}

bool isOfName(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('$');
}

/// The statement around a place, cut at semicolons, and what stands there.
class Place
{
public:
    Place(const QString &sql, qsizetype offset)
    {
        const qsizetype from = std::max<qsizetype>(0, offset - farthest);
        m_text = sql.mid(from, offset - from + farthest);
        m_caret = offset - from;
        m_word = m_caret;
        while (m_word > 0 && isOfName(m_text.at(m_word - 1)))
            --m_word;
        cut(sql::tokenize(m_text));
    }

    [[nodiscard]] QString prefix() const { return m_text.mid(m_word, m_caret - m_word); }
    [[nodiscard]] bool isCode() const { return m_isCode; }
    [[nodiscard]] const QVector<Token> &tokens() const { return m_tokens; }
    [[nodiscard]] QString name(const Token &token) const
    {
        if (token.kind == TokenKind::Word)
            return token.word;
        if (token.kind != TokenKind::QuotedName)
            return {};
        return m_text.mid(token.begin + 1, token.end - token.begin - 2)
            .replace(QStringLiteral("\"\""), QStringLiteral("\""));
    }
    /// The names before the dots in front of the word: { "billing", "orders" } of billing.orders.i
    [[nodiscard]] QStringList qualifiers() const
    {
        QStringList names;
        qsizetype end = m_word;
        for (qsizetype at = m_tokens.size() - 1; at >= 1; --at) {
            if (m_tokens.at(at).end != end)
                continue;
            if (m_tokens.at(at).word != QLatin1String(".")
                || m_tokens.at(at - 1).end != m_tokens.at(at).begin)
                break;
            names.prepend(name(m_tokens.at(at - 1)));
            end = m_tokens.at(at - 1).begin;
        }
        return names;
    }

private:
    void cut(const QVector<Token> &all)
    {
        for (const Token &token : all) {
            // A token that holds the caret inside of it and is no name is a string; a comment is no token.
            const bool isAround = token.begin < m_caret && m_caret < token.end;
            m_isCode &= !isAround || token.kind == TokenKind::Word;
            if (token.word == QLatin1String(";")) {
                if (token.begin >= m_caret)
                    break;
                m_tokens.clear();
                continue;
            }
            m_tokens.append(token);
        }
        m_isCode &= !isInComment();
    }

    [[nodiscard]] bool isInComment() const
    {
        // Comments are left out by the lexer: what it finds of the text up to the caret with a letter more
        // tells whether that letter is code.
        const QString probe = m_text.left(m_caret) + QLatin1Char('x');
        const QVector<Token> tokens = sql::tokenize(probe);
        return tokens.isEmpty() || tokens.last().end != probe.size() || tokens.last().kind != TokenKind::Word;
    }

    QString m_text;
    qsizetype m_caret = 0;
    qsizetype m_word = 0; ///< Where the word begins that is being typed.
    bool m_isCode = true;
    QVector<Token> m_tokens;
};

struct NamedRelation
{
    QString schema; ///< Empty where the statement does not say.
    QString name;
    QString alias;
};

/// The relations that a statement names, with their aliases.
QVector<NamedRelation> relationsOf(const Place &place)
{
    static const QSet<QString> leads{ QStringLiteral("from"),   QStringLiteral("join"),
                                      QStringLiteral("update"), QStringLiteral("into"),
                                      QStringLiteral("table"),  QStringLiteral("on"),
                                      QStringLiteral("only"),   QStringLiteral("references") };
    static const QSet<QString> ends{
        QStringLiteral("set"),   QStringLiteral("where"), QStringLiteral("on"),    QStringLiteral("join"),
        QStringLiteral("left"),  QStringLiteral("inner"), QStringLiteral("right"), QStringLiteral("full"),
        QStringLiteral("cross"), QStringLiteral("group"), QStringLiteral("order"), QStringLiteral("limit"),
        QStringLiteral("using"), QStringLiteral("add"),   QStringLiteral("alter"), QStringLiteral("drop"),
        QStringLiteral("values")
    };
    QVector<NamedRelation> relations;
    const QVector<Token> &tokens = place.tokens();
    const auto word = [&](qsizetype at) { return at < tokens.size() ? tokens.at(at).word : QString(); };
    const auto nameAt = [&](qsizetype at) {
        return at < tokens.size() ? place.name(tokens.at(at)) : QString();
    };
    for (qsizetype at = 0; at + 1 < tokens.size(); ++at) {
        if (!leads.contains(word(at)) || nameAt(at + 1).isEmpty())
            continue;
        NamedRelation relation;
        relation.name = nameAt(++at);
        if (word(at + 1) == QLatin1String(".") && !nameAt(at + 2).isEmpty()) {
            relation.schema = relation.name;
            relation.name = nameAt(at += 2);
        }
        const qsizetype next = word(at + 1) == QLatin1String("as") ? at + 2 : at + 1;
        if (!ends.contains(word(next)))
            relation.alias = nameAt(next);
        relations.append(relation);
    }
    return relations;
}

/// Collects words that begin as the prefix does, each once, in the order they are offered.
class Offer
{
public:
    explicit Offer(QString prefix)
        : m_prefix(std::move(prefix))
    { }
    [[nodiscard]] bool fits(const QString &name) const
    {
        return name.startsWith(m_prefix, Qt::CaseInsensitive) && name != m_prefix;
    }
    void add(const QString &shown, const QString &written)
    {
        if (!m_seen.contains(shown)) {
            m_seen.insert(shown);
            m_group.append({ shown, written });
        }
    }
    /// What was added since the last time comes after what was there, sorted.
    void endGroup(bool isSorted = true)
    {
        if (isSorted)
            std::sort(m_group.begin(), m_group.end(), [](const Completion &a, const Completion &b) {
                return a.shown.compare(b.shown, Qt::CaseInsensitive) < 0;
            });
        m_words += m_group;
        m_group.clear();
    }
    [[nodiscard]] bool isFull() const { return m_words.size() >= mostCompletions; }
    [[nodiscard]] Completions take() { return { m_prefix, m_words.mid(0, mostCompletions) }; }

private:
    QString m_prefix;
    QVector<Completion> m_group;
    QVector<Completion> m_words;
    QSet<QString> m_seen;
};

template <typename Visit>
void eachCatalog(const CompletionScope &scope, const Visit &visit)
{
    if (scope.current)
        visit(*scope.current);
    if (scope.target && scope.target != scope.current)
        visit(*scope.target);
}

bool isSame(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

void addColumns(Offer *offer, const CompletionScope &scope, const QString &schema, const QString &relation)
{
    eachCatalog(scope, [&](const Catalog &catalog) {
        for (const Kind kind : relationKinds) {
            for (const schema::Fact &fact : catalog.factsOf(kind)) {
                if (fact.id.name != relation || (!schema.isEmpty() && fact.id.schema != schema))
                    continue;
                for (const schema::Fact *column : catalog.columnsOf(fact.id)) {
                    if (offer->fits(column->id.sub))
                        offer->add(column->id.sub, schema::quoteIdent(column->id.sub));
                }
            }
        }
    });
    offer->endGroup(false); // As the table has them.
}

/// `schema` empty: of all, written with their schemas.
void addObjects(Offer *offer, const CompletionScope &scope, const QString &schema)
{
    const auto addKind = [&](const Catalog &catalog, Kind kind) {
        for (const schema::Fact &fact : catalog.factsOf(kind)) {
            const ObjectId &id = fact.id;
            if (!schema.isEmpty() && id.schema != schema)
                continue;
            const QString whole = schema::qualified(id.schema, id.name);
            if (!schema.isEmpty() && offer->fits(id.name))
                offer->add(id.name, schema::quoteIdent(id.name));
            else if (schema.isEmpty() && offer->fits(whole))
                offer->add(whole, whole);
            else if (schema.isEmpty() && offer->fits(id.name))
                offer->add(id.name + QStringLiteral(" \u00b7 ") + id.schema, whole);
        }
    };
    eachCatalog(scope, [&](const Catalog &catalog) {
        for (const Kind kind : relationKinds)
            addKind(catalog, kind);
    });
    offer->endGroup();
    eachCatalog(scope, [&](const Catalog &catalog) {
        for (const Kind kind : otherKinds)
            addKind(catalog, kind);
    });
    offer->endGroup();
}

void addSchemasAndWords(Offer *offer, const CompletionScope &scope)
{
    eachCatalog(scope, [&](const Catalog &catalog) {
        for (const schema::Fact &fact : catalog.factsOf(Kind::Schema)) {
            if (offer->fits(fact.id.name))
                offer->add(fact.id.name, schema::quoteIdent(fact.id.name));
        }
    });
    for (const QString &word : sqlWords()) {
        if (offer->fits(word))
            offer->add(word, word);
    }
    offer->endGroup();
}

void addQualified(Offer *offer, const CompletionScope &scope, const QStringList &qualifiers,
                  const QVector<NamedRelation> &named)
{
    if (qualifiers.size() > 1) {
        addColumns(offer, scope, qualifiers.at(qualifiers.size() - 2), qualifiers.last());
        return;
    }
    const QString &name = qualifiers.first();
    for (const NamedRelation &relation : named) {
        if (isSame(relation.alias, name) || isSame(relation.name, name))
            addColumns(offer, scope, relation.schema, relation.name);
    }
    addColumns(offer, scope, {}, name);
    addObjects(offer, scope, name);
}

} // namespace

Completions completionsAt(const QString &sql, qsizetype offset, const CompletionScope &scope)
{
    const Place place(sql, offset);
    if (!place.isCode())
        return {};
    Offer offer(place.prefix());
    const QVector<NamedRelation> named = relationsOf(place);
    const QStringList qualifiers = place.qualifiers();
    if (!qualifiers.isEmpty()) {
        addQualified(&offer, scope, qualifiers, named);
        return offer.take();
    }
    for (const NamedRelation &relation : named)
        addColumns(&offer, scope, relation.schema, relation.name);
    addObjects(&offer, scope, {});
    addSchemasAndWords(&offer, scope);
    return offer.take();
}

QString laidOut(const QString &sql)
{
    return sql::formatted(sql);
}

} // namespace lockstep::items
