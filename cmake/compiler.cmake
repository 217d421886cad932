# SPDX-License-Identifier: Apache-2.0
# Language level, warnings, compiler cache and linker. Code of the project links emrlint_compiler.

option(EMRLINT_WERROR "Warnings are errors" ON)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ${EMRLINT_LTO})

# Paths relative to the clone, so that every clone on a machine shares the cache.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(launcher ${CMAKE_COMMAND} -E env
    CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=true ${CCACHE_PROGRAM})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()

find_program(MOLD_PROGRAM mold)
find_program(LLD_PROGRAM ld.lld)
if(MOLD_PROGRAM)
  add_link_options(-fuse-ld=mold)
elseif(LLD_PROGRAM)
  add_link_options(-fuse-ld=lld)
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_FLAGS_DEBUG MATCHES "-fsanitize=")
  # Relative for the sake of the compiler cache; compilers run in the build folder.
  file(RELATIVE_PATH ignored ${CMAKE_BINARY_DIR} ${CMAKE_SOURCE_DIR}/cmake/sanitizers.txt)
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fsanitize-ignorelist=${ignored}>)
endif()

add_library(emrlint_compiler INTERFACE)
target_compile_options(emrlint_compiler INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion>
  # Cards are aggregates with designated initialisers: members left out are meant to be empty.
  $<$<COMPILE_LANGUAGE:CXX>:-Wno-missing-field-initializers>
  $<$<BOOL:${EMRLINT_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # False alarms of g++ 12 inside std::string and std::optional once they are inlined.
  target_compile_options(emrlint_compiler INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict -Wno-maybe-uninitialized>)
else()
  # g++ does not count it to -Wconversion either.
  target_compile_options(emrlint_compiler INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-Wno-sign-conversion>)
endif()
