// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <memory>
#include <vector>

namespace SecondStory {

/// A vector whose copies share their memory until one of them is changed: millions of rows can be
/// handed to another thread at no cost. Threads: each copy belongs to one thread at a time.
template <class T>
class SharedVector {
public:
    using value_type = T;
    using const_iterator = typename std::vector<T>::const_iterator;
    using iterator = typename std::vector<T>::iterator;

    SharedVector() = default;
    SharedVector(std::vector<T> values) // implicit: it is a vector
        : m_values(std::make_shared<std::vector<T>>(std::move(values)))
    {
    }

    [[nodiscard]] const std::vector<T> &values() const { return m_values ? *m_values : nothing(); }
    operator const std::vector<T> &() const { return values(); }
    /// The vector to be changed. Cost: a copy when it is shared.
    [[nodiscard]] std::vector<T> &edit()
    {
        if (!m_values)
            m_values = std::make_shared<std::vector<T>>();
        else if (m_values.use_count() > 1)
            m_values = std::make_shared<std::vector<T>>(*m_values);
        else
            std::atomic_thread_fence(std::memory_order_acquire); // what others read, they have read
        return *m_values;
    }

    [[nodiscard]] size_t size() const { return values().size(); }
    [[nodiscard]] bool empty() const { return values().empty(); }
    [[nodiscard]] const T &operator[](size_t at) const { return values()[at]; }
    [[nodiscard]] T &operator[](size_t at) { return edit()[at]; }
    [[nodiscard]] const T &at(size_t at) const { return values().at(at); }
    [[nodiscard]] const T &front() const { return values().front(); }
    [[nodiscard]] const T &back() const { return values().back(); }
    [[nodiscard]] const_iterator begin() const { return values().begin(); }
    [[nodiscard]] const_iterator end() const { return values().end(); }
    [[nodiscard]] iterator begin() { return edit().begin(); }
    [[nodiscard]] iterator end() { return edit().end(); }
    void push_back(const T &value) { edit().push_back(value); }
    void clear() { m_values.reset(); }

    bool operator==(const SharedVector &other) const { return values() == other.values(); }

private:
    [[nodiscard]] static const std::vector<T> &nothing()
    {
        static const std::vector<T> empty;
        return empty;
    }

    std::shared_ptr<std::vector<T>> m_values;
};

} // namespace SecondStory
