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
#   One folder, one static library, named lockstep_<folder with _>. Sources are all .cpp, .h and
#   .qrc files in the folder.
function(lockstep_library folder)
  cmake_parse_arguments(arg "" "" "LINKS;PRIVATE_LINKS" ${ARGN})
  string(REPLACE "/" "_" name "lockstep_${folder}")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.h ${folder}/*.qrc ${folder}/*.ui)
  if(NOT sources MATCHES "\\.cpp")
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE lockstep_flags ${arg_LINKS})
    return()
  endif()
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC lockstep_flags ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
  set_target_properties(${name} PROPERTIES AUTOUIC ON)
endfunction()

# lockstep_tests(unit/diff LINKS …)
#   Every tst_<class>.cpp in the folder becomes one test program and one CTest test.
function(lockstep_tests folder)
  cmake_parse_arguments(arg "SERIAL" "TIMEOUT" "LINKS;LABELS" ${ARGN})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/tst_*.cpp)
  foreach(source IN LISTS sources)
    get_filename_component(base ${source} NAME_WE)
    string(REPLACE "/" "_" prefix ${folder})
    string(REPLACE "tst_" "" class ${base})
    set(target "tst_${prefix}_${class}")
    add_executable(${target} ${source})
    # One source a program: unity would only cost.
    set_target_properties(${target} PROPERTIES UNITY_BUILD OFF)
    target_link_libraries(${target} PRIVATE ${arg_LINKS} lockstep_testsupport Qt6::Test)
    add_test(NAME ${folder}/${class} COMMAND ${target})
    set_tests_properties(${folder}/${class} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LOCKSTEP_SOURCE_DIR=${CMAKE_SOURCE_DIR};LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp;TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/tsan.supp;UBSAN_OPTIONS=print_stacktrace=1")
    if(arg_SERIAL)
      set_tests_properties(${folder}/${class} PROPERTIES RUN_SERIAL ON)
    endif()
  endforeach()
endfunction()
