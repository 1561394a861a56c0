#!/bin/sh
# Builds the plugin with nothing but an installation of codonj and a JDK, and lays it out as a folder and as a zip.
#
#   JAVA_HOME=… build.sh PLUGIN_API_JAR OUTPUT_DIRECTORY [C_COMPILER]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
api=$1 output=$2 compiler=${3:-cc}
folder=$output/demo
rm -rf "$folder"
mkdir -p "$folder/lib" "$folder/stdlib" "$folder/native/linux-x86_64/ticks" "$output/classes"
"$JAVA_HOME/bin/javac" --release 25 -d "$output/classes" -cp "$api" $(find "$here/src/main/java" -name '*.java')
cp -R "$here/src/main/resources/." "$output/classes/"
"$JAVA_HOME/bin/jar" --create --file "$folder/lib/demo.jar" -C "$output/classes" .
cp "$here/plugin.properties" "$folder/"
cp -R "$here/src/main/codonj/." "$folder/stdlib/"
"$compiler" -O2 -fPIC -c "$here/src/main/c/ticks/ticks.c" -o "$folder/native/linux-x86_64/ticks/ticks.o"
(cd "$output" && "$JAVA_HOME/bin/jar" --create --no-manifest --file demo.zip demo)
