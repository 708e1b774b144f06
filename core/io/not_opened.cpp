// The words for a package that did not arrive, before any of it could be read.
#include <algorithm>
#include <iterator>

#include "io/problems.h"

namespace tiendo::problem {
namespace {

struct Reason {
  std::string_view word, name;
  const char *vi, *en, *mend_vi, *mend_en;
};

constexpr const char* take_the_file_vi = "Tải gói về máy rồi mở tệp.";
constexpr const char* take_the_file_en = "Download the package and open the file.";

constexpr Reason reasons[] = {
    {"unreachable", "source-error",
     "Không lấy được {0}: mạng bị ngắt, không có máy chủ đó, hoặc máy chủ không cho trang khác đọc "
     "(CORS).",
     "{0} could not be fetched: the network failed, there is no such server, or it does not let "
     "other sites read it (CORS).",
     "Mở địa chỉ đó trong một thẻ mới; nếu mở được thì tải gói về máy rồi mở tệp.",
     "Open the address in a new tab; if that works, download the package and open the file."},
    {"forbidden", "source-error",
     "Trang này chỉ được lấy số liệu từ máy chủ của chính nó, {0} ở máy chủ khác.",
     "This site may only fetch data from its own server, {0} is on another one.",
     take_the_file_vi, take_the_file_en},
    {"answer", "source-error", "Máy chủ không đưa {0}: nó trả lời {1}.",
     "The server did not give {0}: it answered {1}.",
     "404 là không có tệp đó: kiểm tra lại địa chỉ từng chữ.",
     "404 means that there is no such file: check the address letter by letter."},
    {"timed-out", "source-error", "Đợi {1} giây mà không nhận thêm được gì từ {0}.",
     "Nothing more came from {0} for {1} seconds.", "Thử lại khi mạng khá hơn.",
     "Try again when the network is better."},
    {"wrong-type", "format-error", "{0} không phải là gói dữ liệu; kiểu tệp là {1}.",
     "{0} is no data package; its type is {1}.",
     "Cần một datapackage.json, một tệp .zip hoặc một bundle của gói.",
     "A datapackage.json, a .zip or a bundle of the package was expected."},
    {"spreadsheet", "format-error", "{0} là tệp bảng tính, không phải gói dữ liệu.",
     "{0} is a spreadsheet, no data package.",
     "Lưu từng trang tính thành CSV UTF-8, đặt cạnh một datapackage.json rồi mở thư mục đó.",
     "Save each sheet as CSV UTF-8, put the files beside a datapackage.json and open the folder."},
    {"too-large", "source-error", "{0} lớn hơn {1} MB, quá mức trang này nhận.",
     "{0} is larger than {1} MB, more than this site takes.",
     "Nén gói thành .zip, hoặc chia gói ra.", "Pack the package as a .zip, or split it."},
    {"damaged", "source-error", "{0} bị hỏng, chưa đủ, có mật khẩu hoặc nén theo cách lạ.",
     "{0} is damaged, cut short, has a password or is packed in an unusual way.",
     "Nén lại thành .zip, không đặt mật khẩu.", "Pack it again as a .zip, without a password."},
    {"absent", "source-error", "Không có tệp hay thư mục {0}.", "There is no file or folder {0}.",
     "Kiểm tra lại đường dẫn từng chữ.", "Check the path letter by letter."},
    {"unknown", "source-error", "Trang này không có bộ dữ liệu {0}.",
     "This site has no dataset {0}.", "Chọn một bộ trong danh sách ở trang Nguồn.",
     "Choose one from the list in the view Sources."},
    {"forgotten", "source-error", "Máy này không giữ bộ dữ liệu {0}.",
     "This device keeps no dataset {0}.", "Mở lại từ tệp.", "Open it from its file again."},
};

}  // namespace

Problem not_opened(std::string_view reason, const std::string& what, std::string_view detail) {
  const Reason* known =
      std::find_if(std::begin(reasons), std::end(reasons),
                   [reason](const Reason& one) { return one.word == reason; });
  if (known == std::end(reasons)) known = std::begin(reasons);
  return error(known->name, {.file = what},
               fill({known->vi, known->en}, {quoted(what), both(std::string(detail))}),
               {known->mend_vi, known->mend_en});
}

}  // namespace tiendo::problem
