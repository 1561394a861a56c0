#!/bin/sh
# Builds the C runtime with the clang that comes in the LLVM jar.
#   build-runtime.sh LLVM_JAR CLANG_DIRECTORY OUTPUT_DIRECTORY
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
sources=$root/platform-core/src/main/c
llvm_jar=$1 clang=$2 output=$3

"$sources/extract-clang.sh" "$llvm_jar" "$clang"
if [ -f "$output/runtime.bc" ] && [ -z "$(find "$sources" -newer "$output/runtime.bc" -print -quit)" ]; then
  exit 0
fi
mkdir -p "$output"
CLANG="$clang/bin/clang" OUT="$output" exec "$sources/build.sh"
