package io.timerscope.sample.storm;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Draws the curves: one panel for each thing that was measured, one line for each scene.
 */
final class Chart {

	private static final int WIDTH = 380;

	private static final int HEIGHT = 190;

	private static final int LEFT = 56;

	private static final int TOP = 64;

	private static final int GAP = 76;

	private static final int TICKS = 4;

	private final double seconds;

	private final List<Course> courses;

	private final StringBuilder svg = new StringBuilder();

	Chart(Weather weather, List<Course> courses) {
		this.seconds = courses.stream()
			.mapToDouble((course) -> course.max(Sample::seconds))
			.reduce((double) weather.length().toSeconds(), Math::max);
		this.courses = courses;
	}

	String draw() {
		int width = 2 * (LEFT + WIDTH) + 24;
		int height = TOP + 2 * (HEIGHT + GAP);
		line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" "
				+ "font-size=\"12\" role=\"img\">", width, height);
		line("<title>Tasks, heap, response times and threads of the shop in the storm</title>");
		line("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", width, height);
		legend();
		panel(0, 0, "Tasks that the scheduler holds", Sample::tasks);
		panel(1, 0, "Heap in use after a collection, MB", Sample::heapMegabytes);
		panel(0, 1, "Response time that 1 % exceed, ms", (sample) -> sample.load().slowest());
		panel(1, 1, "Threads", Sample::threads);
		line("</svg>");
		return this.svg.toString();
	}

	private void legend() {
		int x = LEFT;
		for (Course course : this.courses) {
			line("<rect x=\"%d\" y=\"14\" width=\"18\" height=\"4\" fill=\"%s\"/>", x, course.scene().colour());
			line("<text x=\"%d\" y=\"20\" fill=\"#222222\">%s</text>", x + 24, course.scene().title());
			x += 60 + 7 * course.scene().title().length();
		}
	}

	private void panel(int column, int row, String title, ToDoubleFunction<Sample> value) {
		int x = LEFT + column * (WIDTH + LEFT);
		int y = TOP + row * (HEIGHT + GAP);
		double top = round(this.courses.stream().mapToDouble((course) -> course.max(value)).reduce(1, Math::max));
		line("<text x=\"%d\" y=\"%d\" font-weight=\"bold\" fill=\"#222222\">%s</text>", x, y - 10, title);
		for (int tick = 0; tick <= TICKS; tick++) {
			double at = y + HEIGHT - (double) HEIGHT * tick / TICKS;
			line("<path d=\"M%d %.1fh%d\" stroke=\"#dddddd\"/>", x, at, WIDTH);
			line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#555555\">%,.0f</text>", x - 6, at + 4,
					top * tick / TICKS);
			line("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#555555\">%.0f s</text>",
					x + (double) WIDTH * tick / TICKS, y + HEIGHT + 18, this.seconds * tick / TICKS);
		}
		this.courses.forEach((course) -> curve(course, value, x, y, top));
	}

	/** Where a value could not be had, the line is drawn on to the next one. */
	private void curve(Course course, ToDoubleFunction<Sample> value, int x, int y, double top) {
		StringBuilder points = new StringBuilder();
		for (Sample sample : course.samples()) {
			double it = value.applyAsDouble(sample);
			if (!Double.isNaN(it)) {
				points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x + WIDTH * sample.seconds() / this.seconds,
						y + HEIGHT - HEIGHT * it / top));
			}
		}
		line("<polyline fill=\"none\" stroke-width=\"2.5\" stroke-linejoin=\"round\" stroke=\"%s\" points=\"%s\"/>",
				course.scene().colour(), points.toString().strip());
	}

	/** The next number that divides well. */
	private static double round(double max) {
		double power = Math.pow(10, Math.floor(Math.log10(max)));
		for (double step : new double[] { 1, 2, 4, 8 }) {
			if (max <= step * power) {
				return Math.max(TICKS, step * power);
			}
		}
		return Math.max(TICKS, 10 * power);
	}

	private void line(String format, Object... values) {
		this.svg.append(String.format(Locale.ROOT, format, values)).append('\n');
	}

}
