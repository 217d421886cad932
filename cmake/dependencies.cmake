# SPDX-License-Identifier: Apache-2.0
# Debian's libraries and the two tree-sitter grammars. `./dev setup` installs all of them.

find_package(PkgConfig REQUIRED)
find_package(CLI11 REQUIRED)
find_package(RapidJSON REQUIRED)
find_package(TBB REQUIRED)
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)
find_package(fmt REQUIRED)
find_package(pugixml REQUIRED)
# Only its headers: the shared library throws, which src/syntax/toml.cpp turns off.
find_package(tomlplusplus REQUIRED)
find_package(zstd REQUIRED)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
# Debian's file names an older version than the library has: never ask for one.
pkg_check_modules(tree_sitter REQUIRED IMPORTED_TARGET tree-sitter)

add_library(emrlint_dependencies INTERFACE)
target_link_libraries(emrlint_dependencies INTERFACE
  CLI11::CLI11 TBB::tbb Threads::Threads ZLIB::ZLIB fmt::fmt pugixml::pugixml
  zstd::libzstd_shared
  PkgConfig::utf8proc PkgConfig::xxhash PkgConfig::tree_sitter ${CMAKE_DL_LIBS})
target_include_directories(emrlint_dependencies SYSTEM INTERFACE ${RAPIDJSON_INCLUDE_DIRS})
# Changes RapidJSON's classes, so that all files must agree on it.
target_compile_definitions(emrlint_dependencies INTERFACE RAPIDJSON_HAS_STDSTRING=1)

set(grammars ${CMAKE_SOURCE_DIR}/node_modules)
set(xml_grammar ${grammars}/@tree-sitter-grammars/tree-sitter-xml/xml/src)
set(json_grammar ${grammars}/tree-sitter-json/src)
if(NOT EXISTS ${xml_grammar}/parser.c OR NOT EXISTS ${json_grammar}/parser.c)
  message(FATAL_ERROR "The tree-sitter grammars are not in node_modules: run ./dev setup.")
endif()

# Offers `extern "C" const TSLanguage* tree_sitter_xml()` and `tree_sitter_json()`.
# Each grammar brings its own tree_sitter/parser.h, found beside its sources.
add_library(tree_sitter_grammars STATIC
  ${xml_grammar}/parser.c ${xml_grammar}/scanner.c ${json_grammar}/parser.c)
target_compile_options(tree_sitter_grammars PRIVATE -w)
set_source_files_properties(${xml_grammar}/parser.c ${xml_grammar}/scanner.c
  PROPERTIES INCLUDE_DIRECTORIES ${xml_grammar})
set_source_files_properties(${json_grammar}/parser.c PROPERTIES INCLUDE_DIRECTORIES ${json_grammar})
