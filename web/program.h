// The program around the App: window, GL, input and their loss; no perpetual loop, a frame is drawn
// only when the bridge asked for one.
#pragma once

#include "app.h"
#include "io/publication_reader.h"

namespace tiendo::program {

void add_font(void* bytes, int size, bool bold);
void start();  // after the fonts
void begin(const char* name, const char* dataset, DatasetOrigin origin);
void list(const char* name, double packed_bytes, double bytes);
bool plan();
bool wants(int entry);
void expect(int entry, double bytes);
void add(int entry, std::string_view bytes);  // a piece
void end(int entry);
void lacks(int entry);
void refuse(const char* reason, const char* detail);
void leave();  // nothing of what comes in is kept
PublicationReader::State read(int rows);  // done: it can be opened
double share_read();
bool open(const char* address);  // false: the problems went to the check report
const char* described();  // the title of what is shown, a tab, the title in English
void zoom(float scale);  // the browser's, by two fingers; what one of them held is let go
bool frame(double milliseconds);
App& app();

}  // namespace tiendo::program
