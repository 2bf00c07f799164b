#!/bin/sh
# Measures what tracking costs.
# Usage: benchmarks/run.sh              prints the tables of docs/cost.md
#        benchmarks/run.sh --write      puts them into docs/cost.md too
#        benchmarks/run.sh --in-turns   prints some of the ratios as two sides in one JVM, which is steadier
# Takes less than half an hour on two idle cores, in turns three. Uses the JDK of JAVA_HOME, or the one on the path.
set -eu
cd "$(dirname "$0")/.."
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
main=CostTable
document=

case "${1:-}" in
'') ;;
--write) document=docs/cost.md ;;
--in-turns) main=InTurns ;;
*)
	echo "run.sh: unknown option $1; it takes --write, --in-turns or nothing" >&2
	exit 1
	;;
esac

echo "Building" >&2
mvn -q -B -pl sample,agent,benchmarks -am -Dmaven.test.skip=true -Dmaven.javadoc.skip=true package \
	dependency:build-classpath -Dmdep.outputFile=target/classpath >&2
# shellcheck disable=SC2086
exec "$java" -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
	"io.timerscope.benchmarks.cost.$main" $document
