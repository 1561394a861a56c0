#!/bin/sh
# Lays out the installation distribution/target/codonj from what the modules have built.
#
#   bin/codonj          native launcher
#   lib/*.jar           the compiler
#   lib/maven           the client of Maven repositories; loaded by codonj plugin install
#   lib/jre             Java, reduced to what the compiler uses
#   lib/codonj.aot      classes as the training runs left them, for quick starts
#   lib/native          LLVM, ld.lld
#   lib/runtime         runtime.o, inline.bc, start.o, static libraries; parts/: native libraries of modules
#   plugins/ID          the plugins of this project
#   stdlib              the library: sources and syntax trees
#   LICENSES, sbom.cdx.json   whose work the parts are
#   build-id            names the build; part of the key of every cached program
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
core=$root/platform-core/target
target=$root/distribution/target
sources=$root/distribution/src/main
jdk=$("$root/build/find-jdk.sh")
home=$target/codonj.new
rm -rf "$home"
mkdir -p "$home/bin" "$home/lib"

# Jars. picocli is the one that was compiled anew.
cp "$target/jars/"*.jar "$target/codonj-cli.jar" "$home/lib/"
"$jdk/bin/jar" --create --date=2026-01-01T00:00:00Z --file "$home/lib/picocli.jar" -C "$target/picocli-classes" .
mkdir "$home/lib/maven"
cp "$root/maven-client/target/jars/"*.jar "$root/maven-client/target/codonj-maven.jar" "$home/lib/maven/"

# Big files that never change are linked, not copied, where the file system can.
link() { cp -al "$1" "$2" 2>/dev/null || cp -a "$1" "$2"; }
strip="$core/clang/bin/llvm-objcopy --strip-all"
if [ ! "$target/native/.complete" -nt "$core/home/lib/native/.extracted" ]; then
  rm -rf "$target/native"
  mkdir -p "$target/native"
  for file in "$core/home/lib/native"/*; do
    $strip "$file" "$target/native/$(basename "$file")"
  done
  # LLVM is built on these, and smaller systems lack them.
  for file in libz.so.1 libstdc++.so.6; do
    cp -L "/usr/lib/x86_64-linux-gnu/$file" "$target/native/$file"
    chmod 755 "$target/native/$file"
  done
  : > "$target/native/.complete"
fi
link "$target/native" "$home/lib/native"
rm -f "$home/lib/native/.complete"
cp -a "$core/home/lib/runtime" "$home/lib/runtime"
rm -f "$home/lib/runtime/runtime.bc" # inline.bc and runtime.o are made from it
cp -a "$core/home/stdlib" "$home/stdlib"

# Plugins.
mkdir -p "$home/plugins"
for module in "$root"/plugins/*/; do
  [ -f "$module/plugin.properties" ] || continue
  id=$(sed -n 's/^plugin\.id=//p' "$module/plugin.properties")
  "$root/build/lay-out-plugin.sh" "$module" "$module/target/$(basename "$module").jar" "$home/plugins/$id"
done

# Java.
if [ ! -x "$target/jre/bin/java" ] || ! grep -q java.naming "$target/jre/release" || [ "$jdk/release" -nt "$target/jre/release" ]; then
  rm -rf "$target/jre"
  "$jdk/bin/jlink" --add-modules java.base,java.logging,jdk.unsupported,java.naming --strip-debug --no-man-pages \
    --no-header-files --output "$target/jre"
  rm -f "$target/jre/bin/keytool" "$target/jre/lib/jrt-fs.jar"
  find "$target/jre/lib" -name '*.so' -exec chmod u+w {} + -exec $strip {} \;
fi
link "$target/jre" "$home/lib/jre"

# The launcher knows the flags and the class path.
flags=$(cat "$sources/java-flags.txt")
jars=$(cd "$home/lib" && ls -- *.jar)
quoted() { printf '"%s", ' "$@"; }
{
  # shellcheck disable=SC2086
  echo "#define JAVA_FLAGS $(quoted $flags)"
  # shellcheck disable=SC2086
  echo "#define JARS $(quoted $jars)"
} > "$target/launcher_config.h"
"$core/clang/bin/clang" -O2 -Wall -Wextra -fuse-ld=lld -s -I "$target" "$sources/c/launcher.c" -o "$home/bin/codonj"

"$root/build/licences.sh" "$home" "$target/bom.json"

# Each plugin's index of contributions, without which no plugin is used.
class_path=$(printf "$home/lib/%s:" $jars)
data=$(mktemp -d)
# shellcheck disable=SC2086
XDG_DATA_HOME="$data" CODONJ_PLUGIN_PATH= "$home/lib/jre/bin/java" $flags -Dcodonj.home="$home" -cp "${class_path%:}" \
  io.codonj.cli.Main plugin list > "$data/list" 2>/dev/null
if grep "cannot be used" "$data/list" >&2; then exit 1; fi
rm -rf "$data"

# Names the build by content, so that a rebuild of the same sources keeps cached programs.
(cd "$home" && find lib/*.jar lib/runtime stdlib plugins -type f | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -c1-16) > "$home/build-id"

# The AOT cache holds sizes and time stamps of the jars, so it is made last. It moves with the installation as a whole.
rm -rf "$target/codonj.old"
[ ! -e "$target/codonj" ] || mv "$target/codonj" "$target/codonj.old"
mv "$home" "$target/codonj"
rm -rf "$target/codonj.old"
home=$target/codonj

training=$(mktemp -d)
trap 'rm -rf "$training"' EXIT
class_path=$(printf "$home/lib/%s:" $jars)
# shellcheck disable=SC2086
if ! XDG_CACHE_HOME="$training" "$home/lib/jre/bin/java" $flags \
  -XX:AOTCacheOutput="$training/codonj.aot" -Dcodonj.home="$home" -cp "${class_path%:}" \
  io.codonj.cli.Training "$training" > "$training/log" 2>&1 || [ ! -s "$training/codonj.aot" ]; then
  cat "$training/log" >&2
  echo "assemble: the training run failed" >&2
  exit 1
fi
mv "$training/codonj.aot" "$home/lib/codonj.aot"
