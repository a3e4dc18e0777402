# Flags every Lockstep target is built with.
add_library(lockstep_flags INTERFACE)
target_compile_options(lockstep_flags INTERFACE -Wall -Wextra -Wpedantic -Wno-missing-field-initializers)
target_compile_definitions(lockstep_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER
  LOCKSTEP_VERSION="${PROJECT_VERSION}")
target_include_directories(lockstep_flags INTERFACE ${CMAKE_SOURCE_DIR})
if(LOCKSTEP_SANITIZE)
  target_compile_options(lockstep_flags INTERFACE -fsanitize=${LOCKSTEP_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=undefined)
  target_link_options(lockstep_flags INTERFACE -fsanitize=${LOCKSTEP_SANITIZE})
endif()

# lockstep_library(model/diff LINKS … PRIVATE_LINKS …)
#   One folder, one library, named lockstep_<folder with _>: static in what users get, shared in the
#   presets for tests (static and with sanitizers, a hundred test programs took 20 GB). Sources are
#   all .cpp, .h and .qrc files in the folder.
set(LOCKSTEP_LIBRARY STATIC)
if(LOCKSTEP_SHARED)
  set(LOCKSTEP_LIBRARY SHARED)
endif()
function(lockstep_library folder)
  cmake_parse_arguments(arg "" "" "LINKS;PRIVATE_LINKS" ${ARGN})
  string(REPLACE "/" "_" name "lockstep_${folder}")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.h ${folder}/*.qrc ${folder}/*.ui)
  if(NOT sources MATCHES "\\.cpp")
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE lockstep_flags ${arg_LINKS})
    return()
  endif()
  add_library(${name} ${LOCKSTEP_LIBRARY} ${sources})
  target_link_libraries(${name} PUBLIC lockstep_flags ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
  set_target_properties(${name} PROPERTIES AUTOUIC ON)
endfunction()

# lockstep_documents(model/analysis resources/rules ruledocumentation)
#   Every .md of a folder but its README becomes a resource :/lockstep/<last part of the folder>/<name>
#   of a library, so that there is no list to keep.
function(lockstep_documents folder documents resource)
  string(REPLACE "/" "_" name "lockstep_${folder}")
  get_filename_component(prefix ${documents} NAME)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${documents}/*.md)
  set(entries "")
  foreach(file IN LISTS files)
    get_filename_component(alias ${file} NAME)
    if(NOT alias STREQUAL "README.md")
      string(APPEND entries "    <file alias=\"${alias}\">${file}</file>\n")
    endif()
  endforeach()
  set(qrc ${CMAKE_CURRENT_BINARY_DIR}/${resource}.qrc)
  file(CONFIGURE OUTPUT ${qrc} @ONLY
    CONTENT "<RCC>\n  <qresource prefix=\"/lockstep/@prefix@\">\n@entries@  </qresource>\n</RCC>\n")
  target_sources(${name} PRIVATE ${qrc})
endfunction()

# lockstep_tests(unit/diff LINKS …)
#   Every tst_<class>.cpp in the folder becomes one test program and one CTest test. The other
#   classes of the folder, each a header with its .cpp, are linked into all of them.
function(lockstep_tests folder)
  cmake_parse_arguments(arg "SERIAL" "TIMEOUT" "LINKS;LABELS" ${ARGN})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  string(REPLACE "/" "_" prefix ${folder})
  set(shared "")
  file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.h)
  foreach(header IN LISTS headers)
    string(REGEX REPLACE "\\.h$" ".cpp" source ${header})
    if(EXISTS ${source})
      list(APPEND shared ${source})
    endif()
  endforeach()
  if(shared)
    add_library(lockstep_${prefix}_shared STATIC ${shared})
    target_link_libraries(lockstep_${prefix}_shared PUBLIC ${arg_LINKS} lockstep_testsupport Qt6::Test)
    list(PREPEND arg_LINKS lockstep_${prefix}_shared)
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/tst_*.cpp)
  foreach(source IN LISTS sources)
    get_filename_component(base ${source} NAME_WE)
    string(REPLACE "tst_" "" class ${base})
    set(target "tst_${prefix}_${class}")
    add_executable(${target} ${source})
    # One source a program: unity would only cost.
    set_target_properties(${target} PROPERTIES UNITY_BUILD OFF)
    target_link_libraries(${target} PRIVATE ${arg_LINKS} lockstep_testsupport Qt6::Test)
    add_test(NAME ${folder}/${class} COMMAND ${target})
    # One limit only: Qt Test has one of five minutes for a function, which a busy machine reaches.
    math(EXPR function_limit "${arg_TIMEOUT} * 1000")
    set_tests_properties(${folder}/${class} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
      ENVIRONMENT "QTEST_FUNCTION_TIMEOUT=${function_limit};QT_QPA_PLATFORM=offscreen;LOCKSTEP_SOURCE_DIR=${CMAKE_SOURCE_DIR};LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp;TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/tsan.supp;UBSAN_OPTIONS=print_stacktrace=1")
    if(arg_SERIAL)
      set_tests_properties(${folder}/${class} PROPERTIES RUN_SERIAL ON)
    endif()
  endforeach()
endfunction()
