#!/bin/sh
# Takes the clang of the bytedeco jar apart so that it runs without JavaCPP's loader.
#
#   extract-clang.sh LLVM_PLATFORM_JAR TARGET_DIR
#
# LLVM_PLATFORM_JAR is llvm-20.1.7-1.5.12-linux-x86_64.jar. Afterwards TARGET_DIR holds
#   bin/clang bin/ld.lld bin/llvm-ar ...   the tools (RUNPATH is $ORIGIN and $ORIGIN/../lib)
#   lib/libLLVM.so.20.1 ...                shared libraries under their sonames, which the jar lacks
#   lib/clang/20/include                   clang's own headers
# Only the build needs these; what a user's machine needs is taken out of the jar by the compiler itself.
set -eu
jar=$1
target=$2
prefix=org/bytedeco/llvm/linux-x86_64
stamp=$target/.complete
if [ -f "$stamp" ] && [ "$stamp" -nt "$jar" ] && [ "$stamp" -nt "$0" ]; then exit 0; fi

work=$target.partial.$$
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/raw"
files="$prefix/clang $prefix/lld $prefix/llvm-ar $prefix/llvm-dis $prefix/llvm-link $prefix/llvm-objcopy $prefix/opt
  $prefix/libLLVM.so $prefix/libclang-cpp.so"
if command -v unzip >/dev/null 2>&1; then
  # Status 11 says that a pattern matched nothing: some tools are absent from some versions of the jar.
  # shellcheck disable=SC2086
  unzip -q -o "$jar" $files "$prefix/lib/clang/20/include/*" -d "$work/raw" || [ $? -eq 11 ]
else
  absolute=$(cd "$(dirname "$jar")" && pwd)/$(basename "$jar")
  # shellcheck disable=SC2086
  (cd "$work/raw" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" xf "$absolute" $files "$prefix/lib/clang/20/include")
fi

mkdir -p "$work/bin" "$work/lib/clang/20"
for tool in clang llvm-ar llvm-dis llvm-link llvm-objcopy opt; do
  if [ -f "$work/raw/$prefix/$tool" ]; then mv "$work/raw/$prefix/$tool" "$work/bin/$tool"; fi
done
mv "$work/raw/$prefix/lld" "$work/bin/ld.lld"
mv "$work/raw/$prefix/libLLVM.so" "$work/lib/libLLVM.so.20.1"
mv "$work/raw/$prefix/libclang-cpp.so" "$work/lib/libclang-cpp.so.20.1"
mv "$work/raw/$prefix/lib/clang/20/include" "$work/lib/clang/20/include"
for library in libLLVM.so.20.1 libclang-cpp.so.20.1; do
  ln -s "../lib/$library" "$work/bin/$library"
done
chmod +x "$work"/bin/*
rm -rf "$work/raw" "$target"
mkdir -p "$(dirname "$target")"
mv "$work" "$target"
trap - EXIT
"$target/bin/clang" --version >/dev/null
: > "$stamp"
