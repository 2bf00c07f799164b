// Reads profiles as Parca and the OpenTelemetry Collector do, merges them, and prints what comes of it.
package main

import (
	"fmt"
	"os"

	"github.com/google/pprof/profile"
)

func main() {
	var all []*profile.Profile
	for _, name := range os.Args[1:] {
		data, err := os.ReadFile(name)
		check(err)
		one, err := profile.ParseData(data)
		check(err)
		check(one.CheckValid())
		all = append(all, one)
	}
	merged, err := profile.Merge(all)
	check(err)
	check(merged.CheckValid())
	fmt.Printf("period %s/%s %d\n", merged.PeriodType.Type, merged.PeriodType.Unit, merged.Period)
	for i, kind := range merged.SampleType {
		var sum int64
		for _, sample := range merged.Sample {
			sum += sample.Value[i]
		}
		fmt.Printf("%s/%s %d\n", kind.Type, kind.Unit, sum)
	}
	for _, sample := range merged.Sample {
		fmt.Printf("%s %v\n", sample.Location[0].Line[0].Function.Name, sample.Label)
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
