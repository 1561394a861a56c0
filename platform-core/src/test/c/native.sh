#!/bin/sh
# Links programs with the built runtime as the compiler does and checks what they print:
#   native.sh CLANG_DIRECTORY RUNTIME_DIRECTORY [OUTPUT_DIR]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
clang=$1/bin runtime=$2 out=${3:-$(mktemp -d)}
libraries=/lib/x86_64-linux-gnu
mkdir -p "$out"

link() { # NAME BITCODE
  "$clang/llvm-link" "$2" "$runtime/runtime.bc" -o "$out/$1.all.bc"
  "$clang/clang" -O2 -fPIC -ffunction-sections -Wno-override-module -c "$out/$1.all.bc" -o "$out/$1.o"
  "$clang/ld.lld" -pie --eh-frame-hdr --gc-sections -dynamic-linker /lib64/ld-linux-x86-64.so.2 \
    "$runtime/start.o" "$out/$1.o" "$out/foreign_frame.o" "$runtime/libgc.a" "$libraries/libc.so.6" "$libraries/libm.so.6" \
    "$libraries/libgcc_s.so.1" -o "$out/$1"
}

failures=0
check() { # STATUS STDOUT STDERR_PART PROGRAM ARGUMENTS...
  status=$1 stdout=$2 stderr=$3
  shift 3
  actual=0
  "$@" >"$out/stdout" 2>"$out/stderr" || actual=$?
  if [ "$actual" != "$status" ] || [ "$(sed "s, *$,," "$out/stdout")" != "$stdout" ] ||
    { [ -n "$stderr" ] && ! grep -qF -- "$stderr" "$out/stderr"; }; then
    failures=$((failures + 1))
    echo "FAILED: $* (status $actual, expected $status)"
    cat "$out/stdout" "$out/stderr"
  fi
}

"$clang/clang" -O2 -fPIC -fexceptions -c "$here/foreign_frame.c" -o "$out/foreign_frame.o"
"$clang/clang" -O0 -emit-llvm -Wno-override-module -c "$here/exceptions.ll" -o "$out/exceptions.bc"
link exceptions "$out/exceptions.bc"
caught='finally -1
finally 9
finally C 1'
check 0 "$caught" "" "$out/exceptions"
check 1 "$caught
finally C" "ValueError" "$out/exceptions" x
check 1 "$caught
finally" "ValueError" "$out/exceptions" x y z
check 1 "$caught" "RecursionError: maximum recursion depth exceeded" "$out/exceptions" x y

"$clang/clang" -g -O1 -Xclang -disable-llvm-passes -emit-llvm -fexceptions -funwind-tables -fPIC \
  -I"$here/../../main/c" -c "$here/native_test.c" -o "$out/native_test.bc"
link native_test "$out/native_test.bc"
check 0 "list 200000 finalizers run
600242
1
wrong texts 0
threads 5" "" "$out/native_test"
raised=$(grep -n 'cj_throw(object);' "$here/native_test.c" | cut -d: -f1)
check 1 "" "native_test.c\", line $raised, in raise_value" "$out/native_test" 1
check 1 "" "    cj_throw(object);" "$out/native_test" 1
check 1 "" "  [Previous line repeated 17 more times]" "$out/native_test" 1
check 1 "" "RecursionError: maximum recursion depth exceeded" "$out/native_test" 2
check 7 "" "" "$out/native_test" 3
echo "native: $failures failures"
[ "$failures" = 0 ]
