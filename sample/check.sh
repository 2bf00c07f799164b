#!/bin/sh
# Asks one application about its timers: one line, and an exit code that monitoring scripts understand.
# Usage: sample/check.sh [base URL]      default http://127.0.0.1:8080; needs curl, and health details shown
# Exits with 0 if nothing leaks, 1 if something does, 2 if the component is down or the guard sheds, 3 if unknown.
url=${1:-http://127.0.0.1:8080}/actuator/health/timers

health=$(curl -s --max-time 10 "$url") || {
	echo "TIMERS UNKNOWN: no answer from $url"
	exit 3
}

number() {
	printf '%s' "$health" | sed -n "s/.*\"$1\":\([0-9][0-9]*\).*/\1/p"
}
status=$(printf '%s' "$health" | sed -n 's/.*"status":"\([A-Z_]*\)".*/\1/p')
leaked=$(number leaked)
line="$(number live) live, $(number running) running, ${leaked:-?} leaked, $(number retained) retained"

case "$status" in
UP) ;;
DOWN | OUT_OF_SERVICE)
	echo "TIMERS $status: $line"
	exit 2 ;;
*)
	echo "TIMERS UNKNOWN: $url says nothing of timers"
	exit 3 ;;
esac
if [ -z "$leaked" ]; then
	echo "TIMERS UNKNOWN: $url shows no details; set management.endpoint.health.show-details"
	exit 3
fi
if [ "$leaked" -gt 0 ]; then
	echo "TIMERS LEAKING: $line"
	exit 1
fi
echo "TIMERS OK: $line"
