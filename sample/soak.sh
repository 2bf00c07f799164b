#!/bin/sh
# Runs the shop and, in the same process, a kiosk on WebFlux for an hour with careful and leaking customers at once, at a low
# rate, over HTTP and WebSocket, with jobs that ShedLock guards, and with prototype beans, scopes, plug-in class loaders
# and child contexts that come and go. Prints its figures once a minute.
# Usage: sample/soak.sh [minutes]
# Exits with 1 unless the careful half had no finding, every leak was found, every run had its lock, and heap, class
# loaders, threads and schedulers are back where they were at the start.
set -eu
cd "$(dirname "$0")/.."
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
jar=sample/target/timerscope-sample-0.1.0-SNAPSHOT-soak.jar

if [ ! -f "$jar" ] || [ -n "$(find pom.xml ./*/pom.xml ./*/src/main -newer "$jar" 2>/dev/null | head -n 1)" ]; then
	mvn -q -B -pl sample -am package -Psoak -Dmaven.test.skip=true
	touch "$jar" # which a reproducible build dates back
fi
exec "$java" -Xmx256m -Dloader.main=io.timerscope.sample.soak.Soak -cp "$jar" org.springframework.boot.loader.launch.PropertiesLauncher "$@"
