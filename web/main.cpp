// The page calls the program through bridge.cpp; there is nothing to do before it does.
int main() { return 0; }
