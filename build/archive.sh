#!/bin/sh
# Packs the installation and says how large it is: distribution/target/codonj-VERSION-linux-x86_64.tar.gz
#   archive.sh VERSION
# Time stamps stay as they are, because the AOT cache holds those of the jars. The fast level of compression costs a
# tenth of the size and saves most of the time.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
target=$root/distribution/target
name=codonj-$1-linux-x86_64
archive=$target/$name.tar.gz
rm -f "$target"/codonj-*.tar.gz
tar -C "$target" --sort=name --owner=0 --group=0 --numeric-owner --hard-dereference \
  --transform "s,^codonj,$name,S" -cf - codonj | gzip -1 > "$archive.part"
mv "$archive.part" "$archive"
mebibytes() { du -sm --apparent-size "$1" | cut -f1; }
echo "codonj installation: $(mebibytes "$target/codonj") MiB, of which"
for part in lib/native lib/jre lib/codonj.aot lib/runtime stdlib plugins; do
  [ ! -e "$target/codonj/$part" ] || printf '  %4s MiB  %s\n' "$(mebibytes "$target/codonj/$part")" "$part"
done
echo "$(basename "$archive"): $(mebibytes "$archive") MiB"
