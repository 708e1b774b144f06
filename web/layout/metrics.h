// The one grid and type scale of the site. Everything is a multiple of 8 px where it can be.
#pragma once

namespace tiendo {

namespace type {
inline constexpr float note = 14, body = 16, title = 20, heading_phone = 24, heading = 32,
                       figure = 40;
}

// What a width allows. `touch`: one column, navigation at the bottom.
enum class Room : unsigned char { phone, tablet, desktop };

inline Room room_of(float width) {
  return width < 640 ? Room::phone : width < 1100 ? Room::tablet : Room::desktop;
}

inline constexpr float content_max = 1376;
inline constexpr float gap = 16;          // between cards
inline constexpr float target_min = 44;   // of anything that is pressed

inline float side_margin(float width) {
  const float least = room_of(width) == Room::phone ? 16 : room_of(width) == Room::tablet ? 32 : 64;
  const float centred = (width - content_max) / 2;
  return centred > least ? centred : least;
}

}  // namespace tiendo
