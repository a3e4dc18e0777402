#include "fingerprint.h"

#include "factfields.h"
#include "graveyard.h"

#include <QCryptographicHash>

#include <algorithm>

namespace lockstep::schema {

namespace {

/// Feeds values into the hash so that no two different facts give the same bytes: each field as
/// its number, each text with its length. Fields that hold nothing are left out, which keeps a
/// hundred thousand ordinary columns cheap.
class FingerprintWriter
{
public:
    explicit FingerprintWriter(QCryptographicHash &hash)
        : m_hash(hash)
    { }

    void add(const Fact &fact)
    {
        addId(fact.id);
        number(qint64(fact.attributes.index()));
        m_field = 0;
        std::visit([this](const auto &attributes) { visitFields(*this, attributes); }, fact.attributes);
        number(-1);
        m_hash.addData(m_buffer);
        m_buffer.resize(0); // Keeps its memory.
    }

    template <typename T>
    void operator()(const char *, const T &value)
    {
        ++m_field;
        if (value == T{})
            return;
        number(m_field);
        write(value);
    }
    template <typename T>
    void uncompared(const char *, const T &)
    {
        ++m_field;
    }

private:
    void number(qint64 value)
    {
        for (; value > 0x7f || value < 0; value = qint64(quint64(value) >> 7))
            m_buffer.append(char(0x80 | (value & 0x7f)));
        m_buffer.append(char(value));
    }
    void write(bool value) { number(value ? 1 : 0); }
    void write(int value) { number(value); }
    void write(qint64 value) { number(value); }
    void write(const QString &text)
    {
        const auto isAscii = [](QChar c) { return c.unicode() < 0x80; };
        if (std::all_of(text.begin(), text.end(), isAscii)) { // Nearly every text, without a copy.
            number(text.size());
            const qsizetype end = m_buffer.size();
            m_buffer.resize(end + text.size());
            std::transform(text.begin(), text.end(), m_buffer.data() + end,
                           [](QChar c) { return char(c.unicode()); });
            return;
        }
        const QByteArray utf8 = text.toUtf8();
        number(utf8.size());
        m_buffer.append(utf8);
    }
    void write(const ObjectId &id) { addId(id); }
    template <typename E>
    requires std::is_enum_v<E>
    void write(E value) { number(int(value)); }
    template <typename T>
    void write(const Rare<T> &value)
    {
        write(*value); // Empty ones are left out by operator().
    }
    template <typename T>
    void write(const QList<T> &list)
    {
        number(list.size());
        for (const T &item : list)
            write(item);
    }
    /// A struct inside a struct numbers its own fields and ends with a mark.
    template <typename S>
    requires(
        std::same_as<
            S,
            CompositeField> || std::same_as<S, Setting> || std::same_as<S, SequenceAttributes>) void write(const S
                                                                                                               &nested)
    {
        const int outer = std::exchange(m_field, 0);
        visitFields(*this, nested);
        number(-1);
        m_field = outer;
    }
    void addId(const ObjectId &id)
    {
        number(int(id.kind));
        number(int(id.on));
        for (const QString *part : { &id.schema, &id.name, &id.sub, &id.signature, &id.grantee })
            write(*part);
    }

    QCryptographicHash &m_hash;
    QByteArray m_buffer;
    int m_field = 0;
};

} // namespace

QByteArray fingerprintOf(const std::vector<Fact> &sortedFacts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    FingerprintWriter writer(hash);
    for (const Fact &fact : sortedFacts) {
        if (!isParked(fact.id))
            writer.add(fact);
    }
    return QByteArrayLiteral("sha256:") + hash.result().toHex();
}

} // namespace lockstep::schema
