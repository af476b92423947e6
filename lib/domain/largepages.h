// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace SecondStory {

/// Memory for large tables that are read here and there: asks the system for large pages, where it
/// has them, since looking up a small page costs as much as the value in it.
template <class T>
class LargePageAllocator {
public:
    using value_type = T;

    LargePageAllocator() = default;
    template <class U>
    explicit LargePageAllocator(const LargePageAllocator<U> &)
    {
    }

    [[nodiscard]] T *allocate(size_t count)
    {
        const size_t bytes = roundedUp(count * sizeof(T));
        void *memory = std::aligned_alloc(alignmentFor(bytes), bytes);
        if (memory == nullptr)
            throw std::bad_alloc();
#ifdef __linux__
        // No more than a wish: without large pages everything works as before.
        if (bytes >= kPage)
            (void)madvise(memory, bytes, MADV_HUGEPAGE);
#endif
        return static_cast<T *>(memory);
    }
    void deallocate(T *memory, size_t)
    {
        std::free(memory);
    }

    template <class U>
    bool operator==(const LargePageAllocator<U> &) const
    {
        return true;
    }

private:
    static constexpr size_t kPage = size_t{ 2 } * 1024 * 1024;

    [[nodiscard]] static size_t alignmentFor(size_t bytes)
    {
        return bytes >= kPage ? kPage : alignof(std::max_align_t);
    }
    [[nodiscard]] static size_t roundedUp(size_t bytes)
    {
        const size_t unit = alignmentFor(bytes);
        return (bytes + unit - 1) / unit * unit;
    }
};

} // namespace SecondStory
