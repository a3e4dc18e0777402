#pragma once

#include <QSharedData>

#include <optional>
#include <utility>

namespace lockstep::schema {

/// An optional value that most facts do not have: as std::optional, but the size of a pointer where
/// there is none. A big catalog has hundreds of thousands of facts, all as big as the biggest.
template <typename T>
class Rare
{
public:
    Rare() = default;
    Rare(std::nullopt_t) { } // NOLINT(google-explicit-constructor): as std::optional
    Rare(T value) // NOLINT(google-explicit-constructor)
        : m_node(new Node(std::move(value)))
    { }
    Rare(std::optional<T> value) // NOLINT(google-explicit-constructor)
    {
        if (value)
            m_node = new Node(std::move(*value));
    }

    [[nodiscard]] bool has_value() const { return m_node.constData() != nullptr; }
    explicit operator bool() const { return has_value(); }
    [[nodiscard]] const T &operator*() const { return m_node.constData()->value; }
    [[nodiscard]] const T *operator->() const { return &m_node.constData()->value; }
    /// Copies are not changed with it.
    [[nodiscard]] T &operator*() { return m_node.data()->value; }
    [[nodiscard]] T *operator->() { return &m_node.data()->value; }
    T &emplace()
    {
        m_node = new Node(T());
        return m_node.data()->value;
    }
    void reset() { m_node.reset(); }

    friend bool operator==(const Rare &a, const Rare &b)
    {
        if (!a || !b)
            return a.has_value() == b.has_value();
        return a.m_node.constData() == b.m_node.constData() || *a == *b;
    }

private:
    struct Node : QSharedData
    {
        explicit Node(T content)
            : value(std::move(content))
        { }
        T value;
    };
    QSharedDataPointer<Node> m_node;
};

} // namespace lockstep::schema
