#!/bin/sh
# Builds one native part: what programs are linked with that use its functions.
#
#   CLANG=/path/to/clang build-part.sh SOURCES OUTPUT
#
# SOURCES holds C files, and a file `archives` with the names of libraries, which are taken from ARCHIVES: static ones
# (libz.a), or a shared one (libomp.so.5), which programs then find in the installation or beside themselves. OUTPUT gets
# an object for each C file, and the libraries.
set -eu
CLANG=${CLANG:-clang}
ARCHIVES=${ARCHIVES:-/usr/lib/x86_64-linux-gnu}
part=$1 target=$2

rm -rf "$target.partial"
mkdir -p "$target.partial"
for source in "$part"/*.c; do
  "$CLANG" --target=x86_64-linux-gnu -O2 -c -std=gnu11 -Wall -Wextra -Wno-unused-function -fPIC -fexceptions \
    -funwind-tables -fno-strict-aliasing -fwrapv -ffunction-sections -fdata-sections -fno-stack-protector -fno-ident \
    -o "$target.partial/$(basename "$source" .c).o" "$source"
done
if [ -f "$part/archives" ]; then
  while read -r archive; do
    [ -f "$ARCHIVES/$archive" ] || { echo "build-part.sh: $ARCHIVES/$archive is missing; see build/debian-packages.txt" >&2; exit 1; }
    cp -L "$ARCHIVES/$archive" "$target.partial/"
  done < "$part/archives"
fi
rm -rf "$target"
mv "$target.partial" "$target"
