// What several of the chart cases are made of: names that are hard to place, and the provinces.
#pragma once

namespace tiendo {

inline const char* const long_name =
    "Xây dựng, hoàn thiện và đưa vào khai thác Cơ sở dữ liệu quốc gia về cán bộ, công chức, viên "
    "chức trong các cơ quan nhà nước thuộc Bộ Nội vụ";
inline const char* const unbroken_name =
    "ĐẶC_KHU_KINH_TẾ_HÀNH_CHÍNH_ĐẶC_BIỆT_PHÚ_QUỐC_KIÊN_GIANG_SỐ_01";

struct Province {
  const char* name;
  const char* short_name;
  int column, row;
  double score;
  const char* label;
};
inline constexpr Province provinces[] = {
    {"Lai Châu", "Lai Châu", 1, 0, 63.37, "63,3"},
    {"Tuyên Quang", "Tuyên Quang", 2, 0, 64.74, "64,7"},
    {"Cao Bằng", "Cao Bằng", 3, 0, 62.97, "62,9"},
    {"Điện Biên", "Điện Biên", 0, 1, 59.5, "59,5"},
    {"Lào Cai", "Lào Cai", 1, 1, 61.7, "61,7"},
    {"Thái Nguyên", "Thái Nguyên", 2, 1, 63.97, "63,9"},
    {"Lạng Sơn", "Lạng Sơn", 3, 1, 65.05, "65,0"},
    {"Sơn La", "Sơn La", 0, 2, 59.74, "59,7"},
    {"Phú Thọ", "Phú Thọ", 1, 2, 62.18, "62,1"},
    {"Hà Nội", "Hà Nội", 2, 2, 55.2, "55,2"},
    {"Bắc Ninh", "Bắc Ninh", 3, 2, 59.6, "59,6"},
    {"Quảng Ninh", "Quảng Ninh", 4, 2, 65.91, "65,9"},
    {"Hưng Yên", "Hưng Yên", 2, 3, 59.6, "59,6"},
    {"Hải Phòng", "Hải Phòng", 3, 3, 67.18, "67,1"},
    {"Ninh Bình", "Ninh Bình", 2, 4, 63.93, "63,9"},
    {"Thanh Hóa", "Thanh Hóa", 1, 5, 60.8, "60,8"},
    {"Nghệ An", "Nghệ An", 1, 6, 61.82, "61,8"},
    {"Hà Tĩnh", "Hà Tĩnh", 1, 7, 57.2, "57,2"},
    {"Quảng Trị", "Quảng Trị", 2, 8, 63.42, "63,4"},
    {"Huế", "Huế", 2, 9, 64.09, "64,0"},
    {"Đà Nẵng", "Đà Nẵng", 3, 10, 61, "61,0"},
    {"Quảng Ngãi", "Quảng Ngãi", 3, 11, 56, "56,0"},
    {"Gia Lai", "Gia Lai", 3, 12, 66.23, "66,2"},
    {"Đắk Lắk", "Đắk Lắk", 3, 13, 65.49, "65,4"},
    {"Tây Ninh", "Tây Ninh", 0, 14, 66.13, "66,1"},
    {"Đồng Nai", "Đồng Nai", 1, 14, 67.48, "67,4"},
    {"Lâm Đồng", "Lâm Đồng", 2, 14, 63.24, "63,2"},
    {"Khánh Hòa", "Khánh Hòa", 3, 14, 61.66, "61,6"},
    {"Đồng Tháp", "Đồng Tháp", 0, 15, 68.8, "68,8"},
    {"Thành phố Hồ Chí Minh", "TP HCM", 1, 15, 63.43, "63,4"},
    {"An Giang", "An Giang", 0, 16, 59.18, "59,1"},
    {"Cần Thơ", "Cần Thơ", 1, 16, 61.8, "61,8"},
    {"Vĩnh Long", "Vĩnh Long", 2, 16, 62.03, "62,0"},
    {"Cà Mau", "Cà Mau", 0, 17, 63.11, "63,1"},
};

}  // namespace tiendo
