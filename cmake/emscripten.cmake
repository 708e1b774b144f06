# The toolchain file of the preset `web`: Emscripten's own, wherever this machine keeps it.
find_program(EM_CONFIG em-config REQUIRED)
execute_process(COMMAND ${EM_CONFIG} EMSCRIPTEN_ROOT
  OUTPUT_VARIABLE EMSCRIPTEN_ROOT_PATH OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
include(${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake)

# The wasm tests run under node; 18 and newer offer a fetch() that cannot read their files.
find_program(NODE node REQUIRED)
set(CMAKE_CROSSCOMPILING_EMULATOR ${NODE} --no-experimental-fetch)

# Debian keeps acorn, which optimised links need, where node does not look by itself, and calls
# emcc's scripts by whatever python3 comes first, which may be a slow shim.
set(emscripten_environment)
if(EXISTS /usr/share/nodejs)
  list(APPEND emscripten_environment NODE_PATH=/usr/share/nodejs)
endif()
if(EXISTS /usr/bin/python3)
  list(APPEND emscripten_environment EMSDK_PYTHON=/usr/bin/python3)
endif()
