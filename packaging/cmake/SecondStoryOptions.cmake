# SPDX-FileCopyrightText: 2026 The Second Story authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Language level, strict Qt defines and warnings: every target of ours links this one.
add_library(secondstory_options INTERFACE)
target_compile_features(secondstory_options INTERFACE cxx_std_20)
target_compile_definitions(secondstory_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS QT_STRICT_ITERATORS
  QT_USE_QSTRINGBUILDER POINTERHOLDER_TRANSITION=4 QT_DISABLE_DEPRECATED_BEFORE=0x060400
  SECONDSTORY_VERSION="${PROJECT_VERSION}")
target_compile_options(secondstory_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-qual
  -Wnon-virtual-dtor -Woverloaded-virtual -Wsuggest-override -Wextra-semi
  -Wzero-as-null-pointer-constant
  # Designated initialisers leave out what keeps its default.
  -Wno-missing-field-initializers -Werror -fstack-protector-strong)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # At -O2 g++ 12 reports null dereferences inside Qt's own containers.
  target_compile_options(secondstory_options INTERFACE $<$<CONFIG:Debug>:-Wnull-dereference> -Wno-restrict)
endif()
target_link_options(secondstory_options INTERFACE -Wl,-z,relro,-z,now)
if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
  target_compile_definitions(secondstory_options INTERFACE _FORTIFY_SOURCE=2 QT_NO_DEBUG_OUTPUT)
endif()
if(SECONDSTORY_SANITIZE)
  target_compile_options(secondstory_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer)
  target_link_options(secondstory_options INTERFACE -fsanitize=address,undefined)
endif()
if(SECONDSTORY_FUZZ)
  # Whatever the sanitizers find ends the run; warnings are for the ordinary builds.
  target_compile_options(secondstory_options INTERFACE -O1 -fsanitize=fuzzer-no-link,address,undefined
    -fno-sanitize-recover=all -fno-omit-frame-pointer -Wno-error -Wno-zero-as-null-pointer-constant)
  target_link_options(secondstory_options INTERFACE -fsanitize=address,undefined)
endif()
