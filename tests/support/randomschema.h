#pragma once

#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

namespace lockstep::testing {

/// One statement of a random schema, and the pieces that must be there before it.
struct Piece
{
    QString key;
    QString sql;
    QStringList needs;
};

using Pieces = QVector<Piece>;

/// Two related schemas: most objects are in both, some as they are, some another way.
struct SchemaPair
{
    Pieces current;
    Pieces target;
};

/// The roles that the schemas name; they must be there before.
[[nodiscard]] QStringList randomRoles();
/// Every kind of object that PostgreSQL `major` has; the same pair for the same seed.
[[nodiscard]] SchemaPair randomPair(quint64 seed, int major);
/// `;`-ended statements in order.
[[nodiscard]] QString scriptOf(const Pieces &pieces);

/// A sequence of numbers that depends on nothing but its start.
class Dice
{
public:
    explicit Dice(quint64 start)
        : m_state(start)
    { }
    /// 0 … sides - 1.
    [[nodiscard]] int roll(int sides);
    [[nodiscard]] bool chance(int percent) { return roll(100) < percent; }
    [[nodiscard]] QString oneOf(const QStringList &choices) { return choices[roll(int(choices.size()))]; }

private:
    quint64 m_state;
};

/// Collects the pieces of one side. What an object looks like depends on the seed and its key alone, so
/// that a piece can be left out without changing any other.
class RandomSide
{
public:
    enum class Which { Current, Target };
    RandomSide(quint64 seed, Which which, int major);

    [[nodiscard]] int major() const { return m_major; }
    /// The numbers that decide how the object of this key looks on this side.
    [[nodiscard]] Dice dice(const QString &key) const;
    [[nodiscard]] bool has(const QString &key) const { return m_keys.contains(key); }
    /// Adds the piece if this side is to have it and all it needs is there; false if it is left out.
    bool add(const QString &key, const QString &sql, const QStringList &needs = {});
    /// The same for what every side has.
    bool always(const QString &key, const QString &sql, const QStringList &needs = {});
    /// Perhaps a comment, privileges and an owner; `form` as in "TABLE s1.t1". Empty: has none.
    void decorate(const QString &key, const QString &form, const QString &privileges, bool canBeOwned = true);

    [[nodiscard]] Pieces take() { return std::move(m_pieces); }

private:
    [[nodiscard]] bool isWanted(const QString &key) const;

    quint64 m_seed;
    Which m_which;
    int m_major;
    Pieces m_pieces;
    QSet<QString> m_keys;
};

// One function a family of kinds, in the order they must be called.
void addRandomTypes(RandomSide &side);
void addRandomTables(RandomSide &side);
void addRandomCode(RandomSide &side);
void addRandomTableParts(RandomSide &side);
void addRandomOthers(RandomSide &side);
void addRandomRareKinds(RandomSide &side);

/// The columns of a table that are there, of those named c1 … c5.
[[nodiscard]] QStringList randomColumns(const RandomSide &side, const QString &table);

} // namespace lockstep::testing
