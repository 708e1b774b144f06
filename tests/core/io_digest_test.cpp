#include "io/digest.h"

#include <gtest/gtest.h>

namespace tiendo::io {
namespace {

std::string md5(std::string_view bytes) {
  Digest digest(Digest::Algorithm::md5);
  digest.add(bytes);
  return digest.hexadecimal();
}

TEST(Sha256, IsThatOfTheStandardsExamples) {  // FIPS 180-2, appendix B
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256(std::string(1000000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Md5, IsThatOfTheStandardsExamples) {  // RFC 1321, A.5
  EXPECT_EQ(md5(""), "d41d8cd98f00b204e9800998ecf8427e");
  EXPECT_EQ(md5("abc"), "900150983cd24fb0d6963f7d28e17f72");
  EXPECT_EQ(md5("message digest"), "f96b697d7cb7938d525a2f31aaf161d0");
  EXPECT_EQ(md5("12345678901234567890123456789012345678901234567890123456789012345678901234567890"),
            "57edf4a22be3c955ac49da2e2107b67a");
}

TEST(Digest, IsRightAtEveryLengthAroundABlock) {
  // Of "x" 0, 1, … 200 times, hashed one after the other: the hash of all those texts' digests.
  std::string sha, md;
  for (std::size_t length = 0; length <= 200; ++length) {
    sha += sha256(std::string(length, 'x'));
    md += md5(std::string(length, 'x'));
  }
  EXPECT_EQ(sha256(sha), "75013a3fd49991ead9d8a57ea80485c088443c3406a0e8fa003ed57144041eb4");
  EXPECT_EQ(md5(md), "1f0d9d949b2c16e511c7083a082d1828");
}

TEST(Digest, IsTheSameHoweverTheBytesArePieced) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += static_cast<char>('a' + i % 26);
  for (const std::size_t piece : {1u, 7u, 63u, 64u, 65u, 299u}) {
    Digest digest(Digest::Algorithm::sha256);
    for (std::size_t at = 0; at < text.size(); at += piece)
      digest.add(std::string_view(text).substr(at, piece));
    EXPECT_EQ(digest.hexadecimal(), sha256(text)) << piece;
  }
}

}  // namespace
}  // namespace tiendo::io
