#!/bin/sh
# Prints the home of a JDK 25: JAVA_HOME if it is one, else the first below /usr/lib/jvm. Status 1 if there is none.
for jdk in "${JAVA_HOME-}" /usr/lib/jvm/*; do
  if [ -n "$jdk" ] && [ -f "$jdk/release" ] && [ -x "$jdk/bin/javac" ] && grep -q '^JAVA_VERSION="25' "$jdk/release"; then
    echo "$jdk"
    exit 0
  fi
done
exit 1
