#!/bin/sh
# Shows what a fleet is told: 30 shops, of which three leak (two of them slowly), one is down and one is of an older version,
# watched by Prometheus, VictoriaMetrics and Alertmanager with the configuration in ../observability.
# 29 shops run in three JVMs, ten contexts in each, so that they fit on one machine. The older version is a shop whose answer
# is stripped of what that version did not have.
# Usage: sample/fleet.sh      Needs prometheus, prometheus-alertmanager, amtool, victoria-metrics and vmalert.
# Exits with 1 unless the command names the line within a minute, and the alert within three.
set -eu
cd "$(dirname "$0")/.."
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
shop=sample/target/timerscope-sample-0.1.0-SNAPSHOT.jar
fleet=fleet/target/timerscope-fleet.jar
first=18100
line=io.timerscope.sample.orders.LeakingOrderController

fail() {
	echo "fleet.sh: $*" >&2
	exit 1
}

for program in prometheus prometheus-alertmanager amtool victoria-metrics vmalert curl; do
	command -v $program >/dev/null || fail "$program is not on the path; .ci/run knows the Debian package that brings it"
done
for jar in "$shop" "$fleet"; do
	if [ ! -f "$jar" ] || [ -n "$(find pom.xml ./*/pom.xml ./*/src/main -newer "$jar" 2>/dev/null | head -n 1)" ]; then
		mvn -q -B -pl sample,fleet -am package -Dmaven.test.skip=true
		touch "$shop" "$fleet" # which a reproducible build dates back
		break
	fi
done

work=$(mktemp -d)
running=
trap 'kill $running 2>/dev/null; wait; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
start() {
	name=$1
	shift
	"$@" >"$work/$name.log" 2>&1 &
	running="$running $!"
}

# The last of the 30 is down, the one before is of an older version
last=$((first + 29))
for jvm in 0 1 2; do
	ports=$(seq $((first + jvm * 10)) $((first + jvm * 10 + 9)) | sed "s/^$((last - 1))$/old:&/; /^$last$/d")
	# shellcheck disable=SC2086
	start "shops-$jvm" "$java" -Xmx512m -XX:TieredStopAtLevel=1 -Dloader.main=io.timerscope.sample.fleet.Shops -cp "$shop" \
		org.springframework.boot.loader.launch.PropertiesLauncher $ports
done
targets=$(seq $first $last | sed "s/.*/\"127.0.0.1:&\"/" | paste -sd, -)
echo "[{\"targets\": [$targets], \"labels\": {\"job\": \"shop\"}}]" >"$work/targets.json"
echo "Starting 29 shops"
for port in $(seq $first $((last - 1))); do
	for _ in $(seq 600); do
		! curl -fsS -o /dev/null "http://127.0.0.1:$port/actuator/health" 2>/dev/null || break
		sleep 1
	done
done
curl -fsS -o /dev/null "http://127.0.0.1:$((last - 1))/actuator/health" || fail "the shops did not start: $(cat "$work"/shops-*.log)"

cp observability/*.yml "$work"
sed "s/- targets: \['127.0.0.1:8080'\]/- targets: [$targets]/; s/127.0.0.1:9093/127.0.0.1:19093/" \
	observability/prometheus.yml >"$work/prometheus.yml"
start prometheus prometheus --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/prometheus" \
	--web.listen-address=127.0.0.1:19090 --web.external-url=http://127.0.0.1:19090
start alertmanager prometheus-alertmanager --config.file="$work/alertmanager.yml" --storage.path="$work/alertmanager" \
	--cluster.listen-address= --web.listen-address=127.0.0.1:19093
start victoria victoria-metrics -promscrape.config="$work/prometheus.yml" -promscrape.config.strictParse=false \
	-storageDataPath="$work/victoria" -retentionPeriod=1 -httpListenAddr=127.0.0.1:18428
start vmalert vmalert -rule="$work/timerscope-lines.yml" -datasource.url=http://127.0.0.1:18428 \
	-remoteWrite.url=http://127.0.0.1:18428 -notifier.url=http://127.0.0.1:19093 -evaluationInterval=15s \
	-httpListenAddr=127.0.0.1:18880
for url in 127.0.0.1:19090/-/ready 127.0.0.1:19093/-/ready 127.0.0.1:18428/health 127.0.0.1:18880/health; do
	for _ in $(seq 120); do
		! curl -fsS -o /dev/null "http://$url" 2>/dev/null || break
		sleep 1
	done
done

# One shop leaks a task each second, two leak one in five seconds
order() {
	curl -fsS -o /dev/null -H 'Content-Type: application/json' -d '{"customer":"Ada"}' \
		"http://127.0.0.1:$1/leaking/orders"
}
leaks() {
	while :; do
		order "$1" || :
		sleep "$2"
	done
}
begin=$(date +%s)
start leak-fast leaks $((first + 3)) 1
start leak-slow-1 leaks $((first + 14)) 5
start leak-slow-2 leaks $((first + 25)) 5
echo "$(date -u +%H:%M:%S) three shops begin to leak"

# The command: asked until it knows of all three, which needs three slow orders and the grace period
passed() {
	echo $(($(date +%s) - begin))
}
for _ in $(seq 60); do
	asked=$(date +%s)
	"$java" -Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$fleet" --targets "$work/targets.json" --codeowners sample/CODEOWNERS --json "$work/report.json" \
		--markdown "$work/report.md" --profile "$work/fleet.pb.gz" >"$work/answer" 2>"$work/progress" || :
	answered=$(date +%s)
	! grep -q "$line.* 3 of 30 " "$work/answer" || break
	sleep 2
done
command=$(passed)
echo "$(date -u +%H:%M:%S) after $command s, the command (it took $((answered - asked)) s):"
cat "$work/progress" "$work/answer"
grep -q "$line.* 3 of 30 .*@shop/orders" "$work/answer" || fail "the command did not name the line"

# The alert, with its receiver
alert() {
	curl -fsS "http://127.0.0.1:19093/api/v2/alerts?receiver=orders&filter=alertname%3DTimerscopeLineLeaks" 2>/dev/null
}
for _ in $(seq 300); do
	! alert | grep -q '3 of 30' || break
	sleep 1
done
paged=$(passed)
echo
echo "$(date -u +%H:%M:%S) after $paged s, Alertmanager, for the receiver orders:"
amtool --alertmanager.url=http://127.0.0.1:19093 alert query --receiver=orders alertname=TimerscopeLineLeaks |
	sed 's/  *$//'
alert | grep -q '3 of 30' || fail "no alert named 3 of 30 instances"

echo
echo "$(date -u +%H:%M:%S) VictoriaMetrics, site:timerscope_site_leaked:instances:"
for _ in $(seq 60); do
	curl -fsS -G http://127.0.0.1:18428/api/v1/query --data-urlencode query=site:timerscope_site_leaked:instances >"$work/vm"
	! grep -q '"3"]' "$work/vm" || break
	sleep 1
done
cat "$work/vm"
echo
[ "$command" -le 60 ] || fail "the command needed more than a minute"
[ "$paged" -le 180 ] || fail "the alert needed more than three minutes"
