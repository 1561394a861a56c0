#!/bin/sh
# Adds the acceptance programs that pass now to it-tests/acceptance-passing.txt. The list only grows; what it holds and
# fails now is printed and makes the status 1.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
suite=$root/../shared/acceptance
list=$root/it-tests/acceptance-passing.txt
log=$(mktemp) all=$(mktemp) failing=$(mktemp)
trap 'rm -f "$log" "$all" "$failing"' EXIT
touch "$list"
cd "$root"
"$suite/run" --jobs 2 > "$log" 2>&1 || true
tail -n 10 "$log"
grep -q '^[0-9]* passed, [0-9]* failed$' "$log" || { echo "the suite did not run to its end"; exit 1; }
export LC_ALL=C
(cd "$suite" && ls -- */*.py | sed 's/\.py$//') | sort > "$all"
sed -n 's/^FAIL \([^:]*\):.*/\1/p' "$log" | sort > "$failing"
lost=$(comm -12 "$failing" "$list")
before=$(wc -l < "$list")
comm -23 "$all" "$failing" | sort -u - "$list" > "$list.new"
mv "$list.new" "$list"
echo "recorded: $before before, $(wc -l < "$list") now"
if [ -n "$lost" ]; then
  echo "passed before and fails now:" $lost
  exit 1
fi
