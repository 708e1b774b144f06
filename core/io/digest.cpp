#include "io/digest.h"

#include <algorithm>
#include <cstring>

namespace tiendo::io {
namespace {

using Word = std::uint32_t;

Word rotate_left(Word x, int n) { return x << n | x >> (32 - n); }
Word rotate_right(Word x, int n) { return x >> n | x << (32 - n); }

// The order of the bytes of a word: the first one counts most in SHA-256, least in MD5.
enum class Order : unsigned char { most_first, least_first };

int shift_of(std::size_t byte, Order order) {
  return static_cast<int>(8 * (order == Order::most_first ? 3 - byte % 4 : byte % 4));
}

std::array<Word, 16> words_of(const unsigned char* block, Order order) {
  std::array<Word, 16> words{};
  for (std::size_t i = 0; i < 4 * words.size(); ++i)
    words[i / 4] |= Word{block[i]} << shift_of(i, order);
  return words;
}

// The first 32 bits of the fractional parts of the cube and square roots of the first primes
// (FIPS 180-4, 4.2.2 and 5.3.3).
constexpr Word cube_roots[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
    0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
    0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
    0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
    0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
    0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
    0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
    0xc67178f2};

using State = std::array<Word, 8>;  // MD5 has the first four

constexpr State sha256_start = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab,
    0x5be0cd19};

void add_sha256_block(State& state, const std::array<Word, 16>& block) {
  std::array<Word, 64> w{};
  for (std::size_t i = 0; i < 16; ++i) w[i] = block[i];
  for (std::size_t i = 16; i < 64; ++i) {
    const Word s0 = rotate_right(w[i - 15], 7) ^ rotate_right(w[i - 15], 18) ^ w[i - 15] >> 3;
    const Word s1 = rotate_right(w[i - 2], 17) ^ rotate_right(w[i - 2], 19) ^ w[i - 2] >> 10;
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t i = 0; i < 64; ++i) {
    const Word s1 = rotate_right(e, 6) ^ rotate_right(e, 11) ^ rotate_right(e, 25);
    const Word t1 = h + s1 + ((e & f) ^ (~e & g)) + cube_roots[i] + w[i];
    const Word s0 = rotate_right(a, 2) ^ rotate_right(a, 13) ^ rotate_right(a, 22);
    const Word t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
  }
  const State sum = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < sum.size(); ++i) state[i] += sum[i];
}

// |sin(i + 1)| × 2³² (RFC 1321, 3.4).
constexpr Word sines[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613,
    0xfd469501, 0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193,
    0xa679438e, 0x49b40821, 0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d,
    0x02441453, 0xd8a1e681, 0xe7d3fbc8, 0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed,
    0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a, 0xfffa3942, 0x8771f681, 0x6d9d6122,
    0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70, 0x289b7ec6, 0xeaa127fa,
    0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665, 0xf4292244,
    0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb,
    0xeb86d391};

constexpr State md5_start = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};

void add_md5_block(State& state, const std::array<Word, 16>& block) {
  constexpr int shifts[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
  Word a = state[0], b = state[1], c = state[2], d = state[3];
  for (std::size_t i = 0; i < 64; ++i) {
    const std::size_t round = i / 16;
    const Word mixed = round == 0   ? (b & c) | (~b & d)
                       : round == 1 ? (d & b) | (~d & c)
                       : round == 2 ? b ^ c ^ d
                                    : c ^ (b | ~d);
    const std::size_t chosen = round == 0   ? i
                               : round == 1 ? (5 * i + 1) % 16
                               : round == 2 ? (3 * i + 5) % 16
                                            : 7 * i % 16;
    const Word sum = a + mixed + sines[i] + block[chosen];
    a = d, d = c, c = b, b += rotate_left(sum, shifts[round][i % 4]);
  }
  const Word sum[] = {a, b, c, d};
  for (std::size_t i = 0; i < 4; ++i) state[i] += sum[i];
}

}  // namespace

Digest::Digest(Algorithm algorithm)
    : algorithm_(algorithm), state_(algorithm == Algorithm::md5 ? md5_start : sha256_start) {}

void Digest::add_block(const unsigned char* block) {
  if (algorithm_ == Algorithm::md5) {
    add_md5_block(state_, words_of(block, Order::least_first));
  } else {
    add_sha256_block(state_, words_of(block, Order::most_first));
  }
}

void Digest::add(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t filled = length_ % block_bytes;
    const std::size_t taken = std::min(block_bytes - filled, bytes.size());
    std::memcpy(open_ + filled, bytes.data(), taken);
    length_ += taken;
    bytes.remove_prefix(taken);
    if (filled + taken == block_bytes) add_block(open_);
  }
}

// Both fill the last block alike: a bit 1, zeros, the length in bits as eight bytes.
std::string Digest::hexadecimal() const {
  const Order order = algorithm_ == Algorithm::md5 ? Order::least_first : Order::most_first;
  Digest whole = *this;
  const std::uint64_t bits = length_ * 8;
  whole.add(std::string_view("\x80", 1));
  while (whole.length_ % block_bytes != block_bytes - 8) whole.add(std::string_view("\0", 1));
  for (std::size_t i = 0; i < 8; ++i) {
    const std::size_t place = order == Order::most_first ? 7 - i : i;
    const auto byte = static_cast<char>(bits >> (8 * place) & 0xff);
    whole.add(std::string_view(&byte, 1));
  }
  std::string text;
  for (std::size_t i = 0; i < (algorithm_ == Algorithm::md5 ? 16u : 32u); ++i) {
    const Word byte = whole.state_[i / 4] >> shift_of(i, order) & 0xff;
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

std::string sha256(std::string_view bytes) {
  Digest digest(Digest::Algorithm::sha256);
  digest.add(bytes);
  return digest.hexadecimal();
}

}  // namespace tiendo::io
