// The mouse or the finger, a frame at a time. What happens faster than frames is dealt out over several:
// a press and its release are never in one, and a finger is where it presses a frame before it does, so
// that whoever looks once a frame misses nothing.
#pragma once

#include <cstddef>
#include <vector>

#include "chart/scene.h"

namespace tiendo {

struct Pointer {
  static constexpr float away = -1e6f;  // where it is while it is nowhere on the canvas

  Point at{away, away};
  float dy = 0;     // since the frame before
  float wheel = 0;  // steps, upwards
  bool down = false, touch = false;
  bool pressed = false, released = false;  // in this frame

  bool here() const { return at.x > away; }
};

class PointerEvents {
 public:
  void move(Point at, bool touch) {
    if (!events_.empty() && events_.back().kind == Kind::move && events_.back().touch == touch)
      events_.back().at = at;
    else
      events_.push_back({.kind = Kind::move, .at = at, .touch = touch});
  }
  void button(bool down, bool touch) {
    events_.push_back({.kind = down ? Kind::press : Kind::release, .touch = touch});
  }
  void wheel(float steps, bool touch) {
    events_.push_back({.kind = Kind::wheel, .steps = steps, .touch = touch});
  }
  void leave() {
    if (!now_.down) move({Pointer::away, Pointer::away}, now_.touch);  // a drag goes on outside
  }
  // The window lost the reader: a button that was held is held no more, and nothing was pressed by it.
  void lose() {
    events_.clear();
    now_ = {};
  }

  bool waiting() const { return !events_.empty(); }

  Pointer next_frame() {
    const Pointer before = now_;
    now_.wheel = 0;
    bool moved = false, button = false;
    std::size_t taken = 0;
    for (; taken < events_.size(); ++taken) {
      const Event& event = events_[taken];
      const bool is_button = event.kind == Kind::press || event.kind == Kind::release;
      if (button || (event.kind != Kind::wheel && now_.wheel != 0)) break;
      if ((event.kind == Kind::wheel || (is_button && event.touch)) && moved) break;
      now_.touch = event.touch;
      if (event.kind == Kind::move) now_.at = event.at, moved = true;
      if (event.kind == Kind::wheel) now_.wheel += event.steps;
      if (is_button) now_.down = event.kind == Kind::press, button = true;
    }
    events_.erase(events_.begin(), events_.begin() + static_cast<std::ptrdiff_t>(taken));
    now_.dy = before.here() && now_.here() ? now_.at.y - before.at.y : 0;
    now_.pressed = now_.down && !before.down;
    now_.released = !now_.down && before.down;
    return now_;
  }

 private:
  enum class Kind : unsigned char { move, press, release, wheel };
  struct Event { Kind kind = Kind::move; Point at; float steps = 0; bool touch = false; };

  std::vector<Event> events_;
  Pointer now_;
};

}  // namespace tiendo
