#!/bin/sh
# Installs what building codonj needs and the machine lacks. Does nothing, quickly, where all is there.
#
# The list is debian-packages.txt beside this file. Java and Maven are not installed here, because which of them a
# machine has is its owner's choice; what is wrong with them is said.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

say() { echo "codonj bootstrap: $*" >&2; }
fail() { say "$*"; exit 1; }

"$here/find-jdk.sh" >/dev/null || fail "no JDK 25 in JAVA_HOME or /usr/lib/jvm. Debian package of Eclipse Temurin: temurin-25-jdk"

[ "$(uname -s) $(uname -m)" = "Linux x86_64" ] || fail "codonj builds on Linux on x86-64 only; this is $(uname -s) on $(uname -m)"

wanted=$(grep -v '^#' "$here/debian-packages.txt")
missing=
if command -v dpkg-query >/dev/null 2>&1; then
  for package in $wanted; do
    case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true) in
      installed) ;;
      *) missing="$missing $package" ;;
    esac
  done
else
  fail "this system has no dpkg. Install the equivalents of these Debian 12 packages:" $wanted
fi
[ -n "$missing" ] || exit 0

release=$(. /etc/os-release && echo "${ID-unknown} ${VERSION_ID-}")
if [ "$release" != "debian 12" ]; then
  fail "these packages are missing:$missing. They are installed by this script on Debian 12 only; this is $release"
fi
if [ "$(id -u)" -ne 0 ]; then
  fail "these packages are missing and only root can install them. Run: sudo apt-get install -y$missing"
fi

say "installing$missing"
export DEBIAN_FRONTEND=noninteractive
install() { apt-get install -y -q --no-install-recommends $missing >&2; }
if ! install; then
  say "updating the package lists"
  apt-get update -q >&2
  install || fail "apt-get could not install$missing"
fi
