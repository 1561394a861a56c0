#!/bin/sh
# Builds the runtime for linking into programs.
#
#   CLANG=/path/to/clang OUT=DIR [LIBGC=/path/to/libgc.a] [CHECKS=FLAGS] build.sh
#
# CHECKS are further flags of the compiler, for builds that check themselves (docs/how-to/test.md).
#
# Writes to OUT
#   runtime.bc   the runtime as bitcode, not optimized, for the x86-64 baseline; the backend strips the
#                target-cpu and target-features attributes after linking it into a program
#   start.o      native: _start, the stack switch, the static-only functions of libc
#   libgc.a      the collector (Debian package libgc-dev)
#   shared/libgc.so.1   the collector for shared libraries
# and to OUT/parts, for each directory NAME of parts/, what programs are linked with that use its functions
#   NAME/NAME.o  its C files
#   NAME/*.a     the static libraries that its file `archives` names, from ARCHIVES
# Link: ld.lld -pie --eh-frame-hdr --gc-sections -dynamic-linker /lib64/ld-linux-x86-64.so.2
#         start.o PROGRAM.o libgc.a libc.so.6 libm.so.6 libgcc_s.so.1
set -eu
here=$(cd "$(dirname "$0")" && pwd)
CLANG=${CLANG:-clang}
OUT=${OUT:?names the output directory}
ARCHIVES=${ARCHIVES:-/usr/lib/x86_64-linux-gnu}
LIBGC=${LIBGC:-$ARCHIVES/libgc.a}
[ -f "$LIBGC" ] || { echo "build.sh: $LIBGC is missing; install libgc-dev or set LIBGC" >&2; exit 1; }
mkdir -p "$OUT"

# -disable-llvm-passes keeps the code as written, but attributed for optimization: it is optimized together with
# the program. The frame pointers and unwind tables serve tracebacks.
warnings="-std=gnu11 -Wall -Wextra -Wno-unused-function ${CHECKS-}"
"$CLANG" --target=x86_64-linux-gnu -O1 -Xclang -disable-llvm-passes -emit-llvm -c $warnings \
  -fPIC -fexceptions -funwind-tables -fno-math-errno -fno-strict-aliasing -fwrapv -fno-stack-protector \
  -fno-ident -o "$OUT/runtime.bc.partial" "$here/runtime.c"
mv "$OUT/runtime.bc.partial" "$OUT/runtime.bc"
"$CLANG" --target=x86_64-linux-gnu -O2 -c $warnings -fPIC -fno-stack-protector -fno-ident \
  -o "$OUT/start.o.partial" "$here/start.c"
mv "$OUT/start.o.partial" "$OUT/start.o"
cp "$LIBGC" "$OUT/libgc.a"
# The static collector addresses thread-local variables as only executables may.
mkdir -p "$OUT/shared"
cp -L "$ARCHIVES/libgc.so.1" "$OUT/shared/libgc.so.1"

for part in "$here"/parts/*/; do
  CLANG="$CLANG" ARCHIVES="$ARCHIVES" "$here/build-part.sh" "$part" "$OUT/parts/$(basename "$part")"
done
