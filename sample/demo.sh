#!/bin/sh
# Shows the leaks: starts the shop, uses both versions of each thing 20 times, starts what is meant to last, and asks
# /actuator/timers.
# Usage: sample/demo.sh [--virtual]      --virtual needs JDK 21 or newer
# Exits with 1 unless each leaking version leaves 20 leaked tasks at one line, and the others none. A pool that is no
# bean is no line of the starter's: its threads are in the list "outside".
set -eu
cd "$(dirname "$0")/.."
orders=20
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
jar=sample/target/timerscope-sample-0.1.0-SNAPSHOT.jar
options=

fail() {
	echo "demo.sh: $*" >&2
	exit 1
}

case "${1:-}" in
'') ;;
--virtual)
	major=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
	[ "$major" -ge 21 ] 2>/dev/null || fail "--virtual needs JDK 21 or newer, $java is $major; set JAVA_HOME"
	options=--spring.threads.virtual.enabled=true ;;
*) fail "unknown option $1; it takes --virtual or nothing" ;;
esac

if [ ! -f "$jar" ] || [ -n "$(find pom.xml ./*/pom.xml ./*/src/main -newer "$jar" 2>/dev/null | head -n 1)" ]; then
	mvn -q -B -pl sample -am package -Dmaven.test.skip=true
	touch "$jar" # which a reproducible build dates back
fi

log=$(mktemp)
"$java" -jar "$jar" --server.port=0 $options >"$log" 2>&1 &
shop=$!
trap 'kill "$shop" 2>/dev/null; rm -f "$log"' EXIT
trap 'exit 130' INT TERM
for _ in $(seq 120); do
	grep -q 'Started SampleApplication' "$log" && break
	kill -0 "$shop" 2>/dev/null || { cat "$log" >&2; fail "the shop did not start"; }
	sleep 1
done
port=$(sed -n 's/.*Tomcat started on port \([0-9]*\).*/\1/p' "$log")
[ -n "$port" ] || { cat "$log" >&2; fail "the shop did not start within two minutes"; }
url=http://127.0.0.1:$port

place() {
	for customer in $(seq $orders); do
		curl -fsS -o /dev/null -H 'Content-Type: application/json' \
			-d "{\"customer\":\"customer $customer\"}" "$url/$1/orders" || fail "POST /$1/orders failed"
	done
}

# Connects to a WebSocket as all curls can, and breaks the connection after a while.
visit() {
	for customer in $(seq $orders); do
		curl -s -o /dev/null --http1.1 --max-time 5 -H 'Connection: Upgrade' -H 'Upgrade: websocket' \
			-H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: dGltZXJzY29wZS1kZW1vIQ==' "$url/$1/parcels" &
		visitors="$visitors $!"
	done
}

# Every site on a line of its own; enough JSON for a shell without further tools.
sites() {
	curl -fsS -H 'Accept: application/json' "$url/actuator/timers" |
		grep -o '"sites":\[[^]]*' | sed 's/"sites":\[//; s/},{/}\n{/g'
}

# What is no bean's, each on a line of its own.
outside() {
	curl -fsS -H 'Accept: application/json' "$url/actuator/timers" |
		grep -o '"outside":\[[^]]*' | sed 's/"outside":\[//; s/},{/}\n{/g'
}

# The leaked tasks at lines of one class.
leaked() {
	sites | sed -n "s/.*\.$1\..*\"leaked\":\([0-9]*\).*/\1/p" | {
		sum=0
		while read -r n; do sum=$((sum + n)); done
		echo $sum
	}
}

echo "POST /careful/orders, $orders times"
place careful
echo "POST /leaking/orders, $orders times"
place leaking
echo "GET /careful/parcels and GET /leaking/parcels as WebSockets, $orders times each"
visitors=
visit careful
visit leaking
for visitor in $visitors; do
	wait "$visitor" || true # curl says that the time is up
done
echo "PUT /careful/stock-watches/{customer}, and DELETE; PUT /leaking/stock-watches/{customer}, $orders times each"
for customer in $(seq $orders); do
	curl -fsS -X PUT "$url/careful/stock-watches/$customer" || fail "PUT /careful/stock-watches/$customer failed"
	curl -fsS -X DELETE "$url/careful/stock-watches/$customer" || fail "DELETE /careful/stock-watches/$customer failed"
	curl -fsS -X PUT "$url/leaking/stock-watches/$customer" || fail "PUT /leaking/stock-watches/$customer failed"
done
echo "POST /careful/exports and POST /leaking/exports, $orders times each"
for customer in $(seq $orders); do
	curl -fsS -o /dev/null -X POST "$url/careful/exports" || fail "POST /careful/exports failed"
	curl -fsS -o /dev/null -X POST "$url/leaking/exports" || fail "POST /leaking/exports failed"
done
echo "PUT /lasting/sales-report, then POST /lasting/review-reminders, $orders times"
curl -fsS -X PUT "$url/lasting/sales-report" || fail "PUT /lasting/sales-report failed"
for customer in $(seq $orders); do
	curl -fsS -X POST "$url/lasting/review-reminders?customer=$customer" || fail "POST /lasting/review-reminders failed"
done
for _ in $(seq 20); do
	[ "$(leaked LeakingOrderController)" -lt $orders ] || [ "$(leaked LeakingParcelHandler)" -lt $orders ] || break
	sleep 1
done
echo "GET /actuator/timers, its sites:"
sites
echo "and what runs outside of the schedulers that are beans:"
outside

leaking=$(leaked LeakingOrderController)
parcels=$(leaked LeakingParcelHandler)
careful=$(($(leaked CarefulOrderController) + $(leaked CarefulParcelHandler) + $(leaked CarefulStockController)))
lasting=$(($(leaked SalesReportController) + $(leaked ReviewReminderController)))
echo "leaking versions: $leaking leaked orders, $parcels leaked parcels; careful versions: $careful leaked;" \
	"meant to last: $lasting leaked"
[ "$leaking" -eq $orders ] || fail "the leaking orders should have left $orders leaked tasks"
[ "$parcels" -eq $orders ] || fail "the leaking parcels should have left $orders leaked tasks"
[ "$careful" -eq 0 ] || fail "the careful versions should have left none"
[ "$lasting" -eq 0 ] || fail "what is meant to last should be no leak"
