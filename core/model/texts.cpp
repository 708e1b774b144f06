#include "model/texts.h"

#include "base/bytes.h"
#include "base/check.h"

namespace tiendo {
namespace {

constexpr std::size_t recent_count = 1 << 12;

}  // namespace

// A text stands behind its length: seven bits a byte, the lowest first.
Texts::Ref Texts::keep(std::string_view text) {
  if (text.empty()) return empty;
  if (recent_.empty()) recent_.resize(recent_count);
  const std::uint64_t hash = hash_bytes(0, text);
  Recent& recent = recent_[hash % recent_count];
  const auto rest_of_hash = static_cast<std::uint32_t>(hash >> 32);
  if (recent.hash == rest_of_hash && same_bytes(at(recent.ref), text)) return recent.ref;
  std::size_t count = 1;
  for (std::size_t rest = text.size() >> 7; rest > 0; rest >>= 7) ++count;
  Ref ref = empty;
  char* place = room_for(count + text.size(), ref);
  std::size_t rest = text.size();
  for (; rest > 0x7F; rest >>= 7) *place++ = static_cast<char>((rest & 0x7F) | 0x80);
  *place++ = static_cast<char>(rest);
  copy_bytes(place, text);
  recent = {.hash = rest_of_hash, .ref = ref};
  return ref;
}

char* Texts::room_for(std::size_t bytes, Ref& ref) {
  if (places_.empty()) used_ = 1;  // so that no text is at 0
  if (places_.empty() || used_ + bytes > block_bytes) {
    const std::size_t stretches = (bytes + block_bytes) / block_bytes;
    blocks_.emplace_back(new char[stretches * block_bytes]);  // not zeroed
    if (!places_.empty()) used_ = 0;
    for (std::size_t i = 0; i < stretches; ++i)
      places_.push_back(blocks_.back().get() + i * block_bytes);
    check(places_.size() <= std::size_t{1} << 16);
    const std::size_t first = places_.size() - stretches;
    ref = static_cast<Ref>(first * block_bytes + used_);
    char* const place = places_[first] + used_;
    used_ += bytes - (stretches - 1) * block_bytes;
    return place;
  }
  ref = static_cast<Ref>((places_.size() - 1) * block_bytes + used_);
  char* const place = places_.back() + used_;
  used_ += bytes;
  return place;
}

std::string_view Texts::at(Ref ref) const {
  if (ref == empty) return {};
  const char* place = places_[ref / block_bytes] + ref % block_bytes;
  std::size_t length = 0;
  for (int shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*place++);
    length |= static_cast<std::size_t>(byte & 0x7F) << shift;
    if ((byte & 0x80) == 0) return {place, length};
  }
}

}  // namespace tiendo
