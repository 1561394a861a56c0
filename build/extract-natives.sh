#!/bin/sh
# Takes the native files that the compiler loads or runs out of the bytedeco jars.
#   extract-natives.sh LLVM_JAR JAVACPP_JAR DIRECTORY
# JavaCPP's own loader would unpack half a gigabyte and leave out the names that the libraries ask for.
set -eu
llvm_jar=$1 javacpp_jar=$2 target=$3
stamp="$target/.extracted"
wanted="$(basename "$llvm_jar") $(basename "$javacpp_jar")"
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
  exit 0
fi

mkdir -p "$target"
rm -f "$stamp"
llvm=org/bytedeco/llvm/linux-x86_64
javacpp=org/bytedeco/javacpp/linux-x86_64
take() { # JAR ENTRY NAME
  unzip -p "$1" "$2" > "$target/$3.part"
  chmod 755 "$target/$3.part"
  mv "$target/$3.part" "$target/$3"
}
take "$llvm_jar" "$llvm/libLLVM.so" libLLVM.so.20.1
take "$llvm_jar" "$llvm/libLTO.so" libLTO.so.20.1
take "$llvm_jar" "$llvm/libRemarks.so" libRemarks.so.20.1
take "$llvm_jar" "$llvm/libjniLLVM.so" libjniLLVM.so
take "$llvm_jar" "$llvm/lld" ld.lld
take "$javacpp_jar" "$javacpp/libjnijavacpp.so" libjnijavacpp.so
printf '%s' "$wanted" > "$stamp"
