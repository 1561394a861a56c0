#!/bin/sh
# Runs the acceptance programs that have passed before (it-tests/acceptance-passing.txt): each must pass again.
# The suite is not part of this repository; where it is not beside it, there is nothing to run.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
suite=$root/../shared/acceptance
list=$root/it-tests/acceptance-passing.txt
if [ ! -x "$suite/run" ]; then
  echo "acceptance: there is no suite beside the repository, so nothing was checked"
  exit 0
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
cd "$root"
# Names select by substring, so more programs may run than are listed; only the listed ones must pass.
xargs "$suite/run" --jobs 2 < "$list" > "$log" 2>&1 || true
tail -n 8 "$log"
grep -q '^[0-9]* passed, [0-9]* failed$' "$log" || { echo "acceptance: the suite did not run to its end"; exit 1; }
lost=$(sed -n 's/^FAIL \([^:]*\):.*/\1/p' "$log" | LC_ALL=C sort | LC_ALL=C comm -12 - "$list")
if [ -n "$lost" ]; then
  echo "acceptance: these passed before and fail now:"
  for name in $lost; do grep "^FAIL $name:" "$log"; done
  exit 1
fi
echo "acceptance: all $(wc -l < "$list") recorded programs pass"
