#!/bin/sh
# Lets thousands of customers loose on the shop: careful, leaking with the starter off, leaking with
# timerscope.leaks.action=cancel, and leaking with the guard shedding. Writes docs/storm.md and docs/images/storm.svg.
# Usage: sample/storm.sh [connections [orders per second [seconds per version [megabytes of heap]]]]
# Takes about five minutes. Needs a JDK with jcmd and two processors that have nothing else to do.
# Exits with 1 unless the leak grows while nobody looks, and nothing grows in the other versions.
set -eu
cd "$(dirname "$0")/.."
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
jar=sample/target/timerscope-sample-0.1.0-SNAPSHOT.jar

if [ ! -f "$jar" ] || [ -n "$(find pom.xml ./*/pom.xml ./*/src/main -newer "$jar" 2>/dev/null | head -n 1)" ]; then
	mvn -q -B -pl sample -am package -Dmaven.test.skip=true
	touch "$jar" # which a reproducible build dates back
fi
exec "$java" -cp sample/target/classes io.timerscope.sample.storm.Storm "$jar" docs "$@"
