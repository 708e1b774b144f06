#include "pointer.h"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

TEST(PointerEvents, NeverGiveAPressAndItsReleaseInOneFrame) {
  PointerEvents events;
  events.move({10, 20}, false);
  events.button(true, false);
  events.button(false, false);
  const Pointer press = events.next_frame();
  EXPECT_TRUE(press.pressed && press.down && !press.released);
  EXPECT_EQ(press.at.x, 10);
  EXPECT_TRUE(events.waiting());
  const Pointer release = events.next_frame();
  EXPECT_TRUE(release.released && !release.down && !release.pressed);
  EXPECT_FALSE(events.waiting());
  const Pointer rest = events.next_frame();
  EXPECT_FALSE(rest.pressed || rest.released);
}

TEST(PointerEvents, LetAFingerArriveBeforeItPresses) {
  PointerEvents events;
  events.move({5, 5}, true);
  events.button(true, true);
  EXPECT_FALSE(events.next_frame().down);
  EXPECT_TRUE(events.next_frame().pressed);
}

TEST(PointerEvents, KeepTheWayOfADragAndTheLastPlaceOfAFrame) {
  PointerEvents events;
  events.move({0, 0}, false);
  events.button(true, false);
  events.next_frame();
  events.move({0, 4}, false);
  events.move({0, 9}, false);
  const Pointer drag = events.next_frame();
  EXPECT_EQ(drag.at.y, 9);
  EXPECT_EQ(drag.dy, 9);
  events.button(false, false);
  events.move({0, 30}, false);
  EXPECT_EQ(events.next_frame().at.y, 9) << "it was let go before it went on";
  EXPECT_EQ(events.next_frame().at.y, 30);
}

TEST(PointerEvents, AddUpTheStepsOfTheWheelOfAFrameAlone) {
  PointerEvents events;
  events.wheel(1, false);
  events.wheel(0.5f, false);
  EXPECT_EQ(events.next_frame().wheel, 1.5f);
  EXPECT_EQ(events.next_frame().wheel, 0);
}

TEST(PointerEvents, ComeFromNowhereWithoutAStep) {
  PointerEvents events;
  EXPECT_FALSE(events.next_frame().here());
  events.move({3, 700}, false);
  EXPECT_EQ(events.next_frame().dy, 0);
  events.leave();
  EXPECT_FALSE(events.next_frame().here());
}

TEST(PointerEvents, PressNothingWhenTheReaderGoesElsewhereWithTheButtonHeld) {
  PointerEvents events;
  events.move({3, 7}, false);
  events.button(true, false);
  events.next_frame();
  events.lose();
  const Pointer lost = events.next_frame();
  EXPECT_FALSE(lost.down || lost.released);
}

}  // namespace
}  // namespace tiendo
