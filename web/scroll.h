// Where the page stands: wheel steps are eased, a drag follows the finger and runs out.
#pragma once

#include <algorithm>
#include <cmath>

namespace tiendo {

class Scroll {
 public:
  float y() const { return y_; }
  void limit(float content, float view) {
    max_ = std::max(0.0f, content - view);
    y_ = std::clamp(y_, 0.0f, max_);
    target_ = std::clamp(target_, 0.0f, max_);
  }
  float max() const { return max_; }
  void jump(float y) {
    velocity_ = 0;
    y_ = target_ = std::clamp(y, 0.0f, max_);
  }
  void to(float y) {
    velocity_ = 0;
    target_ = std::clamp(y, 0.0f, max_);
  }
  void by(float dy) { to(target_ + dy); }
  void drag(float dy, float dt) {  // dy: how far the content follows the finger
    jump(y_ - dy);
    if (dt > 0) velocity_ = -dy / dt;
  }
  void release() {
    if (std::abs(velocity_) < 60) velocity_ = 0;
  }
  void set_still(bool still) { still_ = still; }

  // Moves on by `dt` seconds; true while it moves.
  bool step(float dt) {
    if (velocity_ != 0) {
      y_ = target_ = std::clamp(y_ + velocity_ * dt, 0.0f, max_);
      velocity_ *= std::exp(-3.0f * dt);
      if (std::abs(velocity_) < 8 || y_ <= 0 || y_ >= max_) velocity_ = 0;
      return velocity_ != 0;
    }
    if (y_ == target_) return false;
    y_ = still_ ? target_ : y_ + (target_ - y_) * (1 - std::exp(-22.0f * dt));
    if (std::abs(y_ - target_) < 0.5f) y_ = target_;
    return y_ != target_;
  }

 private:
  float y_ = 0, target_ = 0, max_ = 0, velocity_ = 0;
  bool still_ = false;  // reduced motion: no easing
};

}  // namespace tiendo
