#!/bin/sh
# Writes LICENSES/ and sbom.cdx.json of an installation: what of it is not codonj's own, in which version, under which
# licence. A file that nothing is known about fails the build.
#   licences.sh HOME MAVEN_BOM
# Jars are described by distribution/src/main/licences/jars.txt, LLVM and Java here, all other native files by the
# Debian packages that they come from.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
texts=$root/distribution/src/main/licences
home=$1 maven_bom=$2
libraries=/usr/lib/x86_64-linux-gnu
out=$home/LICENSES
mkdir -p "$out"
components=$out/.components
: > "$components"
: > "$out/.list"

fail() { echo "licences: $*" >&2; exit 1; }
list() { printf '%-44s %s\n' "$1" "$2" >> "$out/.list"; } # FILES, WHAT

# One more entry of the bill of materials: NAME VERSION LICENCE_JSON PURL
component() {
  printf '    {\n      "type" : "library",\n      "bom-ref" : "%s",\n      "name" : "%s",\n      "version" : "%s",\n' "$4" "$1" "$2"
  printf '      "licenses" : [ { "license" : { %s } } ],\n      "purl" : "%s"\n    },\n' "$3" "$4"
} >> "$components"

own='^(codonj-.*|platform-core|plugin-api|distribution)\.jar$'
for jar in $(cd "$home" && find . -name '*.jar' ! -path './lib/jre/*' | sed 's,^\./,,' | LC_ALL=C sort); do
  name=$(basename "$jar")
  if echo "$name" | grep -qE "$own" || [ -d "$root/plugins/${name%.jar}" ]; then continue; fi
  row=$(grep "^$name|" "$texts/jars.txt") || fail "nothing is known about $jar; add it to $texts/jars.txt"
  text=$(echo "$row" | cut -d'|' -f4)
  cp "$texts/$text" "$out/$text"
  list "$jar" "$(echo "$row" | cut -d'|' -f2), $(echo "$row" | cut -d'|' -f3), $text"
done

# LLVM, and the glue to it.
version=$("$root/platform-core/target/clang/bin/clang" --version | sed -n 's/.*clang version \([0-9.]*\).*/\1/p')
cp "$texts/Apache-2.0.txt" "$texts/LLVM-exception.txt" "$out/"
list "lib/native/libLLVM* libLTO* libRemarks* ld.lld" "LLVM $version, Apache-2.0 WITH LLVM-exception, LLVM-exception.txt"
list "lib/native/libjni*" "JavaCPP and its presets for LLVM, Apache-2.0, Apache-2.0.txt"
component LLVM "$version" '"name" : "Apache-2.0 WITH LLVM-exception"' "pkg:github/llvm/llvm-project@llvmorg-$version"

# Java.
version=$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$home/lib/jre/release")
[ -n "$version" ] || version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$home/lib/jre/release")
list "lib/jre" "OpenJDK $version, GPL-2.0 WITH Classpath-exception-2.0, lib/jre/legal"
component OpenJDK "$version" '"name" : "GPL-2.0 WITH Classpath-exception-2.0"' "pkg:generic/openjdk@$version"

# Native libraries.
packages=
for file in $(cd "$home" && find lib plugins -type f \( -name '*.a' -o -name '*.so' -o -name '*.so.*' \) ! -path 'lib/jre/*' 2>/dev/null | LC_ALL=C sort); do
  case $(basename "$file") in libLLVM.* | libLTO.* | libRemarks.* | libjni*) continue ;; esac
  name=$(basename "$file")
  package=$(dpkg-query -S "$libraries/$name" "/lib/x86_64-linux-gnu/$name" 2>/dev/null | sed -n '1s/:.*//p')
  [ -n "$package" ] || fail "$file belongs to no Debian package; its licence is not known"
  list "$file" "Debian package $package, $package.txt"
  case " $packages " in *" $package "*) continue ;; esac
  packages="$packages $package"
  copyright=/usr/share/doc/$package/copyright
  [ -s "$copyright" ] || fail "$copyright is missing"
  cat "$copyright" > "$out/$package.txt"
  # What the package does not repeat, because each Debian system has it.
  for common in $(grep -oE '/usr/share/common-licenses/[A-Za-z0-9.-]*[A-Za-z0-9]' "$copyright" | sort -u); do
    [ ! -f "$common" ] || cat "$common" > "$out/$(basename "$common").txt"
  done
  version=$(dpkg-query -W -f '${Version}' "$package")
  component "$package" "$version" "\"name\" : \"see LICENSES/$package.txt\"" \
    "pkg:deb/debian/$package@$(echo "$version" | sed 's/+/%2B/g; s/:/%3A/g')?arch=amd64"
done

{
  echo "What this installation contains beside codonj itself, and where its licence is."
  echo "sbom.cdx.json lists the same for programs."
  echo
  cat "$out/.list"
} > "$out/README"
awk -v extra="$components" '{ print } /^  "components" : \[/ { while ((getline line < extra) > 0) print line }' \
  "$maven_bom" > "$home/sbom.cdx.json"
rm "$components" "$out/.list"
