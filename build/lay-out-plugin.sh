#!/bin/sh
# Lays out a plugin of this project as the folder that is installed.
#   lay-out-plugin.sh MODULE JAR OUTPUT
#
#   MODULE/plugin.properties        -> OUTPUT/plugin.properties
#   JAR                             -> OUTPUT/lib/NAME.jar
#   MODULE/src/main/codonj/**       -> OUTPUT/stdlib/**
#   MODULE/src/main/c/PART/PART.c   -> OUTPUT/native/linux-x86_64/PART/*.o, *.a
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
module=$1 jar=$2 output=$3
rm -rf "$output"
mkdir -p "$output/lib"
cp "$module/plugin.properties" "$output/"
cp "$jar" "$output/lib/$(basename "$module").jar"
if [ -d "$module/src/main/codonj" ]; then
  mkdir -p "$output/stdlib"
  cp -R "$module/src/main/codonj/." "$output/stdlib/"
fi
for part in "$module"/src/main/c/*/; do
  [ -d "$part" ] || continue
  mkdir -p "$output/native/linux-x86_64"
  CLANG="$root/platform-core/target/clang/bin/clang" "$root/platform-core/src/main/c/build-part.sh" \
    "$part" "$output/native/linux-x86_64/$(basename "$part")"
done
