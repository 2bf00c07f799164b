#!/bin/sh
# Measures what tracking costs and prints the table of docs/cost.md.
# Usage: benchmarks/run.sh [--write]      --write puts the table into docs/cost.md too
# Takes about fifteen minutes on two idle cores. Uses the JDK of JAVA_HOME, or the one on the path.
set -eu
cd "$(dirname "$0")/.."
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
document=

case "${1:-}" in
'') ;;
--write) document=docs/cost.md ;;
*)
	echo "run.sh: unknown option $1; it takes --write or nothing" >&2
	exit 1
	;;
esac

echo "Building" >&2
mvn -q -B -pl benchmarks -am -Dmaven.test.skip=true -Dmaven.javadoc.skip=true package \
	dependency:build-classpath -Dmdep.outputFile=target/classpath
# shellcheck disable=SC2086
exec "$java" -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
	io.timerscope.benchmarks.cost.CostTable $document
