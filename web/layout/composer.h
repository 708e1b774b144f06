// Composer: places blocks one below the other. Shared by the files that lay out each kind of block;
// not part of what the rest of web/ uses (compose.h is).
#pragma once

#include "layout/compose.h"
#include "layout/metrics.h"
#include "layout/typeset.h"

namespace tiendo {

// Where a block goes: x, y and the width it has. Heights come out.
struct Slot {
  float x = 0, y = 0, width = 0;
};

// In a line, as wide as its words or the slot; or its label over its value, as wide as the slot.
enum class MenuLook : unsigned char { line, stacked };

class Composer {
 public:
  // Without `long_tables` every row is set at once.
  Composer(Sheet& sheet, std::vector<Menu>& menus, Room room, std::string menu_action,
           std::vector<LongTable>* long_tables = nullptr)
      : sheet_(sheet), menus_(menus), room_(room), menu_action_(std::move(menu_action)),
        long_tables_(long_tables) {}

  // All return the height taken. `level` is the heading level of titles inside.
  float place(const std::vector<Block>& blocks, Slot slot, int level, std::vector<Node>& nodes);
  float place(const Choices& choices, Slot slot, std::vector<Node>& nodes);
  float place_menu(const Choice& choice, Slot slot, std::vector<Node>& nodes,
                   MenuLook look = MenuLook::line);
  float menu_width(const Choice& choice) const;

  Room room() const { return room_; }

 private:
  float place(const Block& block, Slot slot, int level, std::vector<Node>& nodes);
  float place(const Heading& heading, Slot slot, int level, std::vector<Node>& nodes);
  float place(const Paragraph& paragraph, Slot slot, std::vector<Node>& nodes);
  float place(const Stats& stats, Slot slot, std::vector<Node>& nodes);
  float place(const Stat& stat, Slot slot, std::vector<Node>& nodes);
  float place_value(const Stat& stat, Slot slot, Node& node);
  void place(const Slider& slider, float height, Slot slot, std::vector<Node>& nodes);
  float place(const Sliders& sliders, Slot slot, std::vector<Node>& nodes);
  float place(const Field& field, Slot slot, std::vector<Node>& nodes);
  float place(const Figure& figure, Slot slot, std::vector<Node>& nodes);
  float place(const Table& table, Slot slot, std::vector<Node>& nodes);
  float place(const Quote& quote, Slot slot, std::vector<Node>& nodes);
  float place(const Terms& terms, Slot slot, std::vector<Node>& nodes);
  float place(const Card& card, Slot slot, int level, std::vector<Node>& nodes);
  float place(const Row& row, Slot slot, int level, std::vector<Node>& nodes);
  float place_segments(const Choice& choice, Slot slot, std::vector<Node>& nodes);
  float place_stacked(const Choices& choices, Slot slot, std::vector<Node>& nodes);
  float segments_width(const Choice& choice) const;
  bool is_menu(const Choice& choice, float width) const;  // its options do not stand side by side
  float card_padding() const { return room_ == Room::phone ? 16 : 24; }
  // The frame of a card; its height is set when the content is placed.
  std::size_t open_card(Slot slot);
  void close_card(std::size_t mark, float height);
  // Moves the end of all cards that begin at the same height to the lowest one.
  void level_cards(const std::vector<std::size_t>& cards, float height);

  Sheet& sheet_;
  std::vector<Menu>& menus_;
  Room room_;
  std::string menu_action_;
  std::vector<LongTable>* long_tables_;
};

// A state: shape and word in its ink, wrapped into `width`; returns the height.
float set_status(Sheet& sheet, const Status& status, const TextStyle& style, Point at, float width);
float status_width(const Status& status, const TextStyle& style);  // on one line
float status_least(const Status& status, const TextStyle& style);  // with one word a line

}  // namespace tiendo
