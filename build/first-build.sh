#!/bin/sh
# Builds the installation below distribution/target, with progress on standard error. Called by the launcher of the
# source tree; calls at the same time wait for one build.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$root/target"
exec 9> "$root/target/first-build.lock"
flock 9
[ ! -x "$root/distribution/target/codonj/bin/codonj" ] || exit 0

log=$root/target/first-build.log
say() { echo "codonj: $*" >&2; }
command -v mvn >/dev/null 2>&1 || { say "Apache Maven is needed for the first build. Debian package: maven"; exit 1; }
say "building codonj, once; this takes a few minutes and downloads LLVM (150 MB) if it is not there"
"$root/build/bootstrap.sh"
progress='s/^\[INFO\] Building codonj \([a-z A-Z]*[a-zA-Z]\) .*/codonj: building the \1/p
  s/^\[INFO\] --- exec[^@]*(\([^)]*\)).*/codonj:   \1/p'
if (cd "$root" && mvn -B -ntp -DskipTests -Dcodonj.archive.skip=true -pl distribution -am package) 2>&1 9>&- | tee "$log" | sed -n "$progress" >&2 &&
  grep -q '^\[INFO\] BUILD SUCCESS' "$log"; then
  say "ready"
else
  tail -n 40 "$log" >&2
  say "the build failed; the whole log is in $log"
  exit 1
fi
