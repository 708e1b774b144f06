// Where each province stands on the tile map: one tile a province, placed so that the country is
// recognisable. By the key of the unit; what has no place here is not on the map.
#pragma once

#include <array>
#include <string_view>

namespace tiendo {

struct ProvincePlace { std::string_view key; int column = 0, row = 0; };

inline constexpr std::array<ProvincePlace, 34> province_grid{{
    {"lai-chau", 2, 0},    {"tuyen-quang", 3, 0}, {"cao-bang", 4, 0},
    {"dien-bien", 1, 1},   {"lao-cai", 2, 1},     {"thai-nguyen", 3, 1}, {"lang-son", 4, 1},
    {"son-la", 1, 2},      {"phu-tho", 2, 2},     {"ha-noi", 3, 2},      {"bac-ninh", 4, 2},
    {"quang-ninh", 5, 2},
    {"hung-yen", 3, 3},    {"hai-phong", 4, 3},
    {"ninh-binh", 3, 4},
    {"thanh-hoa", 2, 5},
    {"nghe-an", 2, 6},
    {"ha-tinh", 2, 7},
    {"quang-tri", 3, 8},
    {"hue", 3, 9},
    {"da-nang", 4, 10},
    {"quang-ngai", 4, 11},
    {"gia-lai", 4, 12},
    {"dak-lak", 4, 13},
    {"tay-ninh", 1, 14},   {"dong-nai", 2, 14},   {"lam-dong", 3, 14},   {"khanh-hoa", 4, 14},
    {"dong-thap", 1, 15},  {"ho-chi-minh", 2, 15},
    {"an-giang", 0, 16},   {"can-tho", 1, 16},    {"vinh-long", 2, 16},
    {"ca-mau", 0, 17},
}};

// The two archipelagos are drawn on every map: Hoàng Sa belongs to Đà Nẵng, Trường Sa to Khánh Hòa.
inline constexpr ProvincePlace hoang_sa_place{"da-nang", 5, 9};
inline constexpr ProvincePlace truong_sa_place{"khanh-hoa", 5, 15};

}  // namespace tiendo
