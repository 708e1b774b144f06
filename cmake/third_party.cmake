# Third-party code. None of it is committed. cmake/setup.py unpacks Dear ImGui and SDL from Debian's
# source packages into build/third_party; where it could not, FetchContent takes the upstream tags.
# FETCHCONTENT_SOURCE_DIR_<NAME> chooses another copy.
include(FetchContent)
set(third_party ${CMAKE_SOURCE_DIR}/build/third_party)

# Takes NAME from the local FOLDER when it exists, otherwise from upstream. SOURCE_SUBDIR "none" means:
# sources only, the targets are ours (web/CMakeLists.txt).
function(fetch name folder repository tag subdir)
  string(TOUPPER ${name} upper)
  if(NOT FETCHCONTENT_SOURCE_DIR_${upper} AND EXISTS ${folder})
    set(FETCHCONTENT_SOURCE_DIR_${upper} ${folder})
  endif()
  FetchContent_Declare(${name} GIT_REPOSITORY ${repository} GIT_TAG ${tag} GIT_SHALLOW ON
    SOURCE_SUBDIR ${subdir} SYSTEM)
  FetchContent_MakeAvailable(${name})
  set(${name}_SOURCE_DIR ${${name}_SOURCE_DIR} PARENT_SCOPE)
endfunction()

# nlohmann/json reads packages and methodologies. Headers only, linked into a folder of their own,
# because the wasm build must not see the rest of /usr/include.
add_library(third_party_headers INTERFACE)
foreach(header nlohmann/json.hpp)
  get_filename_component(name ${header} DIRECTORY)
  find_path(${name}_PREFIX ${header} NO_CMAKE_FIND_ROOT_PATH REQUIRED
    PATHS /usr/include /usr/local/include /opt/homebrew/include)
  file(MAKE_DIRECTORY ${third_party}/include)
  file(CREATE_LINK ${${name}_PREFIX}/${name} ${third_party}/include/${name} SYMBOLIC)
endforeach()
target_include_directories(third_party_headers SYSTEM INTERFACE ${third_party}/include)
target_compile_definitions(third_party_headers INTERFACE JSON_NOEXCEPTION
  JSON_USE_IMPLICIT_CONVERSIONS=0)

if(EMSCRIPTEN)
  # Dear ImGui draws the canvas; SDL brings it the browser's window and events.
  fetch(imgui ${third_party}/imgui https://github.com/ocornut/imgui v1.92.2b none)
  fetch(sdl2 ${third_party}/sdl2 https://github.com/libsdl-org/SDL release-2.32.4 none)
endif()

if(TIENDO_TESTS) # GoogleTest, from source, so that the tests run as wasm too
  set(gtest_disable_pthreads ${EMSCRIPTEN})
  set(INSTALL_GTEST OFF)
  set(BUILD_GMOCK OFF)
  fetch(googletest /usr/src/googletest https://github.com/google/googletest release-1.12.1 "")
endif()

if(EMSCRIPTEN) # Noto Sans, and fontTools to cut it; the python that has fontTools may not be the first
  find_path(NOTO_DIR NotoSans-Regular.ttf NO_CMAKE_FIND_ROOT_PATH REQUIRED
    PATHS /usr/share/fonts/truetype/noto /usr/share/fonts/noto /usr/local/share/fonts/noto)
  if(NOT FONT_PYTHON)
    foreach(python python3 /usr/bin/python3)
      execute_process(COMMAND ${python} -c "import fontTools" RESULT_VARIABLE missing ERROR_QUIET)
      if(NOT missing)
        set(FONT_PYTHON ${python} CACHE STRING "A python with fontTools")
        break()
      endif()
    endforeach()
    if(NOT FONT_PYTHON)
      message(FATAL_ERROR "No python3 with fontTools (Debian: python3-fonttools)")
    endif()
  endif()
endif()
