package io.timerscope.spring.finding;

import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventAware;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.util.ClassUtils;

/**
 * Writes lines to the log: with fields for structured logging where SLF4J leads to
 * Logback or Log4j, else the line alone.
 */
sealed interface LogLines {

	/**
	 * Lines of one logger.
	 * @param name the logger's name
	 */
	static LogLines of(String name) {
		boolean known = ClassUtils.isPresent("org.slf4j.spi.LoggingEventAware", LogLines.class.getClassLoader());
		return (known && WithFields.isAware(name)) ? WithFields.of(name) : new Plain(LogFactory.getLog(name));
	}

	void debug(String line, Map<String, Object> fields);

	void info(String line, Map<String, Object> fields);

	void warn(String line, Map<String, Object> fields);

	/** Of a logging system that knows no fields. */
	record Plain(Log log) implements LogLines {

		@Override
		public void debug(String line, Map<String, Object> fields) {
			this.log.debug(line);
		}

		@Override
		public void info(String line, Map<String, Object> fields) {
			this.log.info(line);
		}

		@Override
		public void warn(String line, Map<String, Object> fields) {
			this.log.warn(line);
		}

	}

	/** SLF4J's key-values. */
	record WithFields(Logger logger) implements LogLines {

		/**
		 * Whether SLF4J's logger keeps fields apart from the line: those of Logback and
		 * Log4j do.
		 */
		static boolean isAware(String name) {
			Logger logger = LoggerFactory.getLogger(name);
			return logger instanceof LoggingEventAware
					|| logger.getClass().getName().startsWith("org.apache.logging.slf4j.");
		}

		static LogLines of(String name) {
			return new WithFields(LoggerFactory.getLogger(name));
		}

		@Override
		public void debug(String line, Map<String, Object> fields) {
			write(Level.DEBUG, line, fields);
		}

		@Override
		public void info(String line, Map<String, Object> fields) {
			write(Level.INFO, line, fields);
		}

		@Override
		public void warn(String line, Map<String, Object> fields) {
			write(Level.WARN, line, fields);
		}

		private void write(Level level, String line, Map<String, Object> fields) {
			LoggingEventBuilder event = this.logger.atLevel(level);
			for (Map.Entry<String, Object> field : fields.entrySet()) {
				event = event.addKeyValue(field.getKey(), field.getValue());
			}
			event.log(line);
		}

	}

}
