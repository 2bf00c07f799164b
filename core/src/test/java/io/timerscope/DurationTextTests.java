package io.timerscope;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DurationTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			PT36.221S          | 36 s
			PT1M29.9S          | 1 min 29 s
			PT2M               | 2 min
			PT1H0M59S          | 1 h
			PT10H10M           | 10 h 10 min
			P1DT1H59M          | 1 d 1 h
			PT23999976H        | 999999 d
			PT1.5S             | 1.5 s
			PT1.09S            | 1 s
			PT9.999S           | 9.9 s
			PT10.9S            | 10 s
			PT0.0209S          | 20 ms
			PT0.0005S          | 500 µs
			PT0.000000001S     | 1 ns
			PT0S               | 0 ms
			PT-5S              | -5 s
			PT2562047788015215H30M7.999999999S | 106751991167300 d 15 h
			""")
	void takesItsTwoLargestUnits(Duration duration, String words) {
		assertThat(DurationText.of(duration)).isEqualTo(words);
	}

}
