#!/bin/sh
# Builds the runtime's tests with sanitizers and runs them: run.sh [OUTPUT_DIR]. CC chooses the compiler (gcc).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$(mktemp -d)}
mkdir -p "$out"
export ASAN_OPTIONS=detect_leaks=0 # there is no collector in these builds
for test in runtime_test file_test; do
  ${CC:-gcc} -std=gnu11 -g -O1 -Wall -Wextra -Wno-unused-function -fwrapv -DCJ_NO_GC -DCJ_LIBRARY_ONLY \
    -fsanitize=address,undefined -fno-sanitize-recover=undefined -I"$here/../../main/c" \
    "$here/$test.c" -o "$out/$test" -lm
done
"$out/runtime_test" "$here/expected.txt"
"$out/file_test" "$out"
