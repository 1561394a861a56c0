#!/bin/sh
# Builds one native part: what programs are linked with that use its functions.
#
#   CLANG=/path/to/clang build-part.sh SOURCES OUTPUT
#
# SOURCES holds NAME.c, NAME being the directory's name, and a file `archives` with the names of static libraries, which
# are taken from ARCHIVES. OUTPUT gets NAME.o and the libraries.
set -eu
CLANG=${CLANG:-clang}
ARCHIVES=${ARCHIVES:-/usr/lib/x86_64-linux-gnu}
part=$1 target=$2
name=$(basename "$part")

rm -rf "$target.partial"
mkdir -p "$target.partial"
"$CLANG" --target=x86_64-linux-gnu -O2 -c -std=gnu11 -Wall -Wextra -Wno-unused-function -fPIC -fexceptions -funwind-tables \
  -fno-strict-aliasing -fwrapv -ffunction-sections -fdata-sections -fno-stack-protector -fno-ident \
  -o "$target.partial/$name.o" "$part/$name.c"
if [ -f "$part/archives" ]; then
  while read -r archive; do
    [ -f "$ARCHIVES/$archive" ] || { echo "build-part.sh: $ARCHIVES/$archive is missing; see build/debian-packages.txt" >&2; exit 1; }
    cp "$ARCHIVES/$archive" "$target.partial/"
  done < "$part/archives"
fi
rm -rf "$target"
mv "$target.partial" "$target"
