# SPDX-License-Identifier: Apache-2.0
# Debian's libraries, the two tree-sitter grammars, DuckDB. `./dev setup` installs all of them.

find_package(CLI11 REQUIRED)
find_package(RapidJSON REQUIRED)
find_package(TBB REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(pugixml REQUIRED)
# Only its headers: the shared library throws, which src/syntax/toml.cpp turns off.
find_package(tomlplusplus REQUIRED)
find_package(zstd REQUIRED)
# Linked in where Debian has an archive: a run over one document spends more time on loading shared
# libraries than on the document.
foreach(name IN ITEMS utf8proc xxhash tree-sitter sqlite3 z)
  find_library(archive_${name} lib${name}.a REQUIRED)
endforeach()

add_library(emrlint_dependencies INTERFACE)
target_link_libraries(emrlint_dependencies INTERFACE
  CLI11::CLI11 TBB::tbb Threads::Threads fmt::fmt pugixml::static zstd::libzstd_static
  ${archive_utf8proc} ${archive_xxhash} ${archive_tree-sitter} ${archive_sqlite3} ${archive_z}
  ${CMAKE_DL_LIBS})
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

# Loaded by the program when it is needed (src/store), so neither linked nor required.
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(aarch64|arm64)$")
  set(duckdb_folder ${CMAKE_SOURCE_DIR}/node_modules/@duckdb/node-bindings-linux-arm64)
else()
  set(duckdb_folder ${CMAKE_SOURCE_DIR}/node_modules/@duckdb/node-bindings-linux-x64)
endif()
set(EMRLINT_DUCKDB_LIBRARY ${duckdb_folder}/libduckdb.so CACHE FILEPATH
  "The library of DuckDB that is tested with and installed")
if(NOT EXISTS ${EMRLINT_DUCKDB_LIBRARY})
  message(WARNING "There is no ${EMRLINT_DUCKDB_LIBRARY}, so the store will not work: "
    "run ./dev setup.")
endif()
