# SPDX-License-Identifier: Apache-2.0
# Puts data files into the program. Embedded are: every *.toml and *.csv under checks/, every
# *.json, *.tsv, *.html, *.css and *.js under src/, and uPlot, which draws the charts of reports.
# The assembler copies the bytes (.incbin), so no compiler reads them.

# Sets `result` to the two generated sources that define emrlint::embedded_files().
function(emrlint_embed_data result)
  file(GLOB_RECURSE paths CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}
    ${CMAKE_SOURCE_DIR}/checks/*.toml ${CMAKE_SOURCE_DIR}/checks/*.csv
    ${CMAKE_SOURCE_DIR}/src/*.json ${CMAKE_SOURCE_DIR}/src/*.tsv
    ${CMAKE_SOURCE_DIR}/src/*.html ${CMAKE_SOURCE_DIR}/src/*.css ${CMAKE_SOURCE_DIR}/src/*.js)
  foreach(part IN ITEMS uPlot.iife.min.js uPlot.min.css)
    if(EXISTS ${CMAKE_SOURCE_DIR}/node_modules/uplot/dist/${part})
      list(APPEND paths node_modules/uplot/dist/${part})
    else()
      message(WARNING "There is no uPlot, so reports will have no charts: run ./dev setup.")
    endif()
  endforeach()
  list(SORT paths)

  set(bytes ".section .rodata\n")
  set(names "")
  set(table "")
  set(files "")
  set(number 0)
  foreach(path IN LISTS paths)
    set(symbol emrlint_embedded_${number})
    string(APPEND bytes
      ".balign 16\n.globl ${symbol}, ${symbol}_end\n"
      "${symbol}: .incbin \"${CMAKE_SOURCE_DIR}/${path}\"\n${symbol}_end: .byte 0\n")
    string(APPEND names "extern const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND table "    file(\"${path}\", ${symbol}, ${symbol}_end),\n")
    list(APPEND files ${CMAKE_SOURCE_DIR}/${path})
    math(EXPR number "${number} + 1")
  endforeach()
  string(APPEND bytes ".section .note.GNU-stack,\"\",@progbits\n")

  set(assembly ${EMRLINT_GENERATED_DIR}/base/embedded_bytes.S)
  set(source ${EMRLINT_GENERATED_DIR}/base/embedded.cpp)
  set(EMBEDDED_NAMES "${names}")
  set(EMBEDDED_TABLE "${table}")
  set(EMBEDDED_COUNT ${number})
  file(CONFIGURE OUTPUT ${assembly} CONTENT "${bytes}" @ONLY)
  configure_file(${CMAKE_SOURCE_DIR}/cmake/embedded.cpp.in ${source} @ONLY)
  set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS "${files}")
  set(${result} ${assembly} ${source} PARENT_SCOPE)
endfunction()
