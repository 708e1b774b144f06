// Where each province stands on the tile map: one tile a province, placed so that the country is
// recognisable, in so few columns that a phone has room for the names. By the key of the unit; what
// has no place here is not on the map.
#pragma once

#include <array>
#include <string_view>

namespace tiendo {

struct ProvincePlace { std::string_view key; int column = 0, row = 0; };

inline constexpr std::array<ProvincePlace, 34> province_grid{{
    {"lai-chau", 1, 0},    {"tuyen-quang", 2, 0}, {"cao-bang", 3, 0},
    {"dien-bien", 0, 1},   {"lao-cai", 1, 1},     {"thai-nguyen", 2, 1}, {"lang-son", 3, 1},
    {"son-la", 0, 2},      {"phu-tho", 1, 2},     {"ha-noi", 2, 2},      {"bac-ninh", 3, 2},
    {"quang-ninh", 4, 2},
    {"hung-yen", 2, 3},    {"hai-phong", 3, 3},
    {"ninh-binh", 2, 4},
    {"thanh-hoa", 1, 5},
    {"nghe-an", 1, 6},
    {"ha-tinh", 1, 7},
    {"quang-tri", 2, 8},
    {"hue", 2, 9},
    {"da-nang", 3, 10},
    {"quang-ngai", 3, 11},
    {"gia-lai", 3, 12},
    {"dak-lak", 3, 13},
    {"tay-ninh", 0, 14},   {"dong-nai", 1, 14},   {"lam-dong", 2, 14},   {"khanh-hoa", 3, 14},
    {"dong-thap", 0, 15},  {"ho-chi-minh", 1, 15},
    {"an-giang", 0, 16},   {"can-tho", 1, 16},    {"vinh-long", 2, 16},
    {"ca-mau", 0, 17},
}};

// The two archipelagos are drawn on every map: Hoàng Sa belongs to Đà Nẵng, Trường Sa to Khánh Hòa.
inline constexpr ProvincePlace hoang_sa_place{"da-nang", 4, 9};
inline constexpr ProvincePlace truong_sa_place{"khanh-hoa", 4, 15};

}  // namespace tiendo
